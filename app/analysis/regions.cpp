#include "analysis/regions.hpp"

#include "analysis/parallel.hpp"

#include <format>

namespace zhengtu::analysis {

geo::SpatialIndex Regions::index(double grownM) const
{
    std::vector<geo::Extent> extents;
    extents.reserve(all.size());
    for (auto const& region : all) { extents.push_back(region ? geo::grown(region->extent(), grownM) : geo::Extent{}); }
    return geo::SpatialIndex{extents};
}

Result<Regions> regionsOf(std::span<geo::Shape const> polygons, std::string_view layer, Progress const& progress, unsigned threads)
{
    std::vector<std::optional<Result<geo::Region>>> made(polygons.size());
    auto const make = [&](std::size_t i) {
        if (!polygons[i].empty()) { made[i] = geo::Region::create(polygons[i]); }
    };
    if (!forEach(polygons.size(), threads, progress, make, 4)) {
        return fail(ErrorCode::Cancelled, "making polygons ready was stopped");
    }
    Regions regions;
    regions.all.reserve(made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!made[i]) {
            regions.all.emplace_back();
            continue;
        }
        if (!*made[i]) { return std::unexpected{std::move(made[i]->error()).at(std::format("{} {}", layer, i + 1))}; }
        if ((*made[i])->repaired()) { regions.repaired.push_back(static_cast<std::uint32_t>(i)); }
        regions.all.emplace_back(std::move(**made[i]));
    }
    return regions;
}

} // namespace zhengtu::analysis
