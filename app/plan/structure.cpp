#include "plan/structure.hpp"

#include "plan/outline.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using text::NumberForm;

/// 三、工作要求, also where the list of problems is counted so; 保障措施落实不到位 is a problem.
bool opensClosingChapter(std::u32string_view heading) noexcept
{
    for (std::u32string_view const word : {U"工作要求", U"保障措施", U"有关要求", U"相关要求", U"组织保障", U"工作保障"}) {
        if (!heading.starts_with(word)) { continue; }
        auto const rest = heading.substr(word.size());
        return rest.empty() || std::u32string_view{U"。：，各要一（为"}.find(rest.front()) != std::u32string_view::npos;
    }
    return false;
}

/// Gives each piece its role, going through the document once.
class Roles {
public:
    Roles(std::u32string_view text, std::vector<Piece> const& pieces) : m_text{text}, m_pieces{pieces}, m_outline{pieces} {}

    Structure run()
    {
        m_result.roles.assign(m_pieces.size(), Role::None);
        m_result.listBegin = m_pieces.size();
        if (m_outline.labels().empty()) { return std::move(m_result); }
        m_result.problemForm = m_outline.problemForm();
        m_result.measureForm = m_outline.measureForm();
        assign();
        return std::move(m_result);
    }

private:
    void assign()
    {
        std::vector<char> begins(m_pieces.size(), 0);
        std::size_t first = nowhere;
        for (std::size_t g = 0; g < m_outline.groups().size(); ++g) {
            if (!m_outline.opensRecord(g)) { continue; }
            auto const at = m_outline.problemBefore(g);
            if (at == nowhere) { continue; }
            begins[at] = 1;
            if (first == nowhere) { first = at; }
        }
        if (first == nowhere) {
            if (m_pieces[m_outline.labels().front()].field == Field::Problem) { first = m_outline.labels().front(); }
            else { return; }
        }
        first = bareOnesAbove(first);
        begins[first] = 1;
        m_result.listBegin = sectionsAbove(first);
        walk(begins, first);
        m_result.topForm = topSection();
    }

    /// 1.… 2.… above 3.… with its fields: problems of which no field is printed begin the list where they count from one right above its first.
    [[nodiscard]] std::size_t bareOnesAbove(std::size_t first) const noexcept
    {
        if (!m_outline.isHeadOf(first, m_outline.problemForm())) { return first; }
        auto begin = first;
        auto value = m_pieces[first].number.value;
        for (auto i = first; value > 1 && i-- > 0;) {
            if (m_outline.isLabel(i)) { return first; }
            if (!m_outline.isHead(i)) { continue; }
            if (m_outline.form(i) != m_outline.form(first) || m_pieces[i].number.value + 1 != value) { return first; }
            value = m_pieces[i].number.value;
            begin = i;
        }
        return value == 1 ? begin : first;
    }

    /// The headings right above the first problem.
    std::size_t sectionsAbove(std::size_t first)
    {
        auto begin = first;
        auto below = m_outline.isHead(first) ? rank(m_outline.form(first)) : 9;
        for (auto i = first; i-- > 0;) {
            if (m_outline.isLabel(i)) { break; }
            if (m_outline.isSectionHead(i) && rank(m_outline.form(i)) < below) {
                below = rank(m_outline.form(i));
                m_result.roles[i] = Role::Section;
                begin = i;
                if (!hasSectionsAbove(below)) { break; }
            }
        }
        for (auto i = begin; i < first; ++i) {
            if (m_result.roles[i] == Role::None) { m_result.roles[i] = Role::Content; }
        }
        return begin;
    }

    [[nodiscard]] bool hasSectionsAbove(int level) const noexcept
    {
        for (auto const form : {NumberForm::Chapter, NumberForm::CjkComma, NumberForm::CjkParen, NumberForm::Item, NumberForm::ArabicDot}) {
            if (m_outline.isSectionForm(form) && rank(form) < level) { return true; }
        }
        return false;
    }

    /// Where the walk through the list stands.
    struct State {
        int lastProblem = 0, lastMeasure = 0; ///< their numbers
        bool inProblem = false;
        bool inMeasures = false;
        bool inTail = false;   ///< behind units or a deadline
        bool anyMeasure = false; ///< the problem has measures
        bool inReport = false; ///< behind 整改情况 and the like: a list there is no list of measures
        int nextGoal = 0;      ///< the number that a list of goals goes on with, 0 outside of one
        std::optional<NumberForm> goalForm{}; ///< of that list
    };

    void walk(std::vector<char> const& begins, std::size_t first)
    {
        std::vector<std::size_t> nextBegin(m_pieces.size() + 1, nowhere);
        for (auto i = m_pieces.size(); i-- > 0;) { nextBegin[i] = begins[i] != 0 ? i : nextBegin[i + 1]; }
        for (auto i = first; i < m_pieces.size(); ++i) {
            std::optional<Role> role;
            if (begins[i] != 0) {
                role = beginProblem(m_pieces[i]);
            } else if (m_outline.isLabel(i)) {
                role = enterField(m_pieces[i]);
            } else if (m_outline.isHead(i)) {
                role = headRole(i, heldByLabel(i));
            } else {
                role = textRole(i, heldByLabel(i), nextBegin[i]);
            }
            if (!role) { return; } // the list is over
            m_result.roles[i] = *role;
        }
    }

    Role beginProblem(Piece const& piece) noexcept
    {
        auto const number = piece.hasNumber() ? piece.number.value : m_state.lastProblem;
        m_state = State{.lastProblem = number, .inProblem = true};
        return Role::Problem;
    }

    Role enterField(Piece const& piece) noexcept
    {
        auto const field = piece.field;
        m_state.nextGoal = field == Field::Goal && piece.empty() ? 1 : 0;
        m_state.goalForm.reset();
        m_state.inMeasures = field == Field::Measure || (m_state.inMeasures && field == Field::Other);
        m_state.anyMeasure = m_state.anyMeasure || m_state.inMeasures;
        m_state.inReport = isOutcomeField(field) || field == Field::Other;
        if (isTailField(field) && field != Field::Other) { m_state.inTail = true; }
        if (field == Field::Measure || field == Field::Goal) { m_state.inTail = false; }
        return Role::Field;
    }

    Role beginMeasure() noexcept
    {
        m_state.inMeasures = m_state.anyMeasure = true;
        m_state.inTail = false;
        return Role::Measure;
    }

    std::optional<Role> headRole(std::size_t i, bool held) noexcept
    {
        auto const& piece = m_pieces[i];
        bool const goal = m_state.nextGoal > 0 && piece.number.value == m_state.nextGoal && m_state.goalForm.value_or(piece.number.form) == piece.number.form;
        if (goal) { // goals may be numbered like problems
            m_state.goalForm = piece.number.form;
            ++m_state.nextGoal;
            return Role::Content;
        }
        if (m_state.inReport && isReportItem(i)) { return Role::Content; }
        if (m_state.inTail && m_state.inProblem && !m_state.anyMeasure && piece.number.value == 1 && m_behind == piece.number.form) {
            m_state.lastMeasure = 1; // the measures of the last problem, printed behind its fields as those of the others
            return beginMeasure();
        }
        if (m_state.inTail && isTrailing(i)) { return std::nullopt; }
        // A chapter behind the last field of all is none of the list: 三、工作要求.
        bool const chapter = m_outline.isSectionHead(i) && i > m_outline.labels().back() && m_outline.form(i) != m_outline.measureForm();
        if (chapter && m_state.inProblem && m_outline.form(i) != m_outline.problemForm()) { return std::nullopt; }
        if (m_outline.isSectionHead(i) && !(m_state.inMeasures && m_outline.form(i) == m_outline.measureForm())) {
            m_state.inProblem = m_state.inMeasures = m_state.inTail = false;
            return Role::Section;
        }
        if (startsUnlabelled(i)) { return beginProblem(piece); }
        auto role = Role::Content;
        if (m_state.inTail && m_state.inProblem && !held && !m_state.inReport && m_outline.nextLabel(i) != nowhere) {
            bool const below = m_outline.problemForm() && rank(piece.number.form) > rank(*m_outline.problemForm());
            if (!m_state.anyMeasure && below && piece.number.value == 1) { m_behind = piece.number.form; }
            role = beginMeasure();
        }
        if (m_state.inMeasures) { m_state.lastMeasure = piece.number.value; }
        return role;
    }

    /// One of a list below 整改完成情况: it counts from one, or on, in a form below that of problems.
    [[nodiscard]] bool isReportItem(std::size_t i) noexcept
    {
        auto const& number = m_pieces[i].number;
        bool const first = number.value == 1 && i > 0 && !m_outline.isHead(i - 1);
        bool const next = m_report && m_report->form == number.form && m_report->value + 1 == number.value;
        if (!first && !next) { return false; }
        bool const below = m_outline.problemForm() && rank(number.form) > rank(*m_outline.problemForm());
        // （一） where problems have no numbers, or are numbered alike, is an item if the list is not the problems' own.
        bool const own = !m_outline.problemForm() || (number.form == *m_outline.problemForm() && number.value != m_state.lastProblem + 1);
        if (!below && !own) { return false; }
        m_report = number;
        return true;
    }

    /// A plain paragraph behind units and deadline is one more measure if more units follow before the next problem.
    std::optional<Role> textRole(std::size_t i, bool held, std::size_t nextBegin) noexcept
    {
        if (!m_state.inTail || held) { return Role::Content; }
        auto const label = m_outline.nextLabel(i);
        if (label == nowhere && i > m_outline.labels().back()) { return std::nullopt; }
        bool const scrap = m_pieces[i].end - m_pieces[i].begin <= 4; // the end of a name that a page cut off
        if (scrap) { return Role::Content; }
        bool const more = m_state.inProblem && !m_state.inReport && label != nowhere && m_pieces[label].field != Field::Problem && nextBegin > label;
        return more ? beginMeasure() : Role::Content;
    }

    /// What an empty label holds: the paragraph below it, and for units the short lines below that.
    [[nodiscard]] bool heldByLabel(std::size_t i) noexcept
    {
        bool held = i > 0 && m_outline.isLabel(i - 1) && m_pieces[i - 1].empty();
        if (held) { m_holder = m_pieces[i - 1].field; }
        auto const& piece = m_pieces[i];
        auto const text = m_text.substr(piece.begin, piece.end - piece.begin);
        held = held || (m_held == i && isUnitField(m_holder) && text.size() <= 40 && text.find(U'。') == std::u32string_view::npos);
        if (held && piece.kind == PieceKind::Text) { m_held = i + 1; }
        return held;
    }

    /// A problem that has no goal and no measures of its own: its number goes on with the list.
    [[nodiscard]] bool startsUnlabelled(std::size_t i) const noexcept
    {
        if (!m_outline.isHeadOf(i, m_outline.problemForm())) { return false; }
        auto const value = m_pieces[i].number.value;
        auto const next = m_state.lastProblem + 1;
        if (!m_state.inProblem) { return true; } // right behind a section heading
        if (m_outline.measureForm() == m_outline.problemForm()) { return m_state.inTail && value == next && value != m_state.lastMeasure + 1; }
        if (!m_state.inTail) { return !m_state.inMeasures && value == next; }
        return value == next || value == 1 || m_outline.nextLabel(i) != nowhere;
    }

    /// Headings behind the last field of the list: the rest of the document's body, signatures, other annexes.
    [[nodiscard]] bool isTrailing(std::size_t i) const noexcept
    {
        if (i < m_outline.labels().back()) { return false; }
        if (opensClosingChapter(m_text.substr(m_pieces[i].content, m_pieces[i].end - m_pieces[i].content))) { return true; }
        return !(m_outline.isHeadOf(i, m_outline.problemForm()) && m_pieces[i].number.value == m_state.lastProblem + 1);
    }

    [[nodiscard]] std::optional<NumberForm> topSection() const noexcept
    {
        std::optional<NumberForm> top;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            bool const section = m_result.roles[i] == Role::Section || (m_result.roles[i] == Role::Problem && m_outline.isSectionHead(i));
            if (section && (!top || rank(m_outline.form(i)) < rank(*top))) { top = m_outline.form(i); }
        }
        return top;
    }

    std::u32string_view m_text;
    std::vector<Piece> const& m_pieces;
    Outline m_outline;
    Structure m_result;
    State m_state;
    std::optional<text::Number> m_report; ///< the last item of a list below 整改完成情况
    std::optional<NumberForm> m_behind;   ///< of measures that stand behind the fields of their problem
    std::size_t m_held = nowhere;  ///< the piece that an empty label may go on to hold
    Field m_holder = Field::Other; ///< that label's field
};

} // namespace

Structure findStructure(std::u32string_view text, std::vector<Piece> const& pieces)
{
    return Roles{text, pieces}.run();
}

} // namespace zhengtu::plan
