#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// A grid of numbers over degrees of CGCS2000, as a plain value, and what GDAL makes of it.
namespace zhengtu::geo {

/// Cells of equal height and width in degrees, row by row from the north, in a row from the west.
struct Raster {
    double west = 0, north = 0;           ///< the outer corner, degrees
    double cellLon = 0, cellLat = 0;      ///< degrees, above zero
    std::size_t columns = 0, rows = 0;
    std::vector<double> values;           ///< columns * rows

    [[nodiscard]] LonLat centre(std::size_t column, std::size_t row) const noexcept
    {
        return {west + (static_cast<double>(column) + 0.5) * cellLon, north - (static_cast<double>(row) + 0.5) * cellLat};
    }
    [[nodiscard]] double cellAreaM2(std::size_t row) const noexcept; ///< geodesic; the same in a whole row
    [[nodiscard]] double sum() const noexcept;                       ///< of value times area in m2
};

/// Writes a GeoTIFF (EPSG:4490, 64-bit numbers, deflated) with what is said of it as metadata; the file must not be there.
/// The same raster gives the same bytes. Errors: FileExists, Storage.
[[nodiscard]] Result<void> writeGeoTiff(std::filesystem::path const& path, Raster const& raster, std::string const& description,
                                        std::vector<std::pair<std::string, std::string>> const& metadata);

/// The areas between ascending levels, by linear interpolation between the centres of cells: the first from the first level to
/// the second, the last from the last level up. A level that nothing reaches gives an empty shape. Values outside the raster do not count:
/// give it a margin below the first level. Usage for levels that do not ascend.
[[nodiscard]] Result<std::vector<Shape>> contourBands(Raster const& raster, std::span<double const> levels);

/// The lines of each level.
[[nodiscard]] Result<std::vector<Shape>> contourLines(Raster const& raster, std::span<double const> levels);

} // namespace zhengtu::geo
