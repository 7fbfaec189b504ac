#pragma once

#include "geo/shape.hpp"

#include <span>

namespace zhengtu::geo {

/// The same path with vertices added so that no edge is longer than so many degrees of longitude or of latitude. Vertices that are there stay as they are.
[[nodiscard]] Path refined(std::span<LonLat const> path, double longestDegrees);

/// The same shape with vertices added so that no edge is longer than 0.02 degrees (2 km). An edge that is straight in degrees
/// is curved in a projection, by length^2 tan(lat) / 8R: 6 cm at that length, 117 m for an edge of 100 km.
[[nodiscard]] Shape refined(Shape shape);

} // namespace zhengtu::geo
