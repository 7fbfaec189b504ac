#pragma once

#include "geo/detail/chain_tree.hpp"

namespace zhengtu::geo::detail {

/// True: a polygon that checkShape accepts is valid, for certain. False: ask GEOS, which takes ten times as long: rings touch themselves or
/// each other, vertices are repeated, parts lie within each other's extents, or rounding leaves it open.
[[nodiscard]] bool surelyValid(Shape const& polygon, ChainTree const& itsEdges);

} // namespace zhengtu::geo::detail
