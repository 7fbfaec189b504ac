#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zhengtu::ledger {

/// The digest that a plan was imported with; nothing when it is not in the ledger.
[[nodiscard]] std::optional<std::string> storedDigest(sqlite::Database& database, std::string const& planId);

/// Imports one record within a transaction of the caller's.
[[nodiscard]] ImportOutcome importRecord(sqlite::Database& database, PlanRecord const& record, std::string const& digest, Date asOf);

/// Stamps the tables that an import writes.
void touchImported(sqlite::Database& database, Date asOf);

} // namespace zhengtu::ledger
