#include "plan/problem_draft.hpp"

#include "core/utf.hpp"
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

ProblemDraft::ProblemDraft(Plan& plan, text::NormalText const& normal, View source, Dictionary const& dictionary, Problem problem, Piece const& first)
    : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_dictionary{dictionary}, m_problem{std::move(problem)}, m_begin{first.begin}, m_end{first.end},
      m_body{first.content, first.end}
{
}

void ProblemDraft::field(Piece const& piece)
{
    m_end = std::max(m_end, piece.end);
    m_field = piece.field;
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
    case Field::Handling: m_handling.push_back({stretch.begin, stretch.end}); status(stretch); break;
    case Field::Status: status(stretch); break;
    case Field::Other: break;
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
    m_end = std::max(m_end, stretch.end);
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
    m_end = std::max(m_end, stretch.end);
    if (fresh && !m_form && stretch.numbered) { m_form = stretch.form; }
    if (stretch.numbered) {
        if (!m_form || depth(stretch.form) < depth(*m_form)) {
            // What stood before the first number introduced the list.
            if (!m_form) { dropIntroduction(); }
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

void ProblemDraft::units(Stretch const& stretch)
{
    auto const role = roleOf(m_field);
    auto units = readUnits(m_normal, m_source, stretch.content, stretch.end, role, m_dictionary);
    m_tailSeen = !m_tasks.empty();
    if (m_tasks.empty()) {
        m_problem.units.insert(m_problem.units.end(), units.begin(), units.end());
        return;
    }
    if (units.empty()) { return; }
    bool const shared = role == UnitRole::Acceptance || role == UnitRole::Person;
    auto& without = m_without[role == UnitRole::Person ? 1 : 0];
    for (auto i = sharersFrom(shared ? std::min(m_blockBegin, without) : m_blockBegin, units); i < m_tasks.size(); ++i) {
        auto& mine = m_tasks[i].task.units;
        bool const has = std::any_of(mine.begin(), mine.end(), [&](Unit const& unit) { return unit.role == role; });
        if (i >= m_blockBegin || (shared && !has)) { mine.insert(mine.end(), units.begin(), units.end()); }
    }
    if (shared) { without = m_tasks.size(); }
}

/// 有关煤炭 | 企业: the end of a name that a page cut off joins what stands before it, wherever that was given to.
bool ProblemDraft::joinScrap(Stretch const& stretch)
{
    constexpr std::size_t longest = 6;
    auto said = m_text.substr(stretch.begin, stretch.end - stretch.begin);
    while (!said.empty() && said.back() == U'。') { said.remove_suffix(1); }
    auto const& given = m_tasks.empty() ? m_problem.units : m_tasks.back().task.units;
    if (said.empty() || said.size() > longest || given.empty()) { return false; }
    auto const cut = given.back().name;
    auto const whole = toUtf32(cut.text).value_or(std::u32string{});
    auto const ends = [&](View name) { return endsWithAny(name, m_dictionary.unitEndings) || endsWithAny(name, m_dictionary.territorialEndings); };
    if (ends(whole) || !ends(whole + std::u32string{said})) { return false; }
    auto const join = [&](std::vector<Unit>& units) {
        for (auto& unit : units) {
            if (unit.name.span != cut.span) { continue; }
            unit.name.text += toUtf8(said);
            unit.name.span.end = m_normal.sourceSpan(stretch.begin, stretch.begin + said.size()).end;
        }
    };
    join(m_problem.units);
    for (auto i = m_blockBegin; i < m_tasks.size(); ++i) { join(m_tasks[i].task.units); }
    return true;
}

/// The first measure that takes `units`: all from `first` on, unless so many units stood behind so many measures that no list is meant;
/// then the last alone takes them, and it is noticed.
std::size_t ProblemDraft::sharersFrom(std::size_t first, std::vector<Unit> const& units)
{
    constexpr std::size_t most = 20'000;
    auto const copies = (m_tasks.size() - first) * units.size();
    if (m_copies + copies <= most) {
        m_copies += copies;
        return first;
    }
    if (m_copies <= most) {
        m_copies = most + 1;
        m_plan.notices.push_back({"too-many-units", "shared by too many measures; given to the last alone", units.front().name.span});
    }
    return m_tasks.size() - 1;
}

void ProblemDraft::deadline(Stretch const& stretch)
{
    auto const deadline = readDeadline(m_normal, stretch.content, stretch.end, m_plan.year, m_dictionary, m_plan.notices);
    // 按计划完成整改 says what is to be; only 已…, 未… say what is, and only where no day is set.
    auto const said = m_text.substr(stretch.content, stretch.end - stretch.content);
    bool const states = deadline.dates.empty() && (said.find(U'已') != View::npos || said.find(U'未') != View::npos);
    auto const status = states ? readStatus(said, m_dictionary) : std::string{};
    m_tailSeen = !m_tasks.empty();
    if (m_tasks.empty()) {
        m_problem.deadline = deadline;
        if (!status.empty()) { m_problem.status = status; }
        return;
    }
    for (; m_dated < m_tasks.size(); ++m_dated) {
        auto& entry = m_tasks[m_dated];
        entry.task.deadline = deadline;
        if (!status.empty()) { entry.task.status = status; }
    }
}

void ProblemDraft::status(Stretch const& stretch)
{
    auto const stated = readStatus(m_text.substr(stretch.content, stretch.end - stretch.content), m_dictionary);
    // 已全部完成 … 同意销号: what came of it in the end.
    if (m_problem.status.empty() || (stated == "closed" && m_problem.status == "done")) { m_problem.status = stated; }
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

/// Units and deadlines that were printed before the measures hold for those that have none of their own.
void ProblemDraft::handDown()
{
    for (auto& task : m_problem.tasks) {
        auto const own = task.units;
        for (auto const& unit : m_problem.units) {
            if (std::none_of(own.begin(), own.end(), [&](Unit const& mine) { return mine.role == unit.role; })) { task.units.push_back(unit); }
        }
        if (task.deadline.kind == DeadlineKind::None && task.deadline.said.text.empty() && m_problem.deadline) { task.deadline = *m_problem.deadline; }
    }
    // What no measure took, each having a unit of its own for that role, stays with the problem: a field must not be lost.
    std::erase_if(m_problem.units, [&](Unit const& unit) {
        return std::ranges::any_of(m_problem.tasks, [&](Task const& task) { return std::ranges::find(task.units, unit) != task.units.end(); });
    });
    m_problem.deadline.reset();
}

} // namespace zhengtu::plan
