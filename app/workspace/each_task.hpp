#pragma once

#include "workspace/task_filter.hpp"

#include <cstddef>
#include <functional>

namespace zhengtu::workspace {

/// Shows the tasks of a ledger, filtered, whole and in their order, to `visit`, who may take them; some thousand are in memory at once. Gives their
/// number. Errors as Ledger::sites and TaskPages::read.
[[nodiscard]] Result<std::size_t> eachTask(ledger::Ledger const& ledger, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow&)> const& visit);

} // namespace zhengtu::workspace
