#pragma once

#include "core/error.hpp"

#include <QStringList>

namespace zhengtu::cartography {

/// Checks that a font with Chinese glyphs is installed: without one Qt draws boxes and says nothing. Needs a QGuiApplication.
/// FileMissing with the package to install.
[[nodiscard]] Result<void> checkFonts();

/// The families that maps are set in, best first. Named explicitly, because the automatic choice takes Japanese glyph shapes.
[[nodiscard]] QStringList const& mapFontFamilies();

} // namespace zhengtu::cartography
