#include "workspace/rule_run.hpp"

#include "analysis/reasons.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "workspace/rule_things.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <tuple>

namespace zhengtu::workspace {

namespace {

using analysis::Answer;
using plan::RuleRelation;
using plan::RuleSeverity;

std::optional<double> parameter(plan::Rule const& rule, std::string_view name)
{
    auto const found = std::ranges::find(rule.parameters, name, &plan::RuleParameter::name);
    return found == rule.parameters.end() ? std::nullopt : found->value;
}

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

void addReason(std::string& reason, std::string_view more)
{
    if (!more.empty() && !reason.contains(more)) { reason += (reason.empty() ? "" : "; ") + std::string{more}; }
}

/// Runs one rule whose things and places are known.
class Runner {
public:
    Runner(RuleRun& run, Jurisdiction const& where, Subjects const& subjects, Objects const& objects, analysis::Progress const& progress)
        : m_run{run}, m_rule{run.rule}, m_where{where}, m_subjects{subjects}, m_objects{objects}, m_progress{progress}
    {
        for (auto const& thing : subjects.things) { m_sites.push_back(thing.site); }
    }

    Result<std::vector<RuleFinding>> operator()()
    {
        auto const done = [&]() -> Result<void> {
            switch (m_rule.relation) {
            case RuleRelation::Within:
            case RuleRelation::NotWithin: return m_rule.severity == RuleSeverity::Requirement ? outside() : inside();
            case RuleRelation::WithinDistance:
            case RuleRelation::MinimumDistance:
            case RuleRelation::Buffer: return near();
            case RuleRelation::CountPer: return count();
            case RuleRelation::Minus: return minus();
            case RuleRelation::Offset: break;
            }
            return {};
        }();
        if (!done) { return std::unexpected{Error{done.error()}.at("rule " + m_rule.id)}; }
        std::ranges::stable_sort(m_findings, {}, [](RuleFinding const& one) { return std::tuple{one.answer != Answer::Yes, one.distanceM.value_or(0), -one.share.value_or(0)}; });
        return std::move(m_findings);
    }

private:
    RuleFinding started(RuleThing const& thing) const
    {
        RuleFinding finding = started();
        finding.subject = thing.name;
        finding.county = thing.site.county;
        finding.tasks = thing.tasks;
        finding.said = thing.said;
        finding.shape = thing.site.shape;
        finding.schematic = thing.site.schematic;
        return finding;
    }
    RuleFinding started() const
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

    void add(RuleFinding finding)
    {
        if (finding.schematic && finding.answer == Answer::Yes) {
            finding.answer = Answer::Maybe;
            addReason(finding.reason, "a shape is drawn from a description");
        }
        finding.uncertaintyDecides = finding.answer == Answer::Maybe;
        ++(finding.answer == Answer::Yes ? m_run.yes : m_run.maybe);
        m_findings.push_back(std::move(finding));
    }

    void fill(RuleFinding& finding, analysis::Hit const& hit) const
    {
        auto const& object = m_objects.features[hit.zone];
        finding.object = object.parent.empty() || object.name.contains(object.parent) ? object.name : object.parent;
        finding.zone = object.zone;
        finding.answer = hit.answer;
        finding.distanceM = hit.distanceM;
        finding.share = hit.share;
        finding.schematic = finding.schematic || object.schematic;
        finding.reason = hit.reason;
    }

    Result<void> inside()
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

    /// One thing against the zones of one whole: the strictest that it certainly lies in, else all that it may.
    void add(std::size_t site, std::vector<analysis::Hit const*> zones)
    {
        auto const& thing = m_subjects.things[site];
        constexpr std::array<std::string_view, 5> order{"core", "key", "buffer", "experimental", "domain"}; // strictest first
        std::ranges::stable_sort(zones, {}, [&](analysis::Hit const* hit) {
            return std::pair{hit->answer != Answer::Yes, std::ranges::find(order, m_objects.features[hit->zone].zone) - order.begin()};
        });
        auto finding = started(thing);
        fill(finding, *zones.front());
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
            if (share > 0 && share < 1) { finding.reason = std::format("{:.1f} % of it lies in these zones", share * 100); }
        }
        if (thing.within && finding.share.value_or(0) < 0.005) { return; } // it is said to lie in another one
        if (m_sites[site].shape.type == geo::ShapeType::Polygon && *finding.share > 0 && !place::isSomewhereIn(m_sites[site])) {
            finding.areaM2 = geo::areaM2(m_sites[site].shape) * *finding.share;
        }
        if (thing.within) { finding.reason = std::format("known to lie in {} and no nearer; {:.0f} % of it is {}", thing.site.place, *finding.share * 100, finding.zone.empty() ? "meant" : finding.zone); }
        add(std::move(finding));
    }

    /// What must be inside and is not.
    Result<void> outside()
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

    Result<void> near()
    {
        auto const distance = parameter(m_rule, "distance");
        if (!distance || !(*distance > 0)) { return fail(ErrorCode::Usage, "the distance must be above 0"); }
        auto const hits = analysis::sitesNear(m_sites, m_objects.features, *distance, m_progress);
        if (!hits) { return std::unexpected{hits.error()}; }
        std::map<std::size_t, analysis::Hit> nearest;
        for (auto const& hit : *hits) {
            auto const [at, fresh] = nearest.try_emplace(hit.site, hit);
            if (!fresh && std::tuple{hit.answer == Answer::Yes, -hit.distanceM} > std::tuple{at->second.answer == Answer::Yes, -at->second.distanceM}) { at->second = hit; }
        }
        for (auto const& [site, hit] : nearest) {
            if (m_subjects.things[site].within && m_rule.relation == RuleRelation::Buffer) { continue; }
            auto finding = started(m_subjects.things[site]);
            fill(finding, hit);
            if (!m_where.holds(m_sites[site].shape, m_sites[site].adcode)) { addReason(finding.reason, "lies outside the counties of the plan's issuer"); }
            add(std::move(finding));
        }
        return {};
    }

    /// Areas with none included: a join that keeps them.
    Result<void> count()
    {
        auto const wanted = parameter(m_rule, "count").value_or(1);
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

    Result<void> minus()
    {
        auto const pillar = parameter(m_rule, "pillar").value_or(0);
        std::vector<geo::Shape> mines, zones;
        std::vector<std::size_t> of;
        bool const schematicZones = std::ranges::any_of(m_objects.features, &geo::Feature::schematic);
        std::size_t pointsOnly = 0;
        for (std::size_t i = 0; i < m_sites.size(); ++i) {
            if (m_subjects.things[i].within) { continue; }
            if (m_sites[i].shape.type != geo::ShapeType::Polygon || place::isSomewhereIn(m_sites[i])) {
                ++pointsOnly;
                continue;
            }
            mines.push_back(m_sites[i].shape);
            of.push_back(i);
        }
        if (pointsOnly > 0) { addReason(m_run.why, std::format("{} left out that have no outline", pointsOnly)); }
        for (auto const& object : m_objects.features) { zones.push_back(object.shape); }
        auto areas = analysis::allowableAreas(mines, zones, pillar, m_progress);
        if (!areas) { return std::unexpected{areas.error()}; }
        for (std::size_t i = 0; i < areas->mines.size(); ++i) {
            auto& area = areas->mines[i];
            if (area.zones.empty()) { continue; }
            auto finding = started(m_subjects.things[of[i]]);
            auto const& zone = m_objects.features[area.zones.front()];
            finding.object = zone.parent.empty() ? zone.name : zone.parent;
            finding.zone = zone.zone;
            finding.answer = Answer::Yes;
            finding.schematic = finding.schematic || schematicZones;
            finding.areaM2 = area.overlapM2 + area.pillarM2;
            finding.share = area.beforeM2 > 0 ? *finding.areaM2 / area.beforeM2 : 0;
            finding.shape = area.after.empty() ? finding.shape : area.after;
            finding.allowed = std::move(area);
            add(std::move(finding));
        }
        return {};
    }

    RuleRun& m_run;
    plan::Rule const& m_rule;
    Jurisdiction const& m_where;
    Subjects const& m_subjects;
    Objects const& m_objects;
    analysis::Progress const& m_progress;
    std::vector<place::Site> m_sites;
    std::vector<RuleFinding> m_findings;
};

/// Why a rule cannot be run before anything is looked for; empty where it can.
std::string obstacle(plan::Rule const& rule, bool proposed)
{
    if (rule.state == plan::RuleState::Rejected) { return "rejected"; }
    if (auto const open = rule.missing(); !open.empty()) {
        return std::format("the {} is not stated: confirm it with --set {}=50m", open.front(), open.front());
    }
    if (rule.state == plan::RuleState::Proposed && !proposed) { return "proposed: nobody has confirmed it yet"; }
    if (rule.relation == RuleRelation::Offset) { return "emissions, and which counties miss the standard, are on no layer"; }
    if (rule.relation == RuleRelation::Buffer) { return {}; }
    if (rule.subjects.empty()) { return "the vocabulary does not know what it is about"; }
    return {};
}

/// A strip that is to be kept free: everything of the ledger and the layers that is a thing may lie in it.
plan::Rule withAllThings(plan::Rule rule)
{
    if (rule.relation == RuleRelation::Buffer) {
        rule.subjects.clear();
        for (auto const kind : {"enterprise", "mining", "waste-site", "dump-or-stockyard", "livestock-farm", "sewage-outlet", "public-facility"}) { rule.subjects.push_back({kind, {}}); }
    }
    return rule;
}

} // namespace

char const* name(FindingKind kind) noexcept
{
    switch (kind) {
    case FindingKind::Breach: return "breach";
    case FindingKind::Judge: return "judge";
    case FindingKind::Warn: return "warn";
    case FindingKind::NewOnly: return "new-only";
    case FindingKind::Goal: return "goal";
    case FindingKind::Dispose: return "dispose";
    case FindingKind::Short: return "short";
    case FindingKind::Allowed: return "allowed";
    }
    return "breach";
}

Result<RuleReport> runRules(Survey const& survey, RuleRunOptions const& options, analysis::Progress const& progress)
{
    RuleReport report;
    for (auto const& row : survey.rules) { report.runs.push_back({.rule = row.rule, .planId = row.planId, .source = row.planTitle, .why = {}}); }
    for (auto const& law : options.laws) {
        report.runs.push_back({.rule = law.rule, .planId = {}, .source = law.law + (law.article.empty() ? "" : " " + law.article) + (law.abridged ? "（摘要）" : ""), .why = {}});
    }
    if (!options.only.empty()) {
        std::erase_if(report.runs, [&](RuleRun const& run) { return run.rule.id != options.only; });
        if (report.runs.empty()) { return fail(ErrorCode::NotFound, "there is no rule " + options.only, "zhengtu rules list lists those of the plans."); }
    }
    std::map<std::string, Jurisdiction> jurisdictions;
    jurisdictions[{}] = {};
    for (std::size_t number = 0; number < report.runs.size(); ++number) {
        auto& run = report.runs[number];
        if (progress && !progress(static_cast<double>(number) / static_cast<double>(report.runs.size()))) { return fail(ErrorCode::Cancelled, ""); }
        run.why = obstacle(run.rule, options.proposed);
        if (!run.why.empty()) { continue; }
        auto const known = jurisdictions.find(run.planId);
        if (known == jurisdictions.end()) {
            auto const plan = std::ranges::find(survey.plans, run.planId, [](ledger::PlanRecord const& record) { return record.plan.id; });
            auto where = jurisdictionOf(survey, static_cast<std::size_t>(plan - survey.plans.begin()));
            if (!where) { return std::unexpected{std::move(where.error())}; }
            jurisdictions[run.planId] = std::move(*where);
        }
        auto const& where = jurisdictions[run.planId];
        if (!run.planId.empty() && where.counties.empty()) {
            run.why = "the counties of its issuer are not known";
            continue;
        }
        auto const rule = withAllThings(run.rule);
        auto const objects = objectsOf(survey, rule, where);
        run.objects = objects.features.size();
        run.why = objects.why;
        if (objects.features.empty()) { continue; }
        auto const subjects = subjectsOf(survey, rule, where, objects);
        run.subjects = subjects.things.size();
        if (subjects.leftOut > 0) { addReason(run.why, std::format("{} sites left out of which only the county or city is known", subjects.leftOut)); }
        if (subjects.things.empty()) {
            std::string classes;
            for (auto const& subject : rule.subjects) { classes += (classes.empty() ? "" : "、") + subject.said.text; }
            addReason(run.why, std::format("nothing at hand is one of {}", classes));
        }
        auto findings = Runner{run, where, subjects, objects, progress}();
        if (!findings) { return std::unexpected{std::move(findings.error())}; }
        run.ran = true;
        std::ranges::move(*findings, std::back_inserter(report.findings));
    }
    return report;
}

} // namespace zhengtu::workspace
