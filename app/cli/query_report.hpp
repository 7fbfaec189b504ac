#pragma once

#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"
#include "workspace/query_counts.hpp"

#include <string>
#include <vector>

namespace zhengtu::cli {

/// A query's hits with the sites that they are of.
struct Found {
    ledger::SiteTable const& table;
    workspace::QueryFound const& answer;
    ledger::TaskPages& pages;
};

/// As a table, in which sites of which only the same area is known share a line, or as a JSON array with all of each. Errors of reading the tasks.
[[nodiscard]] Result<void> printRows(Found const& found, bool json);

/// How many were asked about and hit by what `by` names (county, unit, category, zone), those without any too.
void printCounts(std::vector<workspace::CountRow> const& rows, std::string const& by, bool json);

} // namespace zhengtu::cli
