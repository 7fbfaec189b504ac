#include "shipped.hpp"

#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <toml++/toml.hpp>

#include <fstream>
#include <sstream>

using namespace zhengtu;

namespace shipped {

std::filesystem::path folder()
{
    return std::filesystem::path{ZHENGTU_TESTS_DIR}.parent_path() / "geodata";
}

std::vector<CatalogueRow> const& catalogue()
{
    static auto const rows = [] {
        std::vector<CatalogueRow> read;
        auto const file = toml::parse_file((folder() / "layers.toml").string());
        for (auto const& node : *file["layer"].as_array()) {
            auto const& entry = *node.as_table();
            auto const text = [&](char const* key) { return entry[key].value_or(std::string{}); };
            read.push_back({text("id"), text("file"), text("kind"), text("style"), text("source"), text("licence"), text("date"),
                            static_cast<std::size_t>(entry["features"].value_or(0)), entry["schematic"].is_boolean(),
                            entry["accuracy_m"].value_or(-1.0)});
        }
        return read;
    }();
    return rows;
}

std::span<geo::Feature const> layer(std::string_view id)
{
    static std::map<std::string, std::vector<geo::Feature>, std::less<>> read;
    auto const known = read.find(id);
    if (known != read.end()) { return known->second; }
    auto features = geo::readFeatures(folder() / "layers" / (std::string{id} + ".geojson"));
    INFO("layer " << id << (features ? std::string{} : ": " + describe(features.error())));
    REQUIRE(features.has_value());
    return read.emplace(std::string{id}, std::move(*features)).first->second;
}

std::string more(geo::Feature const& feature, std::string const& field)
{
    for (auto const& [name, value] : feature.more) {
        if (name == field) { return value; }
    }
    return {};
}

std::vector<std::string> countiesAt(geo::LonLat at)
{
    std::vector<std::string> names;
    auto const point = geo::Shape::point(at);
    for (auto const& county : layer("counties")) {
        if (geo::covers(county.shape, point).value()) { names.push_back(county.name); }
    }
    return names;
}

std::vector<std::string> split(std::string const& text, char at)
{
    std::vector<std::string> parts;
    std::stringstream stream{text};
    for (std::string part; std::getline(stream, part, at);) { parts.push_back(part); }
    return parts;
}

namespace {

std::vector<std::string> fields(std::string const& line)
{
    std::vector<std::string> found{{}};
    bool quoted = false;
    for (auto const letter : line) {
        if (letter == '"') { quoted = !quoted; } // a doubled quote inside turns it off and on again: only the quote itself is lost
        else if (letter == ',' && !quoted) { found.emplace_back(); }
        else { found.back() += letter; }
    }
    return found;
}

} // namespace

std::vector<std::map<std::string, std::string>> table(std::string const& name)
{
    std::ifstream stream{folder() / "tables" / name};
    REQUIRE(stream.good());
    std::vector<std::map<std::string, std::string>> rows;
    std::vector<std::string> keys;
    for (std::string line; std::getline(stream, line);) {
        auto const values = fields(line);
        if (keys.empty()) {
            keys = values;
            continue;
        }
        INFO(name << ": " << line);
        REQUIRE(values.size() == keys.size());
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < keys.size(); ++i) { row[keys[i]] = values[i]; }
    }
    return rows;
}

} // namespace shipped
