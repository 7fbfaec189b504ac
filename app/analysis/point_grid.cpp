#include "analysis/point_grid.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <numbers>

namespace zhengtu::analysis {

namespace {

/// Nowhere is a degree of latitude or longitude longer (111,694 m at the poles).
constexpr double mostMetresPerDegree = 111'700;
constexpr double radiansPerDegree = std::numbers::pi / 180;
constexpr double mostCellsAcross = 1e9; ///< 32 bits hold a row or a column
constexpr std::uint64_t fewRows = 1 << 20;

} // namespace

Result<void> checkPositions(std::span<geo::LonLat const> positions)
{
    if (positions.size() >= 0xffffffffU) { return fail(ErrorCode::Usage, "more than 4,294,967,294 positions"); }
    for (auto const& at : positions) {
        // written so that what is no number fails, too
        if (std::abs(at.lon) <= 360 && std::abs(at.lat) <= 90) { continue; }
        return fail(ErrorCode::GeometryInvalid,
                    std::format("position {} of {} ({:.9g} {:.9g}) is not in longitude and latitude", &at - positions.data() + 1,
                                positions.size(), at.lon, at.lat),
                    "If these are metres, or latitude first, say which CRS they are in.");
    }
    return {};
}

PointGrid::PointGrid(std::span<geo::LonLat const> positions, double diagonalM)
{
    for (auto const at : positions) { m_extent.include(at); }
    if (positions.empty()) { return; }
    double const tall = m_extent.maxLat - m_extent.minLat;
    double const wide = m_extent.maxLon - m_extent.minLon;
    m_height = std::max(diagonalM / (std::numbers::sqrt2 * mostMetresPerDegree), std::max(tall, wide) / mostCellsAcross);
    if (!(m_height > 0)) { m_height = 1; } // one place
    m_rows = static_cast<std::uint64_t>(tall / m_height) + 1;
    m_columns = static_cast<std::uint64_t>(wide / m_height) + 1; // none is narrower in degrees than it is high
    if (m_rows <= fewRows) {
        std::vector<double> widths;
        widths.reserve(m_rows);
        for (std::uint64_t row = 0; row < m_rows; ++row) { widths.push_back(widthOf(row)); }
        m_widths = std::move(widths);
    }
    sort(positions);
}

double PointGrid::evenDiagonalM(std::span<geo::LonLat const> positions, double perCell)
{
    geo::Extent extent;
    for (auto const at : positions) { extent.include(at); }
    if (extent.empty()) { return 1; }
    double const tallM = (extent.maxLat - extent.minLat) * mostMetresPerDegree;
    double const wideM = (extent.maxLon - extent.minLon) * mostMetresPerDegree *
                         std::cos((extent.minLat + extent.maxLat) / 2 * radiansPerDegree);
    double const cells = std::max(1.0, static_cast<double>(positions.size()) / perCell);
    double const side = std::max({std::sqrt(tallM * wideM / cells), tallM / cells, wideM / cells, 0.001});
    return side * std::numbers::sqrt2;
}

double PointGrid::widthOf(std::uint64_t row) const noexcept
{
    if (!m_widths.empty()) { return m_widths[row]; }
    double const low = m_extent.minLat + static_cast<double>(row) * m_height;
    double const high = low + m_height;
    double const nearest = low <= 0 && high >= 0 ? 0 : std::min(std::abs(low), std::abs(high)); // to the equator, where it is widest
    return m_height / std::max(std::cos(std::min(nearest, 90.0) * radiansPerDegree), 1e-6);
}

geo::Extent PointGrid::extent(Run run) const noexcept
{
    geo::Extent extent;
    for (auto i = run.begin; i < run.end; ++i) { extent.include(at(i)); }
    return extent;
}

std::size_t PointGrid::cellFrom(std::uint64_t key) const noexcept
{
    auto const slot = key >> m_shift;
    if (slot + 1 >= m_directory.size()) { return m_keys.size(); }
    if (m_shift == 0) { return m_directory[slot]; }
    auto const begin = m_keys.begin() + m_directory[slot];
    auto const end = m_keys.begin() + m_directory[slot + 1];
    return static_cast<std::size_t>(std::lower_bound(begin, end, key) - m_keys.begin());
}

namespace {

/// Numbers of keys below `end`, ascending, equal ones in their order: by eleven bits after the other, from the lowest (H. H. Seward, 1954).
std::vector<std::uint32_t> ordered(std::span<std::uint64_t const> keys, std::uint64_t end)
{
    constexpr unsigned bits = 11;
    constexpr std::uint64_t mask = (1U << bits) - 1;
    std::vector<std::uint32_t> order(keys.size()), next(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) { order[i] = static_cast<std::uint32_t>(i); }
    for (unsigned shift = 0; shift < 64 && (end >> shift) > 0; shift += bits) {
        std::array<std::uint32_t, mask + 2> begins{};
        for (auto const key : keys) { ++begins[((key >> shift) & mask) + 1]; }
        for (std::size_t i = 0; i <= mask; ++i) { begins[i + 1] += begins[i]; }
        for (auto const i : order) { next[begins[(keys[i] >> shift) & mask]++] = i; }
        order.swap(next);
    }
    return order;
}

} // namespace

void PointGrid::sort(std::span<geo::LonLat const> positions)
{
    auto const n = positions.size();
    m_lon.resize(n);
    m_lat.resize(n);
    m_original.resize(n);
    auto const put = [&](std::size_t to, std::size_t from) {
        m_lon[to] = positions[from].lon;
        m_lat[to] = positions[from].lat;
        m_original[to] = static_cast<std::uint32_t>(from);
    };
    std::vector<std::uint64_t> keys(n);
    for (std::size_t i = 0; i < n; ++i) { keys[i] = keyOf(rowOf(positions[i].lat), positions[i].lon); }
    auto const all = m_rows * m_columns;
    if (all <= 4 * n + 65536) { // a count for each cell, then each position to its place
        std::vector<std::uint32_t> next(all + 1, 0);
        for (auto const key : keys) { ++next[key + 1]; }
        for (std::size_t key = 0; key < all; ++key) {
            if (next[key + 1] > 0) {
                m_keys.push_back(key);
                m_starts.push_back(next[key]);
            }
            next[key + 1] += next[key];
        }
        for (std::size_t i = 0; i < n; ++i) { put(next[keys[i]]++, i); }
    } else {
        auto const order = ordered(keys, all);
        std::size_t cells = 0;
        for (std::size_t i = 0; i < n; ++i) { cells += i == 0 || keys[order[i]] != keys[order[i - 1]] ? 1 : 0; }
        m_keys.reserve(cells);
        m_starts.reserve(cells + 1);
        for (std::size_t i = 0; i < n; ++i) {
            put(i, order[i]);
            if (i > 0 && keys[order[i]] == m_keys.back()) { continue; }
            m_keys.push_back(keys[order[i]]);
            m_starts.push_back(static_cast<std::uint32_t>(i));
        }
    }
    m_starts.push_back(static_cast<std::uint32_t>(n));
    while ((all >> m_shift) > 2 * n + 65536) { ++m_shift; }
    m_directory.assign((all >> m_shift) + 3, 0);
    for (auto const key : m_keys) { ++m_directory[(key >> m_shift) + 1]; }
    for (std::size_t slot = 0; slot + 1 < m_directory.size(); ++slot) { m_directory[slot + 1] += m_directory[slot]; }
}

} // namespace zhengtu::analysis
