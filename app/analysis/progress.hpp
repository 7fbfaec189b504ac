#pragma once

#include <functional>

namespace zhengtu::analysis {

/// Called now and then, in the thread that asked, with a fraction done; returns false to stop (the result is then Cancelled).
using Progress = std::function<bool(double)>;

/// The part of a longer work that runs from one fraction to another.
[[nodiscard]] inline Progress part(Progress const& whole, double from, double to)
{
    if (!whole) { return {}; }
    return [whole, from, to](double done) { return whole(from + (to - from) * done); };
}

} // namespace zhengtu::analysis
