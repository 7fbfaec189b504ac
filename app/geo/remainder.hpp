#pragma once

#include "geo/region.hpp"

#include <span>

namespace zhengtu::geo {

/// What is left of a polygon when others and a strip around them are taken off.
struct Remainder {
    double outsideM2 = 0; ///< of what is outside the others
    Shape left;           ///< what is outside their strips, too; without parts where that is nothing
};

/// Takes regions and a strip of `stripM` metres (0 or more) around them off a region. The strip is measured in a conformal plane (scale off by less than
/// 2e-6 for polygons up to 12 km each way, 3e-5 for 50 km) and drawn with chords (detail/chords.hpp), all else is in degrees, so nothing is off
/// where no strip is asked for. Gaps between strips that are narrower than some millimetres are taken, too. Errors: GeometryInvalid where GEOS cannot do it.
[[nodiscard]] Result<Remainder> remainderOf(Region const& region, std::span<Region const* const> others, double stripM);

} // namespace zhengtu::geo
