#include "analysis/county_hotspots.hpp"

#include "geo/measure.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <ranges>

namespace zhengtu::analysis {

namespace {

struct County {
    std::string adcode, name;
    geo::Shape const* shape = nullptr; ///< of a site that is known by this county only: its polygon
    std::vector<std::size_t> sites;    ///< all in it, however exactly they are known
};

/// Counties whose polygon is at hand, by falling number of sites, then by code.
std::vector<County> countiesOf(place::SiteViews const& sites)
{
    std::map<std::string, County> byCode;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        auto const& site = sites[i];
        if (site.adcode.empty() || site.shape.empty()) { continue; }
        auto& county = byCode[std::string{site.adcode}];
        county.sites.push_back(i);
        if (site.precision == place::Precision::County && site.shape.type == geo::ShapeType::Polygon) {
            county.adcode = site.adcode;
            county.name = site.county;
            county.shape = &site.shape;
        }
    }
    std::vector<County> counties;
    for (auto& county : byCode | std::views::values) {
        if (county.shape != nullptr) { counties.push_back(std::move(county)); }
    }
    std::ranges::stable_sort(counties, std::ranges::greater{}, [](County const& county) { return county.sites.size(); });
    return counties;
}

/// Mean plus one standard deviation of the counts.
double conspicuous(std::vector<County> const& counties)
{
    double sum = 0;
    double squares = 0;
    for (auto const& county : counties) {
        auto const count = static_cast<double>(county.sites.size());
        sum += count;
        squares += count * count;
    }
    auto const n = static_cast<double>(counties.size());
    auto const mean = sum / n;
    return mean + std::sqrt(std::max(0.0, squares / n - mean * mean));
}

} // namespace

void addCountyHotspots(place::SiteViews const& sites, HotspotOptions const& options, Hotspots& found)
{
    auto const counties = countiesOf(sites);
    if (counties.empty()) { return; }
    auto const least = std::max(static_cast<double>(options.minSites), conspicuous(counties));
    std::size_t added = 0;
    for (auto const& county : counties) {
        if (static_cast<double>(county.sites.size()) < least) { break; }
        auto const rank = found.layer.features.size() + 1;
        geo::Feature feature;
        feature.id = std::format("hotspot-{}", rank);
        feature.name = std::format("热点{} {}", rank, county.name);
        feature.kind = "hotspot";
        feature.adcode = county.adcode;
        feature.county = county.name;
        feature.source = "computed: sites by county";
        feature.shape = *county.shape;
        feature.more = {{"rank", std::to_string(rank)}, {"basis", "county"}, {"sites", std::to_string(county.sites.size())},
                        {"counties", county.name}, {"min_sites", std::format("{:.1f}", least)},
                        {"area_km2", std::format("{:.3f}", geo::areaM2(*county.shape) / 1e6)}};
        for (auto const site : county.sites) {
            if (found.cluster[site] < 0) { found.cluster[site] = static_cast<int>(rank) - 1; } // a position says more than a county
        }
        found.layer.features.push_back(std::move(feature));
        ++added;
    }
    found.reason += std::format("; counties with at least {:.1f} sites (mean plus one standard deviation of {} counties): {}", least,
                                counties.size(), added);
    found.layer.note = found.reason;
}

} // namespace zhengtu::analysis
