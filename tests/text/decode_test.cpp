#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <iconv.h>

using namespace zhengtu;
using namespace zhengtu::text;

namespace {

std::string const sample =
    "清徐县汾河支流白石河整改任务清单\n一、污水处理厂运行不稳定。2024年3月5日，督察组现场检查发现，该厂日处理污水约800吨，出水水质超标。\n"
    "整改目标：污水处理厂稳定达标运行。\n责任单位：清徐县委、县政府\n整改时限：2024年6月底前\n";

std::string encode(std::string const& utf8, char const* charset)
{
    iconv_t const handle = iconv_open(charset, "UTF-8");
    REQUIRE(handle != reinterpret_cast<iconv_t>(-1));
    std::string out(utf8.size() * 4 + 8, '\0');
    std::string in = utf8;
    char* from = in.data();
    char* to = out.data();
    std::size_t inLeft = in.size();
    std::size_t outLeft = out.size();
    REQUIRE(iconv(handle, &from, &inLeft, &to, &outLeft) != static_cast<std::size_t>(-1));
    iconv_close(handle);
    out.resize(out.size() - outLeft);
    return out;
}

} // namespace

TEST_CASE("a plan reads the same from every encoding in which plans are found", "[text]")
{
    auto const [charset, mark, encoding] = GENERATE(table<char const*, std::string, std::string>(
        {{"UTF-8", "", "UTF-8"}, {"UTF-8", "\xEF\xBB\xBF", "UTF-8"}, {"UTF-16LE", "\xFF\xFE", "UTF-16LE"}, {"UTF-16BE", "\xFE\xFF", "UTF-16BE"},
         {"UTF-16LE", "", "UTF-16LE"}, {"UTF-16BE", "", "UTF-16BE"}, {"GBK", "", "GBK"}, {"GB18030", "", "GBK"}}));
    CAPTURE(charset, encoding, mark.size());
    auto const document = decodeDocument(mark + encode(sample, charset), "plan.txt");
    REQUIRE(document.has_value());
    CHECK(document->encoding == encoding);
    CHECK(toUtf8(document->source) == sample);
    CHECK(document->sha256.size() == 64);
}

TEST_CASE("a rare character that only GB18030 has is kept and the encoding is named after it", "[text]")
{
    auto const text = sample + "㳇河、𬇕河整治。";
    auto const document = decodeDocument(encode(text, "GB18030"), "plan.txt");
    REQUIRE(document.has_value());
    CHECK(document->encoding == "GB18030");
    CHECK(toUtf8(document->source) == text);
}

TEST_CASE("what is not text is refused with what it is and what to do", "[text]")
{
    auto const [bytes, code, says] = GENERATE_COPY(table<std::string, ErrorCode, std::string>(
        {{"", ErrorCode::FileFormat, "empty"},
         {" \n\t\r\n\u3000\u3000\n", ErrorCode::FileFormat, "empty"},
         {"整改" + std::string(400, '?') + "\n", ErrorCode::Encoding, "mojibake"},
         {"%PDF-1.7\n...", ErrorCode::FileFormat, "PDF file is broken"},
         {"<?xml version=\"1.0\"?><w:wordDocument/>", ErrorCode::FileFormat, "XML"},
         {std::string("PK\x03\x04\x14\0\0\0", 8), ErrorCode::FileFormat, "zip"},
         {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrorCode::FileFormat, "Word"},
         {"{\\rtf1\\ansi", ErrorCode::FileFormat, "RTF"},
         {std::string(400, '\0') + "abc", ErrorCode::Encoding, "binary"},
         {"\xEF\xBB\xBF" + sample.substr(0, 100) + "\xFF\xFE\xFF", ErrorCode::Encoding, "not UTF-8"},
         {"abc\x01\x02\x03\x04\x05", ErrorCode::Encoding, "binary"}}));
    CAPTURE(says);
    auto const document = decodeDocument(bytes, "x");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == code);
    CHECK(document.error().detail.find(says) != std::string::npos);
    CHECK_FALSE(document.error().cure.empty());
}

TEST_CASE("mojibake is refused, whichever way it came about", "[text]")
{
    SECTION("UTF-8 that was read as GBK and saved again")
    {
        // Every character here takes three bytes and the count is even, so that the bytes pair up as GBK does.
        std::string text;
        for (int i = 0; i < 20; ++i) { text += "整改目标责任单位污水"; }
        auto const asGbk = decodeDocument(text, "x"); // sanity: the right reading is fine
        REQUIRE(asGbk.has_value());
        iconv_t const handle = iconv_open("UTF-8", "GB18030");
        std::string out(text.size() * 3, '\0');
        char* from = text.data();
        char* to = out.data();
        std::size_t inLeft = text.size();
        std::size_t outLeft = out.size();
        iconv(handle, &from, &inLeft, &to, &outLeft);
        iconv_close(handle);
        out.resize(out.size() - outLeft);
        auto const document = decodeDocument(out, "x");
        REQUIRE_FALSE(document.has_value());
        CHECK(document.error().detail.find("mojibake") != std::string::npos);
    }
    SECTION("GBK that was read as Latin-1 and saved again")
    {
        std::string const gbk = encode(sample, "GBK");
        std::u32string latin;
        for (char const c : gbk) { latin.push_back(static_cast<unsigned char>(c)); }
        CHECK_FALSE(decodeDocument(toUtf8(latin), "x").has_value());
    }
    SECTION("characters that were lost and replaced")
    {
        std::string text;
        for (int i = 0; i < 20; ++i) { text += "整改\xEF\xBF\xBD\xEF\xBF\xBD"; }
        CHECK_FALSE(decodeDocument(text, "x").has_value());
    }
}

TEST_CASE("question marks that ask are no lost characters", "[text]")
{
    auto const document = decodeDocument("为什么整改不到位？？?\n谁负责??\n" + sample, "plan.txt");
    CHECK(document.has_value());
}

TEST_CASE("a folder is no plan", "[text]")
{
    auto const document = readDocument(std::filesystem::temp_directory_path());
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().detail.find("folder") != std::string::npos);
    CHECK(document.error().cure.find("import") != std::string::npos);
}

TEST_CASE("one damaged character does not make a text mojibake", "[text]")
{
    CHECK(decodeDocument(sample + "\xEF\xBF\xBD", "x").has_value());
}

TEST_CASE("English text is text", "[text]")
{
    auto const document = decodeDocument("A plain English text, not a plan at all.\n", "x");
    REQUIRE(document.has_value());
    CHECK(document->encoding == "UTF-8");
}

TEST_CASE("a file that is not there says so", "[text]")
{
    auto const document = readDocument("/nonexistent/plan.txt");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == ErrorCode::FileMissing);
}
