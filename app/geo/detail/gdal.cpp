#include "geo/detail/gdal.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <mutex>

namespace zhengtu::geo::detail {

namespace {

/// Files only: no database, no web service, no virtual format that names other files.
constexpr std::array readers{
    "ESRI Shapefile", "GPKG", "GeoJSON", "GeoJSONSeq", "FlatGeobuf", "LIBKML", "KML", "CSV", "GPX", "DXF", "MapInfo File", "XLSX", "ODS"};

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool isVectorFile(std::string const& name)
{
    auto const extension = lower(std::filesystem::path{name}.extension().string());
    constexpr std::array known{".shp", ".gpkg", ".geojson", ".json", ".kml", ".kmz", ".csv", ".tsv", ".fgb",
                               ".gpx", ".dxf", ".tab",     ".mif",  ".xlsx", ".ods"};
    return std::ranges::find(known, extension) != known.end();
}

std::uint64_t number(std::string const& bytes, std::size_t at, std::size_t size, bool little)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[little ? at + size - 1 - i : at + i]);
    }
    return value;
}

/// GDAL opens a shapefile that was cut off, or whose writer was killed, and gives what it finds as if that were all.
Result<void> checkWhole(std::filesystem::path const& path)
{
    std::string head(100, '\0');
    std::ifstream{path, std::ios::binary}.read(head.data(), static_cast<std::streamsize>(head.size()));
    std::error_code failed;
    auto const size = std::filesystem::file_size(path, failed);
    if (failed) { return fail(ErrorCode::FileMissing, "cannot read " + path.filename().string()); }
    bool const dbf = lower(path.extension().string()) == ".dbf";
    // .shp, .shx: length in 16-bit words. .dbf: records times their size, after the header.
    auto const count = number(head, 4, 4, true), header = number(head, 8, 2, true), record = number(head, 10, 2, true);
    auto const said = dbf ? header + count * record : 2 * number(head, 24, 4, false);
    bool const unfinished = dbf ? count == 0 && record > 0 && size > header + record : said <= 100 && size > 100;
    if (size < (dbf ? 32U : 100U) || said > size || unfinished) {
        return fail(ErrorCode::FileFormat,
                    path.filename().string() + " is not whole: its header tells of " + std::to_string(said) +
                        " bytes, it has " + std::to_string(size),
                    "Copy or export the set again.");
    }
    return {};
}

/// The files that a shapefile cannot be read rightly without.
Result<void> checkSet(std::filesystem::path const& shp)
{
    for (auto const& [low, high] : {std::pair{".shp", ".SHP"}, {".dbf", ".DBF"}, {".shx", ".SHX"}}) {
        std::error_code ignored;
        auto side = shp;
        if (!std::filesystem::exists(side.replace_extension(low), ignored)) { side.replace_extension(high); }
        if (!std::filesystem::exists(side, ignored)) {
            return fail(ErrorCode::FileMissing, "the shapefile lacks " + shp.stem().string() + low,
                        "Copy all files of the set (.shp .shx .dbf .prj .cpg) together.");
        }
        if (auto ok = checkWhole(side); !ok) { return ok; }
    }
    return {};
}

/// The same inside a zip, whose entries are `names`.
Result<void> checkSetInZip(std::string const& source, char** names, std::string const& inside)
{
    if (lower(std::filesystem::path{source}.extension().string()) != ".shp") { return {}; }
    auto const stem = lower(source.substr(inside.size() + 1, source.size() - inside.size() - 5));
    for (char const* side : {".dbf", ".shx"}) {
        bool found = false;
        for (char** name = names; name != nullptr && *name != nullptr; ++name) { found = found || lower(*name) == stem + side; }
        if (!found) {
            return fail(ErrorCode::FileMissing, "the shapefile in the zip lacks " + readableName(std::filesystem::path{source}.stem().string()) + side,
                        "Zip all files of the set (.shp .shx .dbf .prj .cpg) together.");
        }
    }
    return {};
}

} // namespace

void startGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        OSRSetPROJEnableNetwork(0); // nothing leaves the machine
    });
}

GdalLog::GdalLog()
{
    startGdal();
    CPLPushErrorHandlerEx(&GdalLog::remember, this);
}

GdalLog::~GdalLog()
{
    CPLPopErrorHandler();
    CPLErrorReset();
}

void GdalLog::remember(CPLErr severity, CPLErrorNum, char const* text) noexcept
{
    auto* const log = static_cast<GdalLog*>(CPLGetErrorHandlerUserData());
    try {
        if (severity == CE_Failure || severity == CE_Fatal) {
            log->m_failures.emplace_back(text);
            constexpr std::string_view unknown = "crs not found: "; // of PROJ
            std::string_view const said{text};
            if (auto const at = said.find(unknown); at != std::string_view::npos) { log->m_unknownCrs = said.substr(at + unknown.size()); }
        }
        if (severity == CE_Warning) { log->m_warnings.emplace_back(text); }
    } catch (...) { // out of memory while reporting
    }
}

Error GdalLog::error(ErrorCode code, std::string what, std::string cure)
{
    if (!m_failures.empty()) { what += ": " + m_failures.back(); }
    clear();
    return {.code = code, .detail = std::move(what), .where = {}, .cure = std::move(cure)};
}

void GdalLog::clear() noexcept
{
    m_failures.clear();
    m_warnings.clear();
}

Options::Options(std::vector<std::string> const& values)
{
    for (auto const& value : values) {
        add(value);
    }
}

Result<Dataset> openForReading(GdalLog& log, std::string const& name, std::vector<std::string> const& openOptions)
{
    Options drivers;
    for (char const* driver : readers) {
        drivers.add(driver);
    }
    Options const options{openOptions};
    Dataset dataset{GDALOpenEx(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.get(), options.get(), nullptr)};
    if (dataset == nullptr) {
        return std::unexpected{log.error(
            ErrorCode::FileFormat, "not a vector file that can be read",
            "Readable are GeoJSON, GeoPackage, shapefile, KML, KMZ, CSV, XLSX, ODS, FlatGeobuf, GPX, DXF and MapInfo, also in a zip.")};
    }
    log.clear(); // what other drivers said of it before
    return dataset;
}

Result<std::vector<std::string>> sourcesOf(GdalLog& log, std::filesystem::path const& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return fail(ErrorCode::FileMissing, "no such file: " + path.string(), "Check the name and the right to read it.");
    }
    auto const extension = lower(path.extension().string());
    if (extension == ".shp") { // GDAL makes do without the .dbf and .shx, and would give positions without their fields
        if (auto ok = checkSet(path); !ok) { return std::unexpected{std::move(ok.error())}; }
    }
    if (extension != ".zip" && extension != ".shz") { return std::vector{path.string()}; }

    std::string const inside = "/vsizip/{" + std::filesystem::absolute(path).string() + "}";
    std::unique_ptr<char*, void (*)(char**)> const names{VSIReadDirRecursive(inside.c_str()), CSLDestroy};
    std::vector<std::string> sources;
    for (char** name = names.get(); name != nullptr && *name != nullptr; ++name) {
        std::string const entry{*name};
        if (isVectorFile(entry) && !entry.starts_with("__MACOSX/")) { sources.push_back(inside + "/" + entry); }
    }
    std::ranges::sort(sources);
    if (sources.empty()) {
        return std::unexpected{
            log.error(ErrorCode::FileFormat, "no vector file in the zip",
                      "A zip may hold a shapefile with its .dbf and .shx, GeoJSON, GeoPackage, KML or CSV.")};
    }
    for (auto const& source : sources) {
        if (auto ok = checkSetInZip(source, names.get(), inside); !ok) { return std::unexpected{std::move(ok.error())}; }
    }
    return sources;
}

std::string readableName(std::string const& name)
{
    using Text = std::unique_ptr<char, void (*)(void*)>;
    if (std::ranges::all_of(name, [](unsigned char c) { return c < 0x80; })) { return name; }
    GdalLog const quiet; // of names that cannot be recoded
    Text const bytes{CPLRecode(name.c_str(), CPL_ENC_UTF8, "CP437"), VSIFree};
    Text const back{bytes ? CPLRecode(bytes.get(), "CP437", CPL_ENC_UTF8) : nullptr, VSIFree};
    if (!back || name != back.get()) { return name; }
    if (isUtf8(bytes.get())) { return bytes.get(); }
    Text const chinese{CPLRecode(bytes.get(), "GB18030", CPL_ENC_UTF8), VSIFree};
    return chinese && *chinese != '\0' && isUtf8(chinese.get()) ? chinese.get() : name;
}

std::string partName(std::string const& source) { return readableName(std::filesystem::path{source}.filename().string()); }

int epsgOf(OGRSpatialReferenceH srs)
{
    char const* authority = OSRGetAuthorityName(srs, nullptr);
    char const* code = OSRGetAuthorityCode(srs, nullptr);
    int count = 0;
    int* confidence = nullptr;
    OGRSpatialReferenceH* const matches = code == nullptr ? OSRFindMatches(srs, nullptr, &count, &confidence) : nullptr;
    if (count > 0 && confidence[0] >= 90) {
        authority = OSRGetAuthorityName(matches[0], nullptr);
        code = OSRGetAuthorityCode(matches[0], nullptr);
    }
    int epsg = 0;
    if (code != nullptr && authority != nullptr) {
        std::string_view const name{authority};
        epsg = name == "EPSG" ? std::atoi(code) : name == "OGC" ? 4326 : 0; // CRS84: the same, longitude first
    }
    OSRFreeSRSArray(matches);
    VSIFree(confidence);
    return epsg;
}

} // namespace zhengtu::geo::detail
