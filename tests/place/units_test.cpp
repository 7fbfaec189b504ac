#include "fixture.hpp"
#include "place/units.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using zhengtu::place::test::gazetteer;

namespace {

using Names = std::vector<std::string>;

Names counties(std::string const& region, std::string const& unit)
{
    return expandCounties(unit, gazetteer().scope(region), gazetteer());
}

} // namespace

TEST_CASE("a unit stands for the counties that it names", "[place]")
{
    auto const [region, unit, wanted] = GENERATE(table<std::string, std::string, Names>({
        {"忻州市", "代县、繁峙、原平、五台县（市、区）党委、政府", {"代县", "繁峙县", "原平市", "五台县"}},
        {"忻州市", "忻府、定襄、代县（区）党委、政府", {"忻府区", "定襄县", "代县"}},
        {"忻州市", "繁峙县委、县政府", {"繁峙县"}},
        {"忻州市", "忻府区委、政府", {"忻府区"}},
        {"太原市", "三县一市党委、政府", {"清徐县", "阳曲县", "娄烦县", "古交市"}},
        {"太原市", "小店区委、区政府，晋源区委、区政府", {"小店区", "晋源区"}},
        {"太原市", "清徐县等相关县（市、区）党委、政府", {"清徐县"}},
        {"朔州市", "怀仁县党委、政府", {"怀仁市"}},
        {"晋城市城区", "区住建局", {"晋城市城区"}},
        {"晋城市城区", "西上庄、钟家庄街道办事处", {"晋城市城区"}},
        {"阳泉市", "城区、矿区、郊区党委、政府", {"阳泉市城区", "阳泉市矿区", "阳泉市郊区"}},
    }));
    CAPTURE(unit);
    CHECK(counties(region, unit) == wanted);
}

TEST_CASE("all counties are meant where the unit says so", "[place]")
{
    auto const unit = GENERATE(as<std::string>{}, "各县（市、区）党委、政府", "各县(市、区)人民政府", "各县市区党委、政府", "市环保局，各县（市、区）党委、政府");
    CAPTURE(unit);
    auto const area = areaOf(unit, gazetteer().scope("忻州市"), gazetteer());
    CHECK(area.wholeCity);
    CHECK(area.counties.size() == 6);
}

TEST_CASE("a unit that names no county stands for none", "[place]")
{
    auto const unit = GENERATE(as<std::string>{}, "", "市生态环境局", "各相关县（市、区）党委、政府", "市直相关部门", "五台山风景名胜区党工委、管委会",
                               "大同煤矿集团云岭热电有限公司", "忻州市经济开发区（党工委、管委会）", "市公安局交警支队");
    CAPTURE(unit);
    CHECK(counties("忻州市", unit).empty());
}

TEST_CASE("acceptance units and persons do not count", "[place]")
{
    auto made = test::sample("忻州市", "污水直排。", {{"限期整改。", {"代县党委、政府"}}});
    made.plan.problems[0].tasks[0].units.push_back({zhengtu::plan::UnitRole::Acceptance, {"繁峙县委督查室", {}}});
    made.plan.problems[0].tasks[0].units.push_back({zhengtu::plan::UnitRole::Person, {"定襄县县长", {}}});
    auto const areas = taskAreas(made.plan, gazetteer());
    REQUIRE(areas.size() == 1);
    REQUIRE(areas[0].size() == 1);
    CHECK(areas[0][0].counties == Names{"140923"});
}
