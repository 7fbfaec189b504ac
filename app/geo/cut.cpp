#include "geo/cut.hpp"

#include "geo/detail/chain_tree.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/shared_edges.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace zhengtu::geo {

namespace {

using detail::ChainTree;
using detail::Geometry;
using detail::Operation;
using Others = std::span<Region const* const>;

Result<Shape> operated(Shape const& a, Shape const& b, Operation operation, ShapeType keep, char const* what)
{
    return detail::operated(detail::toGeos(a), detail::toGeos(b), operation, keep, what);
}

/// An operation by floating point, and on a grid, where its answer is right for certain and takes two to three times as long.
struct Cutting {
    Operation fast, exact;
    char const* what;
};
constexpr Cutting intersecting{GEOSIntersection_r, detail::intersectionOnGrid, "intersection"};
constexpr Cutting subtracting{GEOSDifference_r, detail::differenceOnGrid, "difference"};

/// What of a region counts within a box. What is clipped need not be valid along the box: by floating point that does, with its area compared; on a grid all of the
/// region is taken then.
Shape nearOf(Region const& region, Extent const& box, bool clip, bool exact)
{
    if (!clip) { return region.shape(); }
    auto clipped = region.clipped(box);
    return !exact || isValid(clipped).valid ? std::move(clipped) : region.shape();
}

/// Should GEOS ever refuse what is clipped, it is asked again with all of it.
template <class Cut> auto clippedOrWhole(Cut const& cut)
{
    auto made = cut(true);
    return made ? made : cut(false);
}

/// By floating point where edges alone tell the area that must come out, and it does; else on a grid.
template <class Cut> Result<Shape> checked(std::optional<double> expectedM2, double wholeM2, Cut const& cut)
{
    constexpr double part = 1e-8, leastM2 = 0.1; // by how much the two may be apart
    if (expectedM2) {
        auto fast = clippedOrWhole([&](bool clip) { return cut(clip, false); });
        if (fast && std::abs(areaM2(*fast) - *expectedM2) <= part * wholeM2 + leastM2) { return fast; }
    }
    return clippedOrWhole([&](bool clip) { return cut(clip, true); });
}

/// The area that a region shares with others together, where edges alone tell it: nothing where they touch.
std::optional<double> sharedWithM2(Region const& region, Others others)
{
    std::vector<ChainTree const*> trees;
    for (auto const* const other : others) {
        if (other->extent().intersects(region.extent())) { trees.push_back(&other->edges()); }
    }
    return trees.empty() ? 0.0 : detail::sharedByEdgesM2(region.edges(), trees);
}

/// All in one, clipped to the box. The members come in a given order, so the answer is always the same.
Result<Shape> together(Others others, Extent const& box, bool clip, bool exact)
{
    std::vector<GEOSGeometry*> raw; // the collection takes them over, also when it fails
    Shape last{ShapeType::Polygon, {}};
    std::vector<Geometry> members;
    for (auto const* const other : others) {
        auto shape = nearOf(*other, box, clip, exact);
        if (shape.empty()) { continue; }
        auto made = detail::toGeos(shape);
        if (!made) { return std::unexpected{made.error()}; }
        members.push_back(std::move(*made));
        last = std::move(shape);
    }
    if (members.size() < 2) { return last; }
    for (auto& member : members) { raw.push_back(member.release()); }
    auto* const context = detail::handle();
    return detail::adopt(GEOSGeom_createCollection_r(context, GEOS_GEOMETRYCOLLECTION, raw.data(), static_cast<unsigned>(raw.size())), "collection")
        .and_then([&](Geometry const& all) {
            return detail::adopt(exact ? GEOSUnaryUnionPrec_r(context, all.get(), detail::gridDegrees) : GEOSUnaryUnion_r(context, all.get()), "union");
        })
        .and_then([](Geometry const& all) { return detail::partsOf(all.get(), ShapeType::Polygon); });
}

Result<Shape> cutBy(Region const& region, Others others, Cutting const& cutting, std::optional<double> expectedM2, double wholeM2)
{
    return checked(expectedM2, wholeM2, [&](bool clip, bool exact) {
        return together(others, detail::widened(region.extent()), clip, exact).and_then([&](Shape const& all) {
            if (all.empty()) { return cutting.fast == GEOSDifference_r ? Result<Shape>{region.shape()} : Result<Shape>{Shape{ShapeType::Polygon, {}}}; }
            return operated(region.shape(), all, exact ? cutting.exact : cutting.fast, ShapeType::Polygon, cutting.what);
        });
    });
}

/// Of regions whose rings meet nowhere: all of `a` lies in `b`.
bool isWhollyIn(Region const& a, Region const& b)
{
    return !b.hasRingIn(a) && std::ranges::all_of(a.shape().parts, [&](Part const& part) { return b.edges().locate(part.outline.front()) == ChainTree::Where::Inside; });
}

/// How two regions lie to each other, told by GEOS with extended precision, so for certain.
struct Relation {
    bool meet, share, firstCovered, secondCovered;
};
Result<Relation> relationOf(Region const& a, Region const& b)
{
    auto const first = detail::toGeos(a.shape());
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toGeos(b.shape());
    if (!second) { return std::unexpected{second.error()}; }
    auto* const context = detail::handle();
    auto* const text = GEOSRelate_r(context, first->get(), second->get());
    if (text == nullptr) { return std::unexpected{detail::GeosContext::current().takeError("relate")}; }
    std::string const matrix{text}; // interior, boundary and exterior of the one in rows, of the other in columns
    GEOSFree_r(context, text);
    auto const has = [&](std::size_t cell) { return matrix.at(cell) != 'F'; };
    return Relation{has(0) || has(1) || has(3) || has(4), has(0), !has(2) && !has(5), !has(6) && !has(7)};
}

/// As sharedShape; `sharedM2`: the area, where edges alone tell it.
Result<std::optional<Shape>> commonOf(Region const& a, Region const& b, std::optional<double> sharedM2)
{
    using Shared = std::optional<Shape>;
    if (!sharedM2) {
        auto const relation = relationOf(a, b);
        if (!relation) { return std::unexpected{relation.error()}; }
        if (!relation->share) { return relation->meet ? Shared{Shape{ShapeType::Polygon, {}}} : Shared{}; }
        if (relation->firstCovered) { return Shared{a.shape()}; }
        if (relation->secondCovered) { return Shared{b.shape()}; }
    }
    auto common = checked(sharedM2, sharedM2.value_or(0), [&](bool clip, bool exact) {
        auto const operation = exact ? intersecting.exact : intersecting.fast;
        return operated(nearOf(a, detail::widened(b.extent()), clip, exact), nearOf(b, detail::widened(a.extent()), clip, exact), operation, ShapeType::Polygon, intersecting.what);
    });
    if (!common) { return std::unexpected{std::move(common.error())}; }
    if (!common->empty()) { return Shared{std::move(*common)}; }
    return relationOf(a, b).transform([&](Relation const& relation) { return relation.meet ? Shared{std::move(*common)} : Shared{}; });
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
    if (!ChainTree::mayMeet(a.edges(), b.edges())) {
        if (isWhollyIn(a, b)) { return Shared{a.shape()}; }
        if (isWhollyIn(b, a)) { return Shared{b.shape()}; }
        if (!a.hasRingIn(b) && !b.hasRingIn(a)) { return Shared{}; }
    }
    std::array const other{&b.edges()};
    return commonOf(a, b, detail::sharedByEdgesM2(a.edges(), other));
}

Result<double> sharedAreaM2(Region const& a, Region const& b)
{
    if (!a.extent().intersects(b.extent())) { return 0.0; }
    std::array const other{&b.edges()};
    if (auto const sharedM2 = detail::sharedByEdgesM2(a.edges(), other)) { return *sharedM2; }
    return commonOf(a, b, std::nullopt).transform([](std::optional<Shape> const& common) { return common ? areaM2(*common) : 0; });
}

Result<Shape> insideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSIntersection_r, "intersection"); }
Result<Shape> outsideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSDifference_r, "difference"); }

Result<Shape> insideOf(Region const& region, Others others)
{
    return cutBy(region, others, intersecting, sharedWithM2(region, others), areaM2(region.shape()));
}

Result<Shape> outsideOf(Region const& region, Others others)
{
    double const wholeM2 = areaM2(region.shape());
    auto const leftM2 = sharedWithM2(region, others).transform([&](double sharedM2) { return wholeM2 - sharedM2; });
    return cutBy(region, others, subtracting, leftM2, wholeM2);
}

Result<double> outsideM2(Region const& region, Others others)
{
    double const wholeM2 = areaM2(region.shape());
    if (auto const sharedM2 = sharedWithM2(region, others)) { return std::max(0.0, wholeM2 - *sharedM2); }
    return cutBy(region, others, subtracting, std::nullopt, wholeM2).transform([](Shape const& shape) { return areaM2(shape); });
}

} // namespace zhengtu::geo
