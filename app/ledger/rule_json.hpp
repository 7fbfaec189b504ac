#pragma once

#include "core/error.hpp"
#include "plan/rule.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace zhengtu::ledger {

/// A rule as docs/formats/rules.md describes it: in `parse --json`, in `rules --json` and in the ledger.
[[nodiscard]] nlohmann::ordered_json ruleJson(plan::Rule const& rule);

/// The way back. FileFormat when the text is no rule.
[[nodiscard]] Result<plan::Rule> ruleFrom(std::string_view json);

[[nodiscard]] nlohmann::ordered_json claimJson(plan::Claim const& claim);

/// Whole numbers without a fraction: 52, not 52.0.
[[nodiscard]] nlohmann::ordered_json numberJson(double value);

} // namespace zhengtu::ledger
