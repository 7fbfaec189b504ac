#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace {

/// The sample plan with a rule whose pillar is not stated, a claim and a quantity.
PlanRecord recordWithRule(std::string const& variant = {})
{
    auto record = sampleRecord("晋源区", variant);
    plan::Rule rule;
    rule.id = "r0123456789";
    rule.relation = plan::RuleRelation::Minus;
    rule.severity = plan::RuleSeverity::Requirement;
    rule.subjects.push_back({"coal-mine", {"煤矿", {3, 5}}});
    rule.objects.push_back({.kind = "spring-domain", .zones = {"key"}, .said = {"泉域重点保护区", {6, 13}}, .layer = "spring_zone", .bounded = true});
    rule.parameters.push_back({.name = "pillar", .value = std::nullopt, .comparator = "=", .unit = "m", .said = {"保护煤柱", {20, 24}}});
    rule.demand = "扣除重叠部分";
    rule.quote = {"煤矿必须扣除重叠部分", {3, 30}};
    rule.repeats = {{40, 50}};
    rule.reason = "扣除";
    record.plan.rules.push_back(rule);
    plan::Claim claim;
    claim.id = "c0123456789";
    claim.subject = {"229省道", {}};
    claim.object = {"监测点位", {}};
    claim.quantity = {.value = 270, .unit = "米", .comparator = "=", .year = std::nullopt, .said = {"270米", {1, 5}}};
    claim.metres = 270;
    claim.quote = {"229省道距监测点位270米", {0, 9}};
    record.plan.claims.push_back(claim);
    record.plan.problems[0].tasks[0].quantities.push_back({.value = 3, .unit = "处", .comparator = ">=", .year = 2024, .said = {"不少于3处", {1, 6}}});
    return record;
}

Ledger filled(std::filesystem::path const& path, PlanRecord const& record)
{
    auto ledger = Ledger::open(path, true).value();
    REQUIRE(ledger.import({record}, asOf).has_value());
    return ledger;
}

} // namespace

TEST_CASE("rules, claims and quantities are read back as they were stored", "[ledger][rules]")
{
    TemporaryDirectory directory;
    auto const record = recordWithRule();
    auto const ledger = filled(directory / "a.gpkg", record);
    auto const rules = ledger.rules().value();
    REQUIRE(rules.size() == 1);
    auto const& rule = rules.front().rule;
    auto const& stored = record.plan.rules.front();
    CHECK(rules.front().planId == record.plan.id);
    CHECK(rule.id == stored.id);
    CHECK(rule.relation == stored.relation);
    CHECK(rule.severity == stored.severity);
    CHECK(rule.subjects.front().said == stored.subjects.front().said);
    CHECK(rule.objects.front().zones == stored.objects.front().zones);
    CHECK(rule.objects.front().layer == "spring_zone");
    CHECK(rule.quote == stored.quote);
    CHECK(rule.repeats == stored.repeats);
    CHECK(rule.state == plan::RuleState::Proposed);
    CHECK(rule.missing() == std::vector<std::string>{"pillar"});
    auto const claims = ledger.claims().value();
    REQUIRE(claims.size() == 1);
    CHECK(claims.front().claim.metres == 270);
    CHECK(claims.front().claim.quantity.said.text == "270米");
    CHECK(sql(directory / "a.gpkg", "SELECT value || unit || comparator || year FROM quantities") == "3.0处>=2024");
}

TEST_CASE("a rule is confirmed only with the values that the plan leaves open", "[ledger][rules]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", recordWithRule());
    using State = plan::RuleState;
    auto const refused = ledger.decideRule("r0123456789", State::Confirmed, {}, "张三", asOf);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::Usage);
    CHECK(refused.error().detail.find("pillar") != std::string::npos);
    CHECK(ledger.decideRule("r0123456789", State::Confirmed, {{"depth", 3}}, "张三", asOf).error().code == ErrorCode::Usage);
    CHECK(ledger.decideRule("r0123456789", State::Confirmed, {{"pillar", -3}}, "张三", asOf).error().code == ErrorCode::Usage);
    auto const unknown = ledger.decideRule("r0129999999", State::Confirmed, {}, "张三", asOf);
    CHECK(unknown.error().code == ErrorCode::NotFound);
    CHECK(unknown.error().cure.find("r0123456789") != std::string::npos);
    CHECK(ledger.rules().value().front().rule.state == State::Proposed);
    REQUIRE(ledger.decideRule("r0123456789", State::Confirmed, {{"pillar", 50}}, "张三", asOf).has_value());
    auto const rule = ledger.rules().value().front().rule;
    CHECK(rule.state == State::Confirmed);
    CHECK(rule.parameters.front().value == 50);
    CHECK(rule.parameters.front().given);
    auto const event = ledger.events().value().back();
    CHECK(event.what == "rule");
    CHECK(event.who == "张三");
    CHECK(event.newValue == R"({"state":"confirmed","set":{"pillar":50}})");
}

TEST_CASE("a decision survives the same and a corrected document, and is one event", "[ledger][rules]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", recordWithRule());
    REQUIRE(ledger.decideRule("r0123456789", plan::RuleState::Confirmed, {{"pillar", 50}}, "张三", asOf).has_value());
    auto const events = ledger.events().value().size();
    REQUIRE(ledger.decideRule("r0123456789", plan::RuleState::Confirmed, {{"pillar", 50}}, "张三", asOf).has_value());
    CHECK(ledger.events().value().size() == events); // nothing new was said
    CHECK(ledger.import({recordWithRule()}, asOf).value().front() == ImportOutcome::Unchanged);
    CHECK(ledger.import({recordWithRule("改")}, asOf).value().front() == ImportOutcome::Replaced);
    auto const rule = ledger.rules().value().front().rule;
    CHECK(rule.state == plan::RuleState::Confirmed);
    CHECK(rule.parameters.front().value == 50);
    REQUIRE(ledger.decideRule("r0123456789", plan::RuleState::Rejected, {}, "李四", asOf).has_value());
    CHECK(ledger.import({recordWithRule()}, asOf).has_value());
    CHECK(ledger.rules().value().front().rule.state == plan::RuleState::Rejected);
}
