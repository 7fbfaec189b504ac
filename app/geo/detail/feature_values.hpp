#pragma once

#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

#include <optional>
#include <string_view>

namespace zhengtu::geo::detail {

[[nodiscard]] FieldType typeOf(OGRFieldDefnH field);

/// Dates as "2018-06-30", lists as "a;b", null where there is none.
[[nodiscard]] Value valueOf(OGRFeatureH feature, OGRFieldDefnH field, int index);

/// Whether the feature has that value: text by text, numbers within half the last digit of the format, an empty text as none, which a shapefile
/// cannot tell apart.
[[nodiscard]] bool hasValue(OGRFeatureH feature, OGRFieldDefnH field, int index, Cell const& value, int precision);

struct Day {
    int year, month, day;
};
[[nodiscard]] std::optional<Day> dayOf(std::string_view iso); ///< "2018-06-30"

/// Curves become straight edges; empty for null. Rings that are not closed are, and `mended` says so. GeometryInvalid for what a
/// Shape cannot hold.
[[nodiscard]] Result<Shape> shapeOf(OGRGeometryH geometry, std::string& mended);

} // namespace zhengtu::geo::detail
