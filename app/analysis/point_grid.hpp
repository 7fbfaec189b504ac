#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// GeometryInvalid with the number (from 1) of the first position that is no number or outside longitude and latitude.
[[nodiscard]] Result<void> checkPositions(std::span<geo::LonLat const> positions);

/// Positions sorted into cells, row by row from south to north and in a row from west to east, so that what lies in a box
/// is one run a row. Cells are at most so large that any two positions in one are within the size asked for; rows are of
/// one height, the cells of a row of one width, wider in degrees nearer the poles. Constant once built: any number of threads may ask.
class PointGrid {
public:
    struct Run {
        std::uint32_t begin, end; ///< of sorted positions
    };

    /// Positions must have passed checkPositions. Metres above zero; a cell may be made smaller never, and larger never, but
    /// for a size below 1e-9 of the extent, where a cell is that.
    PointGrid(std::span<geo::LonLat const> positions, double diagonalM);

    /// A size with some positions in each cell, if they were spread evenly.
    [[nodiscard]] static double evenDiagonalM(std::span<geo::LonLat const> positions, double perCell);

    [[nodiscard]] std::size_t size() const noexcept { return m_original.size(); }
    [[nodiscard]] double lon(std::size_t i) const noexcept { return m_lon[i]; }
    [[nodiscard]] double lat(std::size_t i) const noexcept { return m_lat[i]; }
    [[nodiscard]] geo::LonLat at(std::size_t i) const noexcept { return {m_lon[i], m_lat[i]}; }
    [[nodiscard]] double const* lons() const noexcept { return m_lon.data(); }
    [[nodiscard]] double const* lats() const noexcept { return m_lat.data(); }
    [[nodiscard]] std::uint32_t original(std::size_t i) const noexcept { return m_original[i]; } ///< number in the input

    [[nodiscard]] std::size_t cells() const noexcept { return m_keys.size(); } ///< that hold something
    [[nodiscard]] Run cell(std::size_t i) const noexcept { return {m_starts[i], m_starts[i + 1]}; }
    [[nodiscard]] geo::Extent extent(Run run) const noexcept;

    /// Calls `found` with the runs of all cells that meet the box, one a row, and with the first and last cell (behind it).
    template <class Found> void visit(geo::Extent const& box, Found&& found) const
    {
        if (m_keys.empty() || !box.intersects(m_extent)) { return; }
        auto const last = rowOf(box.maxLat);
        for (auto row = rowOf(box.minLat); row <= last; ++row) {
            auto const first = cellFrom(keyOf(row, box.minLon));
            auto const end = cellFrom(keyOf(row, box.maxLon) + 1);
            if (first < end) { found(Run{m_starts[first], m_starts[end]}, first, end); }
        }
    }
    /// How many positions lie in those cells.
    [[nodiscard]] std::size_t count(geo::Extent const& box) const
    {
        std::size_t sum = 0;
        visit(box, [&](Run run, std::size_t, std::size_t) { sum += run.end - run.begin; });
        return sum;
    }

private:
    [[nodiscard]] std::uint64_t rowOf(double lat) const noexcept
    {
        double const row = std::floor((lat - m_extent.minLat) / m_height);
        return row <= 0 ? 0 : std::min(static_cast<std::uint64_t>(row), m_rows - 1);
    }
    [[nodiscard]] double widthOf(std::uint64_t row) const noexcept;
    [[nodiscard]] std::uint64_t keyOf(std::uint64_t row, double lon) const noexcept
    {
        double const column = std::floor((lon - m_extent.minLon) / widthOf(row));
        return row * m_columns + (column <= 0 ? 0 : std::min(static_cast<std::uint64_t>(column), m_columns - 1));
    }
    /// The first cell whose key is not less.
    [[nodiscard]] std::size_t cellFrom(std::uint64_t key) const noexcept;
    void sort(std::span<geo::LonLat const> positions);

    geo::Extent m_extent;
    double m_height = 1; ///< of a row, degrees
    std::uint64_t m_rows = 1, m_columns = 1;
    std::vector<double> m_widths; ///< by row, where there are few; else made when asked for
    std::vector<double> m_lon, m_lat;
    std::vector<std::uint32_t> m_original;
    std::vector<std::uint64_t> m_keys; ///< of the cells that hold something, ascending
    std::vector<std::uint32_t> m_starts; ///< by cell, and the end
    std::vector<std::uint32_t> m_directory; ///< the first cell whose key is not less than the number shifted
    int m_shift = 0;
};

} // namespace zhengtu::analysis
