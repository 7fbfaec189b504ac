#pragma once

#include "geo/shape.hpp"

namespace zhengtu::geo::detail {

/// What of a polygon lies in a box, ring by ring (I. E. Sutherland & G. W. Hodgman, CACM 17, 1974). Where a ring leaves the box and
/// comes back, edges run to and fro along the border, so the result is right within the box but need not be valid upon it: choose the box
/// wider than what is asked about.
[[nodiscard]] Shape clipped(Shape const& polygon, Extent const& box);

/// A tenth wider on each side, so that the border of a clip lies off what the extent is of.
[[nodiscard]] Extent widened(Extent const& extent) noexcept;

} // namespace zhengtu::geo::detail
