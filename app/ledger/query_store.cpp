#include "ledger/query_store.hpp"

#include "ledger/history.hpp"
#include "ledger/schema.hpp"
#include "ledger/schema_tables.hpp"

#include <algorithm>

namespace zhengtu::ledger {

namespace {

constexpr char const* queriesTable = "queries";

bool hasQueries(sqlite::Database& database)
{
    return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").query(queriesTable).step();
}

/// Ledgers of before queries were stored get the table with the first one.
void ensureTable(sqlite::Database& database, Date asOf)
{
    if (hasQueries(database)) { return; }
    auto const& tables = schema::attributeTables();
    schema::addTable(database, *std::ranges::find(tables, queriesTable, &schema::Table::name), asOf);
}

void appendChange(sqlite::Database& database, std::string const& name, std::string const& what, std::string const& before,
                  std::string const& after, std::string const& who, Date asOf)
{
    Event event;
    event.who = who;
    event.subject = name;
    event.what = what;
    event.oldValue = before;
    event.newValue = after;
    appendEvent(database, event, asOf);
    for (auto const* const changed : {queriesTable, "events"}) { schema::touch(database, changed, asOf); }
}

} // namespace

Result<std::vector<SavedQuery>> readQueries(sqlite::Database& database)
{
    std::vector<SavedQuery> queries;
    if (!hasQueries(database)) { return queries; }
    auto rows = database.prepare("SELECT name, definition, saved, who FROM queries ORDER BY fid");
    while (rows.step()) { queries.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)}); }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return queries;
}

Result<void> writeQuery(sqlite::Database& database, SavedQuery const& query, bool replace, std::string const& who, Date asOf)
{
    if (query.name.empty()) { return fail(ErrorCode::Usage, "a saved query needs a name"); }
    ensureTable(database, asOf);
    auto known = database.prepare("SELECT definition FROM queries WHERE name = ?");
    if (known.query(query.name).step()) {
        auto const before = known.text(0);
        if (before == query.definition) { return database.outcome(); }
        if (!replace) { return fail(ErrorCode::FileExists, "the ledger has a query \"" + query.name + "\" already", "Take another name, or replace it."); }
        database.prepare("UPDATE queries SET definition = ?, saved = ?, who = ? WHERE name = ?").run(query.definition, isoDate(asOf), who, query.name);
        appendChange(database, query.name, "query-replaced", before, query.definition, who, asOf);
    } else {
        database.prepare("INSERT INTO queries (name, definition, saved, who) VALUES (?, ?, ?, ?)").run(query.name, query.definition, isoDate(asOf), who);
        appendChange(database, query.name, "query-saved", {}, query.definition, who, asOf);
    }
    return database.outcome();
}

Result<void> removeQuery(sqlite::Database& database, std::string const& name, std::string const& who, Date asOf)
{
    auto const queries = readQueries(database);
    if (!queries) { return std::unexpected{queries.error()}; }
    auto const known = std::ranges::find(*queries, name, &SavedQuery::name);
    if (known == queries->end()) { return fail(ErrorCode::NotFound, "the ledger has no saved query \"" + name + "\"", knownQueries(*queries)); }
    database.prepare("DELETE FROM queries WHERE name = ?").run(name);
    appendChange(database, name, "query-removed", known->definition, {}, who, asOf);
    return database.outcome();
}

std::string knownQueries(std::vector<SavedQuery> const& queries)
{
    std::string names;
    for (auto const& query : queries) { names += (names.empty() ? "" : ", ") + query.name; }
    return names.empty() ? "None is saved yet: zhengtu query save NAME within TARGET" : "Saved: " + names;
}

} // namespace zhengtu::ledger
