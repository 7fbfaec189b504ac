#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/site_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace zhengtu::workspace {

/// Which tasks: every condition that is not empty must hold.
struct TaskFilter {
    std::string plan;     ///< its id, or part of its title
    std::string county;   ///< of the units or sites
    std::string category; ///< "air" ...
    std::string unit;     ///< part of a unit's name
    std::string role;     ///< of that unit: "lead" ...
    std::string text;     ///< anywhere in problem, measure, unit or place
    std::string deadline; ///< state at a date: "overdue", "due-soon" ... (cartography::name of a status)
    bool unlocated = false; ///< only those without a place
    friend bool operator==(TaskFilter const&, TaskFilter const&) = default;
};

/// Those tasks of a table that a question is asked of.
struct AskedTasks {
    ledger::SiteTable const& table;
    std::vector<std::uint32_t> numbers; ///< ascending
};

/// The tasks for which the filter holds; the table has been read with its text.
[[nodiscard]] AskedTasks chosen(ledger::SiteTable const& table, TaskFilter const& filter, Date asOf);

/// The tasks for which the filter holds, in their order.
[[nodiscard]] std::vector<ledger::TaskRow> filtered(std::vector<ledger::TaskRow> tasks, TaskFilter const& filter, Date asOf);

} // namespace zhengtu::workspace
