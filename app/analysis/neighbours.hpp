#pragma once

#include "analysis/band_sums.hpp"
#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

/// Who is whose neighbour, itself left out; mutual. The neighbours of i, ascending: items from starts[i] to starts[i + 1].
struct Neighbours {
    std::vector<std::size_t> starts{0};
    std::vector<std::uint32_t> items;

    [[nodiscard]] std::size_t size() const noexcept { return starts.size() - 1; }
    [[nodiscard]] std::span<std::uint32_t const> of(std::size_t i) const noexcept { return {items.data() + starts[i], starts[i + 1] - starts[i]}; }
};

/// Positions within `bandM` geodesic metres of each other. Cancelled.
[[nodiscard]] Result<Neighbours> neighboursWithin(std::span<geo::LonLat const> positions, double bandM, Progress const& progress = {}, unsigned threads = 0);

/// Polygons that have a position in common, be it a corner (queen's contiguity), or come within `gapM` of it: borders of open data do not
/// always meet. Errors of geo::bufferM and geo::intersects; Cancelled.
[[nodiscard]] Result<Neighbours> touching(std::span<geo::Shape const> shapes, double gapM, Progress const& progress = {});

/// Counts and sums with the place itself, as bandSums gives them.
[[nodiscard]] BandSums sumsOver(Neighbours const& neighbours, std::span<double const> values);

} // namespace zhengtu::analysis
