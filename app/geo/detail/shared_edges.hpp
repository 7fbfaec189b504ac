#pragma once

#include "geo/detail/chain_tree.hpp"

#include <optional>
#include <span>

namespace zhengtu::geo::detail {

/// The area in square metres that valid polygons share with the union of others, as areaM2 measures, from their edges alone: by the theorem of
/// Green the boundary of what they share is the pieces of each boundary that lie within the others (W. R. Franklin, "Calculating map overlay
/// polygons' areas without explicitly calculating the polygons", SDH 1990). Nothing where rounding leaves open whether two edges cross, or
/// they touch: vertices on edges, edges upon each other; then ask GEOS. Nothing, too, for more than 63 others.
[[nodiscard]] std::optional<double> sharedByEdgesM2(ChainTree const& of, std::span<ChainTree const* const> others);

} // namespace zhengtu::geo::detail
