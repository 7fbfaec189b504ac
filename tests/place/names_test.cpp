#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("where names begin and end inside long runs has twins that look alike", "[place][twins]")
{
    auto const pair = GENERATE(values<Twins>({
        // 和 inside a company's name, and between two things
        {"代县云和能源集团有限公司、上馆镇前和煤业未治理。", "代县云和能源集团有限公司|enterprise|代县", "代县县城和煤业集中区未治理。", "城和煤业"},
        {"代县上馆镇前和煤业未治理。", "前和煤业|mine|代县", "代县上馆镇村内和煤业公司周边未治理。", "内和煤业"},
        // companies that share only the words for what they are
        {"云岭药业集团股份有限公司、南山化工集团股份有限公司停产。", "南山化工集团股份有限公司|enterprise", "代县启新球团有限公司停产，已责成启新球团有限公司整改。", "成启新球团有限公司"},
        {"定襄县惠云药业有限公司、国山集团威达药业有限公司异味。", "国山集团威达药业有限公司|enterprise", "定襄县惠云药业有限公司异味。", "达药业有限公司"},
        {"中国铝业山西分公司赤泥库。", "中国铝业山西分公司|enterprise", "本省山西分公司和各分公司。", ""},
        {"食品企业山西云阳乳业集团有限公司超标。", "山西云阳乳业集团有限公司|enterprise", "食品企业、乳品企业和药品企业超标。", ""},
        {"代县上馆镇北关村村东山西云阳焦化集团有限公司冒烟。", "山西云阳焦化集团有限公司|enterprise", "代县上馆镇北关村村东焦化集团冒烟。", "东焦化集团"},
        {"中铁三局承建的工地扬尘。", "中铁三局|enterprise", "中铁集团、中国铁路局和各分局。", "局"},
        // plants and works without a name
        {"定襄县污水处理二厂提标。", "定襄县污水处理二厂|wwtp|定襄县", "城镇污水处理二期和污水处理一体化。", ""},
        {"云家堡污水净化二厂溢流。", "云家堡污水净化二厂|wwtp", "城镇生活污水净化处理。", ""},
        {"引进云山耐火加工厂一家。", "云山耐火加工厂|enterprise", "引进五家污染企业加工厂。", ""},
        {"代县利安废物处理中心渗滤液外溢。", "代县利安废物处理中心|site|代县", "医疗废物处理中心和各处理中心。", ""},
        {"代县云岭集团有限公司十八盘尾矿库扬尘。", "十八盘尾矿库|site", "铁矿尾矿库、电石渣场和陶瓷原料堆场扬尘。", ""},
        {"排入向阳河。", "向阳河|river", "流向阳面山坡。", ""},
        // mines in lists
        {"对所属云书院矿、王台铺矿开展整治。", "云书院矿|mine", "对所属铁矿、铝矿开展整治。", ""},
        // ways
        {"云北干线以南积尘。", "云北干线|road", "国省干线、输电干线和主干线。", ""},
        {"忻云快线沿线堆煤。", "忻云快线|road", "沿线、上线和快线上。", ""},
        {"太行路沿线工地。", "太行路|road", "实行路面清扫、车辆通行路段。", ""},
        {"忻州大道积尘。", "忻州大道|road", "城市大道和各大道积尘。", ""},
        {"云桥以下河段淤积，兴云桥以下断流。", "兴云桥|site", "各桥以下河段、高架桥以下断流。", ""},
        {"太焦铁路夏店站堆煤，云店站煤台扬尘。", "云店站|site", "加油站站台、检查站站前和检测站货场。", ""},
        {"云张高铁沿线堆煤。", "云张高铁|road", "高铁高速沿线、普速高铁站。", ""},
        {"代县云峰路师云街扬尘。", "师云街|road", "代县云峰路路段、沿街道路。", "段"},
        {"代县云峰北街路口堆土。", "云峰北街|road|代县", "代县云峰北街路口堆土。", "云峰北街路"},
        // parks
        {"云阳循环经济园区、王云化工园区管网未建。", "云阳循环经济园区|park", "循环经济园区、精细化工园区和煤化工园区管网未建。", ""},
        {"推进代县精细化工循环产业园区项目。", "代县精细化工循环产业园区|park|代县", "推进县域精细化工循环产业园区项目。", ""},
        // roads for tourists
        {"云白一号旅游公路沿线裸露。", "云白一号旅游公路|road", "环城旅游公路和农村旅游公路沿线裸露。", ""},
        {"以云白山环城旅游公路为轴线。", "云白山环城旅游公路|road", "以主要旅游公路为轴线。", ""},
        {"云堂山景区化粪池溢流。", "云堂山景区|site", "景区化管理和各景区化粪池。", ""},
        {"云城园区污水处理厂进水超标。", "云城园区污水处理厂|wwtp", "工业园区污水处理厂和各园区污水处理厂。", ""},
        {"忻州市开发区污水处理厂超标。", "忻州市开发区污水处理厂|wwtp", "开发区污水处理厂超标。", ""},
        {"代县上馆镇北关村铜矿峪矿尾矿。", "铜矿峪矿|mine|代县", "代县上馆镇北关村铜矿峪矿尾矿。", "北关村铜矿"},
        {"代县上馆镇云泉井村部分企业未改造，古窑村风机噪声。", "云泉井村|village|代县", "整治各村村部、村风和村两委。", ""},
        {"代县上馆镇云岭村、振云小镇污水直排。", "云岭村|village|代县", "代县振云小镇污水直排。", "振云小镇"},
        // water
        {"南山村边，长河沿线煤矿外排。", "长河|river", "延长河沿线治理时间。", ""},
        {"水云河、绵河地都断面超标。", "绵河|river", "沿河国控断面超标。", ""},
        {"威胁南涧河水质。", "南涧河|river", "威胁该河水质和沿河水质。", ""},
        {"代县滹沱河、云白河出境断面超标。", "云白河|river", "代县滹沱河、云白河出境断面超标。", "全市国"},
        {"全市地表水国、省考17个监测断面达标，云家断面超标。", "云家断面|monitoring_section", "全市地表水国、省考17个监测断面达标。", ""},
        {"滹沱河代县段闫家庄断面超标。", "闫家庄断面|monitoring_section|代县", "滹沱河代县段断面超标。", "段断面"},
        // sites
        {"云白古镇、代县云山石窟周边违建。", "云白古镇|site", "历史文化古镇和各石窟周边违建。", ""},
        {"定襄县豆村温泉井超采，定襄县云汤温泉扰动。", "定襄县云汤温泉|site|定襄县", "地热叠加温泉供暖和各温泉井。", ""},
        {"雨水沿后云沟外溢。", "后云沟|site", "雨水沿排水沟外溢、沿冲沟下泄。", ""},
        {"代县上馆镇大云沟石料矿山未治理。", "大云沟|site|代县", "代县上馆镇小云沟石料厂未治理。", "小云沟"},
    }));
    checkTwins("忻州市", pair);
}

TEST_CASE("villages without the word for it stand right behind their township, and go on in its list", "[place]")
{
    auto const mentions = mentionsIn("忻州市", "代县上馆镇松庄、孟家井、云寨，宏道镇敬老院、村庄、砖窑和山庄。");
    CAPTURE(mentions);
    CHECK(finds(mentions, "松庄|village|代县"));
    CHECK(finds(mentions, "孟家井|village|代县"));
    CHECK(finds(mentions, "云寨|village|代县"));
    for (auto const* const none : {"敬老院", "村庄", "砖窑", "山庄"}) { CHECK_FALSE(findsText(mentions, none)); }
    auto const common = mentionsIn("忻州市", "代县上馆镇村庄、定襄县宏道镇水井、定襄县晋昌镇砖窑。");
    CAPTURE(common);
    for (auto const* const none : {"村庄", "水井", "砖窑"}) { CHECK_FALSE(findsText(common, none)); }
}

TEST_CASE("a township of an older register is known, with its county, where a name may begin", "[place][former]")
{
    CHECK(finds(mentionsIn("忻州市", "高城乡秸秆焚烧。"), "高城乡|town|忻府区"));
    CHECK(finds(mentionsIn("忻州市", "代县滩上镇尾矿库扬尘。"), "滩上镇|town|代县"));
    auto const twin = mentionsIn("忻州市", "提高城乡居民收入，提高城镇化水平，河滩上镇压。");
    CAPTURE(twin);
    CHECK(twin.empty());
}

TEST_CASE("a township behind another is of its own county", "[place]")
{
    auto const mentions = mentionsIn("忻州市", "代县上馆镇宏道镇交界处堆煤。"); // 宏道镇 is one of 定襄县
    CAPTURE(mentions);
    CHECK(finds(mentions, "上馆镇|town|代县"));
    CHECK_FALSE(finds(mentions, "宏道镇|town|代县"));
}

TEST_CASE("a township that is no more had one name, it did not change its kind", "[place][former]")
{
    CHECK_FALSE(finds(mentionsIn("忻州市", "高城街道散煤。"), "高城街道|town|忻府区"));
}

TEST_CASE("brackets behind counted sections list sections, rivers in front of them are no part of their names", "[place]")
{
    auto const mentions = mentionsIn("忻州市", "Ⅱ类水体断面3个（代县峨口河云寨、定襄牧马河西岭、五台县白家村）。");
    CAPTURE(mentions);
    CHECK(finds(mentions, "云寨|monitoring_section|代县"));
    CHECK(finds(mentions, "西岭|monitoring_section|定襄县"));
    CHECK(finds(mentions, "白家村|monitoring_section|五台县"));
    auto const twin = mentionsIn("忻州市", "水体断面3个（含新增）均达标。");
    CAPTURE(twin);
    CHECK(twin.empty());
}

TEST_CASE("a district with a common name is meant where a place of it or an order follows", "[place]")
{
    CHECK(finds(mentionsIn("阳泉市", "一是平定县治理，2、矿区加快治理矸石山。"), "矿区|county|阳泉市矿区"));
    CHECK(finds(mentionsIn("晋城市", "（三）城区云水河沿线雨污混流。"), "城区|county|晋城市城区"));
    auto const [city, text] = GENERATE(table<std::string, std::string>({
        {"阳泉市", "露天矿区加快复垦，矿区积尘。"},
        {"晋城市", "城区河道、城区排洪河和老城区道路。"},
        {"晋城市", "推进城区内涝治理，城区内河黑臭。"},
    }));
    auto const twin = mentionsIn(city, text);
    CAPTURE(text, twin);
    CHECK_FALSE(findsText(twin, "矿区"));
    CHECK_FALSE(findsText(twin, "城区"));
}

TEST_CASE("a county and a place of it that open a clause say where its other works are", "[place]")
{
    CHECK(finds(mentionsIn("忻州市", "定襄县散煤；代县上馆镇云山水库保护，云龙湖周边养殖。"), "云龙湖|lake|代县"));
    CHECK(finds(mentionsIn("忻州市", "代县峨口河、云家水库清淤。"), "云家水库|reservoir|代县"));
    CHECK(finds(mentionsIn("忻州市", "反映情况：代县上馆镇废水排入云凤河。"), "云凤河|river|代县")); // a brook that nobody else knows
    auto const [text, wanted] = GENERATE(table<std::string, std::string>({
        {"代县上馆镇废水汇入云凤河。", "云凤河|river|"}, // carried out of it, perhaps
        {"代县上馆镇废水排入滹沱河。", "滹沱河|river|"}, // known, and of several counties
        {"代县108国道两侧焦化污染，云岭矸石山自燃。", "云岭矸石山|site|"}, // the road goes through it
        {"代县上馆镇散煤，定襄县扬尘，云岭矸石山自燃。", "云岭矸石山|site|"},  // two counties
        {"发现代县上馆镇散煤，云岭矸石山自燃。", "云岭矸石山|site|"},          // does not open the clause
        {"代县上馆镇散煤，云岭铸造有限公司超标。", "云岭铸造有限公司|enterprise|"},
    }));
    CAPTURE(text, mentionsIn("忻州市", text));
    CHECK(finds(mentionsIn("忻州市", text), wanted));
    for (auto const& mention : mentionsIn("忻州市", text)) { CHECK(mention != wanted + "代县"); }
}
