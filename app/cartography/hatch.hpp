#pragma once

#include "cartography/style_data.hpp"

#include <QLineF>
#include <QList>
#include <QPolygonF>

#include <vector>

namespace zhengtu::cartography {

/// The lines that hatch an area, cut exactly at its rings (even-odd): sharp at every resolution, and vector in a PDF, which
/// Qt's pattern brushes are not. `origin` is the pixel of a fixed place of the world, so that the hatch moves with the map.
[[nodiscard]] QList<QLineF> hatchLines(std::vector<QPolygonF> const& rings, Hatch kind, double spacingPx, QPointF origin);

} // namespace zhengtu::cartography
