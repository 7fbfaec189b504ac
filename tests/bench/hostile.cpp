#include "hostile.hpp"

namespace zhengtu::bench {

namespace {

/// What makes the text around it Chinese, so that it is not refused as mojibake.
constexpr std::string_view title = "某市贯彻落实督察反馈意见整改方案\n";
constexpr std::string_view list =
    "某市整改措施清单\n一、大气污染问题\n1.散煤管控不力，部分乡镇仍有散煤销售点。\n整改目标：取缔散煤销售点。\n整改措施：\n";
constexpr std::string_view bulletin = "关于生态环境问题的督办通报\n一、污水直排问题\n";
constexpr std::string_view planning = "某市2021-2025年生态环境保护规划\n第一章 主要任务\n";

Hostile of(char const* what, std::string_view head, std::string unit)
{
    return {what, [head, unit = std::move(unit)](std::size_t bytes) { return repeated(head, unit, bytes); }};
}

} // namespace

std::string repeated(std::string_view head, std::string_view unit, std::size_t bytes)
{
    std::string text{head};
    text.reserve(bytes + unit.size());
    for (std::size_t i = 1; text.size() < bytes; ++i) {
        for (std::size_t k = 0; k < unit.size(); ++k) {
            if (unit[k] != '%' || k + 1 == unit.size()) { text += unit[k]; }
            else if (unit[++k] == 'd') { text += std::to_string(i); }
            else { text += std::to_string(i % 9 + 1); }
        }
    }
    return text;
}

std::vector<Hostile> const& hostileTexts()
{
    static std::vector<Hostile> const all{
        of("opening brackets", title, "（"),
        of("opening title marks", list, "《"),
        of("brackets in pairs, one line", title, "（）"),
        of("brackets around a list", list, "（的是"),
        of("opening corner brackets", list, "【"),
        of("digits", title, "7"),
        of("Chinese numerals", title, "一"),
        of("headings, one line", title, "一、"),
        of("headings, a line each", title, "一、\n"),
        of("bracketed numbers, one line", list, "（一）"),
        of("running numbers, one line", list, "%d.污染。"),
        of("labels, one line", title, "整改目标："),
        of("labels, a line each", title, "整改措施：\n"),
        of("labels in a row, one line", title, "整改目标：污染整改措施：（1）治理。责任单位：某局整改时限：长期"),
        of("unit labels in one problem", list, "（1）治理。\n责任单位：市住建局\n"),
        of("unit labels behind many measures", list, "%d.治理。\n"),
        of("a deadline behind each measure", list, "（1）治理。\n整改时限：2024年底前\n"),
        of("units with 和", std::string_view{"某市整改清单\n1.问题。\n整改措施：治理。\n责任单位："}, "县委和"),
        of("units without end", std::string_view{"某市整改清单\n1.问题。\n整改措施：治理。\n责任单位："}, "城区、"),
        of("closing brackets in units", std::string_view{"某市整改清单\n1.问题。\n整改措施：治理。\n责任单位："}, "县）和"),
        of("dates in one field", std::string_view{"某市整改清单\n1.问题。\n整改措施：治理。\n整改时限："}, "2024年6月和"),
        of("title marks in a deadline", std::string_view{"某市整改清单\n1.问题。\n整改措施：治理。\n整改时限："}, "《"),
        of("enumeration commas", title, "、"),
        of("lines without colon", list, "治理污染\n"),
        of("one line of prose", title, "开展污染治理"),
        of("problems without fields", list, "责任单位：市住建局\n%d.扬尘污染。\n"),
        of("declared totals, one sentence", title, "共有7个问题"),
        of("columns of a table", std::string_view{"某市问题清单\n序号\n"}, "整改目标\n问题\n"),
        of("heads of tables", title, "序号\n问题\n整改目标\n"),
        of("rows of a table", std::string_view{"某市问题清单\n序号\n问题\n整改措施\n责任单位\n"}, "%d\n治理污染。\n市住建局\n"),
        of("sums", list, "1吨+"),
        of("shares", list, "3个，其中2个，占比66.7%，"),
        of("milestones", list, "2024年完成1.5公顷，"),
        of("paragraphs of a bulletin", bulletin, "某局要治理污染\n"),
        of("doers of a bulletin", bulletin, "由由由和"),
        of("numbered bulletin", bulletin, "%d.某区污染，由市水利局牵头、市住建局负责。\n"),
        of("text of a key task", planning, "一、治理\n（一）治理\n开展污染治理\n开展\n"),
        of("paragraphs of one key task", std::string_view{"某市2021-2025年生态环境保护规划\n第一章 主要任务\n一、治理\n"}, "开展污染治理。\n"),
        of("targets in one clause", planning, "1%的2%的"),
        of("spaces", title, "市 "),
        of("wide gaps", title, "污染    治理    "),
        of("table borders", title, "市|"),
        of("heads of tables without rows", title, "问题|整改措施|责任单位|整改时限|\n"),
        of("LaTeX", title, "$市_{2}^{3}\\text{市}"),
        of("open braces", title, "市_{"),
        of("page marks", title, "-1-\n市\n"),
        of("bare numbers", title, "污染治理工作开展情况以及有关单位责任落实\n1\n"),
        of("form feeds", title, "\f"),
        of("feedback marks", title, "1.（反馈问题%d）污染。"),
        of("open feedback marks", title, "1.（反馈问题"),
    };
    return all;
}

} // namespace zhengtu::bench
