#include "ledger/sqlite.hpp"

#include <sqlite3.h>

namespace zhengtu::ledger::sqlite {

struct Connection {
    struct Close {
        void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
    };
    std::unique_ptr<sqlite3, Close> handle;
    std::optional<Error> failure;
    int code = SQLITE_OK; ///< extended code of the failure

    void remember(int result);
};

namespace {

constexpr int busyMilliseconds = 2000; // another program that is writing gets this long to finish

Error describeFailure(int code, std::string const& message)
{
    auto const error = [&](ErrorCode kind, std::string cure) { return Error{kind, "SQLite: " + message, {}, std::move(cure)}; };
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return error(ErrorCode::LedgerConflict, "Another program is writing the ledger. Let it finish or close it, then try again.");
    case SQLITE_NOTADB: return error(ErrorCode::LedgerConflict, "The file is not a ledger. Choose another file.");
    case SQLITE_CORRUPT: return error(ErrorCode::FileFormat, "The ledger is damaged. Restore it from a copy or import the plans again.");
    case SQLITE_FULL:
    case SQLITE_IOERR: return error(ErrorCode::Storage, "Make room on the disk and try again; the ledger is as it was.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH: return error(ErrorCode::FileMissing, "Check the name and the right to read and write the file and its directory.");
    case SQLITE_INTERRUPT: return error(ErrorCode::Cancelled, {});
    default: return error(ErrorCode::Internal, {});
    }
}

} // namespace

void Connection::remember(int result)
{
    if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE || failure) { return; }
    code = result;
    failure = describeFailure(result, handle ? sqlite3_errmsg(handle.get()) : sqlite3_errstr(result));
}

void Statement::Finish::operator()(sqlite3_stmt* statement) const noexcept
{
    sqlite3_finalize(statement);
}

Statement::Statement(Connection& connection, std::string_view sql) : m_connection{&connection}
{
    if (connection.failure) { return; }
    sqlite3_stmt* raw = nullptr;
    connection.remember(
        sqlite3_prepare_v3(connection.handle.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr));
    m_statement.reset(raw);
}

bool Statement::step()
{
    if (!m_statement || m_connection->failure) { return false; }
    int const result = sqlite3_step(m_statement.get());
    m_connection->remember(result);
    return result == SQLITE_ROW;
}

void Statement::reset()
{
    if (m_statement) { sqlite3_reset(m_statement.get()); } // its result repeats what step() said
}

void Statement::bind(int index, std::string_view value)
{
    if (!m_statement) { return; }
    char const* const data = value.data() == nullptr ? "" : value.data(); // a null pointer would bind NULL
    m_connection->remember(sqlite3_bind_text64(m_statement.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, Blob value)
{
    if (!m_statement) { return; }
    m_connection->remember(sqlite3_bind_blob64(m_statement.get(), index, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind(int index, double value)
{
    if (m_statement) { m_connection->remember(sqlite3_bind_double(m_statement.get(), index, value)); }
}

void Statement::bind(int index, std::int64_t value)
{
    if (m_statement) { m_connection->remember(sqlite3_bind_int64(m_statement.get(), index, value)); }
}

void Statement::bind(int index, std::nullptr_t)
{
    if (m_statement) { m_connection->remember(sqlite3_bind_null(m_statement.get(), index)); }
}

std::string_view Statement::view(int column) const
{
    auto const* const data = sqlite3_column_text(m_statement.get(), column);
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return data == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<char const*>(data), size};
}

Bytes Statement::bytes(int column) const
{
    auto const* const data = sqlite3_column_blob(m_statement.get(), column);
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return data == nullptr ? Bytes{} : Bytes{static_cast<char const*>(data), size};
}

std::string Statement::text(int column) const { return std::string{view(column)}; }
std::string Statement::blob(int column) const { return std::string{bytes(column)}; }

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

Database::Database(std::unique_ptr<Connection> connection) : m_connection{std::move(connection)} {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(std::filesystem::path const& path, Mode mode)
{
    // The URI form is needed for immutable=1; % and ? and # in names must be escaped in it.
    std::string uri = "file:";
    for (char const c : mode == Mode::Memory ? std::string{} : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') { uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23"; }
        else { uri += c; }
    }
    if (mode == Mode::Immutable) { uri += "?immutable=1"; }
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case Mode::ReadOnly:
    case Mode::Immutable: flags |= SQLITE_OPEN_READONLY; break;
    case Mode::ReadWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Mode::Create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
    case Mode::Memory: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY; break;
    }
    auto connection = std::make_unique<Connection>();
    sqlite3* raw = nullptr;
    int const result = sqlite3_open_v2(uri.c_str(), &raw, flags, nullptr);
    connection->handle.reset(raw); // there is a handle to close even after a failure
    connection->remember(result);
    if (connection->failure) { return std::unexpected{std::move(*connection->failure)}; }
    sqlite3_busy_timeout(raw, busyMilliseconds);
    return Database{std::move(connection)};
}

void Database::execute(std::string const& sql)
{
    if (m_connection->failure) { return; }
    m_connection->remember(sqlite3_exec(m_connection->handle.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle.get());
}

std::optional<std::int64_t> Database::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement.step() || statement.isNull(0)) { return std::nullopt; }
    return statement.integer(0);
}

Result<void> Database::outcome() const
{
    if (m_connection->failure) { return std::unexpected{*m_connection->failure}; }
    return {};
}

bool Database::failed() const noexcept { return m_connection->failure.has_value(); }

void Database::forgive()
{
    m_connection->failure.reset();
    m_connection->code = SQLITE_OK;
}

bool Database::readOnlyRecoveryNeeded() const
{
    return m_connection->failure.has_value() && m_connection->code == SQLITE_READONLY_ROLLBACK;
}

sqlite3* Database::raw() const
{
    return m_connection->handle.get();
}

Transaction::Transaction(Database& database, Kind kind) : m_database{database}
{
    m_database.execute(kind == Kind::Read ? "BEGIN" : "BEGIN IMMEDIATE");
    m_open = m_database.outcome().has_value();
}

Transaction::~Transaction()
{
    if (!m_open) { return; }
    m_database.forgive(); // the caller has the failure; the rollback must still run
    // SQLite itself rolls back on some errors; then there is nothing left to roll back.
    if (sqlite3_get_autocommit(m_database.raw()) == 0) { m_database.execute("ROLLBACK"); }
    m_database.forgive();
}

Result<void> Transaction::commit()
{
    auto state = m_database.outcome();
    if (!state) { return state; }
    m_database.execute("COMMIT");
    state = m_database.outcome();
    m_open = !state.has_value();
    return state;
}

namespace {

constexpr int stepsBetween = 500; ///< of SQLite's machine: some ten million a second, but a step that frees a large shape takes a tenth of a thousandth
constexpr double unknownShare = 0.99; ///< of a change it is not known how much is left

} // namespace

Asking::Asking(Database& database, GoOn const& goOn) : m_database{database}, m_goOn{goOn}
{
    if (goOn) { sqlite3_progress_handler(m_database.raw(), stepsBetween, stopWanted, this); }
}

int Asking::stopWanted(void* asking)
{
    auto& self = *static_cast<Asking*>(asking);
    self.m_stopped = self.m_stopped || !self.m_goOn(unknownShare); // an index has statements of its own, which end one behind the other
    return self.m_stopped ? 1 : 0;
}

Asking::~Asking() { sqlite3_progress_handler(m_database.raw(), 0, nullptr, nullptr); }

} // namespace zhengtu::ledger::sqlite
