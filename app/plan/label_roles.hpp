#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Decides by the whole document what its labels are: headings that are labels, everyday words that are none, 整改要求 and 整改任务 that take
/// the place of measures or problems, names of the columns of a table. Private to app/plan.
void settleLabels(std::u32string_view text, Dictionary const& dictionary, std::vector<Piece>& pieces);

/// 整改要求 and the like: the label of a goal that takes the place of measures where a document lists none.
[[nodiscard]] bool demandsWork(std::u32string_view label) noexcept;

} // namespace zhengtu::plan
