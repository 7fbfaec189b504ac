#include "geo/codec.hpp"
#include "geo/detail/geos.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::geo {

namespace {

Result<Shape> overlay(Shape const& a, Shape const& b, detail::Operation operation, ShapeType keep, char const* what)
{
    return detail::operated(detail::toValidGeos(a), detail::toValidGeos(b), operation, keep, what);
}

/// Of points and lines what lies in both stays what it is, to the last digit; areas may share borders, so they are cut on a grid.
bool areas(Shape const& a, Shape const& b) noexcept { return a.type == ShapeType::Polygon && b.type == ShapeType::Polygon; }

/// Parts sorted and rings begun at their least vertex, so that the same region is the same value.
Result<Shape> normalised(detail::Geometry geometry, ShapeType type)
{
    if (GEOSNormalize_r(detail::handle(), geometry.get()) == -1) {
        return std::unexpected{detail::GeosContext::current().takeError("normalise")};
    }
    return detail::partsOf(geometry.get(), type);
}

/// One shape of a union, normalised, with what puts the shapes in an order of their own: its bytes.
struct Member {
    std::vector<std::byte> key;
    detail::Geometry geometry;
};

Result<Member> memberOf(Shape const& shape)
{
    auto geometry = detail::toValidGeos(shape);
    if (!geometry) { return std::unexpected{std::move(geometry.error())}; }
    if (GEOSNormalize_r(detail::handle(), geometry->get()) == -1) {
        return std::unexpected{detail::GeosContext::current().takeError("normalise")};
    }
    return detail::fromGeos(geometry->get()).transform([&](Shape const& same) {
        return Member{toWkb(same), std::move(*geometry)};
    });
}

/// What GEOS refuses at the door but can be mended: rings are closed, repeated vertices dropped.
Shape tidied(Shape shape)
{
    auto const tidy = [](Path& ring) {
        ring.erase(std::ranges::unique(ring).begin(), ring.end());
        if (ring.size() > 1 && ring.front() != ring.back()) { ring.push_back(ring.front()); }
    };
    for (auto& part : shape.parts) {
        tidy(part.outline);
        for (auto& hole : part.holes) {
            tidy(hole);
        }
        std::erase_if(part.holes, [](Path const& hole) { return hole.size() < 4; });
    }
    std::erase_if(shape.parts, [](Part const& part) { return part.outline.size() < 4; });
    return shape;
}

Result<Shape> repaired(Shape const& shape)
{
    auto const geometry = detail::toGeos(shape);
    if (!geometry) { return std::unexpected{geometry.error()}; }
    struct Destroy {
        void operator()(GEOSMakeValidParams* p) const noexcept { GEOSMakeValidParams_destroy_r(detail::handle(), p); }
    };
    std::unique_ptr<GEOSMakeValidParams, Destroy> const parameters{GEOSMakeValidParams_create_r(detail::handle())};
    GEOSMakeValidParams_setMethod_r(detail::handle(), parameters.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(detail::handle(), parameters.get(), 0);
    return detail::adopt(GEOSMakeValidWithParams_r(detail::handle(), geometry->get(), parameters.get()), "make valid")
        .and_then([&](detail::Geometry const& g) { return detail::partsOf(g.get(), ShapeType::Polygon); });
}

std::size_t countInside(Shape const& points, Shape const& common)
{
    auto const less = [](LonLat l, LonLat r) { return l.lon != r.lon ? l.lon < r.lon : l.lat < r.lat; };
    Path found;
    for (auto const& part : common.parts) {
        found.push_back(part.outline.front());
    }
    std::ranges::sort(found, less);
    return static_cast<std::size_t>(std::ranges::count_if(
        points.parts, [&](Part const& part) { return std::ranges::binary_search(found, part.outline.front(), less); }));
}

} // namespace

Result<Shape> intersection(Shape const& a, Shape const& b)
{
    return overlay(a, b, areas(a, b) ? detail::intersectionOnGrid : GEOSIntersection_r, std::min(a.type, b.type), "intersection");
}

Result<Shape> difference(Shape const& a, Shape const& b)
{
    return overlay(a, b, areas(a, b) ? detail::differenceOnGrid : GEOSDifference_r, a.type, "difference");
}

Result<Shape> unionAll(std::span<Shape const> shapes)
{
    ShapeType type = ShapeType::None;
    std::vector<Member> members;
    for (auto const& shape : shapes) {
        if (shape.empty()) { continue; }
        if (type != ShapeType::None && type != shape.type) {
            return fail(ErrorCode::GeometryInvalid, std::string{"a union of "} + name(type) + " and " + name(shape.type));
        }
        type = shape.type;
        auto member = memberOf(shape);
        if (!member) {
            return std::unexpected{std::move(member.error()).at("shape " + std::to_string(&shape - shapes.data() + 1))};
        }
        members.push_back(std::move(*member));
    }
    if (members.empty()) { return Shape{}; }
    // GEOS unites by a tree built in the given order; a fixed order makes the last digits the same for any order of input
    std::ranges::sort(members, [](Member const& l, Member const& r) { return l.key < r.key; });
    std::vector<GEOSGeometry*> raw; // the collection takes them over, also when it fails
    raw.reserve(members.size());
    for (auto& member : members) {
        raw.push_back(member.geometry.release());
    }
    return detail::adopt(GEOSGeom_createCollection_r(detail::handle(), GEOS_GEOMETRYCOLLECTION, raw.data(),
                                                     static_cast<unsigned>(raw.size())),
                         "collection")
        .and_then(
            [&](detail::Geometry const& all) {
                auto* const context = detail::handle();
                return detail::adopt(type == ShapeType::Polygon ? GEOSUnaryUnionPrec_r(context, all.get(), detail::gridDegrees) : GEOSUnaryUnion_r(context, all.get()), "union");
            })
        .and_then([&](detail::Geometry merged) { return normalised(std::move(merged), type); });
}

Result<Shape> makeValid(Shape const& shape)
{
    if (shape.empty()) { return shape; }
    if (shape.type != ShapeType::Polygon) {
        return detail::toGeos(shape).transform([&](detail::Geometry const&) { return shape; });
    }
    auto tidy = tidied(shape);
    if (isValid(tidy).valid && !tidy.empty()) { return tidy; }
    return repaired(tidy).and_then([](Shape valid) -> Result<Shape> {
        if (valid.empty()) { return fail(ErrorCode::GeometryInvalid, "nothing is left of a polygon without area"); }
        return valid;
    });
}

Result<double> shareInside(Shape const& site, Shape const& zone)
{
    if (site.empty()) { return fail(ErrorCode::GeometryInvalid, "no share of a shape without geometry"); }
    auto const meet = intersects(site, zone);
    if (!meet) { return std::unexpected{meet.error()}; }
    if (!*meet) { return 0.0; }
    auto const inside = covers(zone, site);
    if (!inside) { return std::unexpected{inside.error()}; }
    if (*inside) { return 1.0; }
    return intersection(site, zone).transform([&](Shape const& common) {
        if (site.type == ShapeType::Point) {
            return static_cast<double>(countInside(site, common)) / static_cast<double>(site.parts.size());
        }
        if (common.type != site.type) { return 0.0; }
        bool const area = site.type == ShapeType::Polygon;
        double const whole = area ? areaM2(site) : lengthM(site);
        double const part = area ? areaM2(common) : lengthM(common);
        return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 1.0;
    });
}

} // namespace zhengtu::geo
