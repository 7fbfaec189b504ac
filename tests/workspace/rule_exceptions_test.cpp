#include "made.hpp"
#include "workspace/claims_audit.hpp"
#include "workspace/rule_exceptions.hpp"
#include "workspace/rule_run.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::workspace;
using namespace zhengtu::tests;

namespace {

plan::Rule saying(std::string const& quote)
{
    plan::Rule rule;
    rule.id = "test-rule";
    rule.state = plan::RuleState::Confirmed;
    rule.subjects = {{"mining", {"采矿", {}}}};
    rule.objects = {{.kind = "nature-reserve", .zones = {}, .said = {"自然保护区", {}}, .layer = "reserve"}};
    rule.quote.text = quote;
    return rule;
}

std::string shown(RuleExceptions const& exceptions)
{
    std::string text;
    for (auto const& kind : exceptions.kinds) { text += kind + " "; }
    for (auto const& zone : exceptions.zones) { text += ":" + zone + " "; }
    return text;
}

} // namespace

TEST_CASE("an exception is applied where it names a class or an outer zone and nothing more", "[workspace][rules]")
{
    auto const [quote, expected] = GENERATE(table<std::string, std::string>({
        {"除煤矿外，自然保护区内禁止采矿", "coal-mine "},
        {"自然保护区内，除煤矿、风电场以外，禁止建设", "coal-mine wind-solar-project "},
        {"自然保护区内禁止采矿，煤矿除外", "coal-mine "},
        {"自然保护区内，除实验区外，禁止旅游", ":experimental "},
        {"自然保护区内，除核心区外，可以观鸟", ""},           // the zone around it would still hold it
        {"除符合规划的码头外，禁止建设", ""},                 // nobody sees which
        {"除必要的民生项目外，禁止建设", ""},
        {"清除煤矿外运道路，禁止采矿", ""},
        {"自然保护区内禁止采矿，国家另有规定的除外", ""},
    }));
    CAPTURE(quote);
    CHECK(shown(exceptionsOf(saying(quote))) == expected);
}

TEST_CASE("what the text takes out of a rule is counted and not found", "[workspace][rules]")
{
    auto atlas = Atlas::load();
    REQUIRE(atlas);
    geo::Layer mines;
    mines.id = "user-mines";
    mines.kind = "mine";
    mines.origin = geo::LayerOrigin::User;
    mines.features = {feature("m1", "核心煤矿", "mine", square(112, 38, 0.01)), feature("m2", "核心铁矿", "mine", square(112.02, 38, 0.01))};
    Survey const survey{.atlas = std::move(*atlas), .layers = {reserves(), mines}, .plans = {}, .tasks = {}, .rules = {}, .texts = {}};
    LawRule law;
    law.law = "某条例";
    law.rule = saying("除煤矿外，自然保护区内禁止采矿");
    auto const report = runRules(survey, {.laws = {law}, .proposed = false, .only = {}});
    REQUIRE(report);
    REQUIRE(report->findings.size() == 1);
    CHECK(report->findings.front().subject == "核心铁矿");
    CHECK(report->runs.front().why.contains("1 are excepted by the text"));
}

TEST_CASE("an area is held against a feature only where it is that of the feature", "[workspace][claims]")
{
    auto const [words, number, text, verdict] = GENERATE(table<std::string, double, std::string, std::string>({
        {"青石省级自然保护区总面积", 46, "青石省级自然保护区总面积46亩", "differs"},
        {"青石省级自然保护区", 46, "青石省级自然保护区违法占用林地46亩", "cannot-decide"},
        {"青石省级自然保护区", 46, "青石省级自然保护区占地46亩", "cannot-decide"},
        {"青山省级自然保护区核心区面积", 46, "青山省级自然保护区核心区面积46亩", "differs"},
    }));
    auto atlas = Atlas::load();
    REQUIRE(atlas);
    plan::Claim claim;
    claim.kind = plan::ClaimKind::Area;
    claim.subject.text = words;
    claim.quote.text = text;
    claim.quantity.value = number;
    claim.quantity.unit = "亩";
    claim.quantity.said.text = "46亩";
    claim.squareMetres = number * 10'000 / 15;
    ledger::PlanRecord record;
    record.plan.claims = {claim};
    Survey survey{.atlas = std::move(*atlas), .layers = {reserves()}, .plans = {}, .tasks = {}, .rules = {}, .texts = {}};
    survey.plans.push_back(record);
    auto const findings = auditClaims(survey, {});
    REQUIRE(findings);
    REQUIRE(findings->size() == 1);
    CAPTURE(text, findings->front().reason);
    CHECK(analysis::name(findings->front().verdict) == verdict);
    CHECK(findings->front().reason.contains("would decide") == (verdict == "cannot-decide"));
}
