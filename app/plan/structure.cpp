#include "plan/structure.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using text::NumberForm;

constexpr std::size_t formCount = 9;
constexpr std::size_t npos = static_cast<std::size_t>(-1);
using Votes = std::array<std::size_t, formCount>;

constexpr std::size_t index(NumberForm form) noexcept { return static_cast<std::size_t>(form); }

/// How high a form usually stands: chapters above 一、 above （一） above 1. above （1）.
constexpr int rank(NumberForm form) noexcept
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

std::optional<NumberForm> winner(Votes const& votes) noexcept
{
    auto const best = std::max_element(votes.begin(), votes.end());
    if (*best == 0) { return std::nullopt; }
    return static_cast<NumberForm>(best - votes.begin());
}

class Finder {
public:
    explicit Finder(std::u32string_view text, std::vector<Piece> const& pieces) : m_text{text}, m_pieces{pieces} { m_result.roles.assign(pieces.size(), Role::None); }

    Structure run()
    {
        m_result.listBegin = m_pieces.size();
        findLabels();
        if (m_labels.empty()) { return std::move(m_result); }
        vote();
        findSections();
        assign();
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isHead(std::size_t i) const noexcept { return m_pieces[i].kind == PieceKind::Head; }
    [[nodiscard]] bool isLabel(std::size_t i) const noexcept { return m_pieces[i].kind == PieceKind::Label; }
    [[nodiscard]] NumberForm form(std::size_t i) const noexcept { return m_pieces[i].number.form; }
    [[nodiscard]] bool isHeadOf(std::size_t i, std::optional<NumberForm> wanted) const noexcept { return isHead(i) && wanted && form(i) == *wanted; }
    [[nodiscard]] static bool isStarter(Field field) noexcept { return field == Field::Problem || field == Field::Goal || field == Field::Measure; }

    /// Labels, and for each piece the next label at or behind it.
    void findLabels()
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (isLabel(i) && m_pieces[i].field != Field::Other) { m_labels.push_back(i); }
        }
        m_nextLabel.assign(m_pieces.size() + 1, npos);
        for (auto i = m_pieces.size(); i-- > 0;) {
            m_nextLabel[i] = isLabel(i) && m_pieces[i].field != Field::Other ? i : m_nextLabel[i + 1];
        }
        // Labels that stand together, in whatever order, are one group: nothing between them but what an empty one heads.
        for (std::size_t k = 0; k < m_labels.size(); ++k) {
            bool const together = k > 0 && isAdjacent(m_labels[k - 1], m_labels[k]);
            if (!together) { m_groups.push_back({k, k}); }
            m_groups.back().last = k;
        }
        m_hasStarters = std::any_of(m_labels.begin(), m_labels.end(), [&](std::size_t i) {
            return m_pieces[i].field == Field::Goal || m_pieces[i].field == Field::Measure;
        });
    }

    [[nodiscard]] bool isAdjacent(std::size_t label, std::size_t next) const noexcept
    {
        bool const list = m_pieces[label].field == Field::Measure || m_pieces[label].field == Field::Problem;
        for (auto i = label + 1; i < next; ++i) {
            bool const held = i == label + 1 && m_pieces[label].empty() && m_pieces[i].kind == PieceKind::Text && !list;
            if (!held && !(isLabel(i) && m_pieces[i].field == Field::Other)) { return false; }
        }
        return true;
    }

    /// A group of labels; first and last are indices into m_labels.
    struct Group { std::size_t first = 0, last = 0; };

    [[nodiscard]] bool has(Group const& group, Field field) const noexcept
    {
        for (auto k = group.first; k <= group.last; ++k) {
            if (m_pieces[m_labels[k]].field == field) { return true; }
        }
        return false;
    }

    [[nodiscard]] Field before(Group const& group) const noexcept
    {
        return group.first == 0 ? Field::Other : m_pieces[m_labels[group.first - 1]].field;
    }

    /// Whether a group opens a record: it has a goal, or measures that no goal announced (in documents that have neither,
    /// any group behind a heading).
    [[nodiscard]] bool opensRecord(std::size_t g) const noexcept
    {
        auto const& group = m_groups[g];
        auto const previous = before(group);
        if (has(group, Field::Problem)) { return true; }
        bool const headed = group.first == 0 || headBetween(m_labels[group.first - 1], m_labels[group.first]) != npos;
        if (!m_hasStarters) { return headed; }
        if (has(group, Field::Goal)) {
            if (previous == Field::Problem) { return headed; }
            return previous != Field::Measure || !isRunOfMeasures(g);
        }
        return has(group, Field::Measure) && previous != Field::Goal && previous != Field::Problem;
    }

    /// Between the measures label before a group and the group stands one list and nothing else.
    [[nodiscard]] bool isRunOfMeasures(std::size_t g) const noexcept
    {
        auto const from = gapBegin(g);
        auto const to = m_labels[m_groups[g].first];
        int expected = 0;
        std::optional<NumberForm> list;
        for (auto i = from; i < to; ++i) {
            if (!isHead(i)) { continue; }
            if (!list) {
                list = form(i);
                expected = m_pieces[i].number.value;
            }
            if (form(i) != *list || m_pieces[i].number.value != expected) { return false; }
            ++expected;
        }
        return true;
    }

    /// The last heading between two pieces.
    [[nodiscard]] std::size_t headBetween(std::size_t after, std::size_t before) const noexcept
    {
        for (auto i = before; i-- > after + 1;) {
            if (isHead(i)) { return i; }
        }
        return npos;
    }

    /// Where the gap of headings and text before a group begins: behind the label before it.
    [[nodiscard]] std::size_t gapBegin(std::size_t g) const noexcept { return m_groups[g].first == 0 ? 0 : m_labels[m_groups[g].first - 1] + 1; }
    [[nodiscard]] std::size_t gapEnd(std::size_t g) const noexcept { return m_labels[m_groups[g].first]; }

    void vote()
    {
        Votes problems{}, measures{};
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            if (!opensRecord(g)) { continue; }
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
            if (m_pieces[at].field == Field::Problem && m_pieces[at].hasNumber()) { ++problems[index(m_pieces[at].number.form)]; }
        }
        m_result.problemForm = winner(problems);
        m_result.measureForm = winner(measures);
    }

    /// Forms of the headings that stand above problems.
    void findSections()
    {
        for (std::size_t g = 1; g < m_groups.size(); ++g) {
            if (!opensRecord(g) || !isTailField(before(m_groups[g]))) { continue; }
            auto last = npos;
            for (auto i = gapBegin(g); i < gapEnd(g); ++i) {
                if (isHeadOf(i, m_result.problemForm)) { last = i; }
            }
            auto const end = last == npos ? gapEnd(g) : last;
            for (auto i = gapBegin(g); i < end; ++i) {
                if (!isHead(i) || form(i) == m_result.problemForm) { continue; }
                // Without a numbered problem only the first headings of the gap can be sections; deeper ones are its text.
                if (last != npos || !m_result.problemForm || rank(form(i)) < rank(*m_result.problemForm)) { m_isSection[index(form(i))] = true; }
            }
        }
        if (m_result.problemForm) { // the first section is headed as the others; a document of one section shows it only by rank
            bool const none = std::none_of(m_isSection.begin(), m_isSection.end(), [](bool b) { return b; });
            for (auto const candidate : {NumberForm::Chapter, NumberForm::CjkComma, NumberForm::CjkParen}) {
                if (none && rank(candidate) < rank(*m_result.problemForm) && m_result.measureForm != candidate) { m_isSection[index(candidate)] = true; }
            }
        }
    }

    [[nodiscard]] bool isSectionHead(std::size_t i) const noexcept { return isHead(i) && m_isSection[index(form(i))]; }

    /// The piece that the record opened by group `g` begins with, or npos.
    [[nodiscard]] std::size_t problemBefore(std::size_t g) const noexcept
    {
        auto const from = gapBegin(g);
        auto const to = gapEnd(g);
        bool const afterMeasures = before(m_groups[g]) == Field::Measure;
        for (auto i = to; i-- > from;) {
            if (isHeadOf(i, m_result.problemForm) && !(afterMeasures && isNextMeasure(i))) { return i; }
        }
        for (auto i = to; i-- > from;) {
            if (isSectionHead(i)) { return i; }
        }
        for (auto k = m_groups[g].first; k <= m_groups[g].last; ++k) {
            if (m_pieces[m_labels[k]].field == Field::Problem) { return m_labels[k]; }
        }
        if (afterMeasures) { return npos; }
        // A problem without any number: the paragraphs right before its first field.
        bool const first = m_groups[g].first == 0;
        auto begin = npos;
        for (auto i = to; i-- > from && m_pieces[i].kind == PieceKind::Text;) {
            if (!first && i == from && m_pieces[from - 1].empty()) { break; } // what the label before it heads
            begin = i;
            if (first) { break; } // in front matter only the last paragraph can be the problem
        }
        return begin;
    }

    /// Problems and measures numbered alike: is this one more measure of the list before it?
    [[nodiscard]] bool isNextMeasure(std::size_t i) const noexcept
    {
        if (m_result.measureForm != m_result.problemForm || i == 0) { return false; }
        for (auto j = i; j-- > 0;) {
            if (isHeadOf(j, m_result.problemForm)) {
                bool const followsOn = m_pieces[j].number.value + 1 == m_pieces[i].number.value;
                auto const label = m_nextLabel[i];
                return followsOn && (label == npos || !isStarter(m_pieces[label].field));
            }
            if (isLabel(j)) { return false; }
        }
        return false;
    }

    void assign()
    {
        std::vector<char> begins(m_pieces.size(), 0);
        std::size_t first = npos;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            if (!opensRecord(g)) { continue; }
            auto const at = problemBefore(g);
            if (at == npos) { continue; }
            begins[at] = 1;
            if (first == npos) { first = at; }
        }
        if (first == npos) {
            if (m_pieces[m_labels.front()].field == Field::Problem) { first = m_labels.front(); }
            else { return; }
        }
        m_result.listBegin = sectionsAbove(first);
        walk(begins, first);
        m_result.topForm = topSection();
    }

    /// The headings right above the first problem.
    std::size_t sectionsAbove(std::size_t first)
    {
        auto begin = first;
        auto below = isHead(first) ? rank(form(first)) : 9;
        for (auto i = first; i-- > 0;) {
            if (isLabel(i)) { break; }
            if (isSectionHead(i) && rank(form(i)) < below) {
                below = rank(form(i));
                m_result.roles[i] = Role::Section;
                begin = i;
                if (std::none_of(m_isSection.begin(), m_isSection.end(), [&](bool const& is) {
                        return is && rank(static_cast<NumberForm>(&is - m_isSection.data())) < below;
                    })) { break; }
            }
        }
        for (auto i = begin; i < first; ++i) {
            if (m_result.roles[i] == Role::None) { m_result.roles[i] = Role::Content; }
        }
        return begin;
    }

    void walk(std::vector<char> const& begins, std::size_t first)
    {
        int lastProblem = 0, lastMeasure = 0;
        bool inMeasures = false, inTail = false, inProblem = false;
        bool inReport = false; // behind 整改情况 and the like: a list there is no list of measures
        auto const lastLabel = m_labels.back();
        std::vector<std::size_t> nextBegin(m_pieces.size() + 1, npos);
        for (auto i = m_pieces.size(); i-- > 0;) { nextBegin[i] = begins[i] != 0 ? i : nextBegin[i + 1]; }
        for (auto i = first; i < m_pieces.size(); ++i) {
            auto& role = m_result.roles[i];
            auto const& piece = m_pieces[i];
            if (begins[i] != 0) {
                role = Role::Problem;
                if (piece.hasNumber()) { lastProblem = piece.number.value; }
                lastMeasure = 0;
                inMeasures = inTail = false;
                inProblem = true;
                continue;
            }
            if (piece.kind == PieceKind::Label) {
                role = Role::Field;
                inMeasures = piece.field == Field::Measure || (inMeasures && piece.field == Field::Other);
                inReport = piece.field == Field::Status || piece.field == Field::Other;
                if (isTailField(piece.field) && piece.field != Field::Other) { inTail = true; }
                if (piece.field == Field::Measure || piece.field == Field::Goal) { inTail = false; }
                continue;
            }
            bool const held = heldByLabel(i);
            if (piece.kind == PieceKind::Head) {
                if (inTail && isTrailing(i, lastLabel, lastProblem)) { return; }
                if (isSectionHead(i) && !(inMeasures && form(i) == m_result.measureForm)) {
                    role = Role::Section;
                    inProblem = inMeasures = inTail = false;
                } else if (startsUnlabelled(i, inTail, inMeasures, inProblem, lastProblem, lastMeasure)) {
                    role = Role::Problem;
                    lastProblem = piece.number.value;
                    lastMeasure = 0;
                    inProblem = true;
                    inMeasures = inTail = false;
                } else if (inTail && inProblem && !held && !inReport && m_nextLabel[i] != npos) {
                    role = Role::Measure;
                    inMeasures = true;
                    inTail = false;
                } else {
                    role = Role::Content;
                }
                if (role == Role::Content && inMeasures) { lastMeasure = piece.number.value; }
                if (role == Role::Measure) { lastMeasure = piece.number.value; }
                continue;
            }
            if (inTail && !held) {
                // A plain paragraph behind units and deadline: another measure if more units follow, else nobody's.
                auto const label = m_nextLabel[i];
                bool const more = inProblem && !inReport && label != npos && m_pieces[label].field != Field::Problem && nextBegin[i] > label;
                if (label == npos && i > lastLabel) { return; }
                role = more ? Role::Measure : Role::Content;
                if (more) { inMeasures = true; inTail = false; }
                continue;
            }
            role = Role::Content;
        }
    }

    /// What an empty label holds: the paragraph below it, and for units the short lines below that.
    [[nodiscard]] bool heldByLabel(std::size_t i) noexcept
    {
        bool held = i > 0 && isLabel(i - 1) && m_pieces[i - 1].empty();
        if (held) { m_holder = m_pieces[i - 1].field; }
        auto const& piece = m_pieces[i];
        auto const text = m_text.substr(piece.begin, piece.end - piece.begin);
        held = held || (m_held == i && isUnitField(m_holder) && text.size() <= 40 && text.find(U'。') == std::u32string_view::npos);
        if (held && piece.kind == PieceKind::Text) { m_held = i + 1; }
        return held;
    }

    /// A problem that has no goal and no measures of its own: its number goes on with the list.
    [[nodiscard]] bool startsUnlabelled(std::size_t i, bool inTail, bool inMeasures, bool inProblem, int lastProblem, int lastMeasure) const noexcept
    {
        if (!isHeadOf(i, m_result.problemForm)) { return false; }
        auto const value = m_pieces[i].number.value;
        bool const followsOn = value == lastProblem + 1 || value == 1;
        if (!inProblem) { return true; } // right behind a section heading
        if (m_result.measureForm == m_result.problemForm) { return inTail && value == lastProblem + 1 && value != lastMeasure + 1; }
        return inTail ? (followsOn || m_nextLabel[i] != npos) : (!inMeasures && value == lastProblem + 1);
    }

    /// Headings behind the last field of the list: the rest of the document's body, signatures, other annexes.
    [[nodiscard]] bool isTrailing(std::size_t i, std::size_t lastLabel, int lastProblem) const noexcept
    {
        if (i < lastLabel) { return false; }
        return !(isHeadOf(i, m_result.problemForm) && m_pieces[i].number.value == lastProblem + 1);
    }

    [[nodiscard]] std::optional<NumberForm> topSection() const noexcept
    {
        std::optional<NumberForm> top;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            bool const section = m_result.roles[i] == Role::Section || (m_result.roles[i] == Role::Problem && isSectionHead(i));
            if (section && (!top || rank(form(i)) < rank(*top))) { top = form(i); }
        }
        return top;
    }

    std::u32string_view m_text;
    std::vector<Piece> const& m_pieces;
    Structure m_result;
    std::vector<std::size_t> m_labels, m_nextLabel;
    std::vector<Group> m_groups;
    std::array<bool, formCount> m_isSection{};
    bool m_hasStarters = false;
    std::size_t m_held = npos;     ///< the piece that an empty label may go on to hold
    Field m_holder = Field::Other; ///< that label's field
};

} // namespace

Structure findStructure(std::u32string_view text, std::vector<Piece> const& pieces)
{
    return Finder{text, pieces}.run();
}

} // namespace zhengtu::plan
