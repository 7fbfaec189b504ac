#include "plan/outline.hpp"

#include <algorithm>
#include <array>

/// What the forms of numbers of a document mean: found by vote, from which headings stand before the labels that open a record.
namespace zhengtu::plan {

namespace {

using text::NumberForm;

constexpr std::size_t formCount = 9;
using Votes = std::array<std::size_t, formCount>;

constexpr std::size_t index(NumberForm form) noexcept { return static_cast<std::size_t>(form); }

std::optional<NumberForm> winner(Votes const& votes) noexcept
{
    auto const best = std::max_element(votes.begin(), votes.end());
    if (*best == 0) { return std::nullopt; }
    return static_cast<NumberForm>(best - votes.begin());
}

} // namespace

/// Problems without numbers below headings of sections: some record begins with a paragraph behind the fields of another, without any
/// heading, and where a heading stands it is short and has such a paragraph below it.
void Outline::findUnnumbered()
{
    constexpr std::size_t longestHeading = 30;
    std::size_t bare = 0, below = 0;
    std::array<bool, 9> sections{};
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (!opensRecord(g)) { continue; }
        auto const first = m_pieces[gapEnd(g)];
        if (first.hasNumber() || first.field == Field::Problem || before(m_groups[g]) == Field::Measure) { return; }
        auto const head = lastHeadIn(g);
        if (head == nowhere) {
            bare += g > 0 ? 1U : 0U;
            continue;
        }
        bool const paragraph = head + 1 < gapEnd(g) && m_pieces[head + 1].kind == PieceKind::Text;
        if (!paragraph || m_pieces[head].end - m_pieces[head].content > longestHeading) { return; }
        sections[index(form(head))] = true;
        ++below;
    }
    m_unnumbered = bare > 0 && below > 0;
    if (m_unnumbered) { m_isSection = sections; }
}

void Outline::vote()
{
    Votes problems{}, measures{};
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (!opensRecord(g) || m_repeats[g] != 0) { continue; }
        auto const& label = m_pieces[gapEnd(g)];
        if (label.field == Field::Problem && (hasOwnNumber(gapEnd(g)) || !m_titledProblems)) { continue; } // 1.存在问题：… is counted below
        for (auto i = gapEnd(g); i-- > gapBegin(g);) {
            if (!isHead(i)) { continue; }
            ++problems[index(form(i))];
            break;
        }
    }
    for (auto const at : m_labels) {
        if (m_pieces[at].field == Field::Measure && at + 1 < m_pieces.size() && m_pieces[at].empty() && isHead(at + 1)) {
            ++measures[index(form(at + 1))];
        }
        if (m_pieces[at].field == Field::Problem && hasOwnNumber(at)) { ++problems[index(m_pieces[at].number.form)]; }
    }
    if (!m_unnumbered) { m_problemForm = winner(problems); }
    if (auto const above = formAbovePoints(); above && !m_unnumbered) { m_problemForm = above; }
    m_measureForm = winner(measures);
}

/// （四）推进不力 / 1.…滞后。/ 2.…严重。/ 整改目标：…: where one heading stands above the list before the fields of every record, and some list has
/// several items, the heading is the problem and the items are its points. Below a section only its first problem has a heading above.
std::optional<NumberForm> Outline::formAbovePoints() const
{
    std::optional<NumberForm> form;
    bool points = false;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (!opensRecord(g)) { continue; }
        auto at = lastHeadIn(g);
        if (at == nowhere || m_pieces[gapEnd(g)].field == Field::Problem || isLabel(at)) { return std::nullopt; }
        auto const below = this->form(at);
        auto value = m_pieces[at].number.value;
        std::size_t count = 1;
        auto above = nowhere;
        for (auto i = at; i-- > gapBegin(g) && above == nowhere;) {
            if (!isHead(i)) { continue; }
            bool const item = this->form(i) == below && m_pieces[i].number.value + 1 == value;
            if (!item) { above = i; continue; }
            value = m_pieces[i].number.value;
            ++count;
        }
        if (value != 1 || above == nowhere || rank(this->form(above)) >= rank(below) || this->form(above) == NumberForm::Chapter) { return std::nullopt; }
        if (form && *form != this->form(above)) { return std::nullopt; }
        form = this->form(above);
        points = points || count > 1;
    }
    return points ? form : std::nullopt;
}

/// Forms of the headings that stand above problems.
void Outline::findSections()
{
    if (m_unnumbered) { return; } // found with them
    for (std::size_t g = 1; g < m_groups.size(); ++g) {
        if (!opensRecord(g) || !isTailField(before(m_groups[g]))) { continue; }
        auto last = nowhere;
        for (auto i = gapBegin(g); i < gapEnd(g); ++i) {
            if (isHeadOf(i, m_problemForm)) { last = i; }
        }
        auto const end = last == nowhere ? gapEnd(g) : last;
        for (auto i = gapBegin(g); i < end; ++i) {
            if (!isHead(i) || form(i) == m_problemForm) { continue; }
            // Without a numbered problem only the first headings of the gap can be sections; deeper ones are its text. Below a numbered
            // problem they are its measures, printed behind its units.
            bool const mayBelow = last != nowhere && *m_problemForm == NumberForm::Item;
            if (mayBelow || !m_problemForm || rank(form(i)) < rank(*m_problemForm)) { m_isSection[index(form(i))] = true; }
        }
    }
    if (m_problemForm) { // the first section is headed as the others; a document of one section shows it only by rank
        bool const none = std::none_of(m_isSection.begin(), m_isSection.end(), [](bool b) { return b; });
        for (auto const candidate : {NumberForm::Chapter, NumberForm::CjkComma, NumberForm::CjkParen}) {
            if (none && rank(candidate) < rank(*m_problemForm) && m_measureForm != candidate) { m_isSection[index(candidate)] = true; }
        }
    }
}

} // namespace zhengtu::plan
