#include "geo/detail/table_writer.hpp"

#include "geo/codec.hpp"
#include "geo/detail/feature_values.hpp"

#include <format>
#include <memory>
#include <string_view>
#include <system_error>
#include <variant>

namespace zhengtu::geo::detail {

namespace {

OGRFieldType ogrType(FieldType type)
{
    switch (type) {
    case FieldType::Text: return OFTString;
    case FieldType::Integer: return OFTInteger64;
    case FieldType::Real: return OFTReal;
    case FieldType::Date: return OFTDate;
    }
    return OFTString;
}

} // namespace

Result<WriteReport> TableWriter::write(std::filesystem::path const& path)
{
    if (auto ok = checkTable(); !ok) { return std::unexpected{std::move(ok.error())}; }
    if (auto ok = open(path); !ok) { return std::unexpected{std::move(ok.error())}; }
    if (auto ok = addLayer(); !ok) { return std::unexpected{std::move(ok.error())}; }
    if (auto ok = addRows(); !ok) { return std::unexpected{std::move(ok.error())}; }
    return finish();
}

Result<WriteReport> TableWriter::writeEmpty(std::filesystem::path const& path)
{
    return checkTable().and_then([&] { return open(path); }).and_then([&] { return addLayer(); }).and_then([&] { return finish(); });
}

Result<WriteReport> TableWriter::addShapes(std::filesystem::path const& path)
{
    m_dataset.reset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    m_layer = m_dataset == nullptr ? nullptr : GDALDatasetGetLayer(m_dataset.get(), 0);
    if (m_layer == nullptr) { return std::unexpected{failure("opening " + path.string())}; }
    return findTransform().and_then([&] { return addRows(); }).and_then([&] { return finish(); });
}

Result<WriteReport> TableWriter::finish()
{
    if (m_transaction && GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE) {
        return std::unexpected{failure("committing")};
    }
    // closing writes headers and indices: a full disk shows only here
    bool const closed = GDALClose(m_dataset.release()) == CE_None;
    if (!closed || m_log.failed()) { return std::unexpected{failure("closing the file")}; }
    return WriteReport{m_rows.size(), m_log.warnings()};
}

Error TableWriter::failure(std::string const& what)
{
    return m_log.error(ErrorCode::Storage, what + " failed", "Check the space and the rights where it is written.");
}

Result<void> TableWriter::checkTable()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto const& shape = m_rows.shape(i);
        m_anyMissing = m_anyMissing || shape.empty();
        if (shape.empty()) { continue; }
        m_anyShape = true;
        m_multi = m_multi || shape.parts.size() > 1;
        if (m_table.shapeType != ShapeType::None && shape.type != m_table.shapeType) {
            return fail(ErrorCode::Usage, std::format("row {} is a {} in a table of {}s", i + 1, name(shape.type),
                                                      name(m_table.shapeType)));
        }
    }
    return {};
}

Result<void> TableWriter::open(std::filesystem::path const& path)
{
    auto* const driver = GDALGetDriverByName(m_driver.c_str());
    if (driver == nullptr) { return fail(ErrorCode::Usage, "no such vector format: " + m_driver); }
    std::error_code ignored;
    bool const there = std::filesystem::exists(path, ignored);
    if (there && !m_options.append) {
        return fail(ErrorCode::FileExists, path.string() + " is there already",
                    "Choose another name or allow it to be replaced.");
    }
    if (there) {
        m_dataset.reset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    } else {
        Options const options{m_options.datasetOptions};
        m_dataset.reset(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, options.get()));
    }
    if (m_dataset == nullptr) { return std::unexpected{failure("creating " + path.string())}; }
    return {};
}

OGRwkbGeometryType TableWriter::layerType() const
{
    bool const simple = m_driver == "ESRI Shapefile" || m_driver == "GeoJSON"; // they have one type for both
    switch (m_table.shapeType) {
    case ShapeType::Point: return m_multi ? wkbMultiPoint : wkbPoint;
    case ShapeType::Line: return simple ? wkbLineString : wkbMultiLineString;
    case ShapeType::Polygon: return simple ? wkbPolygon : wkbMultiPolygon;
    case ShapeType::None: break;
    }
    return m_anyShape ? wkbUnknown : wkbNone;
}

Result<void> TableWriter::findTransform()
{
    return Transform::create(4490, m_table.epsg).transform([&](Transform transform) { m_transform.emplace(std::move(transform)); });
}

Result<void> TableWriter::addLayer()
{
    Srs srs;
    auto const type = layerType();
    if (type != wkbNone) {
        srs.reset(OSRNewSpatialReference(nullptr));
        OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
        if (OSRImportFromEPSG(srs.get(), m_table.epsg) != OGRERR_NONE) {
            return std::unexpected{m_log.error(ErrorCode::Crs, std::format("unknown CRS EPSG:{}", m_table.epsg))};
        }
        if (auto ok = findTransform(); !ok) { return ok; }
    }
    Options options{m_options.layerOptions};
    if (m_driver == "FlatGeobuf" && m_anyMissing) {
        options.add("SPATIAL_INDEX=NO");
    } // its index refuses rows without geometry
    m_layer = GDALDatasetCreateLayer(m_dataset.get(), m_table.name.c_str(), srs.get(), type, options.get());
    if (m_layer == nullptr) { return std::unexpected{failure("creating layer " + m_table.name)}; }
    for (auto const& field : m_table.fields) {
        if (auto ok = addField(field); !ok) { return ok; }
    }
    for (auto const& field : m_table.fields) {
        m_index.push_back(OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(m_layer), field.name.c_str()));
        if (m_index.back() < 0) { return fail(ErrorCode::Storage, "field " + field.name + " was not created"); }
    }
    m_transaction = GDALDatasetStartTransaction(m_dataset.get(), 0) == OGRERR_NONE;
    m_log.clear(); // a format without transactions says so as an error
    return {};
}

Result<void> TableWriter::addField(Field const& field)
{
    std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, void (*)(OGRFieldDefnH)> const definition{
        OGR_Fld_Create(field.name.c_str(), ogrType(field.type)), OGR_Fld_Destroy};
    if (field.width > 0) { OGR_Fld_SetWidth(definition.get(), field.width); }
    if (field.precision > 0) { OGR_Fld_SetPrecision(definition.get(), field.precision); }
    if (!field.alias.empty() && m_driver == "GPKG") { OGR_Fld_SetAlternativeName(definition.get(), field.alias.c_str()); }
    auto const index = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(m_layer));
    if (OGR_L_CreateField(m_layer, definition.get(), 0) != OGRERR_NONE) {
        return std::unexpected{failure("creating field " + field.name)};
    }
    auto* const all = OGR_L_GetLayerDefn(m_layer);
    if (m_driver == "CSV" || m_driver == "GeoJSON" || OGR_FD_GetFieldCount(all) <= index) { return {}; }
    if (std::string const made = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(all, OGR_FD_GetFieldCount(all) - 1));
        made != field.name) {
        return fail(ErrorCode::Storage, "field " + field.name + " would be renamed to " + made,
                    "Use a shorter name that no other field has.");
    }
    return {};
}

Result<void> TableWriter::setValue(OGRFeatureH feature, int index, std::size_t column, Cell const& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        OGR_F_SetFieldNull(feature, index);
    } else if (auto const* const integer = std::get_if<std::int64_t>(&value)) {
        OGR_F_SetFieldInteger64(feature, index, *integer);
    } else if (auto const* const real = std::get_if<double>(&value)) {
        OGR_F_SetFieldDouble(feature, index, *real);
    } else if (auto const text = std::get<std::string_view>(value); m_table.fields[column].type == FieldType::Date) {
        auto const date = dayOf(text);
        if (!date) { return fail(ErrorCode::Usage, "not a date: " + std::string{text}); }
        OGR_F_SetFieldDateTime(feature, index, date->year, date->month, date->day, 0, 0, 0, 0);
    } else {
        m_text = text; // ends with a zero byte
        OGR_F_SetFieldString(feature, index, m_text.c_str());
    }
    return {};
}

Result<OgrGeometry> TableWriter::geometryOf(Shape const& shape)
{
    auto const type = OGR_L_GetGeomType(m_layer);
    bool const multi = type == wkbMultiPoint || type == wkbMultiLineString || type == wkbMultiPolygon;
    if (!multi && shape.type == ShapeType::Point && shape.parts.size() == 1) {
        auto const at = (*m_transform)(shape.parts.front().outline.front());
        if (!at) { return std::unexpected{at.error()}; }
        OgrGeometry point{OGR_G_CreateGeometry(wkbPoint)};
        OGR_G_SetPoint_2D(point.get(), 0, at->lon, at->lat);
        return point;
    }
    auto const moved = (*m_transform)(shape);
    if (!moved) { return std::unexpected{moved.error()}; }
    auto const wkb = toWkb(*moved);
    OGRGeometryH raw = nullptr;
    if (OGR_G_CreateFromWkbEx(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE) {
        return std::unexpected{failure("making a geometry")};
    }
    OgrGeometry geometry{raw};
    if (!multi && shape.parts.size() == 1) { geometry.reset(OGR_G_Clone(OGR_G_GetGeometryRef(geometry.get(), 0))); }
    return geometry;
}

Result<void> TableWriter::addRows()
{
    constexpr std::size_t rowsAtOnce = 1000; // between two questions
    FeatureHandle const feature{OGR_F_Create(OGR_L_GetLayerDefn(m_layer))};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i % rowsAtOnce == 0 && m_options.goOn && !m_options.goOn(static_cast<double>(i) / static_cast<double>(m_rows.size()))) {
            return fail(ErrorCode::Cancelled, "writing was stopped");
        }
        if (auto ok = addRow(feature.get(), i); !ok) { return std::unexpected{std::move(ok.error()).at(std::format("row {}", i + 1))}; }
    }
    return {};
}

Result<void> TableWriter::addRow(OGRFeatureH feature, std::size_t row)
{
    for (std::size_t i = 0; i < m_index.size(); ++i) {
        if (auto ok = setValue(feature, m_index[i], i, m_rows.cell(row, i, m_room)); !ok) { return ok; }
    }
    OgrGeometry geometry;
    if (auto const& shape = m_rows.shape(row); !shape.empty()) {
        auto drawn = geometryOf(shape);
        if (!drawn) { return std::unexpected{std::move(drawn.error())}; }
        geometry = std::move(*drawn);
    }
    if (m_table.shapeType != ShapeType::None || m_anyShape) {
        if (OGR_F_SetGeometryDirectly(feature, geometry.release()) != OGRERR_NONE) { return std::unexpected{failure("setting a geometry")}; }
    }
    auto const fid = m_rows.fid(row);
    OGR_F_SetFID(feature, fid >= 0 && m_driver == "GPKG" ? fid : OGRNullFID);
    if (OGR_L_CreateFeature(m_layer, feature) != OGRERR_NONE || m_log.failed()) {
        return std::unexpected{failure("writing")};
    }
    return {};
}

} // namespace zhengtu::geo::detail
