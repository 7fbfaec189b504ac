#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <memory>

namespace zhengtu::cartography {

/// Symbology read from styles/zhengtu.toml: one style drives screen, print and (later) QGIS. Its members are in style_data.hpp.
struct Style;
using StyleRef = std::shared_ptr<Style const>;

/// Errors: FileMissing; FileFormat with the line or the key for a broken file, an unknown key, colour, shape or pattern.
[[nodiscard]] Result<StyleRef> readStyle(std::filesystem::path const& file);

/// The style that ships: styles/zhengtu.toml.
[[nodiscard]] Result<StyleRef> defaultStyle();

} // namespace zhengtu::cartography
