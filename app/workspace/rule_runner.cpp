#include "workspace/rule_runner.hpp"

#include "geo/measure.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <tuple>

namespace zhengtu::workspace {

using analysis::Answer;
using plan::RuleRelation;
using plan::RuleSeverity;

namespace {

bool isAboutNewOnes(std::string const& demand)
{
    constexpr std::array<std::string_view, 9> words{"新建", "新上", "新增", "新、改、扩", "新改扩", "扩建", "新设", "再建", "审批"};
    return std::ranges::any_of(words, [&](std::string_view word) { return demand.contains(word); });
}

FindingKind findingKind(plan::Rule const& rule)
{
    if (rule.relation == RuleRelation::Minus) { return FindingKind::Allowed; }
    if (rule.relation == RuleRelation::CountPer) { return FindingKind::Short; }
    switch (rule.severity) {
    case RuleSeverity::Goal: return FindingKind::Goal;
    case RuleSeverity::Disposition: return FindingKind::Dispose;
    case RuleSeverity::Restriction: return FindingKind::Judge;
    case RuleSeverity::Prohibition:
    case RuleSeverity::Requirement: break;
    }
    if (rule.soft) { return FindingKind::Warn; }
    bool const lawOnNewOnes = isAboutNewOnes(rule.demand) || (rule.quote.span.empty() && isAboutNewOnes(rule.quote.text));
    return lawOnNewOnes && rule.severity == RuleSeverity::Prohibition ? FindingKind::NewOnly : FindingKind::Breach;
}

} // namespace

std::optional<double> parameterOf(plan::Rule const& rule, std::string_view name)
{
    auto const found = std::ranges::find(rule.parameters, name, &plan::RuleParameter::name);
    return found == rule.parameters.end() ? std::nullopt : found->value;
}

void addReason(std::string& reason, std::string_view more)
{
    if (!more.empty() && !reason.contains(more)) { reason += (reason.empty() ? "" : "; ") + std::string{more}; }
}

bool isTooCoarse(double errorM, double distanceM) noexcept { return errorM > std::max(2000.0, 4 * distanceM); }

RuleRunner::RuleRunner(Survey const& survey, RuleRun& run, Jurisdiction const& where, Subjects const& subjects, Objects const& objects, analysis::Progress const& progress)
    : m_survey{survey}, m_run{run}, m_rule{run.rule}, m_where{where}, m_subjects{subjects}, m_objects{objects}, m_progress{progress}
{
    for (auto const& thing : subjects.things) { m_sites.push_back(thing.site); }
}

Result<std::vector<RuleFinding>> RuleRunner::operator()()
{
    auto const done = [&]() -> Result<void> {
        switch (m_rule.relation) {
        case RuleRelation::Within:
        case RuleRelation::NotWithin: return m_rule.severity == RuleSeverity::Requirement ? outside() : inside();
        case RuleRelation::WithinDistance:
        case RuleRelation::MinimumDistance: return near();
        case RuleRelation::Buffer: return strips();
        case RuleRelation::CountPer: return count();
        case RuleRelation::Minus: return minus();
        case RuleRelation::Offset: return inside(); // the counties that miss the standard are its objects
        }
        return {};
    }();
    if (!done) { return std::unexpected{Error{done.error()}.at("rule " + m_rule.id)}; }
    if (m_farOff > 0) { addReason(m_run.why, std::format("{} more cannot be ruled out: as drawn they lie farther off than either they or the zone may be wrong", m_farOff)); }
    if (m_tooCoarse > 0) { addReason(m_run.why, std::format("{} more cannot be told: what is known of where they are is far coarser than the distance", m_tooCoarse)); }
    std::ranges::stable_sort(m_findings, {}, [](RuleFinding const& one) { return std::tuple{one.answer != Answer::Yes, one.distanceM.value_or(0), -one.share.value_or(0)}; });
    return std::move(m_findings);
}

RuleFinding RuleRunner::started(RuleThing const& thing) const
{
    RuleFinding finding = started();
    finding.subject = thing.name;
    finding.county = thing.site.county;
    finding.tasks = thing.tasks;
    if (!thing.span.empty()) { finding.said = m_survey.sentence(thing.plan, thing.span); }
    finding.shape = thing.site.shape;
    finding.schematic = thing.site.schematic;
    return finding;
}

RuleFinding RuleRunner::started() const
{
    RuleFinding finding;
    finding.ruleId = m_rule.id;
    finding.planId = m_run.planId;
    finding.source = m_run.source;
    finding.relation = m_rule.relation;
    finding.severity = m_rule.severity;
    finding.kind = findingKind(m_rule);
    finding.demand = m_rule.demand;
    finding.quote = m_rule.quote.text;
    return finding;
}

void RuleRunner::add(RuleFinding finding)
{
    if (finding.schematic && finding.answer == Answer::Yes) {
        finding.answer = Answer::Maybe;
        addReason(finding.reason, "a shape is drawn from a description");
    }
    finding.uncertaintyDecides = finding.answer == Answer::Maybe;
    ++(finding.answer == Answer::Yes ? m_run.yes : m_run.maybe);
    m_findings.push_back(std::move(finding));
}

void RuleRunner::fill(RuleFinding& finding, analysis::Hit const& hit, geo::Feature const& object) const
{
    finding.object = object.parent.empty() || object.name.contains(object.parent) ? object.name : object.parent;
    finding.zone = object.zone;
    finding.answer = hit.answer;
    finding.distanceM = hit.distanceM;
    finding.share = hit.share;
    finding.schematic = finding.schematic || object.schematic;
    finding.reason = hit.reason;
}

bool RuleRunner::isFarOff(std::size_t site, geo::Feature const& object, double distanceM) const
{
    if (!(distanceM > 0) || place::isSomewhereIn(m_sites[site]) || !(m_sites[site].schematic || object.schematic)) { return false; }
    // 项目 says little: only where it meets the zone as drawn
    bool const general = std::ranges::all_of(m_rule.subjects, [](plan::RuleSubject const& subject) { return subject.kind == "project" || subject.kind == "enterprise"; });
    return general || distanceM > std::max(m_sites[site].radiusM, object.accuracyM);
}

Result<void> RuleRunner::inside()
{
    auto const hits = analysis::sitesWithin(m_sites, m_objects.features, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    for (std::size_t i = 0; i < hits->size();) { // those of one site stand together
        std::map<std::string, std::vector<analysis::Hit const*>> wholes;
        auto const site = (*hits)[i].site;
        for (; i < hits->size() && (*hits)[i].site == site; ++i) {
            auto const& object = m_objects.features[(*hits)[i].zone];
            wholes[object.parent.empty() ? std::format("#{}", (*hits)[i].zone) : object.parent].push_back(&(*hits)[i]);
        }
        for (auto const& whole : wholes) { add(site, whole.second); }
    }
    return {};
}

void RuleRunner::add(std::size_t site, std::vector<analysis::Hit const*> zones)
{
    auto const& thing = m_subjects.things[site];
    constexpr std::array<std::string_view, 5> order{"core", "key", "buffer", "experimental", "domain"}; // strictest first
    std::ranges::stable_sort(zones, {}, [&](analysis::Hit const* hit) {
        return std::pair{hit->answer != Answer::Yes, std::ranges::find(order, m_objects.features[hit->zone].zone) - order.begin()};
    });
    auto finding = started(thing);
    fill(finding, *zones.front(), m_objects.features[zones.front()->zone]);
    if (zones.front()->answer == Answer::Maybe && zones.size() > 1) {
        finding.zone.clear();
        double share = 0;
        auto const* nearest = zones.front();
        for (auto const* const hit : zones) {
            auto const& role = m_objects.features[hit->zone].zone;
            if (!role.empty() && !finding.zone.contains(role)) { finding.zone += (finding.zone.empty() ? "" : "|") + role; }
            bool const nested = role == "domain"; // it holds the key zone; the zones of a reserve do not overlap
            share = nested ? std::max(share, hit->share) : std::min(1.0, share + hit->share);
            if (hit->distanceM < nearest->distanceM || (hit->distanceM == nearest->distanceM && hit->share > nearest->share)) { nearest = hit; }
        }
        finding.share = share;
        finding.distanceM = nearest->distanceM;
        finding.reason = nearest->reason;
        if (share > 0 && share < 1) { finding.reason = std::format("{} % of it lies in these zones", analysis::percentWords(share)); }
    }
    if (thing.within && finding.share.value_or(0) < 0.005) { return; } // it is said to lie in another one
    bool const maybe = zones.front()->answer == Answer::Maybe;
    if (maybe && std::ranges::all_of(zones, [&](analysis::Hit const* hit) { return isFarOff(site, m_objects.features[hit->zone], hit->distanceM); })) {
        ++m_farOff;
        return;
    }
    if (!thing.within && m_sites[site].shape.type == geo::ShapeType::Polygon && *finding.share > 0 && !place::isSomewhereIn(m_sites[site])) {
        finding.areaM2 = geo::areaM2(m_sites[site].shape) * *finding.share;
    }
    if (thing.within) { finding.reason = std::format("known to lie in {} and no nearer; {:.0f} % of it is {}", thing.site.place, *finding.share * 100, finding.zone.empty() ? "meant" : finding.zone); }
    add(std::move(finding));
}

Result<void> RuleRunner::outside()
{
    auto const hits = analysis::sitesWithin(m_sites, m_objects.features, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<Answer> best(m_sites.size(), Answer::No);
    std::vector<std::string> why(m_sites.size());
    for (auto const& hit : *hits) {
        auto const answer = m_objects.features[hit.zone].schematic ? Answer::Maybe : hit.answer;
        if (answer > best[hit.site]) {
            best[hit.site] = answer;
            why[hit.site] = hit.reason;
        }
    }
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        if (best[i] == Answer::Yes) { continue; }
        auto finding = started(m_subjects.things[i]);
        finding.answer = best[i] == Answer::No && m_objects.complete ? Answer::Yes : Answer::Maybe;
        finding.object = m_rule.objects.front().said.text;
        finding.reason = best[i] == Answer::No ? "in none of those that the layers have" : why[i];
        add(std::move(finding));
    }
    return {};
}

Result<void> RuleRunner::near()
{
    auto const distance = parameterOf(m_rule, "distance");
    if (!distance || !(*distance > 0)) { return fail(ErrorCode::Usage, "the distance must be above 0"); }
    auto const hits = analysis::sitesNear(m_sites, m_objects.features, *distance, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::map<std::size_t, analysis::Hit> nearest;
    for (auto const& hit : *hits) {
        auto const [at, fresh] = nearest.try_emplace(hit.site, hit);
        if (!fresh && std::tuple{hit.answer == Answer::Yes, -hit.distanceM} > std::tuple{at->second.answer == Answer::Yes, -at->second.distanceM}) { at->second = hit; }
    }
    for (auto const& [site, hit] : nearest) {
        bool const along = m_sites[site].shape.type == geo::ShapeType::Line; // 国道两侧的采石场
        if (m_subjects.things[site].within && !along) { continue; } // somewhere in a zone: how far from what nobody says
        auto const& object = m_objects.features[hit.zone];
        if (hit.answer == Answer::Maybe && hit.distanceM > *distance && isTooCoarse(m_sites[site].radiusM + object.accuracyM, *distance)) {
            ++m_tooCoarse;
            continue;
        }
        auto finding = started(m_subjects.things[site]);
        fill(finding, hit, object);
        if (!m_where.holds(m_sites[site].shape, m_sites[site].adcode)) { addReason(finding.reason, "lies outside the counties of the plan's issuer"); }
        add(std::move(finding));
    }
    return {};
}

Result<void> RuleRunner::count()
{
    auto const wanted = parameterOf(m_rule, "count").value_or(1);
    auto const hits = analysis::sitesWithin(m_sites, m_objects.features, m_progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<std::size_t> sure(m_objects.features.size()), open(m_objects.features.size());
    for (auto const& hit : *hits) { ++(hit.answer == Answer::Yes ? sure : open)[hit.zone]; }
    for (std::size_t i = 0; i < m_objects.features.size(); ++i) {
        if (static_cast<double>(sure[i]) >= wanted) { continue; }
        auto const& area = m_objects.features[i];
        auto finding = started();
        finding.subject = area.name;
        finding.county = area.county.empty() ? area.name : area.county;
        finding.object = m_rule.subjects.empty() ? std::string{} : m_rule.subjects.front().said.text;
        finding.found = sure[i];
        finding.shape = area.shape;
        finding.answer = m_subjects.complete && static_cast<double>(sure[i] + open[i]) < wanted ? Answer::Yes : Answer::Maybe;
        finding.reason = std::format("{} of {:g} known{}{}", sure[i], wanted, open[i] > 0 ? std::format(", {} more may be there", open[i]) : "", m_subjects.complete ? "" : "; the layers may not have every one");
        add(std::move(finding));
    }
    std::ranges::stable_sort(m_findings, {}, [](RuleFinding const& one) { return *one.found; });
    return {};
}

} // namespace zhengtu::workspace
