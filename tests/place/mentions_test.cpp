#include "core/utf.hpp"
#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("a name is found and typed", "[place]")
{
    auto const [text, wanted] = GENERATE(table<std::string, std::string>({
        // administrative names, full, short and in lists
        {"涉及繁峙、原平和代县三个县（市）。", "繁峙|county|繁峙县"},
        {"涉及繁峙、原平和代县三个县（市）。", "代县|county|代县"},
        {"要求大同、朔州两市限期完成。", "大同|city"},
        {"定襄县宏道镇街道沿线散煤复燃。", "宏道镇|town|定襄县"},
        {"在豆罗、曹张两个检查点抽查车辆。", "曹张|town|忻府区"},
        {"忻州市区道路扬尘突出。", "忻州市区|other"},
        {"代县县城内仍有燃煤小锅炉。", "代县|county|代县"},
        // villages
        {"代县上馆镇北关村垃圾露天焚烧。", "北关村|village|代县"},
        {"繁峙县新出现的石家窑村无人清运垃圾。", "石家窑村|village|繁峙县"},
        // water
        {"滹沱河水质下降。", "滹沱河|river"},
        {"滹沱河流域治理滞后。", "滹沱河流域|river"},
        {"代县峨河河道内堆存渣土。", "峨河|river|代县"},
        {"原平市下庄水库周边养殖。", "原平市下庄水库|reservoir|原平市"},
        {"甲渡、南关桥、下茹越断面水质超标。", "下茹越断面|monitoring_section|繁峙县"},
        {"甲渡、南关桥、下茹越断面水质超标。", "南关桥|monitoring_section"},
        {"代县工商局监测点位数据偏高。", "代县工商局监测点位|monitoring_section|代县"},
        // works
        {"代县宏远球团有限公司无组织排放。", "代县宏远球团有限公司|enterprise|代县"},
        {"督促山西云岭煤业有限公司恢复植被。", "山西云岭煤业有限公司|mine"},
        {"繁峙县大石沟石料厂越界开采。", "繁峙县大石沟石料厂|mine|繁峙县"},
        {"华泰（忻州）陶瓷有限公司未取得环评手续。", "华泰（忻州）陶瓷有限公司|enterprise"},
        {"忻州市开发区瑞恒供热有限公司未办手续。", "忻州市开发区瑞恒供热有限公司|enterprise"},
        {"2家企业（云岭热电、王贵生砖厂）尚未关停。", "云岭热电|enterprise"},
        {"2家企业（云岭热电、王贵生砖厂）尚未关停。", "王贵生砖厂|enterprise"},
        {"代县宏远球团有限公司、北重等企业超标。", "北重|enterprise"},
        {"原平市第二污水处理厂超负荷运行。", "原平市第二污水处理厂|wwtp|原平市"},
        {"在代县界河桥附近有一处无名料场。", "无名料场|site|代县"},
        // roads
        {"307国道两侧堆煤。", "307国道|road"},
        {"G108 国道车流量大。", "G108国道|road"},
        {"原平市S210省道积尘严重。", "S210省道|road|原平市"},
        {"065县道清水坪至柳林湾段扬尘。", "清水坪|village"},
        {"静岚高速代县连接线积尘。", "静岚高速|road|代县"},
        // towns that have changed their kind, and those that no register has
        {"定襄县宏道乡散煤复燃。", "宏道乡|town|定襄县"},
        {"代县峪口乡、新高乡未清零。", "新高乡|town|代县"},
        {"代县峪口乡大石窊村采煤沉陷。", "大石窊村|village|代县"},
        {"豆罗镇东沟村生活垃圾填埋场渗滤液外溢。", "豆罗镇东沟村生活垃圾填埋场|site|忻府区"},
        {"代县峪口乡东沟村无名砂场手续不全。", "无名砂场|mine|代县"},
        {"反映代县金源烧烤店油烟扰民。", "代县金源烧烤店|enterprise|代县"},
        {"污水排入清水河、小银河。", "清水河|river"},
        // areas
        {"云台沟省级自然保护区内违规建设。", "云台沟省级自然保护区|reserve"},
        {"灵空山自然保护区内违规建设。", "灵空山自然保护区|reserve|代县"},
        {"云泉泉域重点保护区内有煤矿。", "云泉泉域重点保护区|spring_zone"},
        {"代县经济技术开发区管网不配套。", "代县经济技术开发区|park|代县"},
        {"繁峙县滹沱河干流水质改善工程进展缓慢。", "繁峙县滹沱河干流水质改善工程|site|繁峙县"},
    }));
    CAPTURE(text, wanted, mentionsIn("忻州市", text));
    CHECK(finds(mentionsIn("忻州市", text), wanted));
}

TEST_CASE("each place is given once for the problem and once for each of its measures", "[place]")
{
    auto const made = sample("忻州市", "代县污水直排，代县管网老化。", {{"代县加快建设。", {}}, {"繁峙县完成。", {}}});
    auto const mentions = findMentions(made.plan, made.normal, gazetteer());
    REQUIRE(mentions.size() == 3);
    CHECK(mentions[0].task == Mention::none);
    CHECK(mentions[1].task == 0);
    CHECK(mentions[2].task == 1);
    for (auto const& mention : mentions) {
        CHECK(mention.problem == 0);
        CHECK(toUtf8(std::u32string_view{made.document.source}.substr(mention.span.begin, mention.span.size())) == mention.text);
    }
}

TEST_CASE("fields of a problem that are not read for places give none, text outside of problems does", "[place]")
{
    auto made = sample("忻州市", "代县污水直排。", {{"加快建设。", {"繁峙县委、县政府"}}});
    made.document.source += U"定襄县另有问题。\n";
    made.normal = text::normalise(made.document.source);
    auto const mentions = findMentions(made.plan, made.normal, gazetteer());
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0].text == "代县");
    CHECK(mentions[1].text == "定襄县");
    CHECK(mentions[1].problem == Mention::none);
}

TEST_CASE("the same document gives the same mentions again", "[place]")
{
    auto const text = std::string{"代县宏远球团有限公司、云岭热电等企业，定襄县晋昌镇智村和南王乡谭村。"};
    CHECK(mentionsIn("忻州市", text) == mentionsIn("忻州市", text));
}

TEST_CASE("an unknown region gives names by form, and no county by scope", "[place]")
{
    auto const found = mentionsIn("", "山西云岭煤业有限公司违法占地，繁峙方面未处理。");
    CHECK(finds(found, "山西云岭煤业有限公司|mine|"));
    CHECK_FALSE(finds(found, "繁峙"));
}

TEST_CASE("text that is no text harms nothing", "[place]")
{
    auto const text = GENERATE(as<std::string>{}, "", "\n\n", "《《《", "（（（有限公司）））", "、、、断面等企业", "G", "国道", "1234567890国道",
                               "有限公司", "村村村村村", "断面断面断面", "无名", "第一热电", "号占用", "路线街道镇乡河矿厂桥", "\xF0\x9F\x98\x80村");
    CAPTURE(text);
    for (auto const& row : mentionsIn("忻州市", text)) { CHECK_FALSE(row.starts_with("|")); }
}

TEST_CASE("text without any mark is read to its end", "[place]")
{
    std::string text;
    for (int i = 0; i < 3000; ++i) { text += "代县宏远球团有限公司污水直排滹沱河"; }
    auto const found = mentionsIn("忻州市", text);
    CHECK(finds(found, "代县宏远球团有限公司|enterprise|代县"));
    CHECK(finds(found, "滹沱河|river"));
}
