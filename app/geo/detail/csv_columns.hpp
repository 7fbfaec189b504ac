#pragma once

#include "geo/detail/gdal.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Which columns of a CSV or of a spreadsheet hold its positions. Not for use outside app/geo.
namespace zhengtu::geo::detail {

struct CsvColumn {
    std::string raw;  ///< the bytes of the file
    std::string name; ///< in UTF-8
};

/// Which columns of a table hold its positions.
struct PositionColumns {
    enum class Kind : std::uint8_t { None, Wkt, Pair };
    Kind kind = Kind::None;
    std::size_t first = 0;  ///< the WKT, or the longitude or easting
    std::size_t second = 0; ///< of a pair: the latitude or northing
};

/// One of WKT, else longitude and latitude (lon_wgs84, LNG, 经度(度), 东经 ...), else x and y. None where no column looks like a
/// coordinate: a plain table. `shifted`: somebody said that the coordinates are of a web map, so columns that say so
/// (lng_gcj02, 百度经度) are taken, and before others. FileFormat, with the columns' names, where some look like coordinates but
/// no position can be made of them: a longitude without latitude, both in one column, or shifted ones, which would lie up to a
/// kilometre off.
[[nodiscard]] Result<PositionColumns> positionColumns(std::vector<CsvColumn> const& columns, bool shifted);

/// The header of a CSV. FileMissing, FileFormat.
[[nodiscard]] Result<std::vector<CsvColumn>> csvColumns(GdalLog& log, std::string const& source);

/// What tells GDAL the columns; errors as of positionColumns.
[[nodiscard]] Result<std::vector<std::string>> csvOpenOptions(std::vector<CsvColumn> const& columns, bool shifted);

} // namespace zhengtu::geo::detail
