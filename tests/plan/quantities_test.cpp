#include "plan/quantities.hpp"

#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <format>
#include <string>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

std::string quantitiesOf(std::string const& text)
{
    auto const normal = text::normalise(toUtf32(text).value());
    std::string shown;
    for (auto const& found : findQuantities(normal, 0, normal.text.size())) {
        auto const& one = found.quantity;
        shown += std::format("{}{} {}{}{}", shown.empty() ? "" : "; ", one.comparator, one.value, one.unit, one.year ? std::format(" ({})", *one.year) : "");
    }
    return shown;
}

} // namespace

TEST_CASE("quantities have value, unit, comparator and year", "[plan][quantities]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"不足９００米", "< 900米"}, {"约5公里处", "~ 5公里"}, {"不小于一百米", ">= 100米"}, {"40亩以上", ">= 40亩"}, {"不超过35微克/立方米", "<= 35微克/立方米"},
        {"浓度范围在29.00-348.00 $\\mu\\text{g}/\\text{m}^3$之间", ">= 29μg/m³; <= 348μg/m³"}, {"每天2至3吨", ">= 2吨; <= 3吨"},
        {"高于９吨/月平方公里", "> 9吨/月平方公里"}, {"共270蒸吨/小时", "= 270蒸吨/小时"}, {"2023年完成3.2万亩", "= 3.2万亩 (2023)"}, {"比2020年下降18%", "= 18%"},
        {"占地2435.127亩", "= 2435.127亩"}, {"近20年堆放1亿吨", "= 1亿吨"},
        {"占用土地4000多亩", "> 4000亩"}, {"累计1亿多吨", "> 1亿吨"}, {"堆放3万余立方米", "> 3万立方米"}, {"还有100余户采用", "> 100户"}, {"二十余公里", "> 20公里"}, {"治理20多万亩", "> 20万亩"},
        {"涉及企业30余家、40家", "> 30家; = 40家"}, {"3家多次违法", "= 3家"}, {"长5公里多，", "> 5公里"}, {"高2米多", "> 2米"},
        {"不得小于500米", ">= 500米"}, {"不应低于80%", ">= 80%"}, {"未超过3公里", "<= 3公里"}, {"逾300亩", "> 300亩"}, {"距村庄最近500米", "= 500米"}, {"节约3万吨", "= 3万吨"}, {"附近500米", "= 500米"},
        {"二三十米", ">= 20米; <= 30米"}, {"七八百米", ">= 700米; <= 800米"}, {"两三公里", ">= 2公里; <= 3公里"}, {"二十三公里", "= 23公里"}, {"三至五公里", ">= 3公里; <= 5公里"},
        {"1.5公里至2公里", ">= 1.5公里; <= 2公里"}, {"800米至1.2公里", ">= 800米; <= 1.2公里"}, {"由20米到5米", "= 20米; = 5米"},
        {"约2华里", "~ 2华里"}, {"至少建设1座", ">= 1座"}, {"相距不过百米", "<= 100米"}, {"违建别墅24栋", "= 24栋"}, {"距县城十里。", "= 10里"}, {"占地3800㎡", "= 3800㎡"}, {"面积7.07m²竖炉", "= 7.07m²"}, {"3.5万平方米", "= 3.5万平方米"}, {"12km²", "= 12km²"},
    }));
    CAPTURE(text);
    CHECK(quantitiesOf(text) == expected);
}

TEST_CASE("dates, numbers of roads, documents and lists are no quantities", "[plan][quantities]")
{
    auto const text = GENERATE(as<std::string>{}, "2021—2025年", "GB37822-2019标准", "晋政办发〔2015〕123号", "G108国道", "065县道", "联系电话0351-1234567", "第3项工作", "3个月内", "2018年6月29日", "10多个月", "30余年", "5多吃", "三十余家", "第3多余项", "七里河", "十里铺村", "三四家", "三十里店");
    CAPTURE(text);
    CHECK(quantitiesOf(text) == "");
}
