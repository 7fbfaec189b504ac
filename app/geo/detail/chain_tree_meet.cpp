#include "geo/detail/chain_tree.hpp"
#include "geo/detail/sides.hpp"

#include <algorithm>
#include <cmath>

/// Where edges of one tree meet each other, or those of another.
namespace zhengtu::geo::detail {

/// Of edges i < j, from vertex i and vertex j to the next.
bool ChainTree::edgesMeet(std::uint32_t i, std::uint32_t j) const
{
    auto const a = m_vertices[i];
    auto const b = m_vertices[i + 1];
    auto const c = m_vertices[j];
    auto const d = m_vertices[j + 1];
    bool const follows = j == i + 1;
    // the last edge of a ring ends where its first begins
    auto const* const chain = !follows && d == a ? &chainOf(i) : nullptr;
    bool const closes = chain != nullptr && chain->first == i && chain->last == j + 1;
    if (follows || closes) {
        auto const before = follows ? a : c;
        auto const corner = follows ? b : a;
        auto const behind = follows ? d : b;
        if (before == corner || corner == behind) { return true; }
        if (surelySide(before, corner, behind) != 0) { return false; }
        // in line: on, or back over itself?
        return !((corner.lon - before.lon) * (behind.lon - corner.lon) + (corner.lat - before.lat) * (behind.lat - corner.lat) > 0);
    }
    return linesMayMeet(a, b, c, d);
}

bool ChainTree::mayMeetBelow(ChainTree const& a, Cursor ca, ChainTree const& b, Cursor cb)
{
    auto const& na = a.node(ca);
    auto const& nb = b.node(cb);
    if (!na.extent.intersects(nb.extent)) { return false; }
    if (ca.level > 0 || cb.level > 0) {
        bool meets = false;
        bool const splitA = ca.level >= cb.level;
        (splitA ? a : b).children(splitA ? ca : cb, [&](Cursor child) {
            meets = meets || (splitA ? mayMeetBelow(a, child, b, cb) : mayMeetBelow(a, ca, b, child));
        });
        return meets;
    }
    for (auto i = na.first; i < na.last; ++i) {
        for (auto j = nb.first; j < nb.last; ++j) {
            if (linesMayMeet(a.m_vertices[i], a.m_vertices[i + 1], b.m_vertices[j], b.m_vertices[j + 1])) { return true; }
        }
    }
    return false;
}

bool ChainTree::mayMeet(ChainTree const& a, ChainTree const& b)
{
    return !a.m_nodes.empty() && !b.m_nodes.empty() && mayMeetBelow(a, a.top(), b, b.top());
}

/// Then no two of them meet but where one follows on the other. Lines that are drawn by hand or by a machine go one way for long stretches.
bool ChainTree::goOneWay(std::uint32_t first, std::uint32_t last) const
{
    constexpr double rounding = 1e-15;
    double const east = m_vertices[last].lon - m_vertices[first].lon;
    double const north = m_vertices[last].lat - m_vertices[first].lat;
    for (auto i = first; i < last; ++i) {
        double const x = (m_vertices[i + 1].lon - m_vertices[i].lon) * east;
        double const y = (m_vertices[i + 1].lat - m_vertices[i].lat) * north;
        if (!(x + y > rounding * (std::abs(x) + std::abs(y)))) { return false; }
    }
    return true;
}

bool ChainTree::pairMeetsBelow(Cursor a, Cursor b) const
{
    auto const& na = node(a);
    auto const& nb = node(b);
    if (!na.extent.intersects(nb.extent)) { return false; }
    if (na.oneChain && nb.oneChain && na.last == nb.first && goOneWay(na.first, nb.last)) { return false; }
    if (a.level > 0 || b.level > 0) {
        bool meets = false;
        bool const splitA = a.level >= b.level;
        children(splitA ? a : b, [&](Cursor child) { meets = meets || (splitA ? pairMeetsBelow(child, b) : pairMeetsBelow(a, child)); });
        return meets;
    }
    for (auto i = na.first; i < na.last; ++i) {
        Extent edge;
        edge.include(m_vertices[i]);
        edge.include(m_vertices[i + 1]);
        if (!edge.intersects(nb.extent)) { continue; }
        for (auto j = nb.first; j < nb.last; ++j) {
            if (edgesMeet(i, j)) { return true; }
        }
    }
    return false;
}

bool ChainTree::selfMeetBelow(Cursor cursor) const
{
    auto const& here = node(cursor);
    if (here.oneChain && here.first < here.last && goOneWay(here.first, here.last)) { return false; }
    if (cursor.level == 0) {
        for (auto i = here.first; i < here.last; ++i) {
            for (auto j = i + 1; j < here.last; ++j) {
                if (edgesMeet(i, j)) { return true; }
            }
        }
        return false;
    }
    auto const begin = cursor.index * fanOut;
    auto const end = std::min(begin + fanOut, m_levels[cursor.level - 1].size);
    for (auto i = begin; i < end; ++i) {
        if (selfMeetBelow({cursor.level - 1, i})) { return true; }
        for (auto j = i + 1; j < end; ++j) {
            if (pairMeetsBelow({cursor.level - 1, i}, {cursor.level - 1, j})) { return true; }
        }
    }
    return false;
}

bool ChainTree::mayMeetItself() const
{
    return !m_nodes.empty() && selfMeetBelow(top());
}

namespace {

/// Whether an edge surely does not meet a box: it lies on one side of it, or all corners of the box lie on one side of the edge.
bool surelyPasses(LonLat a, LonLat b, Extent const& box) noexcept
{
    LonLat const southWest{box.minLon, box.minLat}, northEast{box.maxLon, box.maxLat};
    if (extentsApart(a, b, southWest, northEast)) { return true; }
    int const side = surelySide(a, b, southWest);
    return side != 0 && side == surelySide(a, b, northEast) && side == surelySide(a, b, {box.minLon, box.maxLat}) && side == surelySide(a, b, {box.maxLon, box.minLat});
}

} // namespace

bool ChainTree::mayMeetBelow(Extent const& box, Cursor cursor) const
{
    auto const& here = node(cursor);
    if (!here.extent.intersects(box)) { return false; }
    if (cursor.level == 0) {
        for (auto i = here.first; i < here.last; ++i) {
            if (!surelyPasses(m_vertices[i], m_vertices[i + 1], box)) { return true; }
        }
        return here.first == here.last; // a point
    }
    bool meets = false;
    children(cursor, [&](Cursor child) { meets = meets || mayMeetBelow(box, child); });
    return meets;
}

bool ChainTree::mayMeet(Extent const& box) const
{
    return !m_nodes.empty() && mayMeetBelow(box, top());
}

} // namespace zhengtu::geo::detail
