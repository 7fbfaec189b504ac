#include "plan/title.hpp"

#include "core/utf.hpp"
#include "plan/bulletin_title.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 24> titleNouns{U"方案", U"规划", U"计划", U"清单", U"台账", U"通知", U"通报", U"公示", U"公告", U"报告", U"意见", U"情况", U"一览表",
                                          U"情况表", U"条例", U"办法", U"规定", U"函", U"单", U"专报", U"简报", U"纲要", U"公示表", U"汇总表"};

/// 方案（征求意见稿） -> 方案
View withoutBracket(View line) noexcept
{
    while (line.ends_with(U'）') && line.rfind(U'（') != View::npos && line.rfind(U'（') > 0) { line = line.substr(0, line.rfind(U'（')); }
    return line;
}

/// 关于印发《…整改方案》的通知: what is issued is the document.
View issuedTitle(View line) noexcept
{
    auto const open = line.find(U"印发《");
    if (open == View::npos) { return {}; }
    auto const close = line.rfind(U'》');
    return close == View::npos || close < open + 3 ? View{} : line.substr(open + 3, close - open - 3);
}

/// In text without line breaks the title ends at its noun: 某县…整改措施清单一、…; 某县…整改方案 为认真做好…
View titleInRunningText(View line) noexcept
{
    constexpr std::array<View, 6> nouns{U"清单", U"方案", U"台账", U"通报", U"公示", U"通知"};
    auto const head = line.substr(0, 70);
    auto const nextNoun = [&](std::size_t from) {
        std::pair<std::size_t, std::size_t> first{View::npos, View::npos}; // where a noun begins and ends
        for (View const noun : nouns) {
            if (auto const at = head.find(noun, from); at < first.first) { first = {at, at + noun.size()}; }
        }
        return first;
    };
    auto [begin, end] = nextNoun(5);
    while (begin != View::npos) { // 整改方案清单, 方案的通知: the last noun of a row of them
        auto const [next, nextEnd] = nextNoun(end);
        auto const between = next == View::npos ? View{U"。"} : head.substr(end, next - end);
        if (between.size() > 6 || between.find_first_of(U" 。；：，") != View::npos) { break; }
        end = nextEnd;
    }
    if (begin == View::npos) { // …反馈督察情况为贯彻落实…: a softer noun where the preamble's first words stand behind it
        for (View const noun : {U"情况", U"报告", U"意见", U"清单"}) {
            for (auto at = head.find(noun, 5); at != View::npos && begin == View::npos; at = head.find(noun, at + 1)) {
                auto const rest = head.substr(at + noun.size());
                if (rest.starts_with(U"为") || rest.starts_with(U"根据") || rest.starts_with(U"按照") || rest.starts_with(U"近日") || rest.starts_with(U"20") || rest.starts_with(U' ')) {
                    begin = at;
                    end = at + noun.size();
                }
            }
        }
    }
    auto const title = begin == View::npos ? View{} : head.substr(0, end);
    bool const whole = std::count(title.begin(), title.end(), U'《') == std::count(title.begin(), title.end(), U'》');
    return whole && title.find_first_of(U"。；：，") == View::npos ? title : View{};
}

/// 督办函, 通报: short, and the whole line.
bool isShortTitle(View line) noexcept
{
    if (line.size() < 2 || line.size() > 3) { return false; }
    return line.ends_with(U'函') || line.ends_with(U'单') || line == U"通报" || line == U"通知" || line == U"公示";
}

/// 县污染防治攻坚办公室 above 督办单.
bool namesIssuer(View line) noexcept
{
    constexpr std::array<View, 7> ends{U"办公室", U"政府", U"委员会", U"领导小组", U"指挥部", U"局", U"委"};
    return line.size() >= 4 && line.size() <= 40 && line.find_first_of(U"，。；：") == View::npos && std::any_of(ends.begin(), ends.end(), [&](View end) { return line.ends_with(end); });
}

} // namespace

bool endsAsTitle(View line) noexcept
{
    line = withoutBracket(line);
    return std::any_of(titleNouns.begin(), titleNouns.end(), [&](View noun) { return line.ends_with(noun); });
}

std::vector<Span> firstLines(View text, std::size_t count)
{
    std::vector<Span> lines;
    for (std::size_t begin = 0; begin < text.size() && lines.size() < count;) {
        auto const end = std::min(text.find(U'\n', begin), text.size());
        if (end > begin) { lines.push_back({begin, end}); }
        begin = end + 1;
    }
    return lines;
}

std::string findTitle(View text)
{
    auto const lines = firstLines(text, 12);
    auto const of = [&](Span line) { return text.substr(line.begin, line.size()); };
    if (!lines.empty() && isMasthead(of(lines.front()))) { // 督察专刊 / 第17期 / 关于…的督办
        for (std::size_t i = 1; i < lines.size() && i < 6; ++i) {
            auto const line = of(lines[i]);
            if (line.starts_with(U"关于") && line.size() >= 6 && line.size() <= 60 && line.find_first_of(U"，。；：") == View::npos) { return toUtf8(line); }
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const line = of(lines[i]);
        if (i == 0 && isShortTitle(line)) { return toUtf8(line); }
        if (i > 0 && i < 4 && isShortTitle(line) && namesIssuer(of(lines[i - 1]))) { return toUtf8(std::u32string{of(lines[i - 1])} + std::u32string{line}); }
        constexpr std::size_t longestColumn = 8; // 完成情况 names a column of a table without a title
        if (line.size() < 4 || line.size() > 80 || (line.size() <= longestColumn && line.ends_with(U"情况")) || !endsAsTitle(line) || line.find_first_of(U"。；：") != View::npos || text::leadingNumber(line)) { continue; }
        std::u32string title{line};
        if (auto const inner = issuedTitle(line); !inner.empty()) { return toUtf8(inner); }
        // 关于印发 / 《…方案》 / 的通知 may stand above; （征求意见稿） on a line of its own below.
        if (i > 0 && of(lines[i - 1]).starts_with(U"关于") && !endsAsTitle(of(lines[i - 1]))) { title.insert(0, of(lines[i - 1])); }
        if (i + 1 < lines.size() && of(lines[i + 1]).starts_with(U'（') && of(lines[i + 1]).ends_with(U"稿）")) { title += of(lines[i + 1]); }
        return toUtf8(title);
    }
    if (!lines.empty() && (lines.front().size() > 80 || of(lines.front()).find(U'。') != View::npos)) {
        if (auto const title = titleInRunningText(of(lines.front())); !title.empty()) { return toUtf8(title); }
    }
    for (bool const plain : {true, false}) { // a heading or a field only where nothing else is short
        for (auto const& span : lines) {
            auto const line = of(span);
            bool const other = text::leadingNumber(line) || line.find(U'：') < line.size() - 1;
            if (line.size() >= 4 && line.size() <= 60 && line.find_first_of(U"。；") == View::npos && !(plain && other)) { return toUtf8(line); }
        }
    }
    return lines.empty() ? std::string{} : toUtf8(of(lines.front()).substr(0, 40));
}

} // namespace zhengtu::plan
