#include "plan/problem_draft.hpp"

#include "core/utf.hpp"
#include "plan/cells.hpp"
#include "plan/feedback.hpp"
#include "plan/fields.hpp"
#include "plan/handling.hpp"
#include "plan/measure_doers.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::NumberForm;

/// How high a form stands, for lists inside measures.
int depth(NumberForm form) noexcept
{
    switch (form) {
    case NumberForm::CjkComma: return 1;
    case NumberForm::CjkParen: return 2;
    case NumberForm::ArabicDot: return 4;
    case NumberForm::ArabicParen: return 5;
    case NumberForm::HalfParen: return 6;
    case NumberForm::Circled: return 7;
    default: return 3;
    }
}

} // namespace

UnitRole roleOf(Field field) noexcept
{
    switch (field) {
    case Field::Lead: return UnitRole::Lead;
    case Field::Cooperating: return UnitRole::Cooperating;
    case Field::Acceptance: return UnitRole::Acceptance;
    case Field::Person: return UnitRole::Person;
    default: return UnitRole::Responsible;
    }
}

std::string printed(text::NormalText const& normal, View source, std::size_t begin, std::size_t end)
{
    auto const span = normal.sourceSpan(begin, end);
    std::u32string text;
    for (char32_t const c : source.substr(span.begin, span.size())) {
        if (c != U' ' && c != U'\n' && c != U'\r' && c != 0x3000) { text.push_back(c); }
    }
    return toUtf8(text);
}

ProblemDraft::ProblemDraft(Plan& plan, text::NormalText const& normal, View source, Dictionary const& dictionary, Problem problem, Piece const& first,
                           ListHabits habits)
    : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_dictionary{dictionary}, m_problem{std::move(problem)}, m_begin{first.begin}, m_end{first.end},
      m_habits{habits}, m_body{first.content, first.end}
{
}

void ProblemDraft::reach(std::size_t end) noexcept
{
    if (!m_habits.apart || m_field == Field::Problem) { m_end = std::max(m_end, end); }
}

void ProblemDraft::field(Piece const& piece)
{
    m_field = piece.field;
    reach(piece.end);
    m_where = piece.field == Field::Other && (piece.where || tellsWhere(m_text.substr(piece.begin, piece.content - piece.begin)));
    m_open = true;
    m_numbered = false;
    if (piece.field == Field::Measure) { m_form.reset(); }
    if (piece.field == Field::Goal) { m_goalNumbered = false; }
    if (piece.field == Field::Problem && m_body.begin >= m_body.end) { m_body = {piece.content, piece.content}; } // 第17项 / 反馈问题 / …
    if (!piece.empty()) { fill(piece, {.begin = piece.content, .content = piece.content, .end = piece.end}); }
}

void ProblemDraft::content(Piece const& piece) { fill(piece, stretchOf(piece)); }

void ProblemDraft::measure(Piece const& piece)
{
    m_field = Field::Measure;
    m_open = true;
    measure(stretchOf(piece), true);
}

/// Puts a stretch into the field that is open.
void ProblemDraft::fill(Piece const& piece, Stretch const& stretch)
{
    switch (m_field) {
    case Field::Problem:
        if (m_body.begin >= m_body.end) { m_body.begin = stretch.begin; }
        m_body.end = stretch.end;
        break;
    case Field::Goal: goal(stretch); break;
    case Field::Measure: measure(stretch, false); break;
    case Field::Handling:
        m_handling.push_back({stretch.begin, stretch.end});
        [[fallthrough]];
    case Field::Status:
        m_reports.push_back({stretch.begin, stretch.end});
        status(stretch);
        break;
    case Field::Other:
        if (m_where) { m_reports.push_back({stretch.begin, stretch.end}); }
        break;
    case Field::Deadline:
        if (m_open) { deadline(withoutStrayBracket(stretch)); }
        m_open = false;
        break;
    default:
        if (!m_open && piece.kind == PieceKind::Text && joinScrap(stretch)) { break; }
        if (m_open) { units(withoutStrayBracket(stretch)); }
        m_open = piece.kind != PieceKind::Label; // lines below an empty label; nothing below a filled one
        break;
    }
    reach(stretch.end);
}

/// （责任单位：市住建局）: the bracket that closes behind a field opened before its label.
auto ProblemDraft::withoutStrayBracket(Stretch stretch) const noexcept -> Stretch
{
    auto end = stretch.end;
    while (end > stretch.content && (m_text[end - 1] == U'。' || m_text[end - 1] == U'；')) { --end; }
    auto const said = m_text.substr(stretch.content, end - stretch.content);
    if (said.ends_with(U'）') && std::count(said.begin(), said.end(), U'（') < std::count(said.begin(), said.end(), U'）')) { stretch.end = end - 1; }
    return stretch;
}

void ProblemDraft::goal(Stretch const& stretch)
{
    if (!stretch.numbered && m_goalNumbered && !m_goals.empty()) {
        m_goals.back().end = stretch.end;
        return;
    }
    m_goalNumbered = m_goalNumbered || stretch.numbered;
    m_goals.push_back({stretch.content, stretch.end});
}

void ProblemDraft::measure(Stretch const& stretch, bool fresh)
{
    reach(stretch.end);
    if (fresh && !m_form && stretch.numbered) { m_form = stretch.form; }
    if (stretch.numbered) {
        if (!m_form || depth(stretch.form) < depth(*m_form)) {
            // What stood before the first number introduced the list; before another number it is a measure.
            if (!m_form && stretch.value <= 1) { dropIntroduction(); }
            m_form = stretch.form;
        }
        if (stretch.form == *m_form || fresh) {
            addTask(stretch);
        } else if (headsGroup()) { // （一）近期措施 above 1. 2. 3.
            m_tasks.pop_back();
            m_dated = std::min(m_dated, m_tasks.size());
            m_form = stretch.form;
            addTask(stretch);
        } else {
            extendTask(stretch);
        }
        m_numbered = true;
    } else if (m_numbered) {
        extendTask(stretch);
    } else if (!fresh && m_text[stretch.end - 1] == U'：') {
        return; // "具体措施如下：" announces measures
    } else {
        addTask(stretch);
    }
}

/// The last measure is no more than a name for those below it.
bool ProblemDraft::headsGroup() const noexcept
{
    constexpr std::size_t longest = 12;
    if (m_tailSeen || m_tasks.empty() || m_tasks.back().task.no.empty()) { return false; }
    auto said = m_text.substr(m_tasks.back().body.begin, m_tasks.back().body.end - m_tasks.back().body.begin);
    while (!said.empty() && (said.back() == U'。' || said.back() == U'：' || said.back() == U'\n')) { said.remove_suffix(1); }
    if (said.size() < 2 || said.size() > longest || said.find_first_of(U"，。；：\n") != View::npos) { return false; }
    return said.ends_with(U"措施") || said.ends_with(U"阶段") || said.ends_with(U"方面") || said.ends_with(U"整改") || said.ends_with(U"任务");
}

void ProblemDraft::addTask(Stretch const& stretch)
{
    if (m_tailSeen) {
        m_blockBegin = m_tasks.size();
        m_tailSeen = false;
    }
    Task task;
    if (stretch.numbered) { task.no = printed(m_normal, m_source, stretch.begin, stretch.content); }
    m_tasks.push_back({std::move(task), {stretch.content, stretch.end}});
}

void ProblemDraft::extendTask(Stretch const& stretch)
{
    if (m_tasks.empty()) {
        addTask(stretch);
    } else {
        m_tasks.back().body.end = stretch.end;
    }
}

void ProblemDraft::dropIntroduction()
{
    while (m_tasks.size() > m_blockBegin && m_tasks.back().task.no.empty() && !m_tailSeen) { m_tasks.pop_back(); }
    m_dated = std::min(m_dated, m_tasks.size());
}

Problem ProblemDraft::finish(std::vector<Unit> const& headUnits, std::optional<Deadline> const& headDeadline)
{
    readBody();
    for (auto const& goal : m_goals) { m_problem.goals.push_back(passage(m_normal, goal.begin, goal.end)); }
    if (m_tasks.empty() && !m_handling.empty()) {
        m_problem.tasks = readHandling(m_normal, m_source, m_handling, m_plan.year, m_dictionary, m_plan.notices);
        for (auto& task : m_problem.tasks) {
            if (task.status.empty()) { task.status = m_problem.status; }
        }
    }
    bool const unitsNamed = !m_problem.units.empty() || std::any_of(m_tasks.begin(), m_tasks.end(), [](OpenTask const& entry) { return !entry.task.units.empty(); });
    MeasureDoers const doers{m_plan, m_normal, m_source, m_dictionary};
    for (auto& entry : m_tasks) {
        if (unitsNamed) { doers.addLeads(entry.task, entry.body, m_problem.units); }
        else { entry.hasDeadline = doers.read(entry.task, entry.body, entry.hasDeadline); }
        bool const undated = !m_problem.deadline && entry.task.deadline.kind == DeadlineKind::None && entry.task.deadline.said.text.empty();
        if (undated) {
            if (auto due = doers.bracketDue(entry.body)) { entry.task.deadline = std::move(*due); }
            else if (m_habits.dueInText) { entry.task.deadline = doers.dueInText(entry.body).value_or(Deadline{}); }
        }
        entry.task.body = passage(m_normal, entry.body.begin, entry.body.end);
        if (entry.task.status.empty()) { entry.task.status = m_problem.status; }
        m_problem.tasks.push_back(std::move(entry.task));
    }
    auto const& done = m_problem.tasks;
    bool const named = unitsNamed || std::any_of(done.begin(), done.end(), [](Task const& task) { return !task.units.empty(); });
    bool const dated = m_problem.deadline || std::any_of(done.begin(), done.end(), [](Task const& task) { return task.deadline.kind != DeadlineKind::None; });
    if (!named) { m_problem.units = headUnits; }
    if (!dated) { m_problem.deadline = headDeadline; }
    if (!m_problem.tasks.empty()) { handDown(); }
    m_problem.span = m_normal.sourceSpan(m_begin, m_end);
    for (auto const& report : m_reports) { m_problem.reports.push_back(m_normal.sourceSpan(report.begin, report.end)); }
    auto const title = m_text.substr(m_body.begin, m_body.end - m_body.begin);
    m_problem.categories = categorise(title.substr(0, std::min(title.find_first_of(U"。\n"), title.size())), m_text.substr(m_begin, m_end - m_begin), m_dictionary);
    return std::move(m_problem);
}

void ProblemDraft::readBody()
{
    auto body = m_text.substr(m_body.begin, m_body.end - m_body.begin);
    if (auto const mark = feedbackMark(body)) {
        m_problem.feedbackNo = mark->number;
        if (mark->begin == 0) { m_body.begin += mark->end; }
    } else if (auto const colon = body.substr(0, 8).find(U'：'); colon != View::npos) { // 1.问题：…
        auto const word = m_dictionary.labels.find(body.substr(0, colon));
        if (word != m_dictionary.labels.end() && word->second.field == Field::Problem) { m_body.begin += colon + 1; }
    }
    m_problem.body = passage(m_normal, m_body.begin, m_body.end);
}

} // namespace zhengtu::plan
