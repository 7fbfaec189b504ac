#pragma once

#include "cartography/canvas.hpp"
#include "cartography/legend.hpp"
#include "cartography/mercator.hpp"
#include "geo/surface.hpp"

#include <memory>
#include <vector>

namespace zhengtu::cartography {

/// A surface of a layer with the classes that it is drawn in.
struct PreparedSurface {
    std::shared_ptr<geo::Surface const> surface; ///< not null
    std::vector<double> from; ///< least value of each class of SurfaceStyle, ascending; empty where no value is above zero
    Box box;

    PreparedSurface(std::shared_ptr<geo::Surface const> of, SurfaceStyle const& style);
    /// The class of a value, -1 for one below the first or no number.
    [[nodiscard]] int classOf(double value) const noexcept;
};

/// The least values of the classes: the style's shares of the largest value, rounded to two digits as the legend says them.
[[nodiscard]] std::vector<double> surfaceClasses(geo::Raster const& raster, SurfaceStyle const& style);

/// Paints what is in sight, interpolated between the centres of cells as contours are, each row of pixels at its own latitude. False when cancelled.
bool paintSurface(Canvas const& canvas, PreparedSurface const& surface);

/// A line of the legend for each class, the highest first.
[[nodiscard]] std::vector<LegendEntry> surfaceLegend(geo::Surface const& surface, SurfaceStyle const& style, std::size_t layer);

} // namespace zhengtu::cartography
