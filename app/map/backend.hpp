#pragma once

#include "cartography/style.hpp"
#include "workspace/corrections.hpp"
#include "workspace/findings.hpp"
#include "workspace/hotspot_question.hpp"
#include "workspace/overlay_question.hpp"
#include "workspace/query_counts.hpp"
#include "workspace/relocation.hpp"
#include "workspace/task_context.hpp"
#include "workspace/workspace.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace zhengtu::map {

/// What ships with the program: base layers and symbology. Immutable, shared between threads.
struct BaseData {
    std::vector<geo::Layer> layers;
    cartography::StyleRef style;
};
using BaseRef = std::shared_ptr<BaseData const>;

/// One state of an open ledger, read whole. Immutable, shared between threads.
struct LedgerSnapshot {
    std::filesystem::path path;
    std::vector<ledger::PlanRow> plans;
    std::vector<ledger::TaskRow> tasks;
    std::vector<geo::Layer> layers;
    std::vector<ledger::Event> events;
    ledger::UndoState undo;
    std::vector<ledger::SavedQuery> queries{};
};
using SnapshotRef = std::shared_ptr<LedgerSnapshot const>;

struct ImportedFile {
    std::string name;
    plan::PlanKind kind = plan::PlanKind::Other;
    std::size_t problems = 0, tasks = 0, located = 0;
    ledger::ImportOutcome outcome = ledger::ImportOutcome::Added;
    std::vector<std::string> failedChecks; ///< quotes of declared totals that do not hold
};

struct ImportReport {
    std::vector<ImportedFile> files;
    std::vector<Error> failures; ///< files that could not be read; the others were imported all the same
};

/// The answer of a question, and its counts in the order of workspace::GroupBy.
struct QueryFindings {
    workspace::QueryAnswer answer;
    std::array<std::vector<workspace::CountRow>, 4> counts{};
};

/// The use cases that the window needs. Every call may take long and is made on a worker thread, except statusOf, which is quick and pure.
/// Those that change a ledger are made one at a time; the others may run beside them. Tests put a fake in its place.
class Backend {
public:
    Backend() = default;
    Backend(Backend const&) = delete;
    Backend& operator=(Backend const&) = delete;
    virtual ~Backend() = default;

    [[nodiscard]] virtual Result<BaseRef> base() = 0;
    [[nodiscard]] virtual Result<SnapshotRef> read(std::filesystem::path const& ledger) = 0;
    [[nodiscard]] virtual Result<std::string> sourceText(std::filesystem::path const& ledger, std::string const& planId) = 0;
    [[nodiscard]] virtual Result<ImportReport> import(std::vector<std::filesystem::path> const& files,
                                                      std::filesystem::path const& ledger, Date asOf,
                                                      analysis::Progress const& progress) = 0;
    /// What a vector file holds, for the form; as workspace::lookAtUserLayer.
    [[nodiscard]] virtual Result<workspace::UserLayerLook> lookAtLayer(workspace::UserLayerRequest const& request) = 0;
    /// Takes a vector file into the ledger as a user's layer and places the tasks again. An empty kind is that which the file's
    /// name speaks of, else "other"; so its field of names is found where none is said.
    [[nodiscard]] virtual Result<workspace::LayerOutcome> addLayer(workspace::UserLayerRequest const& request, std::filesystem::path const& ledger,
                                                                   Date asOf, analysis::Progress const& progress) = 0;
    /// Zones in and near which a task of that ledger lies, and the findings about it; as workspace::contextOf.
    [[nodiscard]] virtual Result<workspace::TaskContext> context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress) = 0;
    /// Which tasks lie in those zones, with counts.
    [[nodiscard]] virtual Result<QueryFindings> askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& progress) = 0;
    /// A stored or typed query, asked of what a ledger held when it was read, and what ships.
    [[nodiscard]] virtual Result<QueryFindings> ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf,
                                                    analysis::Progress const& progress) = 0;
    /// Saves a query in the ledger; as workspace::saveQuery.
    [[nodiscard]] virtual Result<void> saveQuery(std::filesystem::path const& ledger, std::string const& name, workspace::SpatialQuery const& query,
                                                 bool replace, Date asOf) = 0;
    [[nodiscard]] virtual Result<void> removeQuery(std::filesystem::path const& ledger, std::string const& name, Date asOf) = 0;
    /// An overlay, stored in the ledger as layer `wish.id` unless the work was stopped; as workspace::overlayFor and checkResultId.
    [[nodiscard]] virtual Result<workspace::OverlayOutcome> overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question,
                                                                    workspace::OverlayWish const& wish, Date asOf) = 0;
    /// A search for hotspots, stored in the ledger as a layer when `store` is said; without it nothing is written: a look at what is proposed.
    [[nodiscard]] virtual Result<workspace::HotspotAnswer> hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date asOf,
                                                                      analysis::Progress const& progress) = 0;
    /// Rules, claims or recurrence, stored in the ledger as a layer; as workspace::makeFindings.
    [[nodiscard]] virtual Result<geo::Layer> findings(std::filesystem::path const& ledger, workspace::FindingsOf what, Date asOf, analysis::Progress const& progress) = 0;
    /// Takes a layer out of a ledger; where it is a user's own, the tasks are placed as without it.
    [[nodiscard]] virtual Result<workspace::LayerOutcome> removeLayer(std::filesystem::path const& ledger, std::string const& layerId, Date asOf,
                                                                      analysis::Progress const& progress) = 0;
    /// Puts a result back that removeLayer took; as Ledger::restoreResult.
    [[nodiscard]] virtual Result<void> restoreLayer(std::filesystem::path const& ledger, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf) = 0;
    [[nodiscard]] virtual Result<void> renameLayer(std::filesystem::path const& ledger, std::string const& layerId, std::string const& title, Date asOf) = 0;
    [[nodiscard]] virtual Result<void> restyleLayer(std::filesystem::path const& ledger, std::string const& layerId, std::string const& style, Date asOf) = 0;
    [[nodiscard]] virtual Result<void> orderLayers(std::filesystem::path const& ledger, std::vector<std::string> const& ids, Date asOf) = 0; ///< as of Ledger
    [[nodiscard]] virtual Result<exchange::ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks,
                                                                     std::vector<geo::Layer> const& layers,
                                                                     exchange::ExportOptions const& options) = 0;
    /// Corrections by the one who uses the machine; the events that were written. Empty: it was so already.
    [[nodiscard]] virtual Result<std::vector<ledger::Event>> correctTask(std::filesystem::path const& ledger, std::string const& taskId,
                                                                         workspace::TaskWish const& wish, Date asOf) = 0;
    [[nodiscard]] virtual Result<std::vector<ledger::Event>> correctSite(std::filesystem::path const& ledger, std::string const& siteId,
                                                                         workspace::SiteWish const& wish, bool everywhere, Date asOf) = 0;
    /// Undo (`back`) or redo of the last step.
    [[nodiscard]] virtual Result<std::vector<ledger::Event>> stepBack(std::filesystem::path const& ledger, bool back, Date asOf) = 0;
    [[nodiscard]] virtual cartography::SceneRef scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                                      std::vector<ledger::TaskRow> const& tasks, Date asOf) = 0;
    [[nodiscard]] virtual cartography::Status statusOf(ledger::TaskRow const& task, Date asOf) const = 0;
};

/// The real one, on app/workspace.
[[nodiscard]] std::unique_ptr<Backend> makeWorkspaceBackend();

} // namespace zhengtu::map
