#pragma once

#include "cli/options.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace zhengtu::cli {

/// Opens a ledger for reading and shows its tasks, filtered, one after another; some thousand are in memory at once. Gives their number.
[[nodiscard]] Result<std::size_t> eachTask(std::string const& path, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow const&)> const& visit);
/// The same of a ledger that is open, read from `path`.
[[nodiscard]] Result<std::size_t> eachTask(ledger::Ledger const& ledger, std::string const& path, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow const&)> const& visit);

} // namespace zhengtu::cli
