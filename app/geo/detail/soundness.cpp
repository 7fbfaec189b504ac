#include "geo/detail/soundness.hpp"

#include "geo/detail/sides.hpp"

#include <algorithm>

namespace zhengtu::geo::detail {

namespace {

Extent extentOfPath(Path const& path) noexcept
{
    Extent extent;
    for (auto const at : path) { extent.include(at); }
    return extent;
}

/// Of rings that do not meet, one vertex tells for all. False, too, where rounding leaves it open.
bool inside(LonLat at, Path const& ring)
{
    bool odd = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        auto const a = ring[i], b = ring[i + 1];
        if ((a.lat > at.lat) == (b.lat > at.lat)) { continue; }
        int const side = surelySide(a, b, at);
        if (side == 0) { return false; }
        odd ^= (side > 0) == (b.lat > a.lat); // the edge lies to the east
    }
    return odd;
}

bool holesAreInPlace(Part const& part)
{
    std::vector<Extent> extents;
    for (auto const& hole : part.holes) {
        if (!inside(hole.front(), part.outline)) { return false; }
        auto const extent = extentOfPath(hole);
        if (std::ranges::any_of(extents, [&](Extent const& other) { return other.intersects(extent); })) { return false; }
        extents.push_back(extent);
    }
    return true;
}

} // namespace

bool surelyValid(Shape const& polygon, ChainTree const& itsEdges)
{
    if (polygon.type != ShapeType::Polygon || itsEdges.mayMeetItself()) { return false; }
    constexpr std::size_t most = 100; // pairs of more are for GEOS
    if (polygon.parts.size() > most || std::ranges::any_of(polygon.parts, [](Part const& part) { return part.holes.size() > most; })) { return false; }
    if (!std::ranges::all_of(polygon.parts, holesAreInPlace)) { return false; }
    if (polygon.parts.size() == 1) { return true; }
    std::vector<Extent> extents;
    for (auto const& part : polygon.parts) {
        auto const extent = extentOfPath(part.outline);
        if (std::ranges::any_of(extents, [&](Extent const& other) { return other.intersects(extent); })) { return false; }
        extents.push_back(extent);
    }
    return true;
}

} // namespace zhengtu::geo::detail
