#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <span>
#include <string>

/// Relations and overlays, by GEOS. Coordinates are degrees; relations and overlays see edges as straight in longitude and
/// latitude, everything with metres works in a local projection. Polygons that cross themselves, broken rings and NaN are
/// GeometryInvalid with the reason and the place, never a wrong answer; makeValid repairs them. An empty shape has no relation
/// to anything. A line of zero length is a point.
namespace zhengtu::geo {

[[nodiscard]] Result<bool> intersects(Shape const& a, Shape const& b); ///< any position in common, also on boundaries
[[nodiscard]] Result<bool> contains(Shape const& a, Shape const& b);   ///< OGC: b lies in a and not only on its boundary
[[nodiscard]] Result<bool> covers(Shape const& a, Shape const& b);     ///< no position of b is outside a
[[nodiscard]] Result<bool> within(Shape const& a, Shape const& b);     ///< contains(b, a)
[[nodiscard]] Result<bool> touches(Shape const& a, Shape const& b);    ///< boundaries meet, interiors do not

// Areas are cut and united on a grid of 1e-12 degrees, on which GEOS is right also where borders run along each other.

/// What both have, of the lower of the two dimensions: polygons that only touch give an empty polygon shape.
[[nodiscard]] Result<Shape> intersection(Shape const& a, Shape const& b);
/// What `a` has and `b` has not, of the type of `a`.
[[nodiscard]] Result<Shape> difference(Shape const& a, Shape const& b);
/// All in one, of one type (empty shapes do not count; a mix of types is GeometryInvalid). The answer does not depend on the
/// order.
[[nodiscard]] Result<Shape> unionAll(std::span<Shape const> shapes);

struct Validity {
    bool valid = true;
    std::string reason; ///< "Self-intersection at (112.5 37.8)"; empty where valid
};
/// Also says no, with the reason, to NaN, unclosed rings and the like. An empty shape is valid.
[[nodiscard]] Validity isValid(Shape const& shape);
/// A valid shape of the same type with the same vertices where possible: rings are closed, repeated vertices dropped, bow ties
/// split. GeometryInvalid when nothing of the type is left (a polygon without area) or coordinates are no numbers.
[[nodiscard]] Result<Shape> makeValid(Shape const& shape);

/// All positions within `metres` of the shape (negative: those of a polygon that are farther than that from outside). Works
/// strip by strip (1 degree of longitude) in transverse Mercator, whose scale is off by less than 3e-5 in a strip, so an extent
/// of any size is right. The outline lies within 0.5 m or 0.06 % of `metres` (the greater) of the true curve for |metres| up to
/// 100 km, 0.2 % up to 500 km (arcs are drawn with 4 to 24 chords a quarter); farther, or across a pole or the antimeridian, is
/// a Usage error.
[[nodiscard]] Result<Shape> bufferM(Shape const& shape, double metres);
/// How far a buffer reaches at most: beyond it a planar projection of its surroundings is not right any more.
inline constexpr double farthestBufferM = 500'000;

/// The centre of mass, by area in an equal-area projection, by length for lines; may lie outside.
[[nodiscard]] Result<LonLat> centroid(Shape const& shape);
/// A position that lies on the shape (inside a polygon), always the same for the same shape.
[[nodiscard]] Result<LonLat> pointOnSurface(Shape const& shape);
/// The smallest convex shape (straight edges in longitude and latitude) around everything: a polygon, or a line or point where
/// there is no area.
[[nodiscard]] Result<Shape> convexHull(Shape const& shape);
/// A hull that follows the points inward, in a local projection; `ratio` 0 (tightest) to 1 (convex).
[[nodiscard]] Result<Shape> concaveHull(Shape const& shape, double ratio);
/// Fewer vertices, none farther than `toleranceM` from the old line; polygons stay valid and keep their parts.
[[nodiscard]] Result<Shape> simplify(Shape const& shape, double toleranceM);

/// How much of `site` lies in `zone`, 0 to 1: of its area, its length, or the number of its points (on the boundary counts).
[[nodiscard]] Result<double> shareInside(Shape const& site, Shape const& zone);

} // namespace zhengtu::geo
