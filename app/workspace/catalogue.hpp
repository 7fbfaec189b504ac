#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"

#include <filesystem>
#include <vector>

namespace zhengtu::workspace {

/// Reads `layers.toml` and every layer that it lists (docs/formats/geodata.md), bottom of the map first. Errors name the
/// catalogue, the entry and what is missing.
[[nodiscard]] Result<std::vector<geo::Layer>> readCatalogue(std::filesystem::path const& layersToml);

} // namespace zhengtu::workspace
