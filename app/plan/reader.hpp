#pragma once

#include "core/error.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

namespace zhengtu::plan {

struct Dictionary;

/// Reads a plan from a document. A document that is no rectification plan gives a Plan of its kind without problems:
/// that is a result, not an error. Errors are for broken installations (a dictionary is missing or malformed).
[[nodiscard]] Result<Plan> readPlan(text::Document const& document, text::NormalText const& normal);

/// The same with dictionaries of the caller's (plan/dictionary.hpp); then nothing can fail.
[[nodiscard]] Plan readPlan(text::Document const& document, text::NormalText const& normal, Dictionary const& dictionary);

} // namespace zhengtu::plan
