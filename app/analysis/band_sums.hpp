#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

/// What lies within a distance of each position, by position.
struct BandSums {
    std::vector<std::uint32_t> count; ///< of positions, the position itself counted
    std::vector<double> sum;          ///< of their values
};

/// For every position the number of positions within `bandM` geodesic metres (exactly at the distance counts) and the sum of their
/// values. `values` are as many as the positions, or none: all 1. Errors: GeometryInvalid, with the number, for a position that is no number or outside
/// longitude and latitude; Usage for a band that is not above zero or above 100 km, or a value that is no number; Cancelled. The answer
/// does not depend on `threads` (0: all cores), to the last bit.
[[nodiscard]] Result<BandSums> bandSums(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM,
                                        Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
