#include "analysis/density.hpp"

#include "analysis/parallel.hpp"
#include "geo/measure.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>
#include <numeric>

namespace zhengtu::analysis {

namespace {

constexpr double polarLat = 85;

bool before(Weighted const& l, Weighted const& r) noexcept
{
    if (l.at.lat != r.at.lat) { return l.at.lat < r.at.lat; }
    return l.at.lon != r.at.lon ? l.at.lon < r.at.lon : l.weight < r.weight;
}

geo::Extent extentOf(std::span<Weighted const> positions)
{
    geo::Extent extent;
    for (auto const& one : positions) { extent.include(one.at); }
    return extent;
}

geo::Raster gridOver(geo::Extent const& extent, double radiusM, double cellM)
{
    double const most = std::max(std::abs(extent.minLat), std::abs(extent.maxLat));
    auto const middle = geo::degreeM(extent.centre().lat), edge = geo::degreeM(std::min(most + radiusM / 111'000, 89.0));
    geo::Raster grid;
    grid.cellLat = cellM / middle.lat;
    grid.cellLon = cellM / middle.lon;
    double const marginLon = radiusM / edge.lon + grid.cellLon, marginLat = radiusM / 110'500 + grid.cellLat;
    // Corners at whole cells, so that rasters of neighbouring data fit each other.
    grid.west = std::floor((extent.minLon - marginLon) / grid.cellLon) * grid.cellLon;
    grid.north = std::ceil((extent.maxLat + marginLat) / grid.cellLat) * grid.cellLat;
    auto const cells = [](double from, double to, double size) { return static_cast<std::size_t>(std::max(1.0, std::ceil((to - from) / size))); };
    grid.columns = cells(grid.west, extent.maxLon + marginLon, grid.cellLon);
    grid.rows = cells(extent.minLat - marginLat, grid.north, grid.cellLat);
    return grid;
}

/// What one position adds to the grid. Rows and columns come one by one, since the kernel of a row is a polynomial of the longitude alone.
class Kernel {
public:
    Kernel(geo::Raster const& grid, Weighted const& of, double radiusM) : m_grid{grid}, m_of{of}, m_radius2{radiusM * radiusM}
    {
        auto const scale = geo::degreeM(of.at.lat);
        m_latM = scale.lat;
        m_lonM = scale.lon;
        double const perDegree = std::numbers::pi / 180;
        m_slope = scale.lat * std::sin(of.at.lat * perDegree) * perDegree; // -d(N cos)/d(lat) = M sin
        m_curve = scale.lat * std::cos(of.at.lat * perDegree) * perDegree * perDegree;
        double const reach = radiusM / m_latM;
        m_first = row(of.at.lat + reach);
        m_last = std::min(row(of.at.lat - reach), grid.rows - 1);
    }

    [[nodiscard]] std::size_t firstRow() const noexcept { return m_first; }
    [[nodiscard]] std::size_t lastRow() const noexcept { return m_last; }

    /// Calls with the first cell, how many follow, their offset to the position in columns, and the polynomial's numbers.
    template <class Each> void inRow(std::size_t row, Each&& each) const
    {
        double const dLat = m_grid.north - (static_cast<double>(row) + 0.5) * m_grid.cellLat - m_of.at.lat;
        double const half = dLat / 2; // the parallel of the mid-latitude formula, to the second order
        double const stepM = (m_lonM - m_slope * half - m_curve / 2 * half * half) * m_grid.cellLon;
        double const south = dLat * m_latM;
        double const left = m_radius2 - south * south;
        if (left <= 0) { return; }
        double const at = (m_of.at.lon - m_grid.west) / m_grid.cellLon - 0.5; // in columns
        double const wide = std::sqrt(left) / stepM;
        double const from = std::max(0.0, std::ceil(at - wide)), to = std::min(static_cast<double>(m_grid.columns) - 1, std::floor(at + wide));
        if (from > to) { return; }
        each(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from) + 1, from - at, left / m_radius2, stepM * stepM / m_radius2);
    }

    /// Weight over the sum of the kernel in all cells times their areas; 0 when no cell's centre lies within the radius.
    [[nodiscard]] double scale(std::vector<double> const& areas) const
    {
        double sum = 0;
        for (auto row = m_first; row <= m_last; ++row) {
            inRow(row, [&](std::size_t, std::size_t count, double offset, double left, double step) {
                double line = 0;
                for (std::size_t i = 0; i < count; ++i) {
                    double const away = offset + static_cast<double>(i);
                    double const value = left - step * away * away;
                    line += value * value;
                }
                sum += line * areas[row];
            });
        }
        return sum > 0 ? m_of.weight / sum : 0;
    }

    void add(double scale, std::size_t row, double* const values) const
    {
        inRow(row, [&](std::size_t first, std::size_t count, double offset, double left, double step) {
            double* const cells = values + first;
            for (std::size_t i = 0; i < count; ++i) {
                double const away = offset + static_cast<double>(i);
                double const value = left - step * away * away;
                cells[i] += scale * value * value;
            }
        });
    }

private:
    [[nodiscard]] std::size_t row(double lat) const noexcept
    {
        return static_cast<std::size_t>(std::clamp((m_grid.north - lat) / m_grid.cellLat, 0.0, static_cast<double>(m_grid.rows - 1)));
    }
    geo::Raster const& m_grid;
    Weighted const& m_of;
    double m_radius2, m_latM, m_lonM, m_slope, m_curve;
    std::size_t m_first, m_last;
};

Result<std::vector<Weighted>> checked(std::span<Weighted const> positions)
{
    std::vector<Weighted> sorted;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        auto const& [at, weight] = positions[i];
        if (!(std::abs(at.lat) <= polarLat) || !(std::abs(at.lon) <= 180)) {
            return fail(ErrorCode::GeometryInvalid, std::format("position {} ({} {}) is no longitude and latitude within 85 degrees", i + 1, at.lon, at.lat));
        }
        if (!(weight >= 0) || !std::isfinite(weight)) { return fail(ErrorCode::Usage, std::format("weight {} of position {} is not zero or more", weight, i + 1)); }
        if (weight > 0) { sorted.push_back(positions[i]); }
    }
    if (sorted.empty()) { return fail(ErrorCode::Usage, "there is no position with a weight, so there is no density"); }
    std::ranges::sort(sorted, before);
    return sorted;
}

Result<void> checkSizes(std::span<Weighted const> positions, DensityOptions const& options)
{
    if (!(options.radiusM > 0) || options.radiusM > largestDensityRadiusM) {
        return fail(ErrorCode::Usage, "the radius of a density must be above zero and at most 100 km");
    }
    if (!(options.cellM > 0) || options.cellM > options.radiusM / 2) {
        return fail(ErrorCode::Usage, "a cell of a density must be above zero and at most half the radius");
    }
    auto const extent = extentOf(positions);
    auto const grid = gridOver(extent, options.radiusM, options.cellM);
    if (grid.columns > mostDensityCells || grid.rows > mostDensityCells || grid.columns * grid.rows > mostDensityCells) {
        return fail(ErrorCode::Usage, std::format("cells of {} m would be {} x {}, and at most {} are drawn", options.cellM, grid.columns, grid.rows, mostDensityCells),
                    std::format("Take cells of {:.0f} m or more.", std::ceil(densityCellM(positions, options.radiusM))));
    }
    return {};
}

} // namespace

Result<geo::Raster> kernelDensity(std::span<Weighted const> positions, DensityOptions const& options, Progress const& progress)
{
    auto const sorted = checked(positions);
    if (!sorted) { return std::unexpected{sorted.error()}; }
    if (auto const fits = checkSizes(*sorted, options); !fits) { return std::unexpected{fits.error()}; }
    auto grid = gridOver(extentOf(*sorted), options.radiusM, options.cellM);
    std::vector<double> areas(grid.rows);
    for (std::size_t row = 0; row < grid.rows; ++row) { areas[row] = grid.cellAreaM2(row); }

    auto const stage = [&](double from, double to) { return part(progress, from, to); };
    auto const stopped = [] { return fail(ErrorCode::Cancelled, "the density was stopped"); };
    std::vector<double> scales(sorted->size());
    if (!forEach(sorted->size(), options.threads, stage(0, 0.5), [&](std::size_t i) { scales[i] = Kernel{grid, (*sorted)[i], options.radiusM}.scale(areas); })) { return stopped(); }

    // A thread has some rows to itself and takes the positions in their order, so that every cell is summed in one order.
    grid.values.assign(grid.columns * grid.rows, 0.0);
    double const reach = options.radiusM / geo::degreeM(0).lat * 1.001; // a degree of latitude is shortest at the equator
    constexpr std::size_t band = 16;
    auto const bands = (grid.rows + band - 1) / band;
    auto const fill = [&](std::size_t number) {
        auto const first = number * band, last = std::min(first + band, grid.rows) - 1;
        double const south = grid.centre(0, last).lat - reach, north = grid.centre(0, first).lat + reach;
        auto from = std::ranges::lower_bound(*sorted, south, {}, [](Weighted const& one) { return one.at.lat; });
        for (; from != sorted->end() && from->at.lat <= north; ++from) {
            Kernel const kernel{grid, *from, options.radiusM};
            double const scale = scales[static_cast<std::size_t>(from - sorted->begin())];
            for (auto row = std::max(first, kernel.firstRow()); row <= std::min(last, kernel.lastRow()); ++row) { kernel.add(scale, row, &grid.values[row * grid.columns]); }
        }
    };
    if (!forEach(bands, options.threads, stage(0.5, 1), fill)) { return stopped(); }
    return grid;
}

double densityCellM(std::span<Weighted const> positions, double radiusM)
{
    auto const extent = extentOf(positions);
    double cell = radiusM / 20;
    for (int i = 0; i < 200; ++i) {
        auto const grid = gridOver(extent, radiusM, cell);
        if (static_cast<double>(grid.columns) * static_cast<double>(grid.rows) <= static_cast<double>(mostDensityCells)) { break; }
        cell *= 1.05;
    }
    return cell;
}

double densityRadiusM(std::span<Weighted const> positions)
{
    std::vector<Weighted> sorted{positions.begin(), positions.end()};
    std::erase_if(sorted, [](Weighted const& one) { return !(one.weight > 0); });
    if (sorted.empty()) { return 0; }
    std::ranges::sort(sorted, before);
    double total = 0, lon = 0, lat = 0;
    for (auto const& [at, weight] : sorted) {
        total += weight;
        lon += weight * at.lon;
        lat += weight * at.lat;
    }
    geo::LonLat const centre{lon / total, lat / total};
    std::vector<std::pair<double, double>> away;
    double squares = 0;
    for (auto const& [at, weight] : sorted) {
        away.emplace_back(geo::distanceM(centre, at), weight);
        squares += weight * away.back().first * away.back().first;
    }
    std::ranges::sort(away);
    double median = 0;
    for (double below = 0; auto const& [distance, weight] : away) {
        below += weight;
        median = distance;
        if (below * 2 >= total) { break; }
    }
    double const standard = std::sqrt(squares / total), robust = median / std::sqrt(std::numbers::ln2);
    return 0.9 * (robust > 0 ? std::min(standard, robust) : standard) * std::pow(static_cast<double>(sorted.size()), -0.2);
}

std::vector<double> densityLevels(geo::Raster const& density, std::span<double const> shares)
{
    std::vector<std::pair<double, double>> cells; // density, weight
    double total = 0;
    for (std::size_t row = 0; row < density.rows; ++row) {
        double const area = density.cellAreaM2(row);
        for (std::size_t column = 0; column < density.columns; ++column) {
            double const value = density.values[row * density.columns + column];
            if (value > 0) { cells.emplace_back(value, value * area); }
        }
    }
    std::ranges::sort(cells, std::ranges::greater{});
    for (auto const& cell : cells) { total += cell.second; }
    std::vector<double> levels;
    for (double const share : shares) {
        double above = 0, level = 0;
        for (auto const& [value, weight] : cells) {
            level = value;
            above += weight;
            if (above >= share * total) { break; }
        }
        levels.push_back(level);
    }
    return levels;
}

} // namespace zhengtu::analysis
