#pragma once

#include "workspace/recurrence.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace zhengtu::workspace {

/// One place of one plan with all that names it there.
struct Spot {
    std::size_t plan = 0;
    place::Kind kind = place::Kind::Other;
    std::set<std::string> names;
    std::string featureId, adcode, county;
    std::set<std::string> reaches; ///< counties that it is named in
    bool anywhere = false;         ///< named without a county too
    Told told;
    place::Site site;
    int rank = 0; ///< of the quote: 3 in a task, 2 in a problem, 1 elsewhere
};

/// Things, as against what they lie in or along.
[[nodiscard]] bool isThing(place::Kind kind) noexcept;
[[nodiscard]] bool isLine(place::Kind kind) noexcept;

/// The places that a plan names, each once, in the order of their first names; counties, cities and townships are none.
[[nodiscard]] std::vector<Spot> spotsOf(Survey const& survey, std::size_t plan);

} // namespace zhengtu::workspace
