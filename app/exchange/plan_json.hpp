#pragma once

#include "ledger/ledger.hpp"

#include <string>

namespace zhengtu::exchange {

/// The JSON form of `zhengtu parse` (docs/formats/parse-json.md): plan, problems with tasks and mentions, mentions outside
/// problems, targets, key tasks, checks, notices. Indented by `indent` spaces; ends with a newline.
[[nodiscard]] std::string planJson(ledger::PlanRecord const& record, int indent = 1);

} // namespace zhengtu::exchange
