#include "core/utf.hpp"
#include "text/document.hpp"
#include "text/pdf_pages.hpp"
#include "text/pdf_print.hpp"
#include "text/process.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <format>

using namespace zhengtu;
using namespace zhengtu::text;

namespace {

/// A PDF with one text line for each string of a page, in a font of the standard's Adobe-GB1 collection that is not embedded.
std::string pdf(std::vector<std::vector<std::u32string>> const& pages, std::string const& trailer = "")
{
    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    auto const object = [&](std::string const& content) {
        offsets.push_back(out.size());
        out += std::format("{} 0 obj\n{}\nendobj\n", offsets.size(), content);
    };
    std::string kids;
    for (std::size_t p = 0; p < pages.size(); ++p) { kids += std::format("{} 0 R ", 5 + 2 * p); }
    object("<</Type/Catalog/Pages 2 0 R>>");
    object(std::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages.size()));
    object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
    object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>");
    for (std::size_t p = 0; p < pages.size(); ++p) {
        object(std::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>", 6 + 2 * p));
        std::string content;
        for (std::size_t i = 0; i < pages[p].size(); ++i) {
            content += std::format("BT /F 12 Tf 60 {} Td <", 780 - 30 * static_cast<int>(i));
            for (char32_t const c : pages[p][i]) { content += std::format("{:04X}", static_cast<unsigned>(c)); }
            content += "> Tj ET\n";
        }
        object(std::format("<</Length {}>>stream\n{}endstream", content.size(), content));
    }
    auto const table = out.size();
    out += std::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
    for (auto const offset : offsets) { out += std::format("{:010} 00000 n \n", offset); }
    out += std::format("trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", offsets.size() + 1, trailer, table);
    return out;
}

} // namespace

TEST_CASE("the text layer of a PDF is read page by page, without page numbers", "[pdf]")
{
    auto const document = decodeDocument(pdf({{U"整改方案", U"一、污水直排。", U"— 1 —"}, {U"二、扬尘污染。", U"— 2 —"}}), "plan.pdf");
    if (!document) { FAIL(describe(document.error())); }
    CHECK(document->encoding == "PDF");
    auto const& source = document->source;
    CHECK(source.find(U"整改方案") != std::u32string::npos);
    CAPTURE(toUtf8(source));
    CHECK(source.find(U'—') == std::u32string::npos);
    auto const first = source.find(U"污水"), second = source.find(U"扬尘");
    REQUIRE(first != std::u32string::npos);
    REQUIRE(second != std::u32string::npos);
    CHECK(document->positions.page(first) == 1);
    CHECK(document->positions.page(second) == 2);
    CHECK_FALSE(document->positions.paragraph(first).has_value());
}

TEST_CASE("a PDF that cannot be read is refused with the cure", "[pdf]")
{
    auto const good = pdf({{U"整改方案"}});
    auto const [bytes, says] = GENERATE_COPY(table<std::string, std::string>(
        {{pdf({{}}), "scan"},
         {pdf({{U"1"}, {U"2"}, {U"3"}}), "scan"}, // a scan whose only text is its page numbers
         {"%PDF-1.7\n...", "broken"},
         {"%PDF-1.4\n" + std::string(3000, '\0'), "broken"},
         {pdf({{U"密"}}, "/Encrypt<</Filter/Standard/V 1/R 2/O<" + std::string(64, 'A') + ">/U<" + std::string(64, 'B') + ">/P -4>>/ID[<00><00>]"), "encrypted"}}));
    CAPTURE(says);
    auto const document = decodeDocument(bytes, "plan.pdf");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::FileFormat);
    CAPTURE(document.error().detail);
    CHECK(document.error().detail.find(says) != std::string::npos);
    CHECK(document.error().where == "plan.pdf");
    CHECK_FALSE(document.error().cure.empty());
}

TEST_CASE("a text that mentions the mark of a PDF is a text", "[pdf]")
{
    auto const document = decodeDocument("文件以%PDF-开头。\n", "plan.txt");
    REQUIRE(document.has_value());
    CHECK(document->encoding == "UTF-8");
}

namespace {

/// Pages, a line each line, without their running lines.
std::vector<std::u32string> withoutRunningLines(std::vector<std::u32string> const& pages)
{
    std::vector<std::vector<std::u32string>> lines;
    for (auto const& page : pages) {
        lines.emplace_back();
        for (std::size_t begin = 0; begin < page.size();) {
            auto const end = page.find(U'\n', begin);
            lines.back().push_back(page.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    auto const running = runningLines(lines);
    std::vector<std::u32string> out;
    for (std::size_t p = 0; p < lines.size(); ++p) {
        auto& text = out.emplace_back();
        for (std::size_t i = 0; i < lines[p].size(); ++i) {
            if (!running[p][i]) { text += lines[p][i] + U"\n"; }
        }
        while (text.ends_with(U"\n\n")) { text.pop_back(); }
    }
    return out;
}

} // namespace

TEST_CASE("running lines and page numbers go, the plan's own lines stay", "[pdf]")
{
    using Pages = std::vector<std::u32string>;
    auto const [before, after] = GENERATE(table<Pages, Pages>(
        {// bare numbers that count with the pages, at either end
         {{U"甲乙\n1\n", U"丙丁\n2\n", U"戊己\n3\n"}, {U"甲乙\n", U"丙丁\n", U"戊己\n"}},
         {{U"5\n甲乙\n", U"6\n丙丁\n"}, {U"甲乙\n", U"丙丁\n"}},
         {{U"甲乙\n第 1 页 共 2 页\n", U"丙丁\nPage 2 of 2\n"}, {U"甲乙\n", U"丙丁\n"}},
         {{U"甲乙\n—\n\n1\n\n—\n"}, {U"甲乙\n"}},
         {{U"甲乙\n1\n—\n"}, {U"甲乙\n1\n—\n"}},
         // the first of a header may be the title, a footer never is
         {{U"某县方案\n甲\n内部\n", U"某县方案\n乙\n内部\n", U"某县方案\n丙\n内部\n"}, {U"某县方案\n甲\n", U"乙\n", U"丙\n"}},
         // a header beside the title is no title, even the first time
         {{U"内部资料\n某县整改方案\n甲\n", U"内部资料\n乙\n", U"内部资料\n丙\n"}, {U"某县整改方案\n甲\n", U"乙\n", U"丙\n"}},
         {{U"某县整改方案\n某县整改方案\n甲\n", U"某县整改方案\n乙\n", U"某县整改方案\n丙\n"}, {U"某县整改方案\n甲\n", U"乙\n", U"丙\n"}},
         {{U"内部资料\n某县贯彻落实督察反馈意见整改方\n案（征求意见稿）\n", U"内部资料\n乙\n", U"内部资料\n丙\n"},
          {U"某县贯彻落实督察反馈意见整改方\n案（征求意见稿）\n", U"乙\n", U"丙\n"}},
         // words that stay the same beside a number that counts; near miss: a number that does not
         {{U"甲乙\n某县公报·1/9\n", U"丙丁\n某县公报·2/9\n", U"戊己\n某县公报·3/9\n"}, {U"甲乙\n", U"丙丁\n", U"戊己\n"}},
         {{U"甲乙\n排放5吨\n", U"丙丁\n排放4吨\n", U"戊己\n排放3吨\n"}, {U"甲乙\n排放5吨\n", U"丙丁\n排放4吨\n", U"戊己\n排放3吨\n"}},
         // near misses: cells that are numbers, labels and numbered lines that recur, two pages alike
         {{U"甲乙\n37\n", U"丙丁\n12\n", U"戊己\n25\n"}, {U"甲乙\n37\n", U"丙丁\n12\n", U"戊己\n25\n"}},
         {{U"整改措施：\n甲\n", U"整改措施：\n乙\n", U"整改措施：\n丙\n"}, {U"整改措施：\n甲\n", U"整改措施：\n乙\n", U"整改措施：\n丙\n"}},
         {{U"问题1：\n甲\n", U"问题2：\n乙\n", U"问题3：\n丙\n"}, {U"问题1：\n甲\n", U"问题2：\n乙\n", U"问题3：\n丙\n"}},
         {{U"某县方案\n甲\n", U"某县方案\n乙\n"}, {U"某县方案\n甲\n", U"某县方案\n乙\n"}}}));
    CHECK(withoutRunningLines(before) == after);
    CHECK(withoutRunningLines({}).empty());
}

namespace {

/// What pdftotext -tsv writes of one line of Han characters, ten points wide each, in a flow of its own.
std::u32string tsvLine(int flow, int left, int top, std::u32string_view text)
{
    auto const row = [&](int level, std::u32string_view what) {
        auto const head = std::format("{}\t1\t{}\t0\t0\t0\t{}.00\t{}.00\t{}.00\t14.00\t100\t", level, flow, left, top, 10 * text.size());
        return *toUtf32(head) + std::u32string{what} + U"\n";
    };
    return row(4, U"###LINE###") + row(5, text);
}

std::u32string const tsvPage = U"1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###PAGE###\n";

} // namespace

namespace {

/// The lines of the pages: "　　" before those that begin a paragraph, "+" before those that go on.
std::vector<std::u32string> paragraphs(std::u32string_view tsv)
{
    auto pages = pagesOfTsv(tsv);
    readColumns(pages);
    markParagraphs(pages);
    std::vector<std::u32string> out;
    for (auto const& page : pages) {
        auto& text = out.emplace_back();
        for (auto const& line : page.lines) { text += (line.begins ? U"　　" : line.follows ? U"+" : U"") + line.text + U"\n"; }
    }
    return out;
}

} // namespace

TEST_CASE("where a printed paragraph begins is known by its indent, or by the distance above it", "[pdf]")
{
    std::u32string_view const full = U"污染治理工作仍不到位";
    auto const indented = tsvPage + tsvLine(0, 120, 100, U"一、大气污染防治") + tsvLine(0, 120, 120, U"污染治理不到位，") + tsvLine(0, 100, 140, full) +
                          tsvLine(0, 100, 160, full) + tsvLine(0, 100, 180, U"污染。") + tsvLine(0, 100, 200, full);
    CHECK(paragraphs(indented) == std::vector<std::u32string>{U"　　一、大气污染防治\n　　污染治理不到位，\n+污染治理工作仍不到位\n+污染治理工作仍不到位\n+污染。\n污染治理工作仍不到位\n"});
    auto const spaced = tsvPage + tsvLine(0, 100, 100, full) + tsvLine(0, 100, 120, full) + tsvLine(0, 100, 140, full) + tsvLine(0, 100, 175, full);
    CHECK(paragraphs(spaced) == std::vector<std::u32string>{U"污染治理工作仍不到位\n+污染治理工作仍不到位\n+污染治理工作仍不到位\n　　污染治理工作仍不到位\n"});
    // near miss: a line that had room for the next one's first word is the last of its paragraph; a number that had none is not
    auto const room = tsvPage + tsvLine(0, 100, 100, full) + tsvLine(0, 100, 120, full) + tsvLine(0, 100, 140, full) + tsvLine(0, 100, 160, U"污染治理工作") +
                      tsvLine(0, 100, 180, full) + tsvLine(0, 100, 200, U"污染治理工作仍不") + tsvLine(0, 100, 220, U"123456789吨");
    CHECK(paragraphs(room) == std::vector<std::u32string>{U"污染治理工作仍不到位\n+污染治理工作仍不到位\n+污染治理工作仍不到位\n+污染治理工作\n污染治理工作仍不到位\n+污染治理工作仍不\n+123456789吨\n"});
    // near miss: a column of text beside a narrow column of numbers is not indented, however near it stands
    auto const table = tsvPage + tsvLine(0, 100, 100, U"七") + tsvLine(1, 120, 100, full) + tsvLine(1, 120, 120, full) + tsvLine(2, 100, 140, U"八") + tsvLine(3, 120, 140, full);
    CHECK(paragraphs(table).front().find(U'　') == std::u32string::npos);
    CHECK(paragraphs(tsvPage + tsvPage) == std::vector<std::u32string>(2));
    // over the end of a page, unless the next begins a paragraph
    auto const body = tsvLine(0, 120, 100, U"污染治理不到位，") + tsvLine(0, 100, 120, full) + tsvLine(0, 100, 140, full);
    auto const over = paragraphs(tsvPage + body + tsvPage + tsvLine(0, 100, 100, full) + tsvLine(0, 100, 120, full) + tsvPage + body);
    REQUIRE(over.size() == 3);
    CHECK(over[1].starts_with(U"+"));
    CHECK(over[2].starts_with(U"　　"));
    // what is no row is nothing: no page, cut fields, no numbers
    CHECK(paragraphs(U"").empty());
    CHECK(paragraphs(tsvLine(0, 1, 1, full)).empty());
    CHECK(paragraphs(tsvPage + U"5\t1\t0\n5\t1\t0\t0\t0\t0\tx\t0\t0\t0\t0\t字\n\t\t\t\n") == std::vector<std::u32string>(1));
}

TEST_CASE("columns of text are read one after the other, columns of a table row by row", "[pdf]")
{
    std::u32string left, right;
    auto tsv = tsvPage + tsvLine(0, 150, 60, U"某县生态环境保护督察整改方案");
    for (int i = 0; i < 6; ++i) { // printed as a program prints that takes both columns for a table
        std::u32string const number(1, U"一二三四五六"[static_cast<std::size_t>(i)]);
        tsv += tsvLine(2 * i, 60, 100 + 20 * i, U"左栏污染治理不到位第" + number) + tsvLine(2 * i + 1, 190, 100 + 20 * i, U"右栏污染治理不到位第" + number);
        left += (i > 0 ? U"+" : U"") + (U"左栏污染治理不到位第" + number) + U"\n";
        right += U"+右栏污染治理不到位第" + number + U"\n";
    }
    CHECK(paragraphs(tsv).front() == U"某县生态环境保护督察整改方案\n" + left + right);
    // the last page of such a document has few lines
    auto const last = tsvPage + tsvLine(0, 60, 100, U"左栏的末行") + tsvLine(1, 190, 100, U"右栏的末行") + tsvLine(2, 60, 120, U"左栏完");
    CHECK(paragraphs(tsv + last).back() == U"+左栏的末行\n左栏完\n右栏的末行\n");
    CHECK(paragraphs(last).back() == U"左栏的末行\n右栏的末行\n左栏完\n");
    auto table = tsvPage;
    for (int i = 0; i < 6; ++i) { table += tsvLine(2 * i, 60, 100 + 20 * i, U"污水直排") + tsvLine(2 * i + 1, 190, 100 + 20 * i, U"右栏污染治理工作仍不到位"); }
    CHECK(paragraphs(table).front().starts_with(U"污水直排\n右栏"));
}

TEST_CASE("a program runs with its input and within its limits", "[pdf]")
{
    auto const copied = runLimited("cat", {}, "整改\n", 10);
    REQUIRE(copied.has_value());
    CHECK(copied->exitCode == 0);
    CHECK(copied->output == "整改\n");
    auto const slow = runLimited("sleep", {"60"}, "", 0);
    REQUIRE(slow.has_value());
    CHECK(slow->timedOut);
    auto const environment = runLimited("env", {}, "", 10);
    REQUIRE(environment.has_value());
    CHECK(environment->output.empty());
    auto const quoted = runLimited("echo", {"$(id); *"}, "", 10);
    REQUIRE(quoted.has_value());
    CHECK(quoted->output == "$(id); *\n");
    auto const none = runLimited("no-such-program", {}, "", 10);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == ErrorCode::FileMissing);
}
