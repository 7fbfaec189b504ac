#pragma once

#include "geo/raster.hpp"

#include <string>

namespace zhengtu::geo {

/// Numbers over an area that belong to a layer and are drawn below its features: the density that contours are taken from.
struct Surface {
    Raster raster;
    std::string unit; ///< of the values: "per km2"
};

/// The raster in at most `mostCells` cells (1 or more): each is the mean of a square of as many cells a side as needed. Beyond its edges
/// in the east and south a raster is taken to be zero, so that the sum stays but for what the area of cells changes within a square.
[[nodiscard]] Raster coarsened(Raster const& raster, std::size_t mostCells);

} // namespace zhengtu::geo
