#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

/// Measures on the CGCS2000 ellipsoid, in metres and square metres.
namespace zhengtu::geo {

/// The geodesic (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 2013; PROJ's geod), right to nanometres. NaN in, NaN
/// out.
[[nodiscard]] double distanceM(LonLat a, LonLat b) noexcept;

/// No position of one box is farther from one of the other: from corner to corner, for boxes of one hemisphere; 0 where one is empty.
[[nodiscard]] double farthestM(Extent const& a, Extent const& b) noexcept;

struct ShortestLine {
    double distanceM = 0;
    LonLat a, b; ///< where it begins on the first shape and ends on the second
};

/// The shortest line between two shapes; 0 where they meet or one lies in the other. Edges are straight in longitude and
/// latitude, as every predicate sees them. The pair of positions is found in a local metric and its distance is then the
/// geodesic: never less than the true minimum, and above it by less than 4e-5 of it up to 100 km (1e-3 at 1000 km).
/// GeometryInvalid for an empty or invalid shape.
[[nodiscard]] Result<ShortestLine> shortestLine(Shape const& a, Shape const& b);
[[nodiscard]] Result<double> distanceM(Shape const& a, Shape const& b); ///< length of shortestLine

/// Area of polygons, holes taken off; 0 for points and lines. Edges are straight in longitude and latitude (RFC 7946), so a box
/// of meridians and parallels is measured as one; the integral of the authalic latitude function (J. P. Snyder, Map
/// Projections, 1987, eq. 3-12) along the edges is right to 1e-9. The winding of rings does not matter. NaN for coordinates
/// that are not numbers.
[[nodiscard]] double areaM2(Shape const& shape) noexcept;

/// Length of lines, perimeter of polygons with their holes: the sum of the geodesics between vertices; 0 for points.
[[nodiscard]] double lengthM(Shape const& shape) noexcept;

/// What one degree at a latitude is in metres: along the parallel, N cos(lat), and along the meridian, M.
struct DegreeM {
    double lon = 0;
    double lat = 0;
};
[[nodiscard]] DegreeM degreeM(double lat) noexcept;

/// 1 mu (亩) is 10000/15 m2.
[[nodiscard]] constexpr double muOf(double squareMetres) noexcept
{
    return squareMetres * 15 / 10000;
}

} // namespace zhengtu::geo
