#pragma once

#include "analysis/forms.hpp"

#include <cstddef>
#include <vector>

/// How probable it is that a site lies in a zone, or within a reach of it. Not for use outside app/analysis.
///
/// The model (docs/guide/queries.md): the true place is uniform over the disc of a point's radius, or over the area or line that it
/// lies somewhere in; a thing is off as a whole, by a shift that is uniform over the disc of its radius. A zone's edge is off by one
/// value for all of it, uniform between minus and plus its accuracy: the band. Both are independent. `reachM` 0 asks "in the zone".
///
/// Sums over 512 fixed positions: no random number is drawn, the answer is always the same, and differs from the integral by less
/// than 0.01 as a rule, 0.03 at worst (tests/analysis compares it with the closed form and with random positions).
namespace zhengtu::analysis {

/// Of a place that is known to a disc, beside an edge that is straight as far as the disc goes: closed form in the disc (the part of
/// it beyond a chord), 64 midpoints over the band. `insideM` is how deep the middle lies inside, negative outside.
[[nodiscard]] double straightEdgeChance(double insideM, double radiusM, double bandM) noexcept;

/// Of one position: 0 or 1, and what lies between them in the band; on the very edge a half.
[[nodiscard]] double spotChance(geo::LonLat at, Zone const& zone, double reachM);

[[nodiscard]] double discChance(geo::LonLat centre, double radiusM, Zone const& zone, double reachM);

/// Positions spread evenly by area over polygons (rows of equal height, cut by the rings), by length along lines; those of points.
/// Empty for a polygon without area.
[[nodiscard]] std::vector<geo::LonLat> spread(geo::Shape const& shape, std::size_t count = 512);

/// The mean over positions of a spread.
[[nodiscard]] double meanChance(std::vector<geo::LonLat> const& spots, Zone const& zone, double reachM);

} // namespace zhengtu::analysis
