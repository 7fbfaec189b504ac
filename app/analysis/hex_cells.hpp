#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace zhengtu::analysis {

/// Hexagons of equal area over positions and what lies in each.
struct HexCells {
    std::vector<geo::LonLat> centres;
    std::vector<geo::Shape> shapes;
    std::vector<std::size_t> cellOf; ///< by position
    double areaM2 = 0;               ///< of each
};

constexpr std::size_t mostHexCells = 200'000;

/// Hexagons `widthM` across the flats, in Lambert's azimuthal equal-area projection about the middle of the positions (distances off by
/// less than 0.2 % within 400 km of it). All that hold a position, and those whose centre lies in the convex hull of the positions grown by a
/// width: cells where nothing is are the cold ones that hot ones stand out from. By row from the south, in a row from the west; the order of the positions does
/// not matter. Usage: no position, a width of zero, more than mostHexCells (the cure says what to do). Crs.
[[nodiscard]] Result<HexCells> hexCells(std::span<geo::LonLat const> positions, double widthM);

} // namespace zhengtu::analysis
