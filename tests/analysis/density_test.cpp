#include "analysis/density.hpp"
#include "analysis/hex_cells.hpp"
#include "analysis/hotspot_scale.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/raster.hpp"
#include "../support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <numbers>
#include <random>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<Weighted> scattered(std::size_t count)
{
    std::mt19937 random{7};
    std::uniform_real_distribution<double> lon{112, 112.4}, lat{37.6, 38}, weight{0, 3};
    std::vector<Weighted> positions;
    for (std::size_t i = 0; i < count; ++i) { positions.push_back({{lon(random), lat(random)}, weight(random)}); }
    return positions;
}

double total(std::vector<Weighted> const& positions)
{
    double sum = 0;
    for (auto const& one : positions) { sum += one.weight; }
    return sum;
}

} // namespace

TEST_CASE("a density adds up to the weights whatever radius and cell", "[analysis][density]")
{
    auto const [radiusM, cellM] = GENERATE(table<double, double>({{5000, 250}, {5000, 2500}, {800, 400}, {20000, 1000}}));
    CAPTURE(radiusM, cellM);
    auto const positions = scattered(200);
    auto const density = kernelDensity(positions, {.radiusM = radiusM, .cellM = cellM});
    REQUIRE(density);
    CHECK_THAT(density->sum(), WithinRel(total(positions), 1e-9));
    CHECK(std::ranges::min(density->values) >= 0);
}

TEST_CASE("a density of one position is the quartic kernel at every distance in metres", "[analysis][density]")
{
    geo::LonLat const at{112.5, GENERATE(0.0, 37.8, -52.0, 70.0)};
    double const radiusM = 3000;
    auto const density = kernelDensity(std::vector<Weighted>{{at, 2}}, {.radiusM = radiusM, .cellM = 60});
    REQUIRE(density);
    for (std::size_t row = 0; row < density->rows; row += 7) {
        for (std::size_t column = 0; column < density->columns; column += 5) {
            double const d = geo::distanceM(at, density->centre(column, row)) / radiusM;
            double const kernel = d < 1 ? 2 * 3 / (std::numbers::pi * radiusM * radiusM) * (1 - d * d) * (1 - d * d) : 0;
            CHECK_THAT(density->values[row * density->columns + column], WithinAbs(kernel, 2e-3 * 6 / (std::numbers::pi * radiusM * radiusM)));
        }
    }
}

TEST_CASE("a density is the same to the bit for any order and any number of threads", "[analysis][density]")
{
    auto positions = scattered(500);
    auto const first = kernelDensity(positions, {.radiusM = 4000, .cellM = 300, .threads = 1});
    std::ranges::reverse(positions);
    auto const second = kernelDensity(positions, {.radiusM = 4000, .cellM = 300, .threads = 3});
    REQUIRE((first && second));
    CHECK(first->values == second->values);
}

TEST_CASE("a density of nonsense is an error, and is stopped whole", "[analysis][density]")
{
    double const nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<Weighted> const good{{{112, 38}, 1}, {{112.1, 38}, 1}};
    auto const code = [&](std::vector<Weighted> const& positions, double radiusM, double cellM) { return kernelDensity(positions, {.radiusM = radiusM, .cellM = cellM}).error().code; };
    CHECK(code({}, 1000, 100) == ErrorCode::Usage);
    CHECK(code({{{112, 38}, 0}}, 1000, 100) == ErrorCode::Usage);
    CHECK(code({{{112, 38}, -1}}, 1000, 100) == ErrorCode::Usage);
    CHECK(code({{{112, 38}, nan}}, 1000, 100) == ErrorCode::Usage);
    CHECK(code({{{nan, 38}, 1}}, 1000, 100) == ErrorCode::GeometryInvalid);
    CHECK(code({{{112, 89}, 1}}, 1000, 100) == ErrorCode::GeometryInvalid);
    CHECK(code(good, 0, 100) == ErrorCode::Usage);
    CHECK(code(good, 100'001, 1000) == ErrorCode::Usage);
    CHECK(code(good, 1000, 501) == ErrorCode::Usage);
    CHECK(code(good, 1000, 0.5) == ErrorCode::Usage); // too many cells
    CHECK(kernelDensity(good, {.radiusM = 1000, .cellM = 100}, [](double) { return false; }).error().code == ErrorCode::Cancelled);
}

TEST_CASE("levels of a density hold their share of the weight, and contours that area", "[analysis][density]")
{
    auto const positions = scattered(100);
    auto const density = kernelDensity(positions, {.radiusM = 6000, .cellM = 300});
    REQUIRE(density);
    std::vector<double> const shares{0.9, 0.5};
    auto const levels = densityLevels(*density, shares);
    REQUIRE(levels.size() == 2);
    CHECK(levels[0] < levels[1]);
    auto const bands = geo::contourBands(*density, levels);
    REQUIRE(bands);
    double area = 0; // of the cells above the upper level
    double inside = 0;
    for (std::size_t row = 0; row < density->rows; ++row) {
        for (std::size_t column = 0; column < density->columns; ++column) {
            double const value = density->values[row * density->columns + column];
            area += value >= levels[1] ? density->cellAreaM2(row) : 0;
            inside += value >= levels[1] ? value * density->cellAreaM2(row) : 0;
        }
    }
    CHECK_THAT(inside, WithinRel(total(positions) / 2, 0.01));
    CHECK_THAT(geo::areaM2((*bands)[1]), WithinRel(area, 0.02));
    auto const both = geo::intersects((*bands)[0], (*bands)[1]);
    REQUIRE(both);
    CHECK(*both); // they meet at the level
    auto const lines = geo::contourLines(*density, levels);
    REQUIRE(lines);
    CHECK((*lines)[0].type == geo::ShapeType::Line);
    CHECK(geo::contourBands(*density, std::vector<double>{2.0, 1.0}).error().code == ErrorCode::Usage);
}

TEST_CASE("a GeoTIFF has the same bytes each time and is not written over", "[analysis][density]")
{
    tests::TemporaryDirectory const directory;
    auto const density = kernelDensity(scattered(5), {.radiusM = 3000, .cellM = 300});
    REQUIRE(density);
    auto const bytes = [](std::string const& name) {
        std::ifstream file{name, std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
    REQUIRE(geo::writeGeoTiff(directory / "a.tif", *density, "weight per m2", {{"radius_m", "3000"}}));
    REQUIRE(geo::writeGeoTiff(directory / "b.tif", *density, "weight per m2", {{"radius_m", "3000"}}));
    CHECK(bytes(directory / "a.tif") == bytes(directory / "b.tif"));
    CHECK(bytes(directory / "a.tif").contains("radius_m"));
    CHECK(geo::writeGeoTiff(directory / "a.tif", *density, "", {}).error().code == ErrorCode::FileExists);
}

TEST_CASE("hexagons hold every position once and have one area", "[analysis][density]")
{
    std::vector<geo::LonLat> positions;
    for (auto const& one : scattered(300)) { positions.push_back(one.at); }
    auto const cells = hexCells(positions, 4000);
    REQUIRE(cells);
    REQUIRE(cells->cellOf.size() == positions.size());
    for (std::size_t i = 0; i < positions.size(); i += 10) {
        auto const inside = geo::covers(cells->shapes[cells->cellOf[i]], geo::Shape::point(positions[i]));
        REQUIRE(inside);
        CHECK(*inside);
    }
    for (auto const& shape : cells->shapes) { CHECK_THAT(geo::areaM2(shape), WithinRel(cells->areaM2, 1e-4)); }
    CHECK(cells->centres.size() > 80); // 35 x 44 km, grown, in cells of 13.9 km2
    CHECK(hexCells(positions, 10).error().code == ErrorCode::Usage);
    CHECK(hexCells(positions, 0).error().code == ErrorCode::Usage);
    CHECK(hexCells({}, 1000).error().code == ErrorCode::Usage);
    auto const lone = hexCells(std::vector<geo::LonLat>{{112, 38}}, 1000);
    REQUIRE(lone);
    CHECK(lone->centres.size() >= 3); // it and those nearest
}

TEST_CASE("distances that data suggest", "[analysis][density]")
{
    CHECK(roundedUp(1234) == 1300);
    CHECK(roundedUp(1300) == 1300);
    CHECK_THAT(roundedUp(0.1234), WithinRel(0.13, 1e-9));
    CHECK(roundedUp(0) == 0);
    std::vector<geo::LonLat> row;
    for (int i = 0; i < 20; ++i) { row.push_back({112, 38 + 0.01 * i}); }
    double const step = geo::distanceM(row[0], row[1]);
    CHECK_THAT(meanNeighbourM(row, 1), WithinRel(step, 1e-3));
    CHECK(meanNeighbourM(row, 20) == 0);
    CHECK(kneeM(row, 1) < 1.01 * step); // no cluster stands out
    // Two clumps of 30 within some hundred metres, ten positions some 20 km apart: the knee lies between.
    std::mt19937 random{3};
    std::normal_distribution<double> near{0, 0.003};
    std::vector<geo::LonLat> clumps;
    for (int i = 0; i < 60; ++i) { clumps.push_back({112 + (i % 2) * 0.5 + near(random), 38 + near(random)}); }
    for (int i = 0; i < 10; ++i) { clumps.push_back({113 + 0.25 * i, 36 + 0.2 * (i % 3)}); }
    auto const knee = kneeM(clumps, 3);
    CHECK(knee > 100);
    CHECK(knee < 3000);
    std::vector<Weighted> same(5, Weighted{{112, 38}, 1});
    CHECK(densityRadiusM(same) == 0);
    CHECK(densityRadiusM({}) == 0);
}
