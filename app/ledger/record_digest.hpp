#pragma once

#include "ledger/ledger.hpp"

#include <string>

namespace zhengtu::ledger {

/// SHA-256 over everything that an import of the record stores, but for the file's name: equal if and only if an import
/// would change nothing. It differs when the same document is read better, or its places are found better.
[[nodiscard]] std::string recordDigest(PlanRecord const& record);

/// Checks what the tables rely on: ids, sites that name tasks, shapes where and only where a site is located. Error: Usage.
[[nodiscard]] Result<void> validate(PlanRecord const& record);

} // namespace zhengtu::ledger
