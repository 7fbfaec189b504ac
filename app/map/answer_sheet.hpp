#pragma once

#include "map/backend.hpp"
#include "map/result_sheet.hpp"

namespace zhengtu::map {

/// The answer of a question as pages: the sites that are hit, and counts by county, unit, category and zone. `asked`: how many tasks.
[[nodiscard]] SheetContent answerSheet(QString const& title, QueryFindings const& found);

/// Of several conditions each in words, joined; and what the filter keeps.
[[nodiscard]] QString queryWords(workspace::SpatialQuery const& query);
[[nodiscard]] QString predicateWord(workspace::Predicate predicate);

[[nodiscard]] QString positionWord(analysis::Hit const& hit);                   ///< "inside", "partly inside, 37 %"
[[nodiscard]] QString chanceWord(std::optional<double> const& chance);          ///< "37 %", "<1 %"; "?" where no model tells

} // namespace zhengtu::map
