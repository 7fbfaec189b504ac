#include "geo/detail/geos.hpp"
#include "geo/detail/proj.hpp"
#include "geo/refine.hpp"
#include "geo/ops.hpp"

#include <cmath>

namespace zhengtu::geo {

namespace {

using detail::Coordinates;
using detail::Geometry;
using detail::LocalPlane;

Result<LonLat> positionOf(Geometry const& point)
{
    LonLat at;
    if (GEOSisEmpty_r(detail::handle(), point.get()) != 0) {
        return fail(ErrorCode::GeometryInvalid, "a shape without geometry has no centre");
    }
    if (GEOSGeomGetX_r(detail::handle(), point.get(), &at.lon) != 1 ||
        GEOSGeomGetY_r(detail::handle(), point.get(), &at.lat) != 1) {
        return std::unexpected{detail::GeosContext::current().takeError("position")};
    }
    return at;
}

/// Runs `compute` on the shape in a plane around it and brings the answer back.
template <class Compute> Result<Shape> inPlane(Shape const& shape, LocalPlane::Kind kind, Compute const& compute)
{
    auto const plane = LocalPlane::at(extentOf(shape).centre(), kind);
    if (!plane) { return std::unexpected{plane.error()}; }
    return plane->project(shape)
        .and_then([](Shape const& flat) { return detail::toGeos(flat, Coordinates::Plane); })
        .and_then([&](Geometry const& flat) -> Result<Geometry> { return compute(flat); })
        .and_then([](Geometry const& answer) { return detail::fromGeos(answer.get()); })
        .and_then([&](Shape flat) { return plane->unproject(std::move(flat)); });
}

} // namespace

Result<LonLat> centroid(Shape const& shape)
{
    if (shape.empty()) { return fail(ErrorCode::GeometryInvalid, "a shape without geometry has no centre"); }
    if (auto const ok = detail::toValidGeos(shape); !ok) { return std::unexpected{ok.error()}; }
    return inPlane(
               refined(shape), LocalPlane::Kind::EqualArea,
               [](Geometry const& flat) { return detail::adopt(GEOSGetCentroid_r(detail::handle(), flat.get()), "centroid"); })
        .transform([](Shape const& point) { return point.parts.front().outline.front(); });
}

Result<LonLat> pointOnSurface(Shape const& shape)
{
    return detail::toValidGeos(shape)
        .and_then([](Geometry const& g) {
            return detail::adopt(GEOSPointOnSurface_r(detail::handle(), g.get()), "point on surface");
        })
        .and_then(positionOf);
}

Result<Shape> convexHull(Shape const& shape)
{
    return detail::toGeos(shape)
        .and_then([](Geometry const& g) { return detail::adopt(GEOSConvexHull_r(detail::handle(), g.get()), "convex hull"); })
        .and_then([](Geometry const& g) { return detail::fromGeos(g.get()); });
}

Result<Shape> concaveHull(Shape const& shape, double ratio)
{
    if (!(ratio >= 0 && ratio <= 1)) { return fail(ErrorCode::Usage, "the ratio of a concave hull lies between 0 and 1"); }
    if (auto const ok = detail::toGeos(shape); !ok || shape.empty()) {
        return ok.transform([&](Geometry const&) { return shape; });
    }
    return inPlane(shape, LocalPlane::Kind::Conformal, [&](Geometry const& flat) {
        return detail::adopt(GEOSConcaveHull_r(detail::handle(), flat.get(), ratio, 0), "concave hull");
    });
}

Result<Shape> simplify(Shape const& shape, double toleranceM)
{
    if (!(toleranceM >= 0) || !std::isfinite(toleranceM)) { return fail(ErrorCode::Usage, "a negative or unknown tolerance"); }
    if (shape.empty() || shape.type == ShapeType::Point || toleranceM == 0) {
        return detail::toGeos(shape).transform([&](Geometry const&) { return shape; });
    }
    if (auto const ok = detail::toValidGeos(shape); !ok) { return std::unexpected{ok.error()}; }
    return inPlane(shape, LocalPlane::Kind::Conformal,
                   [&](Geometry const& flat) {
                       return detail::adopt(GEOSTopologyPreserveSimplify_r(detail::handle(), flat.get(), toleranceM),
                                            "simplify");
                   })
        .and_then(
            [](Shape simple) -> Result<Shape> { return isValid(simple).valid ? Result<Shape>{simple} : makeValid(simple); });
}

} // namespace zhengtu::geo
