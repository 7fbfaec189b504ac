#pragma once

#include "plan/plan.hpp"
#include "text/document.hpp"

namespace zhengtu::plan {

/// What the numbers of problems and measures give against what the text says of them: shares (39个，有28个…，占比71.8%),
/// parts of a whole (10台，其中甲3台、乙7台) and sums (21.6+5.57=27.17). These inform and never decide completeness. What may
/// be meant otherwise (parts that need not be all, a share of something else) gives no check.
void checkArithmetic(Plan& plan, text::NormalText const& normal);

} // namespace zhengtu::plan
