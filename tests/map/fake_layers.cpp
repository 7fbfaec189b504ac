#include "sample.hpp"

#include <algorithm>

/// Layers of the ledgers that the fake keeps.
namespace zhengtu::map::testing {
namespace {

Result<geo::Layer*> layerIn(LedgerSnapshot& ledger, std::string const& id)
{
    auto const at = std::ranges::find(ledger.layers, id, &geo::Layer::id);
    if (at == ledger.layers.end()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + id); }
    return &*at;
}

} // namespace

Result<workspace::LayerOutcome> FakeBackend::removeLayer(std::filesystem::path const& path, std::string const& layerId, Date /*asOf*/, analysis::Progress const& progress)
{
    auto& ledger = ledgers[path.string()];
    auto const layer = layerIn(ledger, layerId);
    if (!layer) { return std::unexpected{layer.error()}; }
    if (progress && !progress(1)) { return fail(ErrorCode::Cancelled, "stopped"); }
    workspace::LayerOutcome outcome{.report = {}, .layerId = layerId, .replaced = false, .tasks = 0, .changes = {}};
    if ((*layer)->ofUser()) { outcome.changes.push_back({.taskId = "p1-01-01", .taskNo = "1.", .planTitle = {}, .before = std::nullopt, .after = std::nullopt, .movedM = 0}); }
    std::erase_if(ledger.layers, [&](geo::Layer const& one) { return one.id == layerId; });
    return outcome;
}

Result<void> FakeBackend::restoreLayer(std::filesystem::path const& path, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf)
{
    ledgers[path.string()].layers.push_back(layer);
    return orderLayers(path, order, asOf);
}

Result<void> FakeBackend::renameLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& title, Date /*asOf*/)
{
    return layerIn(ledgers[path.string()], layerId).transform([&](geo::Layer* layer) { layer->title = layer->titleEn = title; });
}

Result<void> FakeBackend::restyleLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& style, Date /*asOf*/)
{
    return layerIn(ledgers[path.string()], layerId).transform([&](geo::Layer* layer) { layer->style = style; });
}

Result<void> FakeBackend::orderLayers(std::filesystem::path const& path, std::vector<std::string> const& ids, Date /*asOf*/)
{
    auto& kept = ledgers[path.string()].layers;
    std::vector<geo::Layer> ordered;
    for (auto const& id : ids) { ordered.push_back(*std::ranges::find(kept, id, &geo::Layer::id)); }
    kept = std::move(ordered);
    return {};
}

} // namespace zhengtu::map::testing
