#pragma once

#include "analysis/progress.hpp"
#include "core/date.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <cstdint>
#include <filesystem>

namespace zhengtu::workspace {

/// What can be found out about a ledger's plans (docs/guide/findings.md).
enum class FindingsOf : std::uint8_t { Rules, Claims, Recurrence };

/// Finds it as the command line does with its defaults, stores the layer in the ledger and gives it. Errors as surveyOf; the ledger is then as before.
[[nodiscard]] Result<geo::Layer> makeFindings(std::filesystem::path const& ledger, FindingsOf what, Date asOf, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
