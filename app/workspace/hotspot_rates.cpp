#include "workspace/hotspot_counts.hpp"

#include "analysis/rates.hpp"
#include "geo/measure.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

namespace {


Result<double> baseOf(geo::Feature const& county, HotspotWish const& wish)
{
    if (wish.bases.empty()) { return geo::areaM2(county.shape) / m2PerKm2 / wish.baseUnit; }
    for (auto const& key : {county.adcode, county.city + county.name, county.name}) {
        auto const found = wish.bases.find(key);
        if (found == wish.bases.end()) { continue; }
        if (!(found->second > 0)) { return fail(ErrorCode::Usage, std::format("{} of {} is not above zero", wish.baseName, key)); }
        return found->second / wish.baseUnit;
    }
    return fail(ErrorCode::NotFound, "no " + wish.baseName + " is given for " + county.city + county.name + " (" + county.adcode + ")", "Give a number for every county that is counted.");
}

/// many, few, or none beside what the rate of all would give.
char const* classOf(analysis::Rate const& rate, std::size_t count, double limit)
{
    if (rate.discovery > limit) { return "as-expected"; }
    return static_cast<double>(count) > rate.expected ? "many" : "few";
}

} // namespace

Result<HotspotAnswer> countyRates(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, HotspotWish const& wish)
{
    if (!(wish.baseUnit > 0)) { return fail(ErrorCode::Usage, "a rate is per more than zero"); }
    auto const weights = Weights::create(tasks, wish);
    if (!weights) { return std::unexpected{weights.error()}; }
    auto const counts = countByCounty(tasks, layers, *weights, wish);
    if (!counts) { return std::unexpected{counts.error()}; }
    std::vector<analysis::Counted> counted;
    for (auto const& one : counts->counties) {
        auto const base = baseOf(*one.county, wish);
        if (!base) { return std::unexpected{base.error()}; }
        counted.push_back({one.items, *base});
    }
    auto const rates = analysis::ratesOf(counted);
    std::vector<std::size_t> order(counted.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::ranges::stable_sort(order, [&](std::size_t l, std::size_t r) { return counted[l].count > counted[r].count; });

    HotspotAnswer answer;
    std::size_t small = 0, empty = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        auto const& one = counts->counties[order[rank]];
        auto const& rate = rates[order[rank]];
        auto const count = counted[order[rank]].count;
        empty += count == 0 ? 1U : 0U;
        small += count > 0 && count < analysis::reliableCount ? 1U : 0U;
        auto feature = featureOf(one);
        feature.more = {{"rank", std::to_string(rank + 1)}, {"basis", "county"}, {"count", std::to_string(count)}, {"problems", std::to_string(one.problems)},
                        {"tasks", std::to_string(one.tasks)}, {"located", std::to_string(one.located)}, {"weight", numberText(one.weight, 3)},
                        {"base", numberText(counted[order[rank]].base, 6)}, {"rate", std::format("{:.4f}", rate.rate)}, {"rate_low", std::format("{:.4f}", rate.low)},
                        {"rate_high", std::format("{:.4f}", rate.high)}, {"rate_smoothed", std::format("{:.4f}", rate.smoothed)}, {"expected", std::format("{:.3f}", rate.expected)},
                        {"p", std::format("{:.6f}", rate.chance)}, {"q", std::format("{:.6f}", rate.discovery)}, {"class", classOf(rate, count, wish.discoveryRate)},
                        {"small_number", count < analysis::reliableCount ? "yes" : "no"}};
        answer.layer.features.push_back(std::move(feature));
    }
    auto const per = wish.bases.empty() ? std::format("{} km2", numberText(wish.baseUnit)) : std::format("{} {}", numberText(wish.baseUnit), wish.baseName);
    answer.layer.id = "hotspots_counties";
    answer.layer.title = "县（市、区）整改密度";
    answer.layer.titleEn = "Rates of counties";
    answer.layer.style = "hotspot_county";
    answer.parameters = {{"count", wish.count == CountBy::Problems ? "problems" : "tasks", "once in each county that they name or that their units stand for"},
                         {"rate_per", per, wish.bases.empty() ? "area of the county as drawn, geodesic" : "as given"},
                         {"interval", "95 %", "exact for a Poisson count; measures of one plan are not independent, so it is rather too narrow"},
                         {"smoothing", "empirical Bayes", "global, drawn towards the rate of all counties"},
                         {"fdr", numberText(wish.discoveryRate), "Benjamini and Hochberg over all counties"},
                         {"weights", weights->any() ? "given" : "none", weights->any() ? weights->words() + "; rates are of plain counts, weight is beside them" : weights->words()},
                         {"worst_radius_m", numberText(wish.worstRadiusM), "located: known better than that"}};
    for (auto const& [name, value] : {std::pair{"items", counts->items}, {"in_no_county", counts->nowhere}, {"in_several_counties", counts->several},
                                      {"counties", counts->counties.size()}, {"counties_without", empty}}) {
        answer.counts.emplace_back(name, std::to_string(value));
    }
    if (small > 0) {
        answer.warnings.push_back(std::format("n too small: {} counties count fewer than {}; compare intervals or smoothed rates, not rates", small, analysis::reliableCount));
    }
    finish(answer, "counts of counties as rates");
    return answer;
}

} // namespace zhengtu::workspace
