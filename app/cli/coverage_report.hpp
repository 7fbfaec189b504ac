#pragma once

#include "plan/coverage.hpp"

namespace zhengtu::cli {

/// What `parse --coverage` says: a table and the text that was not understood, or all of it as JSON.
void printCoverage(plan::Coverage const& coverage, bool json);

} // namespace zhengtu::cli
