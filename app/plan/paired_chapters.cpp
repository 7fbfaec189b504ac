#include "plan/paired_chapters.hpp"

#include <algorithm>
#include <format>
#include <initializer_list>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool holdsOne(View heading, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return heading.find(word) != View::npos; });
}

class Pairing {
public:
    Pairing(text::NormalText const& normal, Layout& layout) : m_normal{normal}, m_text{normal.text}, m_pieces{layout.pieces}, m_roles{layout.structure.roles}, m_layout{layout} {}

    void run()
    {
        if (!findMeasures() || !findProblems()) { return; }
        if (m_problems.size() == m_measures.size()) {
            arrange();
            m_layout.apart = true;
            return;
        }
        auto const& heading = m_pieces[m_first];
        m_layout.notices.push_back({"chapters-not-paired", std::format("{} problems, {} measures: the measures stand for problems", m_problems.size(), m_measures.size()),
                                    m_normal.sourceSpan(heading.begin, heading.end)});
    }

private:
    [[nodiscard]] View heading(std::size_t i) const { return m_text.substr(m_pieces[i].content, m_pieces[i].end - m_pieces[i].content); }
    [[nodiscard]] bool isHead(std::size_t i, text::NumberForm form) const noexcept
    {
        return m_pieces[i].kind == PieceKind::Head && m_pieces[i].number.form == form;
    }

    /// All that was taken for problems is one list from 1 below one heading that speaks of measures, and none has measures of its own.
    bool findMeasures()
    {
        for (std::size_t i = m_layout.structure.listBegin; i < m_pieces.size(); ++i) {
            if (m_roles[i] == Role::Section) {
                if (m_second != m_pieces.size()) { return false; }
                m_second = i;
            } else if (m_roles[i] == Role::Problem) {
                bool const counts = m_pieces[i].kind == PieceKind::Head && m_pieces[i].number.value == static_cast<int>(m_measures.size()) + 1;
                bool const alike = m_measures.empty() || m_pieces[i].number.form == m_pieces[m_measures.front()].number.form;
                if (!counts || !alike) { return false; }
                m_measures.push_back(i);
            } else if (m_roles[i] == Role::Measure || (m_roles[i] == Role::Field && !isTailField(m_pieces[i].field))) {
                return false;
            }
            if (m_roles[i] != Role::None) { m_end = i + 1; }
        }
        if (m_measures.size() < 2 || m_second > m_measures.front() || m_pieces[m_second].kind != PieceKind::Head) { return false; }
        auto const said = heading(m_second);
        return holdsOne(said, {U"措施", U"任务", U"整改内容", U"整治内容", U"对策"}) && !holdsOne(said, {U"问题"});
    }

    /// The chapter right before speaks of problems and lists them in the same form.
    bool findProblems()
    {
        auto const chapter = m_pieces[m_second].number;
        auto const item = m_pieces[m_measures.front()].number.form;
        if (chapter.form == item) { return false; }
        for (m_first = m_second; m_first-- > 0;) {
            if (m_pieces[m_first].kind == PieceKind::Label) { return false; }
            if (isHead(m_first, chapter.form)) { break; }
        }
        if (m_first >= m_second || m_pieces[m_first].number.value + 1 != chapter.value || !holdsOne(heading(m_first), {U"问题"})) { return false; }
        for (auto i = m_first + 1; i < m_second; ++i) {
            if (!isHead(i, item)) { continue; }
            if (m_pieces[i].number.value != static_cast<int>(m_problems.size()) + 1) { return false; }
            m_problems.push_back(i);
        }
        return !m_problems.empty();
    }

    void arrange()
    {
        std::vector<Piece> pieces;
        std::vector<Role> roles;
        auto const add = [&](std::size_t i, Role role) {
            pieces.push_back(m_pieces[i]);
            roles.push_back(role);
        };
        auto const until = [](std::vector<std::size_t> const& list, std::size_t k, std::size_t end) { return k + 1 < list.size() ? list[k + 1] : end; };
        for (std::size_t i = 0; i < m_first; ++i) { add(i, Role::None); }
        auto const listBegin = pieces.size();
        for (auto i = m_first; i < m_problems.front(); ++i) { add(i, i == m_first ? Role::Section : Role::Content); }
        for (std::size_t k = 0; k < m_problems.size(); ++k) {
            for (auto i = m_problems[k]; i < until(m_problems, k, m_second); ++i) { add(i, i == m_problems[k] ? Role::Problem : Role::Content); }
            for (auto i = m_measures[k]; i < until(m_measures, k, m_end); ++i) { add(i, i == m_measures[k] ? Role::Measure : m_roles[i]); }
        }
        for (auto i = m_second; i < m_measures.front(); ++i) { add(i, Role::None); } // the heading above the measures, what it announces
        for (auto i = m_end; i < m_pieces.size(); ++i) { add(i, m_roles[i]); }
        m_layout.structure.topForm = m_pieces[m_first].number.form;
        m_layout.structure.listBegin = listBegin;
        m_pieces = std::move(pieces);
        m_roles = std::move(roles);
    }

    text::NormalText const& m_normal;
    View m_text;
    std::vector<Piece>& m_pieces;
    std::vector<Role>& m_roles;
    Layout& m_layout;
    std::size_t m_first = 0, m_second = m_pieces.size(), m_end = 0; ///< both chapters' headings, and behind the last piece of the list
    std::vector<std::size_t> m_problems, m_measures;
};

} // namespace

void pairChapters(text::NormalText const& normal, Layout& layout)
{
    if (layout.hasList()) { Pairing{normal, layout}.run(); }
}

} // namespace zhengtu::plan
