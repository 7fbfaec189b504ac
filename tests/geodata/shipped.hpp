#pragma once

#include "geo/feature.hpp"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What ships in geodata/, read once a program and shared by its cases.
namespace shipped {

struct CatalogueRow {
    std::string id, file, kind, style, source, licence, date;
    std::size_t features = 0;
    bool hasSchematic = false; ///< whether the entry says it, yes or no
    double accuracyM = -1;
};

[[nodiscard]] std::filesystem::path folder();
[[nodiscard]] std::vector<CatalogueRow> const& catalogue();
[[nodiscard]] std::span<zhengtu::geo::Feature const> layer(std::string_view id);
[[nodiscard]] std::string more(zhengtu::geo::Feature const& feature, std::string const& field);

/// The names of the counties that cover a position; one inside the province, none outside, several on a border.
[[nodiscard]] std::vector<std::string> countiesAt(zhengtu::geo::LonLat at);

/// A table with its first line as the keys. Quoted fields may hold commas.
[[nodiscard]] std::vector<std::map<std::string, std::string>> table(std::string const& name);

[[nodiscard]] std::vector<std::string> split(std::string const& text, char at);

} // namespace shipped
