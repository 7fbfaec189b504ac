#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <map>
#include <string>
#include <vector>

namespace zhengtu::ledger {

/// Writes rules (with what people have decided about them), claims and quantities of a plan; after writePlan.
void writeRules(sqlite::Database& database, PlanRecord const& record);

[[nodiscard]] Result<std::vector<RuleRow>> readRules(sqlite::Database& database);
[[nodiscard]] Result<std::vector<ClaimRow>> readClaims(sqlite::Database& database);

/// One event, and the state of the rule brought up to it. Errors as of Ledger::decideRule.
[[nodiscard]] Result<void> decide(sqlite::Database& database, std::string const& ruleId, plan::RuleState state, std::map<std::string, double> const& parameters,
                                  std::string const& who, Date asOf);

} // namespace zhengtu::ledger
