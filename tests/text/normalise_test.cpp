#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace zhengtu;
using namespace zhengtu::text;

namespace {

std::string repaired(std::u32string_view source) { return toUtf8(normalise(source).text); }

} // namespace

TEST_CASE("typography is repaired", "[text]")
{
    auto const [source, wanted] = GENERATE(table<std::u32string, std::string>(
        {{U"２０２５ 年ꎬ水质达到 Ⅲ 类ꎻ达标率 ７５％ꎮ", "2025年，水质达到Ⅲ类；达标率75%。"},
         {U"«水污染防治条例»（试行)", "《水污染防治条例》（试行）"},
         {U"责 任 人：张三", "责任人：张三"},
         {U"责　任　人:局长", "责任人：局长"},
         {U"整改措施:", "整改措施："},
         {U"1. 加快 2 座泵站建设", "1.加快2座泵站建设"},
         {U"1. 2024年底前完成", "1. 2024年底前完成"},
         {U"浓度为 73.9 $\\mu\\text{g}/\\text{m}^3$ 。", "浓度为73.9 μg/m³。"},
         {U"PM_{2.5}和PM₁₀", "PM2.5和PM10"},
         {U"保护 and 整改工作", "保护和整改工作"},
         {U"水\u200B质\uFEFF", "水质"},
         {U"⼟壤与⽔质", "土壤与水质"},
         {U"低VOCs含量 water based 涂料", "低VOCs含量water based涂料"},
         {U"比例为2:1，时间12:30", "比例为2:1，时间12:30"}}));
    CHECK(repaired(source) == wanted);
}

TEST_CASE("cells of a table stand on lines of their own, with or without rules", "[text]")
{
    CHECK(repaired(U"| 1 | 清徐县 | 污水直排 |\n| 2 | 阳曲县 | 扬尘 |\n") == "1\n清徐县\n污水直排\n2\n阳曲县\n扬尘\n");
    CHECK(repaired(U"序号\t所属县区\t问题\n") == "序号\n所属县区\n问题\n");
    CHECK(repaired(U"忻州市清理 |\n忻府区\n") == "忻州市清理\n忻府区\n");
}

TEST_CASE("sentences that a page break cuts are joined, page marks go", "[text]")
{
    std::u32string const before = U"一、指导思想\n全市各级党委、政府主要负责同志对本地区整改工作负总责，相关部门主要负责同志对本系";
    std::u32string const after = U"统工作负责。\n二、工作目标\n";
    auto const mark = GENERATE(as<std::u32string>{}, U"\n\n", U"\n— 3 —\n", U"\n—３—\n\n", U"\n-12-\n", U"\n第 3 页 共 12 页\n", U"\n\f\n", U"\n\n3\n\n");
    CHECK(repaired(before + mark + after) ==
          "一、指导思想\n全市各级党委、政府主要负责同志对本地区整改工作负总责，相关部门主要负责同志对本系统工作负责。\n二、工作目标\n");
}

TEST_CASE("a page break cuts even a short sentence; a heading at the foot of a page stays", "[text]")
{
    CHECK(repaired(U"整改措施：\n1.开展排\n—６—\n查。\n") == "整改措施：\n1.开展排查。\n");
    CHECK(repaired(U"（一）加强领导\n—６—\n各级要提高认识。\n") == "（一）加强领导\n各级要提高认识。\n");
    CHECK(repaired(U"整改措施：\n—６—\n立即关停。\n") == "整改措施：\n立即关停。\n");
    CHECK(repaired(U"1.开展排查\n已关停。\n") == "1.开展排查\n已关停。\n");
}

TEST_CASE("lists that a line break cuts inside brackets or behind a comma are joined", "[text]")
{
    CHECK(repaired(U"责任单位：市住建局，各县（市、\n\n区)党委、政府\n") == "责任单位：市住建局，各县（市、区）党委、政府\n");
    CHECK(repaired(U"责任单位：市住建局、\n市水务局\n") == "责任单位：市住建局、市水务局\n");
}

TEST_CASE("headings, labels, numbers, cells and signatures are not joined to what follows", "[text]")
{
    auto const source = GENERATE(as<std::u32string>{}, U"一、水环境治理滞后\n汾河干流水质不稳定。\n", U"整改时限：2024年6月底前\n（二）散煤管控不到位。\n",
                                 U"责任单位：市生态环境局\n责任人：主要负责同志\n", U"12\n清徐县\n", U"附件\n整改措施清单\n",
                                 U"中共忻州市委\n忻州市人民政府\n2022年8月1日\n", U"（一）坚决扛起生态环境保护督察整改政治责任，认真贯彻落实会议精神\n各镇认真学习。\n");
    CHECK(repaired(source) == toUtf8(source));
}

TEST_CASE("text that is wrapped at one width becomes paragraphs again", "[text]")
{
    std::u32string source;
    std::string wanted;
    for (int paragraph = 0; paragraph < 6; ++paragraph) {
        source += U"　　加强河流源头保护工作，推进沿线生态修\n复和污染治理，实现水质持续好转的目标。同\n时完善长效机制，落实各方责任，定期检查。\n";
        wanted += "加强河流源头保护工作，推进沿线生态修复和污染治理，实现水质持续好转的目标。同时完善长效机制，落实各方责任，定期检查。\n";
    }
    // The last line of a paragraph is as full as the others here, so only the indent could tell; joined or not, no word is lost.
    auto text = repaired(source);
    std::erase(text, '\n');
    std::erase(wanted, '\n');
    CHECK(text == wanted);
}

TEST_CASE("a numbered line that fills an indented line goes on, a heading of that length does not", "[text]")
{
    std::u32string page; // what makes the document one that is wrapped at 20 characters
    for (int i = 0; i < 8; ++i) { page += U"加强河流源头保护工作推进沿线生态修复和污染\n治理实现水质持续好转的目标并且完善长效机制\n落实责任。\n"; }
    auto const [lines, joined] = GENERATE(table<std::u32string, bool>(
        {{U"54.对未完成炉窑治理任务的企业停产整\n治。\n", true},
         {U"2.各责任单位和煤炭运销集团有限公司\n要按照职责科学制定治理方案并且科学治理按期完\n成任务。\n", true},
         {U"2.各单位和煤炭，运销集团有限公司要\n按照职责科学制定治理方案完成年度\n任务。\n", true},
         {U"（三）水环境治理工作推进缓慢较突出\n督察发现汾河沿线部分断面水质仍不\n达标。\n", false}, // both are indented
         {U"（三）水环境治理滞后\n督察发现汾河沿线部分断面水质仍不达标应当\n整改。\n", false}}));
    auto const text = toUtf32(repaired(page + lines + page)).value();
    CAPTURE(toUtf8(lines));
    auto const first = lines.substr(0, lines.find(U'\n') + 1);
    CHECK((text.find(first) == std::u32string::npos) == joined);
}

TEST_CASE("where paragraphs are indented, an indented line goes on only with a sentence that has no end", "[text]")
{
    std::u32string page;
    for (int i = 0; i < 8; ++i) { page += U"　　加强河流源头保护工作，推进沿线生态修\n复和污染治理，实现水质持续好转的目标。同\n时落实责任。\n"; }
    auto const [lines, joined] = GENERATE(table<std::u32string, bool>(
        {{U"　　由市住建局牵头，各县（市、\n　　区）政府负责落实。\n", true},
         {U"　　各级党委政府要亲自安排，亲自协调并督\n　　促各个单位整改。\n", true},
         {U"　　由市住建局牵头，市生态环境局配合，各县\n（市、\n　　区）政府负责落实。\n", true},
         // near misses: a heading, the end of a sentence, a short line, a numbered line behind it
         {U"　　二、坚持不懈推进大气污染防治重点工作\n　　各个单位抓紧整改。\n", false},
         {U"　　各级党委政府要亲自安排，亲自协调督促。\n　　各个单位抓紧整改。\n", false},
         {U"　　水污染防治\n　　各个单位抓紧整改。\n", false},
         {U"　　各级党委政府要亲自安排，亲自协调并督\n　　（二）各个单位整改。\n", false}}));
    auto const text = toUtf32(repaired(page + lines + page)).value();
    CAPTURE(toUtf8(lines));
    auto const first = lines.substr(2, lines.find(U'\n') - 1);
    CHECK((text.find(first) == std::u32string::npos) == joined);
}

TEST_CASE("every character knows where it stands in the source", "[text]")
{
    std::u32string const source = U"\uFEFF　一、 目 标\r\n\r\n到 ２０２５ 年，PM_{2.5} 下降$5\\mu$，\n — 2 — \n水质达标。\r\n";
    auto const normal = normalise(source);
    REQUIRE(normal.text.size() == normal.origin.size());
    for (std::size_t i = 1; i < normal.origin.size(); ++i) { CHECK(normal.origin[i] > normal.origin[i - 1]); }
    for (auto const at : normal.origin) { REQUIRE(at < source.size()); }
    auto const found = normal.text.find(U"2025年");
    REQUIRE(found != std::u32string::npos);
    auto const span = normal.sourceSpan(found, found + 5);
    CHECK(source.substr(span.begin, span.size()) == U"２０２５ 年");
    CHECK(normal.sourceSpan(0, 0).empty());
    CHECK(normal.sourceSpan(0, normal.text.size() + 5).end <= source.size());
}

TEST_CASE("normalising is idempotent on its own result", "[text]")
{
    auto const source = GENERATE(as<std::u32string>{}, U"一、水环境\n（一）汾河断面水质 超标ꎮ\n整改措施:\n1. 加快建设。\n",
                                 U"| 1 | 清徐县 |\n", U"", U"\n\n\n", U"没有换行");
    auto const once = normalise(source);
    CHECK(normalise(once.text).text == once.text);
}

TEST_CASE("columns that blanks or commas alone set apart are cells", "[text]")
{
    CHECK(repaired(U"序号,问题,整改措施,整改时限\n1,前街堆放垃圾,\"清运,并设垃圾箱\",6月底\n") == "序号\n问题\n整改措施\n整改时限\n1\n前街堆放垃圾\n清运，并设垃圾箱\n6月底\n");
    CHECK(repaired(U"序号　问题点位　问题描述\n1　城西砖厂　窑体漏烟。\n") == "序号\n问题点位\n问题描述\n1\n城西砖厂\n窑体漏烟。\n");
    // A row of another length, a sentence that begins with a number, and a head of two names are no table of commas.
    CHECK(repaired(U"序号,问题,整改措施,整改时限\n1,前街堆放垃圾,清运\n").find("1，前街") != std::string::npos);
    CHECK(repaired(U"3 号炉,4 号炉,5 号炉,均未改造。").find('\n') == std::string::npos);
    CHECK(repaired(U"序号,问题\n1,前街堆放垃圾\n").find("序号，问题") != std::string::npos);
}
