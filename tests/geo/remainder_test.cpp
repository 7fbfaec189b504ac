#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"
#include "geo/region.hpp"
#include "geo/remainder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double degreesPerM = 1 / 111'000.0;

/// A ring as jagged as banks drawn from pictures are: `roughM` to and fro at every vertex.
Path jagged(std::mt19937& random, LonLat centre, double radiusM, int corners, double roughM)
{
    std::uniform_real_distribution<double> unit{-1, 1};
    double const wave = unit(random), phase = 3 * unit(random);
    Path ring;
    for (int i = 0; i < corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners;
        double const r = (radiusM * (1 + 0.3 * wave * std::sin(3 * angle + phase)) + roughM * unit(random)) * degreesPerM;
        ring.push_back({centre.lon + r * std::cos(angle) / std::cos(centre.lat * std::numbers::pi / 180), centre.lat + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

Shape polygon(Path outline) { return {ShapeType::Polygon, {{std::move(outline), {}}}}; }

struct Made {
    Shape left;
    double outsideM2 = 0;
};

Made made(Shape const& of, std::vector<Shape> const& others, double stripM)
{
    auto const region = Region::create(of).value();
    std::vector<Region> regions;
    for (auto const& other : others) { regions.push_back(Region::create(other).value()); }
    std::vector<Region const*> taking;
    for (auto const& one : regions) {
        if (region.isTakenBy(one, stripM)) { taking.push_back(&one); }
    }
    auto remainder = remainderOf(region, taking, stripM).value();
    return {std::move(remainder.left), remainder.outsideM2};
}

/// At positions all over the polygon: what is left is what lies farther from all others than the strip is wide, but for the chords of its arcs.
void checkAtPositions(std::mt19937& random, Shape const& of, std::vector<Shape> const& others, double stripM, Shape const& left, double fineM)
{
    auto const extent = extentOf(of);
    auto const whole = PreparedZone::create(of).value();
    std::vector<PreparedZone> zones;
    for (auto const& other : others) { zones.push_back(PreparedZone::create(other).value()); }
    auto const rest = left.empty() ? std::optional<PreparedZone>{} : PreparedZone::create(left).value();
    std::uniform_real_distribution<double> lon{extent.minLon, extent.maxLon}, lat{extent.minLat, extent.maxLat};
    int wrong = 0;
    for (int i = 0; i < 400; ++i) {
        LonLat const at{lon(random), lat(random)};
        if (whole.locate(at) != Where::Inside || whole.nearestEdge(at, 0.01)) { continue; }
        double distance = stripM * 2 + 1;
        for (auto const& zone : zones) { distance = std::min(distance, zone.distanceM(at)); }
        if (distance < stripM + 0.05 && distance > stripM - fineM - 0.05) { continue; }
        bool const expected = distance > stripM;
        wrong += expected != (rest && rest->locate(at) == Where::Inside);
    }
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("what is left lies farther from all zones than the strip is wide", "[geo][kernel]")
{
    std::mt19937 random{51};
    std::uniform_real_distribution<double> unit{0, 1};
    double const stripM = GENERATE(2.0, 50.0, 300.0);
    for (int round = 0; round < 60; ++round) {
        LonLat const centre{112 + unit(random), 37 + unit(random)};
        auto of = polygon(jagged(random, centre, 900, 24, 30));
        if (round % 4 == 0) { of.parts[0].holes.push_back(jagged(random, centre, 250, 12, 10)); }
        std::vector<Shape> zones;
        for (int i = 0; i < 1 + round % 4; ++i) {
            double const away = 2500 * unit(random) * degreesPerM, angle = 7 * unit(random);
            LonLat const at{centre.lon + away * std::cos(angle), centre.lat + away * std::sin(angle)};
            double const radiusM = round % 5 == 0 ? 60 : 400 + 1800 * unit(random);
            auto zone = polygon(jagged(random, at, radiusM, 20 + round * 10, std::min(25.0, radiusM / 4)));
            if (i == 1 && radiusM > 300) { zone.parts[0].holes.push_back(jagged(random, at, radiusM * 0.45, 60, 10)); }
            if (isValid(zone).valid) { zones.push_back(std::move(zone)); }
        }
        CAPTURE(stripM, round, zones.size());
        auto const [left, outsideM2] = made(of, zones, stripM);
        if (!left.empty()) { CHECK(isValid(left).valid); }
        CHECK(areaM2(left) <= outsideM2 * (1 + 1e-9));
        CHECK_THAT(outsideM2, WithinRel(areaM2(difference(of, unionAll(zones).value()).value()), 1e-7) || WithinAbs(0, 1e-3));
        checkAtPositions(random, of, zones, stripM, left, std::min(0.5, stripM * 0.05));
    }
}

TEST_CASE("strips of thin, touching, nested and coinciding zones", "[geo][kernel]")
{
    std::mt19937 random{52};
    auto const of = fromWkt("POLYGON ((112 37, 112.02 37, 112.02 37.02, 112 37.02, 112 37))").value();
    auto const read = [](char const* text) { return fromWkt(text).value(); };
    std::vector<std::vector<Shape>> const cases{
        {read("POLYGON ((112.005 37.01, 112.015 37.0100001, 112.015 37.01, 112.005 37.01))")},                                   // a centimetre wide
        {read("POLYGON ((112.005 37.01, 112.006 37.011, 112.007 37.01, 112.008 37.011, 112.009 37.01, 112.009 37.0095, 112.005 37.0095, 112.005 37.01))")}, // teeth
        {read("POLYGON ((112 37, 112.02 37, 112.02 37.005, 112 37.005, 112 37))")},                                            // shares an edge
        {of},                                                                                                                    // is the same
        {read("POLYGON ((112.02 37, 112.04 37, 112.04 37.02, 112.02 37.02, 112.02 37))")},                                     // touches along an edge
        {read("POLYGON ((112.02 37.02, 112.04 37.02, 112.04 37.04, 112.02 37.04, 112.02 37.02))")},                            // touches at a corner
        {read("POLYGON ((111.9 36.9, 112.1 36.9, 112.1 37.1, 111.9 37.1, 111.9 36.9))")},                                      // around it
        {read("POLYGON ((111.9 36.9, 112.1 36.9, 112.1 37.1, 111.9 37.1, 111.9 36.9), (111.999 36.999, 112.021 36.999, 112.021 37.021, 111.999 37.021, 111.999 36.999))")}, // in its hole
        {read("POLYGON ((112.009 37.009, 112.011 37.009, 112.011 37.011, 112.009 37.011, 112.009 37.009))"),
         read("POLYGON ((112.0095 37.0095, 112.0105 37.0095, 112.0105 37.0105, 112.0095 37.0105, 112.0095 37.0095))")},        // one in the other
        {read("POLYGON ((112.004 37, 112.009 37, 112.009 37.02, 112.004 37.02, 112.004 37))"),
         read("POLYGON ((112.0101 37, 112.015 37, 112.015 37.02, 112.0101 37.02, 112.0101 37))")},                             // strips that just meet
        {read("MULTIPOLYGON (((112.001 37.001, 112.003 37.001, 112.003 37.003, 112.001 37.001)), ((112.017 37.017, 112.019 37.017, 112.019 37.019, 112.017 37.017)))")},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CAPTURE(i);
        auto const [left, outsideM2] = made(of, cases[i], 50);
        if (!left.empty()) { CHECK(isValid(left).valid); }
        CHECK_THAT(outsideM2, WithinAbs(areaM2(difference(of, unionAll(cases[i]).value()).value()), 1e-2));
        checkAtPositions(random, of, cases[i], 50, left, 0.5);
    }
}

namespace {

/// Teeth as wide as the gaps between them, pointing east, kilometres long.
Shape comb(LonLat corner, double toothDegrees, int teeth, double lengthDegrees)
{
    Path ring{corner};
    for (int i = 0; i < teeth; ++i) {
        double const south = corner.lat + 2 * i * toothDegrees, north = south + toothDegrees;
        ring.push_back({corner.lon + lengthDegrees, south});
        ring.push_back({corner.lon + lengthDegrees, north});
        ring.push_back({corner.lon + lengthDegrees / 10, north});
        ring.push_back({corner.lon + lengthDegrees / 10, north + toothDegrees});
    }
    ring.push_back({corner.lon, ring.back().lat});
    ring.push_back(corner);
    return polygon(std::move(ring));
}

} // namespace

TEST_CASE("of a comb every tooth has its strip, and what is left between two strips stays", "[geo][kernel]")
{
    std::mt19937 random{53};
    auto const of = polygon(jagged(random, {83.78, 40.1}, 4200, 20, 20));
    for (double const tooth : {0.000936, 0.0009, 0.0007, 0.0003, 0.002}) {
        auto const zone = comb({83.676, 39.9325}, tooth, static_cast<int>(0.15 / tooth / 2), 0.114);
        CAPTURE(tooth);
        auto const [left, outsideM2] = made(of, {zone}, 50);
        CHECK(isValid(left).valid);
        CHECK_THAT(areaM2(left), WithinRel(areaM2(difference(of, bufferM(zone, 50).value()).value()), 1e-3));
        checkAtPositions(random, of, {zone}, 50, left, 0.5);
    }
}

TEST_CASE("a strip adds its width along a straight bank and a circle round a small zone", "[geo][kernel]")
{
    auto const of = fromWkt("POLYGON ((112 37, 112.02 37, 112.02 37.02, 112 37.02, 112 37))").value();
    auto const west = fromWkt("POLYGON ((111.9 36.9, 112.005 36.9, 112.005 37.1, 111.9 37.1, 111.9 36.9))").value();
    auto const [left, outsideM2] = made(of, {west}, 50);
    double const heightM = distanceM({112, 37}, {112, 37.02});
    CHECK_THAT(outsideM2 - areaM2(left), WithinRel(50 * heightM, 1e-4));
    auto const spot = fromWkt("POLYGON ((112.01 37.01, 112.0100001 37.01, 112.01 37.0100001, 112.01 37.01))").value();
    auto const round = made(of, {spot}, 50);
    CHECK_THAT(areaM2(of) - areaM2(round.left), WithinRel(std::numbers::pi * 2500, 0.012)); // its chords lie inside
    CHECK(areaM2(of) - areaM2(round.left) < std::numbers::pi * 2500);
    REQUIRE(round.left.parts.size() == 1);
    CHECK(round.left.parts[0].holes.size() == 1);
}

TEST_CASE("zones that lie there many times take as much as once, and very many different ones what they take together", "[geo][kernel]")
{
    std::mt19937 random{54};
    std::uniform_real_distribution<double> unit{-1, 1};
    LonLat const centre{112.3, 37.2};
    auto const of = polygon(jagged(random, centre, 900, 24, 30));
    auto const near = [&] { return polygon(jagged(random, {centre.lon + 0.01 * unit(random), centre.lat + 0.01 * unit(random)}, 150, 40, 10)); };
    auto const zone = near();
    auto moved = zone; // the same but for one vertex
    moved.parts[0].outline[7].lon += 1e-5;
    std::vector<Shape> const twice{zone, moved}, manyTimes{zone, zone, moved, zone, moved, zone};
    auto const expected = made(of, twice, 50), found = made(of, manyTimes, 50);
    CHECK(found.left == expected.left);
    CHECK(found.outsideM2 == expected.outsideM2);

    std::vector<Shape> many;
    while (many.size() < 100) { many.push_back(near()); }
    auto const [left, outsideM2] = made(of, many, 50);
    CHECK_THAT(outsideM2, WithinRel(areaM2(difference(of, unionAll(many).value()).value()), 1e-7));
    checkAtPositions(random, of, many, 50, left, 0.5);
}

TEST_CASE("nothing is left where several fill it together, and a gap between them stays", "[geo][kernel]")
{
    auto const read = [](char const* text) { return fromWkt(text).value(); };
    auto const of = read("POLYGON ((112 37, 112.02 37, 112.02 37.02, 112 37.02, 112 37))");
    auto const west = read("POLYGON ((111.99 36.99, 112.01 36.99, 112.0133333333 37.03, 111.99 37.03, 111.99 36.99))");
    auto const east = read("POLYGON ((112.01 36.99, 112.03 36.99, 112.03 37.03, 112.0133333333 37.03, 112.01 36.99))");
    auto const beside = read("POLYGON ((112.0100001 36.99, 112.03 36.99, 112.03 37.03, 112.0133334333 37.03, 112.0100001 36.99))"); // a centimetre away
    for (double const stripM : {0.0, 50.0}) {
        auto const filled = made(of, {west, east}, stripM);
        CHECK(filled.left.empty());
        CHECK_THAT(filled.outsideM2, WithinAbs(0, 1e-3));
    }
    auto const gap = made(of, {west, beside}, 0);
    CHECK_THAT(areaM2(gap.left), WithinRel(19.7, 0.01));
    CHECK(made(of, {west, beside}, 50).left.empty());
    CHECK_THAT(made(of, {west, beside}, 50).outsideM2, WithinRel(areaM2(gap.left), 1e-6));
}
