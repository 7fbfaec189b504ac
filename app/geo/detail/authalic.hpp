#pragma once

#include "geo/detail/ellipsoid.hpp"
#include "geo/shape.hpp"

#include <array>

namespace zhengtu::geo::detail {

/// Areas on the ellipsoid along edges that are straight in longitude and latitude. Snyder's q (USGS PP 1395, 1987, eq. 3-12): the area between the
/// equator and a parallel is pi a^2 q, so an edge adds a^2/2 times the integral of q over longitude to the area below it.
class AuthalicBand {
public:
    /// For edges within these latitudes, degrees. q is taken less its value amid the band, which adds nothing around a ring and keeps the
    /// digits of small ones; in a band of up to a degree as a polynomial that is right to the last digits.
    AuthalicBand(double minLat, double maxLat) noexcept;
    explicit AuthalicBand(Extent const& extent) noexcept : AuthalicBand{extent.minLat, extent.maxLat} {}

    /// Square metres below an edge, eastward above zero: their sum around a ring is the area within, below zero if it runs counterclockwise.
    [[nodiscard]] double underM2(LonLat a, LonLat b) const noexcept
    {
        constexpr double half = semiMajorM * semiMajorM / 2 * radiansPerDegree;
        return (b.lon - a.lon) * half * (m_narrow ? meanNarrow(a.lat - m_middle, b.lat - m_middle) : meanWide(a.lat, b.lat));
    }

private:
    static constexpr std::size_t terms = 6;
    [[nodiscard]] double differenceAt(double lat) const noexcept;
    [[nodiscard]] double meanWide(double lat, double other) const noexcept;
    /// Mean of the polynomial between two latitudes; the rule of Gauss with three nodes is exact for its degree.
    [[nodiscard]] double meanNarrow(double u, double v) const noexcept
    {
        constexpr double node = 0.7745966692414834; // sqrt(3/5)
        double const middle = (u + v) / 2, reach = node * (v - u) / 2;
        auto const at = [&](double x) {
            double sum = m_factors[terms - 1];
            for (std::size_t i = terms - 1; i-- > 0;) { sum = sum * x + m_factors[i]; }
            return sum;
        };
        return (5 * (at(middle - reach) + at(middle + reach)) + 8 * at(middle)) / 18;
    }

    double m_middle, m_sine;
    bool m_narrow;
    std::array<double, terms> m_factors{}; ///< of powers of degrees from the middle
};

} // namespace zhengtu::geo::detail
