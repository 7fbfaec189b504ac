#pragma once

#include "analysis/query.hpp"

namespace zhengtu::analysis {

/// Parameters of DBSCAN over sites: a cluster's core site has at least `minSites` sites (itself counted) within `epsM`.
struct HotspotOptions {
    double epsM = 8000;       ///< metres, geodesic
    std::size_t minSites = 4;
    double worstRadiusM = 10000; ///< sites known less exactly than this are left out and counted
};

struct Hotspots {
    geo::Layer layer;         ///< id "hotspots"; polygons; more: rank, sites, problems, tasks, categories, eps_m, min_sites, area_km2
    std::vector<int> cluster; ///< by site: index into layer.features or -1
    std::size_t used = 0, leftOut = 0;
    std::string reason;       ///< parameters and what was left out, in words
};

/// Clusters of sites; the answer does not depend on the order of the sites..
[[nodiscard]] Result<Hotspots> hotspots(std::vector<place::Site> const& sites, HotspotOptions const& options = {},
                                        Progress const& progress = {});

} // namespace zhengtu::analysis
