#pragma once

#include "analysis/progress.hpp"
#include "core/parallel.hpp"

namespace zhengtu::analysis {

using zhengtu::forEach;

} // namespace zhengtu::analysis
