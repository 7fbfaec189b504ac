#include "geo/feature.hpp"
#include "geo/vector_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace zhengtu::geo {

namespace {

std::string textOf(Value const& value)
{
    if (auto const* const text = std::get_if<std::string>(&value)) { return *text; }
    if (auto const* const integer = std::get_if<std::int64_t>(&value)) { return std::to_string(*integer); }
    if (auto const* const real = std::get_if<double>(&value)) { return std::format("{}", *real); }
    return {};
}

std::vector<std::string> split(std::string const& text)
{
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        auto const end = std::min(text.find(';', begin), text.size());
        if (end > begin) { pieces.push_back(text.substr(begin, end - begin)); }
        begin = end + 1;
    }
    return pieces;
}

double numberOf(std::string const& text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::isfinite(number) && number > 0 ? number : 0;
}

bool truthOf(std::string const& text)
{
    return text == "1" || text == "true" || text == "True" || text == "TRUE" || text == "yes";
}

using Setter = std::function<void(Feature&, std::string)>;

Setter member(std::string Feature::* field)
{
    return [field](Feature& feature, std::string text) { feature.*field = std::move(text); };
}

std::map<std::string, Setter> const& setters()
{
    static std::map<std::string, Setter> const all{
        {"id", member(&Feature::id)},
        {"name", member(&Feature::name)},
        {"名称", member(&Feature::name)},
        {"aliases", [](Feature& f, std::string const& text) { f.aliases = split(text); }},
        {"kind", member(&Feature::kind)},
        {"zone", member(&Feature::zone)},
        {"parent", member(&Feature::parent)},
        {"adcode", member(&Feature::adcode)},
        {"county", member(&Feature::county)},
        {"city", member(&Feature::city)},
        {"source", member(&Feature::source)},
        {"licence", member(&Feature::licence)},
        {"date", member(&Feature::date)},
        {"accuracy_m", [](Feature& f, std::string const& text) { f.accuracyM = numberOf(text); }},
        {"schematic", [](Feature& f, std::string const& text) { f.schematic = truthOf(text); }},
    };
    return all;
}

/// For each column what it sets; none where it goes to `more`. Each member is set by one column, the first that has its name.
std::vector<Setter const*> columnsOf(VectorTable const& table)
{
    std::vector<Setter const*> columns(table.fields.size(), nullptr);
    for (auto const& [name, setter] : setters()) {
        if (auto const column = table.column(name); column != VectorTable::npos) { columns[column] = &setter; }
    }
    return columns;
}

Feature featureOf(VectorTable const& table, std::vector<Setter const*> const& columns, Row&& row)
{
    Feature feature;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row.values[i])) { continue; }
        auto text = textOf(row.values[i]);
        if (columns[i] != nullptr) {
            (*columns[i])(feature, std::move(text));
        } else {
            feature.more.emplace_back(table.fields[i].name, std::move(text));
        }
    }
    feature.shape = std::move(row.shape);
    return feature;
}

/// A file of a stranger may lack ids or repeat them.
void makeUnique(std::vector<Feature>& features)
{
    std::set<std::string> taken;
    std::size_t ordinal = 0;
    for (auto& feature : features) {
        ++ordinal;
        auto const wanted = feature.id.empty() ? std::to_string(ordinal) : feature.id;
        feature.id = wanted;
        for (int copy = 2; !taken.insert(feature.id).second; ++copy) {
            feature.id = std::format("{}-{}", wanted, copy);
        }
    }
}

/// A CSV that nothing can be drawn of is a mistake of its columns: they are named.
std::optional<Error> positionsMissing(VectorTable const& table)
{
    if (table.driver != "CSV" || table.rows.empty()) { return std::nullopt; }
    if (!std::ranges::all_of(table.rows, [](Row const& row) { return row.shape.empty(); })) { return std::nullopt; }
    std::string names;
    for (auto const& field : table.fields) { names += (names.empty() ? "" : ", ") + field.name; }
    return Error{ErrorCode::FileFormat, "no row has a position; the columns read are " + names, {},
                 "Give longitude and latitude as columns lon and lat in degrees, or shapes as a column wkt."};
}

} // namespace

std::vector<Feature> featuresOf(VectorTable table)
{
    auto const columns = columnsOf(table);
    std::vector<Feature> features;
    features.reserve(table.rows.size());
    for (auto& row : table.rows) {
        features.push_back(featureOf(table, columns, std::move(row)));
    }
    makeUnique(features);
    return features;
}

Result<std::vector<Feature>> readFeatures(std::filesystem::path const& path, std::string const& layerName)
{
    return readTable(path, layerName).and_then([&](VectorTable table) -> Result<std::vector<Feature>> {
        if (auto lost = positionsMissing(table)) { return std::unexpected{std::move(*lost).at(path.filename().string())}; }
        return featuresOf(std::move(table));
    });
}

} // namespace zhengtu::geo
