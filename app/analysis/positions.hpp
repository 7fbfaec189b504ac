#pragma once

#include "core/error.hpp"
#include "place/site_view.hpp"

#include <vector>

namespace zhengtu::analysis {

/// Whether a site has a position that statistics of positions may use.
enum class Use {
    Used,
    Unlocated,
    Area,     ///< known by county or city only
    TooRough, ///< known worse than the limit
};

/// Adds the position that stands for a site, unless it is known too roughly: radius and half the extent together above `worstRadiusM`. A
/// line or area stands for itself by a position that lies on it. Errors of geo::pointOnSurface, with the site.
[[nodiscard]] Result<Use> represent(place::SiteView const& site, double worstRadiusM, std::vector<geo::LonLat>& positions);

} // namespace zhengtu::analysis
