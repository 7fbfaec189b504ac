#include "core/utf.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

/// A plan with one problem whose text and measure are given.
Plan read(std::string const& measure, std::string const& problem = "平安县煤矿较多。")
{
    auto const bytes = "平安市贯彻落实督察反馈意见整改方案\n（2023年）\n一、生态环境问题\n（一）" + problem + "\n整改目标：完成整改。\n整改措施：1. " + measure +
                       "\n责任单位：平安市生态环境局\n整改时限：2023年12月底前\n";
    auto const document = text::decodeDocument(bytes, "plan.txt").value();
    return readPlan(document, text::normalise(document.source)).value();
}

std::string number(double value)
{
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) { text.pop_back(); }
    return text;
}

/// "prohibition within 散煤 | 禁煤区, 建成区, 城乡结合部!", parameters behind; ! marks an object without a boundary.
std::string shown(Rule const& rule)
{
    auto text = std::string{name(rule.severity)} + (rule.soft ? "~ " : " ") + name(rule.relation) + " ";
    for (auto const& subject : rule.subjects) { text += (&subject == &rule.subjects.front() ? "" : ",") + subject.kind; }
    text += " | ";
    for (auto const& object : rule.objects) {
        text += (&object == &rule.objects.front() ? "" : ", ") + object.said.text;
        for (auto const& zone : object.zones) { text += ":" + zone; }
        text += object.bounded ? "" : "!";
    }
    for (auto const& one : rule.parameters) { text += " | " + one.name + one.comparator + (one.value ? number(*one.value) : "?"); }
    return text;
}

std::string rulesOf(std::string const& measure)
{
    std::string text;
    for (auto const& rule : read(measure).rules) { text += (text.empty() ? "" : "\n") + shown(rule); }
    return text;
}

} // namespace

TEST_CASE("spatial rules are read with subject, place, distance and severity", "[plan][rules]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"严格落实市区30公里范围内不再新上涉气项目。", "prohibition within-distance air-polluting-project | 市区 | distance=30000"},
        {"严禁在禁煤区、建成区及城乡结合部生产、销售、使用散煤。", "prohibition within loose-coal | 禁煤区, 建成区, 城乡结合部!"},
        {"城四区范围内禁止新、改、扩建高能耗、高污染项目，东山、西川两县一市严格限制高能耗与高排放项目。",
         "prohibition within high-energy-high-emission-project | 城四区\nrestriction within high-energy-high-emission-project | 东山、西川两县一市"},
        {"在清水河干流河道水岸线以外原则上不小于二百米、支流原则上不小于三十米，划定生态功能保护线。",
         "requirement~ buffer protection-strip | 清水河干流河道水岸线 | distance>=200\nrequirement~ buffer protection-strip | 支流 | distance>=30"},
        {"泉域重点保护区范围内的煤矿项目必须扣除重叠部分的井田范围，并结合实际外推一定距离的保护煤柱后，确定允许开采面积。",
         "requirement minus coal-mine | 泉域重点保护区:key | pillar=?"},
        {"泉域重点保护区范围内的煤矿必须扣除重叠部分的井田范围，并外推80米的保护煤柱。", "requirement minus coal-mine | 泉域重点保护区:key | pillar=80"},
        {"每个区启用不少于4个渣土场。", "requirement count-per waste-site | 每个区 | count>=4"},
        {"各县（市、区）至少建成一个集中处置的分拣中心。", "requirement count-per public-facility | 各县（市、区） | count>=1"},
        {"在东山县、西川县至少新建两处森林公园。", "requirement count-per public-facility | 东山县, 西川县 | count>=2"},
        {"对位于自然保护区核心区和缓冲区内的违法开发行为，限期恢复原状，对位于自然保护区实验区的违法开发行为，进行生态影响评估，依法处置。",
         "disposition within development-activity | 自然保护区核心区和缓冲区:core:buffer\ndisposition within development-activity | 自然保护区实验区:experimental"},
        {"限制岩溶泉域范围内煤炭资源开发。", "restriction within coal-mine | 岩溶泉域"},
        {"推动高耗水企业退出泉域重点保护区。", "goal not-within high-water-use-enterprise | 泉域重点保护区:key"},
        {"禁止在居民区、学校、医疗和养老机构等周边规定范围内新建焦化企业。",
         "prohibition within-distance coking-steel-smelting | 居民区, 学校, 医疗和养老机构 | distance<=?"},
        {"空气质量监测站点周边2公里范围内禁止新建煤场。", "prohibition within-distance dump-or-stockyard | 空气质量监测站点 | distance=2000"},
        {"年度空气质量不达标的县（市、区），新、改、扩建项目大气污染物排放总量实行两倍削减量替代。",
         "requirement offset project | 年度空气质量不达标的县（市、区） | factor>=2"},
        {"新建化工类项目必须入园入区。", "requirement within chemical-project | 入园入区"},
        {"新建涉工业炉窑类项目原则上要入园区。", "requirement~ within industrial-furnace-project | 入园区"},
        {"规模养殖场距居民区不得小于500米。", "requirement minimum-distance livestock-farm | 居民区 | distance>=500"},
        {"实现禁煤区散煤清零。", "goal not-within loose-coal | 禁煤区"},
        {"关停集中供热范围内的分散燃煤小锅炉。", "disposition within coal-burning-boiler | 集中供热范围"},
        {"禁止在清水河干流岸线1公里范围内新建化工项目。", "prohibition within-distance chemical-project | 清水河干流岸线 | distance=1000"},
        {"在清水河、平河等主要河流两岸各50米范围内禁止堆放固体废物。", "prohibition within-distance waste-site | 清水河, 平河, 主要河流 | distance=50"},
        {"采石场与铁路、高速公路的距离不得少于1000米，与国道、省道不得少于500米。",
         "requirement minimum-distance mining | 铁路, 高速公路 | distance>=1000\nrequirement minimum-distance mining | 国道, 省道 | distance>=500"},
        {"新建矿山须距自然保护区边界1000米以上。", "requirement minimum-distance mining | 自然保护区 | distance>=1000"},
        {"严格控制在优先保护耕地集中区域新建高污染企业。", "restriction within high-energy-high-emission-project | 优先保护耕地集中区域"},
        {"严禁在清水河干流及主要支流河道管理范围内堆放煤矸石。", "prohibition within waste-site | 清水河干流, 主要支流河道管理范围"},
        {"自然保护区核心区内的5座煤矿2022年底前全部关闭。", "disposition within coal-mine | 自然保护区核心区:core"},
    }));
    CAPTURE(text);
    CHECK(rulesOf(text) == expected);
}

TEST_CASE("what only looks like a spatial rule is none", "[plan][rules]")
{
    auto const text = GENERATE(as<std::string>{},
        "229省道距平安县监测点位直线距离只有270米。",     // a fact
        "矿山距自然保护区边界1000米以上。", "将重污染项目污染范围严格控制在建成区范围内。", "自然保护区核心区内的煤矿管理得到加强。", "采石场与铁路、高速公路之间种植林带，宽度不得少于10米。",
        "新建污水管网3公里。",                             // a length
        "落实《平安市禁止在建成区新建燃煤锅炉的规定》。", // a title
        "按照“六个百分百”要求加强工地管理。", "党委常委会每季度至少研究一次环境保护工作。", "严禁新增焦化产能。",
        "在逐步退出建成区范围前不得恢复生产。",            // a time
        "禁止无除尘装置的钻机作业。", "在重点生态功能区、禁止开发区等区域划定界线。", "不得将验收备案作为基金使用的必要条件。",
        "严禁在风险管控期间开展任何和土壤修复无关的项目。", "三县一市要加快推进燃煤锅炉淘汰。", "完成3个渣土场建设。",
        "每年至少组织两次演练。", "扩大禁煤区范围。", "查处违反规定在禁煤区使用散煤的行为。", "化工企业加强园区管理。");
    CAPTURE(text);
    CHECK(rulesOf(text) == "");
}

TEST_CASE("a rule shows where it stands, what it lacks, and keeps its id", "[plan][rules]")
{
    auto const plan = read("泉域重点保护区范围内的煤矿必须扣除重叠部分的井田范围，并外推一定距离的保护煤柱。");
    REQUIRE(plan.rules.size() == 1);
    auto const& rule = plan.rules.front();
    CHECK(rule.state == RuleState::Proposed);
    CHECK(rule.missing() == std::vector<std::string>{"pillar"});
    CHECK(rule.owner == plan.problems.front().tasks.front().id);
    CHECK(rule.quote.text.starts_with("泉域重点保护区"));
    CHECK(rule.reason.find("must be given") != std::string::npos);
    CHECK(rule.id == read("泉域重点保护区范围内的煤矿必须扣除重叠部分的井田范围，并外推一定距离的保护煤柱。").rules.front().id);
}

TEST_CASE("a rule that is said twice is one rule with both places", "[plan][rules]")
{
    auto const plan = read("严禁在禁煤区使用散煤。\n2. 严禁在禁煤区使用散煤。");
    REQUIRE(plan.rules.size() == 1);
    CHECK(plan.rules.front().repeats.size() == 1);
}

TEST_CASE("a bare protected area is the one that the paragraph spoke of", "[plan][rules]")
{
    auto const [text, kind] = GENERATE(table<std::string, std::string>({
        {"加强自然保护区管理。对保护区内违法违规建设项目，实行一企一策，全部整治到位。", "nature-reserve"},
        {"对保护区内违法违规建设项目进行全面整顿，确保自然保护区内活动得到整治。", "nature-reserve"},
        {"加强饮用水水源保护区管理。对保护区内违法违规建设项目，全部整治到位。", "drinking-water-source"},
        {"加强管理。对保护区内违法违规建设项目，全部整治到位。", "protected-area"}, // of which nobody says
        {"加强自然保护区管理。\n2. 对保护区内违法违规建设项目，全部整治到位。", "protected-area"}, // another paragraph
    }));
    CAPTURE(text);
    auto const plan = read(text);
    REQUIRE(plan.rules.size() == 1);
    CHECK(plan.rules[0].objects.at(0).kind == kind);
}

TEST_CASE("a zone without its area is of the area that the paragraph spoke of", "[plan][rules]")
{
    auto const plan = read("对位于自然保护区核心区的采矿权，限期恢复原状；对位于实验区的采矿权，开展环境影响评估。");
    REQUIRE(plan.rules.size() == 2);
    CHECK(plan.rules[1].objects.at(0).kind == "nature-reserve");
    CHECK(plan.rules[1].objects.at(0).zones == std::vector<std::string>{"experimental"});
    CHECK(plan.rules[1].demand == "开展环境影响评估");
    auto const alone = read("对位于实验区的采矿权，开展环境影响评估。");
    REQUIRE(alone.rules.size() == 1);
    CHECK(alone.rules[0].objects.at(0).kind == "protected-area");
}

TEST_CASE("what a problem tells is no rule", "[plan][rules]")
{
    CHECK(read("加强管理。", "自然保护区核心区内禁止开发建设活动，平安县未落实。").rules.empty());
}

TEST_CASE("claims are read with both ends, comparator and number", "[plan][rules]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"影响最大的229省道距平安县气象局监测点位直线距离只有280米。", "distance minimum-distance 229省道 | 平安县气象局监测点位 = 280米"},
        {"307国道离平安中医院监测点也不足800米。", "distance minimum-distance 307国道 | 平安中医院监测点 < 800米"},
        {"车流量大的G109国道，距东山县、西川县监测点位都在3公里范围内。", "distance within-distance 车流量大的G109国道 | 东山县、西川县监测点位 <= 3公里"},
        {"在县（市、区）空气质量监测点位2公里范围内有过境国省道。", "distance within-distance 过境国省道 | 县（市、区）空气质量监测点位 <= 2公里"},
        {"两家煤业位于距离清水河源头核心保护区约5公里处。", "distance minimum-distance  | 清水河源头核心保护区 ~ 5公里"},
        {"清泉泉域重点保护区涉及12家煤矿。", "count within 煤矿 | 清泉泉域重点保护区 = 12家"},
        {"平安市12个县（市、区）中有11个存在公路穿城现象。", "count within 存在公路穿城现象 | 平安市12个县（市、区） = 11个 of 12"},
        {"12个矸石场违法占地2311.52亩。", "area within 12个矸石场 |  = 2311.52亩"},
        {"平安市涉及21项自然保护区的开发建设活动，其中东山区涉及8项。",
         "count within 开发建设活动 | 自然保护区 = 21项\ncount within 开发建设活动 | 东山区 = 8项 of 21"},
        {"全市7个县（市、区）的规划均在编制中，还有2家企业未验收。", "count within 县（市、区） | 全市 = 7个"},
        {"督察指出的青河自然保护区内违法开发问题，不但有4个未整改销号，又新增违法开发项目12个。",
         "count within 违法开发问题 | 青河自然保护区 = 4个\ncount within 违法开发项目 | 青河自然保护区 = 12个"},
        // in other words
        {"平安热电厂与青河国家湿地公园相距不足600米。", "distance minimum-distance 平安热电厂 | 青河国家湿地公园 < 600米"},
        {"平安热电厂位于东山水库东南方向约2公里处。", "distance minimum-distance 平安热电厂 | 东山水库 ~ 2公里"},
        // how many there are in a region, a park, a list
        {"全市26家独立球团企业仍用老工艺。", "count within 独立球团企业 | 全市 = 26家"},
        {"平安市境内现有煤炭集运站（装车站）29个，有18个未建成封闭式煤棚。", "count within 煤炭集运站 | 平安市 = 29个\ncount within 煤炭集运站未建成封闭式煤棚 | 平安市 = 18个 of 29"},
        {"平安市216个入河排污口，超过80%直排。", "count within 入河排污口 | 平安市 = 216个"},
        {"群众11次举报的银沙滩物流园区14座洗煤厂存在的扬尘问题敷衍整改。", "count within 洗煤厂 | 银沙滩物流园区 = 14座"},
        {"平安市共有矿山企业81家（煤矿28家、非煤矿山53家）。", "count within 矿山企业 | 平安市 = 81家\ncount within 煤矿 | 平安市 = 28家 of 81\ncount within 非煤矿山 | 平安市 = 53家 of 81"},
        {"清泉泉域重点保护区涉及12家煤矿，目前东山煤矿、西川矿等8家仍在生产。",
         "count within 煤矿 | 清泉泉域重点保护区 = 12家\ncount within 煤矿仍在生产 | 清泉泉域重点保护区 = 8家 of 12\nmembership within 东山煤矿、西川矿 | 清泉泉域重点保护区 = 0"},
        {"抽查工地普遍苫盖不严，涉及平安市区和东山、西川、南河等4个县（市）。", "count within 县（市） | 平安市区和东山、西川、南河 = 4个"},
        {"平安市有历史遗留矿山图斑36个，其中10个未修复，共占用土地17.17公顷。",
         "count within 历史遗留矿山图斑 | 平安市 = 36个\ncount within 历史遗留矿山图斑未修复 | 平安市 = 10个 of 36\narea within 平安市有历史遗留矿山图斑36个，其中10个未修复 |  = 17.17公顷"},
        {"煤矸石堆积如山，占用土地面积3000多亩。", "area within 煤矸石堆积如山 |  > 3000亩"},
        {"平安市共有煤矿20余家。", "count within 煤矿 | 平安市 > 20家"},
        // distances in other words
        {"东山洗煤厂与平河之间的距离只有80多米。", "distance minimum-distance 东山洗煤厂 | 平河 > 80米"},
        {"平安焦化厂距县城约三公里，距离学校不到五百米。", "distance minimum-distance 平安焦化厂 | 县城 ~ 3公里\ndistance minimum-distance 平安焦化厂距县城约三公里 | 学校 < 500米"},
        {"东山渣场距平河约2华里。", "distance minimum-distance 东山渣场 | 平河 ~ 2华里"},
        {"东山选煤厂离村庄仅有七八百米。", "distance minimum-distance 东山选煤厂 | 村庄 >= 700米\ndistance minimum-distance 东山选煤厂 | 村庄 <= 800米"},
        {"平安钢铁公司距离监测站点800米至1.2公里。", "distance minimum-distance 平安钢铁公司 | 监测站点 >= 800米\ndistance minimum-distance 平安钢铁公司 | 监测站点 <= 1.2公里"},
        {"东山养殖场建在平河边，与村庄距离仅60米。", "distance minimum-distance 东山养殖场 | 村庄 = 60米"},
        {"平安化工园区位于清水河干流岸线1公里范围内。", "distance within-distance 平安化工园区 | 清水河干流岸线 <= 1公里"},
        {"省道两侧500米范围内分布着储煤场11处。", "distance within-distance 储煤场 | 省道 <= 500米"},
        // how many, in other words
        {"全县共有规模化养殖场126家。", "count within 规模化养殖场 | 全县 = 126家"},
        {"平安县历史遗留矿山45处。", "count within 历史遗留矿山 | 平安县 = 45处"},
        {"平河沿岸18公里河段内有37处排污口。", "count within 排污口 | 平河 = 37处"},
        {"东川河城区段6.8公里两岸仍有污水直排口19处。", "count within 污水直排口 | 东川河 = 19处"},
        {"青河国家湿地公园核心区内违规建设农家乐3处。", "count within 农家乐 | 青河国家湿地公园核心区 = 3处"},
        {"水源地一级保护区内仍有居民住宅23处、养殖场2家。", "count within 居民住宅 | 水源地一级保护区 = 23处\ncount within 养殖场 | 水源地一级保护区 = 2家"},
        {"青河自然保护区内有3处采石场、2家洗煤厂。", "count within 采石场 | 青河自然保护区 = 3处\ncount within 洗煤厂 | 青河自然保护区 = 2家"},
        {"平安县3座铝土矿分布在水源地准保护区内。", "count within 铝土矿 | 水源地准保护区 = 3座"},
        {"全市26座开发区和工业园区中，有7座未配套污水处理设施。", "count within 未配套污水处理设施 | 全市26座开发区和工业园区 = 7座 of 26"},
        {"清水河流域6个县（市、区）13座污水处理厂未提标。", "count within 污水处理厂 | 清水河流域 = 13座"},
        {"清泉泉域一级保护区内尚有企业11家、养殖场6家未搬迁。", "count within 企业 | 清泉泉域一级保护区 = 11家\ncount within 养殖场 | 清泉泉域一级保护区 = 6家"},
        {"青河自然保护区内有工矿企业13家，涉及核心区4家、缓冲区3家。",
         "count within 工矿企业 | 青河自然保护区 = 13家\ncount within 工矿企业 | 核心区 = 4家 of 13\ncount within 工矿企业 | 缓冲区 = 3家 of 13"},
        {"东山水库二级保护区内有耕地13亩。", "area within 耕地 | 东山水库二级保护区 = 13亩"},
        {"平河两岸建成区段有雨污混排口23个。", "count within 雨污混排口 | 平河 = 23个"},
        {"平安湿地公园核心区紧邻东山园区，最近处仅80米。", "distance minimum-distance 平安湿地公园核心区 | 东山园区 = 80米"},
        {"东山尾矿库位于居民区上游约600米处。", "distance minimum-distance 东山尾矿库 | 居民区 ~ 600米"},
        {"平河两岸10至30米范围内有耕地。", "distance within-distance 耕地 | 平河 <= 30米"},
        {"平安采石场毗邻青河自然保护区，相距不过百米。", "distance minimum-distance 平安采石场 | 青河自然保护区 <= 100米"},
        // a part of an area
        {"平安区违法占用湿地320.6亩，其中水域98亩、林地100亩。", "area within 平安区违法占用湿地 |  = 320.6亩\narea within 水域 |  = 98亩\narea within 林地 |  = 100亩"},
        {"东山矿毁坏耕地。毁坏耕地3.5万平方米。", "area within 耕地 |  = 3.5万平方米"},
        // what lies in what
        {"东山养殖场建在饮用水水源二级保护区内。", "membership within 东山养殖场 | 饮用水水源二级保护区 = 0"},
        {"东钢北院属于禁煤区。", "membership within 东钢北院 | 禁煤区 = 0"},
        {"东山煤业选煤厂位于青河自然保护区实验区内。", "membership within 东山煤业选煤厂 | 青河自然保护区实验区 = 0"},
    }));
    CAPTURE(text);
    std::string found;
    for (auto const& claim : read("加强管理。", text).claims) {
        found += (found.empty() ? "" : "\n") + std::string{name(claim.kind)} + " " + name(claim.relation) + " " + claim.subject.text + " | " + claim.object.text + " " +
                 claim.quantity.comparator + " " + number(claim.quantity.value) + claim.quantity.unit + (claim.of ? " of " + number(*claim.of) : "");
    }
    CHECK(found == expected);
}

TEST_CASE("numbers that are neither distances nor counts in an area are no claims", "[plan][rules]")
{
    auto const text = GENERATE(as<std::string>{}, "建成污水管网3公里。", "距离年度目标还差5公里管网。", "碳化室高度4.3米焦炉应淘汰未淘汰。", "隔离带3米。", "共有煤矿12家。", "距今已有3年。",
                               "对7个县（市、区）开展督导，又新增企业2家。", "青河自然保护区内违法开发问题，督察组有4名组员。",
                               // work, not what is there; other things; no place; a class, not a thing
                               "全市完成26家球团企业改造。", "要求全市关停16家洗煤厂。", "平安市印发2个方案。", "位于自然保护区核心区的企业应当退出。", "东山煤矿属于重点排污单位。", "对位于缓冲区内的违法开发行为查处不力。",
                               "小店桥、温南社、韩武村3个断面水质较差。", "东山煤矿位于县城以东3公里长的河谷。", "平安市与东山市合作建成管网3公里。",
                               "该市要求“所有企业距居民区不小于1000米”。", "企业须距居民区500米以上。", "全市实现3万户清洁取暖。", "全市推进5个试点建设。", "该县节约用地后新建厂房2层。",
                               "焦化厂卫生防护距离800米内仍有居民163户。", "养殖面积由80亩减少。", "最大超标4.2倍，距厂界50米处臭气浓度超标。", "抽查的20家加油站中有6家超标。", "20个单位中有6个未编制方案。", "新建成1台焙烧面积14.5平方米竖炉。",
                               "全市36家企业未完成改造。", "其中有256个医疗机构不能收运。");
    CAPTURE(text);
    CHECK(read("加强管理。", text).claims.empty());
}
