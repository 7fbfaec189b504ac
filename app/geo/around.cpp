#include "geo/around.hpp"

#include "geo/index.hpp"
#include "geo/near.hpp"
#include "geo/prepared.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::geo {

namespace {

constexpr double widestM = 20'000; // a plane is right to 1e-4 there
constexpr double farthestLat = 80;
constexpr std::size_t edgesAtMost = 1000;

/// The part of a-b in the box (Y.-D. Liang & B. A. Barsky, ACM TOG 3, 1984): an end that lies in it stays as it is to the bit.
bool partInBox(LonLat& a, LonLat& b, Extent const& box)
{
    double from = 0, to = 1;
    double const dx = b.lon - a.lon, dy = b.lat - a.lat;
    auto const cut = [&](double along, double room) { // along * t <= room
        if (along == 0) { return room >= 0; }
        double const t = room / along;
        if (along < 0) { from = std::max(from, t); }
        else { to = std::min(to, t); }
        return from <= to;
    };
    if (!cut(-dx, a.lon - box.minLon) || !cut(dx, box.maxLon - a.lon) || !cut(-dy, a.lat - box.minLat) || !cut(dy, box.maxLat - a.lat)) { return false; }
    auto const start = a;
    if (from > 0) { a = {start.lon + from * dx, start.lat + from * dy}; }
    if (to < 1) { b = {start.lon + to * dx, start.lat + to * dy}; }
    return true;
}

double squaredTo(double x, double y, double ax, double ay, double bx, double by, double byLength2)
{
    double const dx = bx - ax, dy = by - ay;
    double const t = std::clamp(((x - ax) * dx + (y - ay) * dy) * byLength2, 0.0, 1.0);
    double const ex = ax + t * dx - x, ey = ay + t * dy - y;
    return ex * ex + ey * ey;
}

} // namespace

std::optional<EdgesAround> EdgesAround::create(PreparedZone const& zone, LonLat centre, double withinM)
{
    if (!(withinM <= widestM) || !(std::abs(centre.lat) < farthestLat) || zone.type() == ShapeType::Point) { return std::nullopt; }
    auto const where = zone.locate(centre);
    if (where == Where::Boundary) { return std::nullopt; }
    EdgesAround around;
    around.m_polygon = zone.type() == ShapeType::Polygon;
    around.m_centreInside = where == Where::Inside;
    auto const box = grown(Extent{centre.lon, centre.lat, centre.lon, centre.lat}, withinM);
    ParallelFrame const frame{centre.lat};
    bool few = true;
    zone.eachEdgeNear(box, [&](LonLat a, LonLat b) {
        if (!few || !partInBox(a, b, box)) { return; }
        auto const pa = frame.from(centre, a), pb = frame.from(centre, b);
        double const length2 = (pb.x - pa.x) * (pb.x - pa.x) + (pb.y - pa.y) * (pb.y - pa.y);
        double const byLength2 = length2 > 0 ? 1 / length2 : 0;
        double const fromCentreM = std::sqrt(squaredTo(0, 0, pa.x, pa.y, pb.x, pb.y, byLength2));
        if (fromCentreM <= withinM) { around.m_edges.push_back({fromCentreM, pa.x, pa.y, pb.x, pb.y, byLength2}); }
        few = around.m_edges.size() <= edgesAtMost;
    });
    if (!few) { return std::nullopt; }
    std::ranges::sort(around.m_edges, {}, &Edge::fromCentreM);
    return around;
}

EdgesAround::Answer EdgesAround::at(double eastM, double northM, double enoughM) const noexcept
{
    double const r = std::hypot(eastM, northM);
    double nearest2 = enoughM * enoughM;
    bool odd = false, found = false;
    for (auto const& edge : m_edges) {
        double const least = edge.fromCentreM - r; // and on from here at least so far away
        if (least > 0 && least * least > nearest2) { break; }
        double const squared = squaredTo(eastM, northM, edge.ax, edge.ay, edge.bx, edge.by, edge.byLength2);
        found = found || squared <= nearest2;
        nearest2 = std::min(nearest2, squared);
        // whether the way from the centre crosses it; of a vertex on the way one edge only does
        bool const apart = (eastM * edge.ay - northM * edge.ax >= 0) != (eastM * edge.by - northM * edge.bx >= 0);
        double const dx = edge.bx - edge.ax, dy = edge.by - edge.ay;
        bool const between = (dy * edge.ax - dx * edge.ay > 0) != (dx * (northM - edge.ay) - dy * (eastM - edge.ax) > 0);
        odd ^= apart && between;
    }
    return {m_polygon && m_centreInside != odd, found ? std::sqrt(nearest2) : std::numeric_limits<double>::infinity()};
}

} // namespace zhengtu::geo
