#pragma once

#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhengtu::ledger {

/// Puts whole tasks together from the tables of a ledger. Not for use outside app/ledger.
class TaskReader {
public:
    explicit TaskReader(sqlite::Database& database) : m_database{database} {}

    [[nodiscard]] Result<std::vector<TaskRow>> all(); ///< in plan, problem, task order
    /// As TaskPages::read.
    [[nodiscard]] Result<std::vector<TaskRow>> some(std::span<std::string_view const> ids);
    /// From now on `some` fails when another connection has changed the ledger.
    void watch();

private:
    struct Tasks;
    /// Which rows of a table: of all tasks, or of those whose ids are bound as a JSON array.
    struct Choice {
        std::optional<std::string> ids; ///< JSON
        void over(sqlite::Statement& statement) const; ///< binds it
        [[nodiscard]] std::string condition(std::string_view column) const; ///< " WHERE ..." of the SQL
    };

    [[nodiscard]] Result<void> read(Tasks& tasks, Choice const& choice);
    void readSections();
    void readBare(Tasks& tasks, Choice const& choice);
    void readUnits(Tasks& tasks, Choice const& choice);
    void readDeadlines(Tasks& tasks, Choice const& choice);
    [[nodiscard]] Result<void> readSites(Tasks& tasks, Choice const& choice);
    void readCandidates(Tasks& tasks, Choice const& choice);
    void indexCandidates();

    sqlite::Database& m_database;
    std::optional<std::map<std::pair<std::string, std::int64_t>, std::string>> m_sections; ///< by plan and number
    std::optional<std::vector<std::pair<std::uint64_t, std::int64_t>>> m_candidates;       ///< hash of the site's id, row
    std::optional<std::int64_t> m_version;
};

/// Adds what one row of the table of deadlines says; `dates` as stored.
void addDeadline(plan::Deadline& deadline, std::string_view kind, std::string_view dates, bool longTerm);

} // namespace zhengtu::ledger
