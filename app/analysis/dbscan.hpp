#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <vector>

namespace zhengtu::analysis {

/// DBSCAN (M. Ester et al., KDD 1996) by geodesic distance. A core position has at least `minCount` positions (repeated ones
/// and itself counted) within `epsM`; a position that is none itself belongs to its nearest core position within `epsM`, which
/// makes the answer independent of the order, as DBSCAN's own is not. Gives for each position its cluster or -1; clusters are
/// numbered by falling count, then by their least position. Cancelled when `progress` says so.
[[nodiscard]] Result<std::vector<int>> dbscan(std::vector<geo::LonLat> const& positions, double epsM, std::size_t minCount,
                                              Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
