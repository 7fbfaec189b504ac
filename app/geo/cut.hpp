#pragma once

#include "geo/region.hpp"

#include <optional>
#include <span>

/// Overlays of regions. They are clipped to each other's extent first, so a small one costs little however many vertices the other has; GEOS cuts what is left.
/// Errors: GeometryInvalid where GEOS cannot do it.
namespace zhengtu::geo {

/// What two regions have in common: nothing where they are apart, a polygon without parts where they only touch.
[[nodiscard]] Result<std::optional<Shape>> sharedShape(Region const& a, Region const& b);
/// The area on the ellipsoid that two regions share, as areaM2 measures; 0 where they only touch, or but for a border in common share no more than a strip of a tenth of a micrometre.
[[nodiscard]] double sharedAreaM2(Region const& a, Region const& b);
/// What of a line or point lies in a region, its boundary included.
[[nodiscard]] Result<Shape> insideOf(Shape const& thing, Region const& region);
/// What of a line or point lies outside a region and not on its boundary.
[[nodiscard]] Result<Shape> outsideOf(Shape const& thing, Region const& region);

/// What of a region lies in the others together.
[[nodiscard]] Result<Shape> insideOf(Region const& region, std::span<Region const* const> others);
/// What of a region lies in none of the others.
[[nodiscard]] Result<Shape> outsideOf(Region const& region, std::span<Region const* const> others);
/// The square metres of that, as areaM2 measures.
[[nodiscard]] Result<double> outsideM2(Region const& region, std::span<Region const* const> others);

} // namespace zhengtu::geo
