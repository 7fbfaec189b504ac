#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::place {

/// All named places of a document, in order of the text: those of problems and of their measures (problem and task index), and
/// those that stand outside all problems. What came of a problem and where it is said to be (Problem::reports) is its own text. A place is given once for the text of a problem and once for each of its measures.
///
/// Left out: the issuing city itself, generic words (城区, 矿区, 各县), goals and the unit fields, and names inside titles
/// (《…》). Names are found by the gazetteer (the issuing city first) and by the form of the name (…有限公司, …村, 307国道).
/// `county` is given only with a reason: from the text, from the gazetteer inside the issuing city, or from the units.
[[nodiscard]] std::vector<Mention> findMentions(plan::Plan const& plan, text::NormalText const& normal, Gazetteer const& gazetteer);

} // namespace zhengtu::place
