#pragma once

#include "geo/shape.hpp"

#include <QPointF>
#include <QSize>

namespace zhengtu::cartography {

/// Centre and scale of a Web Mercator view. `metresPerPixel` is at the equator (mercator metres).
struct Camera {
    geo::LonLat centre{112.5, 37.8};
    double metresPerPixel = 1000;
    /// The camera that shows all of `extent` in `pixels` with `marginShare` of the size free on each side. An empty extent
    /// gives the default camera; a single point is shown at about 1:50 000.
    [[nodiscard]] static Camera fit(geo::Extent const& extent, QSize pixels, double marginShare = 0.05);
};

/// What is looked at, how large the picture is and how fine: everything that turns a position into a pixel and back.
/// Pixel (0, 0) is the upper left corner, y grows downwards.
struct View {
    Camera camera;
    QSize pixels{1200, 800};
    double dpi = 96;

    [[nodiscard]] QPointF toPixel(geo::LonLat at) const;
    [[nodiscard]] geo::LonLat toLonLat(QPointF pixel) const;
    [[nodiscard]] geo::Extent extent() const;
    /// Ground metres of one pixel at the latitude of the centre.
    [[nodiscard]] double groundMetresPerPixel() const;
    /// The denominator of the scale at the centre: 500 000 of 1:500 000.
    [[nodiscard]] double scaleDenominator() const;
    /// The camera's metres per pixel that give a scale at the centre.
    [[nodiscard]] double metresPerPixelAt(double scaleDenominator) const;
    [[nodiscard]] double px(double mm) const noexcept { return mm * dpi / 25.4; }
};

} // namespace zhengtu::cartography
