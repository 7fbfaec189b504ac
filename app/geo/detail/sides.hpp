#pragma once

#include "geo/shape.hpp"

#include <algorithm>
#include <cmath>

/// On which side of a line a position lies, where floating point can tell for certain.
namespace zhengtu::geo::detail {

/// Twice the area of the triangle, above zero counterclockwise, and what rounding may have done to it at most: the filter of J. R. Shewchuk
/// (1997), which decides nearly always.
struct Turn {
    double twice, error;
    [[nodiscard]] int sure() const noexcept { return twice > error ? 1 : twice < -error ? -1 : 0; }
};
[[nodiscard]] inline Turn turn(LonLat a, LonLat b, LonLat c) noexcept
{
    double const left = (a.lon - c.lon) * (b.lat - c.lat);
    double const right = (a.lat - c.lat) * (b.lon - c.lon);
    return {left - right, 3.3306690738754716e-16 * (std::abs(left) + std::abs(right))};
}

/// 1 where c is surely left of a-b, -1 right, 0 on the line through them or where rounding leaves it open.
[[nodiscard]] inline int surelySide(LonLat a, LonLat b, LonLat c) noexcept
{
    return turn(a, b, c).sure();
}

/// Whether the extents of two edges have nothing in common.
[[nodiscard]] inline bool extentsApart(LonLat a, LonLat b, LonLat c, LonLat d) noexcept
{
    return std::max(a.lon, b.lon) < std::min(c.lon, d.lon) || std::max(c.lon, d.lon) < std::min(a.lon, b.lon) ||
           std::max(a.lat, b.lat) < std::min(c.lat, d.lat) || std::max(c.lat, d.lat) < std::min(a.lat, b.lat);
}

/// Whether the straight lines a-b and c-d meet, or may.
[[nodiscard]] inline bool linesMayMeet(LonLat a, LonLat b, LonLat c, LonLat d) noexcept
{
    if (extentsApart(a, b, c, d)) { return false; }
    auto const sameSide = [](LonLat p, LonLat q, LonLat r, LonLat s) {
        int const first = surelySide(p, q, r);
        return first != 0 && first == surelySide(p, q, s);
    };
    return !sameSide(a, b, c, d) && !sameSide(c, d, a, b);
}

} // namespace zhengtu::geo::detail
