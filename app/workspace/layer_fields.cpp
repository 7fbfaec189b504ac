#include "workspace/layer_fields.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace zhengtu::workspace {

using geo::VectorTable;

namespace {

constexpr std::size_t sampleRows = 5;

/// What a table is good for as a layer. A workbook may begin with a sheet of explanations, a GPX file with empty layers.
enum class Worth { Nothing, Rows, Names, Positions };

Worth worth(VectorTable const& table)
{
    if (std::ranges::any_of(table.rows, [](geo::Row const& row) { return !row.shape.empty(); })) { return Worth::Positions; }
    if (table.rows.empty()) { return Worth::Nothing; }
    return guessedName(table).empty() ? Worth::Rows : Worth::Names;
}

bool hasValues(VectorTable const& table, std::size_t column)
{
    return table.rows.empty() || std::ranges::any_of(table.rows, [&](geo::Row const& row) { return !cellText(row.values[column]).empty(); });
}

/// How a file is read so that its fields can be shown whatever its positions are in.
Result<LayerSource> whatever(UserLayerRequest request)
{
    request.crs = "EPSG:4490"; // only named: coordinates stay as they are
    return sourceOf(request, true);
}

} // namespace

std::string valueText(geo::Value const& value)
{
    if (auto const* const text = std::get_if<std::string>(&value)) { return *text; }
    if (auto const* const integer = std::get_if<std::int64_t>(&value)) { return std::to_string(*integer); }
    if (auto const* const real = std::get_if<double>(&value)) { return std::format("{}", *real); }
    return {};
}

std::string trimmed(std::string const& text)
{
    auto const begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string{} : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string cellText(geo::Value const& value) { return trimmed(valueText(value)); }

bool hasZones(std::string_view kind) noexcept { return kind == "reserve" || kind == "spring_zone"; }

std::string guessed(VectorTable const& table, std::initializer_list<std::string_view> words, std::initializer_list<std::string_view> endings)
{
    for (auto const word : words) {
        if (auto const column = table.column(word); column != VectorTable::npos && hasValues(table, column)) { return table.fields[column].name; }
    }
    for (auto const ending : endings) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            if (table.fields[i].name.ends_with(ending) && hasValues(table, i)) { return table.fields[i].name; }
        }
    }
    return {};
}

std::string guessedName(VectorTable const& table)
{
    return guessed(table, {"名称", "name", "名字", "标准名称", "mc", "text", "标题", "title"}, {"名称", "名", "_name", "_NAME", "name", "NAME", "MC"});
}

std::string guessedZone(VectorTable const& table)
{
    return guessed(table, {"功能区", "功能分区", "分区", "zone", "分区名称", "功能区划"}, {"功能区", "分区", "_zone"});
}

std::string guessedCounty(VectorTable const& table)
{
    return guessed(table, {"县", "区县", "县区", "县（区）", "县(区)", "县（市、区）", "所在县", "所在县区", "所在区县", "所属县区", "所属区县", "所属县", "county"}, {});
}

std::string guessedAliases(VectorTable const& table) { return guessed(table, {"别名", "aliases", "alias", "简称", "曾用名"}, {}); }

Result<LayerSource> sourceOf(UserLayerRequest const& request, bool keepCoordinates)
{
    geo::ReadOptions const options{.crs = request.crs, .encoding = request.encoding, .swapAxes = request.swapAxes, .keepCoordinates = keepCoordinates};
    auto layers = geo::layerNames(request.file);
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    auto table = geo::readTable(request.file, request.layer, options);
    for (std::size_t i = 1; i < layers->size() && request.layer.empty() && table && worth(*table) < Worth::Positions; ++i) {
        auto other = geo::readTable(request.file, (*layers)[i], options);
        if (!other || worth(*other) > worth(*table)) { table = std::move(other); }
    }
    if (!table) { return std::unexpected{std::move(table.error())}; }
    LayerSource source{.table = std::move(*table), .allLayers = std::move(*layers), .otherLayers = {}};
    std::ranges::copy_if(source.allLayers, std::back_inserter(source.otherLayers), [&](std::string const& name) {
        return name != source.table.name && std::filesystem::path{name}.stem() != source.table.name; // of several files in a zip, the file
    });
    if (source.allLayers.size() == 1) { source.otherLayers.clear(); }
    return source;
}

Result<UserLayerLook> lookAtUserLayer(UserLayerRequest const& request)
{
    UserLayerLook look;
    auto source = sourceOf(request);
    if (!source && source.error().code == ErrorCode::Crs) {
        look.crsFault = source.error();
        source = whatever(request);
    }
    if (!source) { return std::unexpected{std::move(source.error())}; }
    auto const& table = source->table;
    look.format = table.driver;
    look.layers = std::move(source->allLayers);
    look.layer = table.name;
    look.rows = table.rows.size();
    look.encoding = table.encoding;
    look.encodingReason = table.encodingReason;
    if (!look.crsFault) {
        look.crs = table.epsg != 0 ? std::format("EPSG:{} {}", table.epsg, table.crsName) : table.crsName;
        look.crsReason = table.crsReason;
    }
    for (auto const& field : table.fields) {
        auto& shown = look.fields.emplace_back(field.name, std::vector<std::string>{});
        auto const column = table.column(field.name);
        for (auto const& row : table.rows) {
            if (auto text = cellText(row.values[column]); !text.empty() && !std::ranges::contains(shown.values, text)) { shown.values.push_back(std::move(text)); }
            if (shown.values.size() == sampleRows) { break; }
        }
    }
    look.kind = kindByFileName(request.file);
    look.nameField = guessedName(table);
    look.zoneField = guessedZone(table);
    look.countyField = guessedCounty(table);
    return look;
}

std::vector<std::string_view> const& userLayerKinds()
{
    static std::vector<std::string_view> const kinds{"mine", "reserve", "spring_zone", "river", "road", "water", "monitoring_section", "air_station",
                                                     "enterprise", "wwtp", "park", "town", "village", "site", "other"};
    return kinds;
}

std::string kindByFileName(std::filesystem::path const& file)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> words{{
        {"保护区", "reserve"}, {"reserve", "reserve"}, {"泉域", "spring_zone"}, {"矿", "mine"}, {"mine", "mine"}, {"河", "river"},
        {"river", "river"}, {"路", "road"}, {"road", "road"}, {"断面", "monitoring_section"}, {"空气", "air_station"}, {"水库", "water"},
        {"湖", "water"}, {"企业", "enterprise"}, {"污水", "wwtp"}, {"村", "village"}}};
    auto const stem = file.stem().string();
    for (auto const& [word, kind] : words) {
        if (stem.contains(word)) { return std::string{kind}; }
    }
    return {};
}

} // namespace zhengtu::workspace
