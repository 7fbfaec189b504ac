#include "workspace/overlays.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "workspace/overlay_layer.hpp"
#include "workspace/river_courses.hpp"

#include <algorithm>
#include <format>
#include <map>
#include <ranges>
#include <set>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Shape;
using geo::ShapeType;

Result<void> takeAll(std::map<std::string, DrawnRiver>& rivers, std::vector<Feature> const& features, bool main, std::map<std::string, DrawnRiver> const* except)
{
    for (auto const& feature : features) {
        auto const key = feature.name.empty() ? feature.id : feature.name;
        if (feature.shape.type == ShapeType::Point || (except != nullptr && except->contains(key))) { continue; }
        auto& drawn = rivers[key];
        drawn.river.name = key;
        drawn.river.main = main;
        if (auto done = drawn.take(feature); !done) { return done; }
    }
    return {};
}

std::string namesOf(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names) { text += (text.empty() ? "" : ", ") + name; }
    return text;
}

} // namespace

Result<OverlayOutcome> banksOf(std::vector<geo::Layer> const& layers, Selection rivers, std::optional<Selection> tributaries, double mainM, double tributaryM,
                               std::optional<Selection> const& clip, OverlayWish const& wish)
{
    constexpr double outlineM = 0.5, outlineShare = 6e-4; // of geo::bufferM
    auto courses = Courses::read();
    if (!courses) { return std::unexpected{std::move(courses.error())}; }
    OverlayOutcome outcome;
    std::map<std::string, DrawnRiver> mains, others;
    if (auto done = takeAll(mains, rivers.layer.features, true, nullptr); !done) { return std::unexpected{std::move(done.error())}; }
    if (mains.empty()) { return fail(ErrorCode::Usage, rivers.said + " has neither lines nor areas to measure from"); }
    if (tributaries) {
        if (auto done = takeAll(others, tributaries->layer.features, false, &mains); !done) { return std::unexpected{std::move(done.error())}; }
    } else {
        std::set<std::string> names;
        for (auto const& name : mains | std::views::keys) { names.insert(name); }
        std::vector<Feature> found;
        for (auto const& layer : layers) {
            for (auto const& feature : layer.features) {
                if (isRiver(layer, feature)) { courses->add(feature); }
            }
        }
        for (auto const& layer : layers) {
            for (auto const& feature : layer.features) {
                if (isRiver(layer, feature) && !feature.name.empty() && courses->runsInto(feature.name, names)) { found.push_back(feature); }
            }
        }
        auto sound = analysis::soundLayer(std::move(found));
        if (!sound) { return std::unexpected{std::move(sound.error())}; }
        Selection chosen{.said = "rivers that run into " + rivers.said, .layer = std::move(*sound)};
        chosen.given = chosen.layer.features.size() + chosen.layer.refused.size();
        for (auto const& feature : chosen.layer.features) {
            chosen.accuracyM = std::max(chosen.accuracyM, feature.accuracyM);
            chosen.unknown += feature.accuracyM > 0 ? 0 : 1;
            chosen.schematic += feature.schematic ? 1 : 0;
        }
        if (auto done = takeAll(others, chosen.layer.features, false, &mains); !done) { return std::unexpected{std::move(done.error())}; }
        std::vector<std::string> missing;
        for (auto const& name : courses->names()) {
            if (courses->runsInto(name, names) && !others.contains(name) && !mains.contains(name)) { missing.push_back(name); }
        }
        if (!missing.empty()) { outcome.notes.push_back("tributaries that no layer draws, so without a strip: " + namesOf(missing)); }
        tributaries = std::move(chosen);
    }
    std::vector<Feature> waterFeatures;
    for (auto const& layer : layers) {
        for (auto const& feature : layer.features) {
            if (isWater(layer, feature)) { waterFeatures.push_back(feature); }
        }
    }
    auto const water = analysis::soundLayer(std::move(waterFeatures));
    if (!water) { return std::unexpected{water.error()}; }
    std::vector<DrawnRiver> all;
    for (auto* const group : {&mains, &others}) {
        for (auto& drawn : *group | std::views::values) { all.push_back(std::move(drawn)); }
    }
    std::vector<analysis::River> made;
    for (auto& drawn : all) {
        if (auto done = drawn.addWater(water->features); !done) { return std::unexpected{std::move(done.error())}; }
        if (auto done = drawn.unite(); !done) { return std::unexpected{std::move(done.error())}; }
        made.push_back(drawn.river);
    }
    auto strips = analysis::bankStrips(made, mainM, tributaryM, wish.progress);
    if (!strips) { return std::unexpected{std::move(strips.error())}; }
    outcome.parameters = {{"operation", "bank"}, {"main", metres(mainM)}, {"tributary", metres(tributaryM)}, {"measured", "outward from the edge of water where it is known, else from the centre line"}};
    std::optional<Shape> frame;
    if (clip) {
        auto shape = united(*clip);
        if (!shape) { return std::unexpected{std::move(shape.error())}; }
        frame = std::move(*shape);
        outcome.parameters.emplace_back("clipped to", clip->said);
    }
    std::map<std::string, double> totals;
    std::set<std::string> byLine;
    for (auto& strip : *strips) {
        auto const& drawn = all[strip.river];
        double const distanceM = drawn.river.main ? mainM : tributaryM;
        if (frame) {
            auto cut = geo::intersection(strip.shape, *frame);
            if (!cut) { return std::unexpected{std::move(cut.error()).at(drawn.river.name)}; }
            strip.shape = withoutDust(std::move(*cut));
            strip.areaM2 = geo::areaM2(strip.shape);
            if (strip.shape.empty()) { continue; }
        }
        auto const* const from = strip.fromWater ? "water" : "centre line";
        auto feature = resultOf(std::format("{}-{}", drawn.river.name, strip.fromWater ? "water" : "line"), drawn.river.name, std::move(strip.shape), &drawn.known);
        feature.zone = drawn.river.main ? "main" : "tributary";
        feature.more = {{"river", drawn.river.name}, {"distance_m", std::format("{}", distanceM)}, {"measured_from", from}};
        if (strip.fromWater) { feature.more.emplace_back("water", namesOf(drawn.waterNames)); }
        addAreas(feature.more, "", strip.areaM2);
        outcome.errorM2 += std::max(outlineM, outlineShare * distanceM) * geo::lengthM(feature.shape);
        totals[feature.zone + (strip.fromWater ? "_from_water_m2" : "_from_centre_line_m2")] += strip.areaM2;
        if (!strip.fromWater) { byLine.insert(drawn.river.name); }
        outcome.layer.features.push_back(std::move(feature));
    }
    outcome.totals.assign(totals.begin(), totals.end());
    if (!byLine.empty()) {
        outcome.notes.push_back(std::format("measured from the centre line where no water area is known ({}): half the river's width is missing from these strips", namesOf({byLine.begin(), byLine.end()})));
    }
    auto title = std::format("{} 岸线外 干流 {}、支流 {}", rivers.said, metres(mainM), metres(tributaryM));
    outcome.inputs.push_back({"rivers", std::move(rivers)});
    outcome.inputs.push_back({"tributaries", std::move(*tributaries)});
    return finished(std::move(outcome), wish, std::move(title));
}

} // namespace zhengtu::workspace
