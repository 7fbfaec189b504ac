#include "ledger/store.hpp"

#include "core/staging.hpp"
#include "ledger/geometry_column.hpp"
#include "ledger/schema.hpp"

#include <format>

#include <unistd.h>

namespace zhengtu::ledger {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Mode;

namespace {

std::unexpected<Error> noLedger(fs::path const& path, std::string const& why)
{
    return fail(ErrorCode::LedgerConflict, path.string() + " is not a ledger: " + why, "Choose another file, or a new name for a new ledger.");
}

/// Looks whether an open database is a ledger that we can use.
Result<void> check(Database& database, fs::path const& path)
{
    auto const application = database.integer("PRAGMA application_id");
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    if (application != schema::applicationId) { return noLedger(path, "it is no GeoPackage"); }
    if (!database.integer("SELECT 1 FROM sqlite_master WHERE name = 'zhengtu_metadata'")) {
        if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
        return noLedger(path, "it is a GeoPackage of another program");
    }
    auto const version = database.integer("SELECT CAST(value AS INTEGER) FROM zhengtu_metadata WHERE key = 'version'");
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    if (!version || *version < 1) { return noLedger(path, "it names no version"); }
    if (*version > schema::ledgerVersion) {
        return fail(ErrorCode::LedgerConflict,
                    std::format("{} is a ledger of version {}; this program knows versions up to {}", path.string(), *version,
                                schema::ledgerVersion),
                    "Open it with a newer version of the program.");
    }
    return {};
}

/// Free pages and freed cells are zeroed, so that the same steps give the same bytes.
constexpr char const* settings = "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;";

Result<Database> openExisting(fs::path const& path, Mode mode)
{
    auto database = Database::open(path, mode);
    if (!database) { return database; }
    addGeometryFunctions(*database);
    database->execute(settings);
    if (auto const checked = check(*database, path); !checked) {
        // A reader may not roll back what a killed writer left: let a writer do it once.
        if (mode == Mode::ReadOnly && database->readOnlyRecoveryNeeded()) {
            if (auto const recovered = openExisting(path, Mode::ReadWrite); !recovered) { return std::unexpected{recovered.error()}; }
            return openExisting(path, Mode::ReadOnly);
        }
        return std::unexpected{checked.error()};
    }
    return database;
}

Result<void> present(fs::path const& path)
{
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) { return {}; }
    return fail(ErrorCode::FileMissing, fs::exists(path, ignored) ? path.string() + " is not a file" : "there is no ledger " + path.string(),
                "Check the name; `import` makes a new ledger.");
}

/// The work's error, unless the database had one before, of which that may be a consequence.
Result<void> carryOut(std::function<Result<void>(Database&)> const& work, Database& database)
{
    auto done = work(database);
    if (done) { return done; }
    auto const first = database.outcome();
    return first ? done : first;
}

fs::path parentOf(fs::path const& path)
{
    auto const parent = path.parent_path();
    return parent.empty() ? fs::path{"."} : parent;
}

} // namespace

Result<std::unique_ptr<Ledger::Store>> Ledger::Store::open(fs::path const& path, bool create)
{
    std::error_code ignored;
    if (fs::exists(path, ignored) || !create) {
        if (auto const there = present(path); !there) { return std::unexpected{there.error()}; }
        auto database = openExisting(path, Mode::ReadWrite);
        if (!database) { return std::unexpected{std::move(database.error())}; }
        // A program that works with a write-ahead log may have left the ledger so; one file is what we promise. While that
        // program still has it open this fails, which does no harm.
        database->execute("PRAGMA journal_mode = DELETE;");
        database->forgive();
        return std::unique_ptr<Store>{new Store{path, std::move(*database), true, true}};
    }
    if (::access(parentOf(path).c_str(), W_OK | X_OK) != 0) {
        return fail(ErrorCode::FileMissing, "cannot make a ledger in " + parentOf(path).string(),
                    "Check that the directory is there and that you may write in it.");
    }
    auto database = Database::open({}, Mode::Memory);
    if (!database) { return std::unexpected{std::move(database.error())}; }
    schema::create(*database, Date{});
    if (auto const made = database->outcome(); !made) { return std::unexpected{made.error()}; }
    return std::unique_ptr<Store>{new Store{path, std::move(*database), false, true}};
}

Result<std::unique_ptr<Ledger::Store>> Ledger::Store::openReadOnly(fs::path const& path)
{
    if (auto const there = present(path); !there) { return std::unexpected{there.error()}; }
    auto database = openExisting(path, Mode::ReadOnly);
    // With a write-ahead log SQLite wants to make a file beside the ledger; where it may not, nobody else writes either.
    if (!database && database.error().code == ErrorCode::FileMissing && ::access(parentOf(path).c_str(), W_OK) != 0 &&
        ::access(path.c_str(), R_OK) == 0) {
        database = openExisting(path, Mode::Immutable);
    }
    if (!database) { return std::unexpected{std::move(database.error())}; }
    return std::unique_ptr<Store>{new Store{path, std::move(*database), true, false}};
}

Result<void> Ledger::Store::adopt()
{
    std::error_code ignored;
    if (m_published || !fs::exists(m_path, ignored)) { return {}; }
    auto database = openExisting(m_path, Mode::ReadWrite);
    if (!database) { return std::unexpected{std::move(database.error())}; }
    m_database = std::move(*database);
    m_published = true;
    return {};
}

Result<Database*> Ledger::Store::database()
{
    if (auto const adopted = adopt(); !adopted) { return std::unexpected{adopted.error()}; }
    m_database.forgive();
    return &m_database;
}

Result<void> Ledger::Store::change(Work const& work, Date asOf)
{
    if (!m_writable) { return fail(ErrorCode::Usage, m_path.string() + " was opened for reading only"); }
    if (auto const adopted = adopt(); !adopted) { return adopted; }
    if (!m_published) {
        auto const published = publish(work, asOf);
        if (published || published.error().code != ErrorCode::FileExists) { return published; }
        if (auto const adopted = adopt(); !adopted) { return adopted; } // someone else was first
    }
    m_database.forgive();
    ChangeInPlace const untilRolledBack;
    sqlite::Transaction transaction{m_database, sqlite::Transaction::Kind::Write};
    if (auto const begun = m_database.outcome(); !begun) { return begun; }
    {
        sqlite::Asking const asking{m_database, goOn};
        schema::upgrade(m_database, asOf);
        if (auto const done = carryOut(work, m_database); !done) { return done; }
    }
    return goesOn().and_then([&] { return transaction.commit(); });
}

Result<void> Ledger::Store::goesOn() const
{
    if (!goOn || goOn(1)) { return {}; }
    return fail(ErrorCode::Cancelled, "the change of " + m_path.string() + " was stopped");
}

Result<void> Ledger::Store::publish(Work const& work, Date asOf)
{
    auto const staging = StagingDirectory::make(parentOf(m_path), m_path.filename().string());
    if (!staging) { return std::unexpected{staging.error()}; }
    auto const aside = staging->path() / "ledger.gpkg";
    {
        auto database = Database::open(aside, Mode::Create);
        if (!database) { return std::unexpected{std::move(database.error())}; }
        addGeometryFunctions(*database);
        // Nobody sees this file before it is whole, so it needs neither a journal on disk nor a flush for each page.
        // Pages twice as large as SQLite's own: a stopped change is put back page by page, and shapes fill many.
        database->execute("PRAGMA page_size = 8192; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;");
        sqlite::Transaction transaction{*database, sqlite::Transaction::Kind::Write};
        sqlite::Asking const asking{*database, goOn};
        schema::create(*database, asOf);
        if (auto const made = database->outcome(); !made) { return made; }
        if (auto const done = carryOut(work, *database); !done) { return done; }
        if (auto const committed = transaction.commit(); !committed) { return committed; }
    }
    return flushToDisk(aside)
        .and_then([&] { return goesOn(); })
        .and_then([&] { return renameNew(aside, m_path); })
        .and_then([&] { return flushToDisk(parentOf(m_path)); })
        .and_then([&] { return adopt(); });
}

} // namespace zhengtu::ledger
