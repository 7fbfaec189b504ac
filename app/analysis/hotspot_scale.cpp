#include "analysis/hotspot_scale.hpp"

#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::analysis {

namespace {

constexpr std::size_t sampleSize = 5000;

/// Sorted distances from a sample of the positions to their k-th nearest other one.
std::vector<double> neighbourDistances(std::span<geo::LonLat const> positions, std::size_t k)
{
    std::vector<double> distances;
    if (k == 0 || positions.size() <= k) { return distances; }
    std::vector<geo::LonLat> sorted{positions.begin(), positions.end()};
    std::ranges::sort(sorted, [](geo::LonLat l, geo::LonLat r) { return l.lat != r.lat ? l.lat < r.lat : l.lon < r.lon; });
    std::vector<geo::Extent> extents;
    for (auto const at : sorted) { extents.push_back({at.lon, at.lat, at.lon, at.lat}); }
    geo::SpatialIndex const index{extents};
    auto const step = (sorted.size() + sampleSize - 1) / sampleSize;
    for (std::size_t i = 0; i < sorted.size(); i += step) {
        auto const found = index.nearest(sorted[i], k + 1, [&](std::size_t j) { return geo::distanceM(sorted[i], sorted[j]); }); // itself first
        distances.push_back(found.back().distanceM);
    }
    std::ranges::sort(distances);
    return distances;
}

} // namespace

double meanNeighbourM(std::span<geo::LonLat const> positions, std::size_t k)
{
    auto const distances = neighbourDistances(positions, k);
    double sum = 0;
    for (double const distance : distances) { sum += distance; }
    return distances.empty() ? 0 : sum / static_cast<double>(distances.size());
}

double kneeM(std::span<geo::LonLat const> positions, std::size_t k)
{
    auto const distances = neighbourDistances(positions, k);
    if (distances.size() < 3 || !(distances.back() > distances.front())) { return 0; }
    double best = 0, knee = 0;
    double const range = distances.back() - distances.front();
    for (std::size_t i = 0; i < distances.size(); ++i) {
        double const along = static_cast<double>(i) / static_cast<double>(distances.size() - 1);
        double const below = along - (distances[i] - distances.front()) / range;
        if (below > best) {
            best = below;
            knee = distances[i];
        }
    }
    return knee;
}

Result<double> hullAreaM2(std::span<geo::LonLat const> positions)
{
    geo::Shape points{geo::ShapeType::Point, {}};
    for (auto const at : positions) { points.parts.push_back({{at}, {}}); }
    return geo::convexHull(points).transform([](geo::Shape const& hull) { return geo::areaM2(hull); });
}

double roundedUp(double metres) noexcept
{
    if (!(metres > 0) || !std::isfinite(metres)) { return metres; }
    double const unit = std::pow(10, std::floor(std::log10(metres)) - 1);
    return std::ceil(metres / unit - 1e-9) * unit;
}

} // namespace zhengtu::analysis
