#include "analysis/shared_areas.hpp"

#include "analysis/parallel.hpp"
#include "analysis/repaired.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <format>

namespace zhengtu::analysis {

Result<SharedAreas> sharedAreas(std::span<geo::Shape const> a, std::span<geo::Shape const> b, Progress const& progress,
                                unsigned threads)
{
    auto const first = repairedPolygons(a, "first layer, polygon", part(progress, 0, 0.2), threads);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = repairedPolygons(b, "second layer, polygon", part(progress, 0.2, 0.5), threads);
    if (!second) { return std::unexpected{second.error()}; }
    std::vector<geo::Extent> extents;
    for (std::size_t i = 0; i < b.size(); ++i) { extents.push_back(geo::extentOf((*second)[i])); }
    geo::SpatialIndex const index{extents};
    std::vector<Result<std::vector<SharedArea>>> found(a.size());
    auto const share = [&](std::size_t i) -> Result<std::vector<SharedArea>> {
        std::vector<SharedArea> areas;
        for (auto const j : index.query(geo::extentOf((*first)[i]))) {
            auto const common = geo::intersection((*first)[i], (*second)[j]);
            if (!common) { return std::unexpected{Error{common.error()}.at(std::format("polygons {} and {}", i + 1, j + 1))}; }
            if (double const areaM2 = geo::areaM2(*common); areaM2 > 0) {
                areas.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), areaM2});
            }
        }
        return areas;
    };
    if (!forEach(a.size(), threads, part(progress, 0.5, 1), [&](std::size_t i) { found[i] = share(i); }, 4)) {
        return fail(ErrorCode::Cancelled, "the intersection was stopped");
    }
    SharedAreas result{{}, first->numbers, second->numbers};
    for (auto const& some : found) {
        if (!some) { return std::unexpected{some.error()}; }
        result.areas.insert(result.areas.end(), some->begin(), some->end());
    }
    return result;
}

} // namespace zhengtu::analysis
