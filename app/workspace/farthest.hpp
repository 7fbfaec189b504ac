#pragma once

#include "geo/shape.hpp"

/// Not for use outside app/workspace.
namespace zhengtu::workspace {

/// No two positions of two shapes are farther apart, in geodesic metres: from corner to corner of the boxes that hold them. 0 for an empty shape.
[[nodiscard]] double farthestM(geo::Shape const& a, geo::Shape const& b);

} // namespace zhengtu::workspace
