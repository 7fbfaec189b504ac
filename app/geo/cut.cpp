#include "geo/cut.hpp"

#include "geo/detail/chain_tree.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/shared_edges.hpp"
#include "geo/measure.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace zhengtu::geo {

namespace {

using detail::ChainTree;
using detail::Geometry;
using Others = std::span<Region const* const>;
using Operation = GEOSGeometry* (*)(GEOSContextHandle_t, GEOSGeometry const*, GEOSGeometry const*);

Result<Shape> operated(Shape const& a, Shape const& b, Operation operation, ShapeType keep, char const* what)
{
    auto const first = detail::toGeos(a);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toGeos(b);
    if (!second) { return std::unexpected{second.error()}; }
    return detail::adopt(operation(detail::handle(), first->get(), second->get()), what).and_then([&](Geometry const& made) { return detail::partsOf(made.get(), keep); });
}

/// What is clipped need not be valid along the box. GEOS cuts it all the same; should it ever refuse, it is asked again with all of it.
template <class Cut> auto clippedOrWhole(Cut const& cut)
{
    auto made = cut(true);
    return made ? made : cut(false);
}

/// All in one, clipped to the box. The members come in a given order, so the answer is always the same.
Result<Shape> together(Others others, Extent const& box, bool clip)
{
    std::vector<GEOSGeometry*> raw; // the collection takes them over, also when it fails
    Shape last{ShapeType::Polygon, {}};
    std::vector<Geometry> members;
    for (auto const* const other : others) {
        auto shape = clip ? other->clipped(box) : other->shape();
        if (shape.empty()) { continue; }
        auto made = detail::toGeos(shape);
        if (!made) { return std::unexpected{made.error()}; }
        members.push_back(std::move(*made));
        last = std::move(shape);
    }
    if (members.size() < 2) { return last; }
    for (auto& member : members) { raw.push_back(member.release()); }
    return detail::adopt(GEOSGeom_createCollection_r(detail::handle(), GEOS_GEOMETRYCOLLECTION, raw.data(), static_cast<unsigned>(raw.size())), "collection")
        .and_then([](Geometry const& all) { return detail::adopt(GEOSUnaryUnion_r(detail::handle(), all.get()), "union"); })
        .and_then([](Geometry const& all) { return detail::partsOf(all.get(), ShapeType::Polygon); });
}

Result<Shape> cutBy(Region const& region, Others others, Operation operation, char const* what)
{
    return clippedOrWhole([&](bool clip) {
        return together(others, detail::widened(region.extent()), clip).and_then([&](Shape const& all) {
            if (all.empty()) { return operation == GEOSDifference_r ? Result<Shape>{region.shape()} : Result<Shape>{Shape{ShapeType::Polygon, {}}}; }
            return operated(region.shape(), all, operation, ShapeType::Polygon, what);
        });
    });
}

/// Of regions whose rings meet nowhere: all of `a` lies in `b`.
bool isWhollyIn(Region const& a, Region const& b)
{
    return !b.hasRingIn(a) && std::ranges::all_of(a.shape().parts, [&](Part const& part) { return b.edges().locate(part.outline.front()) == ChainTree::Where::Inside; });
}

Result<Shape> commonOf(Region const& a, Region const& b)
{
    return clippedOrWhole([&](bool clip) {
        return clip ? operated(a.clipped(detail::widened(b.extent())), b.clipped(detail::widened(a.extent())), GEOSIntersection_r, ShapeType::Polygon, "intersection")
                    : operated(a.shape(), b.shape(), GEOSIntersection_r, ShapeType::Polygon, "intersection");
    });
}

Result<Shape> cutThing(Shape const& thing, Region const& region, Operation operation, char const* what)
{
    return clippedOrWhole([&](bool clip) -> Result<Shape> {
        auto const near = clip ? region.clipped(detail::widened(extentOf(thing))) : region.shape();
        if (near.empty()) { return operation == GEOSDifference_r ? thing : Shape{thing.type, {}}; }
        return operated(thing, near, operation, thing.type, what);
    });
}

} // namespace

Result<std::optional<Shape>> sharedShape(Region const& a, Region const& b)
{
    using Shared = std::optional<Shape>;
    if (!a.extent().intersects(b.extent())) { return Shared{}; }
    bool const meet = ChainTree::mayMeet(a.edges(), b.edges());
    if (!meet) {
        if (isWhollyIn(a, b)) { return Shared{a.shape()}; }
        if (isWhollyIn(b, a)) { return Shared{b.shape()}; }
        if (!a.hasRingIn(b) && !b.hasRingIn(a)) { return Shared{}; }
    }
    auto common = commonOf(a, b);
    if (!common) { return std::unexpected{std::move(common.error())}; }
    if (!common->empty()) { return Shared{std::move(*common)}; }
    auto const first = detail::toGeos(a.shape());
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toGeos(b.shape());
    if (!second) { return std::unexpected{second.error()}; }
    return detail::truth(GEOSIntersects_r(detail::handle(), first->get(), second->get()), "intersects").transform([&](bool touch) {
        return touch ? Shared{std::move(*common)} : Shared{};
    });
}

Result<double> sharedAreaM2(Region const& a, Region const& b)
{
    if (!a.extent().intersects(b.extent())) { return 0.0; }
    std::array const other{&b.edges()};
    if (auto const areaM2 = detail::sharedByEdgesM2(a.edges(), other)) { return *areaM2; }
    return commonOf(a, b).transform([](Shape const& common) { return areaM2(common); });
}

Result<Shape> insideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSIntersection_r, "intersection"); }
Result<Shape> outsideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSDifference_r, "difference"); }
Result<Shape> insideOf(Region const& region, Others others) { return cutBy(region, others, GEOSIntersection_r, "intersection"); }
Result<Shape> outsideOf(Region const& region, Others others) { return cutBy(region, others, GEOSDifference_r, "difference"); }

Result<double> outsideM2(Region const& region, Others others)
{
    std::vector<ChainTree const*> trees;
    for (auto const* const other : others) {
        if (other->extent().intersects(region.extent())) { trees.push_back(&other->edges()); }
    }
    double const wholeM2 = areaM2(region.shape());
    if (trees.empty()) { return wholeM2; }
    if (auto const sharedM2 = detail::sharedByEdgesM2(region.edges(), trees)) { return std::max(0.0, wholeM2 - *sharedM2); }
    return outsideOf(region, others).transform([](Shape const& shape) { return areaM2(shape); });
}

} // namespace zhengtu::geo
