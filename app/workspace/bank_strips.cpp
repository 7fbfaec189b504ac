#include "workspace/overlays.hpp"

#include "analysis/river_banks.hpp"
#include "core/resources.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/vector_file.hpp"
#include "workspace/overlay_layer.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <ranges>
#include <set>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Shape;
using geo::ShapeType;

/// What each river runs into: as its feature says, else as tables/rivers.csv does.
class Courses {
public:
    static Result<Courses> read()
    {
        auto const file = resource("geodata/tables/rivers.csv");
        if (!file) { return std::unexpected{file.error()}; }
        auto const table = geo::readTable(*file);
        if (!table) { return std::unexpected{table.error()}; }
        auto const name = table->column("name"), into = table->column("into");
        if (name == geo::VectorTable::npos || into == geo::VectorTable::npos) { return fail(ErrorCode::FileFormat, file->string() + " needs the columns name and into"); }
        Courses courses;
        std::set<std::string> twice; // two rivers of one name: which is meant is not known
        for (auto const& row : table->rows) {
            auto const* const river = std::get_if<std::string>(&row.values[name]);
            auto const* const mouth = std::get_if<std::string>(&row.values[into]);
            if (river == nullptr || mouth == nullptr || mouth->empty()) { continue; }
            auto const [at, added] = courses.m_into.try_emplace(*river, *mouth);
            if (!added && at->second != *mouth) { twice.insert(*river); }
        }
        for (auto const& river : twice) { courses.m_into.erase(river); }
        return courses;
    }

    void add(Feature const& feature)
    {
        auto const said = std::ranges::find(feature.more, "tributary_of", [](auto const& pair) { return pair.first; });
        if (said != feature.more.end() && !said->second.empty()) { m_into[feature.name] = said->second; }
    }

    /// Directly or through others.
    [[nodiscard]] bool runsInto(std::string river, std::set<std::string> const& mains) const
    {
        for (std::size_t step = 0; step <= m_into.size(); ++step) { // a circle in the data ends too
            auto const next = m_into.find(river);
            if (next == m_into.end()) { return false; }
            if (mains.contains(next->second)) { return true; }
            river = next->second;
        }
        return false;
    }
    [[nodiscard]] auto names() const { return std::views::keys(m_into); }

private:
    std::map<std::string, std::string> m_into;
};

bool isRiver(geo::Layer const& layer, Feature const& feature) { return (feature.kind.empty() ? layer.kind : feature.kind) == "river"; }

bool isWater(geo::Layer const& layer, Feature const& feature)
{
    constexpr std::array<std::string_view, 4> kinds{"lake", "reservoir", "water", "river"};
    return feature.shape.type == ShapeType::Polygon && std::ranges::contains(kinds, feature.kind.empty() ? layer.kind : feature.kind);
}

/// One river from the features of its name.
struct Drawn {
    analysis::River river;
    std::vector<Shape> lines, waters;
    std::vector<std::string> waterNames;
    Feature known; ///< the worst of what it is made from
};

void take(Drawn& drawn, Feature const& feature)
{
    drawn.known.accuracyM = std::max(drawn.known.accuracyM, feature.accuracyM);
    drawn.known.schematic = drawn.known.schematic || feature.schematic;
    if (!drawn.known.source.contains(feature.source)) { drawn.known.source += (drawn.known.source.empty() ? "" : "; ") + feature.source; }
    (feature.shape.type == ShapeType::Polygon ? drawn.waters : drawn.lines).push_back(feature.shape);
}

void takeAll(std::map<std::string, Drawn>& rivers, std::vector<Feature> const& features, bool main, std::map<std::string, Drawn> const* except)
{
    for (auto const& feature : features) {
        auto const key = feature.name.empty() ? feature.id : feature.name;
        if (feature.shape.type == ShapeType::Point || (except != nullptr && except->contains(key))) { continue; }
        auto& drawn = rivers[key];
        drawn.river.name = key;
        drawn.river.main = main;
        take(drawn, feature);
    }
}

/// Lakes, reservoirs and pieces of river that the line of a river runs through are its water.
Result<void> addWater(Drawn& drawn, std::vector<Feature> const& waters)
{
    for (auto const& water : waters) {
        for (auto const& line : drawn.lines) {
            if (!geo::extentOf(line).intersects(geo::extentOf(water.shape))) { continue; }
            auto const meet = geo::intersects(line, water.shape);
            if (!meet) { return std::unexpected{Error{meet.error()}.at(water.id)}; }
            if (!*meet) { continue; }
            drawn.waters.push_back(water.shape);
            if (!water.name.empty()) { drawn.waterNames.push_back(water.name); }
            break;
        }
    }
    return {};
}

Result<void> unite(Drawn& drawn)
{
    auto centre = geo::unionAll(drawn.lines);
    if (!centre) { return std::unexpected{std::move(centre.error()).at(drawn.river.name)}; }
    auto water = geo::unionAll(drawn.waters);
    if (!water) { return std::unexpected{std::move(water.error()).at(drawn.river.name)}; }
    drawn.river.centre = std::move(*centre);
    drawn.river.water = std::move(*water);
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
    std::map<std::string, Drawn> mains, others;
    takeAll(mains, rivers.layer.features, true, nullptr);
    if (mains.empty()) { return fail(ErrorCode::Usage, rivers.said + " has neither lines nor areas to measure from"); }
    if (tributaries) { takeAll(others, tributaries->layer.features, false, &mains); }
    else {
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
        takeAll(others, chosen.layer.features, false, &mains);
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
    std::vector<Drawn> all;
    for (auto* const group : {&mains, &others}) {
        for (auto& drawn : *group | std::views::values) { all.push_back(std::move(drawn)); }
    }
    std::vector<analysis::River> made;
    for (auto& drawn : all) {
        if (auto done = addWater(drawn, water->features); !done) { return std::unexpected{std::move(done.error())}; }
        if (auto done = unite(drawn); !done) { return std::unexpected{std::move(done.error())}; }
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
