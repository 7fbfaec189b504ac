#pragma once

#include "plan/front.hpp"
#include "plan/plan.hpp"

namespace zhengtu::plan {

/// Declared totals against what was found; gaps and repeats in the numbers of sections, problems and measures.
void selfCheck(Plan& plan, DeclaredTotals const& declared);

} // namespace zhengtu::plan
