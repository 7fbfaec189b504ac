#include "geo/detail/ellipsoid.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::geo::detail {

namespace {

/// Not above 4 hav(x) for a gap of x radians within pi.
double chord2(double x) noexcept
{
    double const sine = x * (1 - x * x / 24);
    return sine * sine;
}

double bound(double gapLat, double gapLon, double cosines) noexcept
{
    // A gap above half a turn is shorter the other way round: nothing is known then.
    double const lon = gapLon > 180 ? 0 : gapLon * radiansPerDegree;
    return leastRadiusM * std::sqrt(chord2(gapLat * radiansPerDegree) + cosines * chord2(lon));
}

double gap(double aLow, double aHigh, double bLow, double bHigh) noexcept
{
    return std::max({0.0, aLow - bHigh, bLow - aHigh});
}

} // namespace

double leastCosine(Extent const& extent) noexcept
{
    return std::max(0.0, std::cos(std::max(std::abs(extent.minLat), std::abs(extent.maxLat)) * radiansPerDegree));
}

double atLeastM(LonLat at, double cosLat, Extent const& extent, double extentLeastCosine) noexcept
{
    return bound(gap(at.lat, at.lat, extent.minLat, extent.maxLat), gap(at.lon, at.lon, extent.minLon, extent.maxLon),
                 cosLat * extentLeastCosine);
}

double atLeastM(Extent const& a, double aLeastCosine, Extent const& b, double bLeastCosine) noexcept
{
    return bound(gap(a.minLat, a.maxLat, b.minLat, b.maxLat), gap(a.minLon, a.maxLon, b.minLon, b.maxLon),
                 aLeastCosine * bLeastCosine);
}

LocalFrame::LocalFrame(LonLat origin) noexcept : m_origin{origin}
{
    double const sine = std::sin(origin.lat * radiansPerDegree);
    double const cosine = std::cos(origin.lat * radiansPerDegree);
    double const w2 = 1 - eccentricity2 * sine * sine;
    double const normalM = semiMajorM / std::sqrt(w2);
    m_meridianM = normalM * (1 - eccentricity2) / w2;
    m_meridianSlope = 3 * eccentricity2 * m_meridianM * sine * cosine / w2;
    m_parallelM = normalM * cosine;
    m_slope = m_meridianM * sine;
    m_curve = m_meridianM * cosine + m_meridianSlope * sine;
}

double LocalFrame::distanceM(LonLat to) const noexcept
{
    double const u = (to.lon - m_origin.lon) * radiansPerDegree;
    double const v = (to.lat - m_origin.lat) * radiansPerDegree;
    double const x = u * (m_parallelM - v * (m_slope / 2 + v * m_curve / 8));
    double const y = v * (m_meridianM + v * m_meridianSlope / 2);
    return std::hypot(x, y);
}

LocalFrame::Nearest LocalFrame::nearestOnPiece(LonLat a, LonLat b) const noexcept
{
    double const u0 = (a.lon - m_origin.lon) * radiansPerDegree;
    double const v0 = (a.lat - m_origin.lat) * radiansPerDegree;
    double const du = (b.lon - a.lon) * radiansPerDegree;
    double const dv = (b.lat - a.lat) * radiansPerDegree;
    double t = 0;
    double x = 0;
    double y = 0;
    auto const place = [&] {
        double const u = u0 + t * du;
        double const v = v0 + t * dv;
        x = u * (m_parallelM - v * (m_slope / 2 + v * m_curve / 8));
        y = v * (m_meridianM + v * m_meridianSlope / 2);
    };
    // Gauss-Newton on a curve that is nearly straight: the second step already changes less than a millimetre for edges of
    // some kilometres, so short edges take one.
    int const steps = std::abs(du) + std::abs(dv) < 3e-5 ? 1 : 4;
    for (int i = 0; i < steps; ++i) {
        place();
        double const v = v0 + t * dv;
        double const dx =
            du * (m_parallelM - v * (m_slope / 2 + v * m_curve / 8)) - (u0 + t * du) * (m_slope / 2 + v * m_curve / 4) * dv;
        double const dy = dv * (m_meridianM + v * m_meridianSlope);
        double const length2 = dx * dx + dy * dy;
        if (length2 == 0) { break; }
        t = std::clamp(t - (x * dx + y * dy) / length2, 0.0, 1.0);
    }
    place();
    return {std::hypot(x, y), t};
}

LocalFrame::Nearest LocalFrame::nearestOnEdge(LonLat a, LonLat b) const noexcept
{
    constexpr double longest = 1.0; // degrees: beyond it the curve may have two near places
    double const extent = std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat));
    if (extent <= longest) { return nearestOnPiece(a, b); }
    int const pieces = static_cast<int>(std::ceil(extent / longest));
    Nearest best{distanceM(a), 0};
    auto const at = [&](int i) {
        double const t = static_cast<double>(i) / pieces;
        return LonLat{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
    };
    for (int i = 0; i < pieces; ++i) {
        auto const piece = nearestOnPiece(at(i), at(i + 1));
        if (piece.distanceM < best.distanceM) { best = {piece.distanceM, (i + piece.along) / pieces}; }
    }
    return best;
}

} // namespace zhengtu::geo::detail
