#pragma once

#include "plan/layout.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace zhengtu::plan {

/// Laws, speeches, work reports, advertisements: documents of which nothing is a list of problems, by what their title says they are.
[[nodiscard]] bool isOtherGenre(std::u32string_view title, std::u32string_view text) noexcept;

/// Why the records that were found are no list of problems although labels stand in them; nothing if they are one. A list has records
/// with measures, units, deadlines or outcomes, and its labels or its title speak of rectification (整改), problems or complaints:
/// 责任单位 and 完成时限 alone also stand in work plans. Private to app/plan.
[[nodiscard]] std::optional<std::string> whyNoList(Plan const& plan, text::NormalText const& normal, Layout const& layout);

} // namespace zhengtu::plan
