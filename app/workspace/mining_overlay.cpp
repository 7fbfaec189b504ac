#include "workspace/overlays.hpp"

#include "analysis/allowable_areas.hpp"
#include "analysis/query.hpp"
#include "geo/measure.hpp"
#include "workspace/feature_site.hpp"
#include "workspace/overlay_layer.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

namespace {

using geo::Shape;

std::vector<Shape> shapesOf(Selection const& selection)
{
    std::vector<Shape> shapes;
    for (auto const& feature : selection.layer.features) { shapes.push_back(feature.shape); }
    return shapes;
}

char const* relationOf(analysis::AllowableArea const& area)
{
    if (area.overlapM2 + area.pillarM2 <= 0) { return "apart"; }
    if (area.afterM2 <= 0) { return "nothing left"; }
    return area.overlapM2 > 0 ? "overlap" : "pillar only";
}

/// Whether each mine loses something: "yes", "maybe" with why, "no".
Result<std::vector<std::pair<std::string, std::string>>> certaintyOf(Selection const& mines, Selection const& zones, double pillarM, analysis::Progress const& progress)
{
    std::vector<place::Site> sites;
    for (auto const& mine : mines.layer.features) { sites.push_back(siteOf(mine)); }
    auto const hits = pillarM > 0 ? analysis::sitesNear(sites, zones.layer.features, pillarM, progress) : analysis::sitesIntersecting(sites, zones.layer.features, progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<std::pair<std::string, std::string>> answers(sites.size(), {"no", ""});
    for (auto const& hit : *hits) {
        auto& [answer, why] = answers[hit.site];
        auto const& zone = zones.layer.features[hit.zone];
        bool const drawn = sites[hit.site].schematic || zone.schematic;
        if (hit.answer == analysis::Answer::Yes && !drawn) {
            answer = "yes";
            why.clear();
        } else if (answer == "no") {
            answer = "maybe";
            why = hit.reason.empty() ? nameOf(sites[hit.site].schematic ? mines.layer.features[hit.site] : zone) + " is drawn from a description" : hit.reason;
        }
    }
    return answers;
}

} // namespace

Result<OverlayOutcome> miningOf(Selection mines, Selection zones, double pillarM, OverlayWish const& wish)
{
    constexpr double kernelOutline = 0.01, outlineM = 0.5; // of analysis::allowableAreas
    auto const mineShapes = shapesOf(mines), zoneShapes = shapesOf(zones);
    auto areas = analysis::allowableAreas(mineShapes, zoneShapes, pillarM, analysis::part(wish.progress, 0, 0.7), {.shapes = true, .taken = true, .threads = 0});
    if (!areas) { return std::unexpected{areas.error()}; }
    auto const certainty = certaintyOf(mines, zones, pillarM, analysis::part(wish.progress, 0.7, 1));
    if (!certainty) { return std::unexpected{certainty.error()}; }
    OverlayOutcome outcome;
    outcome.parameters = {{"operation", "mining"}, {"pillar", metres(pillarM)}};
    double before = 0, overlap = 0, pillar = 0, after = 0;
    for (std::size_t i = 0; i < areas->mines.size(); ++i) {
        auto& area = areas->mines[i];
        auto const& mine = mines.layer.features[i];
        Fields fields{{"mine_id", mine.id}, {"mine", mine.name}, {"relation", relationOf(area)}, {"answer", (*certainty)[i].first}, {"why", (*certainty)[i].second}, {"pillar_m", std::format("{}", pillarM)}};
        addAreas(fields, "before", area.beforeM2);
        addAreas(fields, "overlap", area.overlapM2);
        addAreas(fields, "pillar", area.pillarM2);
        addAreas(fields, "after", area.afterM2);
        std::string names;
        double accuracyM = mine.accuracyM;
        bool schematic = mine.schematic;
        for (auto const zone : area.zones) {
            auto const& feature = zones.layer.features[zone];
            names += (names.empty() ? "" : ";") + nameOf(feature);
            accuracyM = std::max(accuracyM, feature.accuracyM);
            schematic = schematic || feature.schematic;
        }
        fields.emplace_back("zones", names);
        outcome.rows.push_back(fields);
        if (area.overlapM2 + area.pillarM2 <= 0) { continue; }
        before += area.beforeM2;
        overlap += area.overlapM2;
        pillar += area.pillarM2;
        after += area.afterM2;
        outcome.errorM2 += std::min(kernelOutline * pillarM, outlineM) * geo::lengthM(area.after);
        for (auto& [zone, shape] : {std::pair<char const*, Shape>{"allowable", withoutDust(std::move(area.after))}, {"overlap", withoutDust(std::move(area.overlap))}, {"pillar", withoutDust(std::move(area.pillar))}}) {
            if (shape.empty()) { continue; }
            auto feature = resultOf(mine.id + "-" + zone, nameOf(mine), shape, &mine);
            feature.zone = zone;
            feature.parent = nameOf(mine);
            feature.accuracyM = accuracyM;
            feature.schematic = schematic;
            feature.more = fields;
            outcome.layer.features.push_back(std::move(feature));
        }
    }
    auto const touched = static_cast<std::size_t>(std::ranges::count_if(areas->mines, [](auto const& area) { return area.overlapM2 + area.pillarM2 > 0; }));
    auto const unsure = std::ranges::count(*certainty, "maybe", [](auto const& one) { return one.first; });
    if (unsure > 0) { outcome.notes.push_back(std::format("of {} mines it is not certain whether they lose anything: `answer` and `why` of each say so", unsure)); }
    outcome.totals = {{"mines", static_cast<double>(mines.layer.features.size())}, {"mines_affected", static_cast<double>(touched)},
                      {"affected_before_m2", before}, {"affected_overlap_m2", overlap}, {"affected_pillar_m2", pillar}, {"affected_after_m2", after}};
    auto title = std::format("允许开采范围（{} 扣除 {}，保护煤柱 {}）", mines.said, zones.said, metres(pillarM));
    outcome.inputs.push_back({"mines", std::move(mines)});
    outcome.inputs.push_back({"zones", std::move(zones)});
    return finished(std::move(outcome), wish, std::move(title));
}

} // namespace zhengtu::workspace
