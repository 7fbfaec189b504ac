#pragma once

#include "cartography/canvas.hpp"
#include "cartography/furniture.hpp"
#include "cartography/legend.hpp"
#include "cartography/mark_layout.hpp"

#include <QStringList>

namespace zhengtu::cartography {

/// Where the furniture stands. A null rectangle: not there.
struct FurniturePlan {
    QRectF title, note, legend, scale, arrow;
    QStringList noteLines;
    std::vector<LegendEntry> entries;
    int legendRows = 0;
    double columnWidth = 0;
    double grow = 1; ///< larger sheets have larger furniture
    [[nodiscard]] std::vector<QRectF> boxes() const; ///< those that are there
};

[[nodiscard]] FurniturePlan planFurniture(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout, Furniture const& furniture);
void paintFurniture(Canvas const& canvas, FurniturePlan const& plan, Furniture const& furniture);
/// The camera that shows an extent in the largest room that title, note and legend leave.
[[nodiscard]] Camera fitInto(geo::Extent const& extent, Frame const& frame, FurniturePlan const& plan);
void paintHint(Canvas const& canvas, std::string const& hint);

} // namespace zhengtu::cartography
