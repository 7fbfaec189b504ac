#include "analysis/hotspots.hpp"

#include "analysis/county_hotspots.hpp"
#include "analysis/dbscan.hpp"
#include "analysis/positions.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace zhengtu::analysis {

namespace {

constexpr double hullRatio = 0.4; // follows arms of a cluster without fraying it

/// How far the outline stands off the outermost sites: enough to see one, little beside the distance between sites.
double marginM(double epsM)
{
    return std::clamp(epsM / 8, 300.0, 1500.0);
}

Result<geo::Shape> outlineOf(std::vector<geo::LonLat> const& members, double epsM)
{
    geo::Shape points{geo::ShapeType::Point, {}};
    for (auto const at : members) {
        points.parts.push_back({{at}, {}});
    }
    auto hull = geo::concaveHull(points, hullRatio);
    if (!hull || hull->empty() || !geo::isValid(*hull).valid) {
        hull = geo::convexHull(points);
    } // places in a row have no hull
    return hull.and_then([&](geo::Shape const& shape) { return geo::bufferM(shape, marginM(epsM)); });
}

/// Counties by falling number of sites, then by name.
std::vector<std::pair<std::string, std::size_t>> countiesOf(std::vector<place::SiteView const*> const& sites)
{
    std::map<std::string, std::size_t> counts;
    for (auto const* site : sites) {
        if (!site->county.empty()) { ++counts[std::string{site->county}]; }
    }
    std::vector<std::pair<std::string, std::size_t>> counties{counts.begin(), counts.end()};
    std::ranges::stable_sort(counties, [](auto const& l, auto const& r) { return l.second > r.second; });
    return counties;
}

Result<geo::Feature> featureOf(std::size_t rank, std::vector<place::SiteView const*> const& sites, std::vector<geo::LonLat> members,
                               HotspotOptions const& options)
{
    std::ranges::sort(members, [](geo::LonLat l, geo::LonLat r) { return l.lon != r.lon ? l.lon < r.lon : l.lat < r.lat; });
    auto shape = outlineOf(members, options.epsM);
    if (!shape) { return std::unexpected{std::move(shape.error()).at(std::format("hotspot {}", rank))}; }
    geo::Feature feature;
    feature.id = std::format("hotspot-{}", rank);
    feature.name = std::format("热点{}", rank);
    feature.kind = "hotspot";
    feature.source = "computed: DBSCAN over sites";
    std::string counties;
    for (auto const& [county, count] : countiesOf(sites)) {
        if (feature.county.empty()) { feature.county = county; }
        counties += (counties.empty() ? "" : ";") + county;
    }
    feature.more = {{"rank", std::to_string(rank)},
                    {"basis", "cluster"},
                    {"sites", std::to_string(sites.size())},
                    {"counties", counties},
                    {"eps_m", std::format("{}", options.epsM)},
                    {"min_sites", std::to_string(options.minSites)},
                    {"area_km2", std::format("{:.3f}", geo::areaM2(*shape) / 1e6)}};
    feature.shape = std::move(*shape);
    return feature;
}

struct Counts {
    std::size_t sites, used, alone, clusters;
};

/// What was asked and what came of it; of no cluster first why there is none.
std::string reasonOf(Counts const& counts, std::map<Use, std::size_t>& uses, HotspotOptions const& options)
{
    if (counts.sites == 0) { return "no hotspot: there is no site yet"; }
    std::string why;
    if (counts.used == 0) {
        why = "no cluster: no site is known well enough; ";
    } else if (counts.used < options.minSites) {
        why = std::format("no cluster: only {} site{} known well enough and {} are needed; ", counts.used,
                          counts.used == 1 ? " is" : "s are", options.minSites);
    } else if (counts.clusters == 0) {
        why = "no cluster: nowhere do so many sites lie so near each other; ";
    }
    return why + std::format("DBSCAN, eps {} m, at least {} sites; {} of {} sites used, {} of them in no cluster; left out: "
                             "{} unlocated, {} known by county or city only, {} known worse than to {} m",
                             options.epsM, options.minSites, counts.used, counts.sites, counts.alone, uses[Use::Unlocated],
                             uses[Use::Area], uses[Use::TooRough], options.worstRadiusM);
}

} // namespace

Result<Hotspots> hotspots(place::SiteViews const& sites, HotspotOptions const& options, Progress const& progress)
{
    if (!(options.worstRadiusM >= 0)) { return fail(ErrorCode::Usage, "the worst radius must be zero or more metres"); }
    std::map<Use, std::size_t> uses;
    std::vector<std::size_t> used;
    std::vector<geo::LonLat> positions;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        auto const use = represent(sites[i], options.worstRadiusM, positions);
        if (!use) { return std::unexpected{use.error()}; }
        ++uses[*use];
        if (*use == Use::Used) { used.push_back(i); }
    }
    auto const clusters = dbscan(positions, options.epsM, options.minSites, progress);
    if (!clusters) { return std::unexpected{clusters.error()}; }

    Hotspots result;
    result.cluster.assign(sites.size(), -1);
    std::map<int, std::pair<std::vector<place::SiteView const*>, std::vector<geo::LonLat>>> members;
    std::size_t alone = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
        auto const cluster = (*clusters)[i];
        result.cluster[used[i]] = cluster;
        if (cluster < 0) {
            ++alone;
            continue;
        }
        members[cluster].first.push_back(&sites[used[i]]);
        members[cluster].second.push_back(positions[i]);
    }
    auto& layer = result.layer;
    layer.id = "hotspots";
    layer.kind = layer.style = "hotspot";
    layer.title = "整改热点";
    layer.titleEn = "Hotspots";
    layer.source = "computed: DBSCAN over sites";
    for (auto& [cluster, some] : members) {
        auto feature = featureOf(static_cast<std::size_t>(cluster) + 1, some.first, std::move(some.second), options);
        if (!feature) { return std::unexpected{std::move(feature.error())}; }
        layer.features.push_back(std::move(*feature));
    }
    result.used = used.size();
    result.leftOut = sites.size() - used.size();
    result.reason = reasonOf({sites.size(), used.size(), alone, layer.features.size()}, uses, options);
    layer.note = result.reason;
    if (options.counties) { addCountyHotspots(sites, options, result); }
    return result;
}

} // namespace zhengtu::analysis
