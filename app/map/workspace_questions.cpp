#include "map/workspace_backend.hpp"

#include "ledger/site_table.hpp"
#include "workspace/layer_stack.hpp"

#include <utility>

/// Questions, overlays, hotspots and findings.
namespace zhengtu::map {

Result<workspace::TaskContext> WorkspaceBackend::context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress)
{
    return layersOf(ledger).and_then([&](Layers const& layers) { return workspace::contextOf(task, *layers, progress); });
}

Result<QueryFindings> WorkspaceBackend::askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& progress)
{
    auto rows = workspace::queryWithin(ledger->tasks, zones, progress);
    if (!rows) { return std::unexpected{std::move(rows).error()}; }
    auto const layers = layersOf(ledger);
    if (!layers) { return std::unexpected{layers.error()}; }
    return counted({.rows = *std::move(rows), .targets = zones, .tasks = ledger->tasks.size()}, ledger->tasks, **layers);
}

Result<QueryFindings> WorkspaceBackend::ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf, analysis::Progress const& progress)
{
    auto const layers = layersOf(ledger);
    if (!layers) { return std::unexpected{layers.error()}; }
    return workspace::ask(ledger->tasks, **layers, query, asOf, progress).transform([&](workspace::QueryAnswer answer) {
        return counted(std::move(answer), workspace::filtered(ledger->tasks, query.filter, asOf), **layers);
    });
}

Result<void> WorkspaceBackend::saveQuery(std::filesystem::path const& path, std::string const& name, workspace::SpatialQuery const& query, bool replace, Date asOf)
{
    auto ledger = ledger::Ledger::open(path, false);
    if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
    auto own = ledger->layers();
    if (!own) { return std::unexpected{std::move(own).error()}; }
    auto const loaded = atlas();
    if (!loaded) { return std::unexpected{loaded.error()}; }
    return workspace::saveQuery(*ledger, workspace::stacked(m_atlas->layers(), *std::move(own)).all(), name, query, replace, workspace::currentUser(), asOf);
}

Result<void> WorkspaceBackend::removeQuery(std::filesystem::path const& path, std::string const& name, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
        return ledger.removeQuery(name, workspace::currentUser(), asOf);
    });
}

Result<workspace::OverlayOutcome> WorkspaceBackend::overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question, workspace::OverlayWish const& wish,
                                                            Date asOf)
{
    auto const layers = layersOf(ledger);
    if (!layers) { return std::unexpected{layers.error()}; }
    if (auto const free = workspace::checkResultId(**layers, wish.id); !free) { return std::unexpected{free.error()}; }
    return workspace::overlayFor(**layers, question, wish).and_then([&](workspace::OverlayOutcome outcome) {
        return put(ledger->path, outcome.layer, asOf, wish.progress).transform([&] { return std::move(outcome); });
    });
}

Result<workspace::HotspotAnswer> WorkspaceBackend::hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date asOf,
                                                            analysis::Progress const& progress)
{
    auto const loaded = atlas();
    if (!loaded) { return std::unexpected{loaded.error()}; }
    if (store && !question.layer.empty()) {
        auto const layers = layersOf(ledger);
        if (!layers) { return std::unexpected{layers.error()}; }
        if (auto const free = workspace::checkResultId(**layers, question.layer); !free) { return std::unexpected{free.error()}; }
    }
    auto const shipped = workspace::stacked(m_atlas->layers(), ledger->layers).shipped;
    auto answer = workspace::hotspotsFor(question, ledger::SiteTable::of(ledger->tasks, question.filter.text), ledger->plans, shipped, progress);
    if (!answer || !store) { return answer; }
    return put(ledger->path, answer->layer, asOf, progress).transform([&] { return *std::move(answer); });
}

Result<geo::Layer> WorkspaceBackend::findings(std::filesystem::path const& path, workspace::FindingsOf what, Date asOf, analysis::Progress const& progress)
{
    return workspace::makeFindings(path, what, asOf, progress);
}

QueryFindings WorkspaceBackend::counted(workspace::QueryAnswer answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers)
{
    QueryFindings found;
    for (std::size_t by = 0; by < found.counts.size(); ++by) { found.counts[by] = workspace::countBy(static_cast<workspace::GroupBy>(by), answer, asked, layers); }
    found.answer = std::move(answer);
    return found;
}

Result<void> WorkspaceBackend::put(std::filesystem::path const& path, geo::Layer const& layer, Date asOf, analysis::Progress const& progress)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
        ledger.askBeforeChange(progress);
        return ledger.putLayer(layer, asOf);
    });
}

} // namespace zhengtu::map
