#include "exchange/exporter.hpp"
#include "exchange/formats.hpp"
#include "exchange/layer_fields.hpp"

namespace zhengtu::exchange {

Result<void> writeLayer(geo::Layer const& layer, std::filesystem::path const& file, bool overwrite, GoOn const& goOn)
{
    auto const ending = file.extension().string();
    auto const format = ending.empty() ? std::nullopt : formatOf(ending.substr(1));
    if (!format) {
        return fail(ErrorCode::Usage, "no format is known by the ending of " + file.string(), "Use .gpkg, .geojson, .shp or .csv.");
    }
    auto const directory = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    auto files = FileSet::begin(directory);
    if (!files) { return std::unexpected{std::move(files.error())}; }
    ExportOptions options;
    options.format = *format;
    options.directory = directory;
    options.baseName = file.stem().string();
    options.goOn = beforeLast(goOn);
    Job job{.options = options, .files = *files, .tables = {layerTable(layer)}, .accounts = {}, .written = {}, .notes = {}};
    job.tables.front().suffix.clear(); // the file has the name that it was given
    job.accounts.push_back(makeSound(job.tables.front()));
    auto const written = [&] {
        switch (*format) {
        case Format::Shapefile: return writeShapefiles(job).and_then([&] { return writeFieldList(job); });
        case Format::GeoPackage: return writeGeoPackage(job);
        case Format::GeoJson: return writeGeoJson(job);
        case Format::Csv: break;
        }
        return writeCsv(job);
    }();
    if (!written) { return written; }
    return files->publish(overwrite, {}, goOn).transform([](auto const&) {});
}

Result<void> writeRaster(geo::Raster const& raster, std::string const& description, std::vector<std::pair<std::string, std::string>> const& metadata,
                         std::filesystem::path const& file, bool overwrite, GoOn const& goOn)
{
    auto const ending = file.extension().string();
    if (ending != ".tif" && ending != ".tiff") { return fail(ErrorCode::Usage, "a raster is written as GeoTIFF, not as " + file.string(), "Use .tif."); }
    auto files = FileSet::begin(file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."});
    if (!files) { return std::unexpected{std::move(files.error())}; }
    return geo::writeGeoTiff(files->aside(file.filename().string()), raster, description, metadata).and_then([&] {
        return files->publish(overwrite, {}, goOn).transform([](auto const&) {});
    });
}

} // namespace zhengtu::exchange
