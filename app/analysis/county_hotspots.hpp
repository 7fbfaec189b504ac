#pragma once

#include "analysis/hotspots.hpp"

namespace zhengtu::analysis {

/// Adds the counties with conspicuously many sites to `found`: plans name many places of which no open data knows more than the
/// county, and DBSCAN over positions is blind to them. A county is a hotspot when it has at least `options.minSites` sites,
/// of any precision, and at least the mean plus one standard deviation over the counties that have any. The county's own
/// polygon is the shape (`basis` = county), not a position.
void addCountyHotspots(place::SiteViews const& sites, HotspotOptions const& options, Hotspots& found);

} // namespace zhengtu::analysis
