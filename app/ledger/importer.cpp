#include "ledger/importer.hpp"

#include "ledger/as_read.hpp"
#include "ledger/corrector.hpp"
#include "ledger/history.hpp"
#include "ledger/plan_writer.hpp"
#include "ledger/rule_store.hpp"
#include "ledger/schema.hpp"
#include "ledger/schema_tables.hpp"

namespace zhengtu::ledger {

namespace {

struct Stored {
    std::int64_t fid = 0;
    std::string sha256, digest;
};

std::optional<Stored> stored(sqlite::Database& database, std::string const& planId)
{
    auto plan = database.prepare("SELECT fid, sha256, record_sha256 FROM plans WHERE plan_id = ?");
    plan.query(planId);
    if (!plan.step()) { return std::nullopt; }
    return Stored{plan.integer(0), plan.text(1), plan.text(2)};
}

} // namespace

std::optional<std::string> storedDigest(sqlite::Database& database, std::string const& planId)
{
    return stored(database, planId).transform([](Stored const& plan) { return plan.digest; });
}

ImportOutcome importRecord(sqlite::Database& database, PlanRecord const& record, std::string const& digest, Date asOf)
{
    auto const& id = record.plan.id;
    auto const old = stored(database, id);
    if (old && old->digest == digest) { return ImportOutcome::Unchanged; }
    TaskStates before;
    SiteStates sites;
    if (old) {
        restoreAsRead(database, id); // the history tells documents apart, not what people made of them
        before = taskStates(database, id);
        sites = siteStates(database, id);
        forgetAsRead(database, id);
        database.prepare("DELETE FROM plans WHERE plan_id = ?").run(id); // and what hangs on it, by its foreign keys
    }
    writePlan(database, record, digest, old.transform([](Stored const& plan) { return plan.fid; }), asOf);
    writePlaces(database, record);
    writeRules(database, record);
    if (!old) {
        appendEvent(database, {{}, {}, "import", id, "imported", {}, record.sha256, {}}, asOf);
        reapply(database, id, asOf);
        return ImportOutcome::Added;
    }
    // The same bytes read differently: a newer reader, gazetteer or layer.
    bool const same = old->sha256 == record.sha256;
    appendEvent(database, {{}, {}, "import", id, same ? "read-again" : "replaced", same ? old->digest : old->sha256, same ? digest : record.sha256, {}},
                asOf);
    recordChanges(database, before, taskStates(database, id), asOf);
    recordMoves(database, sites, siteStates(database, id), asOf);
    reapply(database, id, asOf);
    return ImportOutcome::Replaced;
}

void touchImported(sqlite::Database& database, Date asOf)
{
    for (auto const& table : schema::attributeTables()) {
        if (table.name != "layers" && table.name != "layer_styles" && table.name != "zhengtu_metadata") {
            schema::touch(database, table.name, asOf);
        }
    }
    for (auto const& table : schema::siteTables()) { schema::touch(database, table.name, asOf); }
    for (auto const& view : schema::views()) { schema::touch(database, view.name, asOf); }
}

} // namespace zhengtu::ledger
