#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "plan/structure.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Fills sections, problems and tasks of `plan` from the pieces and the roles that were found for them. `table`: the list is one.
void buildProblems(Plan& plan, text::NormalText const& normal, std::u32string_view source, std::vector<Piece> const& pieces,
                   Structure const& structure, bool table, Dictionary const& dictionary);

/// Gives plan, problems and tasks their stable ids.
void numberPlan(Plan& plan);

} // namespace zhengtu::plan
