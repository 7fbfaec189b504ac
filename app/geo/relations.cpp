#include "geo/detail/geos.hpp"
#include "geo/ops.hpp"

namespace zhengtu::geo {

namespace {

using Relation = char (*)(GEOSContextHandle_t, GEOSGeometry const*, GEOSGeometry const*);

Result<bool> relate(Shape const& a, Shape const& b, Relation relation, char const* what)
{
    auto const first = detail::toValidGeos(a);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toValidGeos(b);
    if (!second) { return std::unexpected{second.error()}; }
    return detail::truth(relation(detail::handle(), first->get(), second->get()), what);
}

} // namespace

Result<bool> intersects(Shape const& a, Shape const& b)
{
    return relate(a, b, GEOSIntersects_r, "intersects");
}
Result<bool> contains(Shape const& a, Shape const& b)
{
    return relate(a, b, GEOSContains_r, "contains");
}
Result<bool> covers(Shape const& a, Shape const& b)
{
    return relate(a, b, GEOSCovers_r, "covers");
}
Result<bool> within(Shape const& a, Shape const& b)
{
    return relate(a, b, GEOSWithin_r, "within");
}
Result<bool> touches(Shape const& a, Shape const& b)
{
    return relate(a, b, GEOSTouches_r, "touches");
}

Validity isValid(Shape const& shape)
{
    auto const geometry = detail::toValidGeos(shape);
    if (geometry) { return {}; }
    return {false,
            geometry.error().where.empty() ? geometry.error().detail : geometry.error().where + ": " + geometry.error().detail};
}

} // namespace zhengtu::geo
