#pragma once

#include "ledger/schema.hpp"

namespace zhengtu::ledger::schema {

[[nodiscard]] std::vector<Table> const& attributeTables(); ///< in the order of their making
[[nodiscard]] std::vector<Table> siteTables();

/// A view that is shown as a table.
struct View {
    std::string name, identifier, description, sql;
    std::vector<Column> columns; ///< only name and title count
};
[[nodiscard]] std::vector<View> const& views();

/// Indexes and the triggers that keep the history append-only.
[[nodiscard]] std::string guards();

} // namespace zhengtu::ledger::schema
