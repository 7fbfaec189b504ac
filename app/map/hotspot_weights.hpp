#pragma once

#include "core/error.hpp"
#include "ledger/ledger.hpp"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace zhengtu::map {

/// Single weights as a person writes them, "已超期=3, water=0.5": names of states, kinds of place and categories as keys or as words of
/// either language; the answer has the keys. Usage: no "name=number", a name that the tasks do not have, one that stands twice.
[[nodiscard]] Result<std::map<std::string, double>> weightsOf(QString const& written, std::vector<ledger::TaskRow> const& tasks);

/// The names that can be weighed, in words, the states first.
[[nodiscard]] QString weightNames(std::vector<ledger::TaskRow> const& tasks);

} // namespace zhengtu::map
