#include "core/date.hpp"
#include "core/utf.hpp"
#include "plan/demands.hpp"
#include "plan/fields.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

/// "unit | unit" with the role in front where it is not the field's.
std::string read(std::string const& field, UnitRole role = UnitRole::Responsible)
{
    auto const dictionary = shippedDictionary();
    REQUIRE(dictionary.has_value());
    auto const source = toUtf32(field).value();
    auto const normal = text::normalise(source);
    std::string line;
    for (auto const& unit : readUnits(normal, source, 0, normal.text.size(), role, **dictionary)) {
        line += (line.empty() ? "" : " | ") + (unit.role == role ? std::string{} : name(unit.role) + std::string{":"}) + unit.name.text;
    }
    return line;
}

} // namespace

TEST_CASE("unit lists are split, but lists with a shared ending stay one", "[plan]")
{
    auto const [field, units] = GENERATE(table<std::string, std::string>(
        {{"市水务局", "市水务局"},
         {"市委办公室、市政府办公室、市直相关部门", "市委办公室 | 市政府办公室 | 市直相关部门"},
         {"代县、繁峙、原平、五台县（市、区）党委、政府", "代县、繁峙、原平、五台县（市、区）党委、政府"},
         {"岢岚、繁峙、忻府、代县（区）党委、政府，市水利局", "岢岚、繁峙、忻府、代县（区）党委、政府 | 市水利局"},
         {"市环保局，清徐县委、县政府，娄烦县委、县政府", "市环保局 | 清徐县委、县政府 | 娄烦县委、县政府"},
         {"各县（市、区）党委、政府、五台山风景名胜区、忻州市经济开发区（党工委、管委会）、市住建局",
          "各县（市、区）党委、政府 | 五台山风景名胜区、忻州市经济开发区（党工委、管委会） | 市住建局"},
         {"综改示范区、不锈钢园区管委会", "综改示范区、不锈钢园区管委会"},
         {"西上庄、钟家庄街道办事处", "西上庄、钟家庄街道办事处"},
         {"北石店镇党委、政府，各街道党工委、办事处，区直相关单位", "北石店镇党委、政府 | 各街道党工委、办事处 | 区直相关单位"},
         {"区发改（能源）局、各镇（街道）", "区发改（能源）局 | 各镇（街道）"},
         {"市公安局（交警支队）、市交通运输局", "市公安局（交警支队） | 市交通运输局"},
         {"朔城区党委、政府，市公路分局、晋能某某热电有限公司。", "朔城区党委、政府 | 市公路分局 | 晋能某某热电有限公司"},
         {"晋源区、清徐县、市水务局", "晋源区 | 清徐县 | 市水务局"},
         {"市公安、交通、城管局", "市公安、交通、城管局"},
         {"清徐县人民政府 市生态环境局", "清徐县人民政府 | 市生态环境局"},
         {"市水务局和市生态环境局", "市水务局 | 市生态环境局"},
         {"三县一市党委、政府", "三县一市党委、政府"},
         {"市水利局（牵头）、市财政局（配合）、市住建局", "lead:市水利局 | cooperating:市财政局 | 市住建局"},
         {"市水利局牵头，市住建局配合", "lead:市水利局 | cooperating:市住建局"},
         {"由市水利局牵头，甲县人民政府、乙县人民政府配合", "lead:市水利局 | cooperating:甲县人民政府 | cooperating:乙县人民政府"},
         {"市水利局牵头、市住建局配合", "lead:市水利局 | cooperating:市住建局"},
         {"市自然资源局负责，市林业局参与", "市自然资源局 | cooperating:市林业局"},
         {"市住建局、市水利局（配合）", "市住建局 | cooperating:市水利局"},
         {"县水利局（责任人：局长）、南川镇人民政府（主要责任人：镇长）", "县水利局 | person:局长 | 南川镇人民政府 | person:镇长"},
         {"县水利局（河长办）、市公安局（牵头部门：交警支队）", "县水利局（河长办） | 市公安局（牵头部门：交警支队）"},
         {"原单位负责人", "原单位负责人"},
         {"无", ""},
         {"", ""}}));
    CAPTURE(field);
    CHECK(read(field) == units);
}

TEST_CASE("who leads is read from the sentence of a measure", "[plan]")
{
    auto const [measure, leads] = GENERATE(table<std::string, std::string>(
        {{"由市能源局牵头，开展清理整顿。", "市能源局"},
         {"由县财政牵头，组织县自然资源局，成立领导小组", "县财政"},
         {"按照市洗煤行业工作方案，区发改（能源）局牵头开展清理整顿工作", "区发改（能源）局"},
         {"在全市范围内由市工信局、市能源局牵头排查。", "市工信局 | 市能源局"},
         {"市水利局牵头、市住建局配合，6月底前完成；市林业局牵头补植。", "市水利局 | 市林业局"},
         {"请市教育局牵头开展排查", "市教育局"},
         {"市住建局配合、市水利局牵头，6月底前完成", "市水利局"},
         {"由分管副市长牵头，每月调度", ""},
         {"牵头单位要加强调度。", ""},
         {"由各牵头部门负责督办", ""},
         {"市农委牵头的搬迁工作进展缓慢", ""},
         {"各责任单位牵头抓好落实", ""},
         {"发挥牵头作用，抓好落实", ""},
         {"市能源局负责，尽快完成", ""},
         {"由分管领导牵头的专班负责推进", ""},
         {"", ""}}));
    CAPTURE(measure);
    auto const dictionary = shippedDictionary();
    REQUIRE(dictionary.has_value());
    auto const source = toUtf32(measure).value();
    auto const normal = text::normalise(source);
    std::string line;
    for (auto const& unit : readInlineLeads(normal, source, 0, normal.text.size(), **dictionary)) {
        CHECK(unit.role == UnitRole::InlineLead);
        line += (line.empty() ? "" : " | ") + unit.name.text;
    }
    CHECK(line == leads);
}

TEST_CASE("a sentence sets the days that work is due by, not those of events and reports", "[plan]")
{
    auto const [sentence, dates] = GENERATE(table<std::string, std::string>(
        {{"请你镇于2020年6月15日前完成清退，6月底前修复防护网。", "2020-06-15 2020-06-30"},
         {"由市住建局负责，2023年12月底前完成一期，2024年6月底前完成二期", "2023-12-31 2024-06-30"},
         {"请于2020年6月15日前完成整改，并于6月20日前将整改情况报我局。", "2020-06-15"},
         {"请于2020年6月5日前报送整改方案，6月底前完成整改。", "2020-06-30"},
         {"请于2020年6月20日前将整改情况书面报我局。", "2020-06-20"},
         {"2020年6月底前完成对4月15日前堆存垃圾的清运。", "2020-06-30"},
         {"前期已于4月完成清理。", ""},
         {"", ""}}));
    CAPTURE(sentence);
    auto const dictionary = shippedDictionary();
    REQUIRE(dictionary.has_value());
    auto const normal = text::normalise(toUtf32(sentence).value());
    std::vector<Notice> notices;
    auto const due = readDue(normal, 0, normal.text.size(), 2020, **dictionary, notices);
    std::string found;
    for (auto const& date : due ? due->dates : std::vector<Date>{}) { found += (found.empty() ? "" : " ") + isoDate(date); }
    CHECK(found == dates);
}

TEST_CASE("a sentence demands something of the unit that it names for a field", "[plan]")
{
    auto const [sentence, units] = GENERATE(table<std::string, std::string>(
        {{"责任单位为县农业农村局，10月底前关停养殖场3家。", "responsible:县农业农村局"},
         {"牵头单位是市水利局，配合单位为市住建局", "lead:市水利局 cooperating:市住建局"},
         {"由临江市政府负责，临江开发区管委会具体落实", "responsible:临江市政府 responsible:临江开发区管委会"},
         {"责任单位为主，其他单位配合推进", ""},
         {"责任单位认为问题已经解决", ""},
         {"", ""}}));
    CAPTURE(sentence);
    auto const dictionary = shippedDictionary();
    REQUIRE(dictionary.has_value());
    auto const source = toUtf32(sentence).value();
    auto const normal = text::normalise(source);
    std::vector<Notice> notices;
    auto const demand = readDemand(normal, source, 0, normal.text.size(), 2020, **dictionary, notices);
    std::string found;
    for (auto const& unit : demand ? demand->units : std::vector<Unit>{}) { found += (found.empty() ? "" : " ") + std::string{name(unit.role)} + ":" + unit.name.text; }
    CHECK(found == units);
}

TEST_CASE("acceptance units keep the halves of one body together", "[plan]")
{
    CHECK(read("市委、市政府督查室、市省生态环境保护督察整改工作领导小组办公室", UnitRole::Acceptance) ==
          "市委、市政府督查室 | 市省生态环境保护督察整改工作领导小组办公室");
    CHECK(read("市委、政府督查室、市生态环境局", UnitRole::Acceptance) == "市委、政府督查室 | 市生态环境局");
}

TEST_CASE("persons are names or one description", "[plan]")
{
    CHECK(read("张某某、李某", UnitRole::Person) == "张某某 | 李某");
    CHECK(read("无", UnitRole::Person).empty());
    CHECK(read("责任单位主要负责同志", UnitRole::Person) == "责任单位主要负责同志");
    CHECK(read("市委常委、常务副市长张某", UnitRole::Person) == "市委常委、常务副市长张某");
}

TEST_CASE("reading a unit again gives the unit itself", "[plan]")
{
    auto const unit = GENERATE(as<std::string>{}, "代县、繁峙、原平、五台县（市、区）党委、政府", "市公安局（交警支队）", "晋源区委、区政府", "五台山风景名胜区党工委、管委会");
    CHECK(read(unit) == unit);
}
