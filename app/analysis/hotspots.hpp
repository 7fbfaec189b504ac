#pragma once

#include "analysis/query.hpp"

namespace zhengtu::analysis {

/// Parameters of DBSCAN over sites: a cluster's core site has at least `minSites` sites (itself counted) within `epsM`.
struct HotspotOptions {
    double epsM = 8000; ///< metres, geodesic
    std::size_t minSites = 4;
    /// Sites whose radius and half extent are more than this are left out and counted, as are those known by county or city
    /// only.
    double worstRadiusM = 10000;
    bool counties = true; ///< add counties with conspicuously many sites
};

struct Hotspots {
    /// id "hotspots"; first clusters by falling number of sites, drawn around the sites with a margin of some hundred metres
    /// (`basis` = cluster), then counties with conspicuously many sites (`basis` = county); `more`: rank, basis, sites,
    /// counties (";" between, most sites first), eps_m of a cluster, min_sites, area_km2. What hangs on tasks (problems,
    /// categories) is the caller's.
    geo::Layer layer;
    std::vector<int> cluster;          ///< by site: index into layer.features or -1
    std::size_t used = 0, leftOut = 0; ///< by the clusters; together all sites
    std::string reason;                ///< parameters and what was left out, in words
};

/// Clusters of sites; the answer does not depend on the order of the sites. Usage error for an eps or a count of zero.
[[nodiscard]] Result<Hotspots> hotspots(place::SiteViews const& sites, HotspotOptions const& options = {},
                                        Progress const& progress = {});

} // namespace zhengtu::analysis
