#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Shapes as text and as bytes. Coordinates stay as they are (x = longitude); Z and M are left out on reading. A collection
/// that mixes points, lines and polygons, and curves, are GeometryInvalid. Nothing here asks whether polygons are valid.
namespace zhengtu::geo {

/// Any OGC WKT, also lower case, also EWKT's "SRID=4490;" prefix, which is skipped.
[[nodiscard]] Result<Shape> fromWkt(std::string_view wkt);
/// The simple type where there is one part ("POINT (112.5 37.8)"), else the multi type; shortest digits that read back the
/// same. "POINT EMPTY" and the like for an empty shape, "GEOMETRYCOLLECTION EMPTY" for one of no type.
[[nodiscard]] std::string toWkt(Shape const& shape);

/// ISO WKB, little endian, always the multi type: a table column then has one type (MULTIPOINT, MULTILINESTRING,
/// MULTIPOLYGON). The same shape gives the same bytes.
[[nodiscard]] std::vector<std::byte> toWkb(Shape const& shape);
/// WKB and EWKB of either byte order, simple or multi.
[[nodiscard]] Result<Shape> fromWkb(std::span<std::byte const> wkb);

/// A geometry of a GeoPackage (OGC 12-128r18, 2.1.3): header with an XY envelope, then toWkb. An empty shape has the empty
/// flag and no envelope; store NULL instead where there is no geometry.
[[nodiscard]] std::vector<std::byte> toGpkgBlob(Shape const& shape, std::int32_t srsId = 4490);
/// `srsId`, if given, receives the header's.
[[nodiscard]] Result<Shape> fromGpkgBlob(std::span<std::byte const> blob, std::int32_t* srsId = nullptr);

/// The geometry object of RFC 7946, outlines counter-clockwise and holes clockwise; the simple type where there is one part;
/// "null" for an empty shape. `decimals` rounds (7 is a centimetre); negative: shortest digits that read back the same.
[[nodiscard]] std::string toGeoJsonGeometry(Shape const& shape, int decimals = -1);

} // namespace zhengtu::geo
