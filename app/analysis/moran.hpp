#pragma once

#include "analysis/neighbours.hpp"
#include "analysis/significance.hpp"

namespace zhengtu::analysis {

/// Moran's I of all values (P. A. P. Moran, Biometrika 37, 1950) with weights that add up to 1 for each place that has neighbours.
struct Moran {
    double i = 0, expected = 0; ///< expected: -1 / (n - 1)
    double z = 0;               ///< under randomisation (A. D. Cliff & J. K. Ord, Spatial Processes, 1981, eq. 1.43)
    double p = 1;               ///< two-sided, of z
    double permuted = 1;        ///< pseudo p, one-sided to the side where it lies, of values shuffled over all places
    std::size_t islands = 0;    ///< places without a neighbour
};

/// Usage: fewer than 4 values, all equal, or no neighbours at all. Cancelled.
[[nodiscard]] Result<Moran> moran(Neighbours const& neighbours, std::span<double const> values, PermutationOptions const& options, Progress const& progress = {});

} // namespace zhengtu::analysis
