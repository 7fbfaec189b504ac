#include "ledger/reader.hpp"

#include "ledger/geometry_column.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

Span span(Statement const& row, int column)
{
    return {row.size(column), row.size(column + 1)};
}

std::optional<int> whole(Statement const& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{static_cast<int>(row.integer(column))};
}

/// Tasks and where each id stands among them.
struct Tasks {
    std::vector<TaskRow> rows;
    std::unordered_map<std::string, std::size_t> index;
    [[nodiscard]] TaskRow* find(std::string const& id)
    {
        auto const found = index.find(id);
        return found == index.end() ? nullptr : &rows[found->second];
    }
};

Tasks readBare(Database& database)
{
    Tasks tasks;
    auto rows = database.prepare(R"sql(SELECT t.task_id, t.plan_id, t.problem_id, p.title,
 coalesce((SELECT trim(s.no || s.title) FROM sections s WHERE s.plan_id = t.plan_id AND s.ord = b.section_ord), ''),
 b.no, t.no, b.feedback_no, b.problem, b.goals, t.measure, b.categories, t.counties, t.status,
 b.text_begin, b.text_end, t.text_begin, t.text_end, t.page, t.paragraph
FROM tasks t JOIN problems b ON b.problem_id = t.problem_id JOIN plans p ON p.plan_id = t.plan_id ORDER BY p.fid, b.ord, t.ord, t.fid)sql");
    while (rows.step()) {
        TaskRow task;
        int i = 0;
        for (auto* const field : {&task.id, &task.planId, &task.problemId, &task.planTitle, &task.section, &task.problemNo, &task.taskNo}) {
            *field = rows.text(i++);
        }
        task.feedbackNo = whole(rows, i++);
        for (auto* const field : {&task.problemText, &task.goals, &task.taskText}) { *field = rows.text(i++); }
        task.categories = split(rows.text(i++));
        task.counties = split(rows.text(i++));
        task.status = rows.text(i++);
        task.problemSpan = span(rows, i);
        task.taskSpan = span(rows, i + 2);
        task.page = whole(rows, i + 4);
        task.paragraph = whole(rows, i + 5);
        tasks.index.emplace(task.id, tasks.rows.size());
        tasks.rows.push_back(std::move(task));
    }
    return tasks;
}

void addUnits(Database& database, Tasks& tasks)
{
    auto rows = database.prepare("SELECT task_id, role, name, text_begin, text_end FROM units WHERE task_id IS NOT NULL ORDER BY fid");
    while (rows.step()) {
        if (auto* const task = tasks.find(rows.text(0))) {
            task->units.push_back({plan::unitRole(rows.text(1)).value_or(plan::UnitRole::Responsible), {rows.text(2), span(rows, 3)}});
        }
    }
}

void addDeadlines(Database& database, Tasks& tasks)
{
    auto rows = database.prepare("SELECT task_id, kind, dates, long_term, said, text_begin, text_end FROM deadlines WHERE task_id IS NOT NULL");
    while (rows.step()) {
        auto* const task = tasks.find(rows.text(0));
        if (task == nullptr) { continue; }
        auto& deadline = task->deadline;
        deadline.kind = plan::deadlineKind(rows.text(1)).value_or(plan::DeadlineKind::None);
        for (auto const& text : split(rows.text(2))) {
            if (auto const date = parseIsoDate(text)) { deadline.dates.push_back(*date); }
        }
        deadline.longTerm = rows.integer(3) != 0;
        deadline.said = {rows.text(4), span(rows, 5)};
    }
}

place::Site readSite(Statement const& row)
{
    place::Site site;
    int i = 2; // after ord, plan_id
    for (auto* const field : {&site.id, &site.taskId, &site.place}) { *field = row.text(i++); }
    site.kind = place::kindOf(row.text(i++)).value_or(place::Kind::Other);
    site.span = span(row, i);
    i += 2;
    for (auto* const field : {&site.county, &site.adcode}) { *field = row.text(i++); }
    site.precision = place::precisionOf(row.text(i++)).value_or(place::Precision::Unlocated);
    site.radiusM = row.real(i++);
    site.score = row.real(i++);
    for (auto* const field : {&site.featureId, &site.source}) { *field = row.text(i++); }
    site.schematic = row.integer(i++) != 0;
    site.figure = place::figureOf(row.text(i++)).value_or(place::Figure::Itself);
    site.reason = row.text(i);
    return site;
}

using Candidates = std::unordered_map<std::string, std::vector<place::Candidate>>;

Candidates readCandidates(Database& database)
{
    Candidates candidates;
    auto rows = database.prepare("SELECT site_id, feature_id, name, score, reason FROM candidates ORDER BY fid");
    while (rows.step()) { candidates[rows.text(0)].push_back({rows.text(1), rows.text(2), rows.real(3), rows.text(4)}); }
    return candidates;
}

Result<void> addSites(Database& database, Tasks& tasks)
{
    auto candidates = readCandidates(database);
    std::vector<std::vector<std::pair<std::int64_t, place::Site>>> ofTask(tasks.rows.size());
    for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
        bool const located = type != geo::ShapeType::None;
        auto rows = database.prepare("SELECT ord, plan_id, site_id, task_id, place, place_kind, text_begin, text_end, county, adcode, precision, "
                                     "radius_m, score, feature_id, source, schematic, " +
                                     std::string{schema::hasColumn(database, schema::sitesTable(type), "figure") ? "figure" : "'itself'"} + ", reason" +
                                     std::string{located ? ", geom" : ""} + " FROM " + schema::sitesTable(type));
        while (rows.step()) {
            auto site = readSite(rows);
            auto const task = tasks.index.find(site.taskId);
            if (task == tasks.index.end()) { continue; }
            if (located) {
                auto shape = geometryFrom(rows.blob(18));
                if (!shape) { return std::unexpected{std::move(shape.error()).at("site " + site.id)}; }
                site.shape = std::move(*shape);
            }
            if (auto const found = candidates.find(site.id); found != candidates.end()) { site.candidates = std::move(found->second); }
            ofTask[task->second].emplace_back(rows.integer(0), std::move(site));
        }
    }
    for (std::size_t i = 0; i < ofTask.size(); ++i) {
        std::ranges::stable_sort(ofTask[i], {}, [](auto const& numbered) { return numbered.first; });
        for (auto& [ord, site] : ofTask[i]) { tasks.rows[i].sites.push_back(std::move(site)); }
    }
    return {};
}

void addSiteCounties(TaskRow& task)
{
    for (auto const& site : task.sites) {
        if (!site.county.empty() && !std::ranges::contains(task.counties, site.county)) { task.counties.push_back(site.county); }
    }
}

} // namespace

Result<std::vector<PlanRow>> readPlans(Database& database)
{
    std::vector<PlanRow> plans;
    auto rows = database.prepare("SELECT l.plan_id, l.title, l.region, l.kind, l.file_name, p.sha256, l.year, l.problems, l.tasks, l.located, "
                                 "l.complete FROM plan_list l JOIN plans p ON p.plan_id = l.plan_id ORDER BY p.fid");
    while (rows.step()) {
        PlanRow plan;
        int i = 0;
        for (auto* const field : {&plan.id, &plan.title, &plan.region, &plan.kind, &plan.fileName, &plan.sha256}) { *field = rows.text(i++); }
        plan.year = whole(rows, i);
        plan.problems = rows.size(i + 1);
        plan.tasks = rows.size(i + 2);
        plan.located = rows.size(i + 3);
        plan.complete = rows.integer(i + 4) != 0;
        plans.push_back(std::move(plan));
    }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return plans;
}

Result<std::vector<TaskRow>> readTasks(Database& database)
{
    sqlite::Transaction transaction{database, sqlite::Transaction::Kind::Read};
    auto tasks = readBare(database);
    addUnits(database, tasks);
    addDeadlines(database, tasks);
    if (auto const placed = addSites(database, tasks); !placed) { return std::unexpected{placed.error()}; }
    if (auto const done = transaction.commit(); !done) { return std::unexpected{done.error()}; }
    for (auto& task : tasks.rows) { addSiteCounties(task); }
    return std::move(tasks.rows);
}

std::string eventColumns(Database& database)
{
    bool const current = database.integer("SELECT 1 FROM pragma_table_info('events') WHERE name = 'context'").has_value();
    return std::string{"event_id, at, who, subject, what, old_value, new_value, "} + (current ? "context" : "''");
}

Event eventFrom(Statement const& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)};
}

Result<std::vector<StandingCorrection>> readCorrections(Database& database)
{
    std::vector<StandingCorrection> standing;
    if (!database.integer("SELECT 1 FROM sqlite_master WHERE name = 'corrections'")) { return standing; } // version 1
    auto rows = database.prepare("SELECT event_id, plan_id, subject, subject_now, what, why FROM corrections ORDER BY fid");
    while (rows.step()) { standing.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)}); }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return standing;
}

Result<std::vector<Event>> readEvents(Database& database)
{
    std::vector<Event> events;
    auto rows = database.prepare("SELECT " + eventColumns(database) + " FROM events ORDER BY fid");
    while (rows.step()) { events.push_back(eventFrom(rows)); }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return events;
}

Result<std::string> readSourceText(Database& database, std::string const& planId)
{
    return readDocument(database, planId).transform([](StoredDocument&& document) { return std::move(document.text); });
}

Result<StoredDocument> readDocument(Database& database, std::string const& planId)
{
    auto rows = database.prepare("SELECT file_name, encoding, content FROM source_text WHERE plan_id = ?");
    if (rows.query(planId).step()) { return StoredDocument{rows.text(0), rows.text(1), rows.text(2)}; }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return fail(ErrorCode::NotFound, "the ledger has no plan " + planId);
}

} // namespace zhengtu::ledger
