#pragma once

#include "cartography/renderer.hpp"

#include <QImage>

#include <string>

namespace zhengtu::cartography::test {

[[nodiscard]] QImage paint(Renderer const& renderer, View const& view, Furniture const& furniture = {}, Emphasis const& emphasis = {});

/// Compares with tests/cartography/golden/<name>.png. A few pixels may differ by a little (another version of FreeType). On
/// failure the picture and a difference are written to the build directory and named in the message. Expectations never
/// change by themselves: ZHENGTU_NEW_PICTURES=1 writes them, to be looked at before they are committed.
[[nodiscard]] std::string differenceFromGolden(QImage const& picture, std::string const& name);

/// How many pixels of `picture` differ from `other` at all; -1 where the sizes do.
[[nodiscard]] int differing(QImage const& picture, QImage const& other);

} // namespace zhengtu::cartography::test
