#pragma once

#include "ledger/ledger.hpp"
#include "workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zhengtu::cli {

[[nodiscard]] nlohmann::ordered_json toJson(place::Site const& site);
[[nodiscard]] nlohmann::ordered_json toJson(ledger::TaskRow const& task, Date asOf);
[[nodiscard]] nlohmann::ordered_json toJson(workspace::QueryRow const& row);
[[nodiscard]] nlohmann::ordered_json toJson(ledger::PlanRow const& plan);
[[nodiscard]] nlohmann::ordered_json toJson(std::vector<ledger::Event> const& events);

/// Prints with a newline; text that is not UTF-8 becomes U+FFFD instead of an exception.
void print(nlohmann::ordered_json const& json);

} // namespace zhengtu::cli
