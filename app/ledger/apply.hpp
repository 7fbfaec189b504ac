#pragma once

#include "ledger/correction.hpp"
#include "ledger/sqlite.hpp"

#include <array>
#include <string>

/// Puts one correction into the tables. The same rows and the same correction give the same rows: a history is applied again
/// after each import and after an undo. Within a transaction of the caller's; the plan's rows as read are aside already.
namespace zhengtu::ledger {

/// Each has a table of sites (schema::sitesTable).
inline constexpr std::array siteTypes{geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None};

/// Applies `change` to the subject as it is called today; gives the old value for the event. Errors, nothing then changed:
/// NotFound (what it names is not there), Usage (it makes no sense for that subject).
[[nodiscard]] Result<std::string> apply(sqlite::Database& database, std::string const& subject, Change const& change);

/// Whether the change would leave everything as it is, given the old value of apply().
[[nodiscard]] bool isIdle(Change const& change, std::string const& oldValue);

/// Brings what the site tables say of their tasks in line with the tasks.
void refreshSites(sqlite::Database& database, std::string const& planId);

/// An id for a task that a correction makes: `<base>-p2`, `-p3` ... that no event or task has used.
[[nodiscard]] std::string newTaskId(sqlite::Database& database, std::string const& base);

// One function for each kind, in apply_*.cpp.
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, StatusChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, DeadlineChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, UnitChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, CategoryChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, TextChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, Split const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, Merge const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, Relabel const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, PlaceChange const& change);
[[nodiscard]] Result<std::string> applyTo(sqlite::Database& database, std::string const& subject, PlaceReset const& change);

/// Copies units, deadline, counties, status and the rest of a task to a new one. `text` empty span where it has none.
struct NewTask {
    std::string id, from, problemId, text, no;
    Span span;
    std::size_t ord = 0;
};
void addTask(sqlite::Database& database, NewTask const& task);
/// Brings the goals that a problem shows in line with its rows of `goals`.
void joinGoals(sqlite::Database& database, std::string const& problemId);
/// A row of sites_unlocated with the reason, so that every task has a site.
void addUnlocatedSite(sqlite::Database& database, std::string const& taskId, std::string const& reason);

} // namespace zhengtu::ledger
