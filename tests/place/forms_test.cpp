#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("forms of names that plans of other cities use have twins that are none", "[place][twins]")
{
    auto const pair = GENERATE(values<Twins>({
        // works without the word for a company, one by one and in lists
        {"代县金泰焦化、云华焦化脱硫设施停运。", "云华焦化|enterprise", "代县焦化、化工脱硫设施停运。", "化工"},
        {"代县永源煤气焦化装煤时冒烟。", "代县永源煤气焦化|enterprise|代县", "代县传统焦化行业和独立焦化企业冒烟。", "代县传统焦化"},
        {"定襄县云普药业实施深度治理。", "定襄县云普药业|enterprise|定襄县", "定襄县医药产业、现代药业基地。", "现代药业"},
        {"代县云焦集团化产区域异味。", "代县云焦集团|enterprise|代县", "推进集团化经营和集团化办学。", ""},
        {"阳煤集团一矿、二矿、新景矿矸石自燃。", "二矿|mine", "煤矿、铁矿和二矿业权人。", "二矿"},
        {"代县电厂灰场扬尘。", "代县电厂|enterprise|代县", "各电厂、热电厂灰场扬尘。", ""},
        {"山西离柳焦煤集团有限公司未处理。", "山西离柳焦煤集团有限公司|enterprise", "厂界离柳树二十米，距离村庄近。", ""},
        {"云山有色金属集团有限公司渣场。", "云山有色金属集团有限公司|enterprise", "建设有机溶剂集中回收处置中心。", ""},
        // townships that no register has
        {"代县上馆镇北关村、水窑乡地质环境恶化。", "水窑乡|town|代县", "城中村、各乡和建制镇环境恶化。", ""},
        {"违规建设的横尖镇至会立乡公路。", "横尖镇|town", "建设的文化名镇、重点镇至中心村公路。", "文化名镇"},
        {"定襄县段柳乡长胜村污水直排。", "长胜村|village|定襄县", "定襄县各乡乡长、镇长负责。", "乡"},
        {"忻州经济开发区高河办事处散煤。", "高河办事处|town", "各办事处、街道办事处和驻京办事处。", ""},
        // water
        {"洰河、同川河垃圾未清。", "洰河|river", "沿河、入河、过河管道和该河、本河水质。", ""},
        {"许河水质超标。", "许河|river", "入河水质、沿河沿线和银河沿线。", ""},
        {"定襄县南护城河雨污混流。", "南护城河|river", "各城护城河和护城河。", ""},
        {"定襄县晋昌镇漳北渠淤积。", "漳北渠|river", "排水渠、灌溉渠、明渠和防渗渠。", ""},
        {"连通云湖与西干渠。", "西干渠|river", "总干渠和各干渠。", ""},
        {"代县圣天湖违规养殖。", "圣天湖|lake|代县", "江河湖泊、城市湖区和人工湖。", ""},
        {"代县峨口河下茹越水库库区养殖。", "下茹越水库|reservoir|代县", "河流水库、中小水库养殖。", ""},
        {"上安、七里滩集中式饮用水水源一级保护区内种植。", "七里滩|site", "乡镇、农村集中式饮用水水源保护。", ""},
        {"直排滹沱河排污口全部封堵。", "滹沱河|river", "生活污水直排滹沱河排污口进行清查。", "滹沱河排污口"},
        // lists with a shared ending
        {"实施云西、云南、定襄3家热源厂改造。", "云西|enterprise", "实施供热、供气、供水3家企业改造。", ""},
        {"考核定襄南姚、代县桑柳断面超标。", "南姚|monitoring_section|定襄县", "定襄县、代县断面超标。", "定襄县断面"},
        {"全市9个开发区（云东开发区、云西开发区）环评未做。", "云东开发区|park", "6个开发区（示范区）环评未做。", ""},
        // parks, reserves, sites
        {"定襄产业园区污水未处理。", "定襄产业园区|park|定襄县", "代县产业园区和各产业园区污水未处理。", "代县产业园区"},
        {"定襄煤化工园区污水未处理。", "定襄煤化工园区|park|定襄县", "各煤化工园区、村上方工业园区污水。", ""},
        {"天龙山、龙山山体破损，治理天龙山山体。", "天龙山|site", "荒山和矿山山体破损。", ""},
        {"以蒙岭山、龙首山和太乙山为背景。", "蒙岭山|site", "以石山、荒山和土山为主。", ""},
        {"代县云家民宿污水直排。", "代县云家民宿|site|代县", "特色民宿、乡村民宿和各民宿污水直排。", ""},
        {"严查云庄超限检测站货车。", "云庄超限检测站|site", "机动车检测站、超限检测站和各检测站。", ""},
        {"代县云家寨水利枢纽库区漂浮物多。", "代县云家寨水利枢纽|site|代县", "大型水利枢纽和重点水利枢纽。", ""},
        {"沿黄公路两侧储煤。", "沿黄公路|road", "沿线公路、农村公路转铁路。", ""},
        {"代县上馆镇北关村云坪煤业矸石未覆土。", "云坪煤业|mine|代县", "北关村煤业矸石未覆土。", "村煤业"},
        {"定襄县砖窑街村养殖粪污外溢。", "砖窑街村|village|定襄县", "定襄县砖窑街村养殖粪污外溢。", "砖窑街"},
        {"代县上馆镇北关村云家养猪场粪污外溢。", "云家养猪场|enterprise|代县", "北关村一养猪场、北关村西养猪场粪污外溢。", "北关村西养猪场"},
        {"代县云家石灰石堆场扬尘。", "代县云家石灰石堆场|site|代县", "石灰石堆场、无手续煤场扬尘，压实镇村责任，封堵排污口。", ""},
        {"代县上馆镇下白村云德焦煤排矸。", "云德焦煤|enterprise|代县", "代县上馆镇下白村传统焦煤排矸。", "传统焦煤"},
        {"代县上馆镇与晋昌镇交界处云鑫煤业排矸。", "云鑫煤业|mine", "滹沱河支流水质下降，东堡村村西垃圾。", "东堡村村"},
        {"滹沱河支流云阳河断流。", "云阳河|river", "滹沱河支流断流，滹沱河支流河道干涸。", "支流河"},
        {"代县上馆镇东堡村、张子山乡、宏道镇散煤。", "张子山乡|town", "代县上馆镇东堡村、县城二级路堆煤，赤泥堆场扬尘。", "县城二级路"},
        {"代县上馆镇大泉山采石破坏植被。", "大泉山|site|代县", "代县上馆镇大泉山村采石破坏植被。", "大泉山"},
        {"代县上馆镇遇驾山村云岭河国家湿地公园内违建。", "云岭河国家湿地公园|park|代县", "国家湿地公园和各湿地公园内违建。", ""},
        {"推进云西引黄工程。", "", "推进清水河以及西山引黄工程。", "清水河以及西山引黄工程"},
    }));
    checkTwins("忻州市", pair);
}

TEST_CASE("a district's former short name is that of its own city", "[place]")
{
    CHECK(finds(mentionsIn("阳泉市", "城区、矿区、郊区党委、政府未落实。"), "郊区|county|阳泉市郊区"));
    CHECK(finds(mentionsIn("晋城市", "北郊区党委、政府未落实。"), "北郊区|county|泽州县"));   // its own former district
    CHECK_FALSE(findsText(mentionsIn("太原市", "北郊区党委、政府未落实。"), "北郊区"));          // of another city
}

TEST_CASE("a mine or section named after a place that only one county has is there", "[place]")
{
    CHECK(finds(mentionsIn("忻州市", "下茹越矿矸石未利用，下茹越煤矿停产。"), "下茹越煤矿|mine|繁峙县"));
    CHECK(finds(mentionsIn("太原市", "恒大绿洲桥断面超标。"), "恒大绿洲桥断面|monitoring_section|小店区"));
    // A power station by two characters too, but no brand and no other company.
    CHECK(finds(mentionsIn("忻州市", "山西大唐国际豆罗发电有限公司停产。"), "山西大唐国际豆罗发电有限公司|enterprise|忻府区"));
    CHECK(finds(mentionsIn("忻州市", "山西大唐国际发电有限公司停产。"), "山西大唐国际发电有限公司|enterprise|"));
    CHECK(finds(mentionsIn("忻州市", "山西豆罗铸业有限公司停产。"), "山西豆罗铸业有限公司|enterprise|"));
    // Two characters, a name of two counties, and a company, which keeps its name when it moves.
    CHECK(finds(mentionsIn("忻州市", "北关煤矿停产。"), "北关煤矿|mine|"));
    CHECK(finds(mentionsIn("太原市", "平泉村煤矿停产。"), "平泉村煤矿|mine|"));
    CHECK(finds(mentionsIn("忻州市", "下茹越铸业有限公司停产。"), "下茹越铸业有限公司|enterprise|"));
}

TEST_CASE("what belongs to a company among the units may lie anywhere", "[place]")
{
    auto const countyOf = [](std::vector<std::string> const& units) {
        auto const made = sample("忻州市", "云岭煤矿矸石自燃。", {{"限期治理。", units}});
        for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
            if (mention.text == "云岭煤矿") { return mention.county; }
        }
        return std::string{"not found"};
    };
    CHECK(countyOf({"代县党委、政府"}) == "代县");
    CHECK(countyOf({"代县党委、政府", "阳煤集团"}).empty());
}
