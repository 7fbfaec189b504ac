#include "workspace/findings.hpp"

#include "workspace/claims_audit.hpp"
#include "workspace/recurrence.hpp"
#include "workspace/rule_run.hpp"

namespace zhengtu::workspace {

namespace {

Result<geo::Layer> found(Survey const& survey, FindingsOf what, analysis::Progress const& progress)
{
    auto const layer = [](auto const& findings) { return asLayer(findings); };
    switch (what) {
    case FindingsOf::Claims: return auditClaims(survey, progress).transform(layer);
    case FindingsOf::Recurrence: return recurrences(survey, {}, progress).transform([](Recurrences const& all) { return asLayer(all.found); });
    case FindingsOf::Rules: break;
    }
    return shippedLawRules().and_then([&](std::vector<LawRule> laws) { return runRules(survey, {.laws = std::move(laws), .proposed = false, .only = {}}, progress); }).transform(layer);
}

} // namespace

Result<geo::Layer> makeFindings(std::filesystem::path const& path, FindingsOf what, Date asOf, analysis::Progress const& progress)
{
    auto const survey = surveyOf(path, progress);
    if (!survey) { return std::unexpected{survey.error()}; }
    auto layer = found(*survey, what, progress);
    if (!layer) { return layer; }
    auto ledger = ledger::Ledger::open(path, false);
    if (!ledger) { return std::unexpected{std::move(ledger.error())}; }
    ledger->askBeforeChange(progress);
    if (auto stored = ledger->putLayer(*layer, asOf); !stored) { return std::unexpected{std::move(stored.error())}; }
    return layer;
}

} // namespace zhengtu::workspace
