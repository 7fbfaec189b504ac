#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <string_view>

namespace zhengtu {

/// Where a data file that ships with the program lies, e.g. "geodata/layers.toml", "styles/zhengtu.toml",
/// "app/plan/dictionaries/labels.toml". Looked for below $ZHENGTU_DATA, below ../share/zhengtu of the program, and
/// below the source tree that it was built from. FileMissing names all three.
[[nodiscard]] Result<std::filesystem::path> resource(std::string_view relative);

/// A whole file as bytes. FileMissing when it cannot be read.
[[nodiscard]] Result<std::string> readFile(std::filesystem::path const& path);

} // namespace zhengtu
