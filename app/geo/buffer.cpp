#include "geo/detail/chords.hpp"
#include "geo/detail/ellipsoid.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/proj.hpp"
#include "geo/refine.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace zhengtu::geo {

namespace {

constexpr double stripDegrees = 1;
Result<Shape> valid(Shape shape)
{
    if (shape.empty() || isValid(shape).valid) { return shape; }
    return makeValid(shape); // corners that met after rounding in the plane
}

/// The buffer of a shape that is at most a strip wide.
Result<Shape> bufferStrip(Shape const& shape, double metres)
{
    auto const centre = extentOf(shape).centre();
    auto const plane = detail::LocalPlane::at(centre, detail::LocalPlane::Kind::Conformal);
    if (!plane) { return std::unexpected{plane.error()}; }
    return plane->project(shape)
        .and_then([](Shape const& flat) { return detail::toGeos(flat, detail::Coordinates::Plane); })
        .and_then([&](detail::Geometry const& flat) {
            return detail::adopt(GEOSBuffer_r(detail::handle(), flat.get(), metres, detail::chordsPerQuarter(metres)), "buffer");
        })
        .and_then([](detail::Geometry const& grown) { return detail::partsOf(grown.get(), ShapeType::Polygon); })
        .and_then([&](Shape flat) { return plane->unproject(std::move(flat)); })
        .and_then(valid);
}

/// The points or edges of a shape by the strip that they lie in. A line that goes on in the next strip shares its vertex.
std::map<int, Shape> strips(Shape const& shape)
{
    std::map<int, Shape> pieces;
    auto const stripOf = [](LonLat at) { return static_cast<int>(std::floor(at.lon / stripDegrees)); };
    auto const pieceAt = [&](LonLat at) -> Shape& {
        auto& piece = pieces[stripOf(at)];
        piece.type = shape.type == ShapeType::Point ? ShapeType::Point : ShapeType::Line;
        return piece;
    };
    auto const addLine = [&](Path const& path) {
        std::size_t begin = 0;
        for (std::size_t i = 1; i < path.size(); ++i) {
            bool const last = i + 1 == path.size();
            if (!last && stripOf(path[i]) == stripOf(path[begin])) { continue; }
            pieceAt(path[begin])
                .parts.push_back(
                    {Path(path.begin() + static_cast<std::ptrdiff_t>(begin), path.begin() + static_cast<std::ptrdiff_t>(i) + 1),
                     {}});
            begin = i;
        }
    };
    for (auto const& part : shape.parts) {
        if (shape.type == ShapeType::Point) {
            pieceAt(part.outline.front()).parts.push_back(part);
            continue;
        }
        addLine(part.outline);
        for (auto const& hole : part.holes) {
            addLine(hole);
        }
    }
    return pieces;
}

/// A wide shape: its edges grown strip by strip, then put to the polygon or taken off it.
Result<Shape> bufferWide(Shape const& shape, Shape const& fine, double metres)
{
    std::vector<Shape> grown;
    for (auto const& [strip, piece] : strips(fine)) {
        auto buffer = bufferStrip(piece, std::abs(metres));
        if (!buffer) { return buffer; }
        grown.push_back(std::move(*buffer));
    }
    if (metres > 0 && shape.type == ShapeType::Polygon) { grown.push_back(shape); }
    auto edges = unionAll(grown);
    if (!edges || metres > 0) { return edges; }
    return difference(shape, *edges);
}

Result<void> checkReach(Extent const& extent, double metres)
{
    if (!std::isfinite(metres) || std::abs(metres) > farthestBufferM) {
        return fail(ErrorCode::Usage, std::format("a buffer of {} m", metres), "Choose a distance within 500000 m.");
    }
    double const lat = std::max(std::abs(extent.minLat), std::abs(extent.maxLat)) + std::abs(metres) / 110'000;
    double const reach = std::abs(metres) / (110'000 * std::max(0.01, std::cos(lat * detail::radiansPerDegree)));
    if (lat > 88 || extent.minLon - reach < -180 || extent.maxLon + reach > 180) {
        return fail(ErrorCode::Usage, "a buffer across a pole or the antimeridian");
    }
    return {};
}

} // namespace

Result<Shape> bufferM(Shape const& shape, double metres)
{
    Shape const nothing{ShapeType::Polygon, {}};
    if (shape.empty()) { return nothing; }
    if (auto const ok = detail::toValidGeos(shape); !ok) { return std::unexpected{ok.error()}; }
    auto const extent = extentOf(shape);
    if (auto ok = checkReach(extent, metres); !ok) { return std::unexpected{std::move(ok.error())}; }
    if (shape.type != ShapeType::Polygon && metres <= 0) { return nothing; }
    if (metres == 0) { return shape; }
    auto const fine = refined(shape);
    if (extent.maxLon - extent.minLon <= stripDegrees) { return bufferStrip(fine, metres); }
    return bufferWide(shape, fine, metres);
}

} // namespace zhengtu::geo
