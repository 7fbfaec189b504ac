#pragma once

#include "core/error.hpp"
#include "core/go_on.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// The SQLite C API behind owning handles. Private to app/ledger.
///
/// The first failure of a database sticks: from then on every call does nothing, and `outcome()` tells what happened. So a
/// sequence of statements is written plainly and asked about once, before its transaction is committed.
namespace zhengtu::ledger::sqlite {

using Bytes = std::string_view; ///< a blob, seen as chars
struct Blob {
    Bytes bytes;
};

/// Values of which only the run of the program knows how many there are; they take as many places as there are.
using Value = std::variant<std::nullptr_t, double, std::string_view>;

struct Connection; ///< the handle and its first failure; Statements point at it

/// A prepared statement. Values are bound and read in the order of the SQL, from 0.
class Statement {
public:
    Statement(Connection& connection, std::string_view sql);

    /// Binds, steps to the end, and is ready to be run again.
    template <class... Values> void run(Values const&... values)
    {
        bindAll(values...);
        while (step()) {}
        reset();
    }
    /// Binds; `step()` then walks through the rows.
    template <class... Values> Statement& query(Values const&... values)
    {
        bindAll(values...);
        return *this;
    }
    [[nodiscard]] bool step(); ///< true: there is a row

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string_view view(int column) const; ///< a text, until the next step
    [[nodiscard]] Bytes bytes(int column) const;           ///< a blob, likewise
    [[nodiscard]] std::string blob(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::size_t size(int column) const { return static_cast<std::size_t>(integer(column)); }

private:
    template <class... Values> void bindAll(Values const&... values)
    {
        reset();
        int index = 0;
        (bindNext(index, values), ...);
    }
    template <class T> void bindNext(int& index, T const& value) { bind(++index, value); }
    void bindNext(int& index, std::vector<Value> const& values)
    {
        for (auto const& value : values) {
            std::visit([&](auto const& one) { bind(++index, one); }, value);
        }
    }
    void bind(int index, std::string_view value);
    void bind(int index, char const* value) { bind(index, std::string_view{value}); }
    void bind(int index, std::string const& value) { bind(index, std::string_view{value}); }
    void bind(int index, Blob value);
    void bind(int index, double value);
    void bind(int index, std::int64_t value);
    void bind(int index, std::integral auto value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::nullptr_t);
    template <class T> void bind(int index, std::optional<T> const& value)
    {
        if (value) { bind(index, *value); }
        else { bind(index, nullptr); }
    }
    void reset();

    struct Finish {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    Connection* m_connection;
    std::unique_ptr<sqlite3_stmt, Finish> m_statement;
};

enum class Mode : std::uint8_t { ReadOnly, Immutable, ReadWrite, Create, Memory };

/// One open database. Not thread-safe.
class Database {
public:
    [[nodiscard]] static Result<Database> open(std::filesystem::path const& path, Mode mode);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    [[nodiscard]] Statement prepare(std::string_view sql) { return Statement{*m_connection, sql}; }
    void execute(std::string const& sql); ///< one or several statements without values
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view sql); ///< first value of the first row

    [[nodiscard]] Result<void> outcome() const; ///< the first failure since the start or `forgive()`
    [[nodiscard]] bool failed() const noexcept; ///< whether there is one: for loops in which making the values takes longer than doing nothing with them
    void forgive();
    [[nodiscard]] bool readOnlyRecoveryNeeded() const; ///< the failure is a hot journal that a reader may not roll back
    [[nodiscard]] sqlite3* raw() const;

private:
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

/// BEGIN now, ROLLBACK at the end of its life unless committed. Read: all statements see one moment of the file, whoever
/// writes meanwhile. Write: nobody else writes from now on.
class Transaction {
public:
    enum class Kind : std::uint8_t { Read, Write };
    Transaction(Database& database, Kind kind);
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit(); ///< the failure of any statement since BEGIN, or of COMMIT itself

private:
    Database& m_database;
    bool m_open = true;
};

/// While it lives, statements of the database ask `goOn`, often; once it says no, nobody is asked again and all that run are Cancelled. Empty: nobody is
/// asked. Both must outlive it.
class Asking {
public:
    Asking(Database& database, GoOn const& goOn);
    Asking(Asking const&) = delete;
    Asking& operator=(Asking const&) = delete;
    ~Asking();

private:
    static int stopWanted(void* asking);

    Database& m_database;
    GoOn const& m_goOn;
    bool m_stopped = false;
};

} // namespace zhengtu::ledger::sqlite
