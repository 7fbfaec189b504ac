#pragma once

#include "text/pdf_print.hpp"
#include "text/pdf_rules.hpp"

#include <vector>

namespace zhengtu::text {

/// Whether lines stand side by side, as in a table or in columns: then it is worth while to look for rules.
[[nodiscard]] bool mayHaveTable(PrintedPage const& page);

/// Makes one line of each cell that has text, row by row, where rules part a page into cells with at least two side by side.
void readTable(PrintedPage& page, Rules const& rules);

/// Puts tables together that go over several pages: the head that every page repeats stands once, and a row that a page end cut is one row.
void joinTables(std::vector<PrintedPage>& pages);

} // namespace zhengtu::text
