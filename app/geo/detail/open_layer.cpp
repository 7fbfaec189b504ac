#include "geo/detail/open_layer.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace zhengtu::geo::detail {

namespace {

/// What a shapefile says of its texts, by its .cpg, else by the language driver of its .dbf. LDID 87 means "the ANSI of the
/// machine that wrote it", 0 says nothing.
void askShapefile(OpenLayer& open)
{
    auto const item = [&](char const* name) {
        auto const* const value = GDALGetMetadataItem(open.layer, name, "SHAPEFILE");
        return std::string{value == nullptr ? "" : value};
    };
    auto const ldid = item("LDID_VALUE");
    if (auto cpg = item("ENCODING_FROM_CPG"); !cpg.empty()) {
        open.encoding = std::move(cpg);
        open.encodingSource = "its .cpg";
    } else if (!ldid.empty() && ldid != "0" && ldid != "87") {
        open.encoding = item("ENCODING_FROM_LDID");
        open.encodingSource = "language driver " + ldid + " of its .dbf";
    }
}

/// Encodings whose texts are decoded here, because a file's word for them is checked against the texts.
bool isChecked(std::string const& encoding)
{
    constexpr std::array<std::string_view, 8> known{"", "UTF-8", "CP936", "GBK", "GB18030", "GB2312", "CP54936", "936"};
    return std::ranges::contains(known, encoding);
}

} // namespace

bool isSpreadsheet(std::string const& source)
{
    auto extension = std::filesystem::path{source}.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension == ".xlsx" || extension == ".xlsm" || extension == ".ods";
}

std::string driverOf(GDALDatasetH dataset)
{
    return GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
}

std::string layerNameOf(OGRLayerH layer)
{
    return OGR_L_GetName(layer);
}

Result<OpenLayer> openSource(GdalLog& log, std::string const& source, std::string const& layer, ReadOptions const& options)
{
    auto dataset = openForReading(log, source);
    if (!dataset) { return std::unexpected{std::move(dataset.error())}; }
    OpenLayer open{std::move(*dataset), nullptr, false, {}, {}};
    open.layer = layer.empty() ? GDALDatasetGetLayer(open.dataset.get(), 0)
                               : GDALDatasetGetLayerByName(open.dataset.get(), layer.c_str());
    for (int i = 0; open.layer == nullptr && i < GDALDatasetGetLayerCount(open.dataset.get()); ++i) { // of a zip whose names were not readable
        auto* const candidate = GDALDatasetGetLayer(open.dataset.get(), i);
        if (readableName(layerNameOf(candidate)) == layer) { open.layer = candidate; }
    }
    if (open.layer == nullptr) { return open; }
    auto const driver = driverOf(open.dataset.get());
    if (driver == "ESRI Shapefile") {
        askShapefile(open);
        if (options.encoding.empty() && !isChecked(open.encoding)) { return open; }
        auto const name = layerNameOf(open.layer);
        dataset = openForReading(log, source, {"ENCODING="}); // no recoding
        if (!dataset) { return std::unexpected{std::move(dataset.error())}; }
        open.dataset = std::move(*dataset);
        open.layer = GDALDatasetGetLayerByName(open.dataset.get(), name.c_str());
        open.rawText = true;
    }
    return open;
}

} // namespace zhengtu::geo::detail
