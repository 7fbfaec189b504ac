#include "geo/detail/open_layer.hpp"

#include "geo/detail/csv_columns.hpp"

#include <optional>
#include <string_view>

namespace zhengtu::geo::detail {

namespace {

bool isTextWithoutEncoding(OGRLayerH layer, std::string const& driver)
{
    if (driver == "CSV") { return true; }
    if (driver != "ESRI Shapefile") { return false; }
    // LDID 87 means "the ANSI of the machine that wrote it", 0 says nothing
    auto const* const cpg = GDALGetMetadataItem(layer, "ENCODING_FROM_CPG", "SHAPEFILE");
    auto const* const ldid = GDALGetMetadataItem(layer, "LDID_VALUE", "SHAPEFILE");
    return cpg == nullptr && (ldid == nullptr || std::string_view{ldid} == "87" || std::string_view{ldid} == "0");
}

Result<OpenLayer> openSource(GdalLog& log, std::string const& source, std::string const& layer, ReadOptions const& options)
{
    auto const extension = std::filesystem::path{source}.extension().string();
    std::vector<std::string> csvOptions;
    if (extension == ".csv" || extension == ".CSV") {
        auto chosen = csvColumns(log, source).and_then(csvOpenOptions);
        if (!chosen) { return std::unexpected{std::move(chosen.error())}; }
        csvOptions = std::move(*chosen);
    }
    auto dataset = openForReading(log, source, csvOptions);
    if (!dataset) { return std::unexpected{std::move(dataset.error())}; }
    OpenLayer open{std::move(*dataset), nullptr, false};
    open.layer = layer.empty() ? GDALDatasetGetLayer(open.dataset.get(), 0)
                               : GDALDatasetGetLayerByName(open.dataset.get(), layer.c_str());
    if (open.layer == nullptr) { return open; }
    auto const driver = driverOf(open.dataset.get());
    bool const text = isTextWithoutEncoding(open.layer, driver);
    if (driver == "ESRI Shapefile" && (text || !options.encoding.empty())) {
        auto const name = layerNameOf(open.layer);
        dataset = openForReading(log, source, {"ENCODING=" + options.encoding}); // empty: no recoding
        if (!dataset) { return std::unexpected{std::move(dataset.error())}; }
        open.dataset = std::move(*dataset);
        open.layer = GDALDatasetGetLayerByName(open.dataset.get(), name.c_str());
        open.rawText = options.encoding.empty();
    } else {
        open.rawText = text;
    }
    return open;
}

} // namespace

std::string driverOf(GDALDatasetH dataset)
{
    return GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
}

std::string layerNameOf(OGRLayerH layer)
{
    return OGR_L_GetName(layer);
}

Result<OpenLayer> openLayer(GdalLog& log, std::filesystem::path const& path, std::string const& layer,
                            ReadOptions const& options)
{
    auto const sources = sourcesOf(log, path);
    if (!sources) { return std::unexpected{sources.error()}; }
    std::optional<Error> broken;
    for (auto const& source : *sources) {
        auto const file = std::filesystem::path{source}.filename().string();
        auto open = openSource(log, source, sources->size() > 1 && layer == file ? std::string{} : layer, options);
        if (open && open->layer != nullptr) { return open; }
        if (!open && !broken) { broken = std::move(open.error()); }
    }
    if (broken) { return std::unexpected{std::move(*broken)}; }
    std::string names;
    if (auto const all = layerNames(path)) {
        for (auto const& name : *all) {
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    if (layer.empty()) { return fail(ErrorCode::FileFormat, "the file has no layer"); }
    return fail(ErrorCode::NotFound, "no layer " + layer, "The file has: " + names);
}

} // namespace zhengtu::geo::detail
