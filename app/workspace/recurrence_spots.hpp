#pragma once

#include "workspace/recurrence.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
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
    std::set<std::string> stretches; ///< of a river or road that it is named with: 南郊段
    bool wholly = false;           ///< named without a stretch too
    Told told;
    place::Site site;
    int rank = 0; ///< of the quote: 3 in a task, 2 in a problem, 1 elsewhere
};

/// Things, as against what they lie in or along.
[[nodiscard]] bool isThing(place::Kind kind) noexcept;
[[nodiscard]] bool isLine(place::Kind kind) noexcept;

/// The stretch that words right behind the name of a river or road begin with (南郊段 of 南郊段两岸…); empty where they name none: 一段, 阶段, 河段.
[[nodiscard]] std::string stretchIn(std::string_view behind);

/// The places that a plan names, each once, in the order of their first names; counties, cities and townships are none.
[[nodiscard]] std::vector<Spot> spotsOf(Survey const& survey, std::size_t plan);

} // namespace zhengtu::workspace
