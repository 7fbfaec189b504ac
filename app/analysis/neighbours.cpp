#include "analysis/neighbours.hpp"

#include "analysis/parallel.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

Neighbours joined(std::vector<std::vector<std::uint32_t>> const& lists)
{
    Neighbours all;
    for (auto const& list : lists) {
        all.items.insert(all.items.end(), list.begin(), list.end());
        all.starts.push_back(all.items.size());
    }
    return all;
}

} // namespace

Result<Neighbours> neighboursWithin(std::span<geo::LonLat const> positions, double bandM, Progress const& progress, unsigned threads)
{
    std::vector<geo::Extent> extents;
    for (auto const at : positions) { extents.push_back({at.lon, at.lat, at.lon, at.lat}); }
    geo::SpatialIndex const index{extents};
    std::vector<std::vector<std::uint32_t>> lists(positions.size());
    auto const look = [&](std::size_t i) {
        geo::WithinM const within{positions[i], bandM};
        index.visit(geo::grown(extents[i], bandM), [&](std::size_t j) {
            if (j != i && within(positions[j])) { lists[i].push_back(static_cast<std::uint32_t>(j)); }
        });
        std::ranges::sort(lists[i]);
    };
    if (!forEach(positions.size(), threads, progress, look)) { return fail(ErrorCode::Cancelled, "the search for neighbours was stopped"); }
    return joined(lists);
}

Result<Neighbours> touching(std::span<geo::Shape const> shapes, double gapM, Progress const& progress)
{
    std::vector<geo::Extent> extents;
    for (auto const& shape : shapes) { extents.push_back(geo::extentOf(shape)); }
    geo::SpatialIndex const index{extents};
    std::vector<std::vector<std::uint32_t>> lists(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (progress && !progress(static_cast<double>(i) / static_cast<double>(shapes.size()))) { return fail(ErrorCode::Cancelled, "the search for neighbours was stopped"); }
        if (shapes[i].empty()) { continue; }
        auto const wide = gapM > 0 ? geo::bufferM(shapes[i], gapM) : Result<geo::Shape>{shapes[i]};
        if (!wide) { return std::unexpected{wide.error()}; }
        for (auto const j : index.query(geo::extentOf(*wide))) {
            if (j <= i || shapes[j].empty()) { continue; }
            auto const meets = geo::intersects(*wide, shapes[j]);
            if (!meets) { return std::unexpected{meets.error()}; }
            if (!*meets) { continue; }
            lists[i].push_back(static_cast<std::uint32_t>(j));
            lists[j].push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (auto& list : lists) { std::ranges::sort(list); }
    return joined(lists);
}

BandSums sumsOver(Neighbours const& neighbours, std::span<double const> values)
{
    BandSums sums;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = values[i];
        for (auto const j : neighbours.of(i)) { sum += values[j]; }
        sums.sum.push_back(sum);
        sums.count.push_back(static_cast<std::uint32_t>(neighbours.of(i).size() + 1));
    }
    return sums;
}

} // namespace zhengtu::analysis
