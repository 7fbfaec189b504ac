#include "analysis/query.hpp"
#include "geo/measure.hpp"
#include "plan/vocabulary.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

namespace {

using analysis::Answer;
using analysis::Verdict;
using geo::Feature;

/// The zones that a claim names: those of the reserve or spring domain that the words hold the name of, of the roles that they name.
std::vector<Feature> zonesOf(Survey const& survey, std::string const& text)
{
    auto const roles = plan::zonesIn(text);
    std::vector<Feature> zones;
    for (auto const kind : {"reserve", "spring_zone"}) {
        for (auto const* const feature : survey.features(kind)) {
            auto const named = [&](std::string const& name) { return name.size() >= 9 && text.contains(name); };
            bool const meant = named(feature->name) || named(feature->parent) || std::ranges::any_of(feature->aliases, named);
            if (meant && (roles.empty() || std::ranges::contains(roles, feature->zone))) { zones.push_back(*feature); }
        }
    }
    return zones;
}

std::vector<Feature> areasMeant(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    auto areas = zonesOf(survey, claim.object.text);
    if (!areas.empty()) { return areas; }
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    auto const* const own = countyNamed(claim.object.text, counties);
    if (own != nullptr && own->name == claim.object.text) { return {countyFeature(*own)}; } // 位于朔城区
    std::vector<Feature> others;
    for (auto const* const county : survey.features("county")) {
        if (claim.object.text == county->name) { others.push_back(*county); }
    }
    if (others.size() == 1) { return others; } // of two 城区 nobody says which
    for (auto const& layer : survey.layers) { // a kind that has no layer of its own: a user's that is called so
        auto const word = plan::wordOf(claim.objectKind, false);
        if (!layer.ofUser() || word.empty()) { continue; }
        for (auto const& feature : layer.features) {
            bool const called = plan::speaksOf(layer.title, claim.objectKind, false) || plan::speaksOf(feature.name, claim.objectKind, false);
            if (called && feature.shape.type == geo::ShapeType::Polygon) { areas.push_back(feature); }
        }
    }
    if (!areas.empty()) { return areas; }
    std::vector<std::string> why;
    areas = areasNamed(survey, plan, claim.object, why);
    for (auto const& reason : why) { because(finding, reason); }
    return areas;
}

place::Site siteOf(Thing const& thing)
{
    place::Site site;
    site.place = thing.name;
    site.shape = thing.shape;
    site.radiusM = thing.errorM;
    site.schematic = thing.schematic;
    site.precision = thing.somewhere ? place::Precision::Township : place::Precision::Facility;
    return site;
}

} // namespace

Result<void> auditMembership(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    auto const areas = areasMeant(survey, plan, claim, finding);
    auto const members = sidesOf(survey, plan, claim.subject);
    bool const drawnAreas = std::ranges::any_of(areas, &Feature::schematic);
    finding.verdict = members.empty() ? Verdict::CannotDecide : Verdict::Agrees;
    for (auto const& member : members) {
        auto verdict = Verdict::CannotDecide;
        std::string what = member.why;
        if (areas.empty()) {
            because(finding, std::format("no layer holds {}", claim.object.text));
        } else if (member.things.empty()) {
            because(finding, member.why);
        } else {
            std::vector<place::Site> sites;
            for (auto const& thing : member.things) { sites.push_back(siteOf(thing)); }
            auto const hits = analysis::sitesWithin(sites, areas);
            if (!hits) { return std::unexpected{hits.error()}; }
            auto best = Answer::No;
            for (auto const& hit : *hits) { best = std::max(best, hit.answer); }
            bool const firm = !drawnAreas && std::ranges::all_of(member.things, &Thing::firm);
            verdict = !firm || best == Answer::Maybe ? Verdict::CannotDecide : best == Answer::Yes ? Verdict::Agrees : Verdict::Differs;
            auto apartM = std::numeric_limits<double>::infinity();
            for (auto const& site : sites) {
                for (auto const& area : areas) {
                    auto const line = geo::shortestLine(site.shape, area.shape);
                    if (!line) { return std::unexpected{Error{line.error()}.at(site.place)}; }
                    apartM = std::min(apartM, line->distanceM);
                }
            }
            bool const somewhere = std::ranges::all_of(member.things, &Thing::somewhere);
            what = somewhere ? std::string{member.why} : apartM <= 0 ? std::format("{} lies in it as drawn", member.text) : std::format("{} lies {:.1f} km outside as drawn", member.text, apartM / 1000);
            because(finding, what);
            if (verdict == Verdict::CannotDecide) { because(finding, member.why); }
            if (drawnAreas) { because(finding, std::format("{} is drawn from a description, to ±{:g} m", areas.front().name, areas.front().accuracyM)); }
        }
        finding.schematic = finding.schematic || drawnAreas || std::ranges::any_of(member.things, &Thing::schematic);
        if (members.size() > 1) { finding.parts.emplace_back(member.text, std::format("{}{}", analysis::name(verdict), what.empty() ? "" : ": " + what)); }
        if (verdict == Verdict::Differs || (verdict == Verdict::CannotDecide && finding.verdict == Verdict::Agrees)) { finding.verdict = verdict; }
    }
    if (members.size() == 1 && !members.front().things.empty()) { finding.shape = members.front().things.front().shape; }
    return {};
}

} // namespace zhengtu::workspace
