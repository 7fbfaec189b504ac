#include "core/utf.hpp"
#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("each kind of name has a twin that is none", "[place][twins]")
{
    auto const pair = GENERATE(values<Twins>({
        // counties and towns
        {"定襄县晋昌镇、南王乡散煤复燃。", "南王乡|town|定襄县", "全县建制镇、中心集镇和各乡镇散煤复燃。", ""},
        {"代县县城周边散煤复燃。", "代县|county|代县", "历代县城周边形成聚落。", ""},
        {"五台等地矿山裸露。", "五台|county|五台县", "新增五台设备，五台山脚下植被良好。", "五台"},
        // villages
        {"代县上馆镇北关村露天焚烧。", "北关村|village|代县", "城中村、空心村和移民村露天焚烧。", ""},
        {"区内有石窊村居民取水。", "石窊村|village", "一级保护区内有多个村。", ""},
        // rivers and canals
        {"代县同川河垃圾未清。", "同川河|river|代县", "清理入河、沿河和过河管道。", ""},
        {"定襄县宏道镇七岩河垃圾未清。", "七岩河|river|定襄县", "主河、支河和各河段垃圾未清。", ""},
        {"忻定退水渠污水直排。", "忻定退水渠|river", "农灌退水渠、各退水渠和农田排水渠。", ""},
        {"代县、繁峙县峨口河断流。", "峨口河|river|", "两县界河断流，改河、填河行为未停。", "两县界河"},
        {"代县屯水川河段垃圾未清。", "代县|county|代县", "代县屯水川河道和北关村河段垃圾未清。", "屯水川河"},
        {"代县北关村河段垃圾未清。", "北关村|village|代县", "代县北关村河段垃圾未清。", "北关村河"},
        {"定襄县晋昌、南王乡散煤复燃。", "晋昌|town|定襄县", "定襄县晋昌北路和晋昌大道积尘。", "晋昌"},
        // reservoirs
        {"原平市观上水库周边养殖。", "原平市观上水库|reservoir|原平市", "各水库、病险水库和大中型水库。", ""},
        // mines
        {"代县上馆镇长沟煤矿越界开采。", "长沟煤矿|mine|代县", "地方煤矿、整合煤矿和兼并重组煤矿。", ""},
        {"阳煤集团五矿矸石自燃。", "阳煤集团五矿|mine", "尾矿、铁矿粉和一矿一策。", ""},
        {"华晋焦煤沙曲一矿矿井水外排。", "华晋焦煤沙曲一矿|mine", "露天矿山和矿区积尘。", ""},
        {"代县东山石灰石矿生态破坏。", "代县东山石灰石矿|mine|代县", "大型石灰石矿和露天石灰石矿。", ""},
        // companies and works
        {"晋能控股煤业集团有限公司未按期完成。", "晋能控股煤业集团有限公司|enterprise", "某煤业集团、国有集团和各集团有限公司。", ""},
        {"首钢长治钢铁有限公司未按期完成。", "首钢长治钢铁有限公司|enterprise", "钢铁企业和钢铁公司未按期完成。", ""},
        {"关停云岭煤矿、一电厂。", "一电厂|enterprise", "关停一电厂房，新建一电厂。", "一电厂"},
        {"实施金梁新能、亚宏科技、美林化工3家新投运焦化企业改造。", "亚宏科技|enterprise", "实施水泥、焦化、化工3家重点企业改造。", ""},
        {"代县北关热源厂未改造。", "代县北关热源厂|enterprise|代县", "集中供热热源厂、燃煤热源厂。", ""},
        // sections
        {"潇水河郝家断面超标。", "郝家断面|monitoring_section", "河流断面、考核断面和水库断面超标。", "河流断面"},
        {"浊漳河南源北寨断面、黄碾断面超标。", "北寨断面|monitoring_section", "国控断面、省考断面和跨界断面。", ""},
        {"下茹越水库出口断面超标。", "下茹越水库出口断面|monitoring_section", "水库出口断面和各出口断面。", "各出口断面"},
        // parks
        {"代县高新区管网不配套。", "代县高新区|park|代县", "各高新区和省级高新区。", ""},
        {"忻定一体化经济区未批先建。", "忻定一体化经济区|park", "县域经济区域发展，特色经济区块。", ""},
        {"云岭山国家森林公园内违建。", "云岭山国家森林公园|park", "国家森林公园、省级湿地公园内违建。", ""},
        {"五台山风景名胜区内违建。", "五台山风景名胜区|reserve", "各风景名胜区内违建。", ""},
        // roads
        {"G18荣乌高速沿线堆煤。", "G18荣乌高速|road", "高速增长、绕城高速和过境高速。", ""},
        {"307复线扬尘。", "307复线|road", "307人参加培训。", ""},
        {"阳涉铁路沿线堆煤。", "阳涉铁路|road", "铁路专用线、公转铁路和货运铁路。", ""},
        {"代县上馆镇雁塔路路面破损。", "雁塔路|road|代县", "道路路面破损，一路向北。", ""},
        // sites
        {"原平市生活垃圾填埋场渗滤液外溢。", "原平市生活垃圾填埋场|site|原平市", "生活垃圾填埋场、建筑垃圾填埋场和各填埋场。", ""},
        {"代县西沟尾矿库扬尘。", "代县西沟尾矿库|site|代县", "各尾矿库和尾矿库扬尘。", ""},
        {"代县云岭化工有限公司灰场扬尘。", "代县云岭化工有限公司|enterprise|代县", "各灰场、堆场和排土场扬尘。", ""},
        {"太原市药科学院周边污水直排。", "太原市药科学院|site", "太原理工大学专家、联合山西大学编制方案。", "太原理工大学"},
        {"污水排入温河。", "温河|river", "污水排入该河、入河排污口。", ""},
        {"以蒙岭山、龙首山和太乙山为背景。", "龙首山|site", "荒山、秃山和矸石山复绿，绿水青山、金山银山。", ""},
        {"凤凰山山体破损。", "凤凰山|site", "山体破坏面、矿山和矸石山治理。", ""},
        {"同川河、许河水体返黑。", "许河|river", "各河、主河水体返黑。", ""},
        {"定襄县卧龙公墓占用林地。", "定襄县卧龙公墓|site|定襄县", "各公墓、公益性公墓和城市公墓。", "城市公墓"},
        {"代县宏道河河道堆存渣土。", "宏道河|river|代县", "定襄县晋昌镇段河道已恢复，恢复河道原貌，督察组向河北反馈。", "段河"},
        {"丹水河入境断面超标。", "丹水河|river", "定襄县晋昌镇恢复污水处理站运行，规范堆场、硬化园区道路。", "规范堆场"},
        {"代县云岭煤业有限公司停产。", "代县云岭煤业有限公司|mine|代县", "某某煤业有限公司停产，某区南街积尘。", ""},
        {"保护云泉泉域、龙祠泉域。", "龙祠泉域|spring_zone", "保护泉域、恢复岩溶泉域。", ""},
        {"代县上馆镇云马沟内倾倒垃圾。", "云马沟|site|代县", "代县排水沟、雨洪沟和山沟内倾倒垃圾。", "雨洪沟"},
        {"代县龙川聚集区管网不配套。", "代县龙川聚集区|park|代县", "工业聚集区和人口聚集区。", "工业聚集区"},
        {"代县上馆镇北关村东云岭铸造厂扬尘。", "东云岭铸造厂|enterprise|代县", "代县上馆镇北关村西一铸造厂扬尘。", "西一铸造厂"},
        {"太原市恒大绿洲社区散煤。", "恒大绿洲社区|village", "智慧社区、农村社区和进社区活动。", ""},
    }));
    auto const region = pair.names.starts_with("太原市") ? "太原市" : "忻州市";
    checkTwins(region, pair);
}

TEST_CASE("a township that opens a works is a place of its own, a county is part of the name", "[place]")
{
    auto const found = mentionsIn("忻州市", "代县上馆镇小西沟石料厂越界开采。繁峙县宏远球团有限公司停产。定襄县晋昌镇洗煤厂扬尘。");
    CHECK(finds(found, "小西沟石料厂|mine|代县"));
    CHECK(finds(found, "上馆镇|town|代县"));
    CHECK(finds(found, "繁峙县宏远球团有限公司|enterprise|繁峙县"));
}

TEST_CASE("words that only point back are no names", "[place]")
{
    for (std::string const text : {"该矿、该公司和上述企业未整改。", "上述煤矿、本公司和两家企业未整改。", "此项目、该工程和该园区未整改。", "涉事企业、涉案公司和当地煤矿未整改。"}) {
        CAPTURE(text, mentionsIn("忻州市", text));
        CHECK(mentionsIn("忻州市", text).empty());
    }
}

namespace {

std::string fullNameOf(std::string const& text, std::string const& name)
{
    auto const made = sample("忻州市", text);
    for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
        if (mention.text == name) { return mention.fullName; }
    }
    return "not found";
}

} // namespace

TEST_CASE("a short name is joined to the full name that the document gives", "[place][short]")
{
    CHECK(fullNameOf("代县宏远球团有限公司停产，宏远球团有限公司未验收。", "宏远球团有限公司") == "代县宏远球团有限公司");
    CHECK(fullNameOf("太原钢铁（集团）有限公司排放大，要求太钢限产。", "太钢") == "太原钢铁（集团）有限公司");
    CHECK(fullNameOf("代县云岭冶金科技有限公司（以下简称“云岭公司”）停产。云岭公司未验收。", "云岭公司") == "代县云岭冶金科技有限公司");
    CHECK(fullNameOf("代县云茂源环保科技有限公司停产，现场查看云茂源公司排水沟。", "云茂源公司") == "代县云茂源环保科技有限公司");
    CHECK(fullNameOf("代县云昌焦化有限公司停产，云昌焦化已制定计划。", "云昌焦化") == "代县云昌焦化有限公司");
    CHECK(fullNameOf("代县大唐第二热电厂限产，二电已改造。", "二电") == "代县大唐第二热电厂");
}

TEST_CASE("a short name that would fit two, or none, is joined to nothing", "[place][short]")
{
    CHECK(fullNameOf("代县宏远球团有限公司、繁峙县宏远球团有限公司停产，宏远球团有限公司未验收。", "宏远球团有限公司").empty());
    CHECK(fullNameOf("代县环保科技有限公司停产，环保公司未验收。", "环保公司") == "not found");
    CHECK(fullNameOf("太钢限产，代县宏远钢铁有限公司停产。", "太钢").empty());
    CHECK(fullNameOf("代县云岭冶金有限公司（以下简称“公司”）停产。该公司未验收。", "公司") == "not found");
    CHECK(fullNameOf("代县云岭冶金有限公司（实际控制人同一）停产。", "实际控制人同一") == "not found");
}

TEST_CASE("a short name has the county of its full name", "[place][short]")
{
    auto const found = mentionsIn("忻州市", "代县云岭冶金科技有限公司（以下简称“云岭公司”）停产。繁峙县另有问题。要求云岭公司限产。");
    CHECK(finds(found, "云岭公司|enterprise|代县"));
}
