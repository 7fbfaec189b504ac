#pragma once

#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

namespace zhengtu::geo::detail {

[[nodiscard]] FieldType typeOf(OGRFieldDefnH field);

/// Dates as "2018-06-30", lists as "a;b", null where there is none.
[[nodiscard]] Value valueOf(OGRFeatureH feature, OGRFieldDefnH field, int index);

/// Curves become straight edges; empty for null. GeometryInvalid for what a Shape cannot hold.
[[nodiscard]] Result<Shape> shapeOf(OGRGeometryH geometry);

} // namespace zhengtu::geo::detail
