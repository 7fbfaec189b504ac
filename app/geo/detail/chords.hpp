#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::geo::detail {

/// How many chords draw a quarter of a circle of a buffer: so many that each lies at most 0.5 m inside, where that is not finer than the
/// most: 24, with which it is 0.054 % of the radius.
[[nodiscard]] inline int chordsPerQuarter(double radiusM)
{
    constexpr double finenessM = 0.5;
    constexpr int fewest = 4, most = 24;
    double const part = std::min(0.5, finenessM / std::abs(radiusM));
    return std::clamp(static_cast<int>(std::ceil(std::numbers::pi / 4 / std::acos(1 - part))), fewest, most);
}

/// How deep the middle of a chord lies within the circle that they draw, metres.
[[nodiscard]] inline double chordDepthM(double radiusM)
{
    return radiusM * (1 - std::cos(std::numbers::pi / 4 / chordsPerQuarter(radiusM)));
}

} // namespace zhengtu::geo::detail
