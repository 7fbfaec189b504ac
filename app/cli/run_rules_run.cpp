#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "workspace/rule_run.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <format>

namespace zhengtu::cli {

namespace {

using workspace::RuleFinding;
using workspace::RuleReport;

nlohmann::ordered_json findingJson(RuleFinding const& finding)
{
    auto const number = [](std::optional<double> value) { return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr); };
    nlohmann::ordered_json one{{"rule", finding.ruleId},
                               {"plan", finding.planId},
                               {"source", finding.source},
                               {"finding", name(finding.kind)},
                               {"severity", plan::name(finding.severity)},
                               {"relation", plan::name(finding.relation)},
                               {"subject", finding.subject},
                               {"county", finding.county},
                               {"tasks", finding.tasks},
                               {"said", finding.said},
                               {"object", finding.object},
                               {"zone", finding.zone},
                               {"answer", analysis::name(finding.answer)},
                               {"uncertainty_decides", finding.uncertaintyDecides},
                               {"distance_m", number(finding.distanceM)},
                               {"share", number(finding.share)},
                               {"area_m2", number(finding.areaM2)},
                               {"demand", finding.demand},
                               {"quote", finding.quote},
                               {"reason", finding.reason},
                               {"schematic", finding.schematic}};
    if (finding.found) { one["known"] = *finding.found; }
    if (finding.allowed) {
        auto const& area = *finding.allowed;
        one["allowed"] = {{"before_m2", area.beforeM2}, {"overlap_m2", area.overlapM2}, {"pillar_m2", area.pillarM2}, {"after_m2", area.afterM2}};
    }
    return one;
}

nlohmann::ordered_json reportJson(RuleReport const& report)
{
    auto runs = nlohmann::ordered_json::array(), findings = nlohmann::ordered_json::array();
    for (auto const& run : report.runs) {
        runs.push_back({{"rule", run.rule.id}, {"plan", run.planId}, {"source", run.source}, {"ran", run.ran}, {"why", run.why}, {"subjects", run.subjects}, {"objects", run.objects},
                        {"yes", run.yes}, {"maybe", run.maybe}, {"quote", run.rule.quote.text}});
    }
    for (auto const& finding : report.findings) { findings.push_back(findingJson(finding)); }
    return {{"rules", std::move(runs)}, {"findings", std::move(findings)}};
}

std::string measureText(RuleFinding const& finding)
{
    if (finding.allowed) {
        auto const& area = *finding.allowed;
        return std::format("{:.3f} km2 - {:.3f} overlap - {:.3f} pillar = {:.3f} km2", area.beforeM2 / 1e6, area.overlapM2 / 1e6, area.pillarM2 / 1e6, area.afterM2 / 1e6);
    }
    if (finding.found) { return std::format("{} known", *finding.found); }
    if (finding.areaM2 && *finding.areaM2 > 0) { return std::format("{:.3f} km2 of it ({:.0f} %)", *finding.areaM2 / 1e6, finding.share.value_or(0) * 100); }
    if (finding.distanceM && *finding.distanceM > 0) { return std::format("{:.0f} m away", *finding.distanceM); }
    return finding.share && *finding.share < 1 ? std::format("{:.0f} % of it", *finding.share * 100) : std::string{"inside"};
}

constexpr std::size_t shownMaybes = 12; // of one rule; --all and --json have every one

void printReport(RuleReport const& report, bool all)
{
    for (auto const& run : report.runs) {
        if (!run.ran) { continue; }
        std::printf("%s  %s\n  %s\n", run.rule.id.c_str(), run.source.c_str(), fitted(run.rule.quote.text, 150).c_str());
        std::printf("  asked of %zu things and %zu areas: %zu yes, %zu maybe%s\n", run.subjects, run.objects, run.yes, run.maybe, run.why.empty() ? "" : (" (" + run.why + ")").c_str());
        Table table{{"  finding", "answer", "what", "county", "where", "zone", "measure", "demand", "why"}};
        std::size_t rows = 0, hidden = 0;
        for (auto const& finding : report.findings) {
            if (finding.ruleId != run.rule.id || finding.source != run.source) { continue; }
            if (!all && finding.answer != analysis::Answer::Yes && rows >= shownMaybes) {
                ++hidden;
                continue;
            }
            ++rows;
            table.add({std::string{"  "} + name(finding.kind), analysis::name(finding.answer), fitted(finding.subject, 36), finding.county,
                       fitted(finding.object, 30) + (finding.schematic ? " (schematic)" : ""), finding.zone, measureText(finding), fitted(finding.demand, 40), finding.reason});
        }
        if (rows > 0) { table.print(); }
        if (hidden > 0) { std::printf("  and %zu more that may be (--all, --json)\n", hidden); }
        std::puts("");
    }
    Table table{{"not run", "source", "why", "quote"}};
    std::size_t ran = 0;
    for (auto const& run : report.runs) {
        ran += run.ran ? 1U : 0U;
        if (!run.ran) { table.add({run.rule.id, fitted(run.source, 40), run.why, fitted(run.rule.quote.text, 70)}); }
    }
    if (ran < report.runs.size()) { table.print(); }
    auto const yes = static_cast<std::size_t>(std::ranges::count(report.findings, analysis::Answer::Yes, &RuleFinding::answer));
    std::printf("%zu rules: %zu run, %zu not; %zu findings: %zu yes, %zu maybe\n", report.runs.size(), ran, report.runs.size() - ran, report.findings.size(), yes, report.findings.size() - yes);
}

} // namespace

int runRulesRun(RulesRunOptions const& options)
{
    LongWork const work{"running rules", options.quiet};
    auto const survey = workspace::surveyOf(options.ledger);
    if (!survey) { return report(survey.error()); }
    workspace::RuleRunOptions wanted{.laws = {}, .proposed = options.proposed, .only = options.rule};
    if (!options.noLaws) {
        auto laws = workspace::shippedLawRules();
        if (!laws) { return report(laws.error()); }
        wanted.laws = std::move(*laws);
    }
    for (auto const& file : options.files) {
        auto rules = workspace::readLawRules(file);
        if (!rules) { return report(rules.error()); }
        std::ranges::move(*rules, std::back_inserter(wanted.laws));
    }
    auto const found = workspace::runRules(*survey, wanted, work.progress());
    if (!found) { return report(found.error()); }
    if (!options.dryRun && !options.proposed) {
        auto ledger = ledger::Ledger::open(options.ledger, false);
        if (!ledger) { return report(ledger.error()); }
        ledger->askBeforeChange(work.progressAndWriting());
        if (auto const stored = ledger->putLayer(workspace::asLayer(*found), options.asOf); !stored) { return report(stored.error()); }
    }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    if (options.json) {
        print(reportJson(*found));
    } else if (!options.quiet) {
        printReport(*found, options.all);
    }
    return Ok;
}

} // namespace zhengtu::cli
