#include "plan/fates.hpp"

#include "core/utf.hpp"
#include "plan/layout.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <span>

namespace zhengtu::plan {

namespace {

bool isWord(char32_t c) noexcept { return text::isHan(c) || text::isDigit(c) || text::isAsciiLetter(c); }

class Painter {
public:
    Painter(std::u32string_view source, text::NormalText const& normal, Plan const& plan, Dictionary const& dictionary)
        : m_source{source}, m_normal{normal}, m_plan{plan}, m_dictionary{dictionary}, m_layout{layOut(normal, source, dictionary)},
          m_fate(source.size(), Fate::Unclassified)
    {
        if (m_plan.problems.empty() || m_plan.inSentences) { // what looked like a list was none
            m_layout.structure.roles.assign(m_layout.pieces.size(), Role::None);
            m_layout.structure.listBegin = m_layout.pieces.size();
        }
    }

    std::vector<Fate> run()
    {
        outside();
        headings();
        fields();
        unkeptFields();
        if (!m_layout.hasList() && !m_plan.problems.empty()) { sentences(); }
        if (m_layout.hasList()) { leftovers(); }
        noise();
        return std::move(m_fate);
    }

private:
    void paint(Span span, Fate fate)
    {
        auto const end = std::min(span.end, m_fate.size());
        for (auto i = span.begin; i < end; ++i) { m_fate[i] = fate; }
    }
    void paintText(std::size_t begin, std::size_t end, Fate fate)
    {
        if (begin < end) { paint(m_normal.sourceSpan(begin, end), fate); }
    }

    void outside()
    {
        if (!m_layout.hasList()) {
            paint({0, m_fate.size()}, Fate::Outside);
            for (auto const& problem : m_plan.problems) { // of a bulletin; what came of a problem is known, but no column takes it
                paint(problem.span, problem.tasks.empty() && !problem.status.empty() ? Fate::Field : Fate::Unclassified);
            }
            if (!m_plan.keyTasks.empty()) { // between the tasks of a planning document nothing may be lost
                paint({m_plan.keyTasks.front().title.span.begin, m_plan.keyTasks.back().title.span.begin}, Fate::Unclassified);
            }
            return;
        }
        auto const& pieces = m_layout.pieces;
        paintText(0, pieces[m_layout.structure.listBegin].begin, Fate::Outside);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (m_layout.structure.roles[i] == Role::None) { paintText(pieces[i].begin, pieces[i].end, Fate::Outside); }
        }
        if (m_layout.tableSpan && !m_layout.tableSpan->empty()) { paintText(m_layout.tableSpan->end, m_normal.text.size(), Fate::Outside); }
    }

    void headings()
    {
        for (auto const& section : m_plan.sections) { paint(section.span, Fate::Heading); }
        auto const& pieces = m_layout.pieces;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            auto const& piece = pieces[i];
            auto const role = m_layout.structure.roles[i];
            if (m_layout.hasList() ? role == Role::None : !isOpen(piece)) { continue; }
            if (role == Role::Section) { paintText(piece.begin, piece.end, Fate::Heading); }
            else if (m_layout.table) { paintText(piece.begin, piece.begin + piece.number.length, Fate::Heading); }
            else { paintText(piece.begin, piece.content, Fate::Heading); }
            constexpr std::size_t longestName = 12; // of a group of measures: （一）近期措施
            bool const group = role == Role::Content && piece.kind == PieceKind::Head && piece.end - piece.content <= longestName;
            if (group && m_layout.hasList()) { paintText(piece.begin, piece.end, Fate::Heading); }
            bool const title = !m_layout.hasList() && piece.kind == PieceKind::Head && piece.ownLine;
            auto const lineEnd = std::min(m_normal.text.find(U'\n', piece.begin), piece.end);
            if (title && (m_plan.problems.empty() || lineEnd - piece.content <= 14)) { paintText(piece.begin, lineEnd, Fate::Heading); } // 二、督办要求
        }
        if (m_layout.table) { return; }
        for (auto const& problem : m_plan.problems) { // 1.（反馈问题7）
            if (m_layout.hasList()) { paint({problem.span.begin, problem.body.span.begin}, Fate::Heading); }
        }
    }

    /// Whether a piece of a document without labels stands where something was read.
    [[nodiscard]] bool isOpen(Piece const& piece) const
    {
        auto const at = m_normal.sourceSpan(piece.begin, piece.end).begin;
        return at < m_fate.size() && m_fate[at] == Fate::Unclassified;
    }

    void fields()
    {
        auto const deadline = [&](Deadline const& said) { paint(said.said.span, Fate::Field); };
        auto const units = [&](std::vector<Unit> const& list) {
            for (auto const& unit : list) { paint(unit.name.span, Fate::Field); }
        };
        for (auto const& problem : m_plan.problems) {
            paint(problem.body.span, Fate::Field);
            for (auto const& goal : problem.goals) { paint(goal.span, Fate::Field); }
            units(problem.units);
            if (problem.deadline) { deadline(*problem.deadline); }
            for (auto const& task : problem.tasks) {
                paint(task.body.span, Fate::Field);
                units(task.units);
                deadline(task.deadline);
            }
        }
        for (auto const& task : m_plan.keyTasks) {
            paint(task.title.span, Fate::Heading);
            paint(task.body.span, Fate::Field);
        }
    }

    /// 一是 before a problem that is told in sentences counts it; the lines behind the last in which nothing was found, the demand to
    /// report and the like, are of no problem.
    void sentences()
    {
        constexpr std::size_t longestCount = 4;
        for (auto const& problem : m_plan.problems) {
            auto const counts = problem.span.begin < problem.body.span.begin && problem.body.span.begin - problem.span.begin <= longestCount;
            if (counts) { paint({problem.span.begin, problem.body.span.begin}, Fate::Heading); }
        }
        auto const span = m_plan.problems.back().span;
        for (auto end = std::min(span.end, m_fate.size()); end > span.begin;) {
            auto begin = end - 1; // its own line end
            while (begin > span.begin && !text::isLineEnd(m_source[begin - 1])) { --begin; }
            auto const line = std::span{m_fate}.subspan(begin, end - begin);
            if (begin <= span.begin || std::ranges::find(line, Fate::Field) != line.end()) { return; }
            std::ranges::replace(line, Fate::Unclassified, Fate::Outside);
            end = begin;
        }
    }

    /// Reports and remarks stand behind labels that are known, but no column takes their text.
    void unkeptFields()
    {
        bool open = false;
        for (std::size_t i = 0; i < m_layout.pieces.size(); ++i) {
            auto const& piece = m_layout.pieces[i];
            auto const role = m_layout.structure.roles[i];
            if (role == Role::Field) { open = isOutcomeField(piece.field) || piece.field == Field::Other; }
            else if (role != Role::Content) { open = false; }
            if (open) { paintText(piece.content, piece.end, Fate::Field); }
        }
    }

    /// What stands between fields: commas of lists, 牵头 behind a unit, "措施如下：" before a list.
    void leftovers()
    {
        for (std::size_t i = 0; i < m_layout.pieces.size(); ++i) {
            auto const role = m_layout.structure.roles[i];
            if (role == Role::None) { continue; }
            auto const& piece = m_layout.pieces[i];
            for (auto at = piece.begin; at < piece.end;) {
                auto end = at;
                while (end < piece.end && fateOf(end) == fateOf(at)) { ++end; }
                if (fateOf(at) == Fate::Unclassified) { leftover(at, end); }
                at = end;
            }
        }
    }

    [[nodiscard]] Fate fateOf(std::size_t at) const noexcept { return m_fate[m_normal.origin[at]]; }

    void leftover(std::size_t begin, std::size_t end)
    {
        auto rest = std::u32string_view{m_normal.text}.substr(begin, end - begin);
        if (rest.find_last_not_of(U" \n") != std::u32string_view::npos && rest[rest.find_last_not_of(U" \n")] == U'：' && rest.size() <= 60) {
            paintText(begin, end, Fate::Heading);
            return;
        }
        std::u32string words;
        for (char32_t const c : rest) {
            if (isWord(c)) { words.push_back(c); }
        }
        auto const among = [&](std::vector<std::u32string> const& list) { return std::find(list.begin(), list.end(), words) != list.end(); };
        bool const joins = words.empty() || words == U"和" || words == U"及" || words == U"等" || words == U"以及" || words == U"与";
        if (joins || among(m_dictionary.leadMarks) || among(m_dictionary.cooperatingMarks)) { paintText(begin, end, Fate::Field); }
    }

    /// Characters without a place in the normalised text. A word among them is noise only on a line that was dropped
    /// whole (a page mark); anywhere else it was lost.
    void noise()
    {
        std::vector<char> kept(m_source.size(), 0);
        for (std::size_t i = 0; i < m_normal.text.size(); ++i) { // the border of a cell became a line end
            if (m_normal.text[i] != U'\n' && m_normal.text[i] != U' ') { kept[m_normal.origin[i]] = 1; }
        }
        for (std::size_t begin = 0; begin < m_source.size();) {
            auto end = begin;
            bool any = false;
            for (; end < m_source.size() && !text::isLineEnd(m_source[end]); ++end) { any = any || kept[end] != 0; }
            for (auto i = begin; i < std::min(end + 1, m_source.size()); ++i) {
                auto const c = m_source[i];
                bool const lost = any && (text::isHan(c) || text::isDigit(c));
                if (text::isBlank(c) || text::isLineEnd(c) || text::isInvisible(c) || (kept[i] == 0 && !lost)) { m_fate[i] = Fate::Noise; }
                else if (kept[i] == 0) { m_fate[i] = Fate::Unclassified; }
            }
            begin = end + 1;
        }
    }

    std::u32string_view m_source;
    text::NormalText const& m_normal;
    Plan const& m_plan;
    Dictionary const& m_dictionary;
    Layout m_layout;
    std::vector<Fate> m_fate;
};

} // namespace

std::vector<Fate> fatesOf(std::u32string_view source, text::NormalText const& normal, Plan const& plan, Dictionary const& dictionary)
{
    return Painter{source, normal, plan, dictionary}.run();
}

} // namespace zhengtu::plan
