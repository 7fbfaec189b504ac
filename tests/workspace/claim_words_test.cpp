#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

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

TEST_CASE("a share of the whole region is told from shares of other things", "[workspace][claims]")
{
    auto const [quote, percent] = GENERATE(table<std::string, double>({
        {"水土流失面积达800平方公里，占市域总面积的30.7%", 30.7}, {"占全县国土面积12%", 12}, {"占全市总面积的约5.5％", 5.5},
        {"占工业固体废物总量的50%", 0}, {"占全市的人口30%", 0}, {"占市域总面积的一半", 0}, {"占地30亩", 0}, {"占全市面积的120%", 0},
    }));
    CAPTURE(quote);
    CHECK(shareOfRegion(quote).value_or(0) == percent);
}
