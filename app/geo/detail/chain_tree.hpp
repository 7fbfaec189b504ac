#pragma once

#include "geo/shape.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace zhengtu::geo::detail {

/// The edges of a shape in the order in which they are drawn, cut into blocks of neighbours, with a tree of extents above them.
/// Neighbours along a line are neighbours in space, so nothing is sorted. Immutable once built: all queries may run in any
/// number of threads at once, which a prepared geometry of GEOS does not allow, and which knows no metres.
class ChainTree {
public:
    /// The shape must be one that toGeos accepts.
    explicit ChainTree(Shape const& shape);

    enum class Where : std::uint8_t { Outside, Boundary, Inside };
    /// Where a position lies in the polygons by the even-odd rule, exactly as GEOS sees it; of a line or point: Boundary on it.
    [[nodiscard]] Where locate(LonLat at) const;

    /// Whether a position lies in the polygons once it is moved by an infinitesimal (e, e*e) in longitude and latitude, to the north-east or against it: never on the boundary.
    enum class Moved : std::int8_t { SouthWest = -1, NorthEast = 1 };
    [[nodiscard]] bool holds(LonLat at, Moved moved) const;

    /// Whether an edge meets the box, or may: what rounding leaves open counts.
    [[nodiscard]] bool mayMeet(Extent const& box) const;

    /// Whether two edges meet anywhere but where one follows on the other, or may: what rounding leaves open counts, and so do
    /// repeated vertices. False: all rings are simple and apart.
    [[nodiscard]] bool mayMeetItself() const;

    /// Whether an edge of one meets an edge of the other, or may: what rounding leaves open counts.
    [[nodiscard]] static bool mayMeet(ChainTree const& a, ChainTree const& b);

    struct Nearest {
        double distanceM; ///< of LocalFrame; compare geodesics near a threshold
        LonLat at;
    };
    /// The nearest position on the edges (the boundary of polygons) that is nearer than `limitM`.
    [[nodiscard]] std::optional<Nearest> nearest(LonLat from, double limitM = std::numeric_limits<double>::infinity()) const;

    struct Pair {
        double distanceM;
        LonLat a, b;
    };
    /// The nearest pair of positions on the edges of two trees that do not cross, nearer than `limitM`.
    [[nodiscard]] static std::optional<Pair> nearestPair(ChainTree const& a, ChainTree const& b,
                                                         double limitM = std::numeric_limits<double>::infinity());

    [[nodiscard]] Extent const& extent() const noexcept { return m_extent; }

    /// A ring or line, by the numbers of its vertices; the first comes again at the end of a ring.
    struct Chain {
        std::uint32_t first, last;
        bool interiorLeft; ///< of a ring: its polygon lies left of its edges
        friend bool operator==(Chain const&, Chain const&) = default;
    };
    /// Edges that follow one on another, from vertex `first` to `last` of a chain.
    struct Stretch {
        std::uint32_t first, last;
        Chain const* chain;
    };
    /// All edges that come near the box, in their order, in stretches as long as can be. The ends of a stretch lie outside the box, but where a chain ends.
    [[nodiscard]] std::vector<Stretch> stretches(Extent const& box) const;
    [[nodiscard]] std::span<LonLat const> vertices() const noexcept { return m_vertices; }
    [[nodiscard]] std::span<Chain const> chains() const noexcept { return m_chains; }
    /// Calls `use` with the ends of every edge that comes near the box, and others.
    template <class Use> void eachEdgeNear(Extent const& box, Use const& use) const
    {
        if (m_nodes.empty()) { return; }
        eachBlockNear(box, top(), [&](Node const& block) {
            for (auto i = block.first; i < block.last; ++i) { use(m_vertices[i], m_vertices[i + 1]); }
        });
    }

private:
    struct Node {
        Extent extent;
        double leastCosine;
        std::uint32_t first, last; ///< vertices; edges run between first and last, both included
        bool oneChain;             ///< the vertices are of one ring or line, so its ends tell how often a ray crosses it
    };
    struct Level {
        std::size_t begin, size; ///< in m_nodes
    };
    /// A node with its level, to walk down.
    struct Cursor {
        std::size_t level, index;
    };
    static constexpr std::size_t edgesPerBlock = 12, fanOut = 8;

    void addChain(Path const& path, bool hole);
    void addLevels();
    [[nodiscard]] Node const& node(Cursor at) const noexcept { return m_nodes[m_levels[at.level].begin + at.index]; }
    [[nodiscard]] Cursor top() const noexcept { return {m_levels.size() - 1, 0}; }
    [[nodiscard]] Chain const& chainOf(std::uint32_t vertex) const noexcept;
    template <class Visit> void children(Cursor at, Visit const& visit) const
    {
        auto const begin = at.index * fanOut;
        auto const end = std::min(begin + fanOut, m_levels[at.level - 1].size);
        for (auto i = begin; i < end; ++i) { visit(Cursor{at.level - 1, i}); }
    }
    template <class Use> void eachBlockNear(Extent const& box, Cursor cursor, Use const& use) const
    {
        auto const& here = node(cursor);
        if (!here.extent.intersects(box)) { return; }
        if (cursor.level == 0) { use(here); }
        else { children(cursor, [&](Cursor child) { eachBlockNear(box, child, use); }); }
    }
    static bool mayMeetBelow(ChainTree const& a, Cursor ca, ChainTree const& b, Cursor cb);
    [[nodiscard]] bool goOneWay(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool selfMeetBelow(Cursor cursor) const;
    [[nodiscard]] bool pairMeetsBelow(Cursor a, Cursor b) const;
    [[nodiscard]] bool edgesMeet(std::uint32_t i, std::uint32_t j) const;
    [[nodiscard]] bool mayMeetBelow(Extent const& box, Cursor cursor) const;
    [[nodiscard]] bool crossesRight(LonLat at, Cursor cursor, bool& odd) const;
    [[nodiscard]] bool oddRight(LonLat at, Moved moved, Cursor cursor) const;
    void nearestBelow(LonLat from, double cosLat, class LocalFrame const& frame, Cursor cursor, Nearest& best) const;
    static void pairBelow(ChainTree const& a, Cursor ca, ChainTree const& b, Cursor cb, Pair& best);
    static void pairOfBlocks(ChainTree const& a, Node const& na, ChainTree const& b, Node const& nb, Pair& best, bool swapped);

    ShapeType m_type;
    std::vector<LonLat> m_vertices;
    std::vector<Chain> m_chains; ///< ascending
    std::vector<Node> m_nodes; ///< blocks first, then level by level
    std::vector<Level> m_levels;
    Extent m_extent;
};

} // namespace zhengtu::geo::detail
