#include "place/said/shapes.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace zhengtu::place::said {

namespace {

MaybeShape kept(Result<geo::Shape> made, geo::ShapeType type)
{
    if (!made || made->empty() || made->type != type) { return std::nullopt; }
    return std::move(*made);
}

/// A position on a line: on the segment after vertex `vertex` of `part`, at `share` of it.
struct OnLine {
    std::size_t part = 0, vertex = 0;
    double share = 0;
    double distanceM = std::numeric_limits<double>::infinity();
};

geo::LonLat between(geo::LonLat a, geo::LonLat b, double share) { return {a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share}; }

geo::LonLat positionAt(geo::Shape const& line, OnLine const& at)
{
    auto const& path = line.parts[at.part].outline;
    return at.vertex + 1 < path.size() ? between(path[at.vertex], path[at.vertex + 1], at.share) : path[at.vertex];
}

OnLine nearestOn(geo::Shape const& line, std::size_t part, geo::LonLat from)
{
    OnLine best;
    auto const& path = line.parts[part].outline;
    double const shrink = std::cos(from.lat * std::numbers::pi / 180); // a degree of longitude against one of latitude
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        double const x = (path[i + 1].lon - path[i].lon) * shrink, y = path[i + 1].lat - path[i].lat;
        double const px = (from.lon - path[i].lon) * shrink, py = from.lat - path[i].lat;
        double const square = x * x + y * y;
        double const share = square > 0 ? std::clamp((px * x + py * y) / square, 0.0, 1.0) : 0;
        OnLine const here{part, i, share, geo::distanceM(from, between(path[i], path[i + 1], share))};
        if (here.distanceM < best.distanceM) { best = here; }
    }
    return best;
}

geo::Path pathBetween(geo::Shape const& line, OnLine from, OnLine to)
{
    bool const swapped = std::pair{from.vertex, from.share} > std::pair{to.vertex, to.share};
    if (swapped) { std::swap(from, to); }
    geo::Path path{positionAt(line, from)};
    auto const add = [&](geo::LonLat at) {
        if (!(at == path.back())) { path.push_back(at); }
    };
    for (auto i = from.vertex + 1; i <= to.vertex; ++i) { add(line.parts[from.part].outline[i]); }
    add(positionAt(line, to));
    if (swapped) { std::ranges::reverse(path); }
    return path;
}

/// The path with a position at least every half kilometre: a long segment may pass through an area without a vertex in it.
geo::Path dense(geo::Path const& path)
{
    constexpr double stepM = 500;
    geo::Path made;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        auto const steps = std::max(1.0, std::ceil(geo::distanceM(path[i], path[i + 1]) / stepM));
        for (double step = 0; step < steps; ++step) { made.push_back(between(path[i], path[i + 1], step / steps)); }
    }
    if (!path.empty()) { made.push_back(path.back()); }
    return made;
}

geo::Shape lineOf(geo::Path path) { return {geo::ShapeType::Line, {{std::move(path), {}}}}; }

} // namespace

MaybeShape grown(geo::Shape const& shape, double metres) { return kept(geo::bufferM(shape, metres), geo::ShapeType::Polygon); }

MaybeShape ring(geo::Shape const& shape, double fromM, double toM)
{
    auto outer = geo::bufferM(shape, toM);
    if (!outer) { return std::nullopt; }
    auto const inner = fromM > 0 ? geo::bufferM(shape, fromM) : Result<geo::Shape>{shape};
    if (!inner) { return std::nullopt; }
    if (inner->type != geo::ShapeType::Polygon) { return kept(std::move(outer), geo::ShapeType::Polygon); }
    return kept(geo::difference(*outer, *inner), geo::ShapeType::Polygon);
}

MaybeShape clipped(geo::Shape const& shape, geo::Shape const& area)
{
    if (area.empty()) { return shape; }
    return kept(geo::intersection(shape, area), shape.type);
}

MaybeShape borderBand(geo::Shape const& a, geo::Shape const& b, double metres)
{
    auto const meet = geo::intersects(a, b);
    if (!meet || !*meet) { return std::nullopt; }
    auto const nearA = grown(a, metres), nearB = grown(b, metres);
    if (!nearA || !nearB) { return std::nullopt; }
    auto const both = geo::unionAll(std::array{a, b});
    auto const band = geo::intersection(*nearA, *nearB);
    if (!both || !band) { return std::nullopt; }
    return kept(geo::intersection(*band, *both), geo::ShapeType::Polygon);
}

MaybeShape sideOf(geo::Shape const& area, int east, int north)
{
    auto const centre = geo::centroid(area);
    if (!centre || area.type != geo::ShapeType::Polygon) { return std::nullopt; }
    auto box = geo::extentOf(area);
    constexpr double margin = 0.01; // degrees, so that the box's outer edges cut nothing
    box = {box.minLon - margin, box.minLat - margin, box.maxLon + margin, box.maxLat + margin};
    if (east > 0) { box.minLon = centre->lon; }
    if (east < 0) { box.maxLon = centre->lon; }
    if (north > 0) { box.minLat = centre->lat; }
    if (north < 0) { box.maxLat = centre->lat; }
    geo::Shape const half{geo::ShapeType::Polygon, {{{{box.minLon, box.minLat}, {box.maxLon, box.minLat}, {box.maxLon, box.maxLat},
                                                      {box.minLon, box.maxLat}, {box.minLon, box.minLat}}, {}}}};
    return kept(geo::intersection(area, half), geo::ShapeType::Polygon);
}

geo::LonLat moved(geo::LonLat from, int east, int north, double metres)
{
    double const one = east != 0 && north != 0 ? metres / std::numbers::sqrt2 : metres;
    // A degree is measured where it is: right to some per cent of the distance, and a direction in words is far less exact.
    double const lonM = geo::distanceM(from, {from.lon + 0.1, from.lat}) / 0.1, latM = geo::distanceM(from, {from.lon, from.lat + 0.1}) / 0.1;
    return {from.lon + east * one / lonM, from.lat + north * one / latM};
}

MaybeShape stretchBetween(geo::Shape const& line, geo::LonLat from, geo::LonLat to)
{
    if (line.type != geo::ShapeType::Line) { return std::nullopt; }
    OnLine bestFrom, bestTo;
    for (std::size_t part = 0; part < line.parts.size(); ++part) {
        if (line.parts[part].outline.size() < 2) { continue; }
        auto const a = nearestOn(line, part, from), b = nearestOn(line, part, to);
        if (a.distanceM + b.distanceM < bestFrom.distanceM + bestTo.distanceM) { bestFrom = a; bestTo = b; }
    }
    if (!std::isfinite(bestFrom.distanceM)) { return std::nullopt; }
    auto path = pathBetween(line, bestFrom, bestTo);
    if (path.size() < 2) { return std::nullopt; }
    return lineOf(std::move(path));
}

MaybeShape stretchOf(geo::Shape const& line, double fromShare, double toShare)
{
    if (line.type != geo::ShapeType::Line) { return std::nullopt; }
    double const whole = geo::lengthM(line);
    double const begin = whole * fromShare, end = whole * toShare;
    geo::Shape made{geo::ShapeType::Line, {}};
    double done = 0;
    for (auto const& part : line.parts) {
        geo::Path path;
        for (std::size_t i = 0; i + 1 < part.outline.size(); ++i) {
            auto const a = part.outline[i], b = part.outline[i + 1];
            double const length = geo::distanceM(a, b);
            double const first = std::clamp((begin - done) / length, 0.0, 1.0), last = std::clamp((end - done) / length, 0.0, 1.0);
            if (length > 0 && last > first) {
                if (path.empty()) { path.push_back(between(a, b, first)); }
                path.push_back(between(a, b, last));
            }
            done += length;
        }
        if (path.size() > 1) { made.parts.push_back({std::move(path), {}}); }
    }
    if (made.empty()) { return std::nullopt; }
    return made;
}

std::optional<geo::LonLat> crossing(geo::Shape const& line, geo::Shape const& area, bool entry)
{
    auto const zone = geo::PreparedZone::create(area);
    if (!zone || line.type != geo::ShapeType::Line) { return std::nullopt; }
    auto const inside = [&](geo::LonLat at) { return zone->locate(at) != geo::Where::Outside; };
    std::optional<geo::LonLat> found;
    for (auto const& part : line.parts) {
        auto const path = dense(part.outline);
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            auto a = path[i], b = path[i + 1];
            bool const in = inside(a);
            if (in == inside(b) || in == entry) { continue; }
            for (int step = 0; step < 40; ++step) { // halves of a segment of kilometres: far below a millimetre
                auto const middle = between(a, b, 0.5);
                (inside(middle) == in ? a : b) = middle;
            }
            if (!found || !entry) { found = a; }
        }
    }
    return found;
}

MaybeShape corridor(geo::LonLat from, geo::LonLat to, double radiusM)
{
    if (from == to) { return grown(geo::Shape::point(from), radiusM); }
    return grown(lineOf({from, to}), radiusM);
}

MaybeShape hull(geo::Shape const& points, double metres)
{
    auto spanned = geo::convexHull(points);
    if (!spanned || spanned->empty() || spanned->type == geo::ShapeType::Point) { return std::nullopt; }
    return grown(*spanned, metres);
}

std::optional<geo::LonLat> positionOf(geo::Shape const& shape)
{
    auto const at = geo::pointOnSurface(shape);
    return at ? std::optional{*at} : std::nullopt;
}

} // namespace zhengtu::place::said
