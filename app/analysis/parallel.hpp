#pragma once

#include "analysis/query.hpp"

#include <cstddef>
#include <functional>

namespace zhengtu::analysis {

/// Calls `work` once for every number below `count`, in several threads, in no order; `work` must write to places of its own
/// only and not throw. `progress` is called in this thread; false when it stopped the work.
[[nodiscard]] bool forEach(std::size_t count, unsigned threads, Progress const& progress,
                           std::function<void(std::size_t)> const& work);

} // namespace zhengtu::analysis
