#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("what only looks like a place is none", "[place]")
{
    auto const [region, text] = GENERATE(table<std::string, std::string>({
        {"朔州市", "大力弘扬右玉精神和改革开放精神。"},
        {"阳泉市", "平定了风波。"},
        {"阳泉市", "城区道路积尘，矿区内部积尘厚。"},
        {"忻州市", "各县（市、区）党委、政府和相应县级部门落实责任。"},
        {"忻州市", "现代县域经济发展。"},
        {"忻州市", "忻州市工信局制定方案。"},
        {"忻州市", "按照《代县水污染防治条例》和《关于繁峙县〈滹沱河规划〉的批复》办理。"},
        {"忻州市", "城中村、城边村和农村全部完成改造，整村推进，确村确户。"},
        {"忻州市", "28个村、4个乡镇未完成，各镇、各乡和城镇要加快。"},
        {"忻州市", "13座污水处理厂和城镇生活污水处理厂提效改造。"},
        {"忻州市", "经过污水处理厂处理后排放，污水全部入厂。"},
        {"忻州市", "煤矿、洗煤厂、石料厂、水泥等44家企业集群。"},
        {"忻州市", "该公司和国有公司、物业公司、医疗集团配合。"},
        {"忻州市", "9个地表水断面、国考断面和出境断面水质达标。"},
        {"忻州市", "空气质量监测点和各监测点位周边。"},
        {"忻州市", "绕城公路、国省干道、农村公路和高速公路扬尘。"},
        {"忻州市", "6个开发区、各工业园区和物流园区。"},
        {"忻州市", "保护自然保护区、饮用水水源保护区和岩溶泉域。"},
        {"忻州市", "老旧小区改造、建设项目和重点工程按期完成。"},
        {"忻州市", "思路、出路、一路和套路。"},
        {"忻州市", "过境高速公路、高速增长和高速路口。"},
        {"忻州市", "非法洗煤厂、露天采石厂和废品收购站。"},
        {"忻州市", "黄河流域生态保护和高质量发展。"},
        {"忻州市", "入河排污口和母亲河保护。"},
        {"晋城市城区", "城区还有余户未改造，晋城市城区制定方案。"},
    }));
    CAPTURE(text, mentionsIn(region, text));
    CHECK(mentionsIn(region, text).empty());
}

TEST_CASE("a name ends and begins where it should", "[place]")
{
    auto const [text, wrong] = GENERATE(table<std::string, std::string>({
        {"已经拆除宏远球团有限公司设备。", "拆除宏远球团有限公司"},
        {"太原古县城墙修缮。", "古县"},
        {"代县五台山脚下。", "五台"},
        {"定襄桥断面超标。", "定襄"},
        {"代县、繁峙县等污水处理厂超负荷。", "繁峙县等污水处理厂"},
    }));
    CAPTURE(text, mentionsIn("忻州市", text));
    CHECK_FALSE(finds(mentionsIn("忻州市", text), wrong));
}
