#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// Distances that the data themselves suggest, in geodesic metres. None depends on the order of the positions; of more than some
/// thousand positions a fixed sample is looked at.
namespace zhengtu::analysis {

/// To the `k`-th nearest other position, on the average; positions that coincide count. 0 where there are no so many.
[[nodiscard]] double meanNeighbourM(std::span<geo::LonLat const> positions, std::size_t k);

/// Where the sorted distances to the `k`-th nearest other position bend most (J. Sander et al., Data Mining and Knowledge Discovery 2, 1998, by
/// the largest distance from the chord): nearer than that lie the positions of clusters. 0 where it does not bend.
[[nodiscard]] double kneeM(std::span<geo::LonLat const> positions, std::size_t k);

/// The area of the convex hull, m2; 0 for positions in a row.
[[nodiscard]] Result<double> hullAreaM2(std::span<geo::LonLat const> positions);

/// Up to the next number of two digits: 1234 becomes 1300.
[[nodiscard]] double roundedUp(double metres) noexcept;

} // namespace zhengtu::analysis
