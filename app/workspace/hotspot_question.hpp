#pragma once

#include "workspace/hotspot_methods.hpp"
#include "workspace/task_filter.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A search for hotspots as a person asks for it: docs/guide/hotspots.md.
namespace zhengtu::workspace {

enum class HotspotMethod : std::uint8_t { Density, Clusters, Gi, Counties };
[[nodiscard]] std::string_view name(HotspotMethod method) noexcept; ///< "density", "dbscan", "gi", "counties"

/// The fields of its features that a person looks at first, for tables; layer and JSON have all.
[[nodiscard]] std::vector<std::string> mainFields(HotspotMethod method);

/// The method's answer for the tasks that the filter keeps. `shipped`: where the counties are; which of them the plans speak of is found
/// here. Errors as of the method.
[[nodiscard]] Result<HotspotAnswer> hotspotsFor(HotspotMethod method, std::vector<ledger::TaskRow> const& tasks, std::vector<ledger::PlanRow> const& plans,
                                                std::vector<geo::Layer> const& shipped, HotspotWish wish, TaskFilter const& filter,
                                                analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
