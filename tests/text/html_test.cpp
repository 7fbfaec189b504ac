#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace zhengtu;
using namespace zhengtu::text;

TEST_CASE("of an HTML page the visible text is read", "[html]")
{
    auto const [page, text] = GENERATE(table<std::string, std::string>(
        {{"<html><head><title>题</title><style>p{}</style></head><body><p>一、水</p><p>整改&nbsp;目标：达标</p></body></html>", "一、水\n整改\xC2\xA0目标：达标\n"},
         {"<div>甲<br>乙<br/>丙</div>", "甲\n乙\n丙\n"},
         {"<!-- a --><!DOCTYPE html><p>&lt;5&deg;C &ldquo;好&rdquo; &#27835;&#x7406; &unknown; AT&T</p>", "<5°C “好” 治理 &unknown; AT&T\n"},
         {"<p>前<script>if (a<b) { '</p>' }</script>后</p>", "前后\n"},
         {"<p>看<span style=\"display: none\">不<b>见</b></span>得</p><div hidden>无</div>", "看得\n"},
         {"<table><tr><td>序号</td><td>单位</td></tr><tr><td><p>1</p></td><td></td><td><p>甲</p><p>乙</p></td></tr></table>", "序号|\n单位|\n1|\n甲\n乙|\n"},
         {"<ol start=3><li>甲</li><li>乙<ul><li>点</li></ul></li><li>丙</li></ol>", "3. 甲\n4. 乙\n点\n5. 丙\n"},
         {"<p>多\n  个\t空白</p><pre>一\n二</pre>", "多 个 空白\n一\n二\n"},
         {"<p>3 < 5 且 a<b</p>", "3 < 5 且 a"},
         {"<P CLASS='a>b'>大写</P>", "大写\n"},
         {"<head><p>未闭合<body>正文", "正文"}}));
    CAPTURE(page);
    auto const document = decodeDocument(page, "plan.html");
    REQUIRE(document.has_value());
    CHECK(document->encoding == "HTML, UTF-8");
    CHECK(toUtf8(document->source) == text);
}

TEST_CASE("a text that only speaks of tags stays as it is", "[html]")
{
    auto const text = GENERATE(as<std::string>{}, "一、<p>标签</p>应删除。\n", "<附件>整改清单\n", "<pig>养殖场</pig>\n", "整改<html>\n");
    auto const document = decodeDocument(text, "plan.txt");
    REQUIRE(document.has_value());
    CHECK(document->encoding == "UTF-8");
    CHECK(toUtf8(document->source) == text);
}

TEST_CASE("the charset of a page is found, declared or not", "[html]")
{
    auto const [bytes, encoding, text] = GENERATE(table<std::string, std::string, std::string>(
        {{"<html><head><meta charset=\"gb2312\"></head><body><p>\xD5\xFB\xB8\xC4\xC4\xBF\xB1\xEA</p></body></html>", "HTML, GBK", "整改目标\n"},
         {"<html><body><p>\xD5\xFB\xB8\xC4\xC4\xBF\xB1\xEA</p></body></html>", "HTML, GBK", "整改目标\n"},
         {"<html><head><meta charset=\"gb2312\"></head><body><p>整改目标</p></body></html>", "HTML, UTF-8", "整改目标\n"}, // says one thing, is another
         {"<html><meta http-equiv=Content-Type content=\"text/html; charset=Big5\"><body><p>\xBE\xE3\xA7\xEF</p></body></html>", "HTML, Big5", "整改\n"}}));
    CAPTURE(encoding);
    auto const document = decodeDocument(bytes, "plan.html");
    REQUIRE(document.has_value());
    CHECK(document->encoding == encoding);
    CHECK(toUtf8(document->source) == text);
}

TEST_CASE("running lines of a page that a word processor saved are left out", "[html]")
{
    auto const source = [](std::string const& inner) {
        auto const document = decodeDocument("<html><body>" + inner + "</body></html>", "plan.html");
        REQUIRE(document.has_value());
        return toUtf8(document->source);
    };
    CHECK(source("<div title=\"header\"><p>内部资料</p></div><p>整改方案</p><div title=\"footer\"><p>— 1 —</p></div>") == "整改方案\n");
    CHECK(source("<div title=\"方案\"><p>整改方案</p></div>") == "整改方案\n");
    CHECK(source("<p title=\"header\">整改方案</p>") == "整改方案\n"); // only a block of its own
}

TEST_CASE("a page without text is refused with the cure", "[html]")
{
    auto const page = GENERATE(as<std::string>{}, "<html><body><img src=\"scan.jpg\"></body></html>", "<html><body><script>draw()</script></body></html>", "<html><!-- 一、",
                               "<table><tr><td></td></tr></table>");
    auto const document = decodeDocument(page, "plan.html");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::FileFormat);
    CHECK(document.error().detail.find("no visible text") != std::string::npos);
    CHECK_FALSE(document.error().cure.empty());
}

TEST_CASE("hostile pages are read to their end", "[html]")
{
    auto const repeated = [](std::string const& piece) {
        std::string page = "<html>";
        for (int i = 0; i < 50'000; ++i) { page += piece; }
        return page + "</b>末尾";
    };
    auto const piece = GENERATE(as<std::string>{}, "<div>", "<td>", "<ol><li>", "</td>", "<p>&", "<!--x-->", "<p>&#99999999999;");
    CAPTURE(piece);
    auto const document = decodeDocument(repeated(piece), "x");
    if (document) { CHECK(toUtf8(document->source).find("末尾") != std::string::npos); }
    else { CHECK(document.error().code == ErrorCode::Encoding); } // nothing but replaced characters
    CHECK_FALSE(decodeDocument("<html><p>a" + std::string(50, '\0'), "x").has_value());
}
