#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <memory>

namespace zhengtu::cartography {

/// Symbology read from styles/zhengtu.toml: one style drives screen, print and (later) QGIS.
struct Style;
using StyleRef = std::shared_ptr<Style const>;

[[nodiscard]] Result<StyleRef> readStyle(std::filesystem::path const& file);

} // namespace zhengtu::cartography
