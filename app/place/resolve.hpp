#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"
#include "place/site.hpp"
#include "place/units.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// The sites of every task of a plan, in order of tasks: one for each place that the task names, else for each place that its
/// problem names, else for the counties that its units stand for, else one Unlocated site with the reason. A problem without
/// measures gives sites with its own id as task id. `areas` is taskAreas(plan, gazetteer); `normal` is the text that the spans of
/// the mentions are of: the words about a name give the site its shape (said/words.hpp). Two names of one place are one site.
///
/// Nothing is invented: a facility that no gazetteer knows stands where its township or county is, with that precision and a
/// radius that covers it; a name that several counties of the issuing city share gives candidates and no place.
[[nodiscard]] std::vector<Site> locate(plan::Plan const& plan, std::vector<Mention> const& mentions,
                                       std::vector<std::vector<UnitArea>> const& areas, text::NormalText const& normal,
                                       Gazetteer const& gazetteer);

/// Where the places of a short text are ("晋源区姚村镇", a name alone), as if a plan of that city or county named them. A name
/// that is no place in running text is looked up as it stands; several places of one name are candidates of one site without a
/// place. Never empty.
[[nodiscard]] std::vector<Site> locateText(std::string_view text, Scope const& scope, Gazetteer const& gazetteer);

/// Where one mention is; `taskId` and the ordinal of `id` are left to the caller. The scope is the issuing city.
[[nodiscard]] Site locate(Mention const& mention, Scope const& scope, Gazetteer const& gazetteer);

} // namespace zhengtu::place
