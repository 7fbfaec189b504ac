#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// Whether the cells of a grid cover an area without gaps and without overlaps (无缝隙).
namespace zhengtu::analysis {

struct CoverageFault {
    geo::Shape shape;               ///< a gap: one part; an overlap: all that two cells share
    double areaM2 = 0, widthM = 0;  ///< width: the widest part's mean width
    std::vector<std::size_t> cells; ///< those at the gap, or the two that overlap; ascending
};

struct Coverage {
    std::vector<CoverageFault> gaps, overlaps; ///< the largest first
    double withinM2 = 0;                       ///< of the area; without one, of the cells and the gaps that they enclose
    double coveredM2 = 0;                      ///< of it in cells, counted once
    double overlappedM2 = 0;                   ///< in more than one cell, counted once
    double outsideM2 = 0;                      ///< of cells beyond the area
};

/// `cells` are sound polygons (soundLayer); `within` the area that they should cover, none: gaps are those that cells enclose. Gaps
/// and overlaps of any width are listed, with their width: what is a fault and what the last digit of a coordinate is for the caller
/// to say. Errors: GeometryInvalid with the id; Cancelled. The answer does not depend on `threads`.
[[nodiscard]] Result<Coverage> checkCoverage(std::span<geo::Feature const> cells, std::optional<geo::Shape> const& within,
                                             Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
