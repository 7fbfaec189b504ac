#pragma once

#include "core/error.hpp"
#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

#include <string>

/// The coordinates of a table that was read as they stand in the file. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// Takes the position of a row away and says why, in the row and in the notes of the table.
void blame(VectorTable& table, Row& row, std::size_t index, std::string why);

/// Finds out in what the coordinates are (as said, by the file, or degrees of a table), says it in the table, and brings them to EPSG:4490, longitude
/// first; rows that cannot be brought are blamed. `srs`: what the file says; null where it says nothing. Crs where nothing tells, or where the coordinates cannot be what the file says; a table without
/// coordinates stays as it is.
[[nodiscard]] Result<void> bringToCgcs2000(GdalLog& log, OGRSpatialReferenceH srs, ReadOptions const& options, VectorTable& table);

} // namespace zhengtu::geo::detail
