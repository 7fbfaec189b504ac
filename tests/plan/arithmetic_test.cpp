#include "plan/plan.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <format>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

Plan readBody(std::string const& body)
{
    auto const text = "某市生态环境保护督察整改方案\n\n一、大气污染方面\n\n1. 治理不力。" + body +
                      "\n整改目标：完成整治。\n整改措施：\n（1）开展排查。\n责任单位：市生态环境局\n整改时限：2024年6月底前\n";
    auto const document = text::decodeDocument(text, "test.txt").value();
    return readPlan(document, text::normalise(document.source)).value();
}

std::string verdicts(Plan const& plan)
{
    std::string line;
    for (auto const& check : plan.checks) {
        if (!check.decisive) { line += std::format("{}{}: {:g}/{:.4g} {}", line.empty() ? "" : " | ", check.what, check.stated, check.found, check.ok ? "ok" : "differs"); }
    }
    return line;
}

std::string quantities(Plan const& plan)
{
    std::string line;
    for (auto const& one : plan.problems.front().quantities) { line += std::format("{}{} {:g} {}", line.empty() ? "" : " | ", one.comparator, one.value, one.unit); }
    return line;
}

} // namespace

TEST_CASE("numbers that the text relates are checked, and never decide", "[plan][arithmetic]")
{
    auto const [body, expected] = GENERATE(table<std::string, std::string>(
        {{"全市有料场40个，有29个未封闭，占比72.5%。", "share of a whole: 72.5/72.5 ok"},
         {"全市有料场40个，有29个未封闭，占比92.5%。", "share of a whole: 92.5/72.5 differs"},
         {"牵头整改的问题7项，完成1项，完成率为14%。", "share of a whole: 14/14.29 ok"},
         {"计划治理1.32万亩，实际完成治理9363.55亩，仅占任务数的71.1%。", "share of a whole: 71.1/70.94 ok"},
         {"全市有医疗机构1956个，其中有256个因运力不足，不能集中收运，占比13%。", "share of a whole: 13/13.09 ok"},
         {"21个矸石场侵占土地问题整改完成7个，仍有14个矸石场违法占地24.1亩未整改，整改率仅为33.3%。", ""},
         {"21个侵占土地问题整改完成7个，仍有14个未整改，整改率仅为33.3%。", "share of a whole: 33.3/33.33 ok"},
         {"21个侵占土地问题整改完成7个，仍有14个未整改，整改率仅为43.3%。", "share of a whole: 43.3/33.33 differs"},
         {"有历史遗留矿山45处，治理完成15处，治理率33%。", "share of a whole: 33/33.33 ok"},
         {"有养殖场126家，仅42家完成治理设施建设，完成率33.3%。", "share of a whole: 33.3/33.33 ok"},
         {"9家水泥企业，仅2家完成改造，其余7家正在改造。", "rest: 7/7 ok"}, {"9家水泥企业，仅2家完成改造，其余6家正在改造。", "rest: 6/7 differs"},
         {"应缴纳基金289.9万元，实际缴纳32.36万元，欠缴257.54万元。", "rest: 257.54/257.5 ok"},
         {"应缴纳基金289.9万元，实际缴纳32.36万元，欠缴200.54万元。", "rest: 200.54/257.5 differs"},
         {"仍有锅炉12台未淘汰，其中甲县5台、乙县7台。", "sum of parts: 12/12 ok"},
         {"共检查车辆100辆（其中国五60辆、国六41辆）。", "sum of parts: 100/101 differs"}}));
    CAPTURE(body);
    auto const plan = readBody(body);
    CHECK(verdicts(plan) == expected);
    CHECK(complete(plan));
}

TEST_CASE("numbers that may mean something else give no check", "[plan][arithmetic]")
{
    auto const body = GENERATE(as<std::string>{}, "全市有料场40个，有29家企业未封闭，占比92.5%。", "全市有料场40个，有29个未封闭，煤炭行业占比92.5%。",
                               "全市有料场约40个，有29个未封闭，占比92.5%。", "收集垃圾100吨，处理50吨，无害化处理率100%。",
                               "牵头整改的问题7项，剩余1项未完成，完成率为85.7%。", "牵头整改的问题7项，完成1项，同比提高14%。", "应缴纳基金289.9万元，罚款32.36万元，欠缴20万元。",
                               "全市有料场40个，有29个未封闭，企业多，整改难，完成率为30%。",
                               "9家水泥企业，3家完成改造，2家停产，其余3家正在改造。", "9家水泥企业，仅2家完成改造，其余4家停产、3家拆除。", "45处矿山，未治理15处，治理率33%。", "45处矿山，治理完成15公顷，治理率33%。", "仍有锅炉12台未淘汰，其中甲县5台、乙县3台。", "仍有锅炉12台未淘汰，其中甲县5家、乙县9家。");
    CAPTURE(body);
    CHECK(verdicts(readBody(body)).empty());
}

TEST_CASE("quantities keep what compares them", "[plan][quantities]")
{
    auto const [body, expected] = GENERATE(table<std::string, std::string>(
        {{"公路距监测点不足900米。", "< 900 米"},
         {"渗坑总面积超过40亩。", "> 40 亩"},
         {"位于上游约5公里处。", "~ 5 公里"},
         {"河岸以外不小于一百米。", ">= 100 米"},
         {"治理面积30公顷以上。", ">= 30 公顷"},
         {"2023年3月至5个月后完成。", ""},
         {"沿337国道和S210省道排查。", ""},
         {"一个料场未封闭。", ""}}));
    CAPTURE(body);
    CHECK(quantities(readBody(body)) == expected);
}
