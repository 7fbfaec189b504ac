#pragma once

#include "workspace/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the map and the findings of a ledger say about one task.
namespace zhengtu::workspace {

inline constexpr double nearbyM = 5'000; ///< how far a zone is looked for

/// The nearest zone of a kind that no site of the task lies in for certain.
struct NearbyZone {
    std::string kind; ///< "reserve", "spring_zone" ...
    QueryRow row;     ///< the site, the zone and the distance in metres
};

struct TaskContext {
    std::vector<QueryRow> zones;      ///< that the sites lie in, or may; as queryWithin
    std::vector<NearbyZone> nearby;   ///< by distance; of sites known by more than a county alone
    std::vector<geo::Layer> findings; ///< the ledger's layers of findings with those about the task alone; empty ones are left out
    bool rulesWereRun = false;        ///< and claims: without it nothing is known of findings
    bool claimsWereRun = false;
};

/// Whether a layer of that kind holds what a place may lie in by law: protected zones, those of a user too. Results are none.
[[nodiscard]] bool isProtection(std::string_view kind) noexcept;

/// `layers`: the stack of what ships and the ledger's own, results of earlier runs among them. Errors: Cancelled, GeometryInvalid.
[[nodiscard]] Result<TaskContext> contextOf(ledger::TaskRow const& task, std::vector<geo::Layer> const& layers, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
