#include "geo/prepared.hpp"

#include "geo/detail/chain_tree.hpp"
#include "geo/detail/geos.hpp"
#include "geo/measure.hpp"

#include <mutex>

namespace zhengtu::geo {

/// GEOS builds the indices of a prepared geometry at the first question and is not thread-safe then: one question at a time.
struct PreparedZone::Ready {
    explicit Ready(Shape const& shape, detail::Geometry made)
        : type{shape.type}, tree{shape}, geometry{std::move(made)}, prepared{GEOSPrepare_r(detail::handle(), geometry.get())}
    {
    }
    ShapeType type;
    detail::ChainTree tree;
    std::mutex mutex;
    detail::Geometry geometry; // outlives what was prepared from it
    detail::Prepared prepared;

    template <class Ask> Result<bool> ask(Shape const& other, Ask const& question, char const* what)
    {
        return detail::toGeos(other).and_then([&](detail::Geometry const& g) {
            std::scoped_lock const lock{mutex};
            return detail::truth(question(detail::handle(), prepared.get(), g.get()), what);
        });
    }
};

namespace {

/// The local metric is off by less than this part of a distance up to some hundred kilometres.
constexpr double slack = 1.0001;

} // namespace

PreparedZone::PreparedZone(std::unique_ptr<Ready> ready) : m_ready{std::move(ready)} {}
PreparedZone::PreparedZone(PreparedZone&&) noexcept = default;
PreparedZone& PreparedZone::operator=(PreparedZone&&) noexcept = default;
PreparedZone::~PreparedZone() = default;

Result<PreparedZone> PreparedZone::create(Shape const& shape)
{
    if (shape.empty()) { return fail(ErrorCode::GeometryInvalid, "a zone without geometry"); }
    return detail::toValidGeos(shape).transform(
        [&](detail::Geometry geometry) { return PreparedZone{std::make_unique<Ready>(shape, std::move(geometry))}; });
}

Extent const& PreparedZone::extent() const noexcept
{
    return m_ready->tree.extent();
}
ShapeType PreparedZone::type() const noexcept
{
    return m_ready->type;
}

Where PreparedZone::locate(LonLat at) const
{
    switch (m_ready->tree.locate(at)) {
    case detail::ChainTree::Where::Outside: return Where::Outside;
    case detail::ChainTree::Where::Boundary: return Where::Boundary;
    case detail::ChainTree::Where::Inside: return Where::Inside;
    }
    return Where::Outside;
}

Result<bool> PreparedZone::contains(Shape const& other) const
{
    return m_ready->ask(other, GEOSPreparedContains_r, "contains");
}
Result<bool> PreparedZone::covers(Shape const& other) const
{
    return m_ready->ask(other, GEOSPreparedCovers_r, "covers");
}
Result<bool> PreparedZone::intersects(Shape const& other) const
{
    return m_ready->ask(other, GEOSPreparedIntersects_r, "intersects");
}

std::optional<NearestPosition> PreparedZone::nearestEdge(LonLat from, double limitM) const
{
    auto const found = m_ready->tree.nearest(from, limitM * slack);
    if (!found) { return std::nullopt; }
    NearestPosition const exact{geo::distanceM(from, found->at), found->at};
    if (exact.distanceM > limitM) { return std::nullopt; }
    return exact;
}

double PreparedZone::distanceM(LonLat from, double limitM) const
{
    if (locate(from) != Where::Outside) { return 0; }
    auto const found = nearestEdge(from, limitM);
    return found ? found->distanceM : std::numeric_limits<double>::infinity();
}

Result<double> PreparedZone::distanceM(Shape const& from, double limitM) const
{
    if (from.empty()) { return fail(ErrorCode::GeometryInvalid, "no distance from a shape without geometry"); }
    if (from.type == ShapeType::Point && from.parts.size() == 1 && from.parts.front().outline.size() == 1) {
        return distanceM(from.parts.front().outline.front(), limitM);
    }
    return intersects(from).transform([&](bool meet) { return meet ? 0.0 : edgeDistanceM(from, limitM); });
}

double PreparedZone::edgeDistanceM(Shape const& from, double limitM) const
{
    auto const pair = detail::ChainTree::nearestPair(detail::ChainTree{from}, m_ready->tree, limitM * slack);
    if (!pair) { return std::numeric_limits<double>::infinity(); }
    double const exact = geo::distanceM(pair->a, pair->b);
    return exact > limitM ? std::numeric_limits<double>::infinity() : exact;
}

void PreparedZone::eachEdgeNear(Extent const& box, std::function<void(LonLat, LonLat)> const& use) const
{
    m_ready->tree.eachEdgeNear(box, use);
}

} // namespace zhengtu::geo
