#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

/// Coordinates as people write them in tables. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// One number of a position.
struct WrittenCoordinate {
    enum class Axis : std::uint8_t { Unsaid, Longitude, Latitude };
    double value = 0;
    Axis axis = Axis::Unsaid; ///< as a letter or word beside it says: E, 东经, N, 北纬
};

/// A plain number (metres or degrees), or degrees with their marks: 112.35°, 112°18′36.5″, 112度18分36秒, 112:18:36, E112°18', 北纬37°36′; also in
/// full-width characters. Minutes and seconds are at most 60 (what rounding makes of 59.999) and only the last part has a fraction. nullopt for anything else: nothing is guessed.
[[nodiscard]] std::optional<WrittenCoordinate> coordinateIn(std::string_view utf8);

/// Two of them in one text, between them a comma, a semicolon, 、, a slash or blanks; brackets round them are passed over. In the order of the text, but
/// longitude first where the text says which is which.
[[nodiscard]] std::optional<std::pair<WrittenCoordinate, WrittenCoordinate>> coordinatesIn(std::string_view utf8);

} // namespace zhengtu::geo::detail
