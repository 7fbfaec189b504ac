#pragma once

#include "geo/detail/gdal.hpp"

#include <string>
#include <vector>

/// Which columns of a CSV hold its positions. Not for use outside app/geo.
namespace zhengtu::geo::detail {

struct CsvColumn {
    std::string raw;  ///< the bytes of the file
    std::string name; ///< in UTF-8
};

/// The header of a CSV. FileMissing, FileFormat.
[[nodiscard]] Result<std::vector<CsvColumn>> csvColumns(GdalLog& log, std::string const& source);

/// What tells GDAL the columns: one of WKT, else longitude and latitude (lon_wgs84, LNG, 经度(度), 东经 ...), else x and y. None
/// where no column looks like a coordinate: a plain table. FileFormat, with the columns' names, where some do but no position
/// can be made of them: a longitude without latitude, both in one column, or coordinates shifted for web maps (GCJ-02, BD-09),
/// which would lie up to a kilometre off.
[[nodiscard]] Result<std::vector<std::string>> csvOpenOptions(std::vector<CsvColumn> const& columns);

} // namespace zhengtu::geo::detail
