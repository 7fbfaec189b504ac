#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace zhengtu;

namespace {

std::string normalised(std::string const& text) { return toUtf8(text::normalise(toUtf32(text).value()).text); }

} // namespace

TEST_CASE("traditional characters become simplified ones and keep their places", "[text][traditional]")
{
    std::string const text = "整改措施：加強對縣級飲用水源地的環境監測，關閉違規企業，確保國考斷面水質達標。";
    CHECK(normalised(text) == "整改措施：加强对县级饮用水源地的环境监测，关闭违规企业，确保国考断面水质达标。");
    auto const source = toUtf32(text).value();
    auto const normal = text::normalise(source);
    REQUIRE(normal.text.size() == source.size());
    for (std::size_t i = 0; i < source.size(); ++i) { CHECK(normal.origin[i] == i); }
}

TEST_CASE("a traditional character in simplified text is repaired, what both scripts have is not", "[text][traditional]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"推进太原市環境整治。", "推进太原市环境整治。"},
        {"乾县、於潜镇、著名景区。", "乾县、於潜镇、著名景区。"},       // GB 2312 has them
        {"昇业煤矿、李喆、甯武路。", "昇业煤矿、李喆、甯武路。"},         // names
        {"滹沱河、浑源县、崞阳镇、㳇洞。", "滹沱河、浑源县、崞阳镇、㳇洞。"}, // rare, but not traditional
        {"ＣＯＤ浓度", "COD浓度"},
    }));
    CAPTURE(text);
    CHECK(normalised(text) == expected);
}

TEST_CASE("names that a phrase protects survive in traditional text", "[text][traditional]")
{
    CHECK(normalised("乾隆年間修建的橋樑與縣城道路，由該縣環境監測機構負責檢查，並將結果報告給環保廳處理。").starts_with("乾隆年间修建的桥梁与县城道路"));
}
