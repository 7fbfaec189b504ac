#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

struct PointNear {
    std::uint32_t point = 0, shape = 0; ///< numbers in what was asked about
    friend auto operator<=>(PointNear const&, PointNear const&) = default;
};

/// Which positions lie within `limitM` geodesic metres of which shapes (points, lines, polygons; 0 in a polygon), by position, then
/// by shape. Edges are straight in longitude and latitude. A local metric of known error decides; where that leaves it open, the
/// geodesic does. Errors as pointsInPolygons; Usage for a limit below zero, no number, or above 1000 km. A line of zero length is a point. The answer does not depend on `threads`.
[[nodiscard]] Result<std::vector<PointNear>> pointsNear(std::span<geo::LonLat const> points, std::span<geo::Shape const> shapes,
                                                        double limitM, Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
