#pragma once

#include "geo/detail/ellipsoid.hpp"
#include "geo/measure.hpp"

#include <cmath>
#include <span>

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

/// Metres near one parallel by the mid-latitude formula of Gauss: made once, then a dozen multiplications a pair. For positions
/// within a degree of latitude of the parallel.
class ParallelFrame {
public:
    explicit ParallelFrame(double lat) noexcept;

    struct Offset {
        double x, y; ///< metres east and north
    };
    [[nodiscard]] Offset from(LonLat a, LonLat b) const noexcept
    {
        double const v = (a.lat + b.lat) / 2 - m_lat;
        return {(b.lon - a.lon) * (m_parallelM - v * (m_slope + v * m_curve)),
                (b.lat - a.lat) * (m_meridianM + v * m_meridianSlope)};
    }
    /// By how much a degree of longitude is shorter one degree of latitude farther north, metres.
    [[nodiscard]] double slope() const noexcept { return std::abs(m_slope); }

private:
    double m_lat;
    double m_parallelM, m_slope, m_curve, m_meridianM, m_meridianSlope; ///< of degrees
};

/// Whether pairs of positions near one parallel lie within a distance: the frame decides, the geodesic where it is close, so the
/// answer is that of the geodesic. For limits up to 100 km and pairs that are not much farther apart than that.
class PairsWithinM {
public:
    PairsWithinM(double lat, double limitM) noexcept;

    [[nodiscard]] bool operator()(LonLat a, LonLat b) const noexcept { return decide(a, b, squared(a, b)); }

    /// Square metres of the frame.
    [[nodiscard]] double squared(LonLat a, LonLat b) const noexcept
    {
        auto const offset = m_frame.from(a, b);
        return offset.x * offset.x + offset.y * offset.y;
    }
    /// The answer for a pair whose `squared` is known.
    [[nodiscard]] bool decide(LonLat a, LonLat b, double metres2) const noexcept
    {
        if (metres2 > m_hardly2) { return false; }
        return metres2 < m_surely2 || distanceM(a, b) <= m_limitM;
    }
    /// Whether every pair of a position in one box and one in another surely lies within the limit, or surely none does. False leaves it open.
    [[nodiscard]] bool surelyAll(Extent const& a, Extent const& b) const noexcept;
    [[nodiscard]] bool surelyNone(Extent const& a, Extent const& b) const noexcept;
    /// Of two pairs within the limit, one whose `squared` is more than this times the other's is surely farther apart.
    [[nodiscard]] double surelyMore() const noexcept { return m_surelyMore; }

private:
    ParallelFrame m_frame;
    double m_limitM, m_surely2, m_hardly2, m_surelyMore;
};

/// Whether a position lies within a distance of the edges of a path near one parallel; edges are straight in longitude and latitude. The
/// frame decides with the bound of its error and of how much an edge bends in it; the geodesic where that leaves it open. For limits up to 50 km.
class EdgesWithinM {
public:
    EdgesWithinM(double lat, double limitM) noexcept;

    /// The path has a vertex at least; with one only, or a repeated one, it is a point.
    [[nodiscard]] bool operator()(LonLat from, std::span<LonLat const> path) const noexcept;

private:
    static constexpr double longestDegrees = 0.25; ///< edges beyond it are left to the geodesic
    [[nodiscard]] bool exactly(LonLat from, LonLat a, LonLat b) const noexcept;

    ParallelFrame m_frame;
    double m_limitM, m_surelyM, m_hardlyM;
};

} // namespace zhengtu::geo
