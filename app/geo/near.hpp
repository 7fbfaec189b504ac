#pragma once

#include "geo/detail/ellipsoid.hpp"
#include "geo/measure.hpp"

namespace zhengtu::geo {

/// Whether positions lie within a distance of one position: a local metric decides, the geodesic where it is close, so the
/// answer is that of the geodesic. Some nanoseconds each up to 100 km; for many positions against one.
class WithinM {
public:
    WithinM(LonLat from, double limitM) noexcept : m_frame{from}, m_from{from}, m_limitM{limitM} {}

    [[nodiscard]] bool operator()(LonLat to) const noexcept
    {
        if (m_limitM < 100'000) {
            double const near = m_frame.distanceM(to); // right to 2e-5 up to 100 km
            if (near < m_limitM * (1 - 1e-4)) { return true; }
            if (near > m_limitM * (1 + 1e-4) && near < 200'000) { return false; }
        }
        return distanceM(m_from, to) <= m_limitM;
    }

private:
    detail::LocalFrame m_frame;
    LonLat m_from;
    double m_limitM;
};

} // namespace zhengtu::geo
