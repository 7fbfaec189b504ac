#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Which columns of a CSV or of a spreadsheet hold its positions. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// Which columns of a table hold its positions.
struct PositionColumns {
    enum class Kind : std::uint8_t { None, Wkt, Pair, Joint };
    Kind kind = Kind::None;
    std::size_t first = 0;   ///< the WKT, the longitude or easting, or both in one
    std::size_t second = 0;  ///< of a pair: the latitude or northing
    bool latFirst = false;   ///< of a joint column: as its name says
    bool doubtful = false;   ///< of a joint column: its name (坐标) can also mean something else than two numbers
};

/// One of WKT, else longitude and latitude (lon_wgs84, LNG, 经度(度), 东经 ...), else x and y, else one column of both (经纬度, lnglat, 中心坐标).
/// None where no column looks like a coordinate: a plain table. `shifted`: somebody said that the coordinates are of a web map, so columns that
/// say so (lng_gcj02, 百度经度) are taken, and before others. FileFormat, with the columns' names, where some look like coordinates but
/// no position can be made of them: a longitude without latitude, or shifted ones, which would lie up to a kilometre off.
[[nodiscard]] Result<PositionColumns> positionColumns(std::vector<std::string> const& columns, bool shifted);

/// The FileFormat error of columns of which no position can be made: "column X `why`; the columns are ...".
[[nodiscard]] Error noPositions(std::vector<std::string> const& columns, std::string const& blamed, std::string const& why);

} // namespace zhengtu::geo::detail
