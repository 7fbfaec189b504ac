#include "fixture.hpp"

#include "core/utf.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;

namespace {

/// The mentions of a whole document as "text|kind|county": those of its problems, or those outside.
std::vector<std::string> inDocument(std::string const& document, bool ofProblems = true)
{
    auto const source = toUtf32(document).value();
    auto const normal = text::normalise(source);
    text::Document read;
    read.source = source;
    auto const plan = plan::readPlan(read, normal).value();
    std::vector<std::string> rows;
    for (auto const& mention : findMentions(plan, normal, gazetteer())) {
        if ((mention.problem != Mention::none) == ofProblems) { rows.push_back(mention.text + "|" + std::string{name(mention.kind)} + "|" + mention.county); }
    }
    return rows;
}

std::string closeOut(std::string const& label, std::string const& said)
{
    return "忻州市生态环境保护督察整改任务验收销号公示\n整改任务：代县矸石治理不彻底。\n整改目标：完成治理。\n" + label + "：" + said + "\n公示时间：2023年6月1日\n";
}

std::string const tableHead = "忻州市生态环境问题整改进展情况表\n序号\t县（市、区）\t存在问题\t整改措施\t完成情况\n";

} // namespace

TEST_CASE("what came of a problem is read for places", "[place]")
{
    for (auto const* const label : {"整改完成情况", "整改情况", "整改落实情况", "核实情况"}) {
        CAPTURE(label);
        CHECK(finds(inDocument(closeOut(label, "已完成。繁峙县大营镇石家窑村矸石山覆土。")), "石家窑村|village|繁峙县"));
    }
    // 代县 opens the problem and is the only county of it.
    CHECK(finds(inDocument(closeOut("整改情况", "已完成。云岭铸造有限公司停产。")), "云岭铸造有限公司|enterprise|代县"));
    CHECK(finds(inDocument(closeOut("整改情况", "已完成。繁峙县督办，云岭铸造有限公司停产。")), "云岭铸造有限公司|enterprise|"));
    CHECK(finds(inDocument(closeOut("整改情况", "已完成。委托云岭铸造有限公司处置。")), "云岭铸造有限公司|enterprise|"));
    // Goals, units and where to telephone are no places of the problem.
    for (auto const* const label : {"责任单位", "联系地址", "验收标准"}) {
        CAPTURE(label);
        CHECK_FALSE(findsText(inDocument(closeOut(label, "繁峙县大营镇石家窑村")), "石家窑村"));
    }
}

TEST_CASE("a cell with the name of a county is the county of its row", "[place]")
{
    auto const rows = inDocument(tableHead + "1\t代县\t东沟洗煤厂煤泥露天堆放\t南沟村清运\t北沟村已完成清运\n2\t繁峙县\t云岭铁矿尾矿渗漏\t限期治理\t正在整改\n");
    CHECK(finds(rows, "代县|county|代县"));
    CHECK(finds(rows, "南沟村|village|代县"));
    CHECK(finds(rows, "北沟村|village|代县"));
    CHECK(finds(rows, "云岭铁矿|mine|繁峙县"));
    // A sentence that names another county is not of the row's, and a cell with two says nothing of one.
    auto const twins = inDocument(tableHead + "1\t代县\t原平市境内煤泥倒在南沟水库\t清运\t已完成\n2\t代县、繁峙县\t云岭铁矿尾矿渗漏\t治理\t正在整改\n");
    CHECK_FALSE(finds(twins, "南沟水库|reservoir|代县"));
    CHECK(finds(twins, "云岭铁矿|mine|"));
}

TEST_CASE("headings that are names of counties are those of what stands below", "[place]")
{
    std::string const head = "忻州市突出环境问题整改进展情况的通报\n现将有关情况通报如下。\n";
    auto const both = [&](std::string const& body) {
        auto rows = inDocument(head + body);
        auto const more = inDocument(head + body, false);
        rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    };
    auto const found = both("一、代县\n1.云岭铁矿尾矿渗漏。2.南沟村垃圾未清运。\n二、繁峙县（1个）\n1.北沟水库周边养殖。\n三、有关要求\n东沟水库要加强巡查。\n");
    CHECK(finds(found, "云岭铁矿|mine|代县"));
    CHECK(finds(found, "南沟村|village|代县"));
    CHECK(finds(found, "北沟水库|reservoir|繁峙县"));
    CHECK(finds(found, "东沟水库|reservoir|"));
    // One heading alone is none of a list, and one that says more than the name is a sentence.
    CHECK(finds(both("一、代县\n1.云岭铁矿尾矿渗漏。\n二、有关要求\n加强巡查。\n"), "云岭铁矿|mine|"));
    CHECK(finds(both("一、代县未监管\n1.云岭铁矿尾矿渗漏。\n二、繁峙县未监管\n1.北沟水库周边养殖。\n"), "云岭铁矿|mine|"));
}
