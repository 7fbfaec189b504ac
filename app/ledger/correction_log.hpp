#pragma once

#include "ledger/correction_json.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <vector>

namespace zhengtu::ledger {

/// A correction as the history holds it.
struct LoggedCorrection {
    Event event;
    Anchor anchor; ///< its `group` is never empty
};

/// What the history says of corrections: which hold, and what undo and redo would do next. One step is a group of
/// corrections that were made at once; a new correction ends what could be redone.
struct CorrectionLog {
    std::vector<LoggedCorrection> all;       ///< in order, undone ones too
    std::vector<std::string> done, undone;   ///< groups; the next to undo or redo is the last

    [[nodiscard]] std::vector<LoggedCorrection const*> holding(std::string const& planId) const;
    [[nodiscard]] std::vector<LoggedCorrection const*> group(std::string const& id) const;
    [[nodiscard]] std::vector<std::string> plansOf(std::string const& group) const; ///< no repeats
};

[[nodiscard]] CorrectionLog readLog(sqlite::Database& database);

} // namespace zhengtu::ledger
