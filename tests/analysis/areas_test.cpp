#include "analysis/allowable_areas.hpp"
#include "analysis/shared_areas.hpp"

#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "layers.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>

using namespace zhengtu;
using namespace zhengtu::analysis;
using namespace zhengtu::analysis::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

geo::Shape wkt(char const* text)
{
    return geo::fromWkt(text).value();
}

geo::Shape box(double lon, double lat, double size)
{
    return {geo::ShapeType::Polygon,
            {{{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}, {lon, lat}}, {}}}};
}

/// Pairs whose intersection by GEOS has an area.
std::vector<SharedArea> byGeos(std::vector<geo::Shape> const& a, std::vector<geo::Shape> const& b)
{
    std::vector<SharedArea> found;
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        for (std::uint32_t j = 0; j < b.size(); ++j) {
            if (double const areaM2 = geo::areaM2(geo::intersection(a[i], b[j]).value()); areaM2 > 0) { found.push_back({i, j, areaM2}); }
        }
    }
    return found;
}

void checkSame(std::vector<SharedArea> const& found, std::vector<SharedArea> const& expected)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i, found[i].a, found[i].b);
        CHECK(found[i].a == expected[i].a);
        CHECK(found[i].b == expected[i].b);
        CHECK_THAT(found[i].areaM2, WithinRel(expected[i].areaM2, 1e-7) || WithinAbs(expected[i].areaM2, 1e-3));
    }
}

} // namespace

TEST_CASE("shared areas are those of GEOS's intersections", "[analysis][kernel]")
{
    std::mt19937 random{21};
    for (auto const size : {0.05, 1.0}) {
        auto const a = stars(random, 30, size / 12, {112, 37, size});
        auto const b = stars(random, 20, size / 4, {112, 37, size});
        auto const found = sharedAreas(a, b).value();
        checkSame(found.areas, byGeos(a, b));
        CHECK(found.repairedA.empty());
        for (unsigned const threads : {1U, 2U, 7U}) { CHECK(sharedAreas(a, b, {}, threads).value().areas == found.areas); }
    }
}

TEST_CASE("shared areas of what touches, lies in each other, coincides, has holes and parts", "[analysis][kernel]")
{
    std::vector<geo::Shape> const a{box(112, 37, 0.1),
                                    box(112.02, 37.02, 0.02),
                                    wkt("POLYGON ((112 37, 112.1 37, 112.1 37.1, 112 37.1, 112 37), (112.02 37.02, 112.08 37.02, 112.08 37.08, 112.02 37.08, 112.02 37.02))"),
                                    wkt("MULTIPOLYGON (((112 37, 112.02 37, 112.02 37.02, 112 37.02, 112 37)), ((112.05 37, 112.07 37, 112.07 37.02, 112.05 37.02, 112.05 37)))"),
                                    geo::Shape{}};
    std::vector<geo::Shape> b = a;
    b.push_back(box(112.1, 37, 0.1));                                                                     // shares an edge
    b.push_back(box(112.1, 37.1, 0.1));                                                                   // shares a corner
    b.push_back(wkt("POLYGON ((112.02 37.02, 112.08 37.02, 112.08 37.08, 112.02 37.08, 112.02 37.02))")); // fills the hole
    b.push_back(wkt("POLYGON ((112.05 36.9, 112.15 37.05, 112.05 37.2, 112.05 36.9))"));
    b.push_back(wkt("POLYGON ((112 37, 112.05 37, 112.05 37.05, 112 37))")); // on an edge and through corners
    b.push_back(box(112.01, 37.01, 0.08)); // round the hole, and off every edge
    b.push_back(wkt("POLYGON ((112.01 37.01, 112.09 37.01, 112.09 37.09, 112.01 37.09, 112.01 37.01), (112.015 37.015, 112.085 37.015, 112.085 37.085, 112.015 37.085, 112.015 37.015))"));
    checkSame(sharedAreas(a, b).value().areas, byGeos(a, b));
    checkSame(sharedAreas(b, b).value().areas, byGeos(b, b));
    checkSame(sharedAreas(b, a).value().areas, byGeos(b, a));
}

TEST_CASE("broken polygons are repaired and listed", "[analysis][kernel]")
{
    auto const bow = wkt("POLYGON ((112 37, 112.1 37.1, 112.1 37, 112 37.1, 112 37))");
    auto const found = sharedAreas(std::vector<geo::Shape>{box(112, 37, 0.1), bow}, std::vector<geo::Shape>{bow}).value();
    CHECK(found.repairedA == std::vector<std::uint32_t>{1});
    CHECK(found.repairedB == std::vector<std::uint32_t>{0});
    REQUIRE(found.areas.size() == 2);
    CHECK_THAT(found.areas[0].areaM2, WithinRel(geo::areaM2(box(112, 37, 0.1)) / 2, 1e-3));
    CHECK_THAT(found.areas[1].areaM2, WithinRel(found.areas[0].areaM2, 1e-9));

    auto const taken = allowableAreas(std::vector<geo::Shape>{box(112, 37, 0.1), bow}, std::vector<geo::Shape>{bow}, 0).value();
    CHECK(taken.repairedMines == std::vector<std::uint32_t>{1});
    CHECK(taken.repairedZones == std::vector<std::uint32_t>{0});
    CHECK_THAT(taken.mines[0].afterM2, WithinRel(geo::areaM2(box(112, 37, 0.1)) / 2, 1e-3));
    CHECK(taken.mines[1].after.empty());
}

TEST_CASE("what cannot be repaired is an error with its layer and number", "[analysis][kernel]")
{
    std::vector<geo::Shape> const good{box(112, 37, 0.1)};
    std::vector<geo::Shape> bad{box(112, 37, 0.1), geo::Shape::point({112, 37})};
    CHECK(sharedAreas(good, bad).error().where.starts_with("second layer, polygon 2"));
    CHECK(allowableAreas(bad, good, 50).error().where.starts_with("mine 2"));
    bad[1] = box(112, 37, 0.1);
    bad[1].parts[0].outline[1].lat = std::numeric_limits<double>::quiet_NaN();
    CHECK(allowableAreas(good, bad, 50).error().where.starts_with("zone 2"));
    CHECK(sharedAreas(bad, good).error().code == ErrorCode::GeometryInvalid);
    CHECK(sharedAreas(good, good, [](double) { return false; }).error().code == ErrorCode::Cancelled);
    CHECK(allowableAreas(good, good, 50, [](double) { return false; }).error().code == ErrorCode::Cancelled);
    auto const pillar = GENERATE(-1.0, 5001.0, std::numeric_limits<double>::quiet_NaN());
    CHECK(allowableAreas(good, good, pillar).error().code == ErrorCode::Usage);
}

TEST_CASE("allowable areas are mines minus the union of zones and of zones grown", "[analysis][kernel]")
{
    std::mt19937 random{22};
    double const pillarM = GENERATE(0.0, 50.0, 400.0);
    auto const mines = stars(random, 25, 0.02, {112, 37, 0.3});
    auto const zones = stars(random, 20, 0.05, {112, 37, 0.3});
    auto const made = allowableAreas(mines, zones, pillarM);
    INFO((made ? "" : describe(made.error())));
    REQUIRE(made.has_value());
    auto const& found = *made;
    REQUIRE(found.mines.size() == mines.size());
    std::vector<geo::Shape> grown;
    for (auto const& zone : zones) { grown.push_back(geo::bufferM(zone, pillarM).value()); }
    auto const all = geo::unionAll(zones).value();
    auto const allGrown = geo::unionAll(grown).value();
    for (std::size_t i = 0; i < mines.size(); ++i) {
        CAPTURE(i, pillarM);
        auto const& mine = found.mines[i];
        double const whole = geo::areaM2(mines[i]);
        // the curve of a corner may be drawn within 0.5 m
        double const slack = 1e-6 * whole + pillarM * 0.01 * geo::lengthM(mines[i]) * 0.05;
        CHECK_THAT(mine.beforeM2, WithinRel(whole, 1e-12));
        CHECK_THAT(mine.overlapM2, WithinAbs(geo::areaM2(geo::intersection(mines[i], all).value()), 1e-6 * whole));
        CHECK_THAT(mine.afterM2, WithinAbs(geo::areaM2(geo::difference(mines[i], allGrown).value()), slack));
        CHECK_THAT(mine.overlapM2 + mine.pillarM2 + mine.afterM2, WithinRel(mine.beforeM2, 1e-9));
        CHECK_THAT(geo::areaM2(mine.after), WithinAbs(mine.afterM2, 1e-6 * whole));
        CHECK(geo::isValid(mine.after).valid);
    }
    for (unsigned const threads : {1U, 7U}) {
        auto const again = allowableAreas(mines, zones, pillarM, {}, {.shapes = true, .taken = false, .threads = threads}).value();
        for (std::size_t i = 0; i < mines.size(); ++i) {
            CHECK(again.mines[i].after == found.mines[i].after);
            CHECK(again.mines[i].afterM2 == found.mines[i].afterM2);
            CHECK(again.mines[i].zones == found.mines[i].zones);
        }
    }
}

TEST_CASE("a mine inside, beside and round a zone, and a pillar alone", "[analysis][kernel]")
{
    std::vector<geo::Shape> const zones{box(112, 37, 0.1)};
    std::vector<geo::Shape> const mines{box(112.04, 37.04, 0.01), // inside
                                        box(112.2, 37, 0.01),     // far
                                        box(112.1003, 37.05, 0.01), // 27 m east of it
                                        box(111.9, 36.9, 0.4),    // round it
                                        box(112.1, 37.05, 0.01),  // shares an edge
                                        geo::Shape{}};
    std::vector<geo::Shape> const pierced{wkt("POLYGON ((112 37, 112.1 37, 112.1 37.1, 112 37.1, 112 37), (112.045 37.045, 112.055 37.045, 112.055 37.055, 112.045 37.055, 112.045 37.045))")};
    auto const inHole = allowableAreas(std::vector<geo::Shape>{box(112.04, 37.04, 0.02), box(112.047, 37.047, 0.006)}, pierced, 50).value().mines;
    CHECK_THAT(inHole[0].overlapM2, WithinRel(inHole[0].beforeM2 * 0.75, 1e-3)); // a quarter of it is the hole
    CHECK(inHole[0].afterM2 > 0);
    CHECK(inHole[0].pillarM2 > 0);
    CHECK(inHole[1].zones.empty()); // 178 m from the hole's edge
    auto const found = allowableAreas(mines, zones, 50).value().mines;
    CHECK(found[0].afterM2 == 0);
    CHECK(found[0].after.empty());
    CHECK_THAT(found[0].overlapM2, WithinRel(found[0].beforeM2, 1e-9));
    CHECK(found[1].zones.empty());
    CHECK(found[1].afterM2 == found[1].beforeM2);
    CHECK(found[2].overlapM2 == 0);
    CHECK(found[2].zones == std::vector<std::uint32_t>{0});
    double const heightM = geo::distanceM({112.1, 37.05}, {112.1, 37.06});
    double const gapM = geo::distanceM({112.1, 37.05}, {112.1003, 37.05});
    CHECK_THAT(found[2].pillarM2, WithinRel((50 - gapM) * heightM, 1e-3));
    CHECK_THAT(found[3].overlapM2, WithinRel(geo::areaM2(zones[0]), 1e-6));
    CHECK_THAT(found[3].pillarM2, WithinRel(50 * geo::lengthM(zones[0]) + 7850, 2e-3)); // a strip and four quarters of a circle
    CHECK(found[3].after.parts.size() == 1);
    CHECK(found[3].after.parts[0].holes.size() == 1);
    CHECK_THAT(found[4].pillarM2, WithinRel(50 * heightM, 1e-3));
    CHECK(found[5].beforeM2 == 0);
    CHECK(found[5].after.empty());
}
