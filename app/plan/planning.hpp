#pragma once

#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::plan {

/// Key tasks (by heading) and quantified targets of a planning document. Looks back at past years and at closing
/// chapters (保障措施) are left out; what is quantified without a number or an indicator is no target.
/// Returns the stretches of the normalised text that look back or tell what was.
[[nodiscard]] std::vector<Span> readPlanning(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces);

} // namespace zhengtu::plan
