#pragma once

#include "cli/options.hpp"
#include "ledger/ledger.hpp"

namespace zhengtu::cli {

/// Opens a ledger for reading and gives its tasks, filtered.
[[nodiscard]] Result<std::vector<ledger::TaskRow>> readTasks(std::string const& ledger, TaskFilter const& filter, Date asOf);

} // namespace zhengtu::cli
