#pragma once

#include "exchange/table.hpp"
#include "ledger/ledger.hpp"

#include <vector>

namespace zhengtu::exchange {

/// One row a site, in task order; a task without any site has one row without a place. Fields of the dictionary in task_fields.cpp. Rows are told
/// from `tasks`, which must outlive the table, when they are asked for: to keep 38 values of each site takes longer than to write them.
[[nodiscard]] Table taskTable(std::vector<ledger::TaskRow> const& tasks);

/// One row a task with what is said of the task, whole; likewise.
[[nodiscard]] Table taskTexts(std::vector<ledger::TaskRow> const& tasks);

} // namespace zhengtu::exchange
