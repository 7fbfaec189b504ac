#pragma once

#include "map/backend.hpp"

#include <QAbstractItemModel>

#include <map>
#include <string>
#include <vector>

namespace zhengtu::map::testing {

/// A ledger of one plan: six tasks in three counties, four of them located, with a text that the spans fit.
[[nodiscard]] LedgerSnapshot sampleLedger();
[[nodiscard]] std::string sampleText();
/// Two counties, a river, and a reserve of two zones; they cover 112 to 113 E, 37 to 38 N.
[[nodiscard]] std::vector<geo::Layer> sampleLayers();

/// A file whose name begins with "nocrs" does not say its CRS.
/// Keeps ledgers in memory, by path. Knows the sample at "/sample.gpkg"; a plan is any file whose name does not begin with "bad".
class FakeBackend : public Backend {
public:
    FakeBackend();
    Result<BaseRef> base() override;
    Result<SnapshotRef> read(std::filesystem::path const& ledger) override;
    Result<std::string> sourceText(std::filesystem::path const& ledger, std::string const& planId) override;
    Result<ImportReport> import(std::vector<std::filesystem::path> const& files, std::filesystem::path const& ledger, Date asOf,
                                analysis::Progress const& progress) override;
    Result<workspace::UserLayerLook> lookAtLayer(workspace::UserLayerRequest const& request) override;
    Result<workspace::LayerOutcome> addLayer(workspace::UserLayerRequest const& request, std::filesystem::path const& ledger, Date asOf,
                                             analysis::Progress const& progress) override;
    Result<workspace::TaskContext> context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress) override;
    Result<QueryFindings> askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& progress) override;
    Result<QueryFindings> ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf, analysis::Progress const& progress) override;
    Result<void> saveQuery(std::filesystem::path const& ledger, std::string const& name, workspace::SpatialQuery const& query, bool replace, Date asOf) override;
    Result<void> removeQuery(std::filesystem::path const& ledger, std::string const& name, Date asOf) override;
    Result<workspace::OverlayOutcome> overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question, workspace::OverlayWish const& wish,
                                              Date asOf) override;
    Result<workspace::HotspotAnswer> hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date asOf,
                                                analysis::Progress const& progress) override;
    Result<geo::Layer> findings(std::filesystem::path const& ledger, workspace::FindingsOf what, Date asOf, analysis::Progress const& progress) override;
    Result<workspace::LayerOutcome> removeLayer(std::filesystem::path const& ledger, std::string const& layerId, Date asOf,
                                                analysis::Progress const& progress) override;
    Result<void> restoreLayer(std::filesystem::path const& ledger, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf) override;
    Result<void> renameLayer(std::filesystem::path const& ledger, std::string const& layerId, std::string const& title, Date asOf) override;
    Result<void> restyleLayer(std::filesystem::path const& ledger, std::string const& layerId, std::string const& style, Date asOf) override;
    Result<void> orderLayers(std::filesystem::path const& ledger, std::vector<std::string> const& ids, Date asOf) override;
    Result<exchange::ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                               exchange::ExportOptions const& options) override;
    Result<std::vector<ledger::Event>> correctTask(std::filesystem::path const& ledger, std::string const& taskId, workspace::TaskWish const& wish,
                                                   Date asOf) override;
    Result<std::vector<ledger::Event>> correctSite(std::filesystem::path const& ledger, std::string const& siteId, workspace::SiteWish const& wish,
                                                   bool everywhere, Date asOf) override;
    Result<std::vector<ledger::Event>> stepBack(std::filesystem::path const& ledger, bool back, Date asOf) override;
    cartography::SceneRef scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                std::vector<ledger::TaskRow> const& tasks, Date asOf) override;
    cartography::Status statusOf(ledger::TaskRow const& task, Date asOf) const override;

    std::map<std::string, LedgerSnapshot> ledgers;
    std::vector<geo::Layer> layers = sampleLayers();
    bool baseMissing = false;
    std::vector<std::string> corrected; ///< what was asked for, in words
    std::vector<workspace::UserLayerRequest> addedLayers; ///< layers
    exchange::ExportOptions exported;        ///< of the last export
    std::vector<std::string> exportedTasks;
};

inline constexpr Date sampleDay{std::chrono::year{2023}, std::chrono::month{6}, std::chrono::day{15}};

} // namespace zhengtu::map::testing
