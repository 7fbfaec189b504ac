#pragma once

#include "core/date.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <map>
#include <string>

namespace zhengtu::ledger {

/// The id of the event that is appended next.
[[nodiscard]] std::string nextEventId(sqlite::Database& database);

/// Appends to the history; an event without an id gets the next one ("e00000042"), one without `when` the date.
void appendEvent(sqlite::Database& database, Event const& event, Date asOf);

/// What the history compares when a document is replaced: by task id, what the task says and when.
struct TaskState {
    std::string measure, deadline;
    friend bool operator==(TaskState const&, TaskState const&) = default;
};
using TaskStates = std::map<std::string, TaskState>;
[[nodiscard]] TaskStates taskStates(sqlite::Database& database, std::string const& planId);

/// Where a site is, as the history tells it: "place; precision; county; feature; lon lat; radius".
struct SiteState {
    std::string task, where;
};
using SiteStates = std::map<std::string, SiteState>; ///< by site id
[[nodiscard]] SiteStates siteStates(sqlite::Database& database, std::string const& planId);

/// Writes an event for each site that came, went or moved. Those of tasks that came or went are told of by recordChanges.
void recordMoves(sqlite::Database& database, SiteStates const& before, SiteStates const& after, Date asOf);

/// Writes an event for each task that came, went or changed.
void recordChanges(sqlite::Database& database, TaskStates const& before, TaskStates const& after, Date asOf);

} // namespace zhengtu::ledger
