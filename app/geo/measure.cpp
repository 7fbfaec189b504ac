#include "geo/measure.hpp"

#include "geo/detail/authalic.hpp"
#include "geo/detail/ellipsoid.hpp"

#include <geodesic.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace zhengtu::geo {

namespace {

geod_geodesic const& cgcs2000() noexcept
{
    static geod_geodesic const geodesic = [] {
        geod_geodesic g;
        geod_init(&g, detail::semiMajorM, detail::flattening);
        return g;
    }();
    return geodesic;
}

double ringAreaM2(Path const& ring) noexcept
{
    if (ring.size() < 3) { return 0; }
    double south = ring.front().lat;
    double north = south;
    for (auto const at : ring) {
        south = std::min(south, at.lat);
        north = std::max(north, at.lat);
    }
    detail::AuthalicBand const band{south, north};
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) { sum += band.underM2(ring[i], ring[i + 1]); }
    return std::abs(sum + band.underM2(ring.back(), ring.front()));
}

double pathLengthM(Path const& path) noexcept
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        sum += distanceM(path[i], path[i + 1]);
    }
    return sum;
}

} // namespace

double distanceM(LonLat a, LonLat b) noexcept
{
    double metres = std::numeric_limits<double>::quiet_NaN();
    geod_inverse(&cgcs2000(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

double farthestM(Extent const& a, Extent const& b) noexcept
{
    if (a.empty() || b.empty()) { return 0; }
    auto const corners = [](Extent const& box) { return std::array<LonLat, 4>{{{box.minLon, box.minLat}, {box.maxLon, box.minLat}, {box.minLon, box.maxLat}, {box.maxLon, box.maxLat}}}; };
    double farthest = 0;
    for (auto const one : corners(a)) {
        for (auto const other : corners(b)) { farthest = std::max(farthest, distanceM(one, other)); }
    }
    return farthest;
}

double areaM2(Shape const& shape) noexcept
{
    if (shape.type != ShapeType::Polygon) { return 0; }
    double sum = 0;
    for (auto const& part : shape.parts) {
        sum += ringAreaM2(part.outline);
        for (auto const& hole : part.holes) {
            sum -= ringAreaM2(hole);
        }
    }
    return sum;
}

double lengthM(Shape const& shape) noexcept
{
    if (shape.type == ShapeType::Point) { return 0; }
    double sum = 0;
    for (auto const& part : shape.parts) {
        sum += pathLengthM(part.outline);
        for (auto const& hole : part.holes) {
            sum += pathLengthM(hole);
        }
    }
    return sum;
}

DegreeM degreeM(double lat) noexcept
{
    double const sine = std::sin(lat * detail::radiansPerDegree);
    double const root = 1 - detail::eccentricity2 * sine * sine;
    double const transverse = detail::semiMajorM / std::sqrt(root);
    return {transverse * std::cos(lat * detail::radiansPerDegree) * detail::radiansPerDegree,
            transverse * (1 - detail::eccentricity2) / root * detail::radiansPerDegree};
}

} // namespace zhengtu::geo
