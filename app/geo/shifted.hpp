#pragma once

#include "geo/shape.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

/// Coordinates as the web maps of mainland China give them, moved by some hundred metres. They cannot be told from others by
/// looking: a position is converted only where somebody said that it is shifted.
namespace zhengtu::geo {

enum class Shift : std::uint8_t {
    Gcj02, ///< AutoNavi, Tencent, Google's Chinese maps
    Bd09,  ///< Baidu: GCJ-02 moved once more
};

/// "gcj02", "GCJ-02", "bd09", "BD-09"; nothing for anything else.
[[nodiscard]] std::optional<Shift> shiftOf(std::string_view name);
[[nodiscard]] std::string_view name(Shift shift) noexcept; ///< "GCJ-02", "BD-09"

/// From WGS 84 by the formula that is in general use (its constants have been public since 2010; the ellipsoid is Krasovsky's).
/// Positions outside 72.004 to 137.8347 E, 0.8293 to 55.8271 N are not shifted.
[[nodiscard]] LonLat toGcj02(LonLat wgs84) noexcept;
/// The way back, by iteration to 1e-9 degrees (0.1 mm).
[[nodiscard]] LonLat fromGcj02(LonLat gcj02) noexcept;
/// Baidu's second shift, and the way back likewise by iteration (the inverse that is published is right to about a metre only).
[[nodiscard]] LonLat toBd09(LonLat wgs84) noexcept;
[[nodiscard]] LonLat fromBd09(LonLat bd09) noexcept;

[[nodiscard]] Shape unshifted(Shape shape, Shift shift) noexcept;

} // namespace zhengtu::geo
