#include "analysis/polygon_cells.hpp"

#include "analysis/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::analysis {

namespace {

constexpr double smallestDegrees = 1e-9; ///< of a cell: coordinates are right to 1e-13
constexpr std::size_t mostEntries = 32'000'000;

} // namespace

void PolygonCells::setSize(std::size_t cells) noexcept
{
    double const wide = m_extent.maxLon - m_extent.minLon, tall = m_extent.maxLat - m_extent.minLat;
    auto const count = static_cast<double>(cells);
    double const side = std::max({std::sqrt(wide * tall / count), wide / count, tall / count, smallestDegrees});
    m_perDegree = 1 / side;
    m_columns = static_cast<std::size_t>(wide / side) + 1;
    m_rows = static_cast<std::size_t>(tall / side) + 1;
}

PolygonCells::Cells PolygonCells::cellsOf(geo::Extent const& extent) const noexcept
{
    return {columnOf(extent.minLon), rowOf(extent.minLat), columnOf(extent.maxLon), rowOf(extent.maxLat)};
}

/// A little more than what is in the cells, so that rounding puts no position beside it.
geo::Extent PolygonCells::extentOf(Cells const& cells) const noexcept
{
    double const side = 1 / m_perDegree, more = side * 1e-3;
    return {m_extent.minLon + static_cast<double>(cells.west) * side - more, m_extent.minLat + static_cast<double>(cells.south) * side - more,
            m_extent.minLon + static_cast<double>(cells.east + 1) * side + more, m_extent.minLat + static_cast<double>(cells.north + 1) * side + more};
}

void PolygonCells::tell(geo::Edges const& edges, Cells const& cells, std::vector<Told>& told) const
{
    auto const extent = extentOf(cells);
    bool const one = cells.west == cells.east && cells.south == cells.north;
    bool const near = edges.mayMeet(extent);
    if (near && !one) {
        auto first = cells, second = cells;
        if (cells.east - cells.west > cells.north - cells.south) {
            first.east = (cells.west + cells.east) / 2;
            second.west = first.east + 1;
        } else {
            first.north = (cells.south + cells.north) / 2;
            second.south = first.north + 1;
        }
        tell(edges, first, told);
        tell(edges, second, told);
        return;
    }
    if (!near && edges.locate(extent.centre()) != geo::Where::Inside) { return; }
    for (auto row = cells.south; row <= cells.north; ++row) {
        for (auto column = cells.west; column <= cells.east; ++column) { told.push_back({static_cast<std::uint32_t>(row * m_columns + column), !near}); }
    }
}

std::optional<PolygonCells> PolygonCells::create(std::span<std::optional<geo::Edges> const> polygons, geo::Extent const& box, std::size_t cells, Progress const& progress,
                                                 unsigned threads)
{
    PolygonCells raster;
    geo::Extent all;
    for (auto const& polygon : polygons) {
        if (polygon) { all.include(polygon->extent()); }
    }
    if (!all.intersects(box)) { // nothing to tell anywhere
        raster.m_extent = {};
        return raster;
    }
    raster.m_extent = {std::max(all.minLon, box.minLon), std::max(all.minLat, box.minLat), std::min(all.maxLon, box.maxLon), std::min(all.maxLat, box.maxLat)};
    for (;; cells /= 2) {
        raster.setSize(std::max<std::size_t>(1, cells));
        std::size_t most = 0;
        for (auto const& polygon : polygons) {
            if (!polygon || !polygon->extent().intersects(raster.m_extent)) { continue; }
            auto const some = raster.cellsOf(polygon->extent());
            most += (some.east - some.west + 1) * (some.north - some.south + 1);
        }
        if (most <= mostEntries || cells < 2) { break; }
    }
    std::vector<std::vector<Told>> told(polygons.size());
    auto const tellOne = [&](std::size_t i) {
        if (!polygons[i] || !polygons[i]->extent().intersects(raster.m_extent)) { return; }
        raster.tell(*polygons[i], raster.cellsOf(polygons[i]->extent()), told[i]);
    };
    if (!forEach(polygons.size(), threads, progress, tellOne, 1)) { return std::nullopt; }
    auto& starts = raster.m_starts;
    starts.assign(raster.m_columns * raster.m_rows + 1, 0);
    for (auto const& some : told) {
        for (auto const& one : some) { ++starts[one.cell + 1]; }
    }
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) { starts[i + 1] += starts[i]; }
    raster.m_entries.resize(starts.back());
    auto next = starts;
    for (std::size_t i = 0; i < told.size(); ++i) { // so the polygons of a cell ascend
        for (auto const& one : told[i]) { raster.m_entries[next[one.cell]++] = {static_cast<std::uint32_t>(i) & 0x7fffffffU, one.fills ? 1U : 0U}; }
        std::vector<Told>{}.swap(told[i]);
    }
    return raster;
}

} // namespace zhengtu::analysis
