#pragma once

#include "geo/shape.hpp"

#include <optional>
#include <span>
#include <utility>

/// Shapes that words describe, in degrees of CGCS2000, every distance in metres by app/geo. Nothing where there is none: an empty
/// result, a broken shape.
namespace zhengtu::place::said {

using MaybeShape = std::optional<geo::Shape>;

/// Everything within `metres` of it, itself with it.
[[nodiscard]] MaybeShape grown(geo::Shape const& shape, double metres);
/// Everything from `fromM` to `toM` away from it.
[[nodiscard]] MaybeShape ring(geo::Shape const& shape, double fromM, double toM);
/// What lies in the area; the shape itself where the area is empty.
[[nodiscard]] MaybeShape clipped(geo::Shape const& shape, geo::Shape const& area);
/// Within `metres` of the common border of two areas, in one of them.
[[nodiscard]] MaybeShape borderBand(geo::Shape const& a, geo::Shape const& b, double metres);
/// The part of an area in a direction from its centre (-1, 0 or 1 to the east and to the north): a half or a quarter.
[[nodiscard]] MaybeShape sideOf(geo::Shape const& area, int east, int north);
/// `metres` from a position in one of eight directions.
[[nodiscard]] geo::LonLat moved(geo::LonLat from, int east, int north, double metres);

/// The stretch of a line between the positions on it that are nearest to two others, on the part that is nearest to both.
/// Nothing where they fall on one position.
[[nodiscard]] MaybeShape stretchBetween(geo::Shape const& line, geo::LonLat from, geo::LonLat to);
/// The stretch between two shares of its length, counted along its parts in their order (rivers: downstream).
[[nodiscard]] MaybeShape stretchOf(geo::Shape const& line, double fromShare, double toShare);

/// Where a line that runs downstream last leaves an area (`first` false), or first comes into it. Nothing where its source or
/// mouth lies in the area instead.
[[nodiscard]] std::optional<geo::LonLat> crossing(geo::Shape const& line, geo::Shape const& area, bool entry);

/// Within `radiusM` of a straight line between two positions: where a road whose course nobody has must run at least in part.
[[nodiscard]] MaybeShape corridor(geo::LonLat from, geo::LonLat to, double radiusM);

/// What several points span, grown by `metres`: nothing where they are fewer than two positions.
[[nodiscard]] MaybeShape hull(geo::Shape const& points, double metres);

/// A position that stands for the shape: a point itself, else one on it.
[[nodiscard]] std::optional<geo::LonLat> positionOf(geo::Shape const& shape);

} // namespace zhengtu::place::said
