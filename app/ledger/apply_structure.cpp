#include "core/utf.hpp"
#include "ledger/anchor.hpp"
#include "ledger/apply.hpp"
#include "ledger/as_read.hpp"
#include "ledger/correction_json.hpp"
#include "ledger/schema.hpp"

#include <algorithm>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;


struct Measure {
    std::string id, planId, problemId, no, text;
    std::size_t ord = 0;
    Span span;
};

std::optional<Measure> measureOf(Database& database, std::string const& id)
{
    auto row = database.prepare("SELECT plan_id, problem_id, no, measure, ord, text_begin, text_end FROM tasks WHERE task_id = ?");
    if (!row.query(id).step()) { return std::nullopt; }
    return Measure{id, row.text(0), row.text(1), row.text(2), row.text(3), row.size(4), {row.size(5), row.size(6)}};
}

Result<Measure> needMeasure(Database& database, std::string const& id)
{
    auto measure = measureOf(database, id);
    if (!measure) { return fail(ErrorCode::NotFound, id + " is no task", "Give the id of a task, as `zhengtu tasks` lists them."); }
    if (measure->text.empty()) { return fail(ErrorCode::Usage, id + " is a problem that lists no measure: there is nothing to split, merge or relabel"); }
    return *std::move(measure);
}

/// Where the character `at` of a normalised text stands in the source, whose page marks and line breaks it leaves out.
std::size_t sourceOffset(Database& database, Measure const& measure, std::u32string const& text, std::size_t at)
{
    if (measure.span.size() == text.size()) { return measure.span.begin + at; }
    auto row = database.prepare("SELECT substr(content, ?2, ?3) FROM source_text WHERE plan_id = ?1");
    if (!row.query(measure.planId, measure.span.begin + 1, measure.span.size()).step()) { return measure.span.begin; }
    auto const source = toUtf32(row.text(0)).value_or(std::u32string{});
    std::size_t place = 0;
    for (std::size_t i = 0; i <= at && place < source.size(); ++i) {
        auto const found = source.find(text[i], place);
        // A folded character (full width, other punctuation) is not found as it is, or only far away.
        if (found != std::u32string::npos && found - place < 80) { place = found; }
        if (i < at) { ++place; }
    }
    return measure.span.begin + std::min(place, source.size());
}

void shiftTasks(Database& database, std::string const& problemId, std::size_t after, int by)
{
    database.prepare("UPDATE tasks SET ord = ord + ?3 WHERE problem_id = ?1 AND ord > ?2").run(problemId, after, by);
    database
        .prepare("UPDATE mentions SET task_ord = task_ord + ?3 WHERE task_ord > ?2 AND (plan_id, problem_ord) = (SELECT plan_id, ord FROM problems WHERE "
                 "problem_id = ?1)")
        .run(problemId, after, by);
}

std::size_t sitesOf(Database& database, std::string const& taskId)
{
    auto count = database.prepare("SELECT count(*) FROM sites WHERE task_id = ?");
    return count.query(taskId).step() ? count.size(0) : 0;
}

/// Places that the units, the problem or its other measures give a task hold for both of its parts: copies of them, if the new one has none.
void copySitesFromElsewhere(Database& database, Measure const& measure, std::string const& newId)
{
    if (sitesOf(database, newId) != 0) { return; }
    for (auto const type : siteTypes) {
        auto const table = schema::sitesTable(type);
        std::string columns;
        auto named = database.prepare("SELECT name FROM pragma_table_info(?) WHERE name NOT IN ('fid', 'task_id', 'site_id')");
        named.query(table);
        while (named.step()) { columns += ", " + schema::sqlName(named.text(0)); }
        database
            .prepare("INSERT INTO " + table + " (fid, task_id, site_id" + columns + ") SELECT ?1 + row_number() OVER (ORDER BY ord) - 1, ?2, ?2 || '-s' || (ord + 1)" + columns +
                     " FROM " + table + " WHERE task_id = ?3 AND NOT (text_begin >= ?4 AND text_begin < ?5)")
            .run(nextFid(database, table), newId, measure.id, measure.span.begin, measure.span.end);
        database
            .prepare("INSERT INTO candidates (fid, plan_id, site_id, ord, feature_id, name, score, reason) SELECT ?1 + row_number() OVER (ORDER BY c.fid) - 1, c.plan_id, ?2 || "
                     "'-s' || (s.ord + 1), c.ord, c.feature_id, c.name, c.score, c.reason FROM candidates c JOIN " +
                     table + " s ON s.site_id = c.site_id WHERE s.task_id = ?3 AND NOT (s.text_begin >= ?4 AND s.text_begin < ?5)")
            .run(nextFid(database, "candidates"), newId, measure.id, measure.span.begin, measure.span.end);
    }
}

void addGoal(Database& database, Measure const& from)
{
    database.prepare("INSERT INTO goals (fid, plan_id, problem_id, ord, goal, text_begin, text_end) VALUES (?1, ?2, ?3, (SELECT coalesce(max(ord) + 1, 0) FROM "
                     "goals WHERE problem_id = ?3), ?4, ?5, ?6)")
        .run(nextFid(database, "goals"), from.planId, from.problemId, from.text, from.span.begin, from.span.end);
    joinGoals(database, from.problemId);
}

void addNote(Database& database, std::string const& planId, std::string const& text, Span span)
{
    database.prepare("INSERT INTO notices (fid, plan_id, ord, what, detail, text_begin, text_end) VALUES (?1, ?2, (SELECT coalesce(max(ord) + 1, 0) FROM "
                     "notices WHERE plan_id = ?2), 'note', ?3, ?4, ?5)")
        .run(nextFid(database, "notices"), planId, text, span.begin, span.end);
}

/// The last measure of a problem goes: the problem becomes a row of the ledger by itself, and keeps what hung on the measure.
void becomeProblem(Database& database, Measure const& measure)
{
    database.prepare("UPDATE mentions SET task_ord = NULL WHERE (plan_id, problem_ord) = (SELECT plan_id, ord FROM problems WHERE problem_id = ?)")
        .run(measure.problemId);
    addTask(database, {.id = measure.problemId, .from = measure.id, .problemId = measure.problemId, .text = {}, .no = {}, .span = {}, .ord = 0});
    for (auto const type : siteTypes) {
        database.prepare("UPDATE " + schema::sitesTable(type) + " SET task_id = ? WHERE task_id = ?").run(measure.problemId, measure.id);
    }
    database.prepare("DELETE FROM tasks WHERE task_id = ?").run(measure.id);
}

Result<std::string> relabelMeasure(Database& database, Measure const& measure, PassageKind as)
{
    if (as == PassageKind::Measure) { return fail(ErrorCode::Usage, measure.id + " is a measure already"); }
    if (as == PassageKind::Goal) { addGoal(database, measure); }
    else { addNote(database, measure.planId, measure.text, measure.span); }
    auto count = database.prepare("SELECT count(*) FROM tasks WHERE problem_id = ?");
    if (count.query(measure.problemId).step() && count.integer(0) == 1) { becomeProblem(database, measure); }
    else {
        database
            .prepare("UPDATE mentions SET task_ord = NULL WHERE task_ord = ?2 AND (plan_id, problem_ord) = (SELECT plan_id, ord FROM problems WHERE problem_id = ?1)")
            .run(measure.problemId, measure.ord);
        database.prepare("DELETE FROM tasks WHERE task_id = ?").run(measure.id); // its sites and units with it
        shiftTasks(database, measure.problemId, measure.ord, -1);
    }
    return textJson("as", std::string{name(PassageKind::Measure)});
}

Result<std::string> relabelGoal(Database& database, std::string const& problemId, std::size_t ord, Relabel const& change)
{
    auto goal = database.prepare("SELECT plan_id, goal, text_begin, text_end FROM goals WHERE problem_id = ? AND ord = ?");
    if (!goal.query(problemId, ord).step()) { return fail(ErrorCode::NotFound, "problem " + problemId + " has no such goal"); }
    if (change.as == PassageKind::Goal) { return fail(ErrorCode::Usage, "it is a goal already"); }
    Measure const passage{{}, goal.text(0), problemId, {}, goal.text(1), 0, {goal.size(2), goal.size(3)}};
    database.prepare("DELETE FROM goals WHERE problem_id = ? AND ord = ?").run(problemId, ord);
    database.prepare("UPDATE goals SET ord = ord - 1 WHERE problem_id = ? AND ord > ?").run(problemId, ord);
    joinGoals(database, problemId);
    if (change.as == PassageKind::Note) { addNote(database, passage.planId, passage.text, passage.span); }
    else {
        // Its units and deadline are those of the problem's first measure: most plans print them once for all.
        auto first = database.prepare("SELECT task_id, (SELECT coalesce(max(ord) + 1, 0) FROM tasks WHERE problem_id = ?1) FROM tasks WHERE problem_id = ?1 "
                                      "ORDER BY ord, fid LIMIT 1");
        auto const from = first.query(problemId).step() ? first.text(0) : std::string{};
        bool const alone = from == problemId; // a row that stands for the problem itself gives way to the measure
        addTask(database, {.id = change.newId, .from = from, .problemId = problemId, .text = passage.text, .no = {}, .span = passage.span,
                           .ord = alone ? 0 : first.size(1)});
        if (alone) {
            for (auto const type : siteTypes) {
                database.prepare("UPDATE " + schema::sitesTable(type) + " SET task_id = ? WHERE task_id = ?").run(change.newId, from);
            }
            database.prepare("DELETE FROM tasks WHERE task_id = ?").run(from);
        }
        if (sitesOf(database, change.newId) == 0) { addUnlocatedSite(database, change.newId, "made a measure by hand; nobody has said where it is"); }
    }
    return textJson("as", std::string{name(PassageKind::Goal)});
}

} // namespace

void joinGoals(Database& database, std::string const& problemId)
{
    database.prepare("UPDATE problems SET goals = (SELECT coalesce(group_concat(goal, char(10)), '') FROM (SELECT goal FROM goals WHERE problem_id = ?1 "
                     "ORDER BY ord)) WHERE problem_id = ?1")
        .run(problemId);
}

void addTask(Database& database, NewTask const& task)
{
    database.prepare("INSERT INTO tasks (fid, task_id, plan_id, problem_id, ord, no, measure, status, status_said, counties, text_begin, text_end) SELECT ?1, "
                     "?2, plan_id, problem_id, ?4, ?5, ?6, status, status_said, counties, ?7, ?8 FROM tasks WHERE task_id = ?3")
        .run(nextFid(database, "tasks"), task.id, task.from, task.ord, task.no, task.text, task.span.begin, task.span.end);
    database.prepare("INSERT INTO units (fid, plan_id, problem_id, task_id, ord, role, name, text_begin, text_end) SELECT ?1 + row_number() OVER (ORDER BY fid) - "
                     "1, plan_id, problem_id, ?2, ord, role, name, text_begin, text_end FROM units WHERE task_id = ?3")
        .run(nextFid(database, "units"), task.id, task.from);
    database.prepare("INSERT INTO deadlines (fid, plan_id, problem_id, task_id, kind, first_date, last_date, dates, long_term, said, text_begin, text_end) SELECT "
                     "?1, plan_id, problem_id, ?2, kind, first_date, last_date, dates, long_term, said, text_begin, text_end FROM deadlines WHERE task_id = ?3")
        .run(nextFid(database, "deadlines"), task.id, task.from);
}

void addUnlocatedSite(Database& database, std::string const& taskId, std::string const& reason)
{
    std::string const columns{schema::taskColumns()};
    database
        .prepare("INSERT INTO sites_unlocated (fid, site_id, ord, place, place_kind, precision, reason, task_id, plan_id, " + columns +
                 ") SELECT ?1, ?2, 0, '', 'other', 'unlocated', ?3, task_id, plan_id, " + columns + " FROM task_list WHERE task_id = ?4")
        .run(nextFid(database, "sites_unlocated"), taskId + "-s1", reason, taskId);
}

Result<std::string> applyTo(Database& database, std::string const& subject, Split const& change)
{
    auto const measure = needMeasure(database, subject);
    if (!measure) { return std::unexpected{measure.error()}; }
    auto const text = toUtf32(measure->text).value_or(std::u32string{});
    if (change.at == 0 || change.at >= text.size()) {
        return fail(ErrorCode::Usage, "the measure has " + std::to_string(text.size()) + " characters; it cannot be split at " + std::to_string(change.at),
                    "Give a place inside the text.");
    }
    auto const at = sourceOffset(database, *measure, text, change.at);
    shiftTasks(database, measure->problemId, measure->ord, 1);
    addTask(database, {.id = change.newId, .from = subject, .problemId = measure->problemId, .text = toUtf8(text.substr(change.at)), .no = {},
                       .span = {at, measure->span.end}, .ord = measure->ord + 1});
    database.prepare("UPDATE tasks SET measure = ?, text_end = ? WHERE task_id = ?").run(toUtf8(text.substr(0, change.at)), at, subject);
    database
        .prepare("UPDATE mentions SET task_ord = task_ord + 1 WHERE task_ord = ?2 AND text_begin >= ?3 AND text_begin < ?4 AND (plan_id, problem_ord) = (SELECT "
                 "plan_id, ord FROM problems WHERE problem_id = ?1)")
        .run(measure->problemId, measure->ord, at, measure->span.end);
    for (auto const type : siteTypes) { // each place goes with the words that name it
        database.prepare("UPDATE " + schema::sitesTable(type) + " SET task_id = ? WHERE task_id = ? AND text_begin >= ? AND text_begin < ?")
            .run(change.newId, subject, at, measure->span.end);
    }
    copySitesFromElsewhere(database, *measure, change.newId);
    for (auto const& id : {subject, change.newId}) {
        if (sitesOf(database, id) == 0) { addUnlocatedSite(database, id, "split from a measure whose places stand in the other part"); }
    }
    return textJson("text", measure->text);
}

Result<std::string> applyTo(Database& database, std::string const& subject, Merge const& change)
{
    auto const kept = needMeasure(database, subject);
    if (!kept) { return std::unexpected{kept.error()}; }
    auto const other = needMeasure(database, change.other);
    if (!other) { return std::unexpected{other.error()}; }
    if (subject == change.other) { return fail(ErrorCode::Usage, "a task cannot be merged with itself"); }
    if (kept->problemId != other->problemId) {
        return fail(ErrorCode::Usage, subject + " and " + change.other + " belong to different problems", "Merge tasks of one problem.");
    }
    bool const after = other->ord > kept->ord;
    auto const& first = after ? *kept : *other;
    auto const& second = after ? *other : *kept;
    auto const apart = second.ord - first.ord > 1; // then the span of both would hold a third
    Span const span = apart ? kept->span : Span{std::min(first.span.begin, second.span.begin), std::max(first.span.end, second.span.end)};
    database.prepare("UPDATE tasks SET measure = ?, text_begin = ?, text_end = ? WHERE task_id = ?").run(first.text + second.text, span.begin, span.end, subject);
    database.prepare("INSERT INTO units (fid, plan_id, problem_id, task_id, ord, role, name, text_begin, text_end) SELECT ?1 + row_number() OVER (ORDER BY fid) - 1, "
                     "plan_id, problem_id, ?2, ord + (SELECT coalesce(max(ord) + 1, 0) FROM units WHERE task_id = ?2), role, name, text_begin, text_end FROM units u "
                     "WHERE task_id = ?3 AND NOT EXISTS (SELECT 1 FROM units o WHERE o.task_id = ?2 AND o.role = u.role AND o.name = u.name)")
        .run(nextFid(database, "units"), subject, change.other);
    auto last = database.prepare("SELECT coalesce(max(ord) + 1, 0) FROM sites WHERE task_id = ?");
    auto const behind = last.query(subject).step() ? last.integer(0) : 0;
    for (auto const type : siteTypes) { // after its own; what stands there already comes once
        auto const table = schema::sitesTable(type);
        std::string const same = type == geo::ShapeType::None ? "o.reason = s.reason" : "o.geom = s.geom";
        database.prepare("DELETE FROM " + table + " AS s WHERE task_id = ?2 AND EXISTS (SELECT 1 FROM " + table + " o WHERE o.task_id = ?1 AND o.place = s.place AND " +
                         same + ")")
            .run(subject, change.other);
        database.prepare("UPDATE " + table + " SET task_id = ?1, ord = ord + ?3 WHERE task_id = ?2").run(subject, change.other, behind);
    }
    database
        .prepare("UPDATE mentions SET task_ord = ?2 WHERE task_ord = ?3 AND (plan_id, problem_ord) = (SELECT plan_id, ord FROM problems WHERE problem_id = ?1)")
        .run(kept->problemId, kept->ord, other->ord);
    database.prepare("DELETE FROM tasks WHERE task_id = ?").run(change.other);
    shiftTasks(database, kept->problemId, other->ord, -1);
    return textJson("text", kept->text);
}

Result<std::string> applyTo(Database& database, std::string const& subject, Relabel const& change)
{
    if (auto const goal = goalOf(subject)) { return relabelGoal(database, goal->first, goal->second, change); }
    auto const measure = needMeasure(database, subject);
    if (!measure) { return std::unexpected{measure.error()}; }
    return relabelMeasure(database, *measure, change.as);
}

} // namespace zhengtu::ledger
