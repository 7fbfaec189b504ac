#include "analysis/chance.hpp"
#include "geo/codec.hpp"
#include "geo/measure.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double metresPerLat = 111'000;

Zone zoneOf(std::string const& wkt, double accuracyM)
{
    geo::Feature feature;
    feature.id = "z";
    feature.shape = geo::fromWkt(wkt).value();
    feature.accuracyM = accuracyM;
    auto zones = zonesOf({feature}, true, 1).value();
    return std::move(zones.front());
}

std::string const square = "POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))";
std::string const notched = "POLYGON ((112 37, 113 37, 113 38, 112.52 38, 112.5 37.5, 112.48 38, 112 38, 112 37), (112.1 37.1, 112.1 37.2, 112.2 37.2, 112.1 37.1))";

/// By random positions in the disc and random shifts of the edge: the model, told in another way.
double byChance(geo::LonLat centre, double radiusM, Zone const& zone, double reachM, unsigned seed)
{
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> unit{0, 1};
    int hits = 0;
    constexpr int tries = 20'000;
    double const eastM = 111'320 * std::cos(centre.lat * std::numbers::pi / 180);
    for (int i = 0; i < tries; ++i) {
        double const r = radiusM * std::sqrt(unit(random)), turn = 2 * std::numbers::pi * unit(random);
        geo::LonLat const at{centre.lon + r * std::cos(turn) / eastM, centre.lat + r * std::sin(turn) / metresPerLat};
        double const edge = zone.prepared.nearestEdge(at)->distanceM;
        double const inside = zone.prepared.locate(at) == geo::Where::Inside ? edge : -edge;
        hits += inside + reachM + zone.accuracyM * (2 * unit(random) - 1) > 0 ? 1 : 0;
    }
    return static_cast<double>(hits) / tries;
}

} // namespace

TEST_CASE("beside a straight edge the chance is the part of the disc beyond it", "[analysis][chance]")
{
    CHECK(straightEdgeChance(0, 100, 0) == 0.5);
    CHECK(straightEdgeChance(100, 100, 0) == 1);
    CHECK(straightEdgeChance(-100, 100, 0) == 0);
    // half the radius inside: 1/2 + (0.5 sqrt(0.75) + asin 0.5) / pi
    CHECK_THAT(straightEdgeChance(50, 100, 0), WithinAbs(0.80450, 1e-5));
    CHECK_THAT(straightEdgeChance(-50, 100, 0), WithinAbs(0.19550, 1e-5));
    // a band alone: the part of the shifts that leave it inside
    CHECK(straightEdgeChance(30, 0, 100) == 0.65);
    CHECK(straightEdgeChance(130, 0, 100) == 1);
    CHECK(straightEdgeChance(0, 0, 0) == 0.5);
    CHECK(straightEdgeChance(1, 0, 0) == 1);
    // both errors: by symmetry a half on the edge; a wide band beside a small disc is the band
    CHECK_THAT(straightEdgeChance(0, 100, 300), WithinAbs(0.5, 1e-9));
    CHECK_THAT(straightEdgeChance(30, 1, 100), WithinAbs(0.65, 0.01));
}

TEST_CASE("the chance of a disc is that of random positions and shifts", "[analysis][chance]")
{
    auto const wkt = GENERATE(square, notched);
    auto const accuracyM = GENERATE(0.0, 800.0);
    auto const reachM = GENERATE(0.0, 700.0);
    auto const centre = GENERATE(geo::LonLat{112.0, 37.5}, geo::LonLat{111.99, 37.5}, geo::LonLat{112.01, 37.01}, geo::LonLat{112.5, 37.98});
    auto const radiusM = GENERATE(500.0, 3000.0);
    auto const zone = zoneOf(wkt, accuracyM);
    CAPTURE(wkt, accuracyM, reachM, centre.lon, centre.lat, radiusM);
    CHECK_THAT(discChance(centre, radiusM, zone, reachM), WithinAbs(byChance(centre, radiusM, zone, reachM, 7), 0.02));
}

TEST_CASE("a disc at a long straight edge has the chance of the closed form", "[analysis][chance]")
{
    auto const zone = zoneOf(square, 0);
    for (double const lon : {111.97, 111.99, 112.0, 112.01, 112.03}) {
        double const distanceM = geo::distanceM(geo::LonLat{lon, 37.5}, geo::LonLat{112, 37.5});
        CHECK_THAT(discChance({lon, 37.5}, 4000, zone, 0), WithinAbs(straightEdgeChance(lon < 112 ? -distanceM : distanceM, 4000, 0), 0.01));
    }
}

TEST_CASE("one position is in, out, or in the band", "[analysis][chance]")
{
    auto const exact = zoneOf(square, 0);
    CHECK(spotChance({112.5, 37.5}, exact, 0) == 1);
    CHECK(spotChance({111.5, 37.5}, exact, 0) == 0);
    CHECK(spotChance({112, 37.5}, exact, 0) == 0.5);
    CHECK(spotChance({111.99, 37.5}, exact, 1000) == 1); // 884 m
    CHECK(spotChance({111.99, 37.5}, exact, 800) == 0);
    auto const rough = zoneOf(square, 2000);
    double const outM = geo::distanceM(geo::LonLat{111.99, 37.5}, geo::LonLat{112, 37.5});
    CHECK_THAT(spotChance({111.99, 37.5}, rough, 0), WithinAbs((2000 - outM) / 4000, 1e-3));
    CHECK_THAT(spotChance({112.01, 37.5}, rough, 0), WithinAbs((2000 + outM) / 4000, 1e-3));
    CHECK(spotChance({112.5, 37.5}, rough, 0) == 1);
    auto const river = zoneOf("LINESTRING (112 37, 112 38)", 0);
    CHECK(spotChance({112.001, 37.5}, river, 100) == 1);
    CHECK(spotChance({112.002, 37.5}, river, 100) == 0);
}

TEST_CASE("the chance of a disc is the mean of its positions' chances, each asked of the zone", "[analysis][chance]")
{
    // the same positions, one by one: what the edges around, in a plane, stand for
    auto const oneByOne = [](geo::LonLat centre, double radiusM, Zone const& zone, double reachM) {
        constexpr int count = 512;
        constexpr double a = 6378137, e2 = 0.00669438;
        double const lat = centre.lat * std::numbers::pi / 180, w2 = 1 - e2 * std::sin(lat) * std::sin(lat);
        double const northM = a * (1 - e2) / (w2 * std::sqrt(w2)) * std::numbers::pi / 180, eastM = a / std::sqrt(w2) * std::cos(lat) * std::numbers::pi / 180;
        double sum = 0;
        for (int i = 0; i < count; ++i) {
            double const r = radiusM * std::sqrt((i + 0.5) / count), turn = std::numbers::pi * (3 - std::sqrt(5.0)) * i;
            sum += spotChance({centre.lon + r * std::cos(turn) / eastM, centre.lat + r * std::sin(turn) / northM}, zone, reachM);
        }
        return sum / count;
    };
    // jagged, with a hole and a second part; a line; degenerate: repeated vertices, a spike to a point, edges along a parallel and a meridian
    auto const wkt = GENERATE(as<std::string>{}, square, notched,
                              "MULTIPOLYGON (((112 37, 112.03 37.01, 112.01 37.012, 112.05 37.05, 112 37.04, 112 37), (112.005 37.005, 112.005 37.01, 112.01 37.0099, 112.005 37.005)), "
                              "((112.06 37, 112.07 37, 112.065 37.03, 112.06 37)))",
                              "LINESTRING (112 37, 112.02 37.01, 112.02 37.01, 112 37.03, 112.04 37.03)", "MULTIPOINT ((112 37), (112.02 37.02))");
    auto const accuracyM = GENERATE(0.0, 100.0, 1500.0);
    auto const reachM = GENERATE(0.0, 50.0, 1000.0);
    auto const zone = zoneOf(wkt, accuracyM);
    std::mt19937 random{11};
    std::uniform_real_distribution<double> lon{111.96, 112.1}, lat{36.97, 37.07};
    std::vector<geo::LonLat> centres{{112, 37}, {112, 37.02}, {112.02, 37.01}, {112.0001, 37}, {112.06, 37.03}};
    for (int i = 0; i < 15; ++i) { centres.push_back({lon(random), lat(random)}); }
    for (auto const centre : centres) {
        for (double const radiusM : {1.0, 200.0, 3000.0, 30'000.0}) {
            CAPTURE(wkt, accuracyM, reachM, centre.lon, centre.lat, radiusM);
            // two positions on the very edge may be told otherwise
            CHECK_THAT(discChance(centre, radiusM, zone, reachM), WithinAbs(oneByOne(centre, radiusM, zone, reachM), 2.0 / 512 + 1e-6));
        }
    }
}

TEST_CASE("positions are spread evenly over areas and along lines", "[analysis][chance]")
{
    auto const inWest = [](std::vector<geo::LonLat> const& spots, double lon) {
        return static_cast<double>(std::ranges::count_if(spots, [&](auto at) { return at.lon < lon; })) / static_cast<double>(spots.size());
    };
    auto const whole = spread(geo::fromWkt(square).value());
    CHECK(whole.size() == 512);
    CHECK_THAT(inWest(whole, 112.25), WithinAbs(0.25, 0.02));
    // two parts of 1 and 3 shares of the area
    auto const parts = spread(geo::fromWkt("MULTIPOLYGON (((112 37, 112.1 37, 112.1 37.1, 112 37.1, 112 37)), ((113 37, 113.3 37, 113.3 37.1, 113 37.1, 113 37)))").value());
    CHECK_THAT(inWest(parts, 112.5), WithinAbs(0.25, 0.02));
    // none in a hole
    auto const ring = spread(geo::fromWkt("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.1 37.1, 112.1 37.9, 112.9 37.9, 112.9 37.1, 112.1 37.1))").value());
    CHECK(ring.size() == 512);
    CHECK(std::ranges::none_of(ring, [](auto at) { return at.lon > 112.101 && at.lon < 112.899 && at.lat > 37.101 && at.lat < 37.899; }));
    // a sliver has as many
    CHECK(spread(geo::fromWkt("POLYGON ((112 37, 113 37, 113 37.00001, 112 37.00001, 112 37))").value()).size() == 512);
    auto const line = spread(geo::fromWkt("LINESTRING (112 37, 112.1 37, 112.1 37, 112.4 37)").value());
    CHECK_THAT(inWest(line, 112.1), WithinAbs(0.25, 0.01));
    // what has no extent has no spread, and no chance
    CHECK(spread(geo::fromWkt("POLYGON ((112 37, 112 37, 112 37, 112 37))").value()).empty());
    CHECK(spread(geo::fromWkt("LINESTRING (112 37, 112 37)").value()).empty());
    CHECK(meanChance({}, zoneOf(square, 0), 0) == 0);
}
