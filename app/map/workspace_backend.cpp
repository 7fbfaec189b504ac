#include "map/backend.hpp"

#include "core/resources.hpp"
#include "ledger/site_table.hpp"
#include "workspace/layer_stack.hpp"

#include <mutex>
#include <optional>

namespace zhengtu::map {
namespace {

ImportedFile summarise(ledger::PlanRecord const& record, ledger::ImportOutcome outcome)
{
    ImportedFile file{.name = record.fileName, .kind = record.plan.kind, .problems = record.plan.problems.size(), .outcome = outcome, .failedChecks = {}};
    for (auto const& problem : record.plan.problems) { file.tasks += problem.tasks.size(); }
    std::string last;
    for (auto const& site : record.sites) {
        if (!site.shape.empty() && site.taskId != last) {
            ++file.located;
            last = site.taskId;
        }
    }
    for (auto const& check : record.plan.checks) {
        if (!check.ok && check.decisive) { file.failedChecks.push_back(check.quote.text); }
    }
    return file;
}

class WorkspaceBackend final : public Backend {
public:
    Result<BaseRef> base() override
    {
        if (m_base) { return m_base; }
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        auto data = std::make_shared<BaseData>();
        data->layers = m_atlas->layers();
        auto style = resource("styles/zhengtu.toml").and_then(cartography::readStyle);
        if (!style) { return std::unexpected{std::move(style).error()}; }
        data->style = *style;
        m_base = std::move(data);
        return m_base;
    }

    Result<SnapshotRef> read(std::filesystem::path const& path) override
    {
        auto ledger = ledger::Ledger::openReadOnly(path);
        if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
        auto plans = ledger->plans();
        if (!plans) { return std::unexpected{std::move(plans).error()}; }
        auto tasks = ledger->tasks();
        if (!tasks) { return std::unexpected{std::move(tasks).error()}; }
        auto layers = ledger->layers();
        if (!layers) { return std::unexpected{std::move(layers).error()}; }
        auto events = ledger->events();
        if (!events) { return std::unexpected{std::move(events).error()}; }
        auto undo = ledger->undoState();
        if (!undo) { return std::unexpected{std::move(undo).error()}; }
        auto queries = ledger->queries();
        if (!queries) { return std::unexpected{std::move(queries).error()}; }
        return std::make_shared<LedgerSnapshot const>(
            LedgerSnapshot{path, *std::move(plans), *std::move(tasks), *std::move(layers), *std::move(events), *std::move(undo),
                           *std::move(queries)});
    }

    Result<std::string> sourceText(std::filesystem::path const& path, std::string const& planId) override
    {
        return ledger::Ledger::openReadOnly(path).and_then([&](ledger::Ledger const& ledger) { return ledger.sourceText(planId); });
    }

    Result<ImportReport> import(std::vector<std::filesystem::path> const& files, std::filesystem::path const& path, Date asOf,
                                analysis::Progress const& progress) override
    {
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        auto const own = ownLayers(path);
        if (!own) { return std::unexpected{own.error()}; }
        auto const with = own->empty() ? Result<std::optional<workspace::Atlas>>{}
                                       : m_atlas->with(*own).transform([](workspace::Atlas&& one) { return std::optional{std::move(one)}; });
        if (!with) { return std::unexpected{with.error()}; }
        auto const* const reader = *with ? &**with : &*m_atlas;
        ImportReport report;
        std::vector<ledger::PlanRecord> records;
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (progress && !progress(static_cast<double>(i) / static_cast<double>(files.size() + 1))) {
                return fail(ErrorCode::Cancelled, "");
            }
            auto record = reader->read(files[i]);
            if (record) { records.push_back(*std::move(record)); }
            else { report.failures.push_back(std::move(record).error().at(files[i].filename().string())); }
        }
        if (records.empty()) { return report; }
        auto ledger = ledger::Ledger::open(path, true);
        if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
        auto outcomes = ledger->import(records, asOf);
        if (!outcomes) { return std::unexpected{std::move(outcomes).error()}; }
        for (std::size_t i = 0; i < records.size(); ++i) { report.files.push_back(summarise(records[i], outcomes->at(i))); }
        return report;
    }

    Result<workspace::UserLayerLook> lookAtLayer(workspace::UserLayerRequest const& request) override { return workspace::lookAtUserLayer(request); }

    Result<workspace::LayerOutcome> addLayer(workspace::UserLayerRequest const& wanted, std::filesystem::path const& path, Date asOf,
                                             analysis::Progress const& progress) override
    {
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        auto request = wanted;
        if (request.kind.empty()) { request.kind = workspace::kindByFileName(request.file); }
        if (request.kind.empty()) { request.kind = "other"; }
        return workspace::addUserLayer(*m_atlas, path, request, asOf, false, progress);
    }

    Result<workspace::TaskContext> context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress) override
    {
        return layersOf(ledger).and_then([&](Layers const& layers) { return workspace::contextOf(task, *layers, progress); });
    }

    Result<QueryFindings> askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& progress) override
    {
        auto rows = workspace::queryWithin(ledger->tasks, zones, progress);
        if (!rows) { return std::unexpected{std::move(rows).error()}; }
        auto const layers = layersOf(ledger);
        if (!layers) { return std::unexpected{layers.error()}; }
        return counted({.rows = *std::move(rows), .targets = zones, .tasks = ledger->tasks.size()}, ledger->tasks, **layers);
    }

    Result<QueryFindings> ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf, analysis::Progress const& progress) override
    {
        auto const layers = layersOf(ledger);
        if (!layers) { return std::unexpected{layers.error()}; }
        return workspace::ask(ledger->tasks, **layers, query, asOf, progress).transform([&](workspace::QueryAnswer answer) {
            return counted(std::move(answer), workspace::filtered(ledger->tasks, query.filter, asOf), **layers);
        });
    }

    Result<void> saveQuery(std::filesystem::path const& path, std::string const& name, workspace::SpatialQuery const& query, bool replace, Date asOf) override
    {
        auto ledger = ledger::Ledger::open(path, false);
        if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
        auto own = ledger->layers();
        if (!own) { return std::unexpected{std::move(own).error()}; }
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        return workspace::saveQuery(*ledger, workspace::stacked(m_atlas->layers(), *std::move(own)).all(), name, query, replace, workspace::currentUser(), asOf);
    }

    Result<void> removeQuery(std::filesystem::path const& path, std::string const& name, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
            return ledger.removeQuery(name, workspace::currentUser(), asOf);
        });
    }

    Result<workspace::OverlayOutcome> overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question, workspace::OverlayWish const& wish,
                                              Date asOf) override
    {
        auto const layers = layersOf(ledger);
        if (!layers) { return std::unexpected{layers.error()}; }
        if (auto const free = workspace::checkResultId(**layers, wish.id); !free) { return std::unexpected{free.error()}; }
        return workspace::overlayFor(**layers, question, wish).and_then([&](workspace::OverlayOutcome outcome) {
            return put(ledger->path, outcome.layer, asOf, wish.progress).transform([&] { return std::move(outcome); });
        });
    }

    Result<workspace::HotspotAnswer> hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date asOf,
                                                analysis::Progress const& progress) override
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

    Result<geo::Layer> findings(std::filesystem::path const& path, workspace::FindingsOf what, Date asOf, analysis::Progress const& progress) override
    {
        return workspace::makeFindings(path, what, asOf, progress);
    }

    Result<workspace::LayerOutcome> removeLayer(std::filesystem::path const& path, std::string const& layerId, Date asOf, analysis::Progress const& progress) override
    {
        auto const users = ownLayers(path);
        if (!users) { return std::unexpected{users.error()}; }
        if (std::ranges::contains(*users, layerId, &geo::Layer::id)) {
            if (auto const loaded = atlas(); !loaded) { return std::unexpected{loaded.error()}; }
            return workspace::removeUserLayer(*m_atlas, path, layerId, asOf, false, progress);
        }
        if (progress && !progress(1)) { return fail(ErrorCode::Cancelled, ""); }
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.removeResult(layerId, workspace::currentUser(), asOf); }).transform([&] {
            return workspace::LayerOutcome{.report = {}, .layerId = layerId, .replaced = false, .tasks = 0, .changes = {}};
        });
    }

    Result<void> restoreLayer(std::filesystem::path const& path, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.restoreResult(layer, order, workspace::currentUser(), asOf); });
    }

    Result<void> renameLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& title, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.renameLayer(layerId, title, workspace::currentUser(), asOf); });
    }

    Result<void> restyleLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& style, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.restyleLayer(layerId, style, asOf); });
    }

    Result<void> orderLayers(std::filesystem::path const& path, std::vector<std::string> const& ids, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.orderLayers(ids, asOf); });
    }

    Result<exchange::ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                               exchange::ExportOptions const& options) override
    {
        return exchange::exportTasks(tasks, layers, options);
    }

    Result<std::vector<ledger::Event>> correctTask(std::filesystem::path const& path, std::string const& taskId, workspace::TaskWish const& wish,
                                                   Date asOf) override
    {
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        auto ledger = ledger::Ledger::open(path, false);
        if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
        auto const corrections = workspace::taskCorrections(*ledger, *m_atlas, taskId, wish);
        if (!corrections) { return std::unexpected{corrections.error()}; }
        return ledger->correct(*corrections, workspace::currentUser(), asOf);
    }

    Result<std::vector<ledger::Event>> correctSite(std::filesystem::path const& path, std::string const& siteId, workspace::SiteWish const& wish,
                                                   bool everywhere, Date asOf) override
    {
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        auto ledger = ledger::Ledger::open(path, false);
        if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
        auto const who = workspace::currentUser();
        auto const corrections = workspace::siteCorrections(*ledger, *m_atlas, siteId, wish, everywhere, who);
        if (!corrections) { return std::unexpected{corrections.error()}; }
        return ledger->correct(*corrections, who, asOf);
    }

    Result<std::vector<ledger::Event>> stepBack(std::filesystem::path const& path, bool back, Date asOf) override
    {
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
            auto const who = workspace::currentUser();
            return back ? ledger.undo(who, asOf) : ledger.redo(who, asOf);
        });
    }

    cartography::SceneRef scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                std::vector<ledger::TaskRow> const& tasks, Date asOf) override
    {
        return workspace::makeScene(base, own, tasks, asOf);
    }

    cartography::Status statusOf(ledger::TaskRow const& task, Date asOf) const override { return workspace::statusOf(task, asOf); }

private:
    /// A user's layers in a ledger; none where there is no ledger yet.
    static Result<std::vector<geo::Layer>> ownLayers(std::filesystem::path const& path)
    {
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) { return std::vector<geo::Layer>{}; }
        return ledger::Ledger::openReadOnly(path).and_then([](ledger::Ledger const& ledger) { return ledger.layers(); }).transform([](std::vector<geo::Layer>&& layers) {
            std::erase_if(layers, [](geo::Layer const& layer) { return !layer.ofUser(); });
            return std::move(layers);
        });
    }

    using Layers = std::shared_ptr<std::vector<geo::Layer> const>;

    /// What ships with a ledger's own layers over it. Of the ledger that was asked about last it is kept: questions are counted at every
    /// stroke of a key.
    Result<Layers> layersOf(SnapshotRef const& ledger)
    {
        auto const loaded = atlas();
        if (!loaded) { return std::unexpected{loaded.error()}; }
        std::scoped_lock const lock{m_guard};
        if (m_stackOf != ledger) {
            m_stack = std::make_shared<std::vector<geo::Layer> const>(workspace::stacked(m_atlas->layers(), ledger->layers).all());
            m_stackOf = ledger;
        }
        return m_stack;
    }

    static QueryFindings counted(workspace::QueryAnswer answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers)
    {
        QueryFindings found;
        for (std::size_t by = 0; by < found.counts.size(); ++by) { found.counts[by] = workspace::countBy(static_cast<workspace::GroupBy>(by), answer, asked, layers); }
        found.answer = std::move(answer);
        return found;
    }

    /// Stopped work writes nothing.
    static Result<void> put(std::filesystem::path const& path, geo::Layer const& layer, Date asOf, analysis::Progress const& progress)
    {
        if (progress && !progress(1)) { return fail(ErrorCode::Cancelled, ""); }
        return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.putLayer(layer, asOf); });
    }

    /// Loads the atlas on first use.
    Result<void> atlas()
    {
        std::scoped_lock const lock{m_guard};
        if (m_atlas) { return {}; }
        auto loaded = workspace::Atlas::load();
        if (!loaded) { return std::unexpected{std::move(loaded).error()}; }
        m_atlas.emplace(*std::move(loaded));
        return {};
    }

    std::mutex m_guard; ///< of what is made once and read by several threads
    std::optional<workspace::Atlas> m_atlas;
    SnapshotRef m_stackOf;
    Layers m_stack;
    BaseRef m_base;
};

} // namespace

std::unique_ptr<Backend> makeWorkspaceBackend() { return std::make_unique<WorkspaceBackend>(); }

} // namespace zhengtu::map
