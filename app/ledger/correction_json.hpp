#pragma once

#include "core/error.hpp"
#include "ledger/correction.hpp"

#include <string>

/// The form in which the history keeps a correction: old and new value of its event (docs/formats/ledger.md).
namespace zhengtu::ledger {

/// The new value of the event. A status is a bare word, all else a JSON object with "v": 1.
[[nodiscard]] std::string newValue(Change const& change);

/// The way back. Error: FileFormat (no such kind, a later version, or broken).
[[nodiscard]] Result<Change> changeFrom(std::string const& what, std::string const& newValue);

[[nodiscard]] std::string placeJson(place::Site const& site, std::string const& how);
[[nodiscard]] std::string deadlineJson(DeadlineChange const& deadline);
[[nodiscard]] std::string unitJson(std::optional<UnitName> const& unit);
/// One list or text under a name: {"v":1,"text":"..."}.
[[nodiscard]] std::string textJson(std::string const& key, std::string const& value);
[[nodiscard]] std::string listJson(std::string const& key, std::vector<std::string> const& values);

/// What a correction was made on: enough to find it in a corrected document, where ids may have moved.
struct Anchor {
    std::string planId;
    std::string problemNo, problemText;
    std::string taskNo, taskText; ///< of the task, or of the task of the site; empty of a problem or goal
    std::string goal;
    std::string place;            ///< of a site
    std::size_t nth = 0;          ///< which of the sites of that name in the task
    std::string otherNo, otherText; ///< of the task that a merge takes in
    std::string group;            ///< event id of the first correction of one step of undo
};
[[nodiscard]] std::string contextJson(Anchor const& anchor);
/// An empty or broken text is an empty anchor: only ids count then.
[[nodiscard]] Anchor anchorFrom(std::string const& json);

} // namespace zhengtu::ledger
