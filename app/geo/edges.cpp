#include "geo/edges.hpp"

#include "geo/detail/chain_tree.hpp"
#include "geo/detail/geos.hpp"
#include "geo/measure.hpp"

namespace zhengtu::geo {

struct Edges::Ready {
    explicit Ready(Shape const& shape) : tree{shape} {}
    detail::ChainTree tree;
};

namespace {

/// The local metric is off by less than this part of a distance up to some hundred kilometres.
constexpr double slack = 1.0001;

} // namespace

Edges::Edges(std::unique_ptr<Ready> ready) : m_ready{std::move(ready)} {}
Edges::Edges(Edges&&) noexcept = default;
Edges& Edges::operator=(Edges&&) noexcept = default;
Edges::~Edges() = default;

Result<void> checkEdges(Shape const& shape)
{
    return detail::checkShape(shape, detail::Coordinates::Degrees);
}

Result<Edges> Edges::create(Shape const& shape)
{
    return checkEdges(shape).transform([&] { return Edges{std::make_unique<Ready>(shape)}; });
}

Extent const& Edges::extent() const noexcept
{
    return m_ready->tree.extent();
}

Where Edges::locate(LonLat at) const
{
    switch (m_ready->tree.locate(at)) {
    case detail::ChainTree::Where::Outside: return Where::Outside;
    case detail::ChainTree::Where::Boundary: return Where::Boundary;
    case detail::ChainTree::Where::Inside: return Where::Inside;
    }
    return Where::Outside;
}

bool Edges::mayMeet(Extent const& box) const
{
    return m_ready->tree.mayMeet(box);
}

bool Edges::edgeWithin(LonLat from, double limitM) const
{
    auto const found = m_ready->tree.nearest(from, limitM * slack);
    return found && distanceM(from, found->at) <= limitM;
}

} // namespace zhengtu::geo
