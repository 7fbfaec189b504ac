#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <span>

namespace zhengtu::analysis {

/// The square metres of all polygons together, as geo::areaM2 measures, what they share counted once: of each, what lies in none before it. Errors:
/// GeometryInvalid, with the number, for what cannot be repaired; Cancelled. The answer does not depend on `threads` (0: all cores).
[[nodiscard]] Result<double> unitedAreaM2(std::span<geo::Shape const> polygons, Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
