#pragma once

#include <functional>

namespace zhengtu {

/// Long work asks it now and then and tells how much is done, from 0 to 1; false: the work stops and its result is Cancelled. Empty: nobody is asked.
using GoOn = std::function<bool(double)>;

} // namespace zhengtu
