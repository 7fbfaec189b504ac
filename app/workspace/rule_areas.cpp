#include "workspace/rule_runner.hpp"

#include "analysis/allowable_areas.hpp"
#include "analysis/sound_layer.hpp"
#include "geo/measure.hpp"
#include "workspace/overlay_layer.hpp"
#include "workspace/river_courses.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <tuple>

namespace zhengtu::workspace {

using analysis::Answer;

namespace {

/// Half of a river's width is at most that where no layer says it: what a strip from the centre line may be short of.
double halfWidthMostM(plan::RuleObject const& object) { return object.kind == "main-river" ? 250 : 60; }

/// Strips as features, each with the river that it is of.
struct Strips {
    std::vector<DrawnRiver> rivers;
    std::vector<analysis::BankStrip> strips;
    std::vector<geo::Feature> features; ///< one for each strip
};

Result<Strips> stripsOf(Survey const& survey, std::vector<geo::Feature> const& rivers, double distanceM, analysis::Progress const& progress)
{
    std::map<std::string, DrawnRiver> drawn;
    for (auto const& feature : rivers) {
        if (feature.shape.type == geo::ShapeType::Point) { continue; }
        auto& river = drawn[feature.name.empty() ? feature.id : feature.name];
        river.river.name = feature.name.empty() ? feature.id : feature.name;
        if (auto done = river.take(feature); !done) { return std::unexpected{std::move(done.error())}; }
    }
    std::vector<geo::Feature> waters;
    for (auto const& layer : survey.layers) {
        for (auto const& feature : layer.features) {
            if (isWater(layer, feature)) { waters.push_back(feature); }
        }
    }
    auto const water = analysis::soundLayer(std::move(waters));
    if (!water) { return std::unexpected{water.error()}; }
    Strips made;
    std::vector<analysis::River> shapes;
    for (auto& [name, river] : drawn) {
        if (auto done = river.addWater(water->features); !done) { return std::unexpected{std::move(done.error())}; }
        if (auto done = river.unite(); !done) { return std::unexpected{std::move(done.error())}; }
        shapes.push_back(river.river);
        made.rivers.push_back(std::move(river));
    }
    auto strips = analysis::bankStrips(shapes, distanceM, distanceM, progress);
    if (!strips) { return std::unexpected{std::move(strips.error())}; }
    made.strips = std::move(*strips);
    for (auto const& strip : made.strips) {
        auto const& river = made.rivers[strip.river];
        auto const& known = strip.fromWater ? river.knownWater : river.known;
        geo::Feature feature;
        feature.id = feature.name = river.river.name;
        feature.kind = "river";
        feature.shape = strip.shape;
        feature.accuracyM = known.accuracyM;
        feature.schematic = known.schematic;
        made.features.push_back(std::move(feature));
    }
    return made;
}

} // namespace

Result<void> RuleRunner::strips()
{
    auto const distance = parameterOf(m_rule, "distance");
    if (!distance || !(*distance > 0)) { return fail(ErrorCode::Usage, "the distance must be above 0"); }
    auto const made = stripsOf(m_survey, m_objects.features, *distance, m_progress);
    if (!made) { return std::unexpected{made.error()}; }
    auto const hits = analysis::sitesIntersecting(m_sites, made->features, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::map<std::pair<std::size_t, std::size_t>, analysis::Hit> best; // by site and river
    for (auto const& hit : *hits) {
        auto const [at, fresh] = best.try_emplace({hit.site, made->strips[hit.zone].river}, hit);
        auto const rank = [](analysis::Hit const& one) { return std::tuple{one.answer == Answer::Yes, -one.distanceM, one.share}; };
        if (!fresh && rank(hit) > rank(at->second)) { at->second = hit; }
    }
    // Where no width is known the strip lies farther out than it is drawn: what stands just beyond it may stand in it.
    auto const missingM = halfWidthMostM(m_rule.objects.front());
    auto const beyond = analysis::sitesNear(m_sites, made->features, missingM, m_progress);
    if (!beyond) { return std::unexpected{beyond.error()}; }
    for (auto hit : *beyond) {
        if (made->strips[hit.zone].fromWater) { continue; }
        hit.answer = Answer::Maybe;
        best.try_emplace({hit.site, made->strips[hit.zone].river}, hit);
    }
    for (auto const& [key, hit] : best) {
        auto const [site, number] = key;
        auto const& thing = m_subjects.things[site];
        auto const& strip = made->strips[hit.zone];
        auto const& river = made->rivers[number];
        auto const& known = made->features[hit.zone];
        if (thing.within) { continue; } // somewhere along a river, in a zone: how far from the bank nobody says
        if (hit.answer == Answer::Maybe && hit.distanceM > 0 && isTooCoarse(m_sites[site].radiusM + known.accuracyM, *distance)) {
            ++m_tooCoarse;
            continue;
        }
        auto finding = started(thing);
        fill(finding, hit, known);
        auto const bank = geo::distanceM(m_sites[site].shape, strip.fromWater ? river.river.water : river.river.centre);
        if (!bank) { return std::unexpected{Error{bank.error()}.at(thing.name)}; }
        finding.distanceM = *bank;
        if (m_sites[site].shape.type == geo::ShapeType::Polygon && hit.share > 0 && !place::isSomewhereIn(m_sites[site])) { finding.areaM2 = geo::areaM2(m_sites[site].shape) * hit.share; }
        addReason(finding.reason, strip.fromWater ? std::format("{} from the water's edge", metres(std::round(*bank)))
                                                  : std::format("{} from the centre line: half the river's width, on no layer, is missing (up to {:g} m)", metres(std::round(*bank)), missingM));
        if (!m_where.holds(m_sites[site].shape, m_sites[site].adcode)) { addReason(finding.reason, "lies outside the counties of the plan's issuer"); }
        add(std::move(finding));
    }
    return {};
}

Result<void> RuleRunner::minus()
{
    auto const pillar = parameterOf(m_rule, "pillar").value_or(0);
    std::vector<geo::Shape> mines, zones;
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        bool const outlined = m_sites[i].shape.type == geo::ShapeType::Polygon && !place::isSomewhereIn(m_sites[i]);
        if (m_subjects.things[i].within || !outlined) { continue; }
        mines.push_back(m_sites[i].shape);
        of.push_back(i);
    }
    for (auto const& object : m_objects.features) { zones.push_back(object.shape); }
    auto areas = analysis::allowableAreas(mines, zones, pillar, m_progress);
    if (!areas) { return std::unexpected{areas.error()}; }
    auto const hits = pillar > 0 ? analysis::sitesNear(m_sites, m_objects.features, pillar, m_progress) : analysis::sitesIntersecting(m_sites, m_objects.features, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::map<std::size_t, analysis::Hit> best;
    for (auto const& hit : *hits) {
        auto const [at, fresh] = best.try_emplace(hit.site, hit);
        if (!fresh && std::tuple{hit.answer == Answer::Yes, -hit.distanceM} > std::tuple{at->second.answer == Answer::Yes, -at->second.distanceM}) { at->second = hit; }
    }
    for (std::size_t i = 0; i < areas->mines.size(); ++i) {
        auto& area = areas->mines[i];
        if (area.zones.empty()) { continue; }
        auto finding = started(m_subjects.things[of[i]]);
        auto const hit = best.find(of[i]);
        auto const& zone = m_objects.features[area.zones.front()];
        finding.object = zone.parent.empty() ? zone.name : zone.parent;
        finding.zone = zone.zone;
        finding.answer = hit == best.end() ? Answer::Maybe : hit->second.answer;
        finding.reason = hit == best.end() ? "on the edge" : hit->second.reason;
        finding.schematic = finding.schematic || std::ranges::any_of(area.zones, [&](std::uint32_t number) { return m_objects.features[number].schematic; });
        finding.areaM2 = area.overlapM2 + area.pillarM2;
        finding.share = area.beforeM2 > 0 ? *finding.areaM2 / area.beforeM2 : 0;
        finding.shape = area.after.empty() ? finding.shape : area.after;
        finding.allowed = std::move(area);
        best.erase(of[i]);
        add(std::move(finding));
    }
    for (auto const& [site, hit] : best) { addUnmeasured(site, hit); }
    return {};
}

void RuleRunner::addUnmeasured(std::size_t site, analysis::Hit const& hit)
{
    auto const& zone = m_objects.features[hit.zone];
    if (m_subjects.things[site].within) { return; }
    if (hit.answer == Answer::Maybe && isFarOff(site, zone, hit.distanceM)) {
        ++m_farOff;
        return;
    }
    auto finding = started(m_subjects.things[site]);
    fill(finding, hit, zone);
    bool const outlined = m_sites[site].shape.type == geo::ShapeType::Polygon && !place::isSomewhereIn(m_sites[site]);
    addReason(finding.reason, outlined ? "as drawn nothing is taken off it" : "no outline of it is known, so what is left cannot be measured");
    add(std::move(finding));
}

} // namespace zhengtu::workspace
