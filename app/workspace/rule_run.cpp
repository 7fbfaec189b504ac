#include "workspace/rule_run.hpp"

#include "workspace/rule_runner.hpp"

#include <algorithm>
#include <format>
#include <map>
#include <ranges>
#include <tuple>

namespace zhengtu::workspace {

namespace {

using plan::RuleRelation;

/// Why a rule cannot be run before anything is looked for; empty where it can.
std::string obstacle(plan::Rule const& rule, bool proposed, bool ofLaw)
{
    if (rule.state == plan::RuleState::Rejected) { return "rejected"; }
    if (auto const open = rule.missing(); !open.empty()) {
        if (ofLaw) { return std::format("the {} is laid down case by case, not by the law: write it into a rule file of your own (--rules FILE)", open.front()); }
        return std::format("the {} is not stated: confirm it with --set {}=50m", open.front(), open.front());
    }
    if (rule.state == plan::RuleState::Proposed && !proposed) { return "proposed: nobody has confirmed it yet"; }
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

/// What lies in parts of one reserve that are dealt with otherwise: each finding says that what lies in the other falls under another rule.
void tellOtherParts(std::vector<RuleFinding>& findings)
{
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<RuleFinding*>> together;
    for (auto& finding : findings) {
        if (!finding.zone.empty()) { together[{finding.planId, finding.subject, finding.object}].push_back(&finding); }
    }
    for (auto const& all : together | std::views::values) {
        for (auto* const one : all) {
            for (auto const* const other : all) {
                bool const apart = !one->zone.contains(other->zone) && !other->zone.contains(one->zone);
                if (apart && one->demand != other->demand) { addReason(one->reason, std::format("what lies in {} falls under another rule", other->zone)); }
            }
        }
    }
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
        auto& run = report.runs.emplace_back(RuleRun{.rule = law.rule, .planId = {}, .source = law.law + (law.article.empty() ? "" : " " + law.article) + (law.abridged ? "（摘要）" : ""), .why = {}});
        if (law.abridged) { run.rule.quote.text = "（大意）" + run.rule.quote.text; } // never taken for the words of the law
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
        run.why = obstacle(run.rule, options.proposed, run.planId.empty());
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
        if (!objects) { return std::unexpected{objects.error()}; }
        run.objects = objects->features.size();
        run.why = objects->why;
        if (objects->features.empty()) { continue; }
        auto const subjects = subjectsOf(survey, rule, where, *objects);
        run.subjects = subjects.things.size();
        if (subjects.excepted > 0) { addReason(run.why, std::format("{} are excepted by the text", subjects.excepted)); }
        if (subjects.leftOut > 0) { addReason(run.why, std::format("{} sites left out of which only the county or city is known", subjects.leftOut)); }
        if (subjects.things.empty()) {
            std::string classes;
            for (auto const& subject : rule.subjects) { classes += (classes.empty() ? "" : "、") + subject.said.text; }
            addReason(run.why, std::format("nothing at hand is one of {}", classes));
        }
        auto findings = RuleRunner{survey, run, where, subjects, *objects, progress}();
        if (!findings) { return std::unexpected{std::move(findings.error())}; }
        run.ran = true;
        std::ranges::move(*findings, std::back_inserter(report.findings));
    }
    tellOtherParts(report.findings);
    return report;
}

} // namespace zhengtu::workspace
