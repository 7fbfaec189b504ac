#pragma once

#include "geo/shape.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::cli {

/// "1600x1200"; nothing unless both are between 16 and 20000.
[[nodiscard]] std::optional<std::pair<int, int>> parseSize(std::string_view text);

/// "110.2,34.5,114.6,40.8": minlon,minlat,maxlon,maxlat in degrees; nothing unless it is a box on the globe.
[[nodiscard]] std::optional<geo::Extent> parseExtent(std::string_view text);

} // namespace zhengtu::cli
