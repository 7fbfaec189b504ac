#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "workspace/claims_audit.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <format>

namespace zhengtu::cli {

namespace {

using workspace::ClaimFinding;

nlohmann::ordered_json finite(std::optional<double> value)
{
    return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json claimJson(ClaimFinding const& finding)
{
    nlohmann::ordered_json parts = nlohmann::ordered_json::array();
    for (auto const& [part, what] : finding.parts) { parts.push_back({{"of", part}, {"what", what}}); }
    return {{"id", finding.id},
            {"plan", finding.planId},
            {"owner", finding.owner},
            {"kind", finding.kind},
            {"subject", finding.subject},
            {"object", finding.object},
            {"quote", finding.quote},
            {"stated", {{"text", finding.statedText}, {"comparator", finding.comparator}, {"value", finding.stated}, {"unit", finding.unit}}},
            {"computed", finite(finding.computed)},
            {"low", finding.range ? finite(finding.range->low) : nlohmann::ordered_json(nullptr)},
            {"high", finding.range ? finite(finding.range->high) : nlohmann::ordered_json(nullptr)},
            {"tolerance", finding.tolerance},
            {"verdict", analysis::name(finding.verdict)},
            {"reason", finding.reason},
            {"parts", std::move(parts)},
            {"schematic", finding.schematic}};
}

/// "1.2 km2", "270 m", "13".
std::string inUnit(double value, std::string const& unit)
{
    if (unit == "m") { return value >= 10'000 ? std::format("{:.0f} km", value / 1000) : value >= 1000 ? std::format("{:.1f} km", value / 1000) : std::format("{:.0f} m", value); }
    if (unit == "m2") { return value >= 1e6 ? std::format("{:.1f} km2", value / 1e6) : std::format("{:.2f} ha", value / 1e4); }
    return std::format("{:.6g}", value);
}

std::string computedText(ClaimFinding const& finding)
{
    auto const& range = finding.range;
    if (!range) { return "-"; }
    auto const text = [&](double value) { return inUnit(value, finding.unit); };
    if (range->low == range->high) { return text(range->low); }
    if (std::isinf(range->high)) { return finding.computed ? text(*finding.computed) + (finding.unit == "m" ? " as drawn" : " or more") : "-"; }
    return text(range->low) + " to " + text(range->high);
}

} // namespace

int runClaims(ClaimsOptions const& options)
{
    LongWork const work{"checking claims", options.quiet};
    auto const survey = workspace::surveyOf(options.ledger);
    if (!survey) { return report(survey.error()); }
    auto findings = workspace::auditClaims(*survey, work.progress());
    if (!findings) { return report(findings.error()); }
    if (!options.dryRun) {
        auto ledger = ledger::Ledger::open(options.ledger, false);
        if (!ledger) { return report(ledger.error()); }
        ledger->askBeforeChange(work.progressAndWriting());
        if (auto const stored = ledger->putLayer(workspace::asLayer(*findings), options.asOf); !stored) { return report(stored.error()); }
    }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    std::erase_if(*findings, [&](ClaimFinding const& one) {
        bool const ofPlan = options.plan.empty() || one.planId == options.plan || one.planTitle.contains(options.plan);
        return !ofPlan || (!options.verdict.empty() && options.verdict != analysis::name(one.verdict));
    });
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& one : *findings) { json.push_back(claimJson(one)); }
        print(json);
        return Ok;
    }
    if (options.quiet) { return Ok; }
    if (findings->empty()) {
        std::puts("No plan of the ledger states a distance, a count or an area.");
        return Ok;
    }
    Table table{{"verdict", "kind", "stated", "computed", "subject", "object", "why"}};
    std::size_t counts[3] = {};
    for (auto const& one : *findings) {
        ++counts[static_cast<std::size_t>(one.verdict)];
        table.add({analysis::name(one.verdict), one.kind, one.statedText, computedText(one), fitted(one.subject, 40), fitted(one.object, 36), one.reason});
    }
    table.print();
    std::printf("%zu claims: %zu agree, %zu differ, %zu cannot be decided (distances geodesic, areas ellipsoidal, CGCS2000)\n", findings->size(), counts[0], counts[1], counts[2]);
    return Ok;
}

} // namespace zhengtu::cli
