#include "geo/codec.hpp"

#include "geo/detail/geos.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <format>
#include <limits>

namespace zhengtu::geo {

namespace {

constexpr std::uint32_t wkbPoint = 1, wkbLine = 2, wkbPolygon = 3, wkbMulti = 3, wkbCollection = 7; // multi = simple + 3

std::uint32_t wkbType(ShapeType type)
{
    switch (type) {
    case ShapeType::Point: return wkbPoint;
    case ShapeType::Line: return wkbLine;
    case ShapeType::Polygon: return wkbPolygon;
    case ShapeType::None: break;
    }
    return 0;
}

/// Appends values in little-endian order.
class Bytes {
public:
    void byte(unsigned value) { m_bytes.push_back(static_cast<std::byte>(value)); }
    void u32(std::uint32_t value) { number(value); }
    void f64(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void path(Path const& path)
    {
        u32(static_cast<std::uint32_t>(path.size()));
        for (auto const at : path) {
            position(at);
        }
    }
    void position(LonLat at)
    {
        f64(at.lon);
        f64(at.lat);
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    template <class T> void number(T value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            byte(static_cast<unsigned>((value >> (8 * i)) & 0xff));
        }
    }
    std::vector<std::byte> m_bytes;
};

void writeWkb(Bytes& out, Shape const& shape)
{
    auto const simple = wkbType(shape.type);
    out.byte(1);
    out.u32(simple == 0 ? wkbCollection : simple + wkbMulti);
    out.u32(static_cast<std::uint32_t>(shape.parts.size()));
    for (auto const& part : shape.parts) {
        out.byte(1);
        out.u32(simple);
        if (shape.type == ShapeType::Point) {
            double const none = std::numeric_limits<double>::quiet_NaN(); // an empty point by the standard
            out.position(part.outline.empty() ? LonLat{none, none} : part.outline.front());
        } else if (shape.type == ShapeType::Line) {
            out.path(part.outline);
        } else {
            out.u32(static_cast<std::uint32_t>(1 + part.holes.size()));
            out.path(part.outline);
            for (auto const& hole : part.holes) {
                out.path(hole);
            }
        }
    }
}

struct WkbReader {
    struct Destroy {
        void operator()(GEOSWKBReader* reader) const noexcept { GEOSWKBReader_destroy_r(detail::handle(), reader); }
    };
    std::unique_ptr<GEOSWKBReader, Destroy> reader{GEOSWKBReader_create_r(detail::handle())};
};

std::uint32_t readU32(std::span<std::byte const> bytes, std::size_t at, bool little)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value |= std::to_integer<std::uint32_t>(bytes[at + i]) << (8 * (little ? i : 3 - i));
    }
    return value;
}

std::string wktPath(Path const& path)
{
    std::string text = "(";
    for (auto const at : path) {
        text += std::format("{}{} {}", text.size() > 1 ? ", " : "", at.lon, at.lat);
    }
    return text + ")";
}

std::string wktPart(ShapeType type, Part const& part)
{
    if (type != ShapeType::Polygon) { return wktPath(part.outline); }
    std::string text = "(" + wktPath(part.outline);
    for (auto const& hole : part.holes) {
        text += ", " + wktPath(hole);
    }
    return text + ")";
}

char const* wktName(ShapeType type)
{
    switch (type) {
    case ShapeType::Point: return "POINT";
    case ShapeType::Line: return "LINESTRING";
    case ShapeType::Polygon: return "POLYGON";
    case ShapeType::None: break;
    }
    return "GEOMETRYCOLLECTION";
}

} // namespace

Result<Shape> fromWkt(std::string_view wkt)
{
    if (auto const semicolon = wkt.find(';'); wkt.starts_with("SRID=") && semicolon != wkt.npos) {
        wkt.remove_prefix(semicolon + 1);
    }
    if (wkt.find('\0') != wkt.npos) { return fail(ErrorCode::GeometryInvalid, "WKT with a NUL character"); }
    struct Destroy {
        void operator()(GEOSWKTReader* reader) const noexcept { GEOSWKTReader_destroy_r(detail::handle(), reader); }
    };
    std::unique_ptr<GEOSWKTReader, Destroy> const reader{GEOSWKTReader_create_r(detail::handle())};
    return detail::adopt(GEOSWKTReader_read_r(detail::handle(), reader.get(), std::string{wkt}.c_str()), "reading WKT")
        .and_then([](detail::Geometry const& geometry) { return detail::fromGeos(geometry.get()); })
        .transform_error([](Error error) {
            if (error.cure.empty()) { error.cure = "Write it as POINT(112.55 37.87), LINESTRING(112 37, 113 38) or POLYGON((112 37, 113 37, 113 38, 112 37)): longitude first, each ring closed."; }
            return error;
        });
}

std::string toWkt(Shape const& shape)
{
    if (shape.empty()) { return std::string{wktName(shape.type)} + " EMPTY"; }
    if (shape.parts.size() == 1) { return std::string{wktName(shape.type)} + " " + wktPart(shape.type, shape.parts.front()); }
    std::string text = std::string{"MULTI"} + wktName(shape.type) + " (";
    for (auto const& part : shape.parts) {
        if (&part != shape.parts.data()) { text += ", "; }
        text += wktPart(shape.type, part);
    }
    return text + ")";
}

std::vector<std::byte> toWkb(Shape const& shape)
{
    Bytes out;
    writeWkb(out, shape);
    return out.take();
}

Result<Shape> fromWkb(std::span<std::byte const> wkb)
{
    WkbReader const owner;
    auto const* const bytes = reinterpret_cast<unsigned char const*>(wkb.data());
    return detail::adopt(GEOSWKBReader_read_r(detail::handle(), owner.reader.get(), bytes, wkb.size()), "reading WKB")
        .and_then([](detail::Geometry const& geometry) { return detail::fromGeos(geometry.get()); });
}

std::vector<std::byte> toGpkgBlob(Shape const& shape, std::int32_t srsId)
{
    auto const extent = extentOf(shape);
    bool const empty = extent.empty();
    Bytes out;
    out.byte('G');
    out.byte('P');
    out.byte(0);                     // version 1
    out.byte(empty ? 0x11U : 0x03U); // little endian; empty flag, or envelope code 1 (minx, maxx, miny, maxy)
    out.u32(static_cast<std::uint32_t>(srsId));
    if (!empty) {
        for (double const value : {extent.minLon, extent.maxLon, extent.minLat, extent.maxLat}) {
            out.f64(value);
        }
    }
    writeWkb(out, shape);
    return out.take();
}

Result<Shape> fromGpkgBlob(std::span<std::byte const> blob, std::int32_t* srsId)
{
    if (blob.size() < 8 || blob[0] != std::byte{'G'} || blob[1] != std::byte{'P'}) {
        return fail(ErrorCode::GeometryInvalid, "not a GeoPackage geometry: it does not begin with GP");
    }
    auto const flags = std::to_integer<unsigned>(blob[3]);
    if ((flags & 0x20U) != 0) { return fail(ErrorCode::GeometryInvalid, "an extended GeoPackage geometry is not supported"); }
    constexpr std::size_t envelopeSize[] = {0, 32, 48, 48, 64};
    auto const code = (flags >> 1U) & 7U;
    if (code > 4) { return fail(ErrorCode::GeometryInvalid, "a GeoPackage geometry with an unknown envelope code"); }
    std::size_t const header = 8 + envelopeSize[code];
    if (blob.size() < header) { return fail(ErrorCode::GeometryInvalid, "a GeoPackage geometry is cut off in its header"); }
    if (srsId != nullptr) { *srsId = static_cast<std::int32_t>(readU32(blob, 4, (flags & 1U) != 0)); }
    return fromWkb(blob.subspan(header));
}

} // namespace zhengtu::geo
