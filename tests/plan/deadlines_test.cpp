#include "core/utf.hpp"
#include "plan/fields.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <vector>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

struct Read {
    Deadline deadline;
    std::vector<Notice> notices;
    std::string dates;
};

Read read(std::string const& field, std::optional<int> year = std::nullopt)
{
    auto const dictionary = shippedDictionary();
    REQUIRE(dictionary.has_value());
    auto const normal = text::normalise(toUtf32(field).value());
    Read result;
    result.deadline = readDeadline(normal, 0, normal.text.size(), year, **dictionary, result.notices);
    for (auto const& date : result.deadline.dates) { result.dates += (result.dates.empty() ? "" : " ") + isoDate(date); }
    return result;
}

} // namespace

TEST_CASE("deadlines are typed and their dates fixed", "[plan]")
{
    auto const [field, kind, dates, longTerm] = GENERATE(table<std::string, std::string, std::string, bool>(
        {{"2018年6月底前", "date", "2018-06-30", false},
         {"2024 年 2 月底", "date", "2024-02-29", false},
         {"2022年底。", "date", "2022-12-31", false},
         {"2024年12月底前完成", "date", "2024-12-31", false},
         {"2022年10月1日前", "date", "2022-10-01", false},
         {"2018年3月底前和12月底前", "dates", "2018-03-31 2018-12-31", false},
         {"2023年9月底前完成主体工程，2024年6月30日前验收", "dates", "2023-09-30 2024-06-30", false},
         {"“十四五”末", "date", "2025-12-31", false},
         {"“十三五”期间完成", "date", "2020-12-31", false},
         {"2023年3月上旬", "date", "2023-03-10", false},
         {"2023年1月1日-2023年12月31日", "date", "2023-12-31", false},
         {"2022年三季度末", "date", "2022-09-30", false},
         {"2023 年 6 月30日 前", "date", "2023-06-30", false},
         {"立行立改并长期坚持", "immediate", "", true},
         {"持续推进", "long-term", "", true},
         {"2018年6月底前，长期坚持", "date", "2018-06-30", true},
         {"2018年6月，长期坚持", "date", "2018-06-30", true},
         {"2018年6月底前，按计划完成整改", "date", "2018-06-30", false},
         {"立行立改、长期坚持", "immediate", "", true},
         {"立行立改", "immediate", "", true},
         {"长期坚持", "long-term", "", true},
         {"按计划分年度完成整改", "by-plan", "", false},
         {"整改任务按序时进度。", "by-plan", "", false},
         {"按照省整改方案要求时间完成", "referenced", "", false},
         {"二〇二四年六月底前", "date", "2024-06-30", false},
         {"2024年6月中旬", "date", "2024-06-20", false},
         {"2024年上半年", "date", "2024-06-30", false},
         {"2024年第三季度末", "date", "2024-09-30", false},
         {"2022年6月至12月", "date", "2022-12-31", false},
         {"2020-2022年", "date", "2022-12-31", false},
         {"2024年完成", "date", "2024-12-31", false},
         {"2024-06-30", "date", "2024-06-30", false},
         {"2024.6.30前", "date", "2024-06-30", false},
         {"2024年年底前", "date", "2024-12-31", false},
         {"按照《2023年行动计划》的规定时限完成", "referenced", "", false},
         {"", "none", "", false},
         {"无", "none", "", false}}));
    CAPTURE(field);
    auto const result = read(field);
    CHECK(std::string{name(result.deadline.kind)} == kind);
    CHECK(result.dates == dates);
    CHECK(result.deadline.longTerm == longTerm);
    CHECK(result.notices.empty());
}

TEST_CASE("dates that do not exist are refused and noticed, never moved", "[plan]")
{
    auto const field = GENERATE(as<std::string>{}, "2018年6月31日前", "2023年2月29日", "2024年13月底前", "2024年0月底", "2024-02-30", "2024年4月0日");
    CAPTURE(field);
    auto const result = read(field);
    CHECK(result.dates.empty());
    REQUIRE(result.notices.size() == 1);
    CHECK(result.notices.front().what == "impossible-date");
    CHECK(result.deadline.kind == DeadlineKind::None);
    CHECK(result.deadline.said.text == field);
}

TEST_CASE("a date without a year takes the year of the document, and says so", "[plan]")
{
    auto const known = read("6月30日前", 2024);
    CHECK(known.dates == "2024-06-30");
    REQUIRE(known.notices.size() == 1);
    CHECK(known.notices.front().what == "year-from-document");
    auto const unknown = read("6月30日前");
    CHECK(unknown.dates.empty());
    REQUIRE(unknown.notices.size() == 1);
    CHECK(unknown.notices.front().what == "date-without-year");
}

TEST_CASE("lengths of time and titles are no dates", "[plan]")
{
    auto const field = GENERATE(as<std::string>{}, "3个月内", "五年", "《太原市2017年行动计划》", "2024年度计划", "12个月", "2024年汛期前", "2023年供暖季前", "整改方案印发后3个月内完成", "落实“十四五”规划");
    CAPTURE(field);
    CHECK(read(field, 2024).dates.empty());
}
