#pragma once

#include "cartography/clusters.hpp"
#include "cartography/form.hpp"
#include "cartography/frame.hpp"
#include "cartography/style_data.hpp"
#include "cartography/surface_painter.hpp"
#include "cartography/text_cache.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zhengtu::cartography {

struct PreparedFeature {
    Form form;
    int rule = -1;
    bool schematic = false;
};

struct PreparedLayer {
    LayerStyle const* style = nullptr;
    std::vector<PreparedFeature> features;  ///< as in the scene
    std::vector<std::uint32_t> drawing;     ///< features, bottom first
    std::optional<PreparedSurface> surface; ///< below the features, whose areas are then not filled
    Box box;
};

/// A line or an area that symbols stand for, drawn once however many tasks share it.
struct SymbolForm {
    Form form;
    std::uint32_t symbol = 0; ///< the most urgent of those
};

/// A scene projected, styled and indexed. Everything is fixed after the constructor but the clusterings and painted
/// texts, which are made when they are first wanted and kept behind locks.
class PreparedScene {
public:
    PreparedScene(SceneRef scene, StyleRef style);

    SceneRef scene;
    StyleRef style;
    std::vector<PreparedLayer> layers;
    std::vector<World> anchors;            ///< by symbol
    std::vector<Status> statuses;          ///< by symbol: a million symbols are counted without touching their texts
    std::vector<float> radiiM;             ///< by symbol
    bool anyRadius = false;
    std::vector<std::uint32_t> order;      ///< symbols that can be drawn, most urgent first
    std::vector<SymbolForm> forms;
    std::vector<std::uint32_t> formDrawing; ///< forms, bottom first: the large, then the less urgent
    std::vector<std::int32_t> formOf;      ///< by symbol: index into forms or -1
    Box box;                               ///< of all that is visible
    mutable TextCache texts;

    /// The clusters for a frame; null when cancelled.
    [[nodiscard]] std::shared_ptr<Clustering const> clustering(Frame const& frame, std::atomic<bool> const* cancelled) const;
    /// Symbols of a task or of a site, by index.
    [[nodiscard]] std::vector<std::uint32_t> symbolsOf(std::string_view taskId) const;
    [[nodiscard]] std::vector<std::uint32_t> symbolsAt(std::string_view siteId) const;

private:
    using Keys = std::vector<std::pair<std::size_t, std::uint32_t>>; ///< hash of an id, symbol; sorted
    void prepareLayers();
    void prepareSymbols();
    [[nodiscard]] Keys const& keys(bool ofTasks) const;

    mutable std::mutex m_lock;
    mutable std::vector<std::pair<int, std::shared_ptr<Clustering const>>> m_clusterings; ///< the last used last
    mutable std::once_flag m_tasksOnce, m_sitesOnce;
    mutable Keys m_tasks, m_sites;
};

/// What a status counts for when several want the same place: the higher wins.
[[nodiscard]] int urgency(Status status) noexcept;

/// The layer is shown at the frame's scale.
[[nodiscard]] bool shown(MapLayer const& layer, PreparedLayer const& prepared, Frame const& frame);

} // namespace zhengtu::cartography
