#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace zhengtu::ledger {

/// Writes a plan and what was read from it. `fid` keeps the place of a plan that is replaced. The database remembers failures.
void writePlan(sqlite::Database& database, PlanRecord const& record, std::string const& digest, std::optional<std::int64_t> fid, Date asOf);

/// Writes sites (into the table of their geometry), their candidates, and mentions; after writePlan.
void writePlaces(sqlite::Database& database, PlanRecord const& record);

/// "INSERT INTO table (columns) VALUES (?, ...)".
[[nodiscard]] std::string insertInto(std::string const& table, std::string const& columns);

} // namespace zhengtu::ledger
