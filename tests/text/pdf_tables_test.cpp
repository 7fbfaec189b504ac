#include "core/utf.hpp"
#include "text/document.hpp"
#include "text/pdf_rules.hpp"
#include "text/pdf_tables.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <string>
#include <vector>

using namespace zhengtu;
using namespace zhengtu::text;

namespace {

/// A page drawn one pixel a point.
struct Drawing {
    int width = 200, height = 120;
    std::string pixels = std::string(static_cast<std::size_t>(width * height), '\xFF');

    void fill(int left, int top, int right, int bottom, char gray = '\0')
    {
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) { pixels[static_cast<std::size_t>(y * width + x)] = gray; }
        }
    }
    /// Columns 10-50-100-190, rows 10-30-60; the last row may be open at its foot.
    void table(bool open = false)
    {
        fill(10, 10, 191, 11);
        fill(10, 30, 191, 31);
        if (!open) { fill(10, 60, 191, 61); }
        for (int const x : {10, 50, 100, 190}) { fill(x, 10, x + 1, 61); }
    }
    [[nodiscard]] std::string graymap() const { return std::format("P5\n{} {}\n255\n", width, height) + pixels; }
};

PrintedLine line(double left, double top, std::u32string_view text)
{
    return lineOf({{left, left + 10 * static_cast<double>(text.size()), std::u32string{text}}}, top, 12);
}

std::u32string shown(PrintedPage const& page)
{
    std::u32string all;
    for (auto const& one : page.lines) { all += one.text + (one.cell ? U"|" : U"") + U"\n"; }
    return all;
}

/// A PDF whose pages have these contents; /F is a font of the Adobe-GB1 collection that is not embedded.
std::string pdfOf(std::vector<std::string> const& contents)
{
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "",
                                     "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
                                     "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>"};
    std::string kids;
    for (auto const& content : contents) {
        kids += std::format("{} 0 R ", objects.size() + 1);
        objects.push_back(std::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>", objects.size() + 2));
        objects.push_back(std::format("<</Length {}>>stream\n{}endstream", content.size(), content));
    }
    objects[1] = std::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, contents.size());
    std::string pdf = "%PDF-1.4\n";
    std::string table = std::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += std::format("{:010} 00000 n \n", pdf.size());
        pdf += std::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    auto const begin = pdf.size();
    return pdf + table + std::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, begin);
}

/// Shows a text at a place of a page.
std::string shownAt(int x, int y, std::u32string_view text)
{
    auto content = std::format("BT /F 12 Tf {} {} Td <", x, y);
    for (char32_t const c : text) { content += std::format("{:04X}", static_cast<unsigned>(c)); }
    return content + "> Tj ET\n";
}

Rules const grid{.across = {{10, 10, 190}, {30, 10, 190}, {90, 10, 190}}, .down = {{10, 10, 90}, {40, 10, 90}, {120, 10, 90}, {190, 10, 90}}};

} // namespace

TEST_CASE("the rules of a table are seen, other strokes are not", "[pdf]")
{
    Drawing plain, open, none, shaded;
    plain.table();
    open.table(true);
    none.fill(10, 10, 100, 11); // an underline
    none.fill(10, 30, 190, 31); // a rule below a head
    none.fill(20, 40, 90, 80);  // a picture
    shaded.table();
    shaded.fill(10, 11, 190, 30, '\xC8'); // the head stands on gray
    shaded.fill(52, 36, 54, 50);          // characters that touch a rule
    for (auto const& drawing : {plain, open, shaded}) {
        auto const pages = rulesOf(drawing.graymap());
        REQUIRE(pages.size() == 1);
        CHECK(pages[0].across.size() == 3);
        CHECK(pages[0].down.size() == 4);
    }
    auto const nothing = rulesOf(none.graymap());
    REQUIRE(nothing.size() == 1);
    CHECK(std::none_of(nothing[0].down.begin(), nothing[0].down.end(), [](Rule const& rule) { return rule.at < 15 || rule.at > 95; }));
    CHECK(rulesOf(plain.graymap() + none.graymap() + open.graymap()).size() == 3);
    // what is cut off or no picture ends the result
    CHECK(rulesOf(plain.graymap() + plain.graymap().substr(0, 500)).size() == 1);
    for (auto const* const bad : {"", "P5", "P5\n", "P5\n3", "P5\n9 9\n255\n", "P5\n-3 4\n255\n....", "P6\n1 1\n255\n...", "P5\n99999999999 1\n255\n", "P5\n1 1\n65535\n.."}) {
        CHECK(rulesOf(bad).empty());
    }
}

TEST_CASE("a ruled table of a PDF is read cell by cell", "[pdf]")
{
    // as a program prints that reads down the columns
    PrintedPage page{200, 300,
                     {line(60, 0, U"整改清单"), line(15, 15, U"序号"), line(15, 35, U"1"), line(45, 15, U"问题"), line(45, 35, U"污水直排汾河"), line(45, 50, U"未治理。"),
                      line(125, 15, U"单位"), line(125, 35, U"某县政府、某"), line(125, 50, U"局"), line(60, 120, U"第三页")},
                     };
    readTable(page, grid);
    CHECK(shown(page) == U"整改清单\n序号|\n问题|\n单位|\n1|\n污水直排汾河未治理。|\n某县政府、某局|\n第三页\n");
    // near miss: a line that had room for the next ends a paragraph, as does a numbered line behind it
    PrintedPage parted{200, 300, {line(15, 35, U"1"), line(45, 35, U"1.污水治理。"), line(45, 50, U"2.扬尘。"), line(45, 65, U"完成"), line(45, 80, U"验收")}};
    readTable(parted, grid);
    CHECK(shown(parted) == U"1|\n1.污水治理。\n2.扬尘。\n完成\n验收|\n");
    // near miss: a frame round a text is no table; neither is the box that the strokes of a character make
    PrintedPage framed{200, 300, {line(45, 35, U"污水直排。"), line(45, 50, U"未治理。")}};
    auto const before = shown(framed);
    readTable(framed, {.across = {{10, 10, 190}, {90, 10, 190}}, .down = {{10, 10, 90}, {120, 10, 90}, {190, 10, 90}}});
    CHECK(shown(framed) == before);
    PrintedPage strokes{200, 300, {line(10, 10, U"国家方案")}};
    readTable(strokes, {.across = {{12, 28, 34}, {20, 28, 34}}, .down = {{28, 12, 20}, {31, 12, 20}, {34, 12, 20}}});
    CHECK(shown(strokes) == U"国家方案\n");
}

TEST_CASE("a table over several pages has its head once and its cut rows whole", "[pdf]")
{
    auto const pageOf = [](std::vector<PrintedLine> lines) {
        PrintedPage page{200, 300, std::move(lines)};
        readTable(page, grid);
        return page;
    };
    std::vector<PrintedLine> const head{line(15, 15, U"序号"), line(45, 15, U"问题"), line(125, 15, U"单位")};
    auto const with = [&](std::vector<PrintedLine> rest) {
        rest.insert(rest.begin(), head.begin(), head.end());
        return rest;
    };
    std::vector<PrintedPage> pages{pageOf(with({line(15, 35, U"1"), line(45, 35, U"某企业污水直"), line(45, 50, U"排汾河，至今"), line(125, 35, U"某县政府")})),
                                   pageOf(with({line(45, 35, U"未治理，也没有"), line(45, 50, U"任何计划，")})), // nothing but more of the row
                                   pageOf(with({line(45, 35, U"群众不满。"), line(125, 35, U"某局")})),
                                   pageOf(with({line(15, 35, U"2"), line(45, 35, U"扬尘。"), line(125, 35, U"某局")}))};
    joinTables(pages);
    std::u32string all;
    for (auto const& page : pages) { all += shown(page); }
    CHECK(all == U"序号|\n问题|\n单位|\n1|\n某企业污水直排汾河，至今未治理，也没有任何计划，群众不满。|\n某县政府某局|\n2|\n扬尘。|\n某局|\n");
    // near misses: a row of its own without a number, where the first cell spans rows; a text between the tables
    std::vector<PrintedPage> spanned{pageOf(with({line(15, 35, U"1"), line(45, 35, U"污水。"), line(125, 35, U"某局")})), pageOf(with({line(45, 35, U"扬尘。"), line(125, 35, U"某局")}))};
    joinTables(spanned);
    CHECK(shown(spanned[1]) == U"扬尘。|\n某局|\n");
    std::vector<PrintedPage> apart{pageOf(with({line(15, 35, U"1"), line(45, 35, U"污水。"), line(125, 35, U"某局"), line(45, 150, U"附件二")})), pageOf(head)};
    joinTables(apart);
    CHECK(shown(apart[1]) == U"序号|\n问题|\n单位|\n");
}

TEST_CASE("a PDF with a ruled table is read row by row", "[pdf]")
{
    std::string content = "0.5 w 50 700 400 -100 re S 50 670 m 450 670 l S 100 700 m 100 600 l S 250 700 m 250 600 l S\n";
    auto const put = [&](int x, int y, std::u32string_view text) { content += shownAt(x, y, text); };
    for (auto const& [x, head] : {std::pair{55, U"序号"}, std::pair{105, U"反馈问题"}, std::pair{255, U"责任单位"}}) { put(x, 680, head); }
    put(55, 650, U"一");
    put(105, 650, U"某企业污水直排汾河支流");
    put(105, 630, U"未治理。");
    put(255, 650, U"某县政府");
    auto const document = decodeDocument(pdfOf({content}), "plan.pdf");
    if (!document) { FAIL(describe(document.error())); }
    CHECK(toUtf8(document->source) == "序号|\n反馈问题|\n责任单位|\n一|\n某企业污水直排汾河支流未治理。|\n某县政府|\n");
}

TEST_CASE("pages that are scans among pages of text are said", "[pdf]")
{
    auto const text = shownAt(60, 780, U"某县生态环境保护督察整改方案");
    std::string const scan = "0.3 g 60 100 400 600 re f\n" + shownAt(290, 40, U"2");
    auto const document = decodeDocument(pdfOf({text, scan, "", text + shownAt(290, 40, U"4")}), "plan.pdf"); // the third page is blank
    if (!document) { FAIL(describe(document.error())); }
    CHECK(document->positions.unread == std::vector<std::uint32_t>{2});
    CHECK(document->positions.pages.size() == 4);
}
