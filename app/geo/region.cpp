#include "geo/region.hpp"

#include "geo/detail/chain_tree.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/soundness.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::geo {

struct Region::Ready {
    explicit Ready(Shape const& given) : shape{&given}, tree{given} {}
    explicit Ready(Shape&& made) : own{std::move(made)}, shape{&own}, tree{own}, repaired{true} {}
    Shape own; ///< where it was repaired
    Shape const* shape;
    detail::ChainTree tree;
    bool repaired = false;
};

Region::Region(std::unique_ptr<Ready> ready) : m_ready{std::move(ready)} {}
Region::Region(Region&&) noexcept = default;
Region& Region::operator=(Region&&) noexcept = default;
Region::~Region() = default;

Result<Region> Region::create(Shape const& polygon)
{
    if (polygon.type != ShapeType::Polygon || polygon.empty()) {
        return fail(ErrorCode::GeometryInvalid, std::string{"a "} + name(polygon.type) + " where a polygon is needed");
    }
    if (detail::checkShape(polygon, detail::Coordinates::Degrees)) {
        auto ready = std::make_unique<Ready>(polygon);
        if (detail::surelyValid(polygon, ready->tree)) { return Region{std::move(ready)}; }
        if (isValid(polygon).valid) { return Region{std::move(ready)}; }
    }
    return makeValid(polygon).transform([](Shape made) { return Region{std::make_unique<Ready>(std::move(made))}; });
}

Shape const& Region::shape() const noexcept
{
    return *m_ready->shape;
}
bool Region::repaired() const noexcept
{
    return m_ready->repaired;
}
Extent const& Region::extent() const noexcept
{
    return m_ready->tree.extent();
}

Region::Fills Region::fills(Extent const& box) const
{
    if (m_ready->tree.mayMeet(box)) { return Fills::Part; }
    return m_ready->tree.locate(box.centre()) == detail::ChainTree::Where::Inside ? Fills::All : Fills::Nothing;
}

Region::Lie Region::lie(Region const& other, double metres) const
{
    if (shape().parts.size() != 1 || other.shape().parts.size() != 1) { return Lie::Near; }
    if (detail::ChainTree::mayMeet(m_ready->tree, other.m_ready->tree)) { return Lie::Near; }
    // one vertex tells for all, but where edges are near; the local metric is off by less than 1e-4 of a distance
    if (metres > 0 && detail::ChainTree::nearestPair(m_ready->tree, other.m_ready->tree, metres * 1.001 + 0.001)) { return Lie::Near; }
    auto const in = [](Path const& ring, Region const& region) {
        return region.m_ready->tree.locate(ring.front()) == detail::ChainTree::Where::Inside;
    };
    auto const& own = shape().parts.front();
    auto const& others = other.shape().parts.front();
    bool const within = in(own.outline, other);
    bool const around = in(others.outline, *this);
    if (!within && !around) { return Lie::Apart; }
    // a hole of the outer one may lie in the inner one
    auto const& inner = within ? *this : other;
    auto const& holes = within ? others.holes : own.holes;
    bool const pierced = std::ranges::any_of(holes, [&](Path const& hole) { return in(hole, inner); });
    return pierced || (within && around) ? Lie::Near : within ? Lie::Within : Lie::Around;
}

bool Region::edgesWithin(Region const& other, double metres) const
{
    return detail::ChainTree::nearestPair(m_ready->tree, other.m_ready->tree, metres * 0.999).has_value();
}

Shape Region::clipped(Extent const& box) const
{
    return detail::clipped(shape(), box);
}

Result<double> sharedAreaM2(Region const& a, Region const& b)
{
    if (!a.extent().intersects(b.extent())) { return 0.0; }
    if (auto const fills = b.fills(a.extent()); fills != Region::Fills::Part) {
        return fills == Region::Fills::All ? areaM2(a.shape()) : 0.0;
    }
    if (auto const fills = a.fills(b.extent()); fills != Region::Fills::Part) {
        return fills == Region::Fills::All ? areaM2(b.shape()) : 0.0;
    }
    switch (a.lie(b, 0)) {
    case Region::Lie::Apart: return 0.0;
    case Region::Lie::Within: return areaM2(a.shape());
    case Region::Lie::Around: return areaM2(b.shape());
    case Region::Lie::Near: break;
    }
    auto const first = detail::toGeos(a.clipped(detail::widened(b.extent())));
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = detail::toGeos(b.clipped(detail::widened(a.extent())));
    if (!second) { return std::unexpected{second.error()}; }
    return detail::adopt(GEOSIntersection_r(detail::handle(), first->get(), second->get()), "intersection")
        .and_then([](detail::Geometry const& common) { return detail::partsOf(common.get(), ShapeType::Polygon); })
        .transform([](Shape const& common) { return areaM2(common); });
}

} // namespace zhengtu::geo
