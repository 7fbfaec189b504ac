#include "core/utf.hpp"
#include "text/document.hpp"
#include "text/list_numbers.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <zip.h>

#include <cstring>

using namespace zhengtu;
using namespace zhengtu::text;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(Parts const& parts, char const* password = nullptr)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (auto const& [name, content] : parts) {
        auto const index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        REQUIRE(index >= 0);
        if (password != nullptr) { zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password); }
    }
    REQUIRE(zip_close(archive) == 0);
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(source);
    REQUIRE(zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

std::string const space = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc")";

std::string body(std::string const& inner) { return R"(<?xml version="1.0" encoding="UTF-8"?><w:document )" + space + "><w:body>" + inner + "</w:body></w:document>"; }
std::string run(std::string const& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
std::string paragraph(std::string const& text, std::string const& properties = "") { return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>"; }
std::string listed(std::string const& text, int num, int level = 0)
{
    return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(num) + "\"/></w:numPr>");
}

std::string level(int at, std::string const& format, std::string const& text, std::string const& more = "")
{
    return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more + "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"" +
           text + "\"/></w:lvl>";
}

std::string const numbering = "<w:numbering " + space + "><w:abstractNum w:abstractNumId=\"7\">" +
                              level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val=\"Heading1\"/>") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
                              level(3, "decimal", "%1.%4", "<w:isLgl/>") +
                              "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">" + level(0, "bullet", "\xEF\x82\xB7") + "</w:abstractNum>"
                              "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
                              "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/></w:lvlOverride></w:num></w:numbering>";
std::string const styles = "<w:styles " + space + "><w:style w:styleId=\"Heading1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                           "<w:style w:styleId=\"Child\"><w:basedOn w:val=\"Heading1\"/></w:style>"
                           "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";

std::string docx(std::string const& inner) { return zipped({{"word/document.xml", body(inner)}, {"word/numbering.xml", numbering}, {"word/styles.xml", styles}}); }

std::string read(std::string const& inner)
{
    auto const document = decodeDocument(docx(inner), "plan.docx");
    if (!document) { FAIL(describe(document.error())); }
    CHECK(document->encoding == "DOCX");
    return toUtf8(document->source);
}

} // namespace

TEST_CASE("the paragraphs of a DOCX are lines with the text that a reader sees", "[docx]")
{
    auto const [inner, text] = GENERATE(table<std::string, std::string>(
        {{paragraph("整改") + paragraph("方案"), "整改\n方案\n"},
         {"<w:p>" + run("责任") + run("单位：") + "</w:p>", "责任单位：\n"},
         {"<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>", "甲\n乙 丙\n"},
         {"<w:p>" + run("留") + "<w:del>" + run("删") + "</w:del><w:ins>" + run("增") + "</w:ins><w:moveFrom>" + run("移") + "</w:moveFrom></w:p>", "留增\n"},
         {"<w:p>" + run("见") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>" + run("到") + "</w:p>", "见到\n"},
         {"<w:p>" + run("外") + "<w:r><mc:AlternateContent><mc:Choice>" + paragraph("框") + "</mc:Choice><mc:Fallback>" + paragraph("框") + "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
          "框\n外\n"},
         {"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + paragraph("一、概况 1") + "</w:sdtContent></w:sdt>" + paragraph("正文"),
          "正文\n"},
         {"<w:p>" + run("&lt;5%&amp;") + "</w:p>", "<5%&\n"}}));
    CHECK(read(inner) == text);
}

TEST_CASE("a table of a DOCX is one cell a line, as the reader of flattened tables expects it", "[docx]")
{
    auto const cell = [](std::string const& paragraphs) { return "<w:tc>" + paragraphs + "</w:tc>"; };
    auto const source = read("<w:tbl><w:tr>" + cell(paragraph("序号")) + cell(paragraph("整改措施")) + "</w:tr><w:tr>" + cell(paragraph("1")) +
                             cell(paragraph("1.封堵排口。") + paragraph("2.开展监测。")) + cell(paragraph("")) + "</w:tr></w:tbl>" + paragraph("备注"));
    CHECK(source == "序号|\n整改措施|\n1|\n1.封堵排口。\n2.开展监测。|\n备注\n");
    auto const normal = normalise(toUtf32(source).value());
    CHECK(toUtf8(normal.text) == "序号\n整改措施\n1\n1.封堵排口。\n2.开展监测。\n备注\n");
}

TEST_CASE("notes stand at the end of a DOCX, their rules do not", "[docx]")
{
    auto const notes = "<w:footnotes " + space + "><w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("") + "</w:footnote><w:footnote w:id=\"1\">" +
                       paragraph("据监测数据。") + "</w:footnote></w:footnotes>";
    auto const bytes = zipped({{"word/document.xml", body(paragraph("断面超标。"))}, {"word/footnotes.xml", notes}});
    auto const document = decodeDocument(bytes, "plan.docx");
    REQUIRE(document.has_value());
    CHECK(toUtf8(document->source) == "断面超标。\n\n[1] 据监测数据。\n");
}

TEST_CASE("a DOCX knows its paragraphs, and its pages where it was laid out", "[docx]")
{
    auto const at = [](Document const& document, std::u32string_view word) { return document.source.find(word); };
    auto const laidOut = "<w:p><w:r><w:t>丙在前</w:t><w:lastRenderedPageBreak/><w:t>丁在后</w:t></w:r></w:p>";
    auto const document = decodeDocument(docx(paragraph("甲") + paragraph("") + listed("乙", 1) + laidOut), "plan.docx").value();
    CHECK(document.positions.paragraph(at(document, U"甲")) == 1);
    CHECK(document.positions.paragraph(at(document, U"乙")) == 3); // an empty one counts
    CHECK(document.positions.paragraph(at(document, U"丁")) == 4);
    CHECK(document.positions.page(at(document, U"丙")) == 1);
    CHECK(document.positions.page(at(document, U"丁")) == 2);
    auto const plain = decodeDocument(docx(paragraph("甲")), "plan.docx").value();
    CHECK_FALSE(plain.positions.page(0).has_value()); // not guessed
    auto const text = decodeDocument("整改方案一\n\f整改措施二\n", "plan.txt").value();
    CHECK(text.positions.page(text.source.find(U'二')) == 2);
    CHECK_FALSE(decodeDocument("整改方案\n", "plan.txt").value().positions.page(0).has_value());
}

TEST_CASE("automatic numbers are written out as Word shows them", "[docx]")
{
    CHECK(read(listed("水", 1) + listed("甲", 1, 1) + listed("子", 1, 2) + listed("丑", 1, 2) + listed("乙", 1, 1) + listed("寅", 1, 2) + listed("气", 1)) ==
          "一、水\n（一）甲\n1.子\n2.丑\n（二）乙\n1.寅\n二、气\n");
    CHECK(read(listed("水", 1) + listed("续", 3) + listed("又", 1)) == "一、水\n九、续\n十、又\n"); // a restart in one shared list
    CHECK(read(listed("点", 2)) == "点\n");
    CHECK(read(listed("水", 1) + listed("合", 1, 3)) == "一、水\n1.1合\n");
    CHECK(read(listed("先", 1, 1) + listed("水", 1)) == "（一）先\n二、水\n"); // a level above that was skipped counts as begun
    CHECK(read(paragraph("题", "<w:pStyle w:val=\"Heading1\"/>") + paragraph("题", "<w:pStyle w:val=\"Child\"/>")) == "一、题\n二、题\n");
    CHECK(read(paragraph("题", "<w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")) == "题\n"); // switched off
    CHECK(read(paragraph("题", "<w:pStyle w:val=\"A\"/>") + listed("无", 99)) == "题\n无\n"); // a ring of styles, a list that is not there
}

TEST_CASE("number formats, Chinese ones first", "[docx]")
{
    auto const [value, format, text] = GENERATE(table<int, std::string, std::string>(
        {{1, "chineseCounting", "一"}, {10, "chineseCounting", "十"}, {11, "chineseCountingThousand", "十一"}, {20, "chineseCountingThousand", "二十"},
         {21, "japaneseCounting", "二十一"}, {103, "chineseCountingThousand", "一百零三"}, {110, "chineseCountingThousand", "一百一十"},
         {1005, "chineseCountingThousand", "一千零五"}, {10, "chineseLegalSimplified", "壹拾"}, {12, "ideographDigital", "一二"}, {2, "ideographTraditional", "乙"},
         {3, "ideographZodiac", "寅"}, {3, "decimalEnclosedCircleChinese", "③"}, {21, "decimalEnclosedCircle", "21"}, {4, "decimalEnclosedParen", "⑷"},
         {12, "decimalFullWidth", "１２"}, {7, "decimalZero", "07"}, {14, "upperRoman", "XIV"}, {27, "lowerLetter", "aa"}, {5, "something new", "5"},
         {5, "none", ""}}));
    CAPTURE(value, format);
    CHECK(toUtf8(numberText(value, format)) == text);
}

TEST_CASE("what looks like a DOCX and cannot be read is refused with the cure", "[docx]")
{
    auto const good = docx(paragraph("整改方案"));
    auto const [bytes, says] = GENERATE_COPY(table<std::string, std::string>(
        {{good.substr(0, good.size() / 2), "broken zip"},
         {std::string("PK\x03\x04\x14\0\0\0", 8), "broken zip"},
         {zipped({{"a.txt", "整改"}}), "zip archive"},
         {zipped({{"xl/workbook.xml", "<a/>"}}), "Excel"},
         {zipped({{"mimetype", "x"}, {"content.xml", "<a/>"}}), "OpenDocument"},
         {zipped({{"word/document.xml", body(paragraph("密"))}}, "secret"), "encrypted"},
         {zipped({{"word/document.xml", body("<w:p>")}}), "broken XML"},
         {zipped({{"word/document.xml", ""}}), "broken XML"},
         {zipped({{"word/document.xml", body(paragraph(""))}}), "no text"},
         {zipped({{"word/document.xml", body(paragraph(std::string(1, '\0')))}}), "broken XML"},
         {zipped({{"word/document.xml", body(paragraph("整")) }, {"word/numbering.xml", "<w:numbering"}}), "broken XML"},
         {zipped({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]>" + std::string{"<a>&d;</a>"}}}), "document type"},
         {zipped({{"word/document.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"&b;\">]><a>&b;</a>"}}), "document type"}}));
    CAPTURE(says);
    auto const document = decodeDocument(bytes, "plan.docx");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::FileFormat);
    CHECK(document.error().detail.find(says) != std::string::npos);
    CHECK(document.error().where == "plan.docx");
    CHECK_FALSE(document.error().cure.empty());
}

TEST_CASE("hostile containers end in an error", "[docx]")
{
    SECTION("a zip bomb")
    {
        auto const document = decodeDocument(zipped({{"word/document.xml", std::string(140U << 20U, ' ')}}), "bomb.docx");
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().detail.find("128 MB") != std::string::npos);
    }
    SECTION("elements without end")
    {
        std::string deep;
        for (int i = 0; i < 5000; ++i) { deep += "<w:p>"; }
        auto const document = decodeDocument(zipped({{"word/document.xml", body(deep)}}), "deep.docx");
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().detail.find("too deep") != std::string::npos);
    }
    SECTION("cut off anywhere, or with any byte changed, it never does harm")
    {
        auto const good = docx(listed("整改", 1));
        std::size_t refused = 0;
        for (std::size_t at = 0; at < good.size(); at += 3) {
            auto changed = good;
            changed[at] = static_cast<char>(changed[at] ^ 0x5A);
            refused += decodeDocument(good.substr(0, at), "x").has_value() ? 0U : 1U;
            (void)decodeDocument(changed, "x");
        }
        CHECK(refused == (good.size() + 2) / 3);
    }
}

TEST_CASE("old and encrypted Office files are told apart by what they hold", "[docx]")
{
    auto const wide = [](std::string const& name) {
        std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(64, '\0');
        for (char const c : name) { out += {c, '\0'}; }
        return out;
    };
    auto const [name, says] = GENERATE(table<std::string, std::string>({{"WordDocument", ".doc"}, {"Workbook", ".xls"}, {"EncryptedPackage", "encrypted"}, {"", "Word or Excel"}}));
    auto const document = decodeDocument(wide(name), "plan.doc");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::FileFormat);
    CHECK(document.error().detail.find(says) != std::string::npos);
    CHECK(document.error().cure.find("save it") != std::string::npos);
}
