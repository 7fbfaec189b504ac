#pragma once

#include "geo/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

/// What the spatial benchmark computes with, and its files: docs/benchmarks.md says what is in them.
namespace zhengtu::bench {

struct Data {
    std::vector<geo::LonLat> points;
    std::vector<double> values; ///< one for each point
    std::vector<geo::Shape> polygons, rivers, mines, zones;
};

struct Amounts {
    std::size_t points = 1'000'000, polygons = 2'000, rivers = 200, riverVertices = 10'000, mines = 5'000;
    std::uint64_t seed = 1;
};

/// Random, but the same for the same amounts: points in heaps and about, in the box of Shanxi; irregular polygons of 100 to 5,000
/// vertices, some with holes, which are the zones too; rivers that wander; mines of 8 to 60 corners.
[[nodiscard]] Data generated(Amounts const& amounts);

/// Reads layers of a user (points, polygons, rivers, mines, zones as .gpkg, .geojson, .shp, .csv or .fgb) from a folder, or what `save` wrote there. Says on
/// standard error what is left out; ends the program with what is wrong and the cure.
[[nodiscard]] Data fromUser(std::filesystem::path const& folder);

/// points.f64 and values.f64 (doubles as the machine has them), <layer>.wkb (a 32-bit length before each WKB).
void save(Data const& data, std::filesystem::path const& folder);
/// Reads one of those; missing files are empty.
[[nodiscard]] std::vector<geo::LonLat> loadPoints(std::filesystem::path const& folder);
[[nodiscard]] std::vector<double> loadValues(std::filesystem::path const& folder);
[[nodiscard]] std::vector<geo::Shape> loadShapes(std::filesystem::path const& folder, char const* layer);

} // namespace zhengtu::bench
