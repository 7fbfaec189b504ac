#pragma once

#include "place/page.hpp"

#include <vector>

namespace zhengtu::place {

/// Of all that the recognisers found, what stands: beginnings cut to names that are sure, a company's yards parted from it, basins
/// joined to their rivers, shorter names inside longer ones marked as inner, of two that cross the better one. In order of the text,
/// an inner name after its outer one.
[[nodiscard]] std::vector<Found> refine(Page const& page, std::vector<Found> all);

} // namespace zhengtu::place
