#include "made_plan.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace zhengtu;
using namespace zhengtu::plan;
using tests::number;
using tests::read;

namespace {

/// "distance minimum-distance 甲厂 | 乙河 = 280米", of a part "of 12", of those near to something "near 500" (metres); a line each.
std::string claimsOf(std::string const& problem)
{
    std::string found;
    for (auto const& claim : read("加强管理。", problem).claims) {
        found += (found.empty() ? "" : "\n") + std::string{name(claim.kind)} + " " + name(claim.relation) + " " + claim.subject.text + " | " + claim.object.text + " " +
                 claim.quantity.comparator + " " + number(claim.quantity.value) + claim.quantity.unit + (claim.of ? " of " + number(*claim.of) : "") +
                 (claim.kind == ClaimKind::Count && claim.metres ? " near " + number(*claim.metres) : "");
    }
    return found;
}

} // namespace

TEST_CASE("claims are read with both ends, comparator and number", "[plan][claims]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"影响最大的229省道距平安县气象局监测点位直线距离只有280米。", "distance minimum-distance 229省道 | 平安县气象局监测点位 = 280米"},
        {"307国道离平安中医院监测点也不足800米。", "distance minimum-distance 307国道 | 平安中医院监测点 < 800米"},
        {"车流量大的G109国道，距东山县、西川县监测点位都在3公里范围内。", "distance within-distance 车流量大的G109国道 | 东山县、西川县监测点位 <= 3公里"},
        {"在县（市、区）空气质量监测点位2公里范围内有过境国省道。", "distance within-distance 过境国省道 | 县（市、区）空气质量监测点位 <= 2公里"},
        {"两家煤业位于距离清水河源头核心保护区约5公里处。", "distance minimum-distance 两家煤业 | 清水河源头核心保护区 ~ 5公里"},
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
        {"平安焦化厂距县城约三公里，距离学校不到五百米。", "distance minimum-distance 平安焦化厂 | 县城 ~ 3公里\ndistance minimum-distance 平安焦化厂 | 学校 < 500米"},
        {"东山渣场距平河约2华里。", "distance minimum-distance 东山渣场 | 平河 ~ 2华里"},
        {"东山选煤厂离村庄仅有七八百米。", "distance minimum-distance 东山选煤厂 | 村庄 >= 700米\ndistance minimum-distance 东山选煤厂 | 村庄 <= 800米"},
        {"平安钢铁公司距离监测站点800米至1.2公里。", "distance minimum-distance 平安钢铁公司 | 监测站点 >= 800米\ndistance minimum-distance 平安钢铁公司 | 监测站点 <= 1.2公里"},
        {"东山养殖场建在平河边，与村庄距离仅60米。", "distance minimum-distance 东山养殖场 | 村庄 = 60米"},
        {"平安化工园区位于清水河干流岸线1公里范围内。", "distance within-distance 平安化工园区 | 清水河干流岸线 <= 1公里"},
        {"省道两侧500米范围内分布着储煤场11处。", "count within-distance 储煤场 | 省道 = 11处 near 500"},
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
    CHECK(claimsOf(text) == expected);
}

TEST_CASE("claims are read of sentences as inspections write them", "[plan][claims]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"督察发现，位于洱河国家级自然保护区核心区的宏达砂石厂占地46亩，距洱河主河道仅30米。", "area within 宏达砂石厂 |  = 46亩\ndistance minimum-distance 宏达砂石厂 | 洱河主河道 = 30米\nmembership within 宏达砂石厂 | 洱河国家级自然保护区核心区 = 0"},
        {"白沙江沿岸1公里范围内仍有化工企业17家，其中6家距岸线不足500米。", "count within-distance 化工企业 | 白沙江 = 17家 near 1000\ncount within-distance 化工企业 | 岸线 = 6家 of 17 near 500"},
        {"临江市生活垃圾填埋场下游3公里处即为白鹤水库饮用水水源地。", "distance minimum-distance 临江市生活垃圾填埋场 | 白鹤水库饮用水水源地 = 3公里"},
        {"现场检查时，距河道不足50米的养殖场12家，均未建设粪污处理设施。", "count within-distance 养殖场 | 河道 = 12家 near 50"},
        {"东港镇海岸线向陆一侧200米范围内，违规建有养殖池塘31处，面积1800余亩。", "count within-distance 养殖池塘 | 东港镇海岸线 = 31处 near 200\narea within 违规建有养殖池塘31处 |  > 1800亩"},
        {"黑石岭自然保护区内的12宗采矿权，仅有4宗退出。", "count within 采矿权 | 黑石岭自然保护区 = 12宗\ncount within 12宗采矿权 | 黑石岭自然保护区 = 4宗"},
        {"锦河入江口上游800米处设有锦城污水处理厂排污口，未按要求开展论证。", "distance minimum-distance 锦城污水处理厂排污口 | 锦河入江口 = 800米"},
        {"平湖县共排查入河排污口386个，其中干流112个、支流274个。", "count within 入河排污口 | 平湖县 = 386个\ncount within 入河排污口 | 干流 = 112个 of 386\ncount within 入河排污口 | 支流 = 274个 of 386"},
        {"云岭水源地一级保护区内有居民124户、农家乐7家，二级保护区内有规模化养殖场3家。", "count within 居民 | 云岭水源地一级保护区 = 124户\ncount within 农家乐 | 云岭水源地一级保护区 = 7家\ncount within 规模化养殖场 | 二级保护区 = 3家"},
        {"丰源矿业越界开采，在证外毁坏林地面积达156亩，最深处约40米。", "area within 在证外毁坏林地面积 |  = 156亩"},
        {"南岸码头作业区紧邻鹭岛湿地公园，最近距离不到20米，夜间噪声扰民。", "distance minimum-distance 南岸码头作业区 | 鹭岛湿地公园 < 20米"},
        {"古城镇至柳林镇12公里河段，采砂坑达27处，破坏河岸3.6公里。", "count within 采砂坑 | 古城镇至柳林镇12公里河段 = 27处"},
        {"华盛化工厂厂界与最近的居民点相距仅120米，卫生防护距离不满足要求。", "distance minimum-distance 华盛化工厂厂界 | 最近的居民点 = 120米"},
        {"天湖水面由2003年的38平方公里萎缩至2021年的29.4平方公里。", "area within 天湖水面 |  = 29.4平方公里"},
        {"柳溪村渣场占地约75亩，堆存电解锰渣46万吨，距饮用水源取水口1.8公里，渗滤液直排。", "area within 柳溪村渣场 |  ~ 75亩\ndistance minimum-distance 柳溪村渣场 | 饮用水源取水口 = 1.8公里"},
        {"龙口港3个散货码头紧挨居民小区，最近处只有35米，堆场未封闭。", "count within 散货码头 | 龙口港 = 3个\ndistance minimum-distance 龙口港3个散货码头 | 居民小区 = 35米"},
        {"青峰铅锌矿选厂位于大坪河岸边，其尾矿库下游2公里内有3个行政村。", "count within-distance 行政村 | 尾矿库 = 3个 near 2000"},
        {"白河国家湿地公园范围内有鱼塘87口，水面约2400亩，其中恢复重建区内1500亩。", "count within 鱼塘 | 白河国家湿地公园 = 87口\narea within 白河国家湿地公园范围内有鱼塘87口 |  ~ 2400亩\narea within 恢复重建区内 |  = 1500亩"},
        {"武安焦化与最近居民区直线距离约260米，距国控站点1.4公里。", "distance minimum-distance 武安焦化 | 最近居民区 ~ 260米\ndistance minimum-distance 武安焦化 | 国控站点 = 1.4公里"},
        {"大庄河流经城区段长度11.2公里，沿岸仍有生活污水直排口64个。", "count within 生活污水直排口 | 大庄河 = 64个"},
        {"青牛山省级自然保护区被5家采石企业侵占，面积合计约33公顷。", "count within 采石企业 | 青牛山省级自然保护区 = 5家\narea within 青牛山省级自然保护区被5家采石企业侵占 |  ~ 33公顷"},
        {"全县8个乡镇污水处理站中，5个长期停运，2个进水浓度偏低。", "count within 长期停运 | 全县8个乡镇污水处理站 = 5个 of 8\ncount within 进水浓度偏低 | 全县8个乡镇污水处理站 = 2个 of 8"},
        {"长江干流岸线1公里范围内落后化工产能尚未出清，3家企业仍在生产。", "count within-distance 企业 | 长江干流岸线 = 3家 near 1000"},
        {"海门湾红树林自然保护区实验区内，养殖面积由380亩增加到610亩。", "area within 养殖面积 |  = 610亩"},
        {"罗江县砂石加工点多达47家，大部分沿罗江两岸布设，最近的距水边仅5米。", "count within 砂石加工点 | 罗江县 = 47家\ndistance minimum-distance 砂石加工点 | 水边 = 5米"},
        {"北岭工业园区距城区仅2.5公里，园区内46家企业均未取得排污许可证。", "distance minimum-distance 北岭工业园区 | 城区 = 2.5公里\ncount within 企业 | 园区 = 46家"},
        {"清溪河国控断面上游2公里处有一处雨污混流口，旱季每日溢流污水约3000吨。", "distance minimum-distance 雨污混流口 | 清溪河国控断面 = 2公里"},
        {"平阳县在城市规划区内保留燃煤小锅炉39台，距省控站点最近的一台只有600米。", "count within 燃煤小锅炉 | 城市规划区 = 39台\ndistance minimum-distance 燃煤小锅炉 | 省控站点 = 600米"},
        {"太和山国家森林公园内的天池度假村占地136亩，位于生态保护红线内。", "area within 太和山国家森林公园内的天池度假村 |  = 136亩\nmembership within 天池度假村 | 太和山国家森林公园 = 0\nmembership within 天池度假村 | 生态保护红线 = 0"},
        {"全市建成区现有黑臭水体31条，总长78公里，消除16条。", "count within 黑臭水体 | 全市建成区 = 31条"},
        {"鹤山磷矿尾矿库、渣场距长江支流沙溪河分别为800米、350米。", "distance minimum-distance 鹤山磷矿尾矿库 | 长江支流沙溪河 = 800米\ndistance minimum-distance 渣场 | 长江支流沙溪河 = 350米"},
        {"新港区围填海127.5公顷，其中61公顷至今闲置。", "area within 新港区围填海 |  = 127.5公顷\narea within 新港区围填海至今闲置 |  = 61公顷"},
        {"明光矿业弃渣场设在饮用水水源二级保护区，距取水口直线距离1.1公里。", "distance minimum-distance 明光矿业弃渣场 | 取水口 = 1.1公里\nmembership within 明光矿业弃渣场 | 饮用水水源二级保护区 = 0"},
        {"望江港区共有散货泊位14个，其中9个未配套岸电设施。", "count within 散货泊位 | 望江港区 = 14个\ncount within 散货泊位未配套岸电设施 | 望江港区 = 9个 of 14"},
        {"金河铜业尾矿库坝下500米范围内仍有村民67户，未按规定搬迁。", "count within-distance 村民 | 金河铜业尾矿库 = 67户 near 500"},
        {"督察组暗访发现，该公司厂区北侧围墙外约15米处即为大沙河，雨水沟直通河道。", "distance minimum-distance 该公司厂区北侧围墙 | 大沙河 ~ 15米"},
        {"梅河下游段约7公里河道被非法采砂破坏，沿河堆放砂石料场6处。", "count within 砂石料场 | 梅河下游段 = 6处"},
        {"全区23个建制镇中，尚有11个未建设生活污水处理厂。", "count within 未建设生活污水处理厂 | 全区23个建制镇 = 11个 of 23"},
        {"长青化工有限公司位于清源湖饮用水水源准保护区内，与取水口相距约3.2公里。", "distance minimum-distance 长青化工有限公司 | 取水口 ~ 3.2公里\nmembership within 长青化工有限公司 | 清源湖饮用水水源准保护区 = 0"},
        {"大营子矿区11家企业共形成排岩场25座，占压草原8600亩。", "count within 排岩场 | 大营子矿区 = 25座\narea within 大营子矿区11家企业共形成排岩场25座 |  = 8600亩"},
        {"三山岛海域违规用海养殖面积3.2万亩，超出规划养殖区1.1万亩。", "area within 三山岛海域违规用海养殖面积 |  = 3.2万亩\narea within 超出规划养殖区 |  = 1.1万亩"},
        {"河东污水处理厂尾水排放口设在县城自来水厂取水口上游，两者直线距离1.7公里。", "distance minimum-distance 河东污水处理厂尾水排放口 | 县城自来水厂取水口 = 1.7公里"},
        {"云阳县长江岸线1公里内有化工企业4家、5公里内有7家。", "count within-distance 化工企业 | 云阳县长江岸线 = 4家 near 1000\ncount within-distance 化工企业 | 云阳县长江岸线 = 7家 near 5000"},
        {"鹿鸣山风电场有11台风机位于候鸟迁徙通道，其中2台处于自然保护区缓冲区。", "count within 风机 | 候鸟迁徙通道 = 11台\ncount within 风机 | 自然保护区缓冲区 = 2台 of 11"},
        {"2022年排查发现，全市医疗废物暂存点中有37处超期存放。", "count within 医疗废物暂存点超期存放 | 全市 = 37处"},
        {"北川磷石膏库与涪水最近处不到90米，坝高62米，无防渗措施。", "distance minimum-distance 北川磷石膏库 | 涪水 < 90米"},
        {"河口滨海湿地保护区内的油井由2015年的87口增加至132口。", "count within 油井 | 河口滨海湿地保护区 = 132口"},
        {"沿海乡镇共有规模以上水产养殖尾水直排口128个，其中位于自然岸线的41个。", "count within 水产养殖尾水直排口 | 沿海乡镇 = 128个\ncount within 水产养殖尾水直排口 | 自然岸线 = 41个 of 128"},
        {"滨江生态湿地内停放废旧船舶12艘，岸边300米范围内搭建窝棚20余间。", "count within 废旧船舶 | 滨江生态湿地 = 12艘"},
        {"老虎沟尾矿库下游2.8公里为北河乡政府驻地，存在安全隐患。", "distance minimum-distance 老虎沟尾矿库 | 北河乡政府驻地 = 2.8公里"},
        {"双龙镇大理石矿区现有矿权24宗，剥离面积420公顷，生态修复面积仅55公顷。", "count within 矿权 | 双龙镇大理石矿区 = 24宗\narea within 剥离面积 |  = 420公顷"},
        {"翠屏湖环湖1公里范围内有农家乐45家、民宿28家、餐饮船7艘，均未接入污水管网。", "count within-distance 农家乐 | 翠屏湖环湖 = 45家 near 1000\ncount within-distance 民宿 | 翠屏湖环湖 = 28家 near 1000\ncount within-distance 餐饮船 | 翠屏湖环湖 = 7艘 near 1000"},
        {"督察发现，安源热电厂距离安源区中心血站监测点直线距离1.9公里，是该点位超标主因。", "distance minimum-distance 安源热电厂 | 安源区中心血站监测点 = 1.9公里"},
        {"三江口码头8个泊位中的5个位于中华鲟自然保护区核心区。", "count within 泊位 | 中华鲟自然保护区核心区 = 5个 of 8"},
        {"平岗机场噪声影响区内有学校4所，医院1所，距跑道端最近的小学为1.3公里。", "count within 学校 | 平岗机场噪声影响区 = 4所\ndistance minimum-distance 小学 | 跑道端 = 1.3公里"},
        {"丹霞山自然保护区实验区内的水电站有7座，拆除2座，其余5座仍在运行。", "count within 水电站 | 丹霞山自然保护区实验区 = 7座\ncount within 水电站仍在运行 | 丹霞山自然保护区实验区 = 5座 of 7"},
        {"桃花江两侧各50米内开垦菜地约210亩，围网养鸡场9个。", "area within 桃花江两侧各50米内开垦菜地 |  ~ 210亩"},
        {"全市14个县（市、区）中，仅3个县建成餐厨垃圾处理设施。", "count within 县建成餐厨垃圾处理设施 | 全市14个县（市、区） = 3个 of 14"},
        {"石坝铁矿排土场与石坝村最近的民房相距不足百米，雨季多次发生泥石流。", "distance minimum-distance 石坝铁矿排土场 | 石坝村最近的民房 < 100米"},
        {"湖心岛违建别墅38栋，总占地约17公顷，距离湖岸线最近处30米。", "count within 别墅 | 湖心岛 = 38栋\narea within 湖心岛违建别墅38栋 |  ~ 17公顷\ndistance minimum-distance 湖心岛违建别墅 | 湖岸线 = 30米"},
        {"凌源县矿山开采无序，城区周边5公里范围内有露天矿山21座，其中14座位于高速公路可视范围内。", "count within-distance 露天矿山 | 城区 = 21座 near 5000\ncount within 露天矿山 | 高速公路可视范围 = 14座 of 21"},
        {"海棠湾镇近岸海域共有入海排污口53个，其中39个未开展监测，11个超标排放。", "count within 入海排污口 | 海棠湾镇近岸海域 = 53个\ncount within 入海排污口未开展监测 | 海棠湾镇近岸海域 = 39个 of 53\ncount within 入海排污口超标排放 | 海棠湾镇近岸海域 = 11个 of 53"},
        {"白马雪山自然保护区实验区内仍存有探矿权2宗、小水电5座，至今没有退出方案。", "count within 探矿权 | 白马雪山自然保护区实验区 = 2宗\ncount within 小水电 | 白马雪山自然保护区实验区 = 5座"},
        {"金塘化工园区距长江干流仅600米，园区污水处理厂排口下游4公里有自来水厂取水口。", "distance minimum-distance 金塘化工园区 | 长江干流 = 600米\ndistance minimum-distance 自来水厂取水口 | 园区污水处理厂排口 = 4公里"},
        {"铁岭沟村800余亩耕地受到酸性废水影响，其中210亩绝收。", "area within 耕地 |  > 800亩\narea within 耕地绝收 |  = 210亩"},
        {"云霞湖饮用水水源一级保护区陆域范围内有旅游码头1座、游船26艘、餐馆4家。", "count within 旅游码头 | 云霞湖饮用水水源一级保护区 = 1座\ncount within 游船 | 云霞湖饮用水水源一级保护区 = 26艘\ncount within 餐馆 | 云霞湖饮用水水源一级保护区 = 4家"},
        {"青龙山国家地质公园内的顺发石材厂、兴达石材厂至今未关停。", "membership within 顺发石材厂、兴达石材厂 | 青龙山国家地质公园 = 0"},
        {"桂花溪城区段3.5公里内分布雨水排口71个，晴天出水的达28个。", "count within 雨水排口 | 桂花溪城区段 = 71个\ncount within 雨水排口晴天出水 | 桂花溪城区段 = 28个 of 71"},
        {"6个化工集中区中，有4个与居民区混杂，2个距离饮用水源地不足2公里。", "count within 与居民区混杂 | 6个化工集中区 = 4个 of 6\ncount within-distance 化工集中区 | 饮用水源地 = 2个 near 2000"},
        {"现场督察发现，银桥养殖专业合作社距最近的饮用水井不到30米，粪污外溢。", "distance minimum-distance 银桥养殖专业合作社 | 最近的饮用水井 < 30米"},
        {"澜江沿线共有规模以上排污企业31家，18家未建在线监测设施。", "count within 排污企业 | 澜江沿线 = 31家\ncount within 排污企业未建在线监测设施 | 澜江沿线 = 18家 of 31"},
        {"长白县鸭绿江干流1公里范围内仍有6家规模化养殖场、3座砂石厂未清退。", "count within-distance 规模化养殖场 | 长白县鸭绿江干流 = 6家 near 1000\ncount within-distance 砂石厂 | 长白县鸭绿江干流 = 3座 near 1000"},
        {"黄田港化学品码头位于取水口上游1.2公里，属于一级保护区禁止建设项目。", "distance minimum-distance 黄田港化学品码头 | 取水口 = 1.2公里"},
        {"金牛山石灰石矿距居民区直线距离最近处仅为160米，远小于300米爆破安全距离。", "distance minimum-distance 金牛山石灰石矿 | 居民区 = 160米"},
        {"龙泉湖周边500米内分布着餐饮企业63家，其中无证经营的19家。", "count within-distance 餐饮企业 | 龙泉湖 = 63家 near 500\ncount within-distance 餐饮企业无证经营 | 龙泉湖 = 19家 of 63 near 500"},
        {"滦水国家湿地公园保护保育区内现有耕地3200亩、坟地18处。", "area within 耕地 | 滦水国家湿地公园保护保育区 = 3200亩\ncount within 坟地 | 滦水国家湿地公园保护保育区 = 18处"},
        {"沿黄公路两侧300米可视范围内，有9处废弃采石场未进行生态修复。", "count within-distance 废弃采石场 | 沿黄公路 = 9处 near 300"},
        {"恒泰水泥厂石灰石矿山与风景名胜区重叠面积0.18平方公里，与居民点的距离不足200米。", "area within 恒泰水泥厂石灰石矿山与风景名胜区重叠面积 |  = 0.18平方公里\ndistance minimum-distance 恒泰水泥厂石灰石矿山 | 居民点 < 200米"},
        {"东平湖二级湖区内2600余户居民尚未接入污水管网，湖区养殖围网尚余1.1万亩。", "count within 居民 | 东平湖二级湖区 > 2600户\narea within 湖区养殖围网 |  = 1.1万亩"},
        {"采空区上方的王家庄村有房屋217间出现裂缝，距最近的开采工作面约450米。", "distance minimum-distance 王家庄村 | 最近的开采工作面 ~ 450米"},
        {"岳山采石场越界开采区域位于岳山省级地质公园一级保护区，面积0.9公顷。", "area within 岳山采石场越界开采区域 |  = 0.9公顷\nmembership within 岳山采石场越界开采区域 | 岳山省级地质公园一级保护区 = 0"},
        {"截至2023年6月，白龙江流域16座尾矿库中仅有5座完成闭库。", "count within 完成闭库 | 白龙江流域16座尾矿库 = 5座 of 16"},
        {"东海县石英砂加工企业多达58家，其中25家位于淮沭新河两侧500米范围内，废酸偷排问题突出。", "count within 石英砂加工企业 | 东海县 = 58家\ncount within-distance 石英砂加工企业 | 淮沭新河 = 25家 of 58 near 500"},
        {"丰乐河水源地保护区范围内，仍有基本农田2100亩，施用化肥农药。", "area within 基本农田 | 丰乐河水源地保护区 = 2100亩"},
        {"泸沽湖周边共有客栈421家，其中距湖岸80米范围内的有137家。", "count within 客栈 | 泸沽湖周边 = 421家\ncount within-distance 客栈 | 湖岸 = 137家 near 80"},
        {"大伙房水库一级保护区内有村屯11个、常住居民3400余人。", "count within 村屯 | 大伙房水库一级保护区 = 11个"},
        {"县域内13处重要湿地中，5处未设立界桩。", "count within 未设立界桩 | 县域内13处重要湿地 = 5处 of 13"},
        {"青石峡水电站坝址位于国家级鱼类保护区核心区上游3.5公里。", "distance minimum-distance 青石峡水电站坝址 | 国家级鱼类保护区核心区 = 3.5公里"},
        {"大湾区红树林面积由1980年代的400公顷减少到现在的160公顷。", "area within 大湾区红树林面积 |  = 160公顷"},
    }));
    CAPTURE(text);
    CHECK(claimsOf(text) == expected);
}

TEST_CASE("numbers that are neither distances nor counts in an area are no claims", "[plan][claims]")
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

TEST_CASE("what is to be done, was done, is only sampled or demanded is no claim", "[plan][claims]")
{
    auto const text = GENERATE(as<std::string>{},
                               "大青山矿区生态修复滞后，应治理的2300亩仅完成610亩。", "要求沿江企业距岸线不得小于1公里，并于2023年底前完成18家企业搬迁。", "2020年以来，全县累计拆除沿河违建156处，清理垃圾2.3万吨，恢复岸线11公里。",
                               "按照规划，到2025年全市新增造林12万亩、治理水土流失350平方公里。", "东北角距离青松林场边界80米处露天堆放尾矿砂约5万立方米。", "抽查发现，6家企业中4家存在偷排行为。", "群众反映的5个问题中，3个已办结，2个正在办理。",
                               "该县拆除沿湖500米范围内违建23处，恢复湿地400亩。", "对距离岸线1公里范围内的化工企业，逐企制定搬改关转方案，2025年底前全部完成。", "督察反馈后，当地投入资金3.2亿元，新建管网46公里，改造泵站5座。",
                               "部分企业距居民区过近，最近的仅隔一条马路，群众多次投诉。", "到2024年底，完成全市19座尾矿库、33处渣场的综合治理。", "沿线1000米范围内的畜禽养殖场应于年底前全部关闭或搬迁。", "督察组随机抽取30家汽修企业，22家未安装治理设施。",
                               "督察组沿清漪河现场检查发现，河道管理范围内堆存煤矸石约6万立方米，占压河道长度800米。", "县生态环境局查处违法企业36家，罚款420万元。", "规划建设的2座垃圾中转站均未开工，生活垃圾长期运往15公里外的老填埋场。",
                               "2019年至2021年，该区批准新建高耗能项目14个，其中8个未取得节能审查意见。", "督察要求拆除的17座水电站，只拆除了4座，剩余13座未拆除。", "整改期限内仍有企业3家未完成。", "自然保护区核心区的管理不到位，2次被约谈。", "会泽铅锌矿周边5个村农用地土壤受到污染。", "要求各地对距居民区100米内的餐饮店开展专项检查。");
    CAPTURE(text);
    CHECK(claimsOf(text).empty());
}
