#include "map/workspace_backend.hpp"

#include "core/resources.hpp"
#include "workspace/layer_stack.hpp"

#include <utility>

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

} // namespace

Result<BaseRef> WorkspaceBackend::base()
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

Result<SnapshotRef> WorkspaceBackend::read(std::filesystem::path const& path)
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

Result<std::string> WorkspaceBackend::sourceText(std::filesystem::path const& path, std::string const& planId)
{
    return ledger::Ledger::openReadOnly(path).and_then([&](ledger::Ledger const& ledger) { return ledger.sourceText(planId); });
}

Result<ImportReport> WorkspaceBackend::import(std::vector<std::filesystem::path> const& files, std::filesystem::path const& path, Date asOf,
                                              analysis::Progress const& progress)
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
    ledger->askBeforeChange(progress);
    auto outcomes = ledger->import(records, asOf);
    if (!outcomes) { return std::unexpected{std::move(outcomes).error()}; }
    for (std::size_t i = 0; i < records.size(); ++i) { report.files.push_back(summarise(records[i], outcomes->at(i))); }
    return report;
}

Result<exchange::ExportReport> WorkspaceBackend::exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                                            exchange::ExportOptions const& options)
{
    return exchange::exportTasks(tasks, layers, options);
}

Result<std::vector<ledger::Event>> WorkspaceBackend::correctTask(std::filesystem::path const& path, std::string const& taskId, workspace::TaskWish const& wish,
                                                            Date asOf)
{
    auto const loaded = atlas();
    if (!loaded) { return std::unexpected{loaded.error()}; }
    auto ledger = ledger::Ledger::open(path, false);
    if (!ledger) { return std::unexpected{std::move(ledger).error()}; }
    auto const corrections = workspace::taskCorrections(*ledger, *m_atlas, taskId, wish);
    if (!corrections) { return std::unexpected{corrections.error()}; }
    return ledger->correct(*corrections, workspace::currentUser(), asOf);
}

Result<std::vector<ledger::Event>> WorkspaceBackend::correctSite(std::filesystem::path const& path, std::string const& siteId, workspace::SiteWish const& wish,
                                                            bool everywhere, Date asOf)
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

Result<std::vector<ledger::Event>> WorkspaceBackend::stepBack(std::filesystem::path const& path, bool back, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
        auto const who = workspace::currentUser();
        return back ? ledger.undo(who, asOf) : ledger.redo(who, asOf);
    });
}

cartography::SceneRef WorkspaceBackend::scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                              std::vector<ledger::TaskRow> const& tasks, Date asOf)
{
    return workspace::makeScene(base, own, tasks, asOf);
}

cartography::Status WorkspaceBackend::statusOf(ledger::TaskRow const& task, Date asOf) const { return workspace::statusOf(task, asOf); }

Result<WorkspaceBackend::Layers> WorkspaceBackend::layersOf(SnapshotRef const& ledger)
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

Result<void> WorkspaceBackend::atlas()
{
    std::scoped_lock const lock{m_guard};
    if (m_atlas) { return {}; }
    auto loaded = workspace::Atlas::load();
    if (!loaded) { return std::unexpected{std::move(loaded).error()}; }
    m_atlas.emplace(*std::move(loaded));
    return {};
}

std::unique_ptr<Backend> makeWorkspaceBackend() { return std::make_unique<WorkspaceBackend>(); }

} // namespace zhengtu::map
