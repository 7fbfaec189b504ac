#include "plan/outline.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using text::NumberForm;

constexpr std::size_t longestName = 20; ///< of a unit on a line of its own

bool isStarter(Field field) noexcept { return field == Field::Problem || field == Field::Goal || field == Field::Measure; }

} // namespace

int rank(NumberForm form) noexcept
{
    switch (form) {
    case NumberForm::Chapter: return 0;
    case NumberForm::CjkComma: return 1;
    case NumberForm::CjkParen: return 2;
    case NumberForm::Item: return 3;
    case NumberForm::ArabicDot: return 4;
    case NumberForm::ArabicParen: return 5;
    case NumberForm::HalfParen: return 6;
    case NumberForm::Circled: return 7;
    case NumberForm::Ordinal: return 8;
    }
    return 9;
}

Outline::Outline(std::vector<Piece> const& pieces) : m_pieces{pieces}
{
    findLabels();
    if (m_labels.empty()) { return; }
    findGoalsLast();
    findRepeats();
    findUnnumbered();
    vote();
    findSections();
}

/// Labels, and for each piece the next label at or behind it.
void Outline::findLabels()
{
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (isLabel(i) && m_pieces[i].field != Field::Other) { m_labels.push_back(i); }
    }
    m_nextLabel.assign(m_pieces.size() + 1, nowhere);
    for (auto i = m_pieces.size(); i-- > 0;) {
        m_nextLabel[i] = isLabel(i) && m_pieces[i].field != Field::Other ? i : m_nextLabel[i + 1];
    }
    // Labels that stand together, in whatever order, are one group: nothing between them but what an empty one heads.
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
        // A problem's label begins a record of its own, also where the fields of two records follow each other directly.
        bool const together = k > 0 && m_pieces[m_labels[k]].field != Field::Problem && isAdjacent(m_labels[k - 1], m_labels[k]);
        if (!together) { m_groups.push_back({k, k}); }
        m_groups.back().last = k;
    }
    // （一）标题 / 问题表现：… is one problem; where a heading stands above several labels, it heads a section.
    m_fieldsNumbered = numbersFields();
    m_titledProblems = true;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        auto const at = gapEnd(g);
        if (m_pieces[at].field != Field::Problem || hasOwnNumber(at)) { continue; }
        bool headed = false;
        for (auto i = gapBegin(g); i < at; ++i) { headed = headed || isHead(i); }
        m_titledProblems = m_titledProblems && headed;
    }
    m_hasStarters = std::any_of(m_labels.begin(), m_labels.end(), [&](std::size_t i) {
        return m_pieces[i].field == Field::Goal || m_pieces[i].field == Field::Measure;
    });
}

/// Every label of a problem has the number 1 and one with the number 2 behind it.
bool Outline::numbersFields() const noexcept
{
    std::size_t problems = 0;
    for (std::size_t k = 0; k < m_labels.size(); ++k) {
        auto const& label = m_pieces[m_labels[k]];
        if (label.field != Field::Problem) { continue; }
        auto const* const next = k + 1 < m_labels.size() ? &m_pieces[m_labels[k + 1]] : nullptr;
        bool const first = label.hasNumber() && label.number.value == 1 && next != nullptr && next->hasNumber() && next->number.value == 2 &&
                           next->field != Field::Problem && next->number.form == label.number.form;
        if (!first) { return false; }
        ++problems;
    }
    return problems > 0;
}

bool Outline::isAdjacent(std::size_t label, std::size_t next) const noexcept
{
    bool const list = m_pieces[label].field == Field::Measure || m_pieces[label].field == Field::Problem;
    for (auto i = label + 1; i < next; ++i) {
        bool const name = isUnitField(m_pieces[label].field) && m_pieces[i].end - m_pieces[i].begin <= longestName; // units, one a line
        bool const held = (i == label + 1 || name) && m_pieces[label].empty() && m_pieces[i].kind == PieceKind::Text && !list;
        if (!held && !(isLabel(i) && m_pieces[i].field == Field::Other)) { return false; }
    }
    return true;
}

bool Outline::has(Group const& group, Field field) const noexcept
{
    for (auto k = group.first; k <= group.last; ++k) {
        if (m_pieces[m_labels[k]].field == field) { return true; }
    }
    return false;
}

Field Outline::before(Group const& group) const noexcept
{
    return group.first == 0 ? Field::Other : m_pieces[m_labels[group.first - 1]].field;
}

/// Whether a group opens a record: it has a goal, or measures that no goal announced (in documents that have neither,
/// any group behind a heading).
bool Outline::opensRecord(std::size_t g) const noexcept
{
    auto const& group = m_groups[g];
    auto const previous = before(group);
    if (has(group, Field::Problem)) { return true; }
    bool const headed = group.first == 0 || headBetween(m_labels[group.first - 1], m_labels[group.first]);
    if (!m_hasStarters) { return headed; }
    if (m_goalsLast) { return has(group, Field::Measure) && previous != Field::Measure && previous != Field::Problem; }
    if (has(group, Field::Goal)) {
        if (previous == Field::Problem) { return headed && !m_pieces[m_labels[group.first - 1]].empty(); }
        return previous != Field::Measure || m_repeats[g] != 0 || !isRunOfMeasures(g);
    }
    return has(group, Field::Measure) && previous != Field::Goal && previous != Field::Problem;
}

/// Between the measures label before a group and the group stands one list and nothing else. A heading behind measures that have
/// no numbers is no list: 整改措施：建设管网。 （二）…, unless it counts from one (then the text before it introduces it).
bool Outline::isRunOfMeasures(std::size_t g) const noexcept
{
    auto const from = gapBegin(g);
    auto const to = m_labels[m_groups[g].first];
    bool const unnumbered = from > 0 && (!m_pieces[from - 1].empty() || (from < to && m_pieces[from].kind == PieceKind::Text));
    int expected = 0;
    std::optional<NumberForm> list;
    for (auto i = from; i < to; ++i) {
        if (!isHead(i)) { continue; }
        if (!list) {
            list = form(i);
            expected = m_pieces[i].number.value;
            if (unnumbered && expected != 1) { return false; }
        }
        if (form(i) != *list || m_pieces[i].number.value != expected) { return false; }
        ++expected;
    }
    return true;
}

/// A heading stands between two pieces.
bool Outline::headBetween(std::size_t after, std::size_t before) const noexcept
{
    for (auto i = before; i-- > after + 1;) {
        if (isHead(i)) { return true; }
    }
    return false;
}

/// Where the gap of headings and text before a group begins: behind the label before it.
std::size_t Outline::gapBegin(std::size_t g) const noexcept
{
    return m_groups[g].first == 0 ? 0 : m_labels[m_groups[g].first - 1] + 1;
}

/// Goals behind measures: the first of both labels is measures, and most goals stand with nothing before them but fields, or the one
/// list of the measures. A problem without goals before others that have them shows a heading between.
void Outline::findGoalsLast()
{
    std::size_t attached = 0, headed = 0;
    bool measures = false;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        auto const& group = m_groups[g];
        for (auto k = group.first; k <= group.last; ++k) {
            auto const field = m_pieces[m_labels[k]].field;
            if (field == Field::Goal) {
                if (!measures) { return; } // the first is a goal
                bool const inside = k > group.first || !headBetween(m_labels[k - 1], m_labels[k]) || (before(group) == Field::Measure && isRunOfMeasures(g));
                ++(inside ? attached : headed);
            }
            measures = measures || field == Field::Measure;
        }
    }
    m_goalsLast = attached > headed;
}

/// Problems without numbers whose numbered measures stand last: no heading parts two of them, but the goal of the second is one too many for
/// the first, and the paragraph above its fields is in no list.
void Outline::findRepeats()
{
    m_repeats.assign(m_groups.size(), 0);
    if (m_goalsLast) { return; }
    bool goal = false;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        bool const own = has(m_groups[g], Field::Goal);
        auto const above = gapEnd(g) - 1;
        bool const behindList = g > 0 && before(m_groups[g]) == Field::Measure && above > gapBegin(g) && isHead(above - 1);
        if (own && goal && behindList && m_pieces[above].kind == PieceKind::Text && m_pieces[above].ownLine && isRunOfMeasures(g)) { m_repeats[g] = 1; }
        goal = own || (goal && !opensRecord(g));
    }
}

/// The last heading in the gap before a group; nowhere if there is none.
std::size_t Outline::lastHeadIn(std::size_t g) const noexcept
{
    for (auto i = gapEnd(g); i-- > gapBegin(g);) {
        if (isHead(i)) { return i; }
    }
    return nowhere;
}

/// The piece that the record opened by group `g` begins with, or nowhere.
std::size_t Outline::problemBefore(std::size_t g) const noexcept
{
    auto const from = gapBegin(g);
    auto const to = gapEnd(g);
    if (m_repeats[g] != 0) { return to - 1; }
    bool const afterMeasures = before(m_groups[g]) == Field::Measure;
    if (m_pieces[to].field == Field::Problem) {
        if (hasOwnNumber(to)) { return to; }
        bool const titled = m_titledProblems && to > from && isHead(to - 1) && !(afterMeasures && isRunOfMeasures(g));
        if (titled) { return to - 1; }
        if (afterMeasures || !m_titledProblems) { return to; } // what stands between are measures
    }
    for (auto i = to; i-- > from;) {
        if (isHeadOf(i, m_problemForm) && !(afterMeasures && isNextMeasure(i))) { return i; }
    }
    for (auto i = to; i-- > from && !m_unnumbered;) {
        if (isSectionHead(i)) { return i; }
    }
    for (auto k = m_groups[g].first; k <= m_groups[g].last; ++k) {
        if (m_pieces[m_labels[k]].field == Field::Problem) { return m_labels[k]; }
    }
    if (afterMeasures) { return nowhere; }
    // A problem without any number: the paragraphs right before its first field.
    bool const first = m_groups[g].first == 0;
    auto begin = nowhere;
    for (auto i = to; i-- > from && m_pieces[i].kind == PieceKind::Text;) {
        if (!first && i == from && m_pieces[from - 1].empty()) { break; } // what the label before it heads
        begin = i;
        if (first) { break; } // in front matter only the last paragraph can be the problem
    }
    return begin;
}

/// Problems and measures numbered alike: is this one more measure of the list before it?
bool Outline::isNextMeasure(std::size_t i) const noexcept
{
    if (m_measureForm != m_problemForm || i == 0) { return false; }
    for (auto j = i; j-- > 0;) {
        if (isHeadOf(j, m_problemForm)) {
            bool const followsOn = m_pieces[j].number.value + 1 == m_pieces[i].number.value;
            auto const label = m_nextLabel[i];
            return followsOn && (label == nowhere || !isStarter(m_pieces[label].field));
        }
        if (isLabel(j)) { return false; }
    }
    return false;
}

} // namespace zhengtu::plan
