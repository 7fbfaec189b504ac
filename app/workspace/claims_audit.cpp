#include "workspace/claims_audit.hpp"

#include "plan/vocabulary.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <string_view>
#include <unordered_map>

namespace zhengtu::workspace {

namespace {

using analysis::Verdict;

ClaimFinding started(plan::Plan const& plan, plan::Claim const& claim)
{
    ClaimFinding finding;
    finding.id = claim.id;
    finding.planId = plan.id;
    finding.planTitle = plan.title;
    finding.owner = claim.owner;
    finding.kind = plan::name(claim.kind);
    finding.subject = claim.subject.text;
    finding.object = claim.object.text;
    finding.quote = claim.quote.text;
    finding.span = claim.quote.span;
    finding.statedText = claim.quantity.said.text;
    finding.comparator = claim.quantity.comparator;
    bool const distance = claim.kind == plan::ClaimKind::Distance;
    finding.stated = distance ? *claim.metres : claim.squareMetres ? *claim.squareMetres : claim.quantity.value;
    finding.unit = distance ? "m" : claim.squareMetres ? "m2" : "";
    return finding;
}

/// The first task that has an id, or is of the problem that has it.
std::unordered_map<std::string_view, SurveyTask const*> tasksByOwner(Survey const& survey)
{
    std::unordered_map<std::string_view, SurveyTask const*> tasks;
    for (auto const& task : survey.tasks) {
        tasks.try_emplace(task.id, &task);
        tasks.try_emplace(task.problemId, &task);
    }
    return tasks;
}

/// What the plan's own numbers say of each other: the self-checks of arithmetic, joined, not done again.
ClaimFinding ofArithmetic(plan::Plan const& plan, std::size_t number)
{
    auto const& check = plan.checks[number];
    ClaimFinding finding;
    finding.id = std::format("{}-check-{}", plan.id, number + 1);
    finding.planId = plan.id;
    finding.planTitle = plan.title;
    finding.kind = "arithmetic";
    finding.subject = check.what;
    finding.quote = check.quote.text;
    finding.span = check.quote.span;
    finding.statedText = std::format("{:.10g}", check.stated);
    finding.stated = check.stated;
    finding.computed = check.found;
    finding.range = analysis::Range{check.found, check.found};
    finding.verdict = check.ok ? Verdict::Agrees : Verdict::Differs;
    finding.reason = check.ok ? "its own numbers give it" : std::format("its own numbers give {:.6g}", check.found);
    return finding;
}

/// "2 km", "270 m".
std::string lengthWords(double metres)
{
    return metres >= 10'000 ? std::format("{:.0f} km", metres / 1000) : metres >= 1000 ? std::format("{:.1f} km", metres / 1000) : std::format("{:.0f} m", metres);
}

void take(ClaimFinding& finding, Apart const& apart, Verdict verdict)
{
    bool const first = !finding.range;
    if (first || (apart.drawnM && (!finding.computed || *apart.drawnM > *finding.computed))) {
        finding.computed = apart.drawnM;
        finding.shape = apart.line;
    }
    finding.range = first ? apart.metres : analysis::Range{std::min(finding.range->low, apart.metres.low), std::max(finding.range->high, apart.metres.high)};
    if (first || verdict == Verdict::Differs || (verdict == Verdict::CannotDecide && finding.verdict == Verdict::Agrees)) { finding.verdict = verdict; }
}

} // namespace

void because(ClaimFinding& finding, std::string_view reason)
{
    if (reason.empty() || finding.reason.contains(reason)) { return; }
    finding.reason += (finding.reason.empty() ? "" : "; ") + std::string{reason};
}

Result<void> auditDistance(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    bool const within = claim.relation == plan::RuleRelation::WithinDistance;
    auto const unit = claim.quantity.value > 0 ? *claim.metres / claim.quantity.value : 1;
    auto const stated = analysis::stated(*claim.metres, unit, within && claim.quantity.comparator == "=" ? "<=" : claim.quantity.comparator, analysis::Measure::DistanceM);
    finding.tolerance = stated.tolerance;
    auto const subjects = sidesOf(survey, plan, claim.subject);
    auto const objects = sidesOf(survey, plan, claim.object);
    if (subjects.empty() || objects.empty()) {
        because(finding, "the sentence does not name both places");
        return {};
    }
    if (subjects.size() == 1 && objects.size() == 1 && subjects.front().isClass && objects.front().isClass) { // any of one near any of the other says little
        for (auto const& other : survey.plans[plan].plan.claims) {
            if (other.quote.span != claim.quote.span || other.kind != plan::ClaimKind::Count || !other.of) { continue; }
            auto counted = started(survey.plans[plan].plan, other);
            if (auto const done = auditCount(survey, plan, other, counted); !done) { return done; }
            finding.verdict = counted.verdict;
            finding.parts = std::move(counted.parts);
            finding.schematic = counted.schematic;
            because(finding, "counted county by county: " + counted.reason);
            return {};
        }
    }
    bool const inPairs = subjects.size() == objects.size(); // 甲、乙距丙、丁: 甲 from 丙, 乙 from 丁
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        for (std::size_t j = 0; j < objects.size(); ++j) {
            if (inPairs && i != j) { continue; }
            auto const& from = subjects[i];
            auto const& to = objects[j];
            auto measured = apart(from, to);
            if (!measured) { return std::unexpected{std::move(measured.error())}; }
            auto const verdict = analysis::verdict(stated, measured->metres);
            take(finding, *measured, verdict);
            if (subjects.size() * objects.size() > 1) {
                finding.parts.emplace_back(from.text + " - " + to.text, std::format("{}{}", analysis::name(verdict), measured->drawnM ? ", drawn " + lengthWords(*measured->drawnM) + " apart" : ""));
            }
            finding.schematic = finding.schematic || std::ranges::any_of(from.things, &Thing::schematic) || std::ranges::any_of(to.things, &Thing::schematic);
            if (verdict == Verdict::CannotDecide) {
                because(finding, from.why);
                because(finding, to.why);
                because(finding, measured->note);
                if (measured->drawnM && finding.reason.empty()) { because(finding, "within what is lost in measuring"); }
            } else {
                because(finding, measured->drawnM ? std::format("{} - {}: {} apart", from.text, to.text, lengthWords(*measured->drawnM)) : std::string{});
                because(finding, measured->note);
            }
        }
    }
    return {};
}

namespace {

/// What would decide a claim that cannot be decided.
void addCure(ClaimFinding& finding)
{
    if (finding.verdict != Verdict::CannotDecide) { return; }
    auto const& reason = finding.reason;
    bool const absent = reason.contains("no layer h") || reason.contains("no layer says") || reason.contains("is not on the map") || reason.contains("itself: only its");
    if (absent) { because(finding, "a layer with it (layers add) would decide"); }
    else if (reason.contains("drawn from")) { because(finding, "a layer with the surveyed outline (layers add) would decide"); }
    else if (reason.contains("is a whole")) { because(finding, "a position of its own (correct) would decide"); }
}

} // namespace

Result<std::vector<ClaimFinding>> auditClaims(Survey const& survey, analysis::Progress const& progress)
{
    std::vector<ClaimFinding> findings;
    auto const tasks = tasksByOwner(survey);
    for (std::size_t number = 0; number < survey.plans.size(); ++number) {
        auto const& plan = survey.plans[number].plan;
        for (auto const& claim : plan.claims) {
            if (progress && !progress(static_cast<double>(number) / static_cast<double>(survey.plans.size()))) { return fail(ErrorCode::Cancelled, ""); }
            auto finding = started(plan, claim);
            if (auto const task = tasks.find(claim.owner); task != tasks.end() && !claim.owner.empty()) { finding.task = task->second->id; }
            auto const done = claim.kind == plan::ClaimKind::Distance   ? auditDistance(survey, number, claim, finding)
                              : claim.kind == plan::ClaimKind::Count      ? auditCount(survey, number, claim, finding)
                              : claim.kind == plan::ClaimKind::Membership ? auditMembership(survey, number, claim, finding)
                                                                          : auditArea(survey, number, claim, finding);
            if (!done) { return std::unexpected{Error{done.error()}.at(claim.id)}; }
            for (auto const& check : plan.checks) { // what the plan's own numbers say of the same number
                if (check.decisive || claim.kind == plan::ClaimKind::Membership || check.stated != claim.quantity.value) { continue; }
                because(finding, check.ok ? "the plan's own numbers give it" : std::format("the plan's own numbers give {:.6g}", check.found));
            }
            addCure(finding);
            findings.push_back(std::move(finding));
        }
        for (std::size_t i = 0; i < plan.checks.size(); ++i) {
            if (!plan.checks[i].decisive) { findings.push_back(ofArithmetic(plan, i)); }
        }
    }
    return findings;
}

geo::Layer asLayer(std::vector<ClaimFinding> const& findings)
{
    geo::Layer layer;
    layer.id = "claim_findings";
    layer.title = "方案陈述核对";
    layer.titleEn = "Claims against the map";
    layer.kind = "claim_finding";
    layer.style = "finding";
    for (auto const& finding : findings) {
        geo::Feature feature;
        feature.id = finding.id;
        feature.name = finding.subject.empty() ? finding.statedText : finding.subject;
        feature.kind = layer.kind;
        feature.zone = analysis::name(finding.verdict);
        feature.parent = finding.object;
        feature.schematic = finding.schematic;
        feature.shape = finding.shape;
        std::string parts;
        for (auto const& [part, what] : finding.parts) { parts += (parts.empty() ? "" : "; ") + part + ": " + what; }
        auto const number = [](std::optional<double> value) { return value && std::isfinite(*value) ? std::format("{:.3f}", *value) : std::string{}; };
        feature.more = {{"verdict", analysis::name(finding.verdict)}, {"claim_kind", finding.kind}, {"stated_text", finding.statedText}, {"stated", number(finding.stated)},
                        {"unit", finding.unit}, {"computed", number(finding.computed)}, {"low", finding.range ? number(finding.range->low) : ""},
                        {"high", finding.range ? number(finding.range->high) : ""}, {"tolerance", number(finding.tolerance)}, {"reason", finding.reason}, {"parts", parts},
                        {"quote", finding.quote}, {"plan", finding.planTitle}, {"owner", finding.owner}, {"task_id", finding.task}};
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

} // namespace zhengtu::workspace
