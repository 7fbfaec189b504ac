#include "geo/region.hpp"

#include "geo/cut.hpp"
#include "geo/detail/chain_tree.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/soundness.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <tuple>

namespace zhengtu::geo {

struct Region::Ready {
    explicit Ready(Shape const& given) : shape{&given}, extent{extentOf(given)} {}
    explicit Ready(Shape&& made) : own{std::move(made)}, shape{&own}, extent{extentOf(own)}, repaired{true} {}
    Ready(Ready const&) = delete;
    Ready& operator=(Ready const&) = delete;
    ~Ready() { delete tree.load(); }

    Shape own; ///< where it was repaired
    Shape const* shape;
    Extent extent;
    std::atomic<detail::ChainTree const*> tree{nullptr}; ///< made when first asked for: most polygons of a layer come near none of the other
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
        if (detail::surelyStar(polygon)) { return Region{std::move(ready)}; }
        Region region{std::move(ready)};
        if (detail::surelyValid(polygon, region.edges()) || isValid(polygon).valid) { return region; }
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
    return m_ready->extent;
}

Region::Fills Region::fills(Extent const& box) const
{
    if (!m_ready->extent.intersects(box)) { return Fills::Nothing; }
    if (edges().mayMeet(box)) { return Fills::Part; }
    return edges().locate(box.centre()) == detail::ChainTree::Where::Inside ? Fills::All : Fills::Nothing;
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
    auto const* tree = m_ready->tree.load(std::memory_order_acquire);
    if (tree != nullptr) { return *tree; }
    auto made = std::make_unique<detail::ChainTree const>(*m_ready->shape);
    // of threads that ask at once the first one's stays
    if (m_ready->tree.compare_exchange_strong(tree, made.get(), std::memory_order_acq_rel, std::memory_order_acquire)) { tree = made.release(); }
    return *tree;
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
