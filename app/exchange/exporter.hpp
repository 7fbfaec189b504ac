#pragma once

#include "core/date.hpp"
#include "core/error.hpp"
#include "ledger/ledger.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace zhengtu::exchange {

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
    Date asOf{};
};

/// What was written; also `<base>.export.json` beside the files. Counts add up: tasks = located + unlocated.
struct ExportReport {
    std::vector<std::filesystem::path> files;
    std::size_t tasks = 0, sites = 0, located = 0, unlocated = 0, truncated = 0, lost = 0;
    [[nodiscard]] bool complete() const noexcept { return lost == 0; } ///< nothing unrecoverable was lost
};

/// Exports tasks with their sites (and, if given, hotspots and other layers). Written aside, read back, verified, renamed;
/// on an error no file is left. Errors: FileExists, Storage, Usage.
[[nodiscard]] Result<ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers,
                                               ExportOptions const& options);

/// Writes one layer as a vector file by its ending (.gpkg, .geojson), aside and renamed. Errors as above.
[[nodiscard]] Result<void> writeLayer(geo::Layer const& layer, std::filesystem::path const& file, bool overwrite);

} // namespace zhengtu::exchange
