#pragma once

#include "cli/options.hpp"
#include "ledger/ledger.hpp"

namespace zhengtu::cli {

/// The tasks for which every condition of the filter holds, in their order.
[[nodiscard]] std::vector<ledger::TaskRow> filtered(std::vector<ledger::TaskRow> tasks, TaskFilter const& filter, Date asOf);

/// Opens a ledger for reading and gives its tasks, filtered.
[[nodiscard]] Result<std::vector<ledger::TaskRow>> readTasks(std::string const& ledger, TaskFilter const& filter, Date asOf);

} // namespace zhengtu::cli
