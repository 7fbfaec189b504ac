#include "analysis/parallel.hpp"
#include "analysis/relation.hpp"
#include "geo/index.hpp"

#include <algorithm>
#include <format>
#include <limits>
#include <tuple>

namespace zhengtu::analysis {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

/// The feature that a form is nearest to.
struct Reach {
    std::size_t zone = 0;
    double distanceM = endless;
    double farthestM = 0; ///< of an area: from its farthest vertex to that feature
    Relation relation{}; ///< as drawn, to that feature
};

Result<Reach> reachOf(Form const& form, std::vector<Zone> const& zones, geo::SpatialIndex const& index)
{
    Reach reach;
    if (form.isPoint()) {
        auto const nearest = index.nearest(form.at(), 1, [&](std::size_t i) { return zones[i].prepared.distanceM(form.at()); });
        if (nearest.empty()) { return reach; }
        reach.zone = nearest.front().item;
        reach.distanceM = reach.farthestM = nearest.front().distanceM;
        reach.relation = pointRelation(form.at(), zones[reach.zone], 0);
    } else {
        for (std::size_t i = 0; i < zones.size(); ++i) {
            auto const distance = zones[i].prepared.distanceM(form.shape(), reach.distanceM);
            if (!distance) { return std::unexpected{distance.error()}; }
            if (*distance < reach.distanceM) {
                reach.zone = i;
                reach.distanceM = *distance;
            }
        }
        for (auto const& part : form.shape().parts) {
            for (auto const at : part.outline) { reach.farthestM = std::max(reach.farthestM, zones[reach.zone].prepared.distanceM(at)); }
        }
        auto const relation = shapeRelation(form, zones[reach.zone], 0);
        if (!relation) { return std::unexpected{relation.error()}; }
        reach.relation = *relation;
    }
    return reach;
}

/// Between what a site's distance lies.
struct Candidate {
    std::size_t site, zone;
    double distanceM, leastM, mostM;
    bool area;
    Position position;
    double share;
};

std::vector<Candidate> candidatesOf(place::SiteViews const& sites, std::vector<Form> const& forms, std::vector<Reach> const& reaches,
                                    std::vector<Zone> const& zones)
{
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        auto const& reach = reaches[i];
        for (auto const site : forms[i].sites) {
            double const errorM = radiusM(sites[site]) + zones[reach.zone].accuracyM;
            bool const area = isArea(sites[site]);
            all.push_back({site, reach.zone, reach.distanceM, std::max(0.0, reach.distanceM - errorM),
                           (area ? reach.farthestM : reach.distanceM) + errorM, area, reach.relation.position, reach.relation.share});
        }
    }
    std::ranges::sort(all, [](Candidate const& a, Candidate const& b) {
        return std::tuple{a.area, a.distanceM, a.site} < std::tuple{b.area, b.distanceM, b.site};
    });
    return all;
}

} // namespace

Result<NearestSites> sitesNearest(place::SiteViews const& sites, std::vector<geo::Feature> const& features, std::size_t count,
                                  Progress const& progress, QueryOptions const& options)
{
    if (count == 0) { return fail(ErrorCode::Usage, "nearest needs a number of sites, one or more"); }
    auto const forms = formsOf(sites);
    if (!forms) { return std::unexpected{forms.error()}; }
    auto const zones = zonesOf(features, options.zoneAccuracy, options.threads);
    if (!zones) { return std::unexpected{zones.error()}; }
    if (zones->empty()) { return NearestSites{}; }
    std::vector<geo::Extent> extents;
    for (auto const& zone : *zones) { extents.push_back(zone.prepared.extent()); }
    geo::SpatialIndex const index{extents};
    std::vector<Reach> reaches(forms->size());
    std::vector<std::optional<Error>> faults(forms->size());
    auto const measure = [&](std::size_t i) {
        auto reach = reachOf((*forms)[i], *zones, index);
        if (reach) { reaches[i] = *reach; }
        else { faults[i] = std::move(reach.error()); }
    };
    if (!forEach(forms->size(), options.threads, progress, measure, 1)) { return fail(ErrorCode::Cancelled, "the query was stopped"); }
    for (std::size_t i = 0; i < faults.size(); ++i) {
        if (faults[i]) { return std::unexpected{std::move(*faults[i]).at(std::format("site {}", sites[(*forms)[i].sites.front()].id))}; }
    }

    auto const all = candidatesOf(sites, *forms, reaches, *zones);
    std::vector<double> least, most;
    for (auto const& one : all) {
        least.push_back(one.leastM);
        most.push_back(one.mostM);
    }
    std::ranges::sort(least);
    std::ranges::sort(most);
    NearestSites nearest;
    double lastM = endless;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& one = all[i];
        if (one.area || (i >= count && one.distanceM > lastM)) {
            auto const certainlyNearer = std::ranges::lower_bound(most, one.leastM) - most.begin();
            nearest.others += static_cast<std::size_t>(certainlyNearer) < count ? 1 : 0;
            continue;
        }
        if (i + 1 == count) { lastM = one.distanceM; }
        auto const below = static_cast<std::size_t>(std::ranges::lower_bound(least, one.mostM) - least.begin());
        auto const mayBeNearer = below - (one.leastM < one.mostM ? 1 : 0); // not itself
        Hit hit{.site = one.site, .zone = (*zones)[one.zone].number, .answer = mayBeNearer < count ? Answer::Yes : Answer::Maybe,
                .position = one.position, .distanceM = one.distanceM, .share = one.share,
                .probability = std::nullopt, .reason = {}};
        if (hit.answer == Answer::Yes) { hit.probability = 1; }
        else {
            hit.reason = errorWords(radiusM(sites[one.site]), (*zones)[one.zone].accuracyM) +
                         std::format("{} site{} may be nearer", mayBeNearer, mayBeNearer == 1 ? "" : "s");
        }
        nearest.hits.push_back(std::move(hit));
    }
    return nearest;
}

} // namespace zhengtu::analysis
