#pragma once

#include "geo/shape.hpp"

namespace zhengtu::geo::detail {

/// Twice the area of the triangle a-b-c, square degrees, above zero counterclockwise: its sign is right for any coordinates and zero only where the
/// three lie on one line; its value is right to the last digits. By expansions that lose nothing (J. R. Shewchuk, Discrete Comput. Geom. 18, 1997), so some tenth of a
/// microsecond: for what the filter of `turn` leaves open.
[[nodiscard]] double exactTurn(LonLat a, LonLat b, LonLat c) noexcept;

/// The side of a-b, two positions apart, on which c lies once it is moved by an infinitesimal (e, e*e) times `moved`, 1 or -1: 1 left, -1 right, never on it (H. Edelsbrunner &
/// E. P. Muecke, "Simulation of simplicity", ACM Trans. Graph. 9, 1990). `twice`: exactTurn(a, b, c).
[[nodiscard]] inline int sideOfMoved(double twice, LonLat a, LonLat b, int moved) noexcept
{
    if (twice != 0) { return twice > 0 ? 1 : -1; }
    // what the move adds is moved * ((b.lon - a.lon) * e * e - (b.lat - a.lat) * e)
    if (a.lat != b.lat) { return b.lat < a.lat ? moved : -moved; }
    return b.lon > a.lon ? moved : -moved;
}
[[nodiscard]] int sideOfMoved(LonLat a, LonLat b, LonLat c, int moved) noexcept;

} // namespace zhengtu::geo::detail
