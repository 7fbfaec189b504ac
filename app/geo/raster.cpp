#include "geo/raster.hpp"

#include "geo/codec.hpp"
#include "geo/detail/gdal.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::geo {

namespace {

using namespace detail;

constexpr int epsgCgcs2000 = 4490;

Result<Srs> degrees(GdalLog& log)
{
    Srs srs{OSRNewSpatialReference(nullptr)};
    if (OSRImportFromEPSG(srs.get(), epsgCgcs2000) != OGRERR_NONE) { return std::unexpected{log.error(ErrorCode::Crs, "EPSG:4490 is not known")}; }
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

Result<Dataset> inMemory(GdalLog& log, Raster const& raster)
{
    if (raster.columns == 0 || raster.rows == 0 || raster.values.size() != raster.columns * raster.rows) {
        return fail(ErrorCode::Usage, "a raster without cells, or with more or fewer values than cells");
    }
    auto const columns = static_cast<int>(raster.columns), rows = static_cast<int>(raster.rows);
    Dataset dataset{GDALCreate(GDALGetDriverByName("MEM"), "", columns, rows, 1, GDT_Float64, nullptr)};
    if (dataset == nullptr) { return std::unexpected{log.error(ErrorCode::Storage, "no memory for the raster")}; }
    auto values = raster.values; // GDAL reads from a pointer that is not const
    std::array<double, 6> placed{raster.west, raster.cellLon, 0, raster.north, 0, -raster.cellLat};
    auto const srs = degrees(log);
    if (!srs) { return std::unexpected{srs.error()}; }
    char* wkt = nullptr;
    OSRExportToWktEx(srs->get(), &wkt, nullptr);
    bool const named = wkt != nullptr && GDALSetProjection(dataset.get(), wkt) == CE_None;
    VSIFree(wkt);
    if (!named || GDALSetGeoTransform(dataset.get(), placed.data()) != CE_None ||
        GDALRasterIO(GDALGetRasterBand(dataset.get(), 1), GF_Write, 0, 0, columns, rows, values.data(), columns, rows, GDT_Float64, 0, 0) != CE_None) {
        return std::unexpected{log.error(ErrorCode::Storage, "the raster could not be filled")};
    }
    return dataset;
}

/// What GDAL draws of the levels, each with the lower level that it belongs to.
Result<std::vector<std::pair<double, Shape>>> drawn(Raster const& raster, std::span<double const> levels, bool areas)
{
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (!std::isfinite(levels[i]) || (i > 0 && !(levels[i - 1] < levels[i]))) { return fail(ErrorCode::Usage, "levels of contours must ascend"); }
    }
    GdalLog log;
    // GDAL moves levels that are nearer than 1e-6 to a value: numbers as small as densities per m2 are drawn enlarged.
    double const factor = levels.back() != 0 ? 1e6 / std::abs(levels.back()) : 1;
    auto enlarged = raster;
    for (auto& value : enlarged.values) { value *= factor; }
    auto const dataset = inMemory(log, enlarged);
    if (!dataset) { return std::unexpected{dataset.error()}; }
    Dataset const lines{GDALCreate(GDALGetDriverByName("Memory"), "", 0, 0, 0, GDT_Unknown, nullptr)};
    auto const srs = degrees(log);
    if (!srs) { return std::unexpected{srs.error()}; }
    auto* const layer = lines == nullptr ? nullptr
                                         : GDALDatasetCreateLayer(lines.get(), "contours", srs->get(), areas ? wkbMultiPolygon : wkbLineString, nullptr);
    if (layer == nullptr) { return std::unexpected{log.error(ErrorCode::Storage, "no memory for the contours")}; }
    for (char const* field : {"low", "high"}) {
        auto* const definition = OGR_Fld_Create(field, OFTReal);
        OGR_L_CreateField(layer, definition, 1);
        OGR_Fld_Destroy(definition);
    }
    Options options;
    std::string fixed = "FIXED_LEVELS=";
    for (auto const level : levels) { fixed += std::format("{}{}", fixed.back() == '=' ? "" : ",", level * factor); }
    options.add(fixed);
    options.add(areas ? "POLYGONIZE=YES" : "POLYGONIZE=NO");
    options.add(areas ? "ELEV_FIELD_MIN=0" : "ELEV_FIELD=0");
    if (areas) { options.add("ELEV_FIELD_MAX=1"); }
    if (GDALContourGenerateEx(GDALGetRasterBand(dataset->get(), 1), layer, const_cast<char**>(options.get()), nullptr, nullptr) != CE_None) {
        return std::unexpected{log.error(ErrorCode::Internal, "the contours could not be drawn")};
    }
    std::vector<std::pair<double, Shape>> result;
    OGR_L_ResetReading(layer);
    for (FeatureHandle feature{OGR_L_GetNextFeature(layer)}; feature != nullptr; feature.reset(OGR_L_GetNextFeature(layer))) {
        auto* const geometry = OGR_F_GetGeometryRef(feature.get());
        std::vector<std::byte> wkb(OGR_G_WkbSizeEx(geometry));
        OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
        auto shape = fromWkb(wkb);
        if (!shape) { return std::unexpected{std::move(shape.error()).at("contours")}; }
        result.emplace_back(OGR_F_GetFieldAsDouble(feature.get(), 0) / factor, std::move(*shape));
    }
    return result;
}

/// The number of the level that GDAL's own is, which it may have rounded.
std::size_t levelOf(double value, std::span<double const> levels)
{
    auto const nearest = std::ranges::min_element(levels, {}, [&](double level) { return std::abs(level - value); });
    return static_cast<std::size_t>(nearest - levels.begin());
}

Result<std::vector<Shape>> byLevel(Raster const& raster, std::span<double const> levels, bool areas)
{
    std::vector<Shape> shapes(levels.size());
    if (levels.empty()) { return shapes; }
    auto found = drawn(raster, levels, areas);
    if (!found) { return std::unexpected{found.error()}; }
    for (auto& [low, shape] : *found) {
        double const tolerance = 1e-9 * std::abs(levels.front());
        if (areas && low < levels.front() - tolerance) { continue; } // what lies below the first level
        auto& target = shapes[levelOf(low, levels)];
        target.type = shape.type;
        std::ranges::move(shape.parts, std::back_inserter(target.parts));
    }
    for (auto& shape : shapes) {
        if (!areas || shape.empty() || isValid(shape).valid) { continue; }
        auto repaired = makeValid(shape); // rings that touch where a level meets a cell's centre
        if (!repaired) { return std::unexpected{std::move(repaired.error()).at("contours")}; }
        shape = std::move(*repaired);
    }
    return shapes;
}

} // namespace

double Raster::cellAreaM2(std::size_t row) const noexcept
{
    double const top = north - static_cast<double>(row) * cellLat, bottom = top - cellLat;
    Path const ring{{0, bottom}, {cellLon, bottom}, {cellLon, top}, {0, top}, {0, bottom}};
    return areaM2({ShapeType::Polygon, {Part{ring, {}}}});
}

double Raster::sum() const noexcept
{
    double total = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        double line = 0;
        for (std::size_t column = 0; column < columns; ++column) { line += values[row * columns + column]; }
        total += line * cellAreaM2(row);
    }
    return total;
}

Result<void> writeGeoTiff(std::filesystem::path const& path, Raster const& raster, std::string const& description,
                          std::vector<std::pair<std::string, std::string>> const& metadata)
{
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) { return fail(ErrorCode::FileExists, path.filename().string() + " is there"); }
    GdalLog log;
    auto const dataset = inMemory(log, raster);
    if (!dataset) { return std::unexpected{Error{dataset.error()}.at(path.filename().string())}; }
    for (auto const& [key, value] : metadata) { GDALSetMetadataItem(dataset->get(), key.c_str(), value.c_str(), nullptr); }
    GDALSetDescription(GDALGetRasterBand(dataset->get(), 1), description.c_str());
    Options const options{{"COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES", "BIGTIFF=IF_SAFER"}};
    Dataset written{GDALCreateCopy(GDALGetDriverByName("GTiff"), path.c_str(), dataset->get(), 1, options.get(), nullptr, nullptr)};
    bool const closed = written != nullptr && GDALClose(written.release()) == CE_None;
    if (!closed || log.failed()) {
        auto error = log.error(ErrorCode::Storage, "writing the raster failed", "Check the space and the rights where it is written.");
        return std::unexpected{std::move(error).at(path.filename().string())};
    }
    return {};
}

Result<std::vector<Shape>> contourBands(Raster const& raster, std::span<double const> levels) { return byLevel(raster, levels, true); }
Result<std::vector<Shape>> contourLines(Raster const& raster, std::span<double const> levels) { return byLevel(raster, levels, false); }

} // namespace zhengtu::geo
