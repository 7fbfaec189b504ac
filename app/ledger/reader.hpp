#pragma once

#include "ledger/ledger.hpp"
#include "ledger/site_table.hpp"
#include "ledger/sqlite.hpp"

namespace zhengtu::ledger {

[[nodiscard]] Result<std::vector<PlanRow>> readPlans(sqlite::Database& database);
/// As Ledger::sites.
[[nodiscard]] Result<SiteTable> readSiteTable(sqlite::Database& database, std::string_view text);
/// Columns of `events` for eventFrom; a ledger of version 1 has no context.
[[nodiscard]] std::string eventColumns(sqlite::Database& database);
[[nodiscard]] Event eventFrom(sqlite::Statement const& row);
[[nodiscard]] Result<std::vector<StandingCorrection>> readCorrections(sqlite::Database& database);
[[nodiscard]] Result<std::vector<Event>> readEvents(sqlite::Database& database);
[[nodiscard]] Result<StoredDocument> readDocument(sqlite::Database& database, std::string const& planId);
[[nodiscard]] Result<std::string> readSourceText(sqlite::Database& database, std::string const& planId);

} // namespace zhengtu::ledger
