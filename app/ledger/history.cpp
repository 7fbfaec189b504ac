#include "ledger/history.hpp"

#include "ledger/plan_writer.hpp"

#include <format>

namespace zhengtu::ledger {

namespace {

constexpr char const* importer = "import";

} // namespace

std::string nextEventId(sqlite::Database& database)
{
    return std::format("e{:08}", database.integer("SELECT coalesce(max(fid), 0) + 1 FROM events").value_or(1));
}

void appendEvent(sqlite::Database& database, Event const& event, Date asOf)
{
    database.prepare(insertInto("events", "event_id, at, who, subject, what, old_value, new_value, context"))
        .run(event.id.empty() ? nextEventId(database) : event.id, event.when.empty() ? isoDate(asOf) : event.when, event.who,
             event.subject, event.what, event.oldValue, event.newValue, event.context);
}

TaskStates taskStates(sqlite::Database& database, std::string const& planId)
{
    TaskStates states;
    auto tasks = database.prepare("SELECT task_id, measure, deadline_text FROM task_list WHERE plan_id = ?");
    tasks.query(planId);
    while (tasks.step()) { states[tasks.text(0)] = {tasks.text(1), tasks.text(2)}; }
    return states;
}

void recordChanges(sqlite::Database& database, TaskStates const& before, TaskStates const& after, Date asOf)
{
    auto const append = [&](std::string const& task, char const* what, std::string const& from, std::string const& to) {
        appendEvent(database, {{}, {}, importer, task, what, from, to, {}}, asOf);
    };
    for (auto const& [id, old] : before) {
        auto const now = after.find(id);
        if (now == after.end()) { append(id, "task-removed", old.measure, {}); }
        else {
            if (old.measure != now->second.measure) { append(id, "measure", old.measure, now->second.measure); }
            if (old.deadline != now->second.deadline) { append(id, "deadline", old.deadline, now->second.deadline); }
        }
    }
    for (auto const& [id, now] : after) {
        if (!before.contains(id)) { append(id, "task-added", {}, now.measure); }
    }
}

} // namespace zhengtu::ledger
