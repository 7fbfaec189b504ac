#pragma once

#include "analysis/query.hpp"
#include "geo/raster.hpp"
#include "geo/shape.hpp"

#include <span>
#include <vector>

/// Kernel density: how much weight lies round about each position, per square metre.
namespace zhengtu::analysis {

/// A position and what it counts.
struct Weighted {
    geo::LonLat at;
    double weight = 1; ///< zero or more
};

struct DensityOptions {
    double radiusM = 0; ///< of the kernel; geodesic metres to 2e-5 (the local metric of the ellipsoid)
    double cellM = 0;   ///< height and, at the middle latitude, width of a cell
    unsigned threads = 0; ///< 0: all cores. The answer does not depend on it
};

constexpr double largestDensityRadiusM = 100'000; ///< beyond this the local metric is not right to 2e-5 any more
constexpr std::size_t mostDensityCells = 16'000'000;

/// Quartic (biweight) kernel, K(d) = 3 / (pi R^2) * (1 - (d/R)^2)^2 for d < R (B. W. Silverman, Density Estimation, 1986, eq. 4.5),
/// summed over the positions at the centre of each cell. The share of each position is scaled to its weight, so Raster::sum() is the
/// sum of the weights whatever the size of the cells. The grid reaches a kernel and a cell beyond the outermost positions. The
/// same to the bit for any order of the positions. Errors: GeometryInvalid (a position that is no number or outside +-85
/// degrees of latitude), Usage (no position of weight above zero, a weight that is below zero or no number, a radius of zero or above 100 km, a cell larger than half the
/// radius, more than mostDensityCells cells; the cure names a cell that fits), Cancelled.
[[nodiscard]] Result<geo::Raster> kernelDensity(std::span<Weighted const> positions, DensityOptions const& options, Progress const& progress = {});

/// The cell that the raster of such positions can have at least: radius / 20 if that is few enough cells.
[[nodiscard]] double densityCellM(std::span<Weighted const> positions, double radiusM);

/// A radius by the rule of thumb of Silverman (1986, eq. 4.14, as common GIS adapt it to two dimensions): 0.9 * min(standard distance, median
/// distance to the mean centre / sqrt(ln 2)) * n^(-1/5), weights counted; the median keeps outliers from widening it. 0 where all
/// positions are one.
[[nodiscard]] double densityRadiusM(std::span<Weighted const> positions);

/// For each share (0.25: a quarter) the density above which so much of the whole weight lies: the least area that holds that
/// share. Descending with rising share.
[[nodiscard]] std::vector<double> densityLevels(geo::Raster const& density, std::span<double const> shares);

} // namespace zhengtu::analysis
