#include "geo/detail/chain_tree.hpp"

#include "geo/detail/ellipsoid.hpp"
#include "geo/detail/exact_turn.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace zhengtu::geo::detail {

namespace {

/// The same exactly; the rest is left to the extended precision of GEOS, so that every predicate of ours agrees with its.
int orientation(LonLat a, LonLat b, LonLat c)
{
    int const side = surelySide(a, b, c);
    return side != 0 ? side : GEOSOrientationIndex_r(handle(), a.lon, a.lat, b.lon, b.lat, c.lon, c.lat);
}

/// By the sign of twice its area in the plane of degrees, from its first vertex so that digits are kept.
bool runsCounterclockwise(Path const& ring)
{
    double sum = 0;
    auto const from = ring.front();
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        sum += (ring[i].lon - from.lon) * (ring[i + 1].lat - from.lat) - (ring[i + 1].lon - from.lon) * (ring[i].lat - from.lat);
    }
    return sum > 0;
}

/// The children of one node still worth a look, nearest first, equal ones in their order: so few that putting each in its place
/// beats a sort, whose code for long ranges the compiler cannot prove to stay within them.
template <class Item, std::size_t most> class Nearer {
public:
    struct Entry {
        double leastM;
        Item item;
    };

    void insert(double leastM, Item item) noexcept
    {
        auto at = m_count++;
        for (; at > 0 && leastM < m_entries[at - 1].leastM; --at) {
            m_entries[at] = m_entries[at - 1];
        }
        m_entries[at] = {leastM, item};
    }
    [[nodiscard]] std::span<Entry const> entries() const noexcept { return {m_entries.data(), m_count}; }

private:
    std::array<Entry, most> m_entries;
    std::size_t m_count = 0;
};

} // namespace

ChainTree::ChainTree(Shape const& shape) : m_type{shape.type}
{
    std::size_t vertices = 0;
    std::size_t chains = 0;
    for (auto const& part : shape.parts) {
        vertices += part.outline.size();
        chains += 1 + part.holes.size();
        for (auto const& hole : part.holes) {
            vertices += hole.size();
        }
    }
    m_vertices.reserve(vertices);
    m_nodes.reserve((vertices / edgesPerBlock + 2 * chains) * 8 / 7 + 8);
    m_chains.reserve(chains);
    for (auto const& part : shape.parts) {
        addChain(part.outline, false);
        for (auto const& hole : part.holes) {
            addChain(hole, true);
        }
    }
    addLevels();
    if (!m_nodes.empty()) { m_extent = m_nodes.back().extent; }
}

void ChainTree::addChain(Path const& path, bool hole)
{
    auto const begin = m_vertices.size();
    m_chains.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + path.size() - 1), runsCounterclockwise(path) != hole});
    m_vertices.insert(m_vertices.end(), path.begin(), path.end());
    std::size_t first = 0;
    do {
        auto const last = std::min(first + edgesPerBlock, path.size() - 1);
        Node block{{}, 0, static_cast<std::uint32_t>(begin + first), static_cast<std::uint32_t>(begin + last), true};
        block.extent = {path[first].lon, path[first].lat, path[first].lon, path[first].lat};
        for (auto i = first + 1; i <= last; ++i) { // plainly: most of the time of building goes here
            block.extent.minLon = std::min(block.extent.minLon, path[i].lon);
            block.extent.minLat = std::min(block.extent.minLat, path[i].lat);
            block.extent.maxLon = std::max(block.extent.maxLon, path[i].lon);
            block.extent.maxLat = std::max(block.extent.maxLat, path[i].lat);
        }
        block.leastCosine = leastCosine(block.extent);
        m_nodes.push_back(block);
        first = last;
    } while (first + 1 < path.size());
}

void ChainTree::addLevels()
{
    if (m_nodes.empty()) { return; }
    m_levels.reserve(4); // of up to 49,000 edges; layers of many small polygons spend their time asking for memory
    m_levels.push_back({0, m_nodes.size()});
    while (m_levels.back().size > 1) {
        auto const below = m_levels.back();
        Level const level{m_nodes.size(), (below.size + fanOut - 1) / fanOut};
        for (std::size_t i = 0; i < below.size; i += fanOut) {
            auto const count = std::min(fanOut, below.size - i);
            Node node = m_nodes[below.begin + i];
            for (std::size_t j = 1; j < count; ++j) {
                auto const& child = m_nodes[below.begin + i + j];
                node.extent.include(child.extent);
                node.oneChain = node.oneChain && child.oneChain && child.first == node.last;
                node.last = child.last;
            }
            node.leastCosine = leastCosine(node.extent);
            m_nodes.push_back(node);
        }
        m_levels.push_back(level);
    }
}

ChainTree::Chain const& ChainTree::chainOf(std::uint32_t vertex) const noexcept
{
    return *(std::ranges::upper_bound(m_chains, vertex, {}, &Chain::first) - 1);
}

std::vector<ChainTree::Stretch> ChainTree::stretches(Extent const& box) const
{
    std::vector<Stretch> found;
    if (m_nodes.empty()) { return found; }
    eachBlockNear(box, top(), [&](Node const& block) {
        if (block.first == block.last) { return; } // a point
        auto const* const chain = &chainOf(block.first);
        if (!found.empty() && found.back().last == block.first && found.back().chain == chain) { found.back().last = block.last; }
        else { found.push_back({block.first, block.last, chain}); }
    });
    return found;
}

/// Counts the crossings of the ray from `at` to the east; true when the position is on an edge. The upper end of an edge
/// belongs to it and the lower does not, so a vertex on the ray counts once.
bool ChainTree::crossesRight(LonLat at, Cursor cursor, bool& odd) const
{
    auto const& here = node(cursor);
    auto const& box = here.extent;
    if (at.lat < box.minLat || at.lat > box.maxLat || at.lon > box.maxLon) { return false; }
    if (at.lon < box.minLon && here.oneChain) {
        // wholly to the east: however it winds, only its ends count
        odd ^= (m_vertices[here.first].lat > at.lat) != (m_vertices[here.last].lat > at.lat);
        return false;
    }
    if (cursor.level > 0) {
        bool on = false;
        children(cursor, [&](Cursor child) { on = on || crossesRight(at, child, odd); });
        return on;
    }
    if (here.first == here.last) { return m_vertices[here.first] == at; }
    for (auto i = here.first; i < here.last; ++i) {
        auto const a = m_vertices[i];
        auto const b = m_vertices[i + 1];
        if ((a.lat < at.lat && b.lat < at.lat) || (a.lat > at.lat && b.lat > at.lat) || (a.lon < at.lon && b.lon < at.lon)) {
            continue;
        }
        if (a.lat == at.lat && b.lat == at.lat) {
            if (std::min(a.lon, b.lon) <= at.lon && at.lon <= std::max(a.lon, b.lon)) { return true; }
            continue;
        }
        int const side = orientation(a, b, at);
        if (side == 0 && std::min(a.lon, b.lon) <= at.lon) { return true; } // latitudes and the other side are checked above
        bool const up = b.lat > at.lat && a.lat <= at.lat;
        bool const down = a.lat > at.lat && b.lat <= at.lat;
        if ((up && side > 0) || (down && side < 0)) { odd = !odd; }
    }
    return false;
}

ChainTree::Where ChainTree::locate(LonLat at) const
{
    if (m_nodes.empty()) { return Where::Outside; }
    bool odd = false;
    if (crossesRight(at, top(), odd)) { return Where::Boundary; }
    return odd && m_type == ShapeType::Polygon ? Where::Inside : Where::Outside;
}

/// Whether the ray from the moved position to the east crosses the edges an odd number of times. It runs through no vertex, and no edge runs through its beginning.
bool ChainTree::oddRight(LonLat at, Moved moved, Cursor cursor) const
{
    auto const& here = node(cursor);
    auto const& box = here.extent;
    if (at.lat < box.minLat || at.lat > box.maxLat || at.lon > box.maxLon) { return false; }
    auto const isAbove = [&](LonLat vertex) { return moved == Moved::NorthEast ? vertex.lat > at.lat : vertex.lat >= at.lat; };
    if (at.lon < box.minLon && here.oneChain) { return isAbove(m_vertices[here.first]) != isAbove(m_vertices[here.last]); }
    bool odd = false;
    if (cursor.level > 0) {
        children(cursor, [&](Cursor child) { odd ^= oddRight(at, moved, child); });
        return odd;
    }
    for (auto i = here.first; i < here.last; ++i) {
        auto const a = m_vertices[i];
        auto const b = m_vertices[i + 1];
        bool const up = isAbove(b);
        if (isAbove(a) == up || (a.lon < at.lon && b.lon < at.lon)) { continue; }
        odd ^= (sideOfMoved(a, b, at, moved == Moved::NorthEast ? 1 : -1) > 0) == up;
    }
    return odd;
}

bool ChainTree::holds(LonLat at, Moved moved) const
{
    return !m_nodes.empty() && m_type == ShapeType::Polygon && oddRight(at, moved, top());
}

void ChainTree::nearestBelow(LonLat from, double cosLat, LocalFrame const& frame, Cursor cursor, Nearest& best) const
{
    auto const& here = node(cursor);
    if (cursor.level == 0) {
        if (here.first == here.last) {
            if (double const d = frame.distanceM(m_vertices[here.first]); d < best.distanceM) {
                best = {d, m_vertices[here.first]};
            }
        }
        for (auto i = here.first; i < here.last; ++i) {
            auto const a = m_vertices[i];
            auto const b = m_vertices[i + 1];
            auto const found = frame.nearestOnEdge(a, b);
            if (found.distanceM < best.distanceM) {
                best = {found.distanceM, {a.lon + found.along * (b.lon - a.lon), a.lat + found.along * (b.lat - a.lat)}};
            }
        }
        return;
    }
    Nearer<Cursor, fanOut> order; // `children` visits fanOut at most
    children(cursor, [&](Cursor child) {
        auto const& there = node(child);
        double const least = atLeastM(from, cosLat, there.extent, there.leastCosine);
        if (least < best.distanceM) { order.insert(least, child); }
    });
    for (auto const& [least, child] : order.entries()) {
        if (least >= best.distanceM) { break; }
        nearestBelow(from, cosLat, frame, child, best);
    }
}

std::optional<ChainTree::Nearest> ChainTree::nearest(LonLat from, double limitM) const
{
    if (m_nodes.empty()) { return std::nullopt; }
    double const cosLat = std::max(0.0, std::cos(from.lat * radiansPerDegree));
    auto const& root = node(top());
    if (atLeastM(from, cosLat, root.extent, root.leastCosine) >= limitM) { return std::nullopt; }
    Nearest best{limitM, {}};
    nearestBelow(from, cosLat, LocalFrame{from}, top(), best);
    if (best.distanceM >= limitM) { return std::nullopt; }
    return best;
}

/// Two edges that do not cross are nearest at an end of one of them.
void ChainTree::pairOfBlocks(ChainTree const& a, Node const& na, ChainTree const& b, Node const& nb, Pair& best, bool swapped)
{
    for (auto i = na.first; i <= na.last; ++i) {
        auto const from = a.m_vertices[i];
        if (atLeastM(from, std::max(0.0, std::cos(from.lat * radiansPerDegree)), nb.extent, nb.leastCosine) >= best.distanceM) { continue; }
        LocalFrame const frame{from};
        auto const consider = [&](double d, LonLat at) {
            if (d < best.distanceM) { best = swapped ? Pair{d, at, from} : Pair{d, from, at}; }
        };
        if (nb.first == nb.last) { consider(frame.distanceM(b.m_vertices[nb.first]), b.m_vertices[nb.first]); }
        for (auto j = nb.first; j < nb.last; ++j) {
            auto const p = b.m_vertices[j];
            auto const q = b.m_vertices[j + 1];
            auto const found = frame.nearestOnEdge(p, q);
            consider(found.distanceM, {p.lon + found.along * (q.lon - p.lon), p.lat + found.along * (q.lat - p.lat)});
        }
    }
}

void ChainTree::pairBelow(ChainTree const& a, Cursor ca, ChainTree const& b, Cursor cb, Pair& best)
{
    if (ca.level == 0 && cb.level == 0) {
        pairOfBlocks(a, a.node(ca), b, b.node(cb), best, false);
        pairOfBlocks(b, b.node(cb), a, a.node(ca), best, true);
        return;
    }
    bool const splitA = ca.level >= cb.level;
    Nearer<Cursor, fanOut> order; // `children` visits fanOut at most
    auto const& tree = splitA ? a : b;
    auto const& fixed = splitA ? b.node(cb) : a.node(ca);
    tree.children(splitA ? ca : cb, [&](Cursor child) {
        auto const& there = tree.node(child);
        double const least = atLeastM(there.extent, there.leastCosine, fixed.extent, fixed.leastCosine);
        if (least < best.distanceM) { order.insert(least, child); }
    });
    for (auto const& [least, child] : order.entries()) {
        if (least >= best.distanceM) { break; }
        pairBelow(a, splitA ? child : ca, b, splitA ? cb : child, best);
    }
}

std::optional<ChainTree::Pair> ChainTree::nearestPair(ChainTree const& a, ChainTree const& b, double limitM)
{
    if (a.m_nodes.empty() || b.m_nodes.empty()) { return std::nullopt; }
    Pair best{limitM, {}, {}};
    pairBelow(a, a.top(), b, b.top(), best);
    if (best.distanceM >= limitM) { return std::nullopt; }
    return best;
}

} // namespace zhengtu::geo::detail
