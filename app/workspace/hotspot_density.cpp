#include "workspace/hotspot_counts.hpp"

#include "analysis/density.hpp"
#include "analysis/hotspot_scale.hpp"
#include "analysis/hotspots.hpp"
#include "geo/measure.hpp"
#include "geo/prepared.hpp"
#include "geo/surface.hpp"
#include "ledger/site_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::workspace {

namespace {

constexpr std::size_t mostSurfaceCells = 1'000'000; ///< of the raster that a ledger keeps to be drawn: 4 MB

constexpr std::array shares{0.95, 0.75, 0.5, 0.25}; ///< of the whole weight, the widest area first

Result<std::vector<geo::Feature>> contours(geo::Raster const& density, std::vector<analysis::Weighted> const& positions, bool lines)
{
    auto levels = analysis::densityLevels(density, shares);
    std::vector<double> rising, share;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] > 0 && (rising.empty() || levels[i] > rising.back() * (1 + 1e-6))) { // on a plateau two shares have one level
            rising.push_back(levels[i]);
            share.push_back(shares[i]);
        }
    }
    auto const drawn = lines ? geo::contourLines(density, rising) : geo::contourBands(density, rising);
    if (!drawn) { return std::unexpected{drawn.error()}; }
    std::vector<geo::Feature> features;
    for (auto i = drawn->size(); i-- > 0;) { // the densest first
        auto const& shape = (*drawn)[i];
        if (shape.empty()) { continue; }
        geo::Feature feature;
        feature.id = std::format("density-{:.0f}", share[i] * 100);
        feature.name = std::format("密度 前{:.0f}%", share[i] * 100);
        feature.shape = shape;
        feature.more = {{"rank", std::to_string(features.size() + 1)}, {"basis", "density"}, {"share_percent", numberText(share[i] * 100)},
                        {"low_per_km2", std::format("{:.6g}", rising[i] * m2PerKm2)},
                        {"high_per_km2", i + 1 < rising.size() ? std::format("{:.6g}", rising[i + 1] * m2PerKm2) : std::format("{:.6g}", *std::ranges::max_element(density.values) * m2PerKm2)}};
        if (!lines) {
            auto const zone = geo::PreparedZone::create(shape);
            if (!zone) { return std::unexpected{zone.error()}; }
            feature.more.emplace_back("sites", std::to_string(std::ranges::count_if(positions, [&](auto const& one) { return zone->intersects(one.at); })));
            feature.more.emplace_back("area_km2", std::format("{:.3f}", geo::areaM2(shape) / m2PerKm2));
        }
        features.push_back(std::move(feature));
    }
    return features;
}

} // namespace

Result<HotspotAnswer> densityHotspots(AskedTasks const& tasks, HotspotWish const& wish, analysis::Progress const& progress)
{
    auto const weights = Weights::create(tasks, wish);
    if (!weights) { return std::unexpected{weights.error()}; }
    auto const seen = observe(tasks, *weights, wish);
    if (!seen) { return std::unexpected{seen.error()}; }
    std::vector<analysis::Weighted> positions;
    std::size_t rough = 0;
    double total = 0;
    for (auto const& one : seen->all) {
        positions.push_back({one.at, one.weight});
        total += one.weight;
    }
    HotspotAnswer answer;
    auto radiusM = wish.radiusM;
    std::string why = "as asked";
    if (radiusM == 0) {
        radiusM = std::min(analysis::roundedUp(analysis::densityRadiusM(positions)), analysis::largestDensityRadiusM);
        why = "rule of thumb of Silverman: 0.9 of the spread of the positions by the fifth root of their number";
        if (!(radiusM > 0)) { return fail(ErrorCode::Usage, "no radius can be chosen: there are no two positions", "Say a radius, or import plans that name places."); }
    }
    auto const cellM = wish.cellM > 0 ? wish.cellM : analysis::densityCellM(positions, radiusM);
    auto density = analysis::kernelDensity(positions, {.radiusM = radiusM, .cellM = cellM, .threads = wish.threads}, progress);
    if (!density) { return std::unexpected{density.error()}; }
    auto features = contours(*density, positions, wish.lines);
    if (!features) { return std::unexpected{features.error()}; }
    for (auto const& one : seen->all) { rough += tasks.table.view(one.site).radiusM > radiusM ? 1U : 0U; }

    answer.layer.id = "hotspots_density";
    answer.layer.title = "整改核密度";
    answer.layer.titleEn = "Kernel density";
    answer.layer.style = "hotspot_density";
    answer.layer.features = std::move(*features);
    answer.parameters = {{"kernel", "quartic", "of finite reach, smooth at its edge"}, {"radius_m", numberText(radiusM), why},
                         {"cell_m", numberText(cellM, 1), wish.cellM > 0 ? "as asked" : "a twentieth of the radius, or what 16 million cells allow"}};
    tell(answer, *seen, *weights, wish);
    answer.counts.emplace_back("weight", numberText(total, 3));
    answer.counts.emplace_back("raster_sum", numberText(density->sum(), 6));
    if (rough > 0) { answer.warnings.push_back(std::format("{} of {} positions are known worse than the radius", rough, positions.size())); }
    for (auto& feature : answer.layer.features) {
        feature.more.emplace_back("radius_m", numberText(radiusM));
        feature.more.emplace_back("cell_m", numberText(cellM, 1));
    }
    finish(answer, "kernel density of sites");
    for (auto& value : density->values) { value *= m2PerKm2; }
    answer.layer.surface = std::make_shared<geo::Surface const>(geo::Surface{geo::coarsened(*density, mostSurfaceCells), "per km2"});
    answer.raster = std::move(*density);
    return answer;
}

Result<HotspotAnswer> clusterHotspots(AskedTasks const& tasks, HotspotWish const& wish, analysis::Progress const& progress)
{
    auto const weights = Weights::create(tasks, wish);
    if (!weights) { return std::unexpected{weights.error()}; }
    auto const seen = observe(tasks, *weights, wish);
    if (!seen) { return std::unexpected{seen.error()}; }
    std::vector<place::SiteView> sites;
    std::vector<geo::LonLat> positions;
    for (auto const& one : seen->all) {
        sites.push_back(tasks.table.view(one.site));
        positions.push_back(one.at);
    }
    analysis::HotspotOptions options{.epsM = wish.epsM, .minSites = wish.minSites > 0 ? wish.minSites : 4, .worstRadiusM = wish.worstRadiusM, .counties = false};
    std::string why = "as asked";
    if (options.epsM == 0) {
        auto const knee = positions.size() < fewObservations ? 0 : analysis::roundedUp(analysis::kneeM(positions, options.minSites - 1));
        options.epsM = knee > 0 ? knee : analysis::HotspotOptions{}.epsM;
        why = knee > 0 ? "where the sorted distances to the nearest others bend most" : "the width of a township: too few positions to choose from";
    }
    auto found = analysis::hotspots(place::SiteViews{std::move(sites)}, options, progress);
    if (!found) { return std::unexpected{found.error()}; }
    HotspotAnswer answer;
    answer.layer = std::move(found->layer);
    answer.layer.id = "hotspots_dbscan";
    answer.layer.title = "整改聚集区";
    answer.layer.titleEn = "Clusters (DBSCAN)";
    auto const clusters = answer.layer.features.size();
    std::vector<double> weight(clusters, 0.0);
    std::size_t alone = 0;
    for (std::size_t i = 0; i < seen->all.size(); ++i) {
        if (found->cluster[i] < 0) {
            ++alone;
            continue;
        }
        weight[static_cast<std::size_t>(found->cluster[i])] += seen->all[i].weight;
    }
    auto const members = membersOf(*seen, found->cluster, clusters, tasks.table);
    for (std::size_t i = 0; i < clusters; ++i) {
        auto& more = answer.layer.features[i].more;
        more.emplace_back("tasks", std::to_string(members.tasks[i]));
        more.emplace_back("problems", std::to_string(members.problems[i]));
        more.emplace_back("weight", numberText(weight[i], 3));
    }
    answer.parameters = {{"eps_m", numberText(options.epsM), why},
                         {"min_sites", std::to_string(options.minSites), wish.minSites > 0 ? "as asked" : "four, as its authors advise for the plane"}};
    tell(answer, *seen, *weights, wish);
    answer.counts.emplace_back("clusters", std::to_string(answer.layer.features.size()));
    answer.counts.emplace_back("in_no_cluster", std::to_string(alone));
    finish(answer, "DBSCAN over sites");
    return answer;
}

} // namespace zhengtu::workspace
