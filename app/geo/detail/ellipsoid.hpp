#pragma once

#include "geo/shape.hpp"

#include <numbers>

/// The CGCS2000 ellipsoid (GB/T 18522; the same figures as GRS 80) and cheap local metrics on it.
namespace zhengtu::geo::detail {

inline constexpr double semiMajorM = 6378137.0;
inline constexpr double flattening = 1 / 298.257222101;
inline constexpr double eccentricity2 = flattening * (2 - flattening);
inline constexpr double radiansPerDegree = std::numbers::pi / 180;
/// The smallest radius of curvature anywhere: of the meridian at the equator.
inline constexpr double leastRadiusM = semiMajorM * (1 - eccentricity2);

/// Cosine of the latitude of an extent's vertex that is nearest to a pole.
[[nodiscard]] double leastCosine(Extent const& extent) noexcept;

/// A distance that the geodesic from a position to anything in the extent cannot fall below, within 0.9 % of the distance to
/// the extent itself for near ones. The metric of the ellipsoid, M^2 dlat^2 + (N cos lat)^2 dlon^2, is nowhere less than that
/// of a sphere of radius leastRadiusM; there hav(d) = hav(dlat) + cos lat1 cos lat2 hav(dlon), and sin(x) >= x - x^3/6. Extents
/// must not cross the antimeridian.
[[nodiscard]] double atLeastM(LonLat at, double cosLat, Extent const& extent, double extentLeastCosine) noexcept;
[[nodiscard]] double atLeastM(Extent const& a, double aLeastCosine, Extent const& b, double bLeastCosine) noexcept;

/// Metres on the ellipsoid seen from one position: a plane whose distances *from the origin* are those of the mid-latitude
/// formula of Gauss, right to 2e-5 of the distance within 100 km (tests/geo compares it with geodesics).
class LocalFrame {
public:
    explicit LocalFrame(LonLat origin) noexcept;

    struct Nearest {
        double distanceM;
        double along; ///< 0 at a, 1 at b
    };
    [[nodiscard]] double distanceM(LonLat to) const noexcept;
    /// The nearest position on the edge a-b, which is straight in longitude and latitude.
    [[nodiscard]] Nearest nearestOnEdge(LonLat a, LonLat b) const noexcept;

private:
    Nearest nearestOnPiece(LonLat a, LonLat b) const noexcept;
    LonLat m_origin;
    double m_parallelM; ///< radius of the parallel, N cos lat
    double m_slope;     ///< -d(m_parallelM)/d(lat) = M sin lat
    double m_curve;     ///< -d2(m_parallelM)/d(lat)2, about M cos lat
    double m_meridianM; ///< radius of the meridian, M
    double m_meridianSlope;
};

} // namespace zhengtu::geo::detail
