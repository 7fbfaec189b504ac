#pragma once

#include "geo/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

class QPainter;
class QRectF;

namespace zhengtu::cartography {

struct Style;

enum class LegendGroup : std::uint8_t { Status, Category, Symbol, Layer, Surface, Note };

/// One line of a legend. Its swatch is drawn by `drawSwatch` for the same style that the entry was made with.
struct LegendEntry {
    LegendGroup group = LegendGroup::Layer;
    std::string key;          ///< status or category name, "approximate", "halo", "cluster"; of a layer: its style id
    int rule = -1;            ///< of a layer: index of the style's rule, -1 for the layer itself; of a surface: its class
    std::size_t layer = 0;    ///< of a layer or its surface: index into Scene::layers
    std::set<geo::ShapeType> shapes{}; ///< of a layer's features; where there are several the swatch has them upon each other
    std::string text, textEn;
    bool overSurface = false; ///< an area that is drawn without its fill, since a surface lies below
    bool schematic = false;   ///< drawn dashed and hatched; the text says 示意
    friend bool operator==(LegendEntry const&, LegendEntry const&) = default;
};

/// Draws the sample of an entry into `box`, sizes in mm by `dpi`.
void drawSwatch(QPainter& painter, QRectF const& box, LegendEntry const& entry, Style const& style, double dpi);

} // namespace zhengtu::cartography
