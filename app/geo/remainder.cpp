#include "geo/remainder.hpp"

#include "geo/cut.hpp"
#include "geo/detail/chain_tree.hpp"
#include "geo/detail/chords.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/offset_lines.hpp"
#include "geo/detail/proj.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/refine.hpp"

#include <algorithm>
#include <vector>

namespace zhengtu::geo {

namespace {

using detail::ChainTree;

/// What rounding may leave of an area of which nothing is left.
constexpr double roundingPart = 1e-12;

class TakingOff {
public:
    TakingOff(Region const& region, std::span<Region const* const> others, double stripM)
        // the ends of what is looked at of the others must lie farther off than the strip reaches
        : m_region{region}, m_others{withoutRepeats(others)}, m_stripM{stripM}, m_box{grown(region.extent(), stripM * 1.02 + 2)}
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
        auto const outsideM2 = geo::outsideM2(m_region, m_others);
        if (!outsideM2) { return std::unexpected{outsideM2.error()}; }
        if (*outsideM2 <= roundingPart * geo::areaM2(m_region.shape())) { return Remainder{0, {ShapeType::Polygon, {}}}; } // several together fill it
        return left().transform([&](Shape shape) { return Remainder{*outsideM2, std::move(shape)}; });
    }

private:
    /// Boundaries of the others near the region, with their polygons on the left. What lies so deep in another of the others that its strip ends within it is left out.
    std::vector<detail::Bank> banks() const
    {
        std::vector<detail::Bank> banks;
        for (auto const* const other : m_others) {
            auto const& edges = other->edges();
            auto const stretches = edges.stretches(m_box);
            for (std::size_t i = 0; i < stretches.size();) {
                auto const* const ring = stretches[i].chain;
                auto const first = banks.size();
                for (; i < stretches.size() && stretches[i].chain == ring; ++i) {
                    addBanks(edges.vertices().subspan(stretches[i].first, stretches[i].last - stretches[i].first + 1), *other, banks);
                }
                if (first == banks.size()) { continue; }
                auto& begin = banks[first].path;
                auto const start = edges.vertices()[ring->first];
                bool const goesOn = begin.front() == start && banks.back().path.back() == start; // one bank, on which the ring happens to begin
                if (goesOn && banks.size() - first == 1) { banks[first].closed = true; }
                else if (goesOn) {
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

    /// The edges of a stretch, some at once, without those that are hidden.
    void addBanks(std::span<LonLat const> path, Region const& own, std::vector<detail::Bank>& banks) const
    {
        constexpr std::size_t edgesAtOnce = 12;
        bool goesOn = false;
        for (std::size_t first = 0; first + 1 < path.size(); first += edgesAtOnce) {
            auto const some = path.subspan(first, std::min(edgesAtOnce + 1, path.size() - first));
            Extent extent;
            for (auto const at : some) { extent.include(at); }
            auto const strip = grown(extent, m_stripM * 1.02 + 2);
            bool const hidden = std::ranges::any_of(m_others, [&](auto const* other) { return other != &own && other->fills(strip) == Region::Fills::All; });
            if (!hidden && goesOn) { banks.back().path.insert(banks.back().path.end(), some.begin() + 1, some.end()); }
            else if (!hidden) { banks.push_back({Path(some.begin(), some.end()), false}); }
            goesOn = !hidden;
        }
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
        auto projected = (*plane)->project(refined(std::move(flat)));
        if (!projected) { return projected; }
        for (std::size_t i = 0; i < banks.size(); ++i) { banks[i].path = std::move(projected->parts[i].outline); }
        return (*plane)->project(refined(m_region.shape())).and_then([&](Shape const& own) {
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
            .and_then([&](detail::Geometry const& all) { return facesOf(all.get()); })
            .and_then([&](detail::Geometry const& faces) { return kept(faces.get()); });
    }

    /// Lines that hardly part are noded wrongly by floating point now and then, which runs two faces into one: then all is done again on a grid, which takes three times
    /// as long.
    Result<detail::Geometry> facesOf(GEOSGeometry const* lines) const
    {
        bool sound = false;
        auto faces = polygonized(GEOSUnaryUnion_r(detail::handle(), lines), sound);
        return faces && sound ? std::move(faces) : polygonized(GEOSUnaryUnionPrec_r(detail::handle(), lines, detail::gridDegrees), sound);
    }

    /// Sound: no line that has something left on one side alone is missing from the faces' boundaries.
    Result<detail::Geometry> polygonized(GEOSGeometry* noded, bool& sound) const
    {
        return detail::adopt(noded, "noding").and_then([&](detail::Geometry const& all) {
            GEOSGeometry *cuts = nullptr, *dangles = nullptr, *invalid = nullptr;
            auto faces = detail::adopt(GEOSPolygonize_full_r(detail::handle(), all.get(), &cuts, &dangles, &invalid), "polygonizing");
            detail::Geometry const ownCuts{cuts}, ownDangles{dangles}, ownInvalid{invalid};
            sound = faces && GEOSisEmpty_r(detail::handle(), invalid) == 1 && !anyIsBoundary(cuts) && !anyIsBoundary(dangles);
            return faces;
        });
    }

    [[nodiscard]] bool anyIsBoundary(GEOSGeometry const* lines) const
    {
        auto const shape = detail::partsOf(lines, ShapeType::Line);
        return !shape || std::ranges::any_of(shape->parts, [&](Part const& part) { return isBoundary(part.outline); });
    }

    /// Whether a line that crosses no other may be at the far edge of the strip: nothing of it lies deeper in the strip than a chord does.
    [[nodiscard]] bool isBoundary(Path const& line) const
    {
        double const deepM = (m_stripM - detail::chordDepthM(m_stripM)) * (1 - 1e-4) - 0.01;
        auto const isDeep = [&](LonLat at) {
            return std::ranges::any_of(m_others, [&](auto const* other) {
                return other->edges().locate(at) != ChainTree::Where::Outside || (deepM > 0 && other->edges().nearest(at, deepM));
            });
        };
        auto const last = line.size() - 1;
        LonLat const middle{(line[(last - 1) / 2].lon + line[(last - 1) / 2 + 1].lon) / 2, (line[(last - 1) / 2].lat + line[(last - 1) / 2 + 1].lat) / 2};
        return m_region.edges().locate(middle) == ChainTree::Where::Inside && !isDeep(middle) && std::ranges::none_of(line, isDeep);
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
    std::vector<Region const*> m_others;
    double m_stripM;
    Extent m_box; ///< what lies outside it takes nothing
};

} // namespace

Result<Remainder> remainderOf(Region const& region, std::span<Region const* const> others, double stripM)
{
    return TakingOff{region, others, stripM}.remainder();
}

} // namespace zhengtu::geo
