#include "made_plan.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>

using namespace zhengtu;
using namespace zhengtu::plan;
using tests::number;
using tests::read;

namespace {

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

TEST_CASE("rules are read of what is there already, outside of parks, of lists and exceptions", "[plan][rules]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"新建化工项目原则上不得布局在工业园区外。", "requirement~ within chemical-project | 工业园区"},
        {"工业园区外不再审批新的化工项目。", "requirement within chemical-project | 工业园区"},
        {"禁燃区外严禁新建煤场。", ""}, // says nothing of what is in it
        {"生态保护红线内，自然保护地核心保护区外，禁止开发性、生产性建设活动。", "prohibition within development-activity | 生态保护红线"},
        {"高速公路、国道、省道两侧1公里范围内禁止露天开采。", "prohibition within-distance mining | 高速公路, 国道, 省道 | distance=1000"},
        {"居民区200米范围内不得建设机动车检测站。", "prohibition within-distance  | 居民区 | distance=200"},
        {"居民区附近不得大声喧哗。", ""},
        {"尾矿库下游1公里内有居民的，须于2022年底前完成搬迁。", "disposition within-distance sensitive-site | 尾矿库 | distance=1000"},
        {"尾矿库下游1公里内有居民的，要加强巡查。", ""},
        {"湖泊岸线外延300米内，不得新建规模化养殖场，已建的限期搬迁。", "prohibition within-distance livestock-farm | 湖泊岸线 | distance=300\ngoal within-distance livestock-farm | 湖泊岸线 | distance=300"},
        {"主城区禁止新建焦化项目，现有企业2025年底前全部退城入园。", "prohibition within coking-steel-smelting | 主城区\ngoal not-within coking-steel-smelting | 主城区"},
        {"主城区禁止新建焦化项目，现有企业尚未退出。", "prohibition within coking-steel-smelting | 主城区"},
        {"涉及生态保护红线的矿业权，2023年底前有序退出。", "goal not-within mining | 生态保护红线"},
        {"涉及生态保护红线的矿业权，未全部退出。", ""},
        {"对距居民区不足300米的养殖场，限期搬迁或关闭。", "disposition within-distance livestock-farm | 居民区 | distance<300"},
        {"在集中供热管网覆盖范围内，逐步取缔分散燃煤锅炉。", "disposition within coal-burning-boiler | 集中供热管网覆盖"},
        {"新建焦化项目应布设在依法设立的产业园区。", "requirement within coking-steel-smelting | 产业园区"},
        {"已划定的禁养区内严禁任何单位和个人从事畜禽养殖。", "prohibition within livestock-farm | 禁养区"},
        {"已关停禁养区内养殖场12家。", ""},
        {"城市建成区原则上不再新建燃煤锅炉。", "prohibition~ within coal-burning-boiler | 城市建成区"},
        {"入河排污口设置应避开饮用水水源保护区。", "prohibition within sewage-outlet | 饮用水水源保护区"},
        {"湿地公园保育区内禁止放牧、采砂。", "prohibition within mining | 湿地公园保育区:conservation"},
        {"铁路线路安全保护区内禁止采砂。", "prohibition within mining | 铁路线路安全保护区"},
        {"黄河滩区内的砂石场，2021年6月底前全部拆除到位。", "disposition within dump-or-stockyard | 黄河滩区"},
        {"高速公路两侧可视范围内的矿山必须在2023年底前完成生态修复。", "disposition within-distance mining | 高速公路 | distance<=?"},
    }));
    CAPTURE(text);
    CHECK(rulesOf(text) == expected);
}

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

TEST_CASE("rules are read of demands as plans of other places write them", "[plan][rules]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"禁止在长江干支流岸线1公里范围内新建、扩建化工园区和化工项目。", "prohibition within-distance chemical-project | 长江干支流岸线 | distance=1000"},
        {"尾矿库下游1公里范围内不得新建居民点、学校等敏感目标。", "prohibition within-distance sensitive-site | 尾矿库 | distance=1000"},
        {"海岸线向陆一侧100米范围内，除必要的港口工程外，禁止新建建筑物。", "prohibition within-distance project | 海岸线 | distance=100"},
        {"2022年底前，完成长江岸线500米范围内所有砂石码头的拆除。", "disposition within-distance dump-or-stockyard | 长江岸线 | distance=500"},
        {"禁养区内现有规模化养殖场，限期2年内全部关闭或搬迁。", "disposition within livestock-farm | 禁养区"},
        {"对位于自然保护区核心区、缓冲区的采石场，2023年6月底前全部关闭退出；对位于实验区的，组织评估后依法处置。",
         "disposition within mining | 自然保护区核心区、缓冲区:core:buffer\ndisposition within mining | 实验区:experimental"},
        {"新建生活垃圾填埋场与居民点的距离应大于500米，与机场的距离应大于5公里。", "requirement minimum-distance waste-site | 居民点 | distance>=500\nrequirement minimum-distance waste-site | 机场 | distance>=5000"},
        {"合理布局规模化养殖场，距村庄500米以上。", "requirement minimum-distance livestock-farm | 村庄 | distance>=500"},
        {"对县城建成区及周边3公里范围内的小炼油、小化工企业予以取缔。", "disposition within-distance chemical-project | 县城建成区 | distance=3000"},
        {"沿江1公里范围内的化工企业全部搬迁或关闭。", "goal within-distance chemical-project | 沿江 | distance=1000"},
        {"国省道两侧1公里范围内的露天矿山必须在2024年6月底前完成生态修复。", "disposition within-distance mining | 国省道 | distance=1000"},
        {"居民区300米范围内禁止露天烧烤，城区禁止燃放烟花爆竹。", "prohibition within-distance open-burning | 居民区 | distance=300\nprohibition within open-burning | 城区"},
        {"二级保护区内的排污口2022年底前全部封堵，一级保护区内的居民有序搬迁。", "disposition within sewage-outlet | 二级保护区:second\ngoal not-within sensitive-site | 一级保护区:first"},
        {"库区周边200米内严禁餐饮、宾馆等经营活动。", "prohibition within-distance catering-lodging | 库区 | distance=200"},
        // demands that lay down nothing of the kind
        {"加强对河道采砂的监管，发现一起查处一起。", ""}, {"加快推进饮用水水源地规范化建设，完善隔离防护设施。", ""}, {"督促企业在厂区周边种植防护林带，改善环境。", ""}, {"市县两级每年至少开展1次联合执法。", ""},
        {"加强高速公路两侧可视范围内矿山修复。", ""}, {"养殖场污水全部处理，距村庄较近的加盖。", ""},
    }));
    CAPTURE(text);
    CHECK(rulesOf(text) == expected);
}

TEST_CASE("what a rule excepts is said", "[plan][rules]")
{
    auto const plan = read("除防洪、航道整治等公益性工程外，不得在湿地公园内开展任何建设活动。");
    REQUIRE(plan.rules.size() == 1);
    CHECK(plan.rules[0].reason.find("the text excepts: 除防洪、航道整治等公益性工程外") != std::string::npos);
}

TEST_CASE("what a problem tells is no rule", "[plan][rules]")
{
    CHECK(read("加强管理。", "自然保护区核心区内禁止开发建设活动，平安县未落实。").rules.empty());
}
