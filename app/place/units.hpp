#pragma once

#include "place/gazetteer.hpp"
#include "plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// What a unit stands for on the map.
struct UnitArea {
    std::vector<std::string> counties; ///< six-digit codes in the order of the text, each once
    bool wholeCity = false;            ///< 各县（市、区）: all counties of the issuing city, which `counties` then lists
    bool open = false;                 ///< others are meant besides: 等相关县（市、区）, a park's or development zone's committee
    bool company = false;              ///< a company answers: what is its own may lie anywhere
    std::string reason;                ///< in words; empty where the unit names no county
};

/// "代县、繁峙、原平、五台县（市、区）党委、政府" -> four counties; 各县（市、区） -> all of the issuing city; 三县一市 and 城六区 by
/// their groups; 各相关县（市、区） and units of the city (市生态环境局) -> none.
[[nodiscard]] UnitArea areaOf(std::string_view unit, Scope const& scope, Gazetteer const& gazetteer);

/// The same as names of counties, as printed in `zhengtu parse`. 各县（市、区） gives all counties of the city.
[[nodiscard]] std::vector<std::string> expandCounties(std::string_view unit, Scope const& scope, Gazetteer const& gazetteer);

/// What all units of a task stand for together. Acceptance units and persons do not count.
[[nodiscard]] UnitArea areaOfAll(std::vector<plan::Unit> const& units, Scope const& scope, Gazetteer const& gazetteer);

/// The county codes that the units of each task stand for: `[problem][task]`; a problem without tasks has one row for itself.
/// Acceptance units and persons do not count. Lead, responsible and cooperating units do.
[[nodiscard]] std::vector<std::vector<UnitArea>> taskAreas(plan::Plan const& plan, Gazetteer const& gazetteer);

} // namespace zhengtu::place
