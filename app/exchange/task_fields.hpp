#pragma once

#include "exchange/table.hpp"
#include "ledger/ledger.hpp"

#include <string>
#include <vector>

namespace zhengtu::exchange {

/// The dictionary of task fields: what every row of a site has, some of it said of the task.
[[nodiscard]] std::vector<Field> taskFields();

/// The value of a field of that list, as RowSource::cell.
[[nodiscard]] geo::Cell taskCell(std::size_t field, ledger::TaskRow const& task, place::Site const& site, std::string& room);

/// What stands for the site of a task that has none.
[[nodiscard]] place::Site const& nowhere();

} // namespace zhengtu::exchange
