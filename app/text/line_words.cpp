#include "text/line_words.hpp"

#include "text/characters.hpp"
#include "text/layout.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

/// Words that a label of this genre ends in. The reader has the full dictionary; here it is enough to see that a line is
/// the beginning of something and not the rest of a sentence.
constexpr std::array<View, 22> labelEndings{U"单位", U"部门", U"责任人", U"时限", U"期限", U"目标", U"措施", U"问题", U"任务",
                                            U"情况", U"时间", U"领导", U"主体", U"进展", U"要求", U"标准", U"举措", U"内容", U"成效", U"结论", U"意见", U"编号"};
constexpr std::array<View, 36> labelBeginnings{U"整改", U"责任", U"牵头", U"配合", U"验收", U"完成", U"具体", U"主要", U"督导", U"存在", U"反馈",
                                               U"工作", U"主办", U"协办", U"承办", U"时限", U"办结", U"包案", U"问题", U"序号", U"目标", U"措施", U"包保", U"包联", U"分管", U"落实",
                                                U"实施", U"协同", U"参与", U"市级", U"县级", U"督办", U"领办", U"销号", U"举报", U"交办"};

bool endsInLabelWord(View phrase) noexcept
{
    return std::any_of(labelEndings.begin(), labelEndings.end(), [&](View ending) { return phrase.ends_with(ending); });
}

bool endsAsSender(View line) noexcept
{
    static constexpr std::array<View, 7> endings{U"人民政府", U"市委", U"县委", U"区委", U"办公室", U"领导小组", U"委员会"};
    return std::any_of(endings.begin(), endings.end(), [&](View ending) { return line.ends_with(ending); });
}

constexpr std::array<View, 20> titleNouns{U"方案", U"规划", U"清单", U"通知", U"意见", U"报告", U"公示", U"通报", U"办法", U"公告", U"台账", U"计划", U"一览表", U"情况表",
                                          U"函", U"督办单", U"交办单", U"通知单", U"答复", U"讲话"};
constexpr std::array<View, 9> tableNouns{U"公示表", U"汇总表", U"分解表", U"任务表", U"明细表", U"公开表", U"统计表", U"登记表", U"进展表"};

/// 反馈问题十五 噪声…, whose blank is gone here; not 反馈问题十五个.
bool isFeedbackNumber(View line) noexcept
{
    constexpr View word = U"反馈问题", digits = U"一二三四五六七八九十百〇零", counts = U"个项条件类点方宗起、至-—和及";
    if (!line.starts_with(word)) { return false; }
    auto const end = std::find_if(line.begin() + word.size(), line.end(), [&](char32_t c) { return !isDigit(c) && digits.find(c) == View::npos; });
    return end != line.begin() + word.size() && end != line.end() && counts.find(*end) == View::npos;
}

} // namespace

bool isLabelWord(View word) noexcept
{
    return endsInLabelWord(word) && std::any_of(labelBeginnings.begin(), labelBeginnings.end(), [&](View begin) { return word.starts_with(begin); });
}

bool isBareNumber(View line) noexcept
{
    return !line.empty() && line.size() <= 4 && std::all_of(line.begin(), line.end(), isDigit);
}

bool isLabelLike(View line) noexcept
{
    if (!line.empty() && line.front() == U'【') { return true; }
    auto const colon = line.substr(0, 18).find(U'：');
    if (colon != View::npos) {
        auto phrase = line.substr(0, colon);
        if (phrase.ends_with(U'）')) { phrase = phrase.substr(0, phrase.rfind(U'（') == View::npos ? phrase.size() : phrase.rfind(U'（')); }
        // 市旅发委整改时限： is the end of a unit cut in two with a label behind it.
        bool const begins = phrase.size() <= 6 || phrase.find(U"及") != View::npos || phrase.find(U"、") != View::npos ||
                            std::any_of(labelBeginnings.begin(), labelBeginnings.end(), [&](View word) { return phrase.starts_with(word); });
        return begins && phrase.find_first_of(U"，。；") == View::npos && endsInLabelWord(phrase);
    }
    return line.size() <= 8 && line.size() >= 3 && isLabelWord(line);
}

bool isStart(View line) noexcept
{
    if ((line.starts_with(U"附件") && line.size() < 60) || line == U"序号" || isFeedbackNumber(line)) { return true; }
    auto const number = leadingNumber(line);
    return (number && number->form != NumberForm::Ordinal) || isLabelLike(line);
}

bool hasOpenBracket(View line) noexcept
{
    int depth = 0;
    int quotes = 0;
    for (char32_t const c : line) {
        if (isUnified(c)) { continue; }
        if (c == U'（' || c == U'《' || c == U'〔') { ++depth; }
        if ((c == U'）' || c == U'》' || c == U'〕') && depth > 0) { --depth; }
        if (c == U'“') { ++quotes; }
        if (c == U'”' && quotes > 0) { --quotes; }
    }
    return depth > 0 || quotes > 0;
}

bool endsSentence(View line) noexcept
{
    auto end = line.size();
    while (end > 0 && isClosing(line[end - 1]) && line[end - 1] != U'）' && line[end - 1] != U'》') { --end; }
    return end > 0 && isTerminal(line[end - 1]);
}

bool endsOpen(View line) noexcept
{
    return !line.empty() && (View{U"，、,/—-－"}.find(line.back()) != View::npos || hasOpenBracket(line));
}

bool isDateOrSignature(View line) noexcept
{
    bool const dated = line.ends_with(U'日') && line.find(U'年') != View::npos && line.find(U'月') != View::npos;
    if (dated && line.size() <= 40) { // below the name of a series: 市督察办公室 2023年4月21日
        auto const date = std::find_if(line.begin(), line.end(), isDigit) - line.begin();
        if (endsAsSender(line.substr(0, static_cast<std::size_t>(date)))) { return true; }
    }
    return line.size() <= 24 && ((dated && line.size() <= 12) || endsAsSender(line));
}

bool endsAsTitle(View line) noexcept
{
    while (line.ends_with(U'）') && line.rfind(U'（') != View::npos && line.rfind(U'（') > 0) { line = line.substr(0, line.rfind(U'（')); }
    return line.find_first_of(U"，。；") == View::npos &&
           (std::any_of(titleNouns.begin(), titleNouns.end(), [&](View noun) { return line.ends_with(noun); }) ||
            (line.ends_with(U'表') && std::any_of(tableNouns.begin(), tableNouns.end(), [&](View noun) { return line.ends_with(noun); })));
}

bool isTitleCut(View line, View next) noexcept
{
    return line.size() >= 6 && line.size() <= 40 && next.size() >= 2 && next.size() <= 40 && endsAsTitle(next) && !endsAsTitle(line) &&
           !isDateOrSignature(line) && line.find_first_of(U"，。：；") == View::npos && next.find_first_of(U"，。：；") == View::npos &&
           !isStart(line) && !line.ends_with(U'）');
}

bool isDeadlineField(View line) noexcept
{
    auto const colon = line.substr(0, 14).find(U'：');
    if (colon == View::npos || !isLabelLike(line)) { return false; }
    auto const label = line.substr(0, colon);
    return label.ends_with(U"时限") || label.ends_with(U"期限") || label.ends_with(U"时间");
}

bool cutsLabel(View line, View next) noexcept
{
    constexpr std::size_t longest = 6;
    auto const colon = next.substr(0, longest).find(U'：');
    if (colon == View::npos) { return false; }
    auto const tail = line.substr(line.size() - std::min(line.size(), longest + 1));
    auto const stop = tail.find_last_of(U"。；");
    if (stop == View::npos || stop + 1 >= tail.size()) { return false; }
    auto const head = tail.substr(stop + 1);
    if (endsInLabelWord(head) || head.find_first_of(U"：，、（") != View::npos) { return false; }
    std::array<char32_t, 2 * longest> both{};
    auto const end = std::copy_n(next.begin(), colon, std::copy(head.begin(), head.end(), both.begin()));
    View const label{both.data(), static_cast<std::size_t>(end - both.begin())};
    return isLabelWord(label);
}

bool isPageMark(View line) noexcept
{
    if (line.empty() || line.size() > 16) { return false; }
    if (line.front() == U'第' && line.find(U'页') != View::npos) {
        return std::all_of(line.begin(), line.end(), [](char32_t c) { return isDigit(c) || View{U"第页共总/，、 "}.find(c) != View::npos; });
    }
    auto first = line.find_first_not_of(U"-—–―‐─·• ");
    auto const last = line.find_last_not_of(U"-—–―‐─·• ");
    if (first == View::npos) { return line.size() >= 3; } // a rule of dashes
    auto core = line.substr(first, last - first + 1);
    if (core.size() >= 3 && core.front() == U'一' && core.back() == U'一') { core = core.substr(1, core.size() - 2); }
    bool const marked = core.size() < line.size();
    return marked && core.size() <= 4 && std::all_of(core.begin(), core.end(), isDigit);
}

bool beginsSomething(View line) noexcept { return isStart(line); }

bool readsAsTitle(View line) noexcept { return line.size() >= 4 && endsAsTitle(line); }

} // namespace zhengtu::text
