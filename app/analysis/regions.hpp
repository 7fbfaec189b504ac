#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/index.hpp"
#include "geo/region.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// A layer of polygons made ready to be overlaid.
struct Regions {
    std::vector<std::optional<geo::Region>> all; ///< nothing for a shape without parts
    std::vector<std::uint32_t> repaired;         ///< numbers of those that were broken, ascending

    [[nodiscard]] geo::SpatialIndex index(double grownM = 0) const; ///< of the extents
};

/// The shapes must outlive the regions. GeometryInvalid, with `layer` and the number from 1, for a shape of another type and for what
/// cannot be repaired; Cancelled.
[[nodiscard]] Result<Regions> regionsOf(std::span<geo::Shape const> polygons, std::string_view layer, Progress const& progress,
                                        unsigned threads);

} // namespace zhengtu::analysis
