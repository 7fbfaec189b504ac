#include "plan/targets.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Verbs between an indicator and its value, with what they say of it; the longer first.
struct Verb { View word; char const* comparator; };
constexpr std::array verbs{
    Verb{U"控制在", "<="}, Verb{U"不低于", ">="}, Verb{U"不少于", ">="}, Verb{U"不小于", ">="}, Verb{U"不超过", "<="}, Verb{U"不高于", "<="}, Verb{U"不大于", "<="},
    Verb{U"力争达到", "="}, Verb{U"稳定达到", "="}, Verb{U"提高到", "="}, Verb{U"提升到", "="}, Verb{U"提升至", "="}, Verb{U"提高至", "="}, Verb{U"增加到", "="},
    Verb{U"下降到", "="}, Verb{U"降低到", "="}, Verb{U"降至", "="}, Verb{U"达到", "="}, Verb{U"稳定保持", "="}, Verb{U"保持在", "="}, Verb{U"比例达", "="}, Verb{U"率达", "="},
    Verb{U"大于", ">"}, Verb{U"超过", ">"}, Verb{U"高于", ">"}, Verb{U"小于", "<"}, Verb{U"低于", "<"}, Verb{U"下降", "="}, Verb{U"降低", "="}, Verb{U"削减", "="}, Verb{U"减少", "="},
    Verb{U"保持", "="}, Verb{U"为", "="}, Verb{U"率", "="}};

constexpr std::array<View, 30> unitsOfMeasure{
    U"个百分点", U"%", U"微克/立方米", U"毫克/升", U"亿立方米", U"万立方米", U"立方米", U"平方公里", U"平方米", U"公顷", U"万亩", U"亩", U"公里", U"万吨/日", U"万吨", U"吨",
    U"万千瓦", U"天", U"座", U"处", U"个", U"家", U"台", U"户", U"万户", U"辆", U"项", U"米", U"眼", U"条"};

struct Number { double value = 0; std::size_t length = 0; };

std::optional<Number> numberAt(View text) noexcept
{
    if (text.empty() || !text::isDigit(text[0])) { return std::nullopt; }
    Number number;
    double scale = 0;
    for (; number.length < text.size(); ++number.length) {
        auto const c = text[number.length];
        if (text::isDigit(c)) {
            number.value = scale == 0 ? number.value * 10 + static_cast<double>(c - U'0') : number.value + static_cast<double>(c - U'0') * scale;
            if (scale != 0) { scale /= 10; }
        } else if (c == U'.' && scale == 0 && number.length + 1 < text.size() && text::isDigit(text[number.length + 1])) {
            scale = 0.1;
        } else {
            break;
        }
        if (number.length > 12) { return std::nullopt; }
    }
    return number;
}

/// The year that a clause speaks of: 到2025年, 2025年底, 2021-2025年 (the last).
std::optional<int> yearIn(View clause) noexcept
{
    std::optional<int> year;
    for (std::size_t i = 0; i + 4 < clause.size(); ++i) {
        if (i > 0 && text::isDigit(clause[i - 1])) { continue; }
        if (text::numeralLength(clause.substr(i)) != 4 || clause[i + 4] != U'年') { continue; }
        auto const value = text::numeral(clause.substr(i, 4));
        if (value && *value >= 1990 && *value <= 2100) { year = value; }
    }
    return year;
}

bool isConnective(View word, View text) noexcept { return text.starts_with(word); }

/// 到2025年，, 力争, 确保 before the indicator say when and how firmly, not what.
View indicatorOf(View text) noexcept
{
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (auto const year = text.substr(0, 13).find(U'年'); year != View::npos && year <= 12 && year >= 4 && text::isDigit(text[year - 1])) {
            text = text.substr(year + 1);
            again = true;
        }
        for (View const word : {U"到", U"至", U"力争", U"确保", U"保证", U"实现", U"使", U"将", U"底前", U"底", U"末", U"全面", U"基本", U"，", U"、", U"其中", U"全市的", U"——", U"初步", U"保持"}) {
            if (isConnective(word, text)) {
                text = text.substr(word.size());
                again = true;
            }
        }
    }
    return text;
}

/// How far before its number the words of a target are looked for.
constexpr std::size_t longestIndicator = 160;

struct Clause { std::size_t begin = 0, end = 0; };

class Reader {
public:
    Reader(std::vector<Target>& targets, text::NormalText const& normal, std::optional<int> from) : m_targets{targets}, m_normal{normal}, m_text{normal.text}, m_from{from} {}

    void run(std::size_t begin, std::size_t end)
    {
        std::optional<int> year;
        for (auto at = begin; at < end;) {
            auto const stop = std::min(m_text.find_first_of(U"，。；\n", at), end);
            auto const clause = m_text.substr(at, stop - at);
            if (auto const own = yearIn(clause)) { year = own; }
            if (!(year && m_from && *year < *m_from)) { read({at, stop}, year); }
            if (stop < end && (m_text[stop] == U'。' || m_text[stop] == U'\n')) { year.reset(); }
            at = stop + 1;
        }
    }

private:
    void read(Clause clause, std::optional<int> year)
    {
        auto const text = m_text.substr(clause.begin, clause.end - clause.begin);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!text::isDigit(text[i]) || (i > 0 && (text::isDigit(text[i - 1]) || text[i - 1] == U'.' || text::isAsciiLetter(text[i - 1])))) { continue; }
            auto const number = numberAt(text.substr(i));
            if (!number) { continue; }
            auto rest = text.substr(i + number->length);
            auto const unit = std::find_if(unitsOfMeasure.begin(), unitsOfMeasure.end(), [&](View u) { return rest.starts_with(u); });
            if (unit == unitsOfMeasure.end()) { continue; }
            if (auto target = build(text, i, *number, *unit, year)) {
                target->said = passage(m_normal, clause.begin, clause.end);
                m_targets.push_back(std::move(*target));
                return; // one target a clause
            }
            i += number->length;
        }
    }

    std::optional<Target> build(View text, std::size_t at, Number const& number, View unit, std::optional<int> year) const
    {
        auto before = text.substr(at - std::min(at, longestIndicator), std::min(at, longestIndicator));
        auto const behind = text.substr(at + number.length + unit.size());
        char const* comparator = nullptr;
        if (before.ends_with(U"约")) { before.remove_suffix(1); }
        auto const share = before.ends_with(U'的') ? before.rfind(U'占') : View::npos; // 占总装机规模的20%
        if (share != View::npos && share > 2) {
            comparator = "=";
            before.remove_suffix(1);
        }
        for (auto const& verb : verbs) {
            if (!before.ends_with(verb.word)) { continue; }
            comparator = verb.comparator;
            if (verb.word == View{U"率达"} || verb.word == View{U"比例达"}) { before.remove_suffix(1); }
            else if (verb.word != View{U"率"}) { before.remove_suffix(verb.word.size()); }
            break;
        }
        if (comparator == nullptr) { return std::nullopt; }
        if (behind.starts_with(U"以上") || behind.starts_with(U"及以上")) { comparator = ">="; }
        if (behind.starts_with(U"以下") || behind.starts_with(U"以内") || behind.starts_with(U"及以下")) { comparator = "<="; }
        if (behind.starts_with(U"左右")) { comparator = "~"; }
        if (auto const of = behind.substr(0, 12).find(U'的'); of != View::npos && (comparator[0] == '>' || comparator[0] == '<')) { return std::nullopt; }
        if (behind.starts_with(U"及以上的") || behind.starts_with(U"以上的") || behind.starts_with(U"以下的")) { return std::nullopt; } // says which ones, not how many
        before = indicatorOf(before);
        for (View const adverb : {U"稳定", U"力争", U"均", U"全部", U"要", U"应", U"比例", U"累计"}) {
            if (adverb != View{U"比例"} && before.ends_with(adverb)) { before.remove_suffix(adverb.size()); }
        }
        if (before.size() < 3 || before.size() > 40) { return std::nullopt; }
        // 由2015年的75%提高到2020年: what was.
        if (before.find(U"由") != View::npos && before.find(U"提高到") != View::npos) { return std::nullopt; }
        Target target;
        target.indicator = toUtf8(before);
        target.comparator = comparator;
        target.value = number.value;
        target.unit = toUtf8(unit);
        target.year = year;
        return target;
    }

    std::vector<Target>& m_targets;
    text::NormalText const& m_normal;
    View m_text;
    std::optional<int> m_from;
};

} // namespace

void readTargets(std::vector<Target>& targets, text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> from)
{
    Reader{targets, normal, from}.run(begin, end);
}

} // namespace zhengtu::plan
