#include "geo/surface.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace zhengtu::geo;

namespace {

Raster counted(std::size_t columns, std::size_t rows)
{
    Raster raster{.west = 110, .north = 40, .cellLon = 0.01, .cellLat = 0.02, .columns = columns, .rows = rows, .values = {}};
    for (std::size_t i = 0; i < columns * rows; ++i) { raster.values.push_back(static_cast<double>(i)); }
    return raster;
}

} // namespace

TEST_CASE("a raster that is small enough stays as it is", "[raster]")
{
    auto const raster = counted(3, 2);
    auto const same = coarsened(raster, 6);
    CHECK(same.columns == 3);
    CHECK(same.values == raster.values);
}

TEST_CASE("a large raster is kept as means of squares, those over the edge filled up with zeros", "[raster]")
{
    auto const made = coarsened(counted(3, 2), 5); // 2 x 1 squares of 2 x 2 cells
    REQUIRE(made.columns == 2);
    REQUIRE(made.rows == 1);
    CHECK(made.west == 110);
    CHECK(made.north == 40);
    CHECK(made.cellLon == Catch::Approx(0.02));
    CHECK(made.cellLat == Catch::Approx(0.04));
    CHECK(made.values == std::vector{(0 + 1 + 3 + 4) / 4.0, (2 + 5) / 4.0});
}

TEST_CASE("the sum over the ground stays when cells become coarser", "[raster]")
{
    auto const raster = counted(101, 97);
    for (std::size_t const most : {2'500U, 900U, 100U, 1U}) {
        auto const made = coarsened(raster, most);
        CHECK(made.columns * made.rows <= most);
        if (most > 1) { CHECK(made.sum() == Catch::Approx(raster.sum()).epsilon(0.03)); } // cells further north are smaller
    }
}
