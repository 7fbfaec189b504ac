#pragma once

#include "core/go_on.hpp"

namespace zhengtu::analysis {

/// Asked in the thread that asked for the work.
using Progress = GoOn;

/// The part of a longer work that runs from one fraction to another.
[[nodiscard]] inline Progress part(Progress const& whole, double from, double to)
{
    if (!whole) { return {}; }
    return [whole, from, to](double done) { return whole(from + (to - from) * done); };
}

} // namespace zhengtu::analysis
