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

struct HotspotQuestion {
    HotspotMethod method = HotspotMethod::Density;
    HotspotWish wish;     ///< `covered` and, where a file is named, the bases are found here
    TaskFilter filter;    ///< which tasks count
    std::string baseFile; ///< Counties: a table of numbers to divide by; empty: the area
    std::string baseField; ///< its field
    std::string layer{};   ///< id of the layer; empty: the method's own
};

/// The method's answer. The table has been read with the filter's text. `shipped`: where the counties are. Errors as of the method and readCountyBases.
[[nodiscard]] Result<HotspotAnswer> hotspotsFor(HotspotQuestion const& question, ledger::SiteTable const& table, std::vector<ledger::PlanRow> const& plans,
                                                std::vector<geo::Layer> const& shipped, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
