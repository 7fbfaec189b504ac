#pragma once

#include "ledger/correction_json.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <string_view>

namespace zhengtu::ledger {

/// What an id stands for in the ledger as it is now.
enum class SubjectKind : std::uint8_t { None, Task, Problem, Goal, Site };
[[nodiscard]] SubjectKind subjectKind(sqlite::Database& database, std::string const& id);

/// What to remember of a subject besides its id. The subject must be there.
[[nodiscard]] Anchor anchorOf(sqlite::Database& database, std::string const& id);

/// The id under which a subject stands in the ledger today: its own where the text is still the same, else the one of the same
/// number with a text much alike, else the only one with a text nearly the same; of a site whose measure was written anew, the one
/// of that name in its problem. NotFound says why there is none: the
/// subject is then left alone, because a correction of the wrong task is worse than none.
[[nodiscard]] Result<std::string> findSubject(sqlite::Database& database, std::string const& id, Anchor const& anchor);

/// 0 to 1: how alike two texts are, by the pairs of neighbouring characters that they share (Dice); white space does not count.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

/// The place of "-g3" in "<problem id>-g3": the problem's id and 2; nothing for other ids.
[[nodiscard]] std::optional<std::pair<std::string, std::size_t>> goalOf(std::string const& id);

/// Ids of tasks, problems, goals and sites that look like one that is not there, the likest first.
[[nodiscard]] std::vector<std::string> nearIds(sqlite::Database& database, std::string const& id);

} // namespace zhengtu::ledger
