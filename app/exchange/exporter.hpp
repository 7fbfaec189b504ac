#pragma once

#include "core/date.hpp"
#include "core/error.hpp"
#include "geo/raster.hpp"
#include "geo/vector_file.hpp"
#include "ledger/ledger.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace zhengtu::exchange {

class PackedTasks;

enum class Format { Shapefile, GeoPackage, GeoJson, Csv };
[[nodiscard]] std::optional<Format> formatOf(std::string_view name) noexcept; ///< shp, gpkg, geojson, csv

struct ExportOptions {
    Format format = Format::Shapefile;
    std::filesystem::path directory;
    std::string baseName = "tasks";   ///< ASCII
    std::string encoding = "UTF-8";   ///< or GB18030; shapefile only
    int epsg = 4490;                  ///< 4490, 4546, 4547, 4526
    bool overwrite = false;
    bool strict = false;              ///< leave no files when anything unrecoverable is lost
    bool companions = true;           ///< beside a shapefile: GeoPackage and CSV with the whole texts, list of fields
    Date asOf{};                      ///< stamps the files; nothing asks the clock
    std::vector<ledger::PlanRow> sources; ///< plans that the tasks are of, for the report: their titles and hashes
    GoOn goOn{};                 ///< asked now and then, from several threads, and told of 1 just before files appear in their place
};

/// What was written; also `<base>.export.json` beside the files (docs/formats/export.md). Counts add up: tasks = located +
/// unlocated, and the rows of the files are the rows that came in. `truncated`: texts cut in a shapefile, whole beside it.
/// `lost`: characters that no text may hold (NUL, broken UTF-8) and geometries that could not be repaired.
struct ExportReport {
    std::vector<std::filesystem::path> files;
    std::size_t tasks = 0, sites = 0, located = 0, unlocated = 0, truncated = 0, lost = 0;
    [[nodiscard]] bool complete() const noexcept { return lost == 0; } ///< nothing unrecoverable was lost
};

/// Exports tasks with their sites (and, if given, hotspots and other layers). Written aside, read back, verified, renamed with
/// the .shp files last; on an error no file is left, and a killed export is finished or swept by the next one in the directory.
/// The same input gives the same bytes. Errors: FileExists (without `overwrite`), Storage, Usage, Encoding (with `strict`), Cancelled.
[[nodiscard]] Result<ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                               ExportOptions const& options);
/// The same files of more tasks than fit into memory (packed_tasks.hpp).
[[nodiscard]] Result<ExportReport> exportTasks(PackedTasks const& tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options);

/// Writes one layer as a vector file by its ending (.gpkg, .geojson, .csv; .shp makes `<name>_pt.shp` and so on), aside and renamed.
/// `goOn` as in ExportOptions. Errors as above.
[[nodiscard]] Result<void> writeLayer(geo::Layer const& layer, std::filesystem::path const& file, bool overwrite, GoOn const& goOn = {});

/// Writes a raster as a GeoTIFF (.tif, .tiff), aside and renamed, with what is said of it as metadata. Errors as above.
[[nodiscard]] Result<void> writeRaster(geo::Raster const& raster, std::string const& description, std::vector<std::pair<std::string, std::string>> const& metadata,
                                       std::filesystem::path const& file, bool overwrite, GoOn const& goOn = {});

} // namespace zhengtu::exchange
