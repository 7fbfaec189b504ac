#pragma once

#include "geo/detail/chain_tree.hpp"

namespace zhengtu::geo::detail {

/// True: a polygon is one ring that runs around the mean of its vertices once and never back, so for certain it does not meet itself. Told without an index of its edges,
/// which small polygons need for nothing else.
[[nodiscard]] bool surelyStar(Shape const& polygon);

/// True: a polygon that checkShape accepts is valid, for certain. False: ask GEOS, which takes ten times as long: rings touch themselves or
/// each other, vertices are repeated, parts lie within each other's extents, or rounding leaves it open.
[[nodiscard]] bool surelyValid(Shape const& polygon, ChainTree const& itsEdges);

} // namespace zhengtu::geo::detail
