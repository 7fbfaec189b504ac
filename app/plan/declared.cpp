#include "plan/front.hpp"

#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

enum class Subject { None, Sections, Problems, Tasks };

struct Noun { View word; Subject subject; };
constexpr std::array nouns{
    Noun{U"方面", Subject::Sections}, Noun{U"大类", Subject::Sections}, Noun{U"类问题", Subject::Sections}, Noun{U"类", Subject::Sections},
    Noun{U"具体问题", Subject::Problems}, Noun{U"反馈问题", Subject::Problems}, Noun{U"突出问题", Subject::Problems}, Noun{U"整改问题", Subject::Problems},
    Noun{U"突出生态环境问题", Subject::Problems}, Noun{U"生态环境问题", Subject::Problems}, Noun{U"突出环境问题", Subject::Problems}, Noun{U"环境问题", Subject::Problems},
    Noun{U"督察问题", Subject::Problems}, Noun{U"交办问题", Subject::Problems}, Noun{U"反馈意见问题", Subject::Problems}, Noun{U"问题", Subject::Problems},
    Noun{U"整改任务", Subject::Tasks}, Noun{U"整改措施", Subject::Tasks}, Noun{U"具体措施", Subject::Tasks}, Noun{U"具体任务", Subject::Tasks},
    Noun{U"任务", Subject::Tasks}, Noun{U"措施", Subject::Tasks}, Noun{U"具体整改措施", Subject::Tasks}, Noun{U"具体整改任务", Subject::Tasks},
    Noun{U"整改举措", Subject::Tasks}, Noun{U"具体举措", Subject::Tasks}, Noun{U"细化任务", Subject::Tasks}, Noun{U"举措", Subject::Tasks}};

bool isCounter(char32_t c) noexcept { return View{U"个项条大"}.find(c) != View::npos; }

/// What a number in front of `rest` counts: 7个方面, 20个问题, 52项整改任务.
Subject counted(View rest, std::size_t& length) noexcept
{
    std::size_t at = 0;
    if (!rest.empty() && isCounter(rest.front())) { ++at; }
    for (auto const& noun : nouns) {
        if (rest.substr(at).starts_with(noun.word)) {
            length = at + noun.word.size();
            return noun.subject;
        }
    }
    return Subject::None;
}

/// The text before a number without 共计, 合计 and the like.
View withoutTotal(View before) noexcept
{
    for (View const word : {U"共计有", U"共计", U"总计", U"合计", U"共有", U"总共", U"共", U"计", U"有", U"总数为", U"为"}) {
        if (before.ends_with(word)) { return before.substr(0, before.size() - word.size()); }
    }
    return before;
}

/// What a number behind its noun counts: 问题共4项，整改任务9项。 Nothing where another noun follows (问题共4项整改任务).
Subject countedBefore(View before, View rest, std::size_t& length) noexcept
{
    if (rest.empty() || !isCounter(rest.front()) || (rest.size() > 1 && View{U"，。；、：）\n "}.find(rest[1]) == View::npos)) { return Subject::None; }
    before = withoutTotal(before);
    length = 1;
    for (auto const& noun : nouns) {
        if (noun.subject != Subject::Sections && before.ends_with(noun.word)) { return noun.subject; }
    }
    return Subject::None;
}

bool isOneOf(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// 其中涉及我区17项: the part that is ours, of what was counted before it in the sentence.
bool isOurPart(View before, View rest) noexcept
{
    if (rest.empty() || !isCounter(rest.front())) { return false; }
    before = withoutTotal(before);
    return before.size() >= 2 && View{U"市县区旗"}.find(before.back()) != View::npos && before[before.size() - 2] == U'我';
}

/// Numbers of a wider area than the document's, of what was done already, of a part: 全省共反馈问题58个, 已完成整改任务8项.
bool countsOther(View clause, View region) noexcept
{
    if (isOneOf(clause, {U"已完成", U"完成整改", U"已整改", U"已办结", U"办结", U"已销号", U"销号", U"剩余", U"其余", U"尚有", U"尚未", U"未完成", U"首轮", U"上一轮", U"上年", U"去年", U"往年"})) { return true; }
    if (!region.empty() && !region.ends_with(U'省') && isOneOf(clause, {U"全省", U"全国", U"我省", U"各省"})) { return true; }
    return (region.ends_with(U'县') || region.ends_with(U'区')) && isOneOf(clause, {U"全市", U"我市"});
}

/// Words without which a number is about something else.
bool speaksOfList(View sentence) noexcept
{
    return isOneOf(sentence, {U"反馈", U"指出", U"提出", U"梳理", U"分解", U"细化", U"列出", U"清单", U"共", U"涉及我", U"形成", U"交办", U"明确", U"合计", U"总计", U"确定", U"制定", U"移交", U"查出", U"发现"});
}

/// How far before and behind a total its sentence is looked at.
constexpr std::size_t longestSentence = 400;

} // namespace

DeclaredTotals readDeclared(text::NormalText const& normal, std::size_t end, View region)
{
    DeclaredTotals found;
    auto const text = View{normal.text}.substr(0, end);
    std::size_t sentence = 0, clause = 0;
    auto last = Subject::None; // what the sentence counted before
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (c == U'。' || c == U'\n' || c == U'；') {
            sentence = clause = i + 1;
            last = Subject::None;
            continue;
        }
        if (c == U'，') { clause = i + 1; }
        auto const length = text::numeralLength(text.substr(i, 8));
        if (length == 0) { continue; }
        auto const value = text::numeral(text.substr(i, length));
        sentence = std::max(sentence, i > longestSentence ? i - longestSentence : 0);
        clause = std::max(clause, sentence);
        auto const before = text.substr(sentence, i - sentence);
        auto const rest = text.substr(i + length, 12);
        std::size_t tail = 0;
        auto subject = Subject::None;
        bool ours = isOneOf(text.substr(clause, i - clause), {U"涉及我", U"其中我"});
        if (value && *value > 0 && *value < 1000) {
            subject = counted(rest, tail);
            if (subject == Subject::None) { subject = countedBefore(before, rest, tail); }
            if (subject == Subject::None && last != Subject::None && isOurPart(before, rest)) {
                subject = last;
                ours = true;
            }
        }
        bool const ordinal = i > 0 && (text[i - 1] == U'第' || text[i - 1] == U'.' || before.ends_with(U"序号") || before.ends_with(U"编号"));
        if (subject != Subject::None && !ordinal) {
            if (subject != Subject::Sections) { last = subject; }
            auto const said = text.substr(clause, i + length + tail - clause);
            bool const part = !ours && said.find(U"其中") != View::npos;
            if (!part && speaksOfList(text.substr(sentence, i + length + tail - sentence)) && (ours || !countsOther(said, region))) {
                auto const quote = passage(normal, sentence, std::min(text.substr(0, i + longestSentence).find_first_of(U"。；\n", i), std::min(i + longestSentence, text.size())));
                // 其中涉及我区17个问题: the part that is ours stands for the whole.
                auto const take = [&](std::optional<int>& total, Passage& phrase) {
                    if (total && !ours) { return; }
                    total = *value;
                    phrase = quote;
                };
                if (subject == Subject::Sections) { take(found.totals.sections, found.sections); }
                if (subject == Subject::Problems) { take(found.totals.problems, found.problems); }
                if (subject == Subject::Tasks) { take(found.totals.tasks, found.tasks); }
            }
        }
        i += length - 1;
    }
    return found;
}

} // namespace zhengtu::plan
