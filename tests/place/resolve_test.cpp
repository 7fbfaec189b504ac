#include "fixture.hpp"
#include "geo/ops.hpp"
#include "place/resolve.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;

namespace {

std::vector<Site> sitesOf(std::string region, std::string problem, std::vector<TaskText> tasks)
{
    auto const made = sample(std::move(region), std::move(problem), std::move(tasks));
    return locate(made.plan, findMentions(made.plan, made.normal, gazetteer()), taskAreas(made.plan, gazetteer()), made.normal, gazetteer());
}

} // namespace

TEST_CASE("a task is where the places that it names are", "[place]")
{
    auto const sites = sitesOf("忻州市", "扬尘突出。", {{"对代县、繁峙县开展检查。", {"市生态环境局"}}});
    REQUIRE(sites.size() == 2);
    CHECK(sites[0].id == "p0000000000-01-01-s1");
    CHECK(sites[0].taskId == "p0000000000-01-01");
    CHECK(sites[0].place == "代县");
    CHECK(sites[0].precision == Precision::County);
    CHECK(sites[0].shape == boxOf("140923"));
    CHECK(sites[1].adcode == "140924");
}

TEST_CASE("a task without places is where its problem's are, else where its units are", "[place]")
{
    auto const sites = sitesOf("忻州市", "定襄县散煤复燃。", {{"立即整改。", {"市生态环境局"}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].county == "定襄县");
    auto const byUnits = sitesOf("忻州市", "散煤复燃。", {{"立即整改。", {"代县、繁峙县党委、政府"}}});
    REQUIRE(byUnits.size() == 2);
    CHECK(byUnits[0].span.empty());
    CHECK(byUnits[1].county == "繁峙县");
}

TEST_CASE("of its problem's places a measure takes those of the counties that its units answer for", "[place]")
{
    auto const sites = sitesOf("忻州市", "定襄县、代县散煤复燃。", {{"立即整改。", {"代县、繁峙县党委、政府"}}, {"立即整改。", {"代县等相关县（市、区）政府"}}});
    REQUIRE(sites.size() == 4);
    CHECK(sites[0].county == "代县");
    CHECK_FALSE(sites[0].span.empty());
    CHECK(sites[1].county == "繁峙县");
    CHECK(sites[1].span.empty());
    CHECK(sites[2].county == "定襄县"); // others are meant too: all of them
    CHECK(sites[3].county == "代县");
}

TEST_CASE("units that stand for the whole city give the city once", "[place]")
{
    auto const sites = sitesOf("忻州市", "散煤复燃。", {{"立即整改。", {"各县（市、区）党委、政府"}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].precision == Precision::City);
    CHECK(sites[0].place == "忻州市");
}

TEST_CASE("a task that nothing places is kept, unlocated, with the reason", "[place]")
{
    auto const sites = sitesOf("忻州市", "认识不到位。", {{"加强学习。", {"市生态环境局"}}, {"加强宣传。", {}}});
    REQUIRE(sites.size() == 2);
    for (auto const& site : sites) {
        CHECK(site.precision == Precision::Unlocated);
        CHECK(site.shape.empty());
        CHECK_FALSE(site.reason.empty());
    }
}

TEST_CASE("a place that nothing places has its row beside one that is known, unless its counties stand for it", "[place]")
{
    auto const both = sitesOf("忻州市", "问题。", {{"云岭铸业有限公司停产，定襄县晋昌镇整改。", {"市工信局"}}});
    REQUIRE(both.size() == 2);
    CHECK(both[0].precision == Precision::Township);
    CHECK(both[1].place == "云岭铸业有限公司");
    CHECK(both[1].precision == Precision::Unlocated);
    CHECK_FALSE(both[1].reason.empty());
    auto const counties = sitesOf("忻州市", "问题。", {{"云岭铸业有限公司整改。", {"代县政府"}}});
    REQUIRE(counties.size() == 1);
    CHECK(counties[0].precision == Precision::County);
    auto const twice = sitesOf("忻州市", "问题。", {{"云岭铸业有限公司整改，云岭铸业有限公司停产，定襄县晋昌镇整改。", {"市工信局"}}});
    CHECK(twice.size() == 2);
}

TEST_CASE("a facility that no layer has stands at the seat of its township, else in its county", "[place]")
{
    auto const sites = sitesOf("忻州市", "问题。", {{"对定襄县晋昌镇云岭球团厂停产整治。", {}}, {"对定襄县云岭球团厂停产整治。", {}}});
    REQUIRE(sites.size() == 2);
    CHECK(sites[0].precision == Precision::Township);
    CHECK(sites[0].radiusM > 2000);
    CHECK(sites[0].shape.type == geo::ShapeType::Point);
    CHECK(sites[1].precision == Precision::County);
    CHECK(sites[1].shape == boxOf("140921"));
}

TEST_CASE("a works named after a township of its county stands at that township's seat, a company does not", "[place]")
{
    auto const sites = sitesOf("忻州市", "问题。", {{"扩建定襄县晋昌污水处理厂。", {}}, {"对定襄县晋昌球团有限公司停产整治。", {}}, {"扩建代县晋昌污水处理厂。", {}}});
    REQUIRE(sites.size() == 3);
    CHECK(sites[0].precision == Precision::Township);
    CHECK(sites[0].reason.find("named after a township of its county") != std::string::npos);
    CHECK(sites[1].precision == Precision::County);
    CHECK(sites[2].precision == Precision::County); // that county has no such township
}

TEST_CASE("a river is cut to the county that the text says", "[place]")
{
    auto const sites = sitesOf("忻州市", "问题。", {{"清理定襄县滹沱河河道。", {}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].kind == Kind::River);
    CHECK(sites[0].shape.type == geo::ShapeType::Line);
    CHECK(geo::covers(boxOf("140921"), sites[0].shape).value());
}

TEST_CASE("a name of several counties is not put anywhere, but both are offered", "[place]")
{
    auto const sites = sitesOf("太原市", "问题。", {{"平泉村立即整改。", {"市生态环境局"}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].precision == Precision::Unlocated);
    REQUIRE(sites[0].candidates.size() == 2);
    CHECK(sites[0].candidates[0].score == 0.5);
}

TEST_CASE("a mine of which it is open in which of two counties it lies is not put in either", "[place]")
{
    auto const sites = sitesOf("忻州市", "问题。", {{"云台煤矿立即整改。", {"市生态环境局"}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].precision == Precision::Unlocated);
    REQUIRE(sites[0].candidates.size() == 2);
    CHECK(sites[0].candidates[1].name == "繁峙县");
}

TEST_CASE("a reserve that crosses cities is its part within the issuing city, whatever its level and zone are called", "[place]")
{
    for (std::string const name : {"青石河省级自然保护区", "青石河自然保护区", "青石河自然保护区实验区"}) {
        CAPTURE(name);
        auto const sites = sitesOf("忻州市", name + "内违法开发。", {{"立即整改。", {"市林业局"}}});
        REQUIRE(sites.size() == 1);
        CHECK(sites[0].precision == Precision::Facility);
        CHECK(sites[0].county.empty());
        CHECK(geo::covers(boxOf("140902"), sites[0].shape).value());
        CHECK(sites[0].reason.find("its part within 忻州市") != std::string::npos);
    }
    auto const abroad = sitesOf("太原市", "青石河自然保护区内违法开发。", {{"立即整改。", {"市林业局"}}});
    REQUIRE(abroad.size() == 1);
    CHECK(abroad[0].precision == Precision::Unlocated);
}

TEST_CASE("a zone that reaches over several counties is said to be in none", "[place]")
{
    auto const sites = sitesOf("忻州市", "石泉泉域超采。", {{"立即整改。", {"市水利局"}}});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].precision == Precision::Facility);
    CHECK(sites[0].county.empty());
    CHECK(sites[0].adcode.empty());
}

TEST_CASE("a place of the city whose county nobody says has the city, if its name says so or the plan gives its committee tasks", "[place]")
{
    auto const named = sitesOf("忻州市", "问题。", {{"加快忻州市云岭污泥处置项目进度。", {"市住建局"}}, {"云岭铸业有限公司整改。", {"市工信局"}}});
    REQUIRE(named.size() == 2);
    CHECK(named[0].precision == Precision::City);
    CHECK(named[0].reason.find("its name says 忻州市") != std::string::npos);
    CHECK(named[1].precision == Precision::Unlocated); // nothing says that it is in this city
    // Also beside a place that is known, and of a company whose name has the city in it; of a river it says nothing.
    auto const beside = sitesOf("忻州市", "问题。", {{"代县污水、华电国际忻州热电公司和忻州河治理。", {"市工信局"}}});
    REQUIRE(beside.size() == 3);
    CHECK(beside[1].place == "华电国际忻州热电公司");
    CHECK(beside[1].precision == Precision::City);
    CHECK(beside[2].precision == Precision::Unlocated);
    auto const zone = sitesOf("忻州市", "云岭开发区环评未编制。", {{"编制环评。", {"云岭开发区管委会"}}});
    REQUIRE(zone.size() == 1);
    CHECK(zone[0].precision == Precision::City);
    auto const other = sitesOf("忻州市", "云岭开发区环评未编制。", {{"编制环评。", {"市生态环境局"}}});
    REQUIRE(other.size() == 1);
    CHECK(other[0].precision == Precision::Unlocated);
    auto const units = sitesOf("忻州市", "问题。", {{"加快忻州市云岭污泥处置项目进度。", {"代县、繁峙县政府"}}});
    REQUIRE(units.size() == 2);
    CHECK(units[0].precision == Precision::County); // the counties of the units say more than the city
    CHECK(units[0].reason.find("忻州市云岭污泥处置项目") != std::string::npos);
}

TEST_CASE("a short text is located as if a plan of that city named it", "[place]")
{
    auto const& places = gazetteer();
    auto const town = locateText("定襄县晋昌镇", places.scope("忻州市"), places);
    REQUIRE(town.size() == 1);
    CHECK(town[0].place == "晋昌镇");
    CHECK(town[0].precision == Precision::Township);
    auto const two = locateText("平泉村", places.scope("太原市"), places);
    REQUIRE(two.size() == 1);
    CHECK(two[0].precision == Precision::Unlocated);
    CHECK(two[0].candidates.size() == 2);
    for (std::string const nothing : {"", "无此地名", "矿区", "城区", "\xff"}) {
        auto const none = locateText(nothing, places.scope("忻州市"), places);
        REQUIRE(none.size() == 1);
        CHECK(none[0].shape.empty());
        CHECK_FALSE(none[0].reason.empty());
    }
    CHECK(locateText("代县", {}, places).size() == 1);
}

TEST_CASE("a name with one wrong character places nothing, but those written almost so are shown", "[place]")
{
    auto const& places = gazetteer();
    auto const shown = [&](std::string const& text) {
        auto const sites = locateText(text, places.scope("忻州市"), places);
        REQUIRE(sites.size() == 1);
        CHECK(sites[0].shape.empty());
        std::string names;
        for (auto const& candidate : sites[0].candidates) { names += candidate.name + "|" + candidate.reason + ";"; }
        return names;
    };
    CHECK(shown("晋唱镇").contains("晋昌镇|is written almost so"));
    CHECK(shown("晋唱乡").empty()); // another kind of place
    CHECK(shown("近唱镇").empty()); // two slips
    CHECK(locateText("晋唱镇", {}, places)[0].candidates.empty()); // nowhere to look
}

TEST_CASE("a problem without measures is a row by itself", "[place]")
{
    auto const sites = sitesOf("忻州市", "代县扬尘突出。", {});
    REQUIRE(sites.size() == 1);
    CHECK(sites[0].taskId == "p0000000000-01");
}

TEST_CASE("every task has a site, every id is its own, and only the unlocated have no shape", "[place]")
{
    auto const sites = sitesOf("忻州市", "代县宏远球团有限公司、滹沱河、307国道。",
                               {{"甲。", {}}, {"繁峙县下茹越断面达标。", {}}, {"灵空山自然保护区清退。", {}}, {"全市推进。", {"各县（市、区）政府"}}});
    std::set<std::string> ids, tasks;
    for (auto const& site : sites) {
        ids.insert(site.id);
        tasks.insert(site.taskId);
        CHECK(site.shape.empty() == (site.precision == Precision::Unlocated));
        CHECK_FALSE(site.reason.empty());
    }
    CHECK(ids.size() == sites.size());
    CHECK(tasks.size() == 4);
}
