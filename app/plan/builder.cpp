#include "plan/builder.hpp"

#include "core/identity.hpp"
#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "plan/problem_draft.hpp"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::NumberForm;

class Builder {
public:
    Builder(Plan& plan, text::NormalText const& normal, View source, Layout const& layout, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_layout{layout}, m_pieces{layout.pieces}, m_structure{layout.structure}, m_dictionary{dictionary}
    {
        m_habits.apart = layout.apart;
        auto const says = [&](auto const& wanted) {
            return std::ranges::any_of(m_pieces, [&](Piece const& piece) { return piece.kind == PieceKind::Label && wanted(piece.field); });
        };
        m_habits.dueInText = !layout.table && says(isUnitField) && !says([](Field field) { return field == Field::Deadline; });
    }

    void run()
    {
        readHead();
        for (auto i = m_structure.listBegin; i < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            switch (m_structure.roles[i]) {
            case Role::None: break;
            case Role::Section: section(piece); break;
            case Role::Problem: problem(piece); break;
            case Role::Field:
                if (m_problem) { m_problem->field(piece); }
                break;
            case Role::Content:
                if (m_problem) { m_problem->content(piece); }
                else { extendSection(piece); }
                break;
            case Role::Measure:
                if (m_problem) { m_problem->measure(piece); }
                break;
            }
        }
        finishProblem();
    }

private:
    [[nodiscard]] std::string numberOf(Piece const& piece) const
    {
        return piece.hasNumber() ? printed(m_normal, m_source, piece.begin, piece.begin + piece.number.length) : std::string{};
    }

    /// 承办单位, 办理时限 above 交办问题: fields at the head of a letter hold for the problems that name none of their own. Only where the list
    /// is a table or begins with the label of a problem. 交办单位 beside 承办单位 is who sends it.
    void readHead()
    {
        auto const begin = m_structure.listBegin;
        bool const labelled = begin < m_pieces.size() && m_pieces[begin].kind == PieceKind::Label && m_pieces[begin].field == Field::Problem;
        if (!labelled && !m_layout.table) { return; }
        auto const sender = [&](Piece const& piece) { return m_text.substr(piece.begin, piece.content - piece.begin).find(U"交办单位") != View::npos; };
        std::vector<Piece const*> units;
        for (std::size_t i = 0; i < begin; ++i) {
            auto const& piece = m_pieces[i];
            if (piece.kind != PieceKind::Label || piece.weak || piece.empty()) { continue; }
            if (piece.field == Field::Deadline) { m_headDeadline = readDeadline(m_normal, piece.content, piece.end, m_plan.year, m_dictionary, m_plan.notices); }
            if (isUnitField(piece.field)) { units.push_back(&piece); }
        }
        for (auto const* const piece : units) {
            if (units.size() > 1 && sender(*piece)) { continue; }
            auto read = readUnits(m_normal, m_source, piece->content, piece->end, roleOf(piece->field), m_dictionary);
            m_headUnits.insert(m_headUnits.end(), read.begin(), read.end());
        }
    }

    void section(Piece const& piece)
    {
        finishProblem();
        auto const top = !m_structure.topForm || piece.number.form == *m_structure.topForm;
        if (top) {
            m_plan.sections.push_back({numberOf(piece), passage(m_normal, piece.content, piece.end), m_normal.sourceSpan(piece.begin, piece.end)});
            m_subsection.clear();
        } else {
            m_subsection = toUtf8(m_text.substr(piece.begin, piece.end - piece.begin));
            extendSection(piece);
        }
    }

    void extendSection(Piece const& piece)
    {
        if (!m_plan.sections.empty()) { m_plan.sections.back().span.end = m_normal.sourceSpan(piece.begin, piece.end).end; }
    }

    void problem(Piece const& piece)
    {
        finishProblem();
        bool const isSection = piece.kind == PieceKind::Head && m_structure.topForm && piece.number.form == *m_structure.topForm &&
                               m_structure.problemForm != m_structure.topForm;
        if (isSection) {
            m_plan.sections.push_back({numberOf(piece), passage(m_normal, piece.content, piece.end), m_normal.sourceSpan(piece.begin, piece.end)});
            m_subsection.clear();
        }
        Problem problem;
        problem.no = numberOf(piece);
        problem.section = m_plan.sections.empty() ? Problem::npos : m_plan.sections.size() - 1;
        problem.subsection = m_subsection;
        bool const feedback = m_text.substr(piece.begin, piece.number.length).find(U"反馈") != View::npos;
        if (piece.kind == PieceKind::Head && piece.number.form == NumberForm::Item && feedback) { problem.feedbackNo = piece.number.value; }
        m_problem.emplace(m_plan, m_normal, m_source, m_dictionary, std::move(problem), piece, m_habits);
    }

    void finishProblem()
    {
        if (!m_problem) { return; }
        m_plan.problems.push_back(m_problem->finish(m_headUnits, m_headDeadline));
        m_problem.reset();
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text, m_source;
    Layout const& m_layout;
    std::vector<Piece> const& m_pieces;
    Structure const& m_structure;
    Dictionary const& m_dictionary;
    ListHabits m_habits;

    std::optional<ProblemDraft> m_problem;
    std::string m_subsection;
    std::vector<Unit> m_headUnits;          ///< named above the list, for all of it
    std::optional<Deadline> m_headDeadline; ///< likewise
};

} // namespace

void buildProblems(Plan& plan, text::NormalText const& normal, View source, Layout const& layout, Dictionary const& dictionary)
{
    Builder{plan, normal, source, layout, dictionary}.run();
}

void numberPlan(Plan& plan)
{
    plan.id = stableId("p", plan.title + "|" + plan.region + "|" + (plan.year ? std::to_string(*plan.year) : std::string{}));
    for (std::size_t i = 0; i < plan.problems.size(); ++i) {
        auto& problem = plan.problems[i];
        problem.id = std::format("{}-{:02}", plan.id, i + 1);
        for (std::size_t j = 0; j < problem.tasks.size(); ++j) { problem.tasks[j].id = std::format("{}-{:02}", problem.id, j + 1); }
    }
}

} // namespace zhengtu::plan
