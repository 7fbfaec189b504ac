#pragma once

#include "map/backend.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zhengtu::map {

/// The use cases of app/workspace behind the window; jobs and look-ups may ask at once. Defined in workspace_backend.cpp (plans and corrections),
/// workspace_questions.cpp and workspace_layers.cpp.
class WorkspaceBackend final : public Backend {
public:
    Result<BaseRef> base() override;
    Result<SnapshotRef> read(std::filesystem::path const& path) override;
    Result<std::string> sourceText(std::filesystem::path const& path, std::string const& planId) override;
    Result<ImportReport> import(std::vector<std::filesystem::path> const& files, std::filesystem::path const& path, Date asOf,
                                analysis::Progress const& progress) override;
    Result<workspace::UserLayerLook> lookAtLayer(workspace::UserLayerRequest const& request) override;
    Result<workspace::LayerOutcome> addLayer(workspace::UserLayerRequest const& wanted, std::filesystem::path const& path, Date asOf,
                                             analysis::Progress const& progress) override;
    Result<workspace::TaskContext> context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress) override;
    Result<QueryFindings> askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& progress) override;
    Result<QueryFindings> ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf, analysis::Progress const& progress) override;
    Result<void> saveQuery(std::filesystem::path const& path, std::string const& name, workspace::SpatialQuery const& query, bool replace,
                           Date asOf) override;
    Result<void> removeQuery(std::filesystem::path const& path, std::string const& name, Date asOf) override;
    Result<workspace::OverlayOutcome> overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question,
                                              workspace::OverlayWish const& wish, Date asOf) override;
    Result<workspace::HotspotAnswer> hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date asOf,
                                                analysis::Progress const& progress) override;
    Result<geo::Layer> findings(std::filesystem::path const& path, workspace::FindingsOf what, Date asOf, analysis::Progress const& progress) override;
    Result<workspace::LayerOutcome> removeLayer(std::filesystem::path const& path, std::string const& layerId, Date asOf,
                                                analysis::Progress const& progress) override;
    Result<void> restoreLayer(std::filesystem::path const& path, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf) override;
    Result<void> renameLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& title, Date asOf) override;
    Result<void> restyleLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& style, Date asOf) override;
    Result<void> orderLayers(std::filesystem::path const& path, std::vector<std::string> const& ids, Date asOf) override;
    Result<exchange::ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                               exchange::ExportOptions const& options) override;
    Result<std::vector<ledger::Event>> correctTask(std::filesystem::path const& path, std::string const& taskId,
                                                   workspace::TaskWish const& wish, Date asOf) override;
    Result<std::vector<ledger::Event>> correctSite(std::filesystem::path const& path, std::string const& siteId,
                                                   workspace::SiteWish const& wish, bool everywhere, Date asOf) override;
    Result<std::vector<ledger::Event>> stepBack(std::filesystem::path const& path, bool back, Date asOf) override;
    cartography::SceneRef scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                std::vector<ledger::TaskRow> const& tasks, Date asOf) override;
    cartography::Status statusOf(ledger::TaskRow const& task, Date asOf) const override;

private:
    /// A user's layers in a ledger; none where there is no ledger yet.
    static Result<std::vector<geo::Layer>> ownLayers(std::filesystem::path const& path);
    using Layers = std::shared_ptr<std::vector<geo::Layer> const>;

    /// What ships with a ledger's own layers over it. Of the ledger that was asked about last it is kept: questions are counted at every
    /// stroke of a key.
    Result<Layers> layersOf(SnapshotRef const& ledger);
    static QueryFindings counted(workspace::QueryAnswer answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers);
    /// Stopped work writes nothing.
    static Result<void> put(std::filesystem::path const& path, geo::Layer const& layer, Date asOf, analysis::Progress const& progress);
    /// Loads the atlas on first use.
    Result<void> atlas();

    std::mutex m_guard; ///< of what is made once and read by several threads
    std::optional<workspace::Atlas> m_atlas;
    SnapshotRef m_stackOf;
    Layers m_stack;
    BaseRef m_base;
};

} // namespace zhengtu::map
