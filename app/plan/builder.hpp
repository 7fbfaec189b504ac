#pragma once

#include "plan/dictionary.hpp"
#include "plan/layout.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string_view>

namespace zhengtu::plan {

/// Fills sections, problems and tasks of `plan` from the pieces and the roles that were found for them.
void buildProblems(Plan& plan, text::NormalText const& normal, std::u32string_view source, Layout const& layout, Dictionary const& dictionary);

/// Gives plan, problems and tasks their stable ids.
void numberPlan(Plan& plan);

} // namespace zhengtu::plan
