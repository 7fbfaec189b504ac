#pragma once

#include "analysis/band_sums.hpp"

namespace zhengtu::analysis {

/// Getis-Ord Gi* with binary weights within a band of geodesic metres (J. K. Ord & A. Getis, Local spatial autocorrelation
/// statistics, Geographical Analysis 27, 1995, eq. 14; the position itself belongs to its neighbours):
/// z = (sum - mean * count) / (s * sqrt((n * count - count^2) / (n - 1))), mean and s (divided by n) of all values.
struct GiStar {
    std::vector<double> z;            ///< standard deviations; 0 where it is not defined: all values equal, or all are neighbours
    std::vector<std::uint32_t> count; ///< neighbours with the position itself
    double mean = 0, deviation = 0;   ///< of all values
};

/// From sums over any neighbours, such as polygons that touch: count and sum with the place itself.
[[nodiscard]] GiStar giStarOf(BandSums const& sums, std::span<double const> values);

/// Errors as bandSums; Usage also for fewer or more values than positions.
[[nodiscard]] Result<GiStar> giStar(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM,
                                    Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
