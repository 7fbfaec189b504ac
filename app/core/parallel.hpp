#pragma once

#include "core/go_on.hpp"

#include <cstddef>
#include <functional>

namespace zhengtu {

/// Calls `work` once for every number below `count`, in several threads (0: all cores), in no order; `work` must write to places of its own
/// only and not throw. `progress`, if any, is called now and then in this thread with the part that is done; false when it stopped the work by
/// returning false. A thread takes `chunk` numbers at a time: 1 for work of some microseconds and more.
[[nodiscard]] bool forEach(std::size_t count, unsigned threads, GoOn const& progress,
                           std::function<void(std::size_t)> const& work, std::size_t chunk = 64);

} // namespace zhengtu
