#pragma once

#include "geo/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace zhengtu::geo {

/// A packed tree over extents (sort-tile-recursive: S. T. Leutenegger et al., ICDE 1997). Built once; all queries are
/// constant and may run in any number of threads. Copyable and movable. Empty extents take a number and are never found.
/// Extents must not cross the antimeridian. Own, not GEOS's: nearest counts metres, and a query makes no geometry.
class SpatialIndex {
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<Extent const> extents);

    [[nodiscard]] std::size_t size() const noexcept { return m_count; }

    /// Calls `found` with the number of every extent that meets `wanted`, also at an edge, in no particular order.
    template <class Found> void visit(Extent const& wanted, Found&& found) const
    {
        if (!m_levels.empty()) { visitBelow(wanted, {m_levels.size() - 1, 0}, found); }
    }
    /// The same numbers, ascending.
    [[nodiscard]] std::vector<std::size_t> query(Extent const& wanted) const;

    struct Neighbour {
        std::size_t item = 0;
        double distanceM = 0;
        friend bool operator==(Neighbour const&, Neighbour const&) = default;
    };
    /// The metres from the position to an item; infinity keeps it out. Must not be less than to the item's extent.
    using DistanceM = std::function<double(std::size_t item)>;
    /// The `count` nearest items within `limitM`, nearest first, equal ones by number.
    [[nodiscard]] std::vector<Neighbour> nearest(LonLat from, std::size_t count, DistanceM const& distanceM,
                                                 double limitM = std::numeric_limits<double>::infinity()) const;

private:
    struct Node {
        Extent extent;
        std::uint32_t item; ///< of the lowest level
    };
    struct Level {
        std::size_t begin, size;
    };
    struct Cursor {
        std::size_t level, index;
    };
    static constexpr std::size_t fanOut = 16;

    template <class Found> void visitBelow(Extent const& wanted, Cursor at, Found& found) const
    {
        auto const& node = m_nodes[m_levels[at.level].begin + at.index];
        if (!node.extent.intersects(wanted)) { return; }
        if (at.level == 0) {
            found(static_cast<std::size_t>(node.item));
            return;
        }
        auto const end = std::min((at.index + 1) * fanOut, m_levels[at.level - 1].size);
        for (auto i = at.index * fanOut; i < end; ++i) {
            visitBelow(wanted, {at.level - 1, i}, found);
        }
    }

    std::vector<Node> m_nodes; ///< items first, then level by level
    std::vector<Level> m_levels;
    std::size_t m_count = 0;
};

/// The extent with everything within `metres` of it, and at most a few per cent more. The whole globe's width near a pole.
[[nodiscard]] Extent grown(Extent const& extent, double metres) noexcept;

} // namespace zhengtu::geo
