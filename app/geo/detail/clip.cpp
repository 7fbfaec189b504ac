#include "geo/detail/clip.hpp"

#include <algorithm>

namespace zhengtu::geo::detail {

namespace {

/// One side of the box: a vertex is kept where sign * coordinate <= sign * limit.
template <double LonLat::*along, double LonLat::*across> void cut(Path const& ring, double limit, double sign, Path& kept)
{
    kept.clear();
    if (ring.empty()) { return; }
    auto const in = [&](LonLat at) { return sign * at.*along <= sign * limit; };
    auto const crossing = [&](LonLat a, LonLat b) {
        // from the same end whichever way the edge is walked, so that neighbours are cut alike
        if (b.*along < a.*along) { std::swap(a, b); }
        double const t = (limit - a.*along) / (b.*along - a.*along);
        LonLat at;
        at.*along = limit;
        at.*across = a.*across + t * (b.*across - a.*across);
        return at;
    };
    for (std::size_t i = 0; i < ring.size(); ++i) { // closed: the first vertex comes again at the end
        auto const at = ring[i];
        if (i > 0 && in(ring[i - 1]) != in(at)) { kept.push_back(crossing(ring[i - 1], at)); }
        if (in(at)) { kept.push_back(at); }
    }
    if (!kept.empty() && kept.front() != kept.back()) { kept.push_back(kept.front()); }
}

Path clippedRing(Path const& ring, Extent const& box)
{
    Path one, other;
    cut<&LonLat::lat, &LonLat::lon>(ring, box.maxLat, 1, one);
    cut<&LonLat::lat, &LonLat::lon>(one, box.minLat, -1, other);
    cut<&LonLat::lon, &LonLat::lat>(other, box.maxLon, 1, one);
    cut<&LonLat::lon, &LonLat::lat>(one, box.minLon, -1, other);
    other.erase(std::ranges::unique(other).begin(), other.end());
    if (other.size() < 4) { other.clear(); }
    return other;
}

} // namespace

Shape clipped(Shape const& polygon, Extent const& box)
{
    Shape result{ShapeType::Polygon, {}};
    for (auto const& part : polygon.parts) {
        Part made{clippedRing(part.outline, box), {}};
        if (made.outline.empty()) { continue; }
        for (auto const& hole : part.holes) {
            if (auto ring = clippedRing(hole, box); !ring.empty()) { made.holes.push_back(std::move(ring)); }
        }
        result.parts.push_back(std::move(made));
    }
    return result;
}

Extent widened(Extent const& extent) noexcept
{
    double const wide = (extent.maxLon - extent.minLon) / 10 + 1e-9;
    double const tall = (extent.maxLat - extent.minLat) / 10 + 1e-9;
    return {extent.minLon - wide, extent.minLat - tall, extent.maxLon + wide, extent.maxLat + tall};
}

} // namespace zhengtu::geo::detail
