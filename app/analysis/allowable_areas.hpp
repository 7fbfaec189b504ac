#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace zhengtu::analysis {

/// What is left of one mine when the zones and a pillar around them are taken off: beforeM2 = overlapM2 + pillarM2 + afterM2.
struct AllowableArea {
    double beforeM2 = 0;  ///< of the mine
    double overlapM2 = 0; ///< in the zones, whatever they share counted once
    double pillarM2 = 0;  ///< outside the zones and within the pillar's width of them
    double afterM2 = 0;
    std::vector<std::uint32_t> zones; ///< numbers of those that take something, ascending
    geo::Shape after{};               ///< polygons; without parts where nothing is left, or where shapes are not asked for
    geo::Shape overlap{}, pillar{};   ///< likewise what lies in the zones, and what only within the pillar
};

struct AllowableOptions {
    bool shapes = true;   ///< make `after`; without it the areas alone
    bool taken = false;   ///< make `overlap` and `pillar`, too
    unsigned threads = 0; ///< 0: all cores. The answer does not depend on it.
};

struct AllowableAreas {
    std::vector<AllowableArea> mines;                        ///< one for each mine
    std::vector<std::uint32_t> repairedMines, repairedZones; ///< numbers of those that had to be repaired first, ascending
};

/// Allowable mining areas: mines minus zones grown by a pillar of `pillarM` metres (0: none). Areas as geo::areaM2 measures; the pillar
/// is measured in a plane around each mine (scale off by less than 3e-5 for mines up to 50 km wide) and drawn with 6 chords or more a quarter, so it
/// lies within 1 % of `pillarM` or 0.5 m, the lesser, inside the true curve. Mines and zones may overlap each other and themselves: broken
/// ones are repaired and listed. Errors: Usage for a pillar below zero, no number or above 5 km; GeometryInvalid, with layer and number, for what cannot be repaired or is no
/// polygon; Cancelled.
[[nodiscard]] Result<AllowableAreas> allowableAreas(std::span<geo::Shape const> mines, std::span<geo::Shape const> zones,
                                                    double pillarM, Progress const& progress = {},
                                                    AllowableOptions const& options = {});

} // namespace zhengtu::analysis
