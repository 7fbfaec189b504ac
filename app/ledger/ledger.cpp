#include "ledger/ledger.hpp"

#include "ledger/corrector.hpp"
#include "ledger/history.hpp"
#include "ledger/importer.hpp"
#include "ledger/layer_tables.hpp"
#include "ledger/query_store.hpp"
#include "ledger/reader.hpp"
#include "ledger/record_digest.hpp"
#include "ledger/rule_store.hpp"
#include "ledger/schema.hpp"
#include "ledger/site_table.hpp"
#include "ledger/store.hpp"
#include "ledger/task_pages.hpp"
#include "ledger/task_reader.hpp"

#include <algorithm>

namespace zhengtu::ledger {

namespace {

/// Ends a transaction in which not a byte is to be written.
Result<void> nothingToChange() { return fail(ErrorCode::Cancelled, "nothing to change"); }

} // namespace

Ledger::Ledger(std::unique_ptr<Store> store) : m_store{std::move(store)} {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(std::filesystem::path const& path, bool create)
{
    return Store::open(path, create).transform([](std::unique_ptr<Store>&& store) { return Ledger{std::move(store)}; });
}

Result<Ledger> Ledger::openReadOnly(std::filesystem::path const& path)
{
    return Store::openReadOnly(path).transform([](std::unique_ptr<Store>&& store) { return Ledger{std::move(store)}; });
}

Result<std::vector<ImportOutcome>> Ledger::import(std::vector<PlanRecord> const& records, Date asOf)
{
    std::vector<std::string> digests;
    for (auto const& record : records) {
        if (auto const fit = validate(record); !fit) { return std::unexpected{fit.error()}; }
        digests.push_back(recordDigest(record));
    }
    // When there is nothing new, the file is not even locked.
    auto const database = m_store->database();
    if (!database) { return std::unexpected{database.error()}; }
    bool anyNew = false;
    for (std::size_t i = 0; i < records.size(); ++i) { anyNew |= storedDigest(**database, records[i].plan.id) != digests[i]; }
    if (auto const state = (*database)->outcome(); !state) { return std::unexpected{state.error()}; }
    std::vector<ImportOutcome> outcomes(records.size(), ImportOutcome::Unchanged);
    if (!anyNew) { return outcomes; }

    auto const changed = m_store->change(
        [&](sqlite::Database& writing) {
            for (std::size_t i = 0; i < records.size(); ++i) { outcomes[i] = importRecord(writing, records[i], digests[i], asOf); }
            touchImported(writing, asOf);
            return writing.outcome();
        },
        asOf);
    if (!changed) { return std::unexpected{changed.error()}; }
    return outcomes;
}

void Ledger::askBeforeChange(GoOn goOn) { m_store->goOn = std::move(goOn); }

Result<std::vector<PlanRow>> Ledger::plans() const
{
    return m_store->database().and_then([](auto* database) { return readPlans(*database); });
}

Result<std::vector<TaskRow>> Ledger::tasks() const
{
    return m_store->database().and_then([](auto* database) { return TaskReader{*database}.all(); });
}

Result<SiteTable> Ledger::sites(std::string_view text) const
{
    return m_store->database().and_then([&](auto* database) { return readSiteTable(*database, text); });
}

Result<TaskPages> Ledger::taskPages() const
{
    return m_store->database().transform([](auto* database) {
        auto reader = std::make_unique<TaskReader>(*database);
        reader->watch();
        return TaskPages{std::move(reader)};
    });
}

Result<std::vector<Event>> Ledger::events() const
{
    return m_store->database().and_then([](auto* database) { return readEvents(*database); });
}

Result<std::string> Ledger::sourceText(std::string const& planId) const
{
    return m_store->database().and_then([&](auto* database) { return readSourceText(*database, planId); });
}

Result<std::vector<RuleRow>> Ledger::rules() const
{
    return m_store->database().and_then([](auto* database) { return readRules(*database); });
}

Result<std::vector<ClaimRow>> Ledger::claims() const
{
    return m_store->database().and_then([](auto* database) { return readClaims(*database); });
}

Result<void> Ledger::decideRule(std::string const& ruleId, plan::RuleState state, std::map<std::string, double> const& parameters, std::string const& who, Date asOf)
{
    return m_store->change([&](sqlite::Database& database) { return decide(database, ruleId, state, parameters, who, asOf); }, asOf);
}

Result<StoredDocument> Ledger::document(std::string const& planId) const
{
    return m_store->database().and_then([&](auto* database) { return readDocument(*database, planId); });
}

Result<std::vector<SavedQuery>> Ledger::queries() const
{
    return m_store->database().and_then([](auto* database) { return readQueries(*database); });
}

Result<void> Ledger::putQuery(SavedQuery const& query, bool replace, std::string const& who, Date asOf)
{
    return m_store->change([&](sqlite::Database& database) { return writeQuery(database, query, replace, who, asOf); }, asOf);
}

Result<void> Ledger::removeQuery(std::string const& name, std::string const& who, Date asOf)
{
    return m_store->change([&](sqlite::Database& database) { return ledger::removeQuery(database, name, who, asOf); }, asOf);
}

Result<std::vector<geo::Layer>> Ledger::layers() const
{
    return m_store->database().and_then([](auto* database) { return readLayers(*database); });
}

Result<void> Ledger::putLayer(geo::Layer const& layer, Date asOf)
{
    return m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto const chosen = chosenLook(database, layer.id, layer.style);
            if (auto const written = writeLayer(database, layer, asOf); !written) { return written; }
            if (!chosen.title.empty()) {
                if (auto const renamed = ledger::renameLayer(database, layer.id, chosen.title, asOf); !renamed) { return std::unexpected{renamed.error()}; }
            }
            return chosen.style.empty() ? Result<void>{} : ledger::restyleLayer(database, layer.id, chosen.style, asOf);
        },
        asOf);
}

Result<void> Ledger::restoreResult(geo::Layer const& layer, std::vector<std::string> const& order, std::string const& who, Date asOf)
{
    return m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto const have = database.prepare("SELECT 1 FROM layers WHERE layer_id = ?").query(layer.id).step();
            if (have) { return fail(ErrorCode::FileExists, "the ledger has a layer " + layer.id + " again"); }
            if (auto const written = writeLayer(database, layer, asOf); !written) { return written; }
            if (!order.empty()) {
                if (auto const ordered = ledger::orderLayers(database, order, asOf); !ordered) { return ordered; }
            }
            appendEvent(database, {{}, {}, who, layer.id, "layer-restored", {}, layer.title, {}}, asOf);
            return database.outcome();
        },
        asOf);
}

Result<void> Ledger::renameLayer(std::string const& layerId, std::string const& title, std::string const& who, Date asOf)
{
    if (title.find_first_not_of(" \t\n") == std::string::npos) { return fail(ErrorCode::Usage, "a layer needs a title"); }
    bool same = false;
    auto const changed = m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto const old = ledger::renameLayer(database, layerId, title, asOf);
            if (!old) { return std::unexpected{old.error()}; }
            same = *old == title;
            if (same) { return nothingToChange(); }
            appendEvent(database, {{}, {}, who, layerId, "layer-renamed", *old, title, {}}, asOf);
            return database.outcome();
        },
        asOf);
    return same ? Result<void>{} : changed;
}

Result<void> Ledger::restyleLayer(std::string const& layerId, std::string const& style, Date asOf)
{
    return m_store->change([&](sqlite::Database& database) { return ledger::restyleLayer(database, layerId, style, asOf); }, asOf);
}

Result<void> Ledger::orderLayers(std::vector<std::string> const& ids, Date asOf)
{
    return m_store->change([&](sqlite::Database& database) { return ledger::orderLayers(database, ids, asOf); }, asOf);
}

Result<void> Ledger::removeResult(std::string const& layerId, std::string const& who, Date asOf)
{
    auto const have = layers();
    if (!have) { return std::unexpected{have.error()}; }
    auto const at = std::ranges::find(*have, layerId, &geo::Layer::id);
    if (at == have->end()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    if (at->ofUser()) { return fail(ErrorCode::Usage, "layer " + layerId + " is a user's own: tasks are placed by it", "Remove it as such, so that they are placed again."); }
    return m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            if (auto const removed = removeLayer(database, layerId, asOf); !removed) { return removed; }
            appendEvent(database, {{}, {}, who, layerId, "layer-removed", at->title, {}, {}}, asOf);
            return database.outcome();
        },
        asOf);
}

Result<void> Ledger::changeLayers(LayerChange const& change, Date asOf)
{
    for (auto const& record : change.records) {
        if (auto const fit = validate(record); !fit) { return fit; }
    }
    return m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto const provenance = [&](std::string const& id) {
                auto row = database.prepare("SELECT date || ' ' || source FROM layers WHERE layer_id = ?");
                return row.query(id).step() ? std::optional{row.text(0)} : std::nullopt;
            };
            if (!change.remove.empty()) {
                auto const old = provenance(change.remove);
                if (auto const removed = removeLayer(database, change.remove, asOf); !removed) { return removed; }
                appendEvent(database, {{}, {}, change.who, change.remove, "layer-removed", old.value_or(""), {}, {}}, asOf);
            }
            if (change.put) {
                auto const old = provenance(change.put->id);
                if (auto const written = writeLayer(database, *change.put, asOf); !written) { return written; }
                appendEvent(database, {{}, {}, change.who, change.put->id, old ? "layer-replaced" : "layer-added", old.value_or(""),
                                       change.put->date + " " + change.put->source, {}}, asOf);
            }
            for (auto const& record : change.records) { (void)importRecord(database, record, recordDigest(record), asOf); }
            touchImported(database, asOf);
            return database.outcome();
        },
        asOf);
}

Result<std::vector<Event>> Ledger::correct(std::vector<Correction> const& corrections, std::string const& who, Date asOf)
{
    std::vector<Event> events;
    bool none = false;
    auto const changed = m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto made = makeCorrections(database, corrections, who, asOf);
            if (!made) { return std::unexpected{std::move(made.error())}; }
            events = std::move(*made);
            none = events.empty();
            if (none) { return nothingToChange(); }
            touchImported(database, asOf);
            return {};
        },
        asOf);
    if (!changed && !none) { return std::unexpected{changed.error()}; }
    return events;
}

Result<std::vector<Event>> Ledger::undo(std::string const& who, Date asOf) { return step(true, who, asOf); }
Result<std::vector<Event>> Ledger::redo(std::string const& who, Date asOf) { return step(false, who, asOf); }

Result<std::vector<Event>> Ledger::step(bool back, std::string const& who, Date asOf)
{
    std::vector<Event> events;
    auto const changed = m_store->change(
        [&](sqlite::Database& database) -> Result<void> {
            auto made = back ? undoCorrections(database, who, asOf) : redoCorrections(database, who, asOf);
            if (!made) { return std::unexpected{std::move(made.error())}; }
            events = std::move(*made);
            touchImported(database, asOf);
            return {};
        },
        asOf);
    if (!changed) { return std::unexpected{changed.error()}; }
    return events;
}

Result<UndoState> Ledger::undoState() const
{
    return m_store->database().and_then([](auto* database) { return readUndoState(*database); });
}

Result<std::vector<StandingCorrection>> Ledger::corrections() const
{
    return m_store->database().and_then([](auto* database) { return readCorrections(*database); });
}

Result<void> Ledger::setStatus(std::string const& taskId, std::string const& status, std::string const& who, Date asOf)
{
    return correct({{taskId, StatusChange{status}}}, who, asOf).transform([](auto const&) {});
}

} // namespace zhengtu::ledger
