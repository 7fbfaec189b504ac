#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

struct SharedArea {
    std::uint32_t a = 0, b = 0; ///< numbers in the two layers
    double areaM2 = 0;          ///< above zero
    friend bool operator==(SharedArea const&, SharedArea const&) = default;
};

/// The areas that polygons of two layers share, for every pair that shares any, by `a`, then by `b`; on the ellipsoid, as
/// geo::areaM2 measures. Shapes without parts share nothing; polygons that only touch share none.
struct SharedAreas {
    std::vector<SharedArea> areas;
    std::vector<std::uint32_t> repairedA, repairedB; ///< numbers of polygons that had to be repaired first, ascending
};

/// Errors: GeometryInvalid, with layer and number, for a polygon that cannot be repaired or a shape of another type; Cancelled. The
/// answer does not depend on `threads` (0: all cores).
[[nodiscard]] Result<SharedAreas> sharedAreas(std::span<geo::Shape const> a, std::span<geo::Shape const> b,
                                              Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
