#include "ledger/as_read.hpp"

#include <array>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;

/// Tables that a correction may change, parents before what refers to them.
constexpr std::array tables{"problems",    "goals",      "tasks",         "units",           "deadlines", "notices", "mentions",
                            "sites_point", "sites_line", "sites_polygon", "sites_unlocated", "candidates"};

std::string aside(std::string const& table) { return "read_" + table; }

bool isThere(Database& database, std::string const& table)
{
    auto find = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    return find.query(table).step();
}

bool isKept(Database& database, std::string const& planId)
{
    if (!isThere(database, aside("tasks"))) { return false; }
    auto find = database.prepare("SELECT 1 FROM read_tasks WHERE plan_id = ?");
    return find.query(planId).step();
}

/// "fid", "plan_id" ...
std::string columnsOf(Database& database, std::string const& table)
{
    std::string list;
    auto rows = database.prepare("SELECT name FROM pragma_table_info(?)");
    rows.query(table);
    while (rows.step()) { list += (list.empty() ? "\"" : ", \"") + rows.text(0) + '"'; }
    return list;
}

} // namespace

void keepAsRead(Database& database, std::string const& planId)
{
    if (isKept(database, planId)) { return; }
    for (std::string const table : tables) {
        auto const copy = aside(table);
        if (!isThere(database, copy)) {
            database.execute("CREATE TABLE " + copy + " AS SELECT * FROM " + table + " WHERE 0; CREATE INDEX " + copy + "_plan ON " + copy +
                             "(plan_id);");
        }
        auto const columns = columnsOf(database, copy);
        database.prepare("INSERT INTO " + copy + " (" + columns + ") SELECT " + columns + " FROM " + table + " WHERE plan_id = ?").run(planId);
    }
}

void restoreAsRead(Database& database, std::string const& planId)
{
    if (!isKept(database, planId)) { return; }
    // A row that stays is updated and not replaced: what else refers to it must not go with it.
    for (std::string const table : tables) {
        database.prepare("DELETE FROM " + table + " WHERE plan_id = ?1 AND fid NOT IN (SELECT fid FROM " + aside(table) + " WHERE plan_id = ?1)")
            .run(planId);
    }
    for (std::string const table : tables) {
        auto const kept = aside(table);
        auto const columns = columnsOf(database, kept);
        // Not an upsert: its conflict clause would hold for the triggers of the spatial index too.
        database
            .prepare("UPDATE " + table + " SET (" + columns + ") = (SELECT " + columns + " FROM " + kept + " k WHERE k.fid = " + table + ".fid) WHERE plan_id = ?")
            .run(planId);
        database
            .prepare("INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM " + kept + " WHERE plan_id = ? AND fid NOT IN (SELECT fid FROM " + table +
                     ") ORDER BY fid")
            .run(planId);
    }
}

void forgetAsRead(Database& database, std::string const& planId)
{
    if (!isThere(database, aside("tasks"))) { return; }
    for (std::string const table : tables) { database.prepare("DELETE FROM " + aside(table) + " WHERE plan_id = ?").run(planId); }
}

std::int64_t nextFid(Database& database, std::string const& table)
{
    auto const highest = "coalesce((SELECT max(fid) FROM " + table + "), 0)";
    auto const kept = isThere(database, aside(table)) ? "coalesce((SELECT max(fid) FROM " + aside(table) + "), 0)" : std::string{"0"};
    return database.integer("SELECT max(" + highest + ", " + kept + ") + 1").value_or(1);
}

} // namespace zhengtu::ledger
