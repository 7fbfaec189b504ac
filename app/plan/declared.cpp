#include "plan/front.hpp"

#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

enum class Subject { None, Sections, Problems, Tasks };

/// What a number in front of `rest` counts: 7个方面, 20个问题, 52项整改任务.
Subject counted(View rest, std::size_t& length) noexcept
{
    struct Noun { View word; Subject subject; };
    static constexpr std::array nouns{
        Noun{U"方面", Subject::Sections}, Noun{U"大类", Subject::Sections}, Noun{U"类问题", Subject::Sections}, Noun{U"类", Subject::Sections},
        Noun{U"具体问题", Subject::Problems}, Noun{U"反馈问题", Subject::Problems}, Noun{U"突出问题", Subject::Problems}, Noun{U"整改问题", Subject::Problems},
        Noun{U"突出生态环境问题", Subject::Problems}, Noun{U"生态环境问题", Subject::Problems}, Noun{U"问题", Subject::Problems},
        Noun{U"整改任务", Subject::Tasks}, Noun{U"整改措施", Subject::Tasks}, Noun{U"具体措施", Subject::Tasks}, Noun{U"具体任务", Subject::Tasks},
        Noun{U"任务", Subject::Tasks}, Noun{U"措施", Subject::Tasks}, Noun{U"具体整改措施", Subject::Tasks}, Noun{U"具体整改任务", Subject::Tasks}};
    std::size_t at = 0;
    if (!rest.empty() && View{U"个项条大"}.find(rest.front()) != View::npos) { ++at; }
    for (auto const& noun : nouns) {
        if (rest.substr(at).starts_with(noun.word)) {
            length = at + noun.word.size();
            return noun.subject;
        }
    }
    return Subject::None;
}

/// Words without which a number is about something else.
bool speaksOfList(View sentence) noexcept
{
    for (View const word : {U"反馈", U"指出", U"提出", U"梳理", U"分解", U"细化", U"列出", U"清单", U"共", U"涉及我", U"形成", U"交办", U"明确"}) {
        if (sentence.find(word) != View::npos) { return true; }
    }
    return false;
}

/// How far before and behind a total its sentence is looked at.
constexpr std::size_t longestSentence = 400;

} // namespace

DeclaredTotals readDeclared(text::NormalText const& normal, std::size_t end)
{
    DeclaredTotals found;
    auto const text = View{normal.text}.substr(0, end);
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (c == U'。' || c == U'\n' || c == U'；') {
            sentence = i + 1;
            continue;
        }
        auto const length = text::numeralLength(text.substr(i, 8));
        if (length == 0) { continue; }
        auto const value = text::numeral(text.substr(i, length));
        std::size_t tail = 0;
        auto const subject = value && *value > 0 && *value < 1000 ? counted(text.substr(i + length, 12), tail) : Subject::None;
        bool const ordinal = i > 0 && (text[i - 1] == U'第' || text[i - 1] == U'.');
        sentence = std::max(sentence, i > longestSentence ? i - longestSentence : 0);
        if (subject != Subject::None && !ordinal && speaksOfList(text.substr(sentence, i + length + tail - sentence))) {
            auto const quote = passage(normal, sentence, std::min(text.substr(0, i + longestSentence).find_first_of(U"。；\n", i), std::min(i + longestSentence, text.size())));
            // 其中涉及我区17个问题: the part that is ours stands for the whole.
            bool const ours = text.substr(sentence, i - sentence).find(U"涉及我") != View::npos || text.substr(sentence, i - sentence).find(U"其中我") != View::npos;
            auto const take = [&](std::optional<int>& total, Passage& said) {
                if (total && !ours) { return; }
                total = *value;
                said = quote;
            };
            if (subject == Subject::Sections) { take(found.totals.sections, found.sections); }
            if (subject == Subject::Problems) { take(found.totals.problems, found.problems); }
            if (subject == Subject::Tasks) { take(found.totals.tasks, found.tasks); }
        }
        i += length - 1;
    }
    return found;
}

} // namespace zhengtu::plan
