#include "ledger/history.hpp"

#include "ledger/plan_writer.hpp"
#include "ledger/schema.hpp"

#include <format>
#include <set>

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

SiteStates siteStates(sqlite::Database& database, std::string const& planId)
{
    SiteStates states;
    for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
        bool const located = type != geo::ShapeType::None;
        auto rows = database.prepare(
            std::string{"SELECT site_id, task_id, place || '; ' || precision || '; ' || county || '; ' || feature_id"} +
            (located ? " || printf('; %.6f %.6f; %.0f m', (ST_MinX(geom) + ST_MaxX(geom)) / 2, (ST_MinY(geom) + ST_MaxY(geom)) / 2, radius_m)" : "") +
            " FROM " + schema::sitesTable(type) + " WHERE plan_id = ?");
        rows.query(planId);
        while (rows.step()) { states[rows.text(0)] = {rows.text(1), rows.text(2)}; }
    }
    return states;
}

void recordMoves(sqlite::Database& database, SiteStates const& before, SiteStates const& after, Date asOf)
{
    auto const tasksOf = [](SiteStates const& states) {
        std::set<std::string> tasks;
        for (auto const& [id, state] : states) { tasks.insert(state.task); }
        return tasks;
    };
    auto const had = tasksOf(before), has = tasksOf(after);
    auto const append = [&](std::string const& site, std::string const& from, std::string const& to) {
        if (from != to) { appendEvent(database, {{}, {}, importer, site, "relocated", from, to, {}}, asOf); }
    };
    for (auto const& [id, old] : before) {
        auto const now = after.find(id);
        if (has.contains(old.task)) { append(id, old.where, now == after.end() ? std::string{} : now->second.where); }
    }
    for (auto const& [id, now] : after) {
        if (!before.contains(id) && had.contains(now.task)) { append(id, {}, now.where); }
    }
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
