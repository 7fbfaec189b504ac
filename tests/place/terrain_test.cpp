#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("hills, gullies, ridges and streams are told from what only ends like them", "[place]")
{
    checkTwins("忻州市", GENERATE(values<Twins>({
        {"重点排查繁峙县白羊峪、直峪一带。", "白羊峪|site", "治理荒坡、边坡一带。", ""},
        {"重点排查繁峙县白羊峪、直峪一带。", "直峪|site", "一岭、二岭一带。", ""},
        {"代县空中梁，植被破坏。", "空中梁|site|代县", "代县山梁，植被破坏。", "山梁"},
        {"代县滩上镇大泉沟垃圾入河。", "大泉沟|site|代县", "代县滩上镇排水沟垃圾入河。", "排水沟"},
        {"代县滩上镇大泉沟煤矿停产。", "", "代县滩上镇大泉沟煤矿停产。", "大泉沟"},
        {"遮马峪、瓜峪入河排污口封堵。", "遮马峪|river", "冶峪河道路改造。", "冶峪"},
        {"遮马峪、瓜峪入河排污口封堵。", "瓜峪|river", "山沟、排洪沟入河口封堵。", ""},
        {"屯兰川河道内弃渣。", "屯兰川|river", "平川河道内弃渣。", "平川"},
        {"恒山周边矿山治理滞后。", "", "矿山周边、煤矸石山周边治理滞后。", ""},
        {"完成孝河、下堡河综合治理。", "孝河|river", "完成清河、治河工作。", "清河"},
        {"圣天湖补水15万立方米。", "圣天湖|lake", "人工湖补水15万立方米。", "人工湖"},
        {"硝池、鸭子池、汤里滩周边养殖。", "鸭子池|lake", "沉淀池、事故池、调节池周边硬化。", ""},
        {"硝池、鸭子池、汤里滩周边养殖。", "汤里滩|lake", "河滩、荒滩周边养殖。", ""},
        {"中陵湖北岸烧烤。", "中陵湖|lake", "湖北省协办。", "湖"},
        {"滹沱河二坝、三坝拦蓄。", "滹沱河二坝|site", "沿河二坝拦蓄。", "沿河二坝"},
        {"矿区（桃花沟）修复。", "桃花沟|site", "沟渠（排水沟）修复。", "排水沟"},
        {"东中环、太行路遗撒。", "东中环|road", "以东、环保局周边遗撒。", ""},
        {"杀虎口至智村段放牧。", "杀虎口|site", "路口至智村段放牧。", "路口"},
        {"汾河入黄口庙前村断面超标。", "庙前村断面|monitoring_section", "汾河入黄口断面超标。", "入黄口断面"},
    })));
}

TEST_CASE("lists say what their items are", "[place]")
{
    checkTwins("忻州市", GENERATE(values<Twins>({
        {"代县穆岭、白马石、龙角三处采场未治理。", "白马石|site", "代县苏村、张村两处采场未治理。", "苏村|site"},
        {"安太堡、安家岭、东露天三大露天矿扬尘。", "安家岭|mine", "安太堡、安家岭三大露天矿扬尘。", "安家岭"},
        {"依托正泰焦化、利达焦化建设园区。", "正泰焦化|enterprise", "推进独立焦化、特种水泥整合。", ""},
        {"依托正泰焦化、利达焦化建设园区。", "利达焦化|enterprise", "焦化、水泥、钢铁限产。", ""},
        {"现场检查，亚宝药业废水直排。", "亚宝药业|enterprise", "现场检查，传统铸业废水直排。", "传统铸业"},
        {"园区内福龙陶瓷、龙飞陶瓷超标。", "福龙陶瓷|enterprise", "园区内日用陶瓷、建筑陶瓷超标。", ""},
        {"氧化铝企业信发化工、奥凯达化工渗漏。", "信发化工|enterprise", "企业精细化工、煤化工渗漏。", ""},
        {"推进风神轮胎搬迁改造。", "风神轮胎|enterprise", "推进废旧轮胎搬迁。", ""},
        {"启动循环经济环卫产业示范基地二期。", "循环经济环卫产业示范基地|site", "打造循环经济环卫产业示范基地。", ""},
        {"启动循环经济环卫产业示范基地二期。", "循环经济环卫产业示范基地|site", "推进全国工业固体废物综合利用示范基地。", ""},
        {"凤凰谷、九龙山、蚕坊等37处破损山体。", "蚕坊|site", "采石等37处破损山体。", ""},
        {"定襄县豆村、智村四个国控站点。", "", "四个国控站点达标。", ""},
        {"定襄县北关学校点位偏高。", "定襄县北关学校点位|monitoring_section", "排查问题点位、风险点位。", ""},
        {"平朔矿区复垦滞后。", "平朔|mine", "重点矿区复垦滞后。", ""},
        {"北关至智村段道路扬尘。", "北关|village", "上半年至下半年路段扬尘。", ""},
        {"北关至智村段道路扬尘。", "智村|village", "由北向南至中段道路扬尘。", ""},
    })));
}

TEST_CASE("short names are those of what the document names in full", "[place]")
{
    checkTwins("忻州市", GENERATE(values<Twins>({
        {"代县山西昱光发电有限责任公司灰场扬尘。昱光电厂未覆盖。", "昱光电厂|enterprise|代县", "山西昱光发电有限责任公司灰场扬尘。某电厂未覆盖。", "某电厂"},
        {"云台黑鹳省级自然保护区内开矿，清退黑鹳保护区项目。", "黑鹳保护区|reserve", "清退黑鹳保护区项目。", "黑鹳保护区"},
        {"忻州地铁1号线未覆盖。", "忻州地铁1号线|road", "地铁沿线未覆盖。", ""},
        {"地铁1号线迎泽公园站未覆盖。", "迎泽公园站|site", "地铁1号线车站未覆盖。", "车站"},
        {"督促山西朔州五家沟煤业有限公司整改。", "山西朔州五家沟煤业有限公司|mine", "约谈五家沟通不畅的企业。", ""},
        {"代县宏道镇污水处理厂超负荷。", "代县宏道镇污水处理厂|wwtp|代县", "乡镇污水处理厂超负荷。", ""},
        {"代县建设东沟村污水处理厂。", "东沟村污水处理厂|wwtp", "代县建设农村污水处理厂。", "建设农村污水处理厂"},
        {"代县上馆镇北关村村北鑫利养殖场恶臭。", "鑫利养殖场|enterprise", "代县上馆镇北关村村西砂场扬尘。", "村西砂场"},
        {"约谈中煤平朔、太钢。", "中煤平朔|enterprise", "约谈中煤平朔集团有限公司。", "中煤平朔"},
    })));
}

TEST_CASE("what opens an item of a list with a county is in it, and its own name opens no list", "[place]")
{
    auto const countyOf = [](std::string const& text, std::string const& wanted) { return finds(mentionsIn("忻州市", text), wanted); };
    CHECK(countyOf("一、代县完成矸石山治理。云岭铸造有限公司落实责任。", "云岭铸造有限公司|enterprise|代县"));
    CHECK(countyOf("全市部署。代县完成矸石山治理。云岭铸造有限公司落实责任。", "云岭铸造有限公司|enterprise|"));
    CHECK(countyOf("一、代县委托云岭铸造有限公司治理。", "云岭铸造有限公司|enterprise|代县") == false);
    CHECK(countyOf("一、代县、繁峙县完成治理。云岭铸造有限公司落实责任。", "云岭铸造有限公司|enterprise|"));
    CHECK(countyOf("2.代县清退项目；对东沟村散煤清零。", "东沟村|village|代县"));
    CHECK(finds(mentionsIn("太原市", "阳曲产业园区、唐槐园区扬尘。"), "阳曲产业园区|park|阳曲县"));
    CHECK(finds(mentionsIn("太原市", "阳曲产业园区、唐槐园区扬尘。"), "唐槐园区|park|"));
}

TEST_CASE("a plan of the province names counties by their short names behind their city", "[place]")
{
    auto const found = mentionsIn("山西省", "忻州市五台、繁峙，太原市清徐、阳曲等县填埋场超期服役。");
    CHECK(finds(found, "五台|county|五台县"));
    CHECK(finds(found, "繁峙|county|繁峙县"));
    CHECK(finds(found, "清徐|county|清徐县"));
    CHECK(finds(mentionsIn("山西省", "忻州市加快忻府、原平、定襄四县污水处理厂建设。"), "忻府|county|忻府区"));
    CHECK_FALSE(findsText(mentionsIn("山西省", "太原市加快五台、定襄设备改造。"), "五台")); // of another city, and machines
    CHECK_FALSE(findsText(mentionsIn("山西省", "忻州市新增五台、六台机组。"), "五台"));
}
