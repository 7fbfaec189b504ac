#include "geo/detail/chain_tree.hpp"
#include "geo/detail/geos.hpp"
#include "geo/measure.hpp"

namespace zhengtu::geo {

namespace {

/// A position that both have, where they meet.
Result<LonLat> meetingPlace(GEOSGeometry const* a, GEOSGeometry const* b)
{
    auto& context = detail::GeosContext::current();
    struct Destroy {
        void operator()(GEOSCoordSequence* s) const noexcept { GEOSCoordSeq_destroy_r(detail::handle(), s); }
    };
    std::unique_ptr<GEOSCoordSequence, Destroy> const pair{GEOSNearestPoints_r(context.get(), a, b)};
    LonLat at;
    if (pair == nullptr || GEOSCoordSeq_getXY_r(context.get(), pair.get(), 0, &at.lon, &at.lat) == 0) {
        return std::unexpected{context.takeError("nearest points")};
    }
    return at;
}

} // namespace

Result<ShortestLine> shortestLine(Shape const& a, Shape const& b)
{
    if (a.empty() || b.empty()) { return fail(ErrorCode::GeometryInvalid, "no distance from a shape without geometry"); }
    auto const first = detail::toValidGeos(a);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toValidGeos(b);
    if (!second) { return std::unexpected{second.error()}; }
    auto const meet = detail::truth(GEOSIntersects_r(detail::handle(), first->get(), second->get()), "intersects");
    if (!meet) { return std::unexpected{meet.error()}; }
    if (*meet) {
        return meetingPlace(first->get(), second->get()).transform([](LonLat at) { return ShortestLine{0, at, at}; });
    }
    auto const pair = detail::ChainTree::nearestPair(detail::ChainTree{a}, detail::ChainTree{b});
    if (!pair) { return fail(ErrorCode::GeometryInvalid, "no distance from a shape without geometry"); }
    return ShortestLine{distanceM(pair->a, pair->b), pair->a, pair->b};
}

Result<double> distanceM(Shape const& a, Shape const& b)
{
    return shortestLine(a, b).transform([](ShortestLine const& line) { return line.distanceM; });
}

} // namespace zhengtu::geo
