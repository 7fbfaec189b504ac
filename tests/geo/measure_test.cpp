#include "geo/codec.hpp"
#include "geo/detail/ellipsoid.hpp"
#include "geo/measure.hpp"
#include "geo/near.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace zhengtu;
using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Shape shape(std::string const& wkt)
{
    return fromWkt(wkt).value();
}

/// The area between two parallels and two meridians, by adding up M N cos(lat) in narrow bands: nothing of the code under test.
double boxM2(double lon1, double lat1, double lon2, double lat2)
{
    constexpr double degree = std::numbers::pi / 180, a = 6378137, f = 1 / 298.257222101, e2 = f * (2 - f);
    constexpr int bands = 20000;
    double sum = 0;
    for (int i = 0; i < bands; ++i) {
        double const lat = (lat1 + (lat2 - lat1) * (i + 0.5) / bands) * degree;
        double const w2 = 1 - e2 * std::sin(lat) * std::sin(lat);
        sum += a * a * (1 - e2) / (w2 * w2) * std::cos(lat);
    }
    return sum * (lat2 - lat1) * degree / bands * (lon2 - lon1) * degree;
}

} // namespace

TEST_CASE("geodesic distances are those of the published test values of GeographicLib", "[geo]")
{
    // C. F. F. Karney, GeographicLib, test set of its language bindings; for WGS 84, which differs here by 0.2 mm at most
    auto const [a, b, metres] = GENERATE(table<LonLat, LonLat, double>({
        {{-139.44815, 35.60777}, {-69.95921, -11.17491}, 8935244.5604818305},
        {{106.05087, 55.52454}, {197.18234, 77.03196}, 4105086.1713924406},
        {{142.59065, -21.97856}, {98.56635, 41.84138}, 8394328.894657671},
        {{112.2363, -66.99028}, {285.90344, -12.70631}, 11150344.2312080241},
        {{0, 0}, {1, 0}, 6378137 * std::numbers::pi / 180},
        {{0, 0}, {0, 90}, 10001965.729},
        {{112, 37}, {112, 37}, 0},
    }));
    CHECK_THAT(distanceM(a, b), WithinAbs(metres, 0.001));
    CHECK_THAT(distanceM(b, a), WithinAbs(metres, 0.001));
}

TEST_CASE("a distance from nowhere is not a number", "[geo]")
{
    CHECK(std::isnan(distanceM({std::numeric_limits<double>::quiet_NaN(), 37}, {112, 37})));
}

TEST_CASE("areas of boxes of meridians and parallels", "[geo]")
{
    CHECK_THAT(areaM2(shape("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))")),
               WithinRel(510065621.7e6 / 8, 1e-9)); // an eighth of the earth
    auto const [lon1, lat1, lon2, lat2] = GENERATE(table<double, double, double, double>(
        {{112, 37, 113, 38}, {110, 34, 114.5, 41}, {112.5, 37.8, 112.501, 37.801}, {112, -1, 113, 1}, {0, 80, 1, 90}}));
    Shape const box{ShapeType::Polygon, {Part{{{lon1, lat1}, {lon2, lat1}, {lon2, lat2}, {lon1, lat2}, {lon1, lat1}}, {}}}};
    CHECK_THAT(areaM2(box), WithinRel(boxM2(lon1, lat1, lon2, lat2), 1e-7));
}

TEST_CASE("area counts parts, takes holes off and does not mind the winding", "[geo]")
{
    double const whole = areaM2(shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))"));
    CHECK_THAT(areaM2(shape("POLYGON ((112 37, 112 38, 113 38, 113 37, 112 37))")), WithinRel(whole, 1e-12));
    double const hole = areaM2(shape("POLYGON ((112.2 37.2, 112.4 37.2, 112.4 37.4, 112.2 37.4, 112.2 37.2))"));
    CHECK_THAT(areaM2(shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.2 37.2, 112.4 37.2, 112.4 37.4, 112.2 "
                            "37.4, 112.2 37.2))")),
               WithinRel(whole - hole, 1e-12));
    CHECK(areaM2(shape("LINESTRING (112 37, 113 38)")) == 0);
    CHECK(areaM2({}) == 0);
    CHECK(areaM2(shape("POLYGON ((112 37, 112.5 37.5, 113 38, 112 37))")) < 1);
}

TEST_CASE("the area of a slanted shape is the sum of its pieces", "[geo]")
{
    double const whole = areaM2(shape("POLYGON ((112 37, 114 38, 113 40, 112 37))"));
    double const pieces = areaM2(shape("POLYGON ((112 37, 114 38, 112.5 38.5, 112 37))")) +
                          areaM2(shape("POLYGON ((112.5 38.5, 114 38, 113 40, 112.5 38.5))"));
    CHECK_THAT(pieces, WithinRel(whole, 1e-9));
}

TEST_CASE("lengths and perimeters are sums of geodesics", "[geo]")
{
    CHECK_THAT(lengthM(shape("LINESTRING (0 0, 1 0, 1 0, 2 0)")), WithinAbs(2 * 6378137 * std::numbers::pi / 180, 0.001));
    CHECK_THAT(lengthM(shape("POLYGON ((0 0, 1 0, 1 0.5, 0 0))")),
               WithinAbs(distanceM({0, 0}, {1, 0}) + distanceM({1, 0}, {1, 0.5}) + distanceM({1, 0.5}, {0, 0}), 0.001));
    CHECK(lengthM(shape("LINESTRING (112 37, 112 37)")) == 0);
    CHECK(lengthM(Shape::point({112, 37})) == 0);
    CHECK_THAT(muOf(10000), WithinAbs(15, 1e-12));
}

TEST_CASE("the local frame keeps its promise against geodesics", "[geo]")
{
    std::mt19937 random{7};
    std::uniform_real_distribution<double> unit{-1, 1};
    for (int i = 0; i < 2000; ++i) {
        LonLat const from{112 + 3 * unit(random), 37.5 + 3.5 * unit(random)};
        LonLat const to{from.lon + unit(random), from.lat + 0.8 * unit(random)};
        double const exact = distanceM(from, to);
        CAPTURE(from.lon, from.lat, to.lon, to.lat);
        CHECK_THAT(detail::LocalFrame{from}.distanceM(to), WithinRel(exact, exact < 100'000 ? 2e-5 : 5e-5));
    }
}

TEST_CASE("of boxes that surely lie within a distance, or beyond it, every pair of positions does", "[geo]")
{
    std::mt19937 random{12};
    std::uniform_real_distribution<double> unit{0, 1};
    int all = 0, none = 0;
    for (int round = 0; round < 20'000; ++round) {
        double const lat = -85 + 170 * unit(random), limitM = std::pow(10, 0.5 + 4.5 * unit(random)), degrees = limitM / 111'000;
        auto const box = [&] {
            LonLat const at{112 + 1.5 * degrees * unit(random), lat + 1.2 * degrees * unit(random)};
            return Extent{at.lon, at.lat, at.lon + degrees * unit(random) * unit(random), at.lat + degrees * unit(random) * unit(random)};
        };
        auto const a = box(), b = box();
        PairsWithinM const within{(a.minLat + a.maxLat) / 2, limitM};
        bool const surelyAll = within.surelyAll(a, b), surelyNone = within.surelyNone(a, b);
        all += surelyAll ? 1 : 0;
        none += surelyNone ? 1 : 0;
        CHECK_FALSE((surelyAll && surelyNone));
        if (!surelyAll && !surelyNone) { continue; }
        CAPTURE(round, lat, limitM, surelyAll);
        auto const some = [&](Extent const& of, int i) { // corners first
            double const x = i < 4 ? i % 2 : unit(random), y = i < 4 ? i / 2 : unit(random);
            return LonLat{std::lerp(of.minLon, of.maxLon, x), std::lerp(of.minLat, of.maxLat, y)};
        };
        int wrong = 0;
        for (int i = 0; i < 6; ++i) {
            for (int j = 0; j < 6; ++j) { wrong += (distanceM(some(a, i), some(b, j)) <= limitM) != surelyAll; }
        }
        CHECK(wrong == 0);
    }
    CHECK(all > 1000);
    CHECK(none > 500);
}

TEST_CASE("the least distance to an extent is never more than the distance to anything in it", "[geo]")
{
    std::mt19937 random{11};
    std::uniform_real_distribution<double> lon{-60, 60}, lat{-89, 89}, unit{0, 1};
    for (int i = 0; i < 5000; ++i) {
        Extent box;
        box.include(LonLat{lon(random), lat(random)});
        box.include(LonLat{lon(random), lat(random)});
        LonLat const from{lon(random), lat(random)};
        LonLat const in{std::lerp(box.minLon, box.maxLon, unit(random)), std::lerp(box.minLat, box.maxLat, unit(random))};
        double const cosine = std::cos(from.lat * detail::radiansPerDegree);
        CHECK(detail::atLeastM(from, cosine, box, detail::leastCosine(box)) <= distanceM(from, in) + 1e-6);
    }
}

TEST_CASE("the shortest line between shapes", "[geo]")
{
    SECTION("a point and a meridian: along the parallel, nearly")
    {
        auto const line = shortestLine(Shape::point({112, 37}), shape("LINESTRING (112.01 30, 112.01 44)")).value();
        CHECK_THAT(line.distanceM, WithinRel(distanceM({112, 37}, {112.01, 37}), 1e-6));
        CHECK_THAT(line.b.lat, WithinAbs(37, 1e-5));
    }
    SECTION("a point and a long parallel: along the meridian")
    {
        CHECK_THAT(distanceM(Shape::point({112, 37}), shape("LINESTRING (108 37.01, 116 37.01)")).value(),
                   WithinAbs(distanceM({112, 37}, {112, 37.01}), 0.001));
    }
    SECTION("inside, on the edge and touching are zero")
    {
        auto const zone = shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))");
        CHECK(distanceM(Shape::point({112.5, 37.5}), zone).value() == 0);
        CHECK(distanceM(Shape::point({112, 37.5}), zone).value() == 0);
        CHECK(distanceM(shape("POLYGON ((113 37, 114 37, 114 38, 113 37))"), zone).value() == 0);
        CHECK(distanceM(shape("LINESTRING (111 37.5, 114 37.5)"), zone).value() == 0);
    }
    SECTION("a point in a hole is as far as the hole's edge")
    {
        auto const zone = shape(
            "POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.4 37.4, 112.4 37.6, 112.6 37.6, 112.6 37.4, 112.4 37.4))");
        CHECK_THAT(distanceM(Shape::point({112.5, 37.59}), zone).value(),
                   WithinAbs(distanceM({112.5, 37.59}, {112.5, 37.6}), 0.01));
    }
    SECTION("a line of no length is a point")
    {
        CHECK_THAT(distanceM(shape("LINESTRING (112 37, 112 37)"), Shape::point({112.01, 37})).value(),
                   WithinAbs(distanceM({112, 37}, {112.01, 37}), 0.001));
    }
    SECTION("nothing and broken shapes are errors")
    {
        CHECK(distanceM(Shape{}, Shape::point({112, 37})).error().code == ErrorCode::GeometryInvalid);
        CHECK(distanceM(Shape::point({std::numeric_limits<double>::quiet_NaN(), 37}), Shape::point({112, 37})).error().code ==
              ErrorCode::GeometryInvalid);
        CHECK(distanceM(shape("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"), Shape::point({1, 5})).error().code ==
              ErrorCode::GeometryInvalid);
    }
}

TEST_CASE("the shortest line is the least over a dense sample, and the same from both sides", "[geo]")
{
    std::mt19937 random{23};
    std::uniform_real_distribution<double> unit{-1, 1};
    for (int round = 0; round < 30; ++round) {
        Path a, b;
        for (int i = 0; i < 25; ++i) {
            a.push_back({111 + 0.8 * unit(random), 37 + 2 * unit(random)});
            b.push_back({113 + 0.8 * unit(random), 37 + 2 * unit(random)});
        }
        Shape const first{ShapeType::Line, {Part{a, {}}}}, second{ShapeType::Line, {Part{b, {}}}};
        auto const line = shortestLine(first, second).value();
        CHECK_THAT(shortestLine(second, first).value().distanceM, WithinAbs(line.distanceM, 0.01));
        double least = 1e9;
        for (std::size_t i = 0; i + 1 < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size(); ++j) {
                for (int k = 0; k <= 50; ++k) {
                    LonLat const at{std::lerp(a[i].lon, a[i + 1].lon, k / 50.0), std::lerp(a[i].lat, a[i + 1].lat, k / 50.0)};
                    least = std::min(least, distanceM(at, b[j]));
                }
            }
        }
        CHECK(line.distanceM <= least * (1 + 1e-5));
        CHECK_THAT(distanceM(line.a, line.b), WithinAbs(line.distanceM, 1e-6));
    }
}

TEST_CASE("no position of one box is farther from the other than its corners tell", "[geo][measure]")
{
    std::mt19937 random{7};
    auto const between = [&random](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
    for (int round = 0; round < 200; ++round) {
        Extent a, b;
        for (auto* box : {&a, &b}) {
            for (int corner = 0; corner < 2; ++corner) { box->include(LonLat{between(100, 125), between(18, 53)}); }
        }
        double const bound = farthestM(a, b);
        for (int pair = 0; pair < 50; ++pair) {
            LonLat const one{between(a.minLon, a.maxLon), between(a.minLat, a.maxLat)}, other{between(b.minLon, b.maxLon), between(b.minLat, b.maxLat)};
            CAPTURE(one.lon, one.lat, other.lon, other.lat);
            CHECK(distanceM(one, other) <= bound);
        }
    }
    CHECK(farthestM({}, {112, 37, 113, 38}) == 0);
    CHECK_THAT(farthestM({112, 37, 112, 37}, {112, 37, 112, 38}), WithinRel(distanceM(LonLat{112, 37}, LonLat{112, 38}), 1e-12));
}
