#include "plan/label_finder.hpp"

#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::NumberForm;

} // namespace

bool LabelFinder::gapBefore(std::size_t i) const noexcept
{
    return i > 0 && i < m_origin.size() && m_origin[i] > m_origin[i - 1] + 1 && text::isBlank(m_source[m_origin[i] - 1]);
}

std::optional<LabelWord> LabelFinder::lookUp(View phrase) const
{
    if (phrase.ends_with(U'）')) {
        if (auto const open = phrase.rfind(U'（'); open != View::npos && open > 0) { phrase = phrase.substr(0, open); }
    }
    if (auto const word = m_dictionary.label(phrase)) { return word; }
    // 责任单位及责任人, 牵头单位、责任单位: two labels share one field; the first says what it is.
    if (auto const joint = phrase.find_first_of(U"及和与、/"); joint != View::npos && joint >= 2) {
        auto const first = m_dictionary.labels.find(phrase.substr(0, joint));
        auto const second = m_dictionary.labels.find(phrase.substr(joint + 1));
        if (first != m_dictionary.labels.end() && second != m_dictionary.labels.end()) { return first->second; }
    }
    return std::nullopt;
}

std::optional<FoundLabel> LabelFinder::labelAt(std::size_t at, std::size_t end) const
{
    auto const line = View{m_text}.substr(at, std::min<std::size_t>(end - at, m_dictionary.longestLabel + 12));
    if (line.empty()) { return std::nullopt; }
    if (line.front() == U'（') { // （责任单位：市住建局；完成时限：6月底前）
        auto const inside = line.find(U'：') == View::npos ? std::nullopt : labelAt(at + 1, end);
        if (!inside || !inside->closed || inside->weak) { return std::nullopt; }
        return FoundLabel{inside->field, false, inside->length + 1};
    }
    if (line.front() == U'【' || line.front() == U'[') {
        auto const close = line.find_first_of(U"】]");
        if (close == View::npos) { return std::nullopt; }
        auto word = lookUp(line.substr(1, close - 1));
        auto length = close + 1;
        if (length < line.size() && line[length] == U'：') { ++length; }
        return word ? std::optional{FoundLabel{word->field, false, length}} : std::nullopt;
    }
    if (auto const colon = line.find(U'：'); colon != View::npos && colon > 0) {
        if (auto const word = lookUp(line.substr(0, colon))) { return FoundLabel{word->field, word->weak, colon + 1}; }
    }
    auto const whole = View{m_text}.substr(at, end - at);
    if (whole.size() <= m_dictionary.longestLabel) {
        if (auto const word = m_dictionary.labels.find(whole); word != m_dictionary.labels.end() && !word->second.weak) {
            return FoundLabel{word->second.field, false, whole.size(), false};
        }
    }
    for (auto length = std::min(m_dictionary.longestLabel, line.size()); length >= 3; --length) {
        if (!gapBefore(at + length) && !beginsList(at + length, end)) { continue; }
        if (auto const word = m_dictionary.labels.find(line.substr(0, length)); word != m_dictionary.labels.end() && !word->second.weak) {
            return FoundLabel{word->second.field, false, length, false};
        }
    }
    return std::nullopt;
}

std::optional<FoundLabel> LabelFinder::stoppedLabel(std::size_t at, std::size_t end) const
{
    auto const line = View{m_text}.substr(at, std::min<std::size_t>(end - at, m_dictionary.longestLabel + 1));
    auto const stop = line.find(U'。');
    if (stop == View::npos || stop < 4) { return std::nullopt; }
    auto const word = m_dictionary.labels.find(line.substr(0, stop));
    if (word == m_dictionary.labels.end() || word->second.weak) { return std::nullopt; }
    return FoundLabel{word->second.field, false, stop + 1};
}

/// 整改措施1.组织…: a list counts from one right behind the label.
bool LabelFinder::beginsList(std::size_t at, std::size_t end) const
{
    if (at >= end) { return false; }
    auto const number = text::leadingNumber(View{m_text}.substr(at, std::min<std::size_t>(end - at, 8)));
    return number && number->value == 1 && number->form != NumberForm::Ordinal && number->form != NumberForm::Item && number->form != NumberForm::Chapter;
}

/// Where the modifiers before a label in running text begin: 。县级责任单位：. Only behind the end of a sentence or a blank, for they are everyday words.
std::size_t LabelFinder::withModifiers(std::size_t label, std::size_t floor) const
{
    auto begin = label;
    for (bool again = true; again;) {
        again = false;
        for (auto const& word : m_dictionary.modifiers) {
            bool const stands = begin >= floor + word.size() && View{m_text}.substr(begin - word.size(), word.size()) == word;
            if (!stands) { continue; }
            begin -= word.size();
            again = true;
            break;
        }
    }
    bool const bounded = begin == floor || gapBefore(begin) || text::isTerminal(m_text[begin - 1]);
    return bounded ? begin : label;
}

/// 县水利局（责任人：局长）、…: the bracket behind a name says who answers there; it is part of the list of units.
bool LabelFinder::explainsUnit(std::size_t label, std::size_t colon, std::size_t end) const
{
    if (label < 2 || m_text[label - 1] != U'（') { return false; }
    constexpr std::size_t longest = 40;
    auto const inside = View{m_text}.substr(colon + 1, std::min(longest, end - colon - 1));
    auto const close = inside.find(U'）');
    if (close == View::npos || inside.substr(0, close).find_first_of(U"：；") != View::npos) { return false; }
    auto const before = View{m_text}.substr(0, label - 1);
    auto const name = before.substr(before.size() - std::min<std::size_t>(before.size(), 12));
    return endsWithAny(name, m_dictionary.unitEndings) || endsWithAny(name, m_dictionary.territorialEndings);
}

std::vector<InnerLabel> LabelFinder::innerLabels(std::size_t from, std::size_t end) const
{
    std::vector<InnerLabel> found;
    auto floor = from;
    auto const paragraph = View{m_text}.substr(0, end); // never looked beyond: what follows may have no colon for long
    for (auto colon = paragraph.find(U'：', from); colon != View::npos; colon = paragraph.find(U'：', colon + 1)) {
        auto const longest = std::min(m_dictionary.longestLabel, colon - floor);
        for (auto length = longest; length >= 2; --length) {
            auto const begin = colon - length;
            auto const word = m_dictionary.labels.find(View{m_text}.substr(begin, length));
            if (word == m_dictionary.labels.end() || word->second.weak) { continue; }
            auto const first = withModifiers(begin, floor);
            if (word->second.field == Field::Person && explainsUnit(first, colon, end)) { break; }
            auto const before = first > from ? m_text[first - 1] : U'。';
            bool const open = before == U'（';
            bool const bounded = gapBefore(first) || open || text::isTerminal(before) || before == U'）' || before == U'”' || before == U'，';
            found.push_back({first - (open ? 1U : 0U), colon + 1U - first + (open ? 1U : 0U), word->second.field, bounded});
            floor = colon + 1;
            break;
        }
    }
    bracketLabels(found, from, end);
    return found;
}

/// 【整改目标】 in the middle of running text.
void LabelFinder::bracketLabels(std::vector<InnerLabel>& found, std::size_t from, std::size_t end) const
{
    auto const plain = found.size();
    auto const paragraph = View{m_text}.substr(0, end);
    for (auto open = paragraph.find(U'【', from); open != View::npos; open = paragraph.find(U'【', open + 1)) {
        if (auto const label = labelAt(open, end)) { found.push_back({open, label->length, label->field, true}); }
    }
    if (found.size() == plain) { return; }
    std::sort(found.begin(), found.end(), [](InnerLabel const& a, InnerLabel const& b) { return a.begin < b.begin; });
    // 【整改目标：】 was found by its colon too.
    auto const same = [](InnerLabel const& a, InnerLabel const& b) { return b.begin < a.begin + a.length; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

} // namespace zhengtu::plan
