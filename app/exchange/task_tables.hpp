#pragma once

#include "exchange/packed_tasks.hpp"
#include "exchange/table.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <vector>

/// Tasks as tables. Private to app/exchange.
namespace zhengtu::exchange {

struct TaskTables {
    Table sites; ///< one row a site, in task order; a task without any site has one row without a place
    Table texts; ///< one row a task with what is said of the task, whole
    std::size_t tasks = 0, siteCount = 0, located = 0; ///< located: tasks of which some site has a shape
};

/// Rows are told from `tasks`, which must outlive the tables, when they are asked for: to keep 38 values of each site takes longer than to write them.
[[nodiscard]] TaskTables tablesOf(std::vector<ledger::TaskRow> const& tasks);
/// Likewise.
[[nodiscard]] TaskTables tablesOf(PackedTasks const& tasks);

} // namespace zhengtu::exchange
