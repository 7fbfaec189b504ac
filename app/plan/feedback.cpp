#include "plan/feedback.hpp"

#include "text/characters.hpp"
#include "text/numbering.hpp"

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// The number inside a bracket that speaks of a problem of another list.
std::optional<int> numberIn(View inside) noexcept
{
    if (inside.starts_with(U"问题") && inside.size() <= 5 && inside.find(U"序号") == View::npos) { return std::nullopt; } // 【问题1】 is the problem's own number
    bool const names = inside.find(U"问题") != View::npos || inside.find(U"反馈") != View::npos || inside.find(U"清单") != View::npos ||
                       inside.find(U"序号") != View::npos;
    if (!names || inside.size() > 24) { return std::nullopt; }
    std::optional<int> found;
    for (std::size_t i = 0; i < inside.size();) {
        auto const length = text::numeralLength(inside.substr(i));
        if (length == 0) {
            ++i;
            continue;
        }
        bool const year = i + length < inside.size() && inside[i + length] == U'年';
        bool const round = i + length < inside.size() && (inside[i + length] == U'轮' || inside[i + length] == U'批' || inside[i + length] == U'次');
        if (!year && !round && length <= 4) { found = text::numeral(inside.substr(i, length)); }
        i += length;
    }
    return found;
}

std::optional<FeedbackMark> bracketAt(View text, std::size_t open) noexcept
{
    auto const mark = text[open];
    auto const close = text.find(mark == U'（' ? U'）' : U'】', open);
    if (close == View::npos || close - open > 26) { return std::nullopt; }
    auto const number = numberIn(text.substr(open + 1, close - open - 1));
    if (!number) { return std::nullopt; }
    auto end = close + 1;
    while (end < text.size() && (text[end] == U'：' || text[end] == U':' || text[end] == U' ' || text[end] == U'、')) { ++end; }
    return FeedbackMark{*number, open, end};
}

/// 第15项问题：沿河… behind a number of its own.
std::optional<FeedbackMark> ordinalAt(View text) noexcept
{
    if (!text.starts_with(U'第')) { return std::nullopt; }
    auto const length = text::numeralLength(text.substr(1, 8));
    auto const number = length == 0 || length > 4 ? std::nullopt : text::numeral(text.substr(1, length));
    if (!number || 1 + length >= text.size() || View{U"项个条"}.find(text[1 + length]) == View::npos) { return std::nullopt; }
    auto const end = 2 + length;
    if (!text.substr(end).starts_with(U"问题：")) { return std::nullopt; }
    return FeedbackMark{*number, 0, end + 3};
}

/// 反馈问题13：, 督察反馈第十三项问题：, 反馈清单第3条、 at the beginning; 反馈问题13项 counts problems and is none.
std::optional<FeedbackMark> wordAt(View text) noexcept
{
    auto const head = text.substr(0, 30);
    auto at = head.find(U"反馈");
    if (at == View::npos || at > 8 || head.substr(0, at).find_first_of(U"，。；：、（") != View::npos) { return std::nullopt; }
    at += 2;
    for (View const word : {U"意见", U"清单", U"问题", U"序号"}) {
        if (head.substr(at).starts_with(word)) { at += word.size(); }
    }
    bool const ordinal = head.substr(at).starts_with(U'第');
    at += ordinal ? 1U : 0U;
    auto const length = text::numeralLength(head.substr(at));
    auto const number = length == 0 || length > 3 ? std::nullopt : text::numeral(head.substr(at, length));
    if (!number) { return std::nullopt; }
    at += length;
    if (ordinal && at < head.size() && View{U"项条个号"}.find(head[at]) != View::npos) { ++at; }
    if (ordinal && head.substr(at).starts_with(U"问题")) { at += 2; }
    if (at >= head.size() || View{U"：:、，. "}.find(head[at]) == View::npos) { return std::nullopt; }
    while (at < text.size() && View{U"：:、，. "}.find(text[at]) != View::npos) { ++at; }
    return at < text.size() ? std::optional{FeedbackMark{*number, 0, at}} : std::nullopt;
}

} // namespace

std::optional<FeedbackMark> feedbackMark(View text) noexcept
{
    if (text.empty()) { return std::nullopt; }
    if (auto const mark = wordAt(text)) { return mark; }
    if (auto const mark = ordinalAt(text)) { return mark; }
    if (text.front() == U'（' || text.front() == U'【') {
        if (auto const mark = bracketAt(text, 0)) { return mark; }
    }
    auto line = text.substr(0, text.find(U'\n'));
    while (!line.empty() && (line.back() == U'。' || line.back() == U'；' || line.back() == U' ')) { line.remove_suffix(1); }
    if (!line.ends_with(U'）') && !line.ends_with(U'】')) { return std::nullopt; }
    auto const open = line.rfind(line.back() == U'）' ? U'（' : U'【');
    if (open == View::npos) { return std::nullopt; }
    return bracketAt(line, open);
}

} // namespace zhengtu::plan
