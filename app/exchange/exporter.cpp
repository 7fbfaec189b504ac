#include "exchange/exporter.hpp"

#include "core/resources.hpp"
#include "exchange/csv.hpp"
#include "exchange/formats.hpp"
#include "exchange/layer_fields.hpp"
#include "exchange/report_json.hpp"
#include "exchange/short_names.hpp"
#include "exchange/task_tables.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <future>
#include <iterator>

namespace zhengtu::exchange {

namespace fs = std::filesystem;

namespace {

/// CGCS2000 in degrees; Gauss-Krueger of 3 degrees with central meridian 111 E, 114 E; the latter with its zone number.
constexpr std::array epsgOffered{4490, 4546, 4547, 4526};

/// ASCII without anything that a shell, a URL or an old reader stumbles on.
bool isBaseName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && name[0] != '-' && name[0] != '.' && std::ranges::all_of(name, [](char c) {
        return isShortName("a" + std::string(1, c)) || c == '-' || c == '.';
    });
}

Result<void> check(ExportOptions const& options)
{
    if (!isBaseName(options.baseName)) {
        return fail(ErrorCode::Usage, "'" + options.baseName + "' is no base name for files", "Use ASCII letters, digits, '_' and '-', at most 64.");
    }
    if (!std::ranges::contains(epsgOffered, options.epsg)) {
        return fail(ErrorCode::Usage, std::format("EPSG:{} is not offered", options.epsg), "Use 4490, 4546, 4547 or 4526.");
    }
    bool const degreesOnly = options.format == Format::GeoJson || options.format == Format::Csv;
    if (degreesOnly && options.epsg != 4490) {
        return fail(ErrorCode::Usage, "GeoJSON and CSV hold degrees", "Leave the CRS at 4490, or choose shapefile or GeoPackage.");
    }
    if (options.format != Format::Shapefile && options.encoding != "UTF-8") {
        return fail(ErrorCode::Usage, "only a shapefile has a choice of encoding", "Leave it at UTF-8.");
    }
    return {};
}

/// What of an older export would be mistaken for a part of the new one.
std::vector<std::string> oldFiles(ExportOptions const& options)
{
    std::vector<std::string> names;
    auto const report = options.baseName + ".export.json";
    if (auto const json = readFile(options.directory / report)) {
        for (auto& name : filesOf(*json)) {
            if (name.starts_with(options.baseName)) { names.push_back(std::move(name)); }
        }
        names.push_back(report);
    }
    // Indexes and metadata that other programs put beside a shapefile do not fit the new one.
    auto const listed = names;
    for (auto const& name : listed) {
        if (!name.ends_with(".shp")) { continue; }
        auto const stem = name.substr(0, name.size() - 4);
        for (auto const* const ending : {".qml", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".qpj", ".shp.xml", ".ain", ".aih", ".atx"}) {
            names.push_back(stem + ending);
        }
    }
    return names;
}

/// Gauss-Krueger far from its meridian stretches lengths: say so.
void noteDistortion(Job& job)
{
    if (job.options.epsg == 4490) { return; }
    double const meridian = job.options.epsg == 4546 ? 111 : 114;
    geo::Extent extent;
    for (auto const& table : job.tables) {
        for (std::size_t row = 0; row < table.size(); ++row) { extent.include(geo::extentOf(table.shape(row))); }
    }
    if (!extent.empty() && (extent.minLon < meridian - 1.6 || extent.maxLon > meridian + 1.6)) {
        job.notes.push_back(std::format("data reach from {:.2f} to {:.2f} E, beyond the zone of 3 degrees around {:.0f} E: lengths are stretched there",
                                        extent.minLon, extent.maxLon, meridian));
    }
}

ExportReport count(Job const& job, TaskTables const& tasks)
{
    ExportReport report;
    report.tasks = tasks.tasks;
    report.sites = tasks.siteCount;
    report.located = tasks.located;
    report.unlocated = tasks.tasks - tasks.located;
    for (auto const& account : job.accounts) {
        report.lost += account.dropped.size();
        for (auto const& [name, field] : account.fields) {
            report.truncated += field.truncated;
            report.lost += field.lostCharacters;
        }
    }
    return report;
}

/// in = out + reported: the rows of the files, of every table, are the rows that came in.
Result<void> addUp(Job const& job)
{
    auto const main = job.options.format == Format::Shapefile ? ".gpkg" : ""; // the sidecar repeats all rows
    for (auto const& table : job.tables) {
        std::size_t rows = 0;
        for (auto const& file : job.written) {
            bool const sidecar = *main != '\0' && file.name.ends_with(main);
            if (file.table == table.id && !sidecar && (file.what == "features" || file.what == "unlocated")) { rows += file.rows; }
        }
        if (rows != table.size()) {
            return fail(ErrorCode::Internal, std::format("{} rows of {} in, {} out", table.size(), table.id, rows));
        }
    }
    return {};
}

/// `<base>_text.csv`: what is said of each task, whole.
Result<void> writeTexts(Job& job, Table& texts)
{
    static_cast<void>(makeSound(texts)); // accounted for in the table of tasks
    CsvFile csv{job.files, job.base(texts) + ".csv"};
    csv.add(headings(texts, Heading::Short));
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (auto const go = mayGoOn(job, row, texts.size()); !go) { return go; }
        csv.add(cells(texts, row));
    }
    return finishCsv(job, csv, {csv.name(), "texts", texts.id, {}, geo::ShapeType::None, texts.size()});
}

Result<void> writeFormat(Job& job, Table& texts)
{
    switch (job.options.format) {
    case Format::GeoPackage: return writeGeoPackage(job);
    case Format::GeoJson: return writeGeoJson(job);
    case Format::Csv: return writeCsv(job);
    case Format::Shapefile: break;
    }
    if (auto const fitted = fitWidths(job); !fitted) { return fitted; }
    if (!job.options.companions) { return writeShapefiles(job); }
    // Beside the shapefile, which takes as long, and is waited for whatever happens; the report names it where it always stood.
    auto sidecar = std::async(std::launch::async, [&job] { return makeGeoPackage(job); });
    auto const shapefiles = writeShapefiles(job);
    auto made = sidecar.get();
    if (!shapefiles) { return shapefiles; }
    if (!made) { return std::unexpected{std::move(made.error())}; }
    return writeTexts(job, texts).and_then([&] {
        job.add(std::move(*made));
        return writeFieldList(job);
    });
}

Result<void> refuseLoss(ExportOptions const& options, ExportReport const& report)
{
    if (!options.strict || report.complete()) { return {}; }
    return fail(ErrorCode::Encoding, std::format("{} characters or geometries cannot be exported without loss", report.lost),
                "Export without strict to see which, in the export report.");
}

Result<ExportReport> exportTables(TaskTables tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options)
{
    if (auto const fit = check(options); !fit) { return std::unexpected{fit.error()}; }
    auto files = FileSet::begin(options.directory);
    if (!files) { return std::unexpected{std::move(files.error())}; }
    auto const old = oldFiles(options);
    if (!options.overwrite) {
        auto names = old;
        names.push_back(options.baseName + ".export.json");
        if (auto const free = refuseExisting(options.directory, names); !free) { return std::unexpected{free.error()}; }
    }
    auto asked = options;
    asked.goOn = beforeLast(options.goOn);
    Job job{.options = asked, .files = *files, .tables = {tasks.sites}, .accounts = {}, .written = {}, .notes = {}};
    for (auto const& layer : layers) { job.tables.push_back(layerTable(layer)); }
    for (auto& table : job.tables) { job.accounts.push_back(makeSound(table)); }
    noteDistortion(job);
    if (auto const written = writeFormat(job, tasks.texts); !written) { return std::unexpected{written.error()}; }
    if (auto const sum = addUp(job); !sum) { return std::unexpected{sum.error()}; }
    auto report = count(job, tasks);
    if (auto const kept = refuseLoss(options, report); !kept) { return std::unexpected{kept.error()}; }
    auto const json = reportJson(job, report);
    if (!json) { return std::unexpected{json.error()}; }
    if (auto const written = files->write(options.baseName + ".export.json", *json); !written) { return std::unexpected{written.error()}; }
    auto published = files->publish(options.overwrite, old, options.goOn);
    if (!published) { return std::unexpected{std::move(published.error())}; }
    report.files = std::move(*published);
    return report;
}

} // namespace

std::optional<Format> formatOf(std::string_view name) noexcept
{
    if (name == "shp" || name == "shapefile") { return Format::Shapefile; }
    if (name == "gpkg" || name == "geopackage") { return Format::GeoPackage; }
    if (name == "geojson" || name == "json") { return Format::GeoJson; }
    if (name == "csv") { return Format::Csv; }
    return std::nullopt;
}

void Job::add(Made made)
{
    std::ranges::move(made.written, std::back_inserter(written));
    std::ranges::move(made.notes, std::back_inserter(notes));
}

Date Job::stamp() const
{
    return options.asOf.ok() ? options.asOf : Date{std::chrono::year{2000}, std::chrono::month{1}, std::chrono::day{1}};
}

Result<void> mayGoOn(Job const& job, std::size_t row, std::size_t rows)
{
    if (row % rowsAtOnce != 0 || !job.options.goOn || job.options.goOn(static_cast<double>(row) / static_cast<double>(rows))) { return {}; }
    return fail(ErrorCode::Cancelled, "the export was stopped");
}

Result<ExportReport> exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options)
{
    return exportTables(tablesOf(tasks), layers, options);
}

Result<ExportReport> exportTasks(PackedTasks const& tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options)
{
    return exportTables(tablesOf(tasks), layers, options);
}

} // namespace zhengtu::exchange
