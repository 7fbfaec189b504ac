#include "analysis/query.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "plan/vocabulary.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"
#include "workspace/feature_site.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::workspace {

namespace {

using analysis::Verdict;
using geo::Feature;

std::string fieldOf(Feature const& feature, std::string_view key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& field) { return field.first; });
    return found == feature.more.end() ? std::string{} : found->second;
}

/// The areas that the object of a count stands for.
Result<std::vector<Feature>> areasOf(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    std::vector<Feature> areas;
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    for (auto const* const county : counties) {
        if (claim.object.text.contains(county->name)) { areas.push_back(countyFeature(*county)); }
    }
    if (areas.empty() && claim.objectKind == "county-group") { // the whole city
        for (auto const* const county : counties) { areas.push_back(countyFeature(*county)); }
    }
    if (!areas.empty() || claim.object.text.empty()) { return areas; }
    std::vector<std::string> why;
    areas = areasNamed(survey, plan, claim.object, why);
    for (auto const& reason : why) { because(finding, reason); }
    return areas;
}

/// What things are counted near to. A whole township or county says nothing of that.
std::vector<Feature> thingsNear(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    std::vector<Feature> targets;
    for (auto const& side : sidesOf(survey, plan, claim.object)) {
        because(finding, side.why);
        for (auto const& thing : side.things) {
            if (!thing.somewhere) { targets.push_back(thing.feature()); }
        }
    }
    return targets;
}

/// N of M counties where one class of things is within a distance of another: counted again county by county.
Result<void> recount(Survey const& survey, std::size_t plan, plan::Claim const& claim, plan::Claim const& distance, ClaimFinding& finding)
{
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    auto const subjects = sidesOf(survey, plan, distance.subject);
    auto const objects = plan::lastClassIn(distance.object.text);
    if (subjects.size() != 1 || !subjects.front().isClass || !objects || objects->layer.empty()) {
        because(finding, "which counties are meant is not said");
        return {};
    }
    auto const stated = analysis::stated(*distance.metres, 1, "<=", analysis::Measure::DistanceM);
    std::size_t sure = 0, open = 0, withNone = 0, drawn = 0;
    bool const complete = survey.isComplete(objects->layer);
    for (auto const* const county : counties) {
        Side stations{.text = county->name, .things = {}, .isClass = true, .complete = complete, .why = {}};
        for (auto const* const feature : survey.features(objects->layer)) {
            if (feature->adcode != county->adcode || !fieldOf(*feature, "closed").empty()) { continue; }
            stations.things.push_back({.name = feature->name, .shape = feature->shape, .errorM = std::max(0.0, feature->accuracyM), .schematic = feature->schematic});
        }
        if (stations.things.empty() && !complete) {
            ++open;
            ++withNone;
            finding.parts.emplace_back(county->name, std::format("cannot decide: no layer has any {} there", objects->word));
            continue;
        }
        auto measured = apart(subjects.front(), stations);
        if (!measured) { return std::unexpected{std::move(measured.error())}; }
        auto const verdict = analysis::verdict(stated, measured->metres);
        sure += verdict == Verdict::Agrees ? 1U : 0U;
        open += verdict == Verdict::CannotDecide ? 1U : 0U;
        finding.schematic = finding.schematic || std::ranges::any_of(subjects.front().things, &Thing::schematic);
        drawn += measured->drawnM && *measured->drawnM <= *distance.metres ? 1U : 0U;
        auto const asDrawn = measured->drawnM ? std::format(" ({:.0f} m as drawn)", *measured->drawnM) : std::string{};
        finding.parts.emplace_back(county->name, (verdict == Verdict::Agrees ? "yes" : verdict == Verdict::Differs ? "no" : "cannot decide: " + subjects.front().why) + asDrawn);
    }
    finding.range = analysis::Range{static_cast<double>(sure), static_cast<double>(sure + open)};
    finding.computed = static_cast<double>(open == 0 ? sure : drawn);
    finding.verdict = analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range);
    if (claim.of && *claim.of != static_cast<double>(counties.size())) {
        finding.verdict = Verdict::Differs;
        because(finding, std::format("the map has {} counties, not {:g}", counties.size(), *claim.of));
    } else if (claim.of) {
        because(finding, std::format("the map has {} counties too", counties.size()));
    }
    because(finding, std::format("{} certainly, {} more may", sure, open));
    if (open > 0) { because(finding, std::format("as drawn there are {}", drawn)); }
    if (withNone > 0) { because(finding, std::format("no layer has any {} in {} of the counties", objects->word, withNone)); }
    if (open > 0) { because(finding, subjects.front().why); }
    return {};
}

/// 甲、乙等9个县（市）: how many of the names that it lists are counties.
void countNames(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    bool const districts = claim.subject.text.contains("区");
    std::size_t found = 0, unknown = 0;
    for (auto const& piece : namesIn(claim.object.text, counties)) {
        auto const* const county = countyNamed(piece, counties);
        if (county == nullptr) {
            bool const seat = piece.ends_with("市区") && !districts; // 县（市） does not count the city itself
            unknown += seat ? 0 : 1;
            finding.parts.emplace_back(piece, seat ? "the city itself, no county" : "no county there is called so");
            continue;
        }
        ++found;
        finding.parts.emplace_back(piece, county->name);
    }
    auto const listed = static_cast<double>(found);
    bool const open = claim.quote.text.contains(claim.object.text + "等") && listed < finding.stated; // 甲、乙等9个: names some
    finding.computed = listed;
    finding.range = analysis::Range{listed, unknown > 0 || open ? std::numeric_limits<double>::infinity() : listed};
    finding.verdict = analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range);
    because(finding, std::format("it names {} counties that the map has", found));
    if (unknown > 0) { because(finding, std::format("{} names are of no county of the issuer", unknown)); }
    if (open) { because(finding, "等 leaves open who else"); }
}

} // namespace

Result<void> auditCount(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    for (auto const& other : survey.plans[plan].plan.claims) {
        bool const sameSentence = other.quote.span == claim.quote.span && other.kind == plan::ClaimKind::Distance && other.relation == plan::RuleRelation::WithinDistance;
        if (sameSentence && claim.objectKind == "county-group" && claim.of) { return recount(survey, plan, claim, other, finding); }
    }
    auto const named = plan::lastClassIn(claim.subject.text);
    bool const ofCounties = claim.objectKind == "county-group" && (claim.subject.text.starts_with("县") || (named && named->kind == "county-group"));
    if (ofCounties && claim.object.text.contains("、")) {
        countNames(survey, plan, claim, finding);
        return {};
    }
    if (ofCounties && named) { // the map has every county
        auto const count = static_cast<double>(survey.countiesOf(survey.plans[plan].plan).size());
        finding.computed = count;
        finding.range = analysis::Range{count, count};
        finding.verdict = count > 0 ? analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range) : Verdict::CannotDecide;
        because(finding, count > 0 ? std::format("the map has {:g} counties there", count) : "the counties of the issuer are not known");
        return {};
    }
    auto const areas = claim.metres ? Result<std::vector<Feature>>{thingsNear(survey, plan, claim, finding)} : areasOf(survey, plan, claim, finding);
    if (!areas) { return std::unexpected{areas.error()}; }
    finding.schematic = std::ranges::any_of(*areas, &Feature::schematic);
    auto counted = countedThings(survey, claim);
    if (counted.things.empty() && !counted.complete) {
        finding.reason = std::format("no layer holds {}{}", claim.subject.text.empty() ? "what is counted" : claim.subject.text, finding.reason.empty() ? "" : "; " + finding.reason);
        return {};
    }
    if (areas->empty()) {
        because(finding, "where they are counted is not on the map");
        return {};
    }
    std::vector<place::Site> sites;
    for (auto const& thing : counted.things) { sites.push_back(siteOf(*thing.feature)); }
    auto const hits = claim.metres ? analysis::sitesNear(sites, *areas, *claim.metres) : analysis::sitesWithin(sites, *areas);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<analysis::Answer> best(sites.size(), analysis::Answer::No);
    std::string unsaid;
    for (auto const& hit : *hits) {
        auto const& thing = counted.things[hit.site];
        if (!thing.unsaid.empty()) { unsaid = thing.unsaid; }
        bool const firm = !thing.feature->schematic && !(*areas)[hit.zone].schematic && thing.unsaid.empty();
        best[hit.site] = std::max(best[hit.site], firm ? hit.answer : analysis::Answer::Maybe);
    }
    auto const sure = static_cast<double>(std::ranges::count(best, analysis::Answer::Yes)), open = static_cast<double>(std::ranges::count(best, analysis::Answer::Maybe));
    finding.range = analysis::Range{sure, counted.complete ? sure + open : std::numeric_limits<double>::infinity()};
    finding.computed = sure;
    if (areas->size() == 1 && !claim.metres) { finding.shape = areas->front().shape; }
    finding.verdict = analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range);
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (best[i] != analysis::Answer::No) { finding.parts.emplace_back(counted.things[i].feature->name, analysis::name(best[i])); }
    }
    if (claim.metres) { because(finding, std::format("counted within {:g} m", *claim.metres)); }
    because(finding, std::format("the layers have {} certainly and {} that may be there", sure, open));
    if (!unsaid.empty()) { because(finding, std::format("whether they are {} no layer says", unsaid)); }
    if (!counted.complete) { because(finding, std::format("the layers may not have every {} (one that was added with --replace is taken for the whole)", counted.word)); }
    if (finding.verdict == Verdict::CannotDecide && finding.schematic) { because(finding, "the area is drawn from a description"); }
    return {};
}

} // namespace zhengtu::workspace
