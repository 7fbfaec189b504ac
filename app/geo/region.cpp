#include "geo/region.hpp"

#include "geo/cut.hpp"
#include "geo/detail/chain_tree.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/soundness.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

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

bool Region::isTakenBy(Region const& other, double metres) const
{
    if (!(metres > 0)) { return sharedAreaM2(*this, other) > 0; }
    auto const& own = edges();
    auto const& others = other.edges();
    if (detail::ChainTree::mayMeet(own, others) || hasRingIn(other) || other.hasRingIn(*this)) { return true; }
    // the local metric is off by less than 1e-4 of a distance
    if (auto const near = detail::ChainTree::nearestPair(own, others, metres * 1.001 + 0.001)) {
        return near->distanceM < metres * 0.999 || distanceM(near->a, near->b) < metres;
    }
    return false;
}

bool Region::hasRingIn(Region const& other) const
{
    // of rings that do not meet, one vertex tells for all
    return std::ranges::any_of(edges().chains(), [&](auto const& ring) { return other.edges().locate(edges().vertices()[ring.first]) == detail::ChainTree::Where::Inside; });
}

detail::ChainTree const& Region::edges() const noexcept
{
    return m_ready->tree;
}

bool Region::isDrawnAs(Region const& other) const noexcept
{
    return std::ranges::equal(edges().vertices(), other.edges().vertices()) && std::ranges::equal(edges().chains(), other.edges().chains());
}

std::vector<Region const*> withoutRepeats(std::span<Region const* const> regions)
{
    std::vector<Region const*> single{regions.begin(), regions.end()};
    if (single.size() < 2) { return single; }
    auto const sides = [](Region const& region) {
        auto const& box = region.extent();
        return std::tuple{box.minLon, box.minLat, box.maxLon, box.maxLat};
    };
    std::vector<std::size_t> order(single.size());
    std::ranges::iota(order, std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sides(*regions[i]); });
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin + 1;
        for (; end < order.size() && sides(*regions[order[end]]) == sides(*regions[order[begin]]); ++end) {
            bool const again = std::ranges::any_of(std::span{order}.subspan(begin, end - begin), [&](std::size_t i) { return single[i] != nullptr && single[i]->isDrawnAs(*regions[order[end]]); });
            if (again) { single[order[end]] = nullptr; }
        }
        begin = end;
    }
    std::erase(single, nullptr);
    return single;
}

Shape Region::clipped(Extent const& box) const
{
    return detail::clipped(shape(), box);
}

} // namespace zhengtu::geo
