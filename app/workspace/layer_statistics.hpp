#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Figures of a field over the points of a layer that lie in something: PM10 along a track within a mine (走航).
namespace zhengtu::workspace {

struct LayerStatistics {
    std::size_t points = 0;   ///< of the layer
    std::size_t inside = 0;   ///< of them in the target; points on its boundary count
    std::size_t numbers = 0;  ///< of those inside with a number in the field: what min, max and mean rest on
    std::size_t unplaced = 0; ///< rows without a position: in no target
    double min = 0, max = 0, mean = 0; ///< in the field's own unit; nothing where numbers is 0
    std::string target;       ///< names of what they lie in, separated by 、
    bool schematic = false;   ///< the target is drawn from a description
};

/// `target` as of workspace::targets; several features count as one area, a point in two of them once. NotFound: no such layer, field (with
/// the fields of numbers that it has) or target. Usage: the layer has lines or polygons, or the target has no area.
[[nodiscard]] Result<LayerStatistics> statisticsIn(std::vector<geo::Layer> const& layers, std::string const& layerId, std::string const& field,
                                                   std::string const& target);

} // namespace zhengtu::workspace
