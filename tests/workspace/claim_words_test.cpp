#include "made.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>
#include <tuple>

using namespace zhengtu::workspace;

TEST_CASE("the number of a road is read in any of its ways", "[workspace][claims]")
{
    auto const [name, number] = GENERATE(table<std::string, std::string>({
        {"G338", "G338"}, {"338国道", "G338"}, {"国道338", "G338"}, {"G338国道", "G338"}, {"249省道", "S249"}, {"S249省道怀仁段", "S249"}, {"065县道", "X065"}, {"G55二广高速", "G55"},
        // no road, or no number of one
        {"338号楼", ""}, {"国道", ""}, {"过境国省道", ""}, {"15000多辆的G108国道", "G108"}, {"2021年11月", ""},
    }));
    CAPTURE(name);
    CHECK(roadNumber(name) == number);
}

TEST_CASE("what is counted must be called so by its class, and a field must say what the text says of it", "[workspace][claims]")
{
    auto atlas = Atlas::load();
    REQUIRE(atlas);
    zhengtu::geo::Layer layer;
    layer.id = "user-mines";
    layer.kind = "mine";
    layer.origin = zhengtu::geo::LayerOrigin::UserReplaces;
    layer.features = {zhengtu::tests::feature("1", "东山煤矿", "mine", zhengtu::geo::Shape::point({112, 38})), zhengtu::tests::feature("2", "西川石灰岩矿", "mine", zhengtu::geo::Shape::point({112, 38})),
                      zhengtu::tests::feature("3", "北坡煤矿", "mine", zhengtu::geo::Shape::point({112, 38}))};
    layer.features[0].more = {{"状态", "在生产"}};
    layer.features[2].more = {{"状态", "停产"}};
    Survey const survey{.atlas = std::move(*atlas), .layers = {layer}, .plans = {}, .tasks = {}, .rules = {}, .texts = {}};
    auto const [subject, sure, open] = GENERATE(table<std::string, int, int>({
        {"煤矿", 3, 0},             // the layer holds mines
        {"煤矿仍在生产", 1, 2},     // one says so
        {"非煤矿山", 0, 1},         // coal mines are none
        {"大型煤矿", 3, 0},         // says nothing of which
        {"露采石灰岩矿山", 0, 3},   // no field says 露采石灰岩
        {"矿山公园建设现象", 0, 0}, // are no mines
    }));
    CAPTURE(subject);
    zhengtu::plan::Claim claim;
    claim.subject.text = subject;
    auto const counted = countedThings(survey, claim);
    CHECK(std::ranges::count_if(counted.things, [](CountedThing const& one) { return one.unsaid.empty(); }) == sure);
    CHECK(std::ranges::count_if(counted.things, [](CountedThing const& one) { return !one.unsaid.empty(); }) == open);
}

TEST_CASE("a share of the whole region is told from shares of other things", "[workspace][claims]")
{
    auto const [quote, percent] = GENERATE(table<std::string, double>({
        {"水土流失面积达800平方公里，占市域总面积的30.7%", 30.7}, {"占全县国土面积12%", 12}, {"占全市总面积的约5.5％", 5.5},
        {"占工业固体废物总量的50%", 0}, {"占全市的人口30%", 0}, {"占市域总面积的一半", 0}, {"占地30亩", 0}, {"占全市面积的120%", 0},
    }));
    CAPTURE(quote);
    CHECK(shareOfRegion(quote).value_or(0) == percent);
}
