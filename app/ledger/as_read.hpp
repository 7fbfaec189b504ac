#pragma once

#include "ledger/sqlite.hpp"

#include <cstdint>
#include <string>

/// What was read of a plan, kept row by row while corrections lie over it (tables read_*), so that taking them back gives
/// the very rows back. All within a transaction of the caller's.
namespace zhengtu::ledger {

/// Copies the plan's rows aside unless they are there already.
void keepAsRead(sqlite::Database& database, std::string const& planId);

/// Puts the rows as read in the place of the corrected ones. A plan that has none aside is as read.
void restoreAsRead(sqlite::Database& database, std::string const& planId);

/// Drops the rows that are aside: the plan is as read, or goes.
void forgetAsRead(sqlite::Database& database, std::string const& planId);

/// The next free row number of a table, whose number no row aside has either: so the same steps give the same rows.
[[nodiscard]] std::int64_t nextFid(sqlite::Database& database, std::string const& table);

} // namespace zhengtu::ledger
