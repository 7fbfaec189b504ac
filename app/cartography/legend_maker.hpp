#pragma once

#include "cartography/legend.hpp"
#include "cartography/mark_layout.hpp"

namespace zhengtu::cartography {

/// What is seen in a frame, for its legend: statuses, categories, other signs, then the layers from the top down.
[[nodiscard]] std::vector<LegendEntry> makeLegend(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout);

} // namespace zhengtu::cartography
