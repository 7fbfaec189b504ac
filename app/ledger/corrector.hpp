#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <vector>

/// Corrections as a whole: made, taken back, done again, and applied anew. Within a transaction of the caller's.
namespace zhengtu::ledger {

/// As Ledger::correct.
[[nodiscard]] Result<std::vector<Event>> makeCorrections(sqlite::Database& database, std::vector<Correction> const& corrections, std::string const& who,
                                                         Date asOf);
[[nodiscard]] Result<std::vector<Event>> undoCorrections(sqlite::Database& database, std::string const& who, Date asOf);
[[nodiscard]] Result<std::vector<Event>> redoCorrections(sqlite::Database& database, std::string const& who, Date asOf);
[[nodiscard]] Result<UndoState> readUndoState(sqlite::Database& database);

/// After an import: applies what holds of the plan to what was just read. An event tells of each correction that no longer fits.
void reapply(sqlite::Database& database, std::string const& planId, Date asOf);

} // namespace zhengtu::ledger
