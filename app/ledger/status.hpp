#pragma once

#include <string_view>

namespace zhengtu::ledger {

/// The workflow state that a plan's own words mean: "closed" for 已销号, "accepted" for 已完成 and its like, else "under-way".
/// A word that is negated or qualified (未完成, 基本完成) is "under-way".
[[nodiscard]] std::string_view workflowStatus(std::string_view said);

} // namespace zhengtu::ledger
