#pragma once

#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::plan {

/// Key tasks (by heading) and quantified targets of a planning document. Looks back at past years and at closing
/// chapters (保障措施) are left out; what is quantified without a number or an indicator is no target.
void readPlanning(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces);

} // namespace zhengtu::plan
