#pragma once

#include "workspace/user_layer.hpp"
#include "workspace/workspace.hpp"

#include <optional>

namespace zhengtu::workspace {

/// What a change of layers does to one site of a task.
struct SiteChange {
    std::string taskId, taskNo, planTitle;
    std::optional<place::Site> before, after; ///< none: the task had, or has, no such site
    double movedM = 0;                        ///< from centre to centre, geodesic; 0 where one of them has no place
};

struct LayerOutcome {
    UserLayerReport report; ///< of the file; empty where a layer was removed
    std::string layerId;
    bool replaced = false;  ///< a layer of that id was there before
    std::size_t tasks = 0;  ///< in the ledger
    std::vector<SiteChange> changes;
};

/// Takes a file into a ledger (made where there is none) as a layer of its own, and places its plans again: one transaction.
/// Reads of the plans are from their text in the ledger. With `dryRun` all is done to a copy that is thrown away.
/// Errors: as readUserLayer; Usage where the id is that of a layer that is not a user's; LedgerConflict; Cancelled.
[[nodiscard]] Result<LayerOutcome> addUserLayer(Atlas const& atlas, std::filesystem::path const& ledger, UserLayerRequest const& request,
                                                Date asOf, bool dryRun, analysis::Progress const& progress = {});

/// `progress` is told of 1 when all is computed and before anything is written; false stops it then, too.
/// Takes a user's layer out, and places the plans as without it. Errors: NotFound (lists the ids), Usage (not a user's layer).
[[nodiscard]] Result<LayerOutcome> removeUserLayer(Atlas const& atlas, std::filesystem::path const& ledger, std::string const& id,
                                                   Date asOf, bool dryRun, analysis::Progress const& progress = {});

/// The sites that are not as they were. Sites of one task that have the same place and stand at the same words are one.
[[nodiscard]] std::vector<SiteChange> siteChanges(std::vector<ledger::TaskRow> const& before, std::vector<ledger::TaskRow> const& after);

/// Whether the sites of plans that are read again are kept; who has those of the ledger needs none.
enum class Placed : bool { No, Yes };

/// The plans of a ledger read once more from their text in it, in its order: what was read of a plan beyond what the ledger keeps. Errors:
/// LedgerConflict where a newer reader takes one for another plan; Cancelled.
[[nodiscard]] Result<std::vector<ledger::PlanRecord>> readPlansAgain(ledger::Ledger const& ledger, Atlas const& atlas, analysis::Progress const& progress = {}, Placed placed = Placed::Yes);

/// A ledger and the atlas as its own layers make it: what import, locate and queries with a ledger use. A ledger that is not
/// there has no layers.
[[nodiscard]] Result<Atlas> atlasFor(std::filesystem::path const& ledger);

} // namespace zhengtu::workspace
