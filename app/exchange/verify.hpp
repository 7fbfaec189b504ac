#pragma once

#include "core/error.hpp"
#include "geo/vector_file.hpp"

#include <filesystem>
#include <string>

namespace zhengtu::exchange {

/// Opens a file that was just written, with GDAL, and compares all of it with what it should hold: names and kinds of fields,
/// CRS, number of rows, every value, type, extent and number of vertices of every shape. Error: Storage with the first difference.
[[nodiscard]] Result<void> verify(std::filesystem::path const& file, std::string const& layer, geo::VectorTable const& expected);

} // namespace zhengtu::exchange
