#pragma once

#include "core/span.hpp"
#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// The measures in what a list of complaints says of their handling (处理和整改情况): what it orders that is not done yet, 责令…于…前,
/// 由…负责…. One for each number of a list, else one for each paragraph. What was done (已清运完毕) and 加强日常巡查 are none.
/// `stretches` are those of the field in the normalised text. Private to app/plan.
[[nodiscard]] std::vector<Task> readHandling(text::NormalText const& normal, std::u32string_view source, std::vector<Span> const& stretches,
                                             std::optional<int> year, Dictionary const& dictionary, std::vector<Notice>& notices);

} // namespace zhengtu::plan
