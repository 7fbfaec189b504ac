#include "fixture.hpp"
#include "geo/ops.hpp"
#include "place/tables.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using zhengtu::place::test::gazetteer;

TEST_CASE("a region is a city or a county, by its full name, its city's name in front or a former name", "[place]")
{
    auto const [region, city, county] = GENERATE(table<std::string, std::string, std::string>({
        {"忻州市", "140900", ""}, {"忻州", "140900", ""},          {"晋城市城区", "140500", "140502"},
        {"代县", "140900", "140923"}, {"怀仁县", "140600", "140681"}, {"泽州县", "140500", "140525"},
    }));
    CAPTURE(region);
    auto const scope = gazetteer().scope(region);
    CHECK(scope.cityAdcode == city);
    CHECK(scope.countyAdcode == county);
}

TEST_CASE("a region that is not known, or is several, is none", "[place]")
{
    auto const region = GENERATE(as<std::string>{}, "", "城区", "河北省", "忻", "石家庄市");
    CAPTURE(region);
    CHECK(gazetteer().scope(region).cityAdcode.empty());
}

TEST_CASE("a district whose name is common is printed with its city", "[place]")
{
    CHECK(gazetteer().label("140502") == "晋城市城区");
    CHECK(gazetteer().label("140303") == "阳泉市矿区");
    CHECK(gazetteer().label("140923") == "代县");
    CHECK(gazetteer().label("999999").empty());
}

TEST_CASE("names are found in every form, the best first", "[place]")
{
    auto const full = gazetteer().find("繁峙县");
    REQUIRE(full.size() == 1);
    CHECK(full.front().form == NameForm::Full);
    auto const former = gazetteer().find("怀仁县");
    REQUIRE(former.size() == 1);
    CHECK(former.front().form == NameForm::Former);
    CHECK(gazetteer().find("代").empty());
    CHECK(gazetteer().find("平泉村").size() == 2); // registered as 平泉村委会 in two counties
    CHECK(gazetteer().find("恒大绿洲社区").size() == 1);
    CHECK(gazetteer().find("河拱村").size() == 1);
}

TEST_CASE("the zones of a reserve are one place", "[place]")
{
    auto const found = gazetteer().find("灵空山自然保护区");
    REQUIRE(found.size() == 1);
    auto const& shape = gazetteer().entry(found.front().entry).shape;
    CHECK(zhengtu::geo::isValid(shape).valid);
    CHECK(shape.parts.size() == 1); // core and buffer lie side by side
}

TEST_CASE("groups of counties belong to their city", "[place]")
{
    CHECK(gazetteer().group("140100", "三县一市") == std::vector<std::string>{"140121", "140122", "140123", "140181"});
    CHECK(gazetteer().group("140900", "三县一市").empty());
}

TEST_CASE("tables are read with quotes, blanks and short rows", "[place]")
{
    auto const table = Table::parse("\xEF\xBB\xBF" "name,note\r\n代县,\"a, \"\"b\"\"\nc\"\r\n\r\n繁峙县\n");
    REQUIRE(table.size() == 2);
    CHECK(table.cell(0, "note") == "a, \"b\"\nc");
    CHECK(table.cell(1, "name") == "繁峙县");
    CHECK(table.cell(1, "note").empty());
    CHECK(table.cell(1, "none").empty());
    CHECK(splitNames("a; b；c ;;") == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("without a table of counties there is no gazetteer", "[place]")
{
    auto const missing = Gazetteer::load({}, std::filesystem::path{ZHENGTU_TESTS_DIR} / "place");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == zhengtu::ErrorCode::FileMissing);
}
