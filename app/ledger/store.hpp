#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <filesystem>
#include <functional>
#include <optional>

namespace zhengtu::ledger {

/// The file behind a Ledger: opening, checking, and changes that happen whole or not at all.
///
/// A ledger that is not there yet lives in memory until its first change, which is written to a staging directory, flushed
/// and renamed: so a kill before leaves no file, a kill after leaves a whole one.
class Ledger::Store {
public:
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(std::filesystem::path const& path, bool create);
    [[nodiscard]] static Result<std::unique_ptr<Store>> openReadOnly(std::filesystem::path const& path);

    /// What reads look at: the file, or an empty ledger in memory while there is none.
    [[nodiscard]] Result<sqlite::Database*> database();

    GoOn goOn; ///< Ledger::askBeforeChange

    /// Runs `work` in one transaction. Whatever it or a statement of it reports undoes all of it, and so does `goOn`.
    using Work = std::function<Result<void>(sqlite::Database&)>;
    [[nodiscard]] Result<void> change(Work const& work, Date asOf);

private:
    Store(std::filesystem::path path, sqlite::Database database, bool published, bool writable)
        : m_path{std::move(path)}, m_database{std::move(database)}, m_published{published}, m_writable{writable}
    {
    }
    [[nodiscard]] Result<void> adopt(); ///< another process may have made the file meanwhile
    [[nodiscard]] Result<void> goesOn() const; ///< asked last
    [[nodiscard]] Result<void> publish(Work const& work, Date asOf);

    std::filesystem::path m_path;
    sqlite::Database m_database;
    bool m_published;
    bool m_writable;
};

} // namespace zhengtu::ledger
