#include "core/utf.hpp"
#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;

namespace {

/// Sentences that do not speak of each other: what is found in one does not depend on where it stands.
std::vector<std::string> const& sentences()
{
    static std::vector<std::string> const all{
        "定襄县晋昌镇智村露天焚烧垃圾。", "繁峙县大石沟石料厂越界开采。",         "滹沱河下茹越断面水质超标。",
        "代县云岭冶金有限公司未批先建。", "G108国道、S210省道积尘严重。",         "原平市第二污水处理厂超负荷运行。",
        "灵空山自然保护区核心区内违建。", "2家企业（王贵生砖厂、云岭热电）关停。", "五台县豆村镇同川河河道堆存渣土。",
        "各县（市、区）要加大力度，限期完成。",
    };
    return all;
}

std::multiset<std::string> rowsOf(std::vector<std::string> const& texts)
{
    std::string all;
    for (auto const& text : texts) { all += text; }
    auto const rows = mentionsIn("忻州市", all);
    return {rows.begin(), rows.end()};
}

} // namespace

TEST_CASE("the order of sentences does not matter", "[place][property]")
{
    auto texts = sentences();
    auto const wanted = rowsOf(texts);
    REQUIRE(wanted.size() >= 15);
    std::ranges::reverse(texts);
    CHECK(rowsOf(texts) == wanted);
    for (std::size_t turn = 1; turn < texts.size(); ++turn) {
        std::ranges::rotate(texts, texts.begin() + 1);
        CAPTURE(turn);
        CHECK(rowsOf(texts) == wanted);
    }
}

TEST_CASE("a sentence that is there twice names nothing more", "[place][property]")
{
    auto texts = sentences();
    auto const wanted = rowsOf(texts);
    texts.insert(texts.end(), sentences().begin(), sentences().end());
    CHECK(rowsOf(texts) == wanted);
}

TEST_CASE("each sentence alone gives what it gives among the others", "[place][property]")
{
    auto const together = rowsOf(sentences());
    std::multiset<std::string> alone;
    for (auto const& text : sentences()) { alone.merge(rowsOf({text})); }
    CHECK(alone == together);
}

TEST_CASE("a mention's span spells its text, and mentions are in order of the text", "[place][property]")
{
    std::string all;
    for (auto const& text : sentences()) { all += text + " 　" + text; }
    for (std::string const region : {"忻州市", "太原市", "晋城市城区", ""}) {
        auto const made = sample(region, all, {{all, {"代县党委、政府"}}});
        std::size_t last = 0;
        std::size_t task = Mention::none;
        for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
            CAPTURE(region, mention.text);
            REQUIRE(mention.span.end <= made.document.source.size());
            auto const source = std::u32string_view{made.document.source}.substr(mention.span.begin, mention.span.size());
            CHECK(toUtf8(text::normalise(std::u32string{source}).text) == mention.text);
            if (mention.task == task) { CHECK(mention.span.begin >= last); }
            last = mention.span.begin;
            task = mention.task;
        }
    }
}

TEST_CASE("what is found does not change when read as its own text again", "[place][property]")
{
    // The name of a company, alone in a sentence, is found again as the same.
    for (std::string const name : {"繁峙县大石沟石料厂", "代县云岭冶金有限公司", "原平市第二污水处理厂", "灵空山自然保护区"}) {
        auto const rows = mentionsIn("忻州市", name + "。");
        CAPTURE(name, rows);
        CHECK(finds(rows, name));
    }
}
