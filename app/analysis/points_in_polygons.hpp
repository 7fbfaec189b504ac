#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/prepared.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

struct PointInPolygon {
    std::uint32_t point = 0, polygon = 0; ///< numbers in what was asked about
    geo::Where where = geo::Where::Inside; ///< Inside, or Boundary: on an edge or a vertex
    friend bool operator==(PointInPolygon const&, PointInPolygon const&) = default;
};

/// Which positions lie in which polygons, on the boundary too, by position, then by polygon. Decided as exactly as GEOS
/// decides it, on every vertex and edge. Polygons that cross or touch themselves are not repaired: the even-odd rule holds, as in
/// a prepared geometry of GEOS. A polygon shape without parts holds nothing. GeometryInvalid, with the number, for a position that is no
/// number or outside longitude and latitude, a broken ring, or a shape of another type. Cancelled when `progress` says so. The answer does not
/// depend on `threads` (0: all cores).
[[nodiscard]] Result<std::vector<PointInPolygon>> pointsInPolygons(std::span<geo::LonLat const> points,
                                                                   std::span<geo::Shape const> polygons,
                                                                   Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
