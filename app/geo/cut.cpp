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

/// The area that must come out of a cut, as edges tell it.
struct Expected {
    double areaM2, wholeM2; ///< of what comes out, and of what is cut
    bool touch;             ///< as in SharedByEdges

    [[nodiscard]] bool isMetBy(Result<Shape> const& made) const
    {
        constexpr double part = 1e-8, leastM2 = 0.1; // by how much the two may be apart
        return made && std::abs(geo::areaM2(*made) - areaM2) <= part * wholeM2 + leastM2;
    }
};

/// By floating point where nothing touches and the area is right, else on a grid; and there with all of the polygons, should what was clipped not give it.
template <class Cut> Result<Shape> checked(Expected const& expected, Cut const& cut)
{
    if (!expected.touch) {
        if (auto fast = clippedOrWhole([&](bool clip) { return cut(clip, false); }); expected.isMetBy(fast)) { return fast; }
    }
    auto clipped = cut(true, true);
    return expected.isMetBy(clipped) ? clipped : cut(false, true);
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

/// What two regions share.
detail::SharedByEdges sharedWith(Region const& a, Region const& b)
{
    if (!a.extent().intersects(b.extent())) { return {}; }
    std::array const other{&b.edges()};
    return detail::sharedByEdges(a.edges(), other);
}

/// What a region shares with others together. Each is looked at beside each other, so of very many what is near is united first.
Result<detail::SharedByEdges> sharedWith(Region const& region, Others others)
{
    constexpr std::size_t mostAtOnce = 64;
    std::vector<Region const*> near;
    for (auto const* const other : others) {
        if (other->extent().intersects(region.extent())) { near.push_back(other); }
    }
    if (near.empty()) { return detail::SharedByEdges{}; }
    std::vector<ChainTree const*> trees;
    if (near.size() <= mostAtOnce) {
        for (auto const* const other : near) { trees.push_back(&other->edges()); }
        return detail::sharedByEdges(region.edges(), trees);
    }
    return clippedOrWhole([&](bool clip) { return together(near, detail::widened(region.extent()), clip, true); }).transform([&](Shape const& all) {
        ChainTree const tree{all};
        trees.push_back(&tree);
        return detail::sharedByEdges(region.edges(), trees);
    });
}

Result<Shape> cutBy(Region const& region, Others others, Cutting const& cutting, Expected const& expected)
{
    return checked(expected, [&](bool clip, bool exact) {
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

/// As sharedShape.
Result<std::optional<Shape>> commonOf(Region const& a, Region const& b, detail::SharedByEdges const& shared)
{
    using Shared = std::optional<Shape>;
    if (shared.touch) {
        auto const relation = relationOf(a, b);
        if (!relation) { return std::unexpected{relation.error()}; }
        if (!relation->share) { return relation->meet ? Shared{Shape{ShapeType::Polygon, {}}} : Shared{}; }
        if (relation->firstCovered) { return Shared{a.shape()}; }
        if (relation->secondCovered) { return Shared{b.shape()}; }
    }
    auto common = checked({shared.areaM2, shared.areaM2, shared.touch}, [&](bool clip, bool exact) {
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
    return commonOf(a, b, sharedWith(a, b));
}

double sharedAreaM2(Region const& a, Region const& b) { return sharedWith(a, b).areaM2; }

Result<Shape> insideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSIntersection_r, "intersection"); }
Result<Shape> outsideOf(Shape const& thing, Region const& region) { return cutThing(thing, region, GEOSDifference_r, "difference"); }

Result<Shape> insideOf(Region const& region, Others others)
{
    auto const single = withoutRepeats(others);
    return sharedWith(region, single).and_then([&](detail::SharedByEdges const& shared) {
        return cutBy(region, single, intersecting, {shared.areaM2, areaM2(region.shape()), shared.touch});
    });
}

Result<Shape> outsideOf(Region const& region, Others others)
{
    auto const single = withoutRepeats(others);
    return sharedWith(region, single).and_then([&](detail::SharedByEdges const& shared) {
        double const wholeM2 = areaM2(region.shape());
        return cutBy(region, single, subtracting, {wholeM2 - shared.areaM2, wholeM2, shared.touch});
    });
}

Result<double> outsideM2(Region const& region, Others others)
{
    return sharedWith(region, withoutRepeats(others)).transform([&](detail::SharedByEdges const& shared) { return std::max(0.0, areaM2(region.shape()) - shared.areaM2); });
}

} // namespace zhengtu::geo
