#include "analysis/query.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "plan/vocabulary.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::workspace {

namespace {

using analysis::Verdict;
using geo::Feature;

/// Words of which class a section or station is: a feature that does not say so may be of another.
constexpr std::array<std::string_view, 6> grades{"国考", "省考", "国控", "省控", "市控", "县控"};

bool says(Feature const& feature, std::string_view word)
{
    return feature.name.contains(word) || std::ranges::any_of(feature.more, [&](auto const& field) { return field.second.contains(word); });
}

std::string fieldOf(Feature const& feature, std::string_view key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& field) { return field.first; });
    return found == feature.more.end() ? std::string{} : found->second;
}

/// A feature as a site, so that queries can judge it.
place::Site asSite(Feature const& feature)
{
    place::Site site;
    site.id = feature.id;
    site.place = feature.name;
    site.shape = feature.shape;
    site.radiusM = std::max(0.0, feature.accuracyM);
    site.precision = place::Precision::Facility;
    site.schematic = feature.schematic;
    return site;
}

Feature countyFeature(place::Entry const& county)
{
    Feature feature;
    feature.id = county.featureId;
    feature.name = county.name;
    feature.kind = "county";
    feature.adcode = county.adcode;
    feature.accuracyM = county.accuracyM;
    feature.shape = county.shape;
    return feature;
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
    for (auto const& side : sidesOf(survey, plan, claim.object)) {
        because(finding, side.why);
        for (auto const& thing : side.things) {
            if (thing.somewhere || thing.shape.type != geo::ShapeType::Polygon) { continue; }
            Feature area;
            area.id = area.name = thing.name;
            area.shape = thing.shape;
            area.accuracyM = thing.errorM;
            area.schematic = thing.schematic;
            areas.push_back(std::move(area));
        }
    }
    return areas;
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
    std::size_t sure = 0, open = 0, withNone = 0;
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
        auto const drawn = measured->drawnM ? std::format(" ({:.0f} m as drawn)", *measured->drawnM) : std::string{};
        finding.parts.emplace_back(county->name, (verdict == Verdict::Agrees ? "yes" : verdict == Verdict::Differs ? "no" : "cannot decide: " + subjects.front().why) + drawn);
    }
    finding.range = analysis::Range{static_cast<double>(sure), static_cast<double>(sure + open)};
    finding.computed = open == 0 ? std::optional{static_cast<double>(sure)} : std::nullopt;
    finding.verdict = analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range);
    if (claim.of && *claim.of != static_cast<double>(counties.size())) {
        finding.verdict = Verdict::Differs;
        because(finding, std::format("the map has {} counties, not {:g}", counties.size(), *claim.of));
    } else if (claim.of) {
        because(finding, std::format("the map has {} counties too", counties.size()));
    }
    because(finding, std::format("{} certainly, {} more may", sure, open));
    if (withNone > 0) { because(finding, std::format("no layer has any {} in {} of the counties", objects->word, withNone)); }
    if (open > 0) { because(finding, subjects.front().why); }
    return {};
}

} // namespace

Result<void> auditCount(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    for (auto const& other : survey.plans[plan].plan.claims) {
        bool const sameSentence = other.quote.span == claim.quote.span && other.relation == plan::RuleRelation::WithinDistance && other.metres;
        if (sameSentence && claim.objectKind == "county-group" && claim.of) { return recount(survey, plan, claim, other, finding); }
    }
    auto const named = plan::lastClassIn(claim.subject.text);
    if (named && named->kind == "county-group" && claim.objectKind == "county-group") { // the map has every county
        auto const count = static_cast<double>(survey.countiesOf(survey.plans[plan].plan).size());
        finding.computed = count;
        finding.range = analysis::Range{count, count};
        finding.verdict = count > 0 ? analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range) : Verdict::CannotDecide;
        because(finding, count > 0 ? std::format("the map has {:g} counties there", count) : "the counties of the issuer are not known");
        return {};
    }
    auto const areas = areasOf(survey, plan, claim, finding);
    if (!areas) { return std::unexpected{areas.error()}; }
    finding.schematic = std::ranges::any_of(*areas, &Feature::schematic);
    if (!named || named->layer.empty()) {
        finding.reason = std::format("no layer holds {}{}", claim.subject.text.empty() ? "what is counted" : claim.subject.text, finding.reason.empty() ? "" : "; " + finding.reason);
        return {};
    }
    if (areas->empty()) {
        because(finding, "where they are counted is not on the map");
        return {};
    }
    std::vector<place::Site> sites;
    std::vector<Feature const*> features = survey.features(named->layer);
    bool const byRiver = std::ranges::any_of(features, [&](Feature const* one) { auto const river = fieldOf(*one, "river"); return !river.empty() && claim.quote.text.contains(river); });
    if (byRiver) { std::erase_if(features, [&](Feature const* one) { auto const river = fieldOf(*one, "river"); return river.empty() || !claim.quote.text.contains(river); }); }
    for (auto const* const feature : features) { sites.push_back(asSite(*feature)); }
    auto const hits = analysis::sitesWithin(sites, *areas);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<analysis::Answer> best(sites.size(), analysis::Answer::No);
    std::string_view unsaid;
    for (auto const& hit : *hits) {
        auto const grade = std::ranges::find_if(grades, [&](std::string_view one) { return claim.subject.text.contains(one) && !says(*features[hit.site], one); });
        bool const graded = grade == grades.end();
        if (!graded) { unsaid = *grade; }
        bool const firm = !features[hit.site]->schematic && !(*areas)[hit.zone].schematic && graded;
        best[hit.site] = std::max(best[hit.site], firm ? hit.answer : analysis::Answer::Maybe);
    }
    auto const sure = static_cast<double>(std::ranges::count(best, analysis::Answer::Yes)), open = static_cast<double>(std::ranges::count(best, analysis::Answer::Maybe));
    bool const complete = survey.isComplete(named->layer);
    finding.range = analysis::Range{sure, complete ? sure + open : std::numeric_limits<double>::infinity()};
    finding.computed = sure;
    if (areas->size() == 1) { finding.shape = areas->front().shape; }
    finding.verdict = analysis::verdict(analysis::stated(finding.stated, 1, finding.comparator, analysis::Measure::Count), *finding.range);
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (best[i] != analysis::Answer::No) { finding.parts.emplace_back(features[i]->name, analysis::name(best[i])); }
    }
    because(finding, std::format("the layers have {} certainly and {} that may be there", sure, open));
    if (!unsaid.empty()) { because(finding, std::format("whether they are {} no layer says", unsaid)); }
    if (!complete) { because(finding, std::format("the layers may not have every {} (one that was added with --replace is taken for the whole)", named->word)); }
    if (finding.verdict == Verdict::CannotDecide && finding.schematic) { because(finding, "the area is drawn from a description"); }
    return {};
}

std::optional<double> shareOfRegion(std::string_view quote)
{
    constexpr std::array<std::string_view, 8> wholes{"市域", "全市", "县域", "全县", "全区", "区域", "全域", "国土"};
    auto at = quote.find("占");
    for (; at != std::string_view::npos; at = quote.find("占", at + 1)) {
        auto rest = quote.substr(at + std::string_view{"占"}.size());
        auto const whole = std::ranges::find_if(wholes, [&](std::string_view word) { return rest.starts_with(word); });
        if (whole == wholes.end()) { continue; }
        rest.remove_prefix(whole->size());
        for (bool again = true; again;) {
            again = false;
            for (std::string_view const word : {"国土", "总", "面积", "的", "约"}) {
                if (rest.starts_with(word)) {
                    rest.remove_prefix(word.size());
                    again = true;
                }
            }
        }
        char* end = nullptr;
        std::string const digits{rest};
        auto const percent = std::strtod(digits.c_str(), &end);
        auto const behind = std::string_view{end};
        if (percent > 0 && percent <= 100 && (behind.starts_with("%") || behind.starts_with("％"))) { return percent; }
    }
    return std::nullopt;
}

Result<void> auditArea(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    auto const unit = claim.quantity.value > 0 ? finding.stated / claim.quantity.value : 1;
    auto const stated = analysis::stated(finding.stated, unit, claim.quantity.comparator, analysis::Measure::AreaM2);
    finding.tolerance = stated.tolerance;
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    // the percentage must stand right behind this area
    auto const tail = claim.quote.text.find(claim.quantity.said.text);
    auto const behind = tail == std::string::npos ? std::string_view{} : std::string_view{claim.quote.text}.substr(tail + claim.quantity.said.text.size());
    auto const share = behind.starts_with("，占") || behind.starts_with("占") || behind.starts_with("（占") ? shareOfRegion(behind) : std::nullopt;
    if (share && !counties.empty()) {
        double whole = 0;
        for (auto const* const county : counties) { whole += geo::areaM2(county->shape); }
        finding.kind = "share-of-region";
        finding.computed = whole * *share / 100;
        finding.range = analysis::Range{*finding.computed, *finding.computed};
        finding.verdict = analysis::verdict(stated, *finding.range);
        because(finding, std::format("the counties of the map measure {:.0f} km2; {:g} % of that are {:.0f} km2; the area itself is on no layer", whole / 1e6, *share, *finding.computed / 1e6));
        return {};
    }
    for (auto const& layer : survey.layers) {
        if (!layer.ofUser() || layer.title.size() < 6 || !claim.quote.text.contains(layer.title)) { continue; }
        double sum = 0;
        std::size_t count = 0;
        for (auto const& feature : layer.features) {
            if (feature.shape.type == geo::ShapeType::Polygon && !feature.schematic) {
                sum += geo::areaM2(feature.shape);
                ++count;
            }
        }
        if (count == 0) { continue; }
        finding.computed = sum;
        finding.range = analysis::Range{sum, sum};
        finding.verdict = analysis::verdict(stated, *finding.range);
        because(finding, std::format("the {} areas of layer {} measure {:.3f} ha", count, layer.title, sum / 1e4));
        if (finding.verdict == Verdict::Differs) { // another selection may be meant: 46 patches of which 20 are meant
            finding.verdict = Verdict::CannotDecide;
            because(finding, "the layer may hold others than those that are meant");
        }
        return {};
    }
    because(finding, "no layer holds the areas that it speaks of");
    return {};
}

} // namespace zhengtu::workspace
