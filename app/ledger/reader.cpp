#include "ledger/reader.hpp"

#include <utility>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

std::optional<int> whole(Statement const& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{static_cast<int>(row.integer(column))};
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
