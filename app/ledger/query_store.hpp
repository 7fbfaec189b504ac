#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <vector>

namespace zhengtu::ledger {

/// By name, in the order of their first saving. Empty in a ledger of before they were stored.
[[nodiscard]] Result<std::vector<SavedQuery>> readQueries(sqlite::Database& database);

/// Errors as of Ledger::putQuery and removeQuery; each writes one event.
[[nodiscard]] Result<void> writeQuery(sqlite::Database& database, SavedQuery const& query, bool replace, std::string const& who, Date asOf);
[[nodiscard]] Result<void> removeQuery(sqlite::Database& database, std::string const& name, std::string const& who, Date asOf);

} // namespace zhengtu::ledger
