#pragma once

#include "analysis/progress.hpp"
#include "geo/edges.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// A raster over polygons: in each cell, the polygons that fill it and those that an edge of comes near it. Positions need not be sorted to be
/// told by it, and most are told without a look at an edge. Constant once made: any number of threads may ask.
class PolygonCells {
public:
    /// A polygon that has something in a cell.
    struct Entry {
        std::uint32_t polygon : 31;
        std::uint32_t fills : 1; ///< all of the cell lies inside; else ask its edges
    };

    /// Polygons without edges have no part. `box`: where positions lie; `cells`: about so many, fewer where polygons lie upon each other many times
    /// over. Nothing when `progress` stopped it.
    [[nodiscard]] static std::optional<PolygonCells> create(std::span<std::optional<geo::Edges> const> polygons, geo::Extent const& box, std::size_t cells,
                                                            Progress const& progress, unsigned threads);

    /// By number, ascending.
    [[nodiscard]] std::span<Entry const> at(geo::LonLat position) const noexcept
    {
        if (!(position.lon >= m_extent.minLon && position.lon <= m_extent.maxLon && position.lat >= m_extent.minLat && position.lat <= m_extent.maxLat)) { return {}; }
        auto const cell = rowOf(position.lat) * m_columns + columnOf(position.lon);
        return {m_entries.data() + m_starts[cell], m_starts[cell + 1] - m_starts[cell]};
    }

private:
    struct Cells {
        std::size_t west, south, east, north; ///< both ends included
    };
    struct Told {
        std::uint32_t cell;
        bool fills;
    };

    [[nodiscard]] std::size_t columnOf(double lon) const noexcept { return index(lon - m_extent.minLon, m_columns); }
    [[nodiscard]] std::size_t rowOf(double lat) const noexcept { return index(lat - m_extent.minLat, m_rows); }
    [[nodiscard]] std::size_t index(double offset, std::size_t count) const noexcept
    {
        if (!(offset > 0)) { return 0; }
        auto const at = static_cast<std::size_t>(offset * m_perDegree);
        return at < count ? at : count - 1;
    }
    void setSize(std::size_t cells) noexcept;
    [[nodiscard]] Cells cellsOf(geo::Extent const& extent) const noexcept;
    [[nodiscard]] geo::Extent extentOf(Cells const& cells) const noexcept;
    void tell(geo::Edges const& edges, Cells const& cells, std::vector<Told>& told) const;

    geo::Extent m_extent;
    double m_perDegree = 1; ///< cells
    std::size_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_starts; ///< in m_entries, by cell, and the end
    std::vector<Entry> m_entries;
};

} // namespace zhengtu::analysis
