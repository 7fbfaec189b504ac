#pragma once

#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

namespace zhengtu::ledger {

[[nodiscard]] Result<std::vector<PlanRow>> readPlans(sqlite::Database& database);
[[nodiscard]] Result<std::vector<TaskRow>> readTasks(sqlite::Database& database);
[[nodiscard]] Result<std::vector<Event>> readEvents(sqlite::Database& database);
[[nodiscard]] Result<std::string> readSourceText(sqlite::Database& database, std::string const& planId);

} // namespace zhengtu::ledger
