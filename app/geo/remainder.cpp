#include "geo/remainder.hpp"

#include "geo/cut.hpp"
#include "geo/detail/chain_tree.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/offset_lines.hpp"
#include "geo/detail/proj.hpp"
#include "geo/detail/refine.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"

#include <algorithm>

namespace zhengtu::geo {

namespace {

using detail::ChainTree;

class TakingOff {
public:
    TakingOff(Region const& region, std::span<Region const* const> others, double stripM)
        // the ends of what is looked at of the others must lie farther off than the strip reaches
        : m_region{region}, m_others{others}, m_stripM{stripM}, m_box{grown(region.extent(), stripM * 1.02 + 2)}
    {
    }

    Result<Remainder> remainder() const
    {
        if (std::ranges::any_of(m_others, [&](auto const* other) { return other->fills(m_box) == Region::Fills::All; })) {
            return Remainder{0, {ShapeType::Polygon, {}}};
        }
        if (!(m_stripM > 0)) {
            return outsideOf(m_region, m_others).transform([](Shape shape) {
                double const areaM2 = geo::areaM2(shape);
                return Remainder{areaM2, std::move(shape)};
            });
        }
        auto const areaM2 = outsideM2(m_region, m_others);
        if (!areaM2) { return std::unexpected{areaM2.error()}; }
        return left().transform([&](Shape shape) { return Remainder{*areaM2, std::move(shape)}; });
    }

private:
    /// Boundaries of the others near the region, with their polygons on the left.
    std::vector<detail::Bank> banks() const
    {
        std::vector<detail::Bank> banks;
        for (auto const* const other : m_others) {
            auto const& edges = other->edges();
            auto const stretches = edges.stretches(m_box);
            for (std::size_t i = 0; i < stretches.size();) {
                auto const* const ring = stretches[i].chain;
                auto end = i;
                while (end < stretches.size() && stretches[end].chain == ring) { ++end; }
                auto const first = banks.size();
                for (; i < end; ++i) {
                    auto const some = edges.vertices().subspan(stretches[i].first, stretches[i].last - stretches[i].first + 1);
                    banks.push_back({Path(some.begin(), some.end()), some.size() > ring->last - ring->first});
                }
                if (banks.size() - first > 1 && stretches[end - 1].last == ring->last && banks[first].path.front() == banks.back().path.back()) {
                    auto& begin = banks[first].path; // one stretch, on which the ring happens to begin
                    banks.back().path.insert(banks.back().path.end(), begin.begin() + 1, begin.end());
                    begin = std::move(banks.back().path);
                    banks.pop_back();
                }
                if (ring->interiorLeft) { continue; }
                for (auto j = first; j < banks.size(); ++j) { std::ranges::reverse(banks[j].path); }
            }
        }
        return banks;
    }

    /// Lines that the region is cut with: among them is all of the strip's far edge that lies in the region.
    Result<Shape> cuts() const
    {
        auto const plane = detail::LocalPlane::around(m_region.extent().centre());
        if (!plane) { return std::unexpected{plane.error()}; }
        auto banks = this->banks();
        Shape flat{ShapeType::Line, {}};
        for (auto& bank : banks) { flat.parts.push_back({std::move(bank.path), {}}); }
        // edges are cut short enough to be straight in the plane, too
        auto projected = (*plane)->project(detail::refined(std::move(flat)));
        if (!projected) { return projected; }
        for (std::size_t i = 0; i < banks.size(); ++i) { banks[i].path = std::move(projected->parts[i].outline); }
        return (*plane)->project(detail::refined(m_region.shape())).and_then([&](Shape const& own) {
            auto box = extentOf(own);
            box = {box.minLon - 1, box.minLat - 1, box.maxLon + 1, box.maxLat + 1};
            Shape lines{ShapeType::Line, {}};
            for (auto& line : detail::offsetLines(banks, m_stripM, box)) { lines.parts.push_back({std::move(line), {}}); }
            return (*plane)->unproject(std::move(lines));
        });
    }

    /// Whether a position that is not just at its edge is left.
    bool isLeft(LonLat at) const
    {
        // what lies in the strip is never nearer than this to its far edge, rounding and the local metric included
        double const reachM = m_stripM * (1 + 1e-4) + 1e-3;
        if (m_region.edges().locate(at) != ChainTree::Where::Inside) { return false; }
        return std::ranges::none_of(m_others, [&](auto const* other) {
            return other->edges().locate(at) != ChainTree::Where::Outside || other->edges().nearest(at, reachM).has_value();
        });
    }

    /// The faces into which the cuts divide the region are left or taken as a whole, so one position tells for each.
    Result<Shape> left() const
    {
        auto lines = cuts();
        if (!lines) { return lines; }
        for (auto const& part : m_region.shape().parts) {
            lines->parts.push_back({part.outline, {}});
            for (auto const& hole : part.holes) { lines->parts.push_back({hole, {}}); }
        }
        return detail::toGeos(*lines)
            .and_then([](detail::Geometry const& all) { return detail::adopt(GEOSUnaryUnion_r(detail::handle(), all.get()), "noding"); })
            .and_then([](detail::Geometry const& noded) {
                auto const* const one = noded.get();
                return detail::adopt(GEOSPolygonize_r(detail::handle(), &one, 1), "polygonizing");
            })
            .and_then([&](detail::Geometry const& faces) { return kept(faces.get()); });
    }

    Result<Shape> kept(GEOSGeometry const* faces) const
    {
        auto* const context = detail::handle();
        Shape shape{ShapeType::Polygon, {}};
        int const count = GEOSGetNumGeometries_r(context, faces);
        for (int i = 0; i < count; ++i) {
            auto const* const face = GEOSGetGeometryN_r(context, faces, i);
            auto const within = detail::adopt(GEOSPointOnSurface_r(context, face), "a position within");
            if (!within) { return std::unexpected{within.error()}; }
            LonLat at;
            if (GEOSGeomGetX_r(context, within->get(), &at.lon) != 1 || GEOSGeomGetY_r(context, within->get(), &at.lat) != 1 || !isLeft(at)) { continue; }
            auto part = detail::partsOf(face, ShapeType::Polygon);
            if (!part) { return part; }
            std::ranges::move(part->parts, std::back_inserter(shape.parts));
        }
        return shape;
    }

    Region const& m_region;
    std::span<Region const* const> m_others;
    double m_stripM;
    Extent m_box; ///< what lies outside it takes nothing
};

} // namespace

Result<Remainder> remainderOf(Region const& region, std::span<Region const* const> others, double stripM)
{
    return TakingOff{region, others, stripM}.remainder();
}

} // namespace zhengtu::geo
