#include "geo/detail/soundness.hpp"

#include "geo/detail/sides.hpp"

#include <algorithm>
#include <span>

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

bool surelyStar(Shape const& polygon)
{
    if (polygon.type != ShapeType::Polygon || polygon.parts.size() != 1 || !polygon.parts[0].holes.empty()) { return false; }
    auto const ring = std::span{polygon.parts[0].outline};
    if (ring.size() < 4) { return false; }
    LonLat mean;
    for (auto const at : ring.subspan(1)) {
        mean.lon += at.lon;
        mean.lat += at.lat;
    }
    auto const corners = static_cast<double>(ring.size() - 1);
    mean = {mean.lon / corners, mean.lat / corners};
    int const way = surelySide(ring[0], ring[1], mean);
    int rounds = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (way == 0 || surelySide(ring[i], ring[i + 1], mean) != way) { return false; }
        rounds += ring[i].lat <= mean.lat && mean.lat < ring[i + 1].lat ? 1 : 0; // edges that go up lie all on one side of the centre
    }
    return rounds == 1;
}

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
