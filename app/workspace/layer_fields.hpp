#pragma once

#include "geo/vector_file.hpp"
#include "workspace/user_layer.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// What the fields of a user's file are, before rows become features.
namespace zhengtu::workspace {

/// The layer of a file that a request asks for, or the first that has positions, else names, else rows.
struct LayerSource {
    geo::VectorTable table;
    std::vector<std::string> allLayers, otherLayers;
};

/// Errors as geo::readTable and geo::layerNames. `keepCoordinates`: as they stand in the file.
[[nodiscard]] Result<LayerSource> sourceOf(UserLayerRequest const& request, bool keepCoordinates = false);

/// A value as text; empty where there is none.
[[nodiscard]] std::string valueText(geo::Value const& value);
/// Without blanks around it.
[[nodiscard]] std::string trimmed(std::string const& text);
/// Both.
[[nodiscard]] std::string cellText(geo::Value const& value);

/// The field that is called like one of the words, else one that ends with one of the endings; empty where there is none that has values.
[[nodiscard]] std::string guessed(geo::VectorTable const& table, std::initializer_list<std::string_view> words,
                                  std::initializer_list<std::string_view> endings);
[[nodiscard]] std::string guessedName(geo::VectorTable const& table);
[[nodiscard]] std::string guessedZone(geo::VectorTable const& table);
[[nodiscard]] std::string guessedCounty(geo::VectorTable const& table);
[[nodiscard]] std::string guessedAliases(geo::VectorTable const& table);

/// Whether features of the kind have zones: core, buffer, experimental; key, domain.
[[nodiscard]] bool hasZones(std::string_view kind) noexcept;

} // namespace zhengtu::workspace
