#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"
#include "place/gazetteer.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// Layers and gazetteer in one file that is made when the program is built, so that a start reads tables instead of making them.
namespace zhengtu::workspace {

struct Starter {
    std::vector<geo::Layer> layers;
    place::Gazetteer gazetteer;
};

/// From the layers and tables beside `layersToml` themselves: what the prepared file is made from, and what is used without it.
[[nodiscard]] Result<Starter> readStarter(std::filesystem::path const& layersToml);

/// The bytes of the prepared file: mark and version, checksum of the files of geodata that it was made from, checksum of
/// what follows, layers, gazetteer. The same geodata gives the same bytes.
[[nodiscard]] Result<std::string> prepare(std::filesystem::path const& layersToml);

/// Reads a prepared file. FileMissing where there is none; FileFormat where it is damaged or of another version of the program; NotFound
/// where it was made from other data than lie beside `layersToml`.
[[nodiscard]] Result<Starter> readPrepared(std::filesystem::path const& file, std::filesystem::path const& layersToml);

/// The prepared file where it is there, sound and made from these very data, else from the data.
[[nodiscard]] Result<Starter> loadStarter(std::filesystem::path const& layersToml);

} // namespace zhengtu::workspace
