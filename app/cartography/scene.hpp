#pragma once

#include "geo/feature.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// What is to be drawn, free of Qt: an immutable snapshot, shared between the window, the worker and the printer.
namespace zhengtu::cartography {

enum class Status : std::uint8_t { UnderWay, DueSoon, Overdue, Accepted, Closed, LongTerm };
[[nodiscard]] char const* name(Status status) noexcept; ///< "under-way", "due-soon", "overdue", "accepted", "closed", "long-term"

/// One site of a task on the map.
struct Symbol {
    std::string siteId, taskId;
    std::string label;        ///< short: "12. 小店桥"
    std::string category;     ///< air, water ... : the shape
    Status status = Status::UnderWay; ///< the colour
    geo::Shape shape;
    double radiusM = 0;       ///< halo
    bool schematic = false;
    bool approximate = false; ///< precision township or worse: drawn hollow
};

struct MapLayer {
    geo::Layer layer;
    std::string styleId;      ///< key in styles/zhengtu.toml: "county", "river", "reserve" ...
    bool visible = true;
};

struct Scene {
    std::vector<MapLayer> layers; ///< bottom first
    std::vector<Symbol> symbols;
    bool symbolsVisible = true;
};

using SceneRef = std::shared_ptr<Scene const>;

} // namespace zhengtu::cartography
