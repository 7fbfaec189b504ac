#include "made.hpp"
#include "workspace/rule_run.hpp"

#include "geo/measure.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace zhengtu;
using namespace zhengtu::workspace;
using namespace zhengtu::tests;
using analysis::Answer;
using Catch::Matchers::WithinRel;

namespace {

/// A map of our own: the reserve 青山 (core and buffer), measured, and mines in and around it.
Survey survey(std::vector<geo::Layer> layers)
{
    auto atlas = Atlas::load();
    REQUIRE(atlas);
    return {.atlas = std::move(*atlas), .layers = std::move(layers), .plans = {}, .tasks = {}, .rules = {}, .texts = {}};
}

geo::Layer mines(std::vector<geo::Feature> features, geo::LayerOrigin origin = geo::LayerOrigin::User)
{
    geo::Layer layer;
    layer.id = "user-mines";
    layer.kind = "mine";
    layer.origin = origin;
    layer.features = std::move(features);
    return layer;
}

LawRule rule(plan::RuleRelation relation, plan::RuleSeverity severity, std::vector<std::string> zones = {})
{
    LawRule law;
    law.law = "某条例";
    law.rule.id = "test-rule";
    law.rule.relation = relation;
    law.rule.severity = severity;
    law.rule.state = plan::RuleState::Confirmed;
    law.rule.subjects = {{"coal-mine", {"煤矿", {}}}};
    law.rule.objects = {{.kind = "nature-reserve", .zones = std::move(zones), .said = {"自然保护区", {}}, .layer = "reserve"}};
    law.rule.quote.text = "禁止在自然保护区内开矿";
    return law;
}

RuleReport run(Survey const& all, LawRule const& law)
{
    auto report = runRules(all, {.laws = {law}, .proposed = false, .only = {}});
    REQUIRE(report);
    return std::move(*report);
}

RuleFinding const* of(RuleReport const& report, std::string const& subject)
{
    auto const found = std::ranges::find(report.findings, subject, &RuleFinding::subject);
    return found == report.findings.end() ? nullptr : &*found;
}

/// 甲区 and 乙区, apart from each other.
geo::Layer twoCounties()
{
    geo::Layer counties;
    counties.id = "counties";
    counties.kind = "county";
    counties.features = {feature("c1", "甲区", "county", square(112, 38, 0.1)), feature("c2", "乙区", "county", square(112.3, 38, 0.1))};
    counties.features[0].adcode = "000001";
    counties.features[1].adcode = "000002";
    return counties;
}

} // namespace

TEST_CASE("a rule finds what lies in a zone, and says when it cannot tell", "[workspace][rules]")
{
    auto half = feature("m3", "跨界煤矿", "mine", square(112.1, 38, 0.02));
    auto vague = feature("m4", "约略煤矿", "mine", geo::Shape::point({112.103, 38}));
    vague.accuracyM = 2000;
    auto const all = survey({reserves(), mines({feature("m1", "核心煤矿", "mine", square(112, 38, 0.01)), feature("m2", "远方煤矿", "mine", square(112.5, 38, 0.01)), half, vague})});

    SECTION("in the core: certainly, in part, perhaps, and not at all")
    {
        auto const report = run(all, rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"}));
        REQUIRE(report.runs.size() == 1);
        CHECK(report.runs[0].ran);
        REQUIRE(of(report, "核心煤矿"));
        CHECK(of(report, "核心煤矿")->answer == Answer::Yes);
        CHECK(of(report, "核心煤矿")->zone == "core");
        CHECK(of(report, "核心煤矿")->kind == FindingKind::Breach);
        CHECK_FALSE(of(report, "核心煤矿")->uncertaintyDecides);
        REQUIRE(of(report, "跨界煤矿"));
        CHECK(of(report, "跨界煤矿")->answer == Answer::Maybe);
        CHECK_THAT(*of(report, "跨界煤矿")->share, WithinRel(0.5, 0.01));
        REQUIRE(of(report, "约略煤矿")); // 260 m outside, known to 2 km
        CHECK(of(report, "约略煤矿")->uncertaintyDecides);
        CHECK_FALSE(of(report, "远方煤矿"));
    }
    SECTION("zones of one reserve are one finding, their shares together")
    {
        auto const report = run(all, rule(plan::RuleRelation::Within, plan::RuleSeverity::Disposition, {"core", "buffer"}));
        REQUIRE(of(report, "跨界煤矿"));
        CHECK(of(report, "跨界煤矿")->zone == "core|buffer");
        CHECK_THAT(*of(report, "跨界煤矿")->share, WithinRel(1.0, 0.001));
        CHECK(of(report, "跨界煤矿")->kind == FindingKind::Dispose);
        CHECK(std::ranges::count(report.findings, "跨界煤矿", &RuleFinding::subject) == 1);
    }
    SECTION("a shape that is drawn from a description accuses nobody")
    {
        auto drawn = reserves();
        for (auto& zone : drawn.features) { zone.schematic = true; }
        auto const report = run(survey({drawn, mines({feature("m1", "核心煤矿", "mine", square(112, 38, 0.01))})}), rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"}));
        REQUIRE(report.findings.size() == 1);
        CHECK(report.findings[0].answer == Answer::Maybe);
        CHECK(report.findings[0].reason.contains("drawn from a description"));
    }
    SECTION("a rule on new ones lists what is there without accusing it")
    {
        auto law = rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"});
        law.rule.demand = "禁止新建煤矿";
        CHECK(of(run(all, law), "核心煤矿")->kind == FindingKind::NewOnly);
    }
}

TEST_CASE("what a rule needs and has not is said, and the rule is not run", "[workspace][rules]")
{
    auto const all = survey({reserves(), mines({feature("m1", "核心煤矿", "mine", square(112, 38, 0.01))})});
    auto law = rule(plan::RuleRelation::WithinDistance, plan::RuleSeverity::Prohibition);
    std::string expected;
    SECTION("a distance that is not stated")
    {
        law.rule.parameters = {{.name = "distance", .value = std::nullopt, .unit = "m", .said = {}}};
        expected = "the distance is laid down case by case"; // a law: nobody confirms it
    }
    SECTION("a layer of its objects")
    {
        law.rule.objects = {{.kind = "no-coal-area", .zones = {}, .said = {"禁煤区", {}}, .layer = {}}};
        law.rule.parameters = {{.name = "distance", .value = 100, .unit = "m", .said = {}}};
        expected = "no layer holds 禁煤区";
    }
    SECTION("an area without boundary")
    {
        law.rule.objects[0].bounded = false;
        law.rule.parameters = {{.name = "distance", .value = 100, .unit = "m", .said = {}}};
        expected = "nothing says where";
    }
    SECTION("a confirmation")
    {
        law.rule.state = plan::RuleState::Proposed;
        law.rule.parameters = {{.name = "distance", .value = 100, .unit = "m", .said = {}}};
        expected = "proposed";
    }
    SECTION("a subject")
    {
        law.rule.subjects.clear();
        law.rule.parameters = {{.name = "distance", .value = 100, .unit = "m", .said = {}}};
        expected = "does not know";
    }
    auto const report = run(all, law);
    CHECK_FALSE(report.runs[0].ran);
    CHECK(report.runs[0].why.contains(expected));
    CHECK(report.findings.empty());
}

TEST_CASE("a user's layer that is called so holds what no kind is for", "[workspace][rules]")
{
    geo::Layer ban;
    ban.id = "user-ban";
    ban.title = "禁煤区";
    ban.kind = "other";
    ban.origin = geo::LayerOrigin::User;
    ban.features = {feature("b1", "东片", "other", square(112, 38, 0.05))};
    geo::Layer shops;
    shops.id = "user-shops";
    shops.kind = "site";
    shops.title = "散煤销售点";
    shops.origin = geo::LayerOrigin::User;
    shops.features = {feature("s1", "甲摊点", "site", geo::Shape::point({112, 38})), feature("s2", "乙摊点", "site", geo::Shape::point({112.3, 38}))};
    LawRule law = rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition);
    law.rule.subjects = {{"loose-coal", {"散煤", {}}}};
    law.rule.objects = {{.kind = "no-coal-area", .zones = {}, .said = {"禁煤区", {}}, .layer = {}}};
    auto const report = run(survey({ban, shops}), law);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].subject == "甲摊点");
    CHECK(report.findings[0].answer == Answer::Yes);
}

TEST_CASE("features of two layers that have one id are two", "[workspace][rules]")
{
    auto const all = survey({reserves(), mines({feature("1-core", "核心煤矿", "mine", square(112, 38, 0.01)), feature("1-buffer", "缓冲煤矿", "mine", square(112.15, 38, 0.01))})});
    auto const report = run(all, rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core", "buffer"}));
    CHECK(report.runs[0].subjects == 2);
    REQUIRE(of(report, "核心煤矿"));
    CHECK(of(report, "核心煤矿")->zone == "core");
    REQUIRE(of(report, "缓冲煤矿"));
    CHECK(of(report, "缓冲煤矿")->zone == "buffer");
}

TEST_CASE("a distance is geodesic metres and counts to the nearest", "[workspace][rules]")
{
    auto const all = survey({reserves(), mines({feature("m1", "近处煤矿", "mine", geo::Shape::point({112.2 + 0.001, 38})), feature("m2", "远处煤矿", "mine", geo::Shape::point({112.2 + 0.003, 38}))})});
    auto law = rule(plan::RuleRelation::WithinDistance, plan::RuleSeverity::Prohibition);
    law.rule.parameters = {{.name = "distance", .value = 100, .unit = "m", .said = {}}};
    auto const report = run(all, law);
    REQUIRE(report.findings.size() == 1); // 88 m, not 263 m
    CHECK(report.findings[0].subject == "近处煤矿");
    CHECK(report.findings[0].answer == Answer::Yes);
    CHECK_THAT(*report.findings[0].distanceM, WithinRel(87.8, 0.01));
}

TEST_CASE("allowable mining area is told mine by mine", "[workspace][rules]")
{
    auto const all = survey({reserves(), mines({feature("m3", "跨界煤矿", "mine", square(112.2, 38, 0.02)), feature("m2", "远方煤矿", "mine", square(112.5, 38, 0.01))})});
    auto law = rule(plan::RuleRelation::Minus, plan::RuleSeverity::Requirement);
    law.rule.parameters = {{.name = "pillar", .value = 50, .unit = "m", .said = {}}};
    auto const report = run(all, law);
    REQUIRE(report.findings.size() == 1);
    auto const& allowed = report.findings[0].allowed;
    REQUIRE(allowed);
    CHECK_THAT(allowed->overlapM2, WithinRel(allowed->beforeM2 / 2, 0.01));
    CHECK_THAT(allowed->beforeM2, WithinRel(allowed->overlapM2 + allowed->pillarM2 + allowed->afterM2, 1e-6));
    CHECK_THAT(allowed->pillarM2, WithinRel(50 * 0.04 * 111'000, 0.01)); // along 4.4 km of the edge
}

TEST_CASE("a mine that may lose something is told as maybe, one without an outline too", "[workspace][rules]")
{
    auto roughly = feature("m1", "约略煤矿", "mine", square(112.23, 38, 0.02)); // 880 m outside, known to 1 km
    roughly.accuracyM = 1000;
    auto const all = survey({reserves(), mines({roughly, feature("m2", "点位煤矿", "mine", geo::Shape::point({112.15, 38})), feature("m3", "远方煤矿", "mine", geo::Shape::point({112.5, 38}))})});
    auto law = rule(plan::RuleRelation::Minus, plan::RuleSeverity::Requirement);
    law.rule.parameters = {{.name = "pillar", .value = 50, .unit = "m", .said = {}}};
    auto const report = run(all, law);
    REQUIRE(of(report, "约略煤矿"));
    CHECK(of(report, "约略煤矿")->answer == Answer::Maybe);
    CHECK_FALSE(of(report, "约略煤矿")->allowed);
    REQUIRE(of(report, "点位煤矿"));
    CHECK(of(report, "点位煤矿")->answer == Answer::Yes);
    CHECK(of(report, "点位煤矿")->reason.contains("no outline"));
    CHECK_FALSE(of(report, "远方煤矿"));
}

TEST_CASE("strips run outward from the bank where it is known, else from the centre line and say so", "[workspace][rules]")
{
    constexpr double metre = 1 / 87'832.0; // of longitude at 38 N
    auto river = feature("r1", "清河", "river", {geo::ShapeType::Line, {geo::Part{{{112, 37.95}, {112, 38.05}}, {}}}});
    auto const mineAt = [&](std::string const& name, double eastM) { return feature(name, name, "mine", geo::Shape::point({112 + eastM * metre, 38})); };
    auto const things = mines({mineAt("五十米", 50), mineAt("一百五十米", 150), mineAt("二百五十米", 250), mineAt("四百米", 400)});
    auto law = rule(plan::RuleRelation::Buffer, plan::RuleSeverity::Requirement);
    law.rule.soft = true;
    law.rule.objects = {{.kind = "main-river", .zones = {}, .said = {"清河干流", {}}, .layer = "river"}};
    law.rule.parameters = {{.name = "distance", .value = 100, .comparator = ">=", .unit = "m", .said = {}}};
    geo::Layer rivers;
    rivers.id = "rivers";
    rivers.kind = "river";
    SECTION("the width is known: 100 m of water on each side")
    {
        river.more = {{"width_m", "200"}};
        rivers.features = {river};
        auto const report = run(survey({rivers, things}), law);
        CHECK_FALSE(of(report, "五十米")); // in the water
        REQUIRE(of(report, "一百五十米"));
        CHECK(of(report, "一百五十米")->answer == Answer::Yes);
        CHECK(of(report, "一百五十米")->kind == FindingKind::Warn);
        CHECK(std::abs(*of(report, "一百五十米")->distanceM - 50) < 1);
        CHECK(of(report, "一百五十米")->reason.contains("water's edge"));
        CHECK_FALSE(of(report, "二百五十米"));
    }
    SECTION("no width is known")
    {
        rivers.features = {river};
        auto const report = run(survey({rivers, things}), law);
        REQUIRE(of(report, "五十米"));
        CHECK(of(report, "五十米")->answer == Answer::Yes);
        CHECK(of(report, "五十米")->reason.contains("centre line"));
        REQUIRE(of(report, "二百五十米")); // a wide river would reach there
        CHECK(of(report, "二百五十米")->answer == Answer::Maybe);
        CHECK_FALSE(of(report, "四百米"));
    }
}

TEST_CASE("what a group is called says nothing of its plants", "[workspace][rules]")
{
    geo::Layer works;
    works.id = "works";
    works.kind = "enterprise";
    works.features = {feature("e1", "东山煤矿集团西川热电有限公司", "enterprise", square(112, 38, 0.01)), feature("e2", "西川能源集团有限责任公司北坡煤矿", "enterprise", square(112, 38, 0.01))};
    auto const report = run(survey({reserves(), works}), rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"}));
    CHECK_FALSE(of(report, "东山煤矿集团西川热电有限公司"));
    CHECK(of(report, "西川能源集团有限责任公司北坡煤矿"));
}

TEST_CASE("what only both errors together could bring into a drawn zone is counted, not listed", "[workspace][rules]")
{
    auto drawn = reserves();
    for (auto& zone : drawn.features) {
        zone.schematic = true;
        zone.accuracyM = 5000;
    }
    auto near = feature("m1", "近处煤矿", "mine", geo::Shape::point({112.134, 38})); // 3 km outside
    auto far = feature("m2", "远处煤矿", "mine", geo::Shape::point({112.167, 38}));  // 5.9 km
    near.accuracyM = far.accuracyM = 1000;
    auto const report = run(survey({drawn, mines({near, far})}), rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"}));
    CHECK(of(report, "近处煤矿"));
    CHECK_FALSE(of(report, "远处煤矿"));
    CHECK(report.runs[0].why.contains("1 more cannot be ruled out"));
}

TEST_CASE("what is not word for word is never shown as a quote", "[workspace][rules]")
{
    auto law = rule(plan::RuleRelation::Within, plan::RuleSeverity::Prohibition, {"core"});
    auto const all = survey({reserves(), mines({feature("m1", "核心煤矿", "mine", square(112, 38, 0.01))})});
    CHECK(run(all, law).findings.at(0).quote == "禁止在自然保护区内开矿");
    law.abridged = true;
    CHECK(run(all, law).findings.at(0).quote == "（大意）禁止在自然保护区内开矿");
    CHECK(run(all, law).findings.at(0).source.contains("摘要"));
}

TEST_CASE("a distance that a law leaves open is not asked of a person who confirms rules", "[workspace][rules]")
{
    auto law = rule(plan::RuleRelation::WithinDistance, plan::RuleSeverity::Prohibition);
    law.rule.parameters = {{.name = "distance", .value = std::nullopt, .comparator = "<=", .unit = "m", .said = {}}};
    auto const report = run(survey({reserves(), mines({})}), law);
    CHECK_FALSE(report.runs[0].ran);
    CHECK(report.runs[0].why.contains("--rules FILE"));
}

TEST_CASE("emissions are cut elsewhere where a layer says that a county misses the standard", "[workspace][rules]")
{
    auto const counties = twoCounties();
    auto law = rule(plan::RuleRelation::Offset, plan::RuleSeverity::Requirement);
    law.rule.objects = {{.kind = "county-group", .zones = {}, .said = {"不达标的县（市、区）", {}}, .layer = "county"}};
    law.rule.parameters = {{.name = "factor", .value = 2, .comparator = "=", .unit = {}, .said = {}}};
    auto const things = mines({feature("m1", "甲区煤矿", "mine", square(112, 38, 0.01)), feature("m2", "乙区煤矿", "mine", square(112.3, 38, 0.01))});
    SECTION("no layer says so")
    {
        auto const report = run(survey({counties, things}), law);
        CHECK_FALSE(report.runs[0].ran);
        CHECK(report.runs[0].why.contains("miss the standard"));
    }
    SECTION("a user's table does")
    {
        geo::Layer air;
        air.id = "user-air";
        air.kind = "other";
        air.origin = geo::LayerOrigin::User;
        air.features = {feature("1", "甲区", "other", geo::Shape::point({112, 38})), feature("2", "乙区", "other", geo::Shape::point({112.3, 38}))};
        air.features[0].more = {{"空气质量", "达标"}};
        air.features[1].more = {{"空气质量", "未达标"}};
        auto const report = run(survey({counties, things, air}), law);
        CHECK_FALSE(of(report, "甲区煤矿"));
        REQUIRE(of(report, "乙区煤矿"));
        CHECK(of(report, "乙区煤矿")->answer == Answer::Yes);
    }
}

TEST_CASE("minimum numbers are asked of every area, also of those with none", "[workspace][rules]")
{
    auto const counties = twoCounties();
    geo::Layer dumps;
    dumps.id = "user-dumps";
    dumps.kind = "site";
    dumps.title = "渣土场";
    for (int i = 0; i < 3; ++i) { dumps.features.push_back(feature("d" + std::to_string(i), "渣土场", "site", geo::Shape::point({112 + 0.01 * i, 38}))); }
    LawRule law = rule(plan::RuleRelation::CountPer, plan::RuleSeverity::Requirement);
    law.rule.subjects = {{"waste-site", {"渣土场", {}}}};
    law.rule.objects = {{.kind = "reserve-like", .zones = {}, .said = {"每个区", {}}, .layer = "county"}};
    law.rule.parameters = {{.name = "count", .value = 3, .comparator = ">=", .unit = {}, .said = {}}};
    SECTION("the layer is the whole: none is a breach")
    {
        dumps.origin = geo::LayerOrigin::UserReplaces;
        auto const report = run(survey({counties, dumps}), law);
        REQUIRE(report.findings.size() == 1); // 甲区 has its three
        CHECK(report.findings[0].subject == "乙区");
        CHECK(*report.findings[0].found == 0);
        CHECK(report.findings[0].answer == Answer::Yes);
    }
    SECTION("the layer may lack some")
    {
        dumps.origin = geo::LayerOrigin::User;
        dumps.features.pop_back();
        auto const report = run(survey({counties, dumps}), law);
        CHECK(report.findings.size() == 2);
        CHECK(std::ranges::all_of(report.findings, [](RuleFinding const& one) { return one.answer == Answer::Maybe; }));
    }
}
