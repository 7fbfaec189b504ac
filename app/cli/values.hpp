#pragma once

#include "geo/shape.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::cli {

/// "2km", "500 m", "300" (metres), "2公里", "50米" as metres; nothing for anything else, for negatives and for degrees.
[[nodiscard]] std::optional<double> parseDistanceM(std::string_view text);

/// "1600x1200"; nothing unless both are between 16 and 20000.
[[nodiscard]] std::optional<std::pair<int, int>> parseSize(std::string_view text);

/// "110.2,34.5,114.6,40.8": minlon,minlat,maxlon,maxlat in degrees; nothing unless it is a box on the globe.
[[nodiscard]] std::optional<geo::Extent> parseExtent(std::string_view text);

} // namespace zhengtu::cli
