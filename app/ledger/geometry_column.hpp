#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <string_view>

namespace zhengtu::ledger {

/// A shape as the blob of a geometry column (always of the multi type, EPSG:4490).
[[nodiscard]] std::string geometryBlob(geo::Shape const& shape);
/// The way back. Error: FileFormat.
[[nodiscard]] Result<geo::Shape> geometryFrom(std::string_view blob);

/// Gives a connection the SQL functions that the spatial index's triggers call: ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY, ST_MaxY.
void addGeometryFunctions(sqlite::Database& database);

} // namespace zhengtu::ledger
