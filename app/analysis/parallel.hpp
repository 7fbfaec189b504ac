#pragma once

#include "analysis/progress.hpp"

#include <cstddef>
#include <functional>

namespace zhengtu::analysis {

/// Calls `work` once for every number below `count`, in several threads, in no order; `work` must write to places of its own
/// only and not throw. `progress` is called in this thread; false when it stopped the work. A thread takes `chunk` numbers at a
/// time: 1 for work of some microseconds and more.
[[nodiscard]] bool forEach(std::size_t count, unsigned threads, Progress const& progress,
                           std::function<void(std::size_t)> const& work, std::size_t chunk = 64);

} // namespace zhengtu::analysis
