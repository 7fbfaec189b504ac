#pragma once

#include "exchange/formats.hpp"

#include <string>
#include <vector>

namespace zhengtu::exchange {

/// `<base>.export.json` (docs/formats/export.md): counts that add up, files with their hashes, what was cut, lost, repaired.
[[nodiscard]] Result<std::string> reportJson(Job const& job, ExportReport const& report);

/// Names of the files of the set that a report tells of; empty where it is none.
[[nodiscard]] std::vector<std::string> filesOf(std::string const& json);

} // namespace zhengtu::exchange
