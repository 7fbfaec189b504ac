#include "analysis/shared_areas.hpp"

#include "analysis/parallel.hpp"
#include "analysis/regions.hpp"
#include "geo/cut.hpp"

#include <algorithm>

namespace zhengtu::analysis {

Result<SharedAreas> sharedAreas(std::span<geo::Shape const> a, std::span<geo::Shape const> b, Progress const& progress,
                                unsigned threads)
{
    auto const first = regionsOf(a, "first layer, polygon", part(progress, 0, 0.2), threads);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = regionsOf(b, "second layer, polygon", part(progress, 0.2, 0.5), threads);
    if (!second) { return std::unexpected{second.error()}; }
    auto const index = second->index();
    std::vector<std::vector<SharedArea>> found(a.size());
    auto const share = [&](std::size_t i) {
        if (!first->all[i]) { return; }
        index.visit(first->all[i]->extent(), [&](std::size_t j) {
            double const areaM2 = geo::sharedAreaM2(*first->all[i], *second->all[j]);
            if (areaM2 > 0) { found[i].push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), areaM2}); }
        });
        std::ranges::sort(found[i], {}, &SharedArea::b);
    };
    if (!forEach(a.size(), threads, part(progress, 0.5, 1), share, 4)) {
        return fail(ErrorCode::Cancelled, "the intersection was stopped");
    }
    SharedAreas result{{}, first->repaired, second->repaired};
    for (auto const& some : found) { result.areas.insert(result.areas.end(), some.begin(), some.end()); }
    return result;
}

} // namespace zhengtu::analysis
