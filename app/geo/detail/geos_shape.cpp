#include "geo/detail/geos.hpp"

#include <cmath>
#include <vector>

namespace zhengtu::geo::detail {

namespace {

std::string inPart(std::size_t part, std::size_t ring)
{
    std::string where = "part " + std::to_string(part + 1);
    if (ring > 0) { where += ", hole " + std::to_string(ring); }
    return where;
}

Result<void> checkPositions(Path const& path, Coordinates coordinates)
{
    for (auto const at : path) {
        if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) {
            return fail(ErrorCode::GeometryInvalid, "a coordinate is not a number: " + positionText(at), "Give numbers: longitude, then latitude, in degrees.");
        }
        if (coordinates == Coordinates::Degrees && (std::abs(at.lat) > 90 || std::abs(at.lon) > 360)) {
            return fail(ErrorCode::GeometryInvalid, "position " + positionText(at) + " is outside longitude and latitude",
                        "If these are metres, or latitude first, say which CRS they are in.");
        }
    }
    return {};
}

Result<void> checkRing(Path const& path, Coordinates coordinates)
{
    if (path.size() < 4) {
        return fail(ErrorCode::GeometryInvalid,
                    "a ring has " + std::to_string(path.size()) + " vertices, at least 4 are needed");
    }
    if (path.front() != path.back()) {
        // what is no number is not equal to itself: say that instead
        if (auto ok = checkPositions(path, coordinates); !ok) { return ok; }
        return fail(ErrorCode::GeometryInvalid,
                    "a ring is not closed: it begins at " + positionText(path.front()) + " and ends at " +
                        positionText(path.back()),
                    "Repeat the first vertex at the end.");
    }
    return checkPositions(path, coordinates);
}

Result<void> checkPart(ShapeType type, Part const& part, Coordinates coordinates, std::size_t number)
{
    auto const at = [&](Result<void> checked, std::size_t ring) -> Result<void> {
        if (checked) { return checked; }
        return std::unexpected{std::move(checked.error()).at(inPart(number, ring))};
    };
    auto const size = part.outline.size();
    switch (type) {
    case ShapeType::Point:
        if (size != 1) { return at(fail(ErrorCode::GeometryInvalid, "a point has " + std::to_string(size) + " positions"), 0); }
        return checkPositions(part.outline, coordinates);
    case ShapeType::Line:
        if (size < 2) { return at(fail(ErrorCode::GeometryInvalid, "a line has fewer than 2 vertices"), 0); }
        return checkPositions(part.outline, coordinates);
    case ShapeType::Polygon:
        if (auto ok = at(checkRing(part.outline, coordinates), 0); !ok) { return ok; }
        for (std::size_t i = 0; i < part.holes.size(); ++i) {
            if (auto ok = at(checkRing(part.holes[i], coordinates), i + 1); !ok) { return ok; }
        }
        return {};
    case ShapeType::None: break;
    }
    return fail(ErrorCode::GeometryInvalid, "a shape of no type has parts");
}

Result<GEOSCoordSequence*> sequence(Path const& path)
{
    static_assert(sizeof(LonLat) == 2 * sizeof(double));
    auto& context = GeosContext::current();
    auto* const made = GEOSCoordSeq_copyFromBuffer_r(context.get(), path.empty() ? nullptr : &path.data()->lon,
                                                     static_cast<unsigned>(path.size()), 0, 0);
    if (made == nullptr) { return std::unexpected{context.takeError("copying coordinates")}; }
    return made;
}

Result<Geometry> ringOf(Path const& path)
{
    return sequence(path).and_then([](GEOSCoordSequence* s) { return adopt(GEOSGeom_createLinearRing_r(handle(), s), "ring"); });
}

Result<Geometry> polygonOf(Part const& part)
{
    auto outline = ringOf(part.outline);
    if (!outline) { return outline; }
    std::vector<Geometry> holes;
    for (auto const& hole : part.holes) {
        auto ring = ringOf(hole);
        if (!ring) { return ring; }
        holes.push_back(std::move(*ring));
    }
    std::vector<GEOSGeometry*> raw; // the polygon takes them over, also when it fails
    for (auto& hole : holes) {
        raw.push_back(hole.release());
    }
    return adopt(GEOSGeom_createPolygon_r(handle(), outline->release(), raw.data(), static_cast<unsigned>(raw.size())),
                 "polygon");
}

Result<Geometry> lineOf(Part const& part)
{
    return sequence(part.outline).and_then([](GEOSCoordSequence* s) {
        return adopt(GEOSGeom_createLineString_r(handle(), s), "line");
    });
}

/// A part that checkPart accepts.
Result<Geometry> partToGeos(ShapeType type, Part const& part)
{
    switch (type) {
    case ShapeType::Point:
        return adopt(GEOSGeom_createPointFromXY_r(handle(), part.outline.front().lon, part.outline.front().lat), "point");
    case ShapeType::Line: return lineOf(part);
    case ShapeType::Polygon: return polygonOf(part);
    case ShapeType::None: break;
    }
    return fail(ErrorCode::GeometryInvalid, "a shape of no type has parts");
}

int collectionType(ShapeType type)
{
    switch (type) {
    case ShapeType::Point: return GEOS_MULTIPOINT;
    case ShapeType::Line: return GEOS_MULTILINESTRING;
    case ShapeType::Polygon: return GEOS_MULTIPOLYGON;
    case ShapeType::None: break;
    }
    return GEOS_GEOMETRYCOLLECTION;
}

Result<Path> pathOf(GEOSGeometry const* geometry)
{
    auto& context = GeosContext::current();
    auto const* const coordinates = GEOSGeom_getCoordSeq_r(context.get(), geometry);
    unsigned size = 0;
    if (coordinates == nullptr || GEOSCoordSeq_getSize_r(context.get(), coordinates, &size) == 0) {
        return std::unexpected{context.takeError("reading coordinates")};
    }
    Path path(size);
    if (size > 0 && GEOSCoordSeq_copyToBuffer_r(context.get(), coordinates, &path.data()->lon, 0, 0) == 0) {
        return std::unexpected{context.takeError("reading coordinates")};
    }
    return path;
}

Result<Part> polygonPart(GEOSGeometry const* geometry)
{
    auto* const context = handle();
    Part part;
    auto outline = pathOf(GEOSGetExteriorRing_r(context, geometry));
    if (!outline) { return std::unexpected{std::move(outline.error())}; }
    part.outline = std::move(*outline);
    int const holes = GEOSGetNumInteriorRings_r(context, geometry);
    for (int i = 0; i < holes; ++i) {
        auto hole = pathOf(GEOSGetInteriorRingN_r(context, geometry, i));
        if (!hole) { return std::unexpected{std::move(hole.error())}; }
        part.holes.push_back(std::move(*hole));
    }
    return part;
}

ShapeType simpleType(int geosType)
{
    switch (geosType) {
    case GEOS_POINT: return ShapeType::Point;
    case GEOS_LINESTRING:
    case GEOS_LINEARRING: return ShapeType::Line;
    case GEOS_POLYGON: return ShapeType::Polygon;
    default: return ShapeType::None;
    }
}

ShapeType multiType(int geosType)
{
    switch (geosType) {
    case GEOS_MULTIPOINT: return ShapeType::Point;
    case GEOS_MULTILINESTRING: return ShapeType::Line;
    case GEOS_MULTIPOLYGON: return ShapeType::Polygon;
    default: return ShapeType::None;
    }
}

/// Walks a geometry down to its simple parts. `wanted` None: any type, but one only.
class Gatherer {
public:
    explicit Gatherer(ShapeType wanted) : m_wanted{wanted} { m_shape.type = wanted; }

    Result<void> add(GEOSGeometry const* geometry)
    {
        auto* const context = handle();
        int const type = GEOSGeomTypeId_r(context, geometry);
        if (type == GEOS_MULTIPOINT || type == GEOS_MULTILINESTRING || type == GEOS_MULTIPOLYGON ||
            type == GEOS_GEOMETRYCOLLECTION) {
            if (m_shape.type == ShapeType::None) { m_shape.type = multiType(type); }
            int const count = GEOSGetNumGeometries_r(context, geometry);
            for (int i = 0; i < count; ++i) {
                if (auto ok = add(GEOSGetGeometryN_r(context, geometry, i)); !ok) { return ok; }
            }
            return {};
        }
        auto const simple = simpleType(type);
        if (simple == ShapeType::None) {
            return fail(ErrorCode::GeometryInvalid, "curves are not supported",
                        "Convert the geometry to straight segments first.");
        }
        if (GEOSisEmpty_r(context, geometry) != 0) {
            if (m_shape.type == ShapeType::None) { m_shape.type = simple; }
            return {};
        }
        return addSimple(geometry, simple);
    }
    Shape take() { return std::move(m_shape); }

private:
    Result<void> addSimple(GEOSGeometry const* geometry, ShapeType simple)
    {
        if (m_wanted != ShapeType::None && simple != m_wanted) { return {}; }
        if (m_wanted == ShapeType::None && !m_shape.parts.empty() && m_shape.type != simple) {
            return fail(ErrorCode::GeometryInvalid,
                        std::string{"one geometry mixes "} + name(m_shape.type) + " and " + name(simple),
                        "Split it into one geometry for each type.");
        }
        m_shape.type = simple;
        if (simple == ShapeType::Polygon) {
            return polygonPart(geometry).transform([this](Part part) { m_shape.parts.push_back(std::move(part)); });
        }
        return pathOf(geometry).transform([this](Path path) { m_shape.parts.push_back({std::move(path), {}}); });
    }
    ShapeType m_wanted;
    Shape m_shape;
};

Result<Shape> gather(GEOSGeometry const* geometry, ShapeType wanted)
{
    Gatherer gatherer{wanted};
    return gatherer.add(geometry).transform([&] { return gatherer.take(); });
}

} // namespace

Result<void> checkShape(Shape const& shape, Coordinates coordinates)
{
    for (std::size_t i = 0; i < shape.parts.size(); ++i) {
        if (auto ok = checkPart(shape.type, shape.parts[i], coordinates, i); !ok) { return ok; }
    }
    return {};
}

Result<Geometry> toGeos(Shape const& shape, Coordinates coordinates)
{
    if (auto ok = checkShape(shape, coordinates); !ok) { return std::unexpected{std::move(ok.error())}; }
    if (shape.parts.size() == 1) { return partToGeos(shape.type, shape.parts.front()); }
    std::vector<Geometry> parts;
    parts.reserve(shape.parts.size());
    for (auto const& part : shape.parts) {
        auto made = partToGeos(shape.type, part);
        if (!made) { return made; }
        parts.push_back(std::move(*made));
    }
    std::vector<GEOSGeometry*> raw; // the collection takes them over, also when it fails
    raw.reserve(parts.size());
    for (auto& part : parts) {
        raw.push_back(part.release());
    }
    return adopt(
        GEOSGeom_createCollection_r(handle(), collectionType(shape.type), raw.data(), static_cast<unsigned>(raw.size())),
        "collection");
}

Result<Shape> fromGeos(GEOSGeometry const* geometry)
{
    return gather(geometry, ShapeType::None);
}
Result<Shape> partsOf(GEOSGeometry const* geometry, ShapeType type)
{
    return gather(geometry, type);
}

GEOSGeometry* intersectionOnGrid(GEOSContextHandle_t context, GEOSGeometry const* a, GEOSGeometry const* b) { return GEOSIntersectionPrec_r(context, a, b, gridDegrees); }
GEOSGeometry* differenceOnGrid(GEOSContextHandle_t context, GEOSGeometry const* a, GEOSGeometry const* b) { return GEOSDifferencePrec_r(context, a, b, gridDegrees); }

Result<Shape> operated(Result<Geometry> const& a, Result<Geometry> const& b, Operation operation, ShapeType keep, std::string_view what)
{
    if (!a) { return std::unexpected{a.error()}; }
    if (!b) { return std::unexpected{b.error()}; }
    return adopt(operation(handle(), a->get(), b->get()), what).and_then([&](Geometry const& made) { return partsOf(made.get(), keep); });
}

} // namespace zhengtu::geo::detail
