#include "geo/detail/authalic.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::geo::detail {

namespace {

constexpr double narrowDegrees = 1;

} // namespace

AuthalicBand::AuthalicBand(double minLat, double maxLat) noexcept
    : m_middle{(minLat + maxLat) / 2}, m_sine{std::sin(m_middle * radiansPerDegree)}, m_narrow{maxLat - minLat <= narrowDegrees}
{
    if (!m_narrow) { return; }
    // interpolates at as many nodes of Chebyshev as there are factors: divided differences, then powers
    std::array<double, terms> nodes{}, values{};
    double const half = std::max((maxLat - minLat) / 2, 1e-3);
    for (std::size_t i = 0; i < terms; ++i) {
        nodes[i] = half * std::cos((2 * static_cast<double>(i) + 1) * std::numbers::pi / (2 * static_cast<double>(terms)));
        values[i] = differenceAt(m_middle + nodes[i]);
    }
    for (std::size_t order = 1; order < terms; ++order) {
        for (std::size_t i = terms - 1; i >= order; --i) { values[i] = (values[i] - values[i - 1]) / (nodes[i] - nodes[i - order]); }
    }
    for (std::size_t i = terms; i-- > 0;) { // sum = sum * (x - node) + value
        for (std::size_t power = terms - 1; power > 0; --power) { m_factors[power] = m_factors[power - 1] - nodes[i] * m_factors[power]; }
        m_factors[0] = values[i] - nodes[i] * m_factors[0];
    }
}

double AuthalicBand::differenceAt(double lat) const noexcept
{
    double const sine = std::sin(lat * radiansPerDegree);
    double const e2 = eccentricity2;
    double const e = std::sqrt(e2);
    // sin a - sin b without cancellation
    double const difference = 2 * std::cos((lat + m_middle) / 2 * radiansPerDegree) * std::sin((lat - m_middle) / 2 * radiansPerDegree);
    // sin/(1 - e2 sin2) and atanh(e sin)/e, each as a difference without cancellation
    double const first = difference * (1 + e2 * sine * m_sine) / ((1 - e2 * sine * sine) * (1 - e2 * m_sine * m_sine));
    double const second = std::atanh(e * difference / (1 - e2 * sine * m_sine)) / e;
    return (1 - e2) * (first + second);
}

/// On pieces of at most 2 degrees of latitude.
double AuthalicBand::meanWide(double lat, double other) const noexcept
{
    if (lat == other) { return differenceAt(lat); }
    int const pieces = static_cast<int>(std::clamp(std::ceil(std::abs(other - lat) / 2), 1.0, 90.0));
    constexpr double node = 0.7745966692414834; // sqrt(3/5)
    double sum = 0;
    for (int i = 0; i < pieces; ++i) {
        double const middle = lat + (other - lat) * (i + 0.5) / pieces;
        double const half = (other - lat) / (2 * pieces);
        sum += (5 * differenceAt(middle - node * half) + 8 * differenceAt(middle) + 5 * differenceAt(middle + node * half)) / 18;
    }
    return sum / pieces;
}

} // namespace zhengtu::geo::detail
