#include "plan/problem_draft.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"

#include <algorithm>
#include <utility>

/// The part of a ProblemDraft that gives units, deadlines and states to the problem and its measures.
namespace zhengtu::plan {

using View = std::u32string_view;

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
