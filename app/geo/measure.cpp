#include "geo/measure.hpp"

#include "geo/detail/ellipsoid.hpp"

#include <geodesic.h>

#include <algorithm>
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

/// Snyder's q: the area between the equator and a parallel is pi a^2 q, so an edge adds a^2/2 times the integral of q over
/// longitude to the area below it. The difference from q at `base` keeps the digits of small polygons.
class AuthalicBase {
public:
    explicit AuthalicBase(double latDegrees) noexcept : m_sine{std::sin(latDegrees * detail::radiansPerDegree)} {}

    double operator()(double latDegrees) const noexcept
    {
        double const sine = std::sin(latDegrees * detail::radiansPerDegree);
        double const e2 = detail::eccentricity2;
        double const e = std::sqrt(e2);
        double const difference = sine - m_sine;
        // sin/(1 - e2 sin2) and atanh(e sin)/e, each as a difference without cancellation
        double const first = difference * (1 + e2 * sine * m_sine) / ((1 - e2 * sine * sine) * (1 - e2 * m_sine * m_sine));
        double const second = std::atanh(e * difference / (1 - e2 * sine * m_sine)) / e;
        return (1 - e2) * (first + second);
    }

private:
    double m_sine;
};

/// The integral of q along one edge by the rule of Gauss with three nodes, on pieces of at most 2 degrees of latitude.
double underEdge(AuthalicBase const& q, LonLat a, LonLat b) noexcept
{
    double const width = (b.lon - a.lon) * detail::radiansPerDegree;
    if (width == 0) { return 0; }
    if (a.lat == b.lat) { return width * q(a.lat); }
    int const pieces = static_cast<int>(std::clamp(std::ceil(std::abs(b.lat - a.lat) / 2), 1.0, 90.0));
    constexpr double node = 0.7745966692414834; // sqrt(3/5)
    double sum = 0;
    for (int i = 0; i < pieces; ++i) {
        double const middle = a.lat + (b.lat - a.lat) * (i + 0.5) / pieces;
        double const half = (b.lat - a.lat) / (2 * pieces);
        sum += (5 * q(middle - node * half) + 8 * q(middle) + 5 * q(middle + node * half)) / 18;
    }
    return width * sum / pieces;
}

double ringAreaM2(Path const& ring) noexcept
{
    if (ring.size() < 3) { return 0; }
    AuthalicBase const q{ring.front().lat};
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += underEdge(q, ring[i], ring[i + 1]);
    }
    sum += underEdge(q, ring.back(), ring.front());
    return std::abs(sum) * detail::semiMajorM * detail::semiMajorM / 2;
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
