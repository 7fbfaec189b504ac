#include "geo/surface.hpp"

namespace zhengtu::geo {

Raster coarsened(Raster const& raster, std::size_t mostCells)
{
    auto const squares = [](std::size_t cells, std::size_t side) { return (cells + side - 1) / side; };
    std::size_t side = 1;
    while (squares(raster.columns, side) * squares(raster.rows, side) > mostCells) { ++side; }
    if (side == 1) { return raster; }
    auto const wide = static_cast<double>(side);
    Raster result{.west = raster.west, .north = raster.north, .cellLon = raster.cellLon * wide, .cellLat = raster.cellLat * wide,
                  .columns = squares(raster.columns, side), .rows = squares(raster.rows, side), .values = {}};
    result.values.assign(result.columns * result.rows, 0.0);
    for (std::size_t row = 0; row < raster.rows; ++row) {
        auto const* from = raster.values.data() + row * raster.columns;
        auto* to = result.values.data() + row / side * result.columns;
        for (std::size_t column = 0; column < raster.columns; ++column) { to[column / side] += from[column]; }
    }
    for (auto& value : result.values) { value /= wide * wide; }
    return result;
}

} // namespace zhengtu::geo
