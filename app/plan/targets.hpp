#pragma once

#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <vector>

namespace zhengtu::plan {

/// The quantified targets in [begin, end) of a planning document: "到2025年，大宗货物铁路运输比例达到85%以上" is
/// >= 85 % in 2025. `from` is the first year of the planning period: values of years before it are history.
void readTargets(std::vector<Target>& targets, text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> from);

} // namespace zhengtu::plan
