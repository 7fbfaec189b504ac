#pragma once

#include "geo/detail/chain_tree.hpp"

#include <span>

namespace zhengtu::geo::detail {

struct SharedByEdges {
    double areaM2 = 0; ///< square metres, as geo::areaM2 measures; 0 where what is shared is no wider than a tenth of a micrometre
    bool touch = false; ///< vertices lie on edges or edges upon each other, or so near that floating point does not tell
};

/// The area that a valid polygon shares with the union of other valid ones, from their edges alone: by the theorem of Green the boundary of what they share is the pieces
/// of each boundary that lie within the others (W. R. Franklin, "Calculating map overlay polygons' areas without explicitly calculating the polygons", SDH 1990). Where they
/// touch, each is taken as moved north-east by an infinitesimal more than those before it, which changes no area and leaves nothing upon an edge; sides are told exactly. So the
/// answer is right also for borders in common, and for vertices that lie on the neighbour's edge but for rounding.
[[nodiscard]] SharedByEdges sharedByEdges(ChainTree const& of, std::span<ChainTree const* const> others);

} // namespace zhengtu::geo::detail
