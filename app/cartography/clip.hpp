#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace zhengtu::cartography {

/// A stretch of a line within a rectangle; `start` is its distance along the whole line, so that dashes stay where they are
/// while the map is moved.
struct Stretch {
    QPolygonF points;
    double start = 0;
};

[[nodiscard]] std::vector<Stretch> clipLine(QPolygonF const& line, QRectF const& to);

/// A ring cut to a rectangle (Sutherland and Hodgman 1974): its edges along the rectangle are to be filled, not stroked.
[[nodiscard]] QPolygonF clipRing(QPolygonF const& ring, QRectF const& to);

} // namespace zhengtu::cartography
