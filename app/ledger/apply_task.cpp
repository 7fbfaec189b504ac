#include "ledger/apply.hpp"

#include "ledger/anchor.hpp"
#include "ledger/as_read.hpp"
#include "ledger/correction_json.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;

constexpr std::array<std::string_view, 3> states{"under-way", "accepted", "closed"};

std::unexpected<Error> noTask(std::string const& id)
{
    return fail(ErrorCode::NotFound, id + " is no task", "Give the id of a task, as `zhengtu tasks` lists them.");
}

/// The problem that a task, goal or problem id stands for; empty if none.
std::string problemOf(Database& database, std::string const& subject)
{
    auto ofTask = database.prepare("SELECT problem_id FROM tasks WHERE task_id = ?1 UNION SELECT problem_id FROM problems WHERE problem_id = ?1");
    return ofTask.query(subject).step() ? ofTask.text(0) : std::string{};
}

} // namespace

Result<std::string> applyTo(Database& database, std::string const& subject, StatusChange const& change)
{
    if (!std::ranges::contains(states, change.status)) {
        return fail(ErrorCode::Usage, "no state is called \"" + change.status + "\"", "States: under-way, accepted, closed.");
    }
    auto now = database.prepare("SELECT status FROM tasks WHERE task_id = ?");
    if (!now.query(subject).step()) { return noTask(subject); }
    auto old = now.text(0);
    database.prepare("UPDATE tasks SET status = ? WHERE task_id = ?").run(change.status, subject);
    return old;
}

Result<std::string> applyTo(Database& database, std::string const& subject, DeadlineChange const& change)
{
    bool const dated = change.kind == plan::DeadlineKind::Date || change.kind == plan::DeadlineKind::Dates;
    if (dated == change.dates.empty() || (change.kind == plan::DeadlineKind::Date && change.dates.size() != 1)) {
        return fail(ErrorCode::Usage, "a deadline of kind \"" + std::string{plan::name(change.kind)} + "\" and its dates contradict each other",
                    "Give one date for a date, several for dates, and none for the other kinds.");
    }
    if (!std::ranges::is_sorted(change.dates)) { return fail(ErrorCode::Usage, "the dates of a deadline do not ascend"); }
    auto task = database.prepare("SELECT plan_id, problem_id FROM tasks WHERE task_id = ?");
    if (!task.query(subject).step()) { return noTask(subject); }
    DeadlineChange old;
    auto now = database.prepare("SELECT kind, dates, long_term FROM deadlines WHERE task_id = ?");
    if (now.query(subject).step()) {
        old.kind = plan::deadlineKind(now.text(0)).value_or(plan::DeadlineKind::None);
        for (auto const& text : split(now.text(1))) {
            if (auto const date = parseIsoDate(text)) { old.dates.push_back(*date); }
        }
        old.longTerm = now.integer(2) != 0;
    } else {
        database.prepare("INSERT INTO deadlines (fid, plan_id, problem_id, task_id, kind) VALUES (?, ?, ?, ?, 'none')")
            .run(nextFid(database, "deadlines"), task.text(0), task.text(1), subject);
    }
    std::vector<std::string> dates;
    for (Date const date : change.dates) { dates.push_back(isoDate(date)); }
    auto const first = dates.empty() ? std::nullopt : std::optional{dates.front()};
    auto const last = dates.empty() ? std::nullopt : std::optional{dates.back()};
    database.prepare("UPDATE deadlines SET kind = ?, first_date = ?, last_date = ?, dates = ?, long_term = ? WHERE task_id = ?")
        .run(plan::name(change.kind), first, last, joined(dates), change.longTerm, subject);
    return deadlineJson(old);
}

Result<std::string> applyTo(Database& database, std::string const& subject, UnitChange const& change)
{
    auto task = database.prepare("SELECT plan_id, problem_id FROM tasks WHERE task_id = ?");
    if (!task.query(subject).step()) { return noTask(subject); }
    if (!change.from && !change.to) { return fail(ErrorCode::Usage, "a change of units names none"); }
    if (change.to && change.to->name.empty()) { return fail(ErrorCode::Usage, "a unit needs a name"); }
    auto const find = [&](UnitName const& unit) {
        auto row = database.prepare("SELECT fid FROM units WHERE task_id = ? AND role = ? AND name = ? ORDER BY ord LIMIT 1");
        return row.query(subject, plan::name(unit.role), unit.name).step() ? std::optional{row.integer(0)} : std::nullopt;
    };
    if (change.to && change.to != change.from && find(*change.to)) {
        return fail(ErrorCode::Usage, "task " + subject + " has the unit " + change.to->name + " in that role already");
    }
    if (change.from) {
        auto const fid = find(*change.from);
        if (!fid) {
            auto names = database.prepare("SELECT group_concat(name || ' (' || role || ')', ', ') FROM units WHERE task_id = ?");
            static_cast<void>(names.query(subject).step());
            return fail(ErrorCode::NotFound, "task " + subject + " has no unit " + change.from->name + " (" + plan::name(change.from->role) + ")",
                        "Its units: " + names.text(0));
        }
        if (!change.to) { database.prepare("DELETE FROM units WHERE fid = ?").run(*fid); }
        else { database.prepare("UPDATE units SET role = ?, name = ? WHERE fid = ?").run(plan::name(change.to->role), change.to->name, *fid); }
    } else {
        database.prepare("INSERT INTO units (fid, plan_id, problem_id, task_id, ord, role, name) VALUES (?1, ?2, ?3, ?4, "
                         "(SELECT coalesce(max(ord) + 1, 0) FROM units WHERE task_id = ?4), ?5, ?6)")
            .run(nextFid(database, "units"), task.text(0), task.text(1), subject, plan::name(change.to->role), change.to->name);
    }
    if (change.counties) { database.prepare("UPDATE tasks SET counties = ? WHERE task_id = ?").run(joined(*change.counties), subject); }
    return unitJson(change.from);
}

Result<std::string> applyTo(Database& database, std::string const& subject, CategoryChange const& change)
{
    auto const problem = problemOf(database, subject);
    auto now = database.prepare("SELECT categories FROM problems WHERE problem_id = ?");
    if (!now.query(problem).step()) { return fail(ErrorCode::NotFound, subject + " is no task and no problem"); }
    auto const old = split(now.text(0));
    database.prepare("UPDATE problems SET categories = ? WHERE problem_id = ?").run(joined(change.categories), problem);
    return listJson("categories", old);
}

Result<std::string> applyTo(Database& database, std::string const& subject, TextChange const& change)
{
    if (change.text.empty()) { return fail(ErrorCode::Usage, "a text cannot be empty", "Relabel the passage as a note instead."); }
    auto const update = [&](char const* select, char const* set, auto const&... key) -> Result<std::string> {
        auto now = database.prepare(select);
        if (!now.query(key...).step()) { return fail(ErrorCode::NotFound, subject + " is no task, problem or goal"); }
        auto const old = now.text(0);
        database.prepare(set).run(key..., change.text);
        return textJson("text", old);
    };
    if (auto const goal = goalOf(subject)) {
        auto old = update("SELECT goal FROM goals WHERE problem_id = ? AND ord = ?", "UPDATE goals SET goal = ?3 WHERE problem_id = ?1 AND ord = ?2",
                          goal->first, goal->second);
        if (old) { joinGoals(database, goal->first); }
        return old;
    }
    auto measure = database.prepare("SELECT measure FROM tasks WHERE task_id = ?");
    if (measure.query(subject).step() && !measure.text(0).empty()) {
        return update("SELECT measure FROM tasks WHERE task_id = ?", "UPDATE tasks SET measure = ?2 WHERE task_id = ?1", subject);
    }
    return update("SELECT problem FROM problems WHERE problem_id = ?", "UPDATE problems SET problem = ?2 WHERE problem_id = ?1", subject);
}

Result<std::string> apply(Database& database, std::string const& subject, Change const& change)
{
    auto old = std::visit([&](auto const& kind) { return applyTo(database, subject, kind); }, change);
    if (auto const state = database.outcome(); old && !state) { return std::unexpected{state.error()}; }
    return old;
}

bool isIdle(Change const& change, std::string const& oldValue)
{
    if (auto const* const unit = std::get_if<UnitChange>(&change)) { return unit->from == unit->to; }
    if (auto const* const place = std::get_if<PlaceChange>(&change)) { return placeJson(place->to, {}) == oldValue; }
    return newValue(change) == oldValue;
}

void refreshSites(Database& database, std::string const& planId)
{
    std::string const columns{schema::taskColumns()};
    for (auto const type : siteTypes) {
        auto const table = schema::sitesTable(type);
        database
            .prepare("UPDATE " + table + " SET (" + columns + ") = (SELECT " + columns + " FROM task_list WHERE task_list.task_id = " + table +
                     ".task_id) WHERE plan_id = ?")
            .run(planId);
    }
}

std::string newTaskId(Database& database, std::string const& base)
{
    auto used = database.prepare("SELECT 1 FROM tasks WHERE task_id = ?1 UNION ALL SELECT 1 FROM events WHERE what IN ('split', 'relabel') AND "
                                 "instr(new_value, '\"' || ?1 || '\"') > 0 LIMIT 1");
    for (int number = 2;; ++number) {
        auto id = base + "-p" + std::to_string(number);
        if (!used.query(id).step()) { return id; }
    }
}

} // namespace zhengtu::ledger
