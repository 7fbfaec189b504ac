#include "geo/near.hpp"

#include <algorithm>
#include <limits>

namespace zhengtu::geo {

namespace {

/// Nearer to a pole than this the mid-latitude formula is not used.
constexpr double steepestLat = 80;

/// What part of a distance the mid-latitude formula may be off, amply: its first term left out is d^2 / 24 R^2 times at most
/// 1 + 3 tan^2 (tests/geo compares it with geodesics), and 1e-5 for the radii taken along one parallel.
double midLatitudeError(double lat, double metres) noexcept
{
    double const angle = metres / detail::leastRadiusM;
    double const tangent = std::tan((std::abs(lat) + 1) * detail::radiansPerDegree);
    return 1e-5 + angle * angle / 12 * (1 + 3 * tangent * tangent);
}

} // namespace

ParallelFrame::ParallelFrame(double lat) noexcept : m_lat{lat}
{
    constexpr double degree = detail::radiansPerDegree;
    double const sine = std::sin(lat * degree);
    double const cosine = std::cos(lat * degree);
    double const w2 = 1 - detail::eccentricity2 * sine * sine;
    double const normalM = detail::semiMajorM / std::sqrt(w2);
    double const meridianM = normalM * (1 - detail::eccentricity2) / w2;
    double const meridianSlope = 3 * detail::eccentricity2 * meridianM * sine * cosine / w2;
    m_parallelM = normalM * cosine * degree;
    m_slope = meridianM * sine * degree * degree;
    m_curve = (meridianM * cosine + meridianSlope * sine) / 2 * degree * degree * degree;
    m_meridianM = meridianM * degree;
    m_meridianSlope = meridianSlope * degree * degree;
}

PairsWithinM::PairsWithinM(double lat, double limitM) noexcept
    : m_frame{lat}, m_limitM{limitM}, m_surely2{-1}, m_hardly2{std::numeric_limits<double>::infinity()},
      m_surelyMore{std::numeric_limits<double>::infinity()}
{
    if (std::abs(lat) < steepestLat) { // nearer to a pole each pair is left to the geodesic
        double const error = midLatitudeError(lat, 2 * limitM);
        m_surely2 = limitM * limitM * (1 - 2 * error);
        m_hardly2 = limitM * limitM * (1 + 3 * error);
        m_surelyMore = 1 + 5 * error;
    }
}

bool PairsWithinM::surelyAll(Extent const& a, Extent const& b) const noexcept
{
    // corners are farthest apart, but for the bend of cosines: 8e-5 of the square where the boxes are a degree tall
    constexpr double curvature = 1 + 1e-4;
    double const lon = std::max(b.maxLon - a.minLon, a.maxLon - b.minLon);
    for (double const from : {a.minLat, a.maxLat}) {
        for (double const to : {b.minLat, b.maxLat}) {
            if (!(squared({0, from}, {lon, to}) * curvature < m_surely2)) { return false; }
        }
    }
    return true;
}

bool PairsWithinM::surelyNone(Extent const& a, Extent const& b) const noexcept
{
    double const lon = std::max({0.0, b.minLon - a.maxLon, a.minLon - b.maxLon});
    double const lat = std::max({0.0, b.minLat - a.maxLat, a.minLat - b.maxLat});
    double const x = std::min(m_frame.from({0, a.minLat}, {lon, b.minLat}).x, m_frame.from({0, a.maxLat}, {lon, b.maxLat}).x);
    double const low = std::min(a.minLat, b.minLat), high = std::max(a.maxLat, b.maxLat) - lat;
    double const y = std::min(m_frame.from({0, low}, {0, low + lat}).y, m_frame.from({0, high}, {0, high + lat}).y);
    return x * x + y * y > m_hardly2 * (1 + 1e-9);
}

EdgesWithinM::EdgesWithinM(double lat, double limitM) noexcept
    : m_frame{lat}, m_limitM{limitM}, m_surelyM{-1}, m_hardlyM{std::numeric_limits<double>::infinity()}
{
    if (std::abs(lat) < steepestLat) {
        double const error = midLatitudeError(lat, 2 * limitM);
        m_surelyM = limitM * (1 - error);
        m_hardlyM = limitM * (1 + error);
    }
}

bool EdgesWithinM::exactly(LonLat from, LonLat a, LonLat b) const noexcept
{
    auto const found = detail::LocalFrame{from}.nearestOnEdge(a, b);
    return distanceM(from, {a.lon + found.along * (b.lon - a.lon), a.lat + found.along * (b.lat - a.lat)}) <= m_limitM;
}

bool EdgesWithinM::operator()(LonLat from, std::span<LonLat const> path) const noexcept
{
    auto a = path.front();
    auto pa = m_frame.from(from, a);
    if (path.size() == 1) { return exactly(from, a, a); }
    for (auto const b : path.subspan(1)) {
        auto const pb = m_frame.from(from, b);
        double const dx = pb.x - pa.x;
        double const dy = pb.y - pa.y;
        double const length2 = dx * dx + dy * dy;
        double const along = -(pa.x * dx + pa.y * dy);
        double const t = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
        double const x = pa.x + t * dx;
        double const y = pa.y + t * dy;
        double const metres2 = x * x + y * y;
        double const wide = std::abs(b.lon - a.lon);
        double const tall = std::abs(b.lat - a.lat);
        // how far an edge that is straight in degrees bends from its chord in this plane
        double const bendM = wide + tall > longestDegrees ? std::numeric_limits<double>::infinity()
                                                          : 1.3 * wide * tall * m_frame.slope() / 8;
        double const hardly = m_hardlyM + bendM;
        if (metres2 <= hardly * hardly) {
            double const surely = m_surelyM - bendM;
            if (surely > 0 && metres2 < surely * surely) { return true; }
            if (exactly(from, a, b)) { return true; }
        }
        a = b;
        pa = pb;
    }
    return false;
}

} // namespace zhengtu::geo
