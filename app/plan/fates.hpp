#pragma once

#include "plan/coverage.hpp"
#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// What became of each character of the source: first by the roles of the pieces, then by what the plan really holds. Private to app/plan.
[[nodiscard]] std::vector<Fate> fatesOf(std::u32string_view source, text::NormalText const& normal, Plan const& plan, Dictionary const& dictionary);

} // namespace zhengtu::plan
