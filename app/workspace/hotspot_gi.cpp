#include "workspace/hotspot_counts.hpp"

#include "analysis/gi_star.hpp"
#include "analysis/hex_cells.hpp"
#include "analysis/hotspot_scale.hpp"
#include "analysis/moran.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "ledger/site_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numeric>

namespace zhengtu::workspace {

namespace {

constexpr double mostDraws = 2e9;      ///< some ten seconds on two cores
constexpr double widestBandM = 100'000;
constexpr double bandPerCell = 2.05;   ///< two rings of hexagons
constexpr double countyGapM = 500;     ///< borders of open data are drawn to 300 m

/// What Gi* compares.
struct Units {
    std::vector<geo::LonLat> at;
    std::vector<double> values;
    std::vector<geo::Feature> features; ///< id, name, shape, and fields of their own
    analysis::Neighbours neighbours;
};

Result<void> fillCells(Units& units, Observations const& seen, ledger::SiteTable const& table, HotspotWish const& wish, HotspotAnswer& answer)
{
    std::vector<geo::LonLat> positions;
    std::vector<double> radii;
    for (auto const& one : seen.all) {
        positions.push_back(one.at);
        radii.push_back(table.view(one.site).radiusM);
    }
    double width = wish.cellM;
    if (width == 0) {
        auto const hull = analysis::hullAreaM2(positions);
        if (!hull) { return std::unexpected{hull.error()}; }
        std::ranges::sort(radii);
        double const byNumber = std::sqrt(2 * *hull / static_cast<double>(positions.size()) * 2 / std::sqrt(3.0)), byRadius = radii.empty() ? 0 : 2 * radii[radii.size() / 2];
        width = analysis::roundedUp(std::max(byNumber, byRadius));
        if (!(width > 0)) { return fail(ErrorCode::Usage, "no cell can be chosen: the positions span no area", "Say a cell, or look at counties."); }
        std::string why = byRadius > byNumber ? "twice the median radius of the sites: smaller cells would divide what is not known" : "hexagons of twice the area that a site has on the average";
        if (width * bandPerCell > widestBandM) {
            width = std::floor(widestBandM / bandPerCell);
            why = "the widest of which two rings lie within 100 km";
        }
        answer.parameters.push_back({"cell_m", numberText(width), why});
    } else {
        answer.parameters.push_back({"cell_m", numberText(width), "as asked"});
    }
    auto cells = analysis::hexCells(positions, width);
    if (!cells) { return std::unexpected{cells.error()}; }
    units.at = cells->centres;
    units.values.assign(cells->centres.size(), 0.0);
    std::vector<int> cellOf;
    for (std::size_t i = 0; i < seen.all.size(); ++i) {
        cellOf.push_back(static_cast<int>(cells->cellOf[i]));
        units.values[cells->cellOf[i]] += seen.all[i].weight;
    }
    auto const members = membersOf(seen, cellOf, units.at.size(), table);
    for (std::size_t i = 0; i < units.at.size(); ++i) {
        geo::Feature feature;
        feature.id = std::format("cell-{}", i + 1);
        feature.name = std::format("格{}", i + 1);
        feature.shape = std::move(cells->shapes[i]);
        feature.more = {{"basis", "cell"}, {"problems", std::to_string(members.problems[i])}, {"tasks", std::to_string(members.tasks[i])}};
        units.features.push_back(std::move(feature));
    }
    return {};
}

void fillSites(Units& units, Observations const& seen, ledger::SiteTable const& table)
{
    std::vector<int> itself(seen.all.size());
    std::iota(itself.begin(), itself.end(), 0);
    auto const members = membersOf(seen, itself, itself.size(), table);
    for (std::size_t i = 0; i < seen.all.size(); ++i) {
        auto const& one = seen.all[i];
        auto const site = table.view(one.site);
        geo::Feature feature;
        feature.id = site.id;
        feature.name = table.place(one.site);
        feature.county = site.county;
        feature.adcode = site.adcode;
        feature.accuracyM = site.radiusM;
        feature.shape = geo::Shape::point(one.at);
        feature.more = {{"basis", "site"}, {"problems", std::to_string(members.problems[i])}, {"tasks", std::to_string(members.tasks[i])}};
        units.features.push_back(std::move(feature));
        units.at.push_back(one.at);
        units.values.push_back(one.weight);
    }
}

/// The value of a county is its weight per 1,000 km2: a large county does not become hot by its size.
Result<void> fillCounties(Units& units, CountyCounts const& counts)
{
    for (auto const& one : counts.counties) {
        auto const at = geo::pointOnSurface(one.county->shape);
        if (!at) { return std::unexpected{Error{at.error()}.at(one.county->name)}; }
        auto feature = featureOf(one);
        feature.more = {{"basis", "county"}, {"problems", std::to_string(one.problems)}, {"tasks", std::to_string(one.tasks)}};
        units.features.push_back(std::move(feature));
        units.at.push_back(*at);
        units.values.push_back(one.weight / (geo::areaM2(one.county->shape) / 1e9));
    }
    return {};
}

/// The band and who is within it.
Result<void> relate(Units& units, GiUnit unit, HotspotWish const& wish, HotspotAnswer& answer, analysis::Progress const& progress)
{
    if (unit == GiUnit::Counties && wish.bandM == 0) {
        std::vector<geo::Shape> shapes;
        for (auto const& feature : units.features) { shapes.push_back(feature.shape); }
        auto found = analysis::touching(shapes, countyGapM, progress);
        if (!found) { return std::unexpected{found.error()}; }
        units.neighbours = std::move(*found);
        answer.parameters.push_back({"neighbours", "touching", "counties with a border or corner in common, to 500 m"});
        return {};
    }
    double band = wish.bandM;
    std::string why = "as asked";
    if (band == 0 && unit == GiUnit::Cells) {
        band = std::ceil(bandPerCell * std::stod(std::ranges::find(answer.parameters, "cell_m", &HotspotParameter::name)->value));
        why = "two rings of hexagons, 18 neighbours: eight or more make the statistic nearly normal";
    } else if (band == 0) {
        band = analysis::roundedUp(analysis::meanNeighbourM(units.at, 8));
        why = "within it a site has eight neighbours on the average";
        if (!(band > 0)) { return fail(ErrorCode::Usage, "no band can be chosen: there are not nine positions", "Say a band, or look at counties."); }
    }
    if (!(band > 0) || band > widestBandM) { return fail(ErrorCode::Usage, std::format("a band of {:.0f} m is not above zero and at most 100 km", band), "Say a band or smaller cells."); }
    answer.parameters.push_back({"band_m", numberText(band), why});
    auto found = analysis::neighboursWithin(units.at, band, progress, wish.threads);
    if (!found) { return std::unexpected{found.error()}; }
    units.neighbours = std::move(*found);
    return {};
}

/// hot-99, hot-95, hot-90, none, cold-90, cold-95, cold-99.
std::string classOf(double z, double rate)
{
    char const* const side = z > 0 ? "hot" : "cold";
    for (auto const& [limit, level] : {std::pair{0.01, 99}, {0.05, 95}, {0.10, 90}}) {
        if (rate <= limit) { return std::format("{}-{}", side, level); }
    }
    return "none";
}

Result<void> judge(Units& units, HotspotWish const& wish, HotspotAnswer& answer, analysis::Progress const& progress)
{
    auto const sums = analysis::sumsOver(units.neighbours, units.values);
    auto const gi = analysis::giStarOf(sums, units.values);
    analysis::PermutationOptions options{.permutations = wish.permutations, .seed = wish.seed, .threads = wish.threads};
    std::string why = "as asked";
    if (options.permutations == 0) {
        bool const many = analysis::drawsPerPermutation(sums, units.values) * 9999 <= mostDraws;
        options.permutations = many ? 9999 : 999;
        why = many ? "the least chance that can be told is then 0.0002 on both sides" : "more would take minutes with so many places";
    }
    answer.parameters.push_back({"permutations", std::to_string(options.permutations), why});
    answer.parameters.push_back({"seed", std::to_string(wish.seed), ""});
    answer.parameters.push_back({"fdr", numberText(wish.discoveryRate), "of the places called hot or cold so many may be so by chance (Benjamini and Hochberg)"});
    auto const chances = analysis::conditionalChances(sums, units.values, options, analysis::part(progress, 0.1, 0.8));
    if (!chances) { return std::unexpected{chances.error()}; }
    std::vector<double> both;
    for (double const chance : *chances) { both.push_back(std::min(1.0, 2 * chance)); }
    auto const rates = analysis::falseDiscoveryRates(both);
    std::size_t hot = 0, cold = 0;
    for (std::size_t i = 0; i < units.features.size(); ++i) {
        auto const word = classOf(gi.z[i], rates[i]);
        hot += rates[i] <= wish.discoveryRate && gi.z[i] > 0 ? 1U : 0U;
        cold += rates[i] <= wish.discoveryRate && gi.z[i] < 0 ? 1U : 0U;
        auto& more = units.features[i].more;
        for (auto const& [key, value] : {std::pair<char const*, std::string>{"value", numberText(units.values[i], 4)}, {"neighbours", std::to_string(units.neighbours.of(i).size())},
                                         {"z", numberText(gi.z[i], 4)}, {"p_normal", std::format("{:.6f}", analysis::twoSidedNormal(gi.z[i]))},
                                         {"p_permuted", std::format("{:.6f}", (*chances)[i])}, {"p_two_sided", std::format("{:.6f}", both[i])},
                                         {"q", std::format("{:.6f}", rates[i])}, {"class", word}}) {
            more.emplace_back(key, value);
        }
    }
    answer.counts.emplace_back("places", std::to_string(units.features.size()));
    answer.counts.emplace_back("hot", std::to_string(hot));
    answer.counts.emplace_back("cold", std::to_string(cold));
    options.permutations = std::min<std::size_t>(options.permutations, 999);
    auto const whole = analysis::moran(units.neighbours, units.values, options, analysis::part(progress, 0.8, 1));
    if (!whole && whole.error().code == ErrorCode::Cancelled) { return std::unexpected{whole.error()}; }
    if (whole) {
        for (auto const& [name, value] : {std::pair{"moran_i", whole->i}, {"moran_expected", whole->expected}, {"moran_z", whole->z}, {"moran_p_normal", whole->p}, {"moran_p_permuted", whole->permuted}}) {
            answer.counts.emplace_back(name, std::format("{:.4f}", value));
        }
    }
    return {};
}

} // namespace

Result<HotspotAnswer> giHotspots(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, HotspotWish const& wish, analysis::Progress const& progress)
{
    auto const weights = Weights::create(tasks, wish);
    if (!weights) { return std::unexpected{weights.error()}; }
    auto const seen = observe(tasks, *weights, wish);
    if (!seen) { return std::unexpected{seen.error()}; }
    HotspotAnswer answer;
    auto unit = wish.unit;
    std::string why = "as asked";
    if (unit == GiUnit::Auto) {
        unit = seen->all.size() >= fewObservations ? GiUnit::Cells : GiUnit::Counties;
        why = std::format("{} positions, {} than {}", seen->all.size(), unit == GiUnit::Cells ? "not fewer" : "fewer", fewObservations);
    }
    answer.parameters.push_back({"unit", unit == GiUnit::Cells ? "cells" : unit == GiUnit::Sites ? "sites" : "counties", why});
    Units units;
    if (unit == GiUnit::Counties) {
        auto const counts = countByCounty(tasks, layers, *weights, wish);
        if (!counts) { return std::unexpected{counts.error()}; }
        if (auto const filled = fillCounties(units, *counts); !filled) { return std::unexpected{filled.error()}; }
        answer.parameters.push_back({"value", "weight per 1000 km2", "a large county does not become hot by its size"});
        answer.counts.emplace_back("in_no_county", std::to_string(counts->nowhere));
        if (units.at.size() < fewObservations) { answer.warnings.push_back(std::format("only {} counties: with fewer than {} places little can be significant", units.at.size(), fewObservations)); }
    } else if (seen->all.empty()) {
        return fail(ErrorCode::Usage, "no site is known well enough for Gi*", "Look at counties: --by county.");
    } else if (unit == GiUnit::Cells) {
        if (auto const filled = fillCells(units, *seen, tasks.table, wish, answer); !filled) { return std::unexpected{filled.error()}; }
    } else {
        fillSites(units, *seen, tasks.table);
    }
    if (auto const related = relate(units, unit, wish, answer, analysis::part(progress, 0, 0.1)); !related) { return std::unexpected{related.error()}; }
    auto const [least, most] = std::ranges::minmax(units.values);
    if (!(most > least)) {
        return fail(ErrorCode::Usage, std::format("Gi* is not defined: all {} places have the same value", units.values.size()),
                    unit == GiUnit::Sites ? "Weigh the sites (--weight-by status), or compare cells or counties." : "Compare more or other places.");
    }
    tell(answer, *seen, *weights, wish);
    if (auto const judged = judge(units, wish, answer, progress); !judged) { return std::unexpected{judged.error()}; }
    answer.layer.id = "hotspots_gi";
    answer.layer.title = "热点冷点（Gi*）";
    answer.layer.titleEn = "Hot and cold spots (Gi*)";
    answer.layer.style = "hotspot_gi";
    answer.layer.features = std::move(units.features);
    finish(answer, "Getis-Ord Gi*");
    return answer;
}

} // namespace zhengtu::workspace
