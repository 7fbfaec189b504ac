#pragma once

#include "geo/feature.hpp"
#include "place/site.hpp"

#include <string_view>

/// Features of layers asked about as if they were sites. Not for use outside app/workspace.
namespace zhengtu::workspace {

/// A thing where it is drawn, known to its accuracy. `kind` empty: the feature's own.
[[nodiscard]] place::Site siteOf(geo::Feature const& feature, std::string_view kind = {});

} // namespace zhengtu::workspace
