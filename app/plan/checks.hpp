#pragma once

#include "plan/front.hpp"
#include "plan/plan.hpp"

namespace zhengtu::plan {

/// Declared totals against what was found; gaps and repeats in the numbers of sections, problems and measures.
void selfCheck(Plan& plan, DeclaredTotals const& declared);

/// A failed check for pages of the file that could not be read, and a notice for each of them.
void checkPages(Plan& plan, text::Positions const& positions);

} // namespace zhengtu::plan
