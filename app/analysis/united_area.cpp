#include "analysis/united_area.hpp"

#include "analysis/parallel.hpp"
#include "analysis/regions.hpp"
#include "geo/cut.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

namespace zhengtu::analysis {

namespace {

/// Where more than so many lie upon each other, one union costs less than each beside all others.
constexpr std::size_t mostUpon = 60;

} // namespace

Result<double> unitedAreaM2(std::span<geo::Shape const> polygons, Progress const& progress, unsigned threads)
{
    auto const ready = regionsOf(polygons, "polygon", part(progress, 0, 0.2), threads);
    if (!ready) { return std::unexpected{ready.error()}; }
    auto const index = ready->index();
    std::vector<Result<double>> found(polygons.size(), 0.0);
    std::atomic<bool> crowded{false};
    auto const measure = [&](std::size_t i) -> Result<double> {
        if (!ready->all[i] || crowded) { return 0.0; }
        auto const& region = *ready->all[i];
        std::vector<geo::Region const*> before;
        for (auto const j : index.query(region.extent())) {
            if (j >= i) { break; }
            if (region.isTakenBy(*ready->all[j], 0)) { before.push_back(&*ready->all[j]); }
            if (before.size() > mostUpon) {
                crowded = true;
                return 0.0;
            }
        }
        return geo::outsideM2(region, before);
    };
    if (!forEach(polygons.size(), threads, part(progress, 0.2, 1), [&](std::size_t i) { found[i] = measure(i); }, 4)) { return fail(ErrorCode::Cancelled, "adding areas was stopped"); }
    if (crowded) {
        std::vector<geo::Shape> sound;
        for (auto const& region : ready->all) {
            if (region) { sound.push_back(region->shape()); }
        }
        return geo::unionAll(sound).transform([](geo::Shape const& all) { return geo::areaM2(all); });
    }
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i]) { return std::unexpected{std::move(found[i].error()).at("polygon " + std::to_string(i + 1))}; }
        sum += *found[i];
    }
    return sum;
}

} // namespace zhengtu::analysis
