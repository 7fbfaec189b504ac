#include "geo/edges.hpp"
#include "geo/codec.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

using namespace zhengtu;
using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Shape shape(std::string const& wkt)
{
    return fromWkt(wkt).value();
}

/// A star of irregular radius: simple, concave, with a hole like it.
Shape star(std::mt19937& random, LonLat centre, double size, int vertices)
{
    std::uniform_real_distribution<double> unit{0.5, 1};
    auto const ring = [&](double scale) {
        Path path;
        for (int i = 0; i < vertices; ++i) {
            double const angle = 2 * 3.14159265358979 * i / vertices;
            double const r = size * scale * unit(random);
            path.push_back({centre.lon + r * std::cos(angle), centre.lat + r * std::sin(angle)});
        }
        path.push_back(path.front());
        return path;
    };
    return {ShapeType::Polygon, {Part{ring(1), {ring(0.4)}}}};
}

Where byGeos(Shape const& zone, LonLat at)
{
    auto const point = Shape::point(at);
    if (contains(zone, point).value()) { return Where::Inside; }
    return intersects(zone, point).value() ? Where::Boundary : Where::Outside;
}

} // namespace

TEST_CASE("the index finds exactly what a look at everything finds", "[geo]")
{
    std::mt19937 random{3};
    std::uniform_real_distribution<double> lon{110, 115}, lat{34, 41}, size{0, 0.2};
    std::vector<Extent> extents;
    for (int i = 0; i < 3000; ++i) {
        LonLat const at{lon(random), lat(random)};
        extents.push_back(i % 17 == 0 ? Extent{} : Extent{at.lon, at.lat, at.lon + size(random), at.lat + size(random)});
    }
    SpatialIndex const index{extents};
    CHECK(index.size() == 3000);
    for (int round = 0; round < 100; ++round) {
        LonLat const at{lon(random), lat(random)};
        Extent const wanted{at.lon, at.lat, at.lon + 5 * size(random), at.lat + size(random)};
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < extents.size(); ++i) {
            if (extents[i].intersects(wanted)) { expected.push_back(i); }
        }
        CHECK(index.query(wanted) == expected);
    }
}

TEST_CASE("the nearest are the nearest in metres, equal ones by number", "[geo]")
{
    std::mt19937 random{9};
    std::uniform_real_distribution<double> lon{100, 125}, lat{20, 50};
    std::vector<LonLat> points;
    for (int i = 0; i < 2000; ++i) {
        points.push_back(i % 5 == 4 ? points.back() : LonLat{lon(random), lat(random)});
    }
    std::vector<Extent> extents;
    for (auto const at : points) {
        extents.push_back({at.lon, at.lat, at.lon, at.lat});
    }
    SpatialIndex const index{extents};
    for (int round = 0; round < 30; ++round) {
        LonLat const from{lon(random), lat(random)};
        auto const metres = [&](std::size_t i) { return distanceM(from, points[i]); };
        std::vector<SpatialIndex::Neighbour> expected;
        for (std::size_t i = 0; i < points.size(); ++i) {
            expected.push_back({i, metres(i)});
        }
        std::ranges::sort(expected, [](auto const& l, auto const& r) {
            return l.distanceM != r.distanceM ? l.distanceM < r.distanceM : l.item < r.item;
        });
        expected.resize(7);
        CHECK(index.nearest(from, 7, metres) == expected);
        CHECK(index.nearest(from, 7, metres, expected[2].distanceM).size() >= 3);
    }
    CHECK(index.nearest({112, 37}, 0, [](std::size_t) { return 0.0; }).empty());
    CHECK(SpatialIndex{}.nearest({112, 37}, 3, [](std::size_t) { return 0.0; }).empty());
    CHECK(SpatialIndex{}.query({0, 0, 180, 90}).empty());
}

TEST_CASE("a grown extent has everything within the distance", "[geo]")
{
    std::mt19937 random{13};
    std::uniform_real_distribution<double> lon{-100, 100}, lat{-85, 85}, metres{1, 300'000}, angle{0, 6.2831853};
    for (int i = 0; i < 3000; ++i) {
        LonLat const at{lon(random), lat(random)};
        double const d = metres(random), a = angle(random);
        LonLat const other{at.lon + d / 111'000 * std::cos(a) / std::max(0.05, std::cos(at.lat / 57.3)),
                           std::clamp(at.lat + d / 111'000 * std::sin(a), -90.0, 90.0)};
        auto const wide = grown({at.lon, at.lat, at.lon, at.lat}, distanceM(at, other));
        CHECK((wide.minLon <= other.lon && other.lon <= wide.maxLon && wide.minLat <= other.lat && other.lat <= wide.maxLat));
    }
    CHECK(grown(Extent{}, 100).empty());
}

TEST_CASE("a prepared zone locates positions as GEOS does", "[geo]")
{
    std::mt19937 random{17};
    std::uniform_real_distribution<double> offset{-1.1, 1.1};
    for (int round = 0; round < 6; ++round) {
        auto const zone = star(random, {112, 37}, 1, 5 + 60 * round);
        auto const prepared = PreparedZone::create(zone).value();
        for (int i = 0; i < 300; ++i) {
            LonLat const at{112 + offset(random), 37 + offset(random)};
            REQUIRE(prepared.locate(at) == byGeos(zone, at));
        }
        for (auto const& path : {zone.parts[0].outline, zone.parts[0].holes[0]}) {
            for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                REQUIRE(prepared.locate(path[i]) == Where::Boundary);
                LonLat const middle{(path[i].lon + path[i + 1].lon) / 2, (path[i].lat + path[i + 1].lat) / 2};
                REQUIRE(prepared.locate(middle) == byGeos(zone, middle)); // on the edge or a hair beside it
                LonLat const level{112 + offset(random), path[i].lat};    // the ray runs through a vertex
                REQUIRE(prepared.locate(level) == byGeos(zone, level));
            }
        }
    }
}

TEST_CASE("a box that no edge may meet is met by none, and few others are left open", "[geo]")
{
    std::mt19937 random{15};
    std::uniform_real_distribution<double> unit{0, 1};
    int met = 0, open = 0;
    for (int round = 0; round < 3000; ++round) {
        auto const zone = star(random, {112, 37}, 0.1, 3 + round % 60);
        auto const edges = Edges::create(zone).value();
        double const west = 111.88 + 0.24 * unit(random), south = 36.88 + 0.24 * unit(random), size = 0.03 * unit(random) * unit(random);
        Extent const box{west, south, west + size, south + size};
        Shape const filled{ShapeType::Polygon, {Part{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}}, {}}}};
        Shape const boundary{ShapeType::Line, {Part{zone.parts[0].outline, {}}, Part{zone.parts[0].holes[0], {}}}};
        bool const meets = intersects(boundary, filled).value();
        met += meets ? 1 : 0;
        open += edges.mayMeet(box) && !meets ? 1 : 0;
        CHECK((edges.mayMeet(box) || !meets));
    }
    CHECK(met > 300);
    CHECK(open < 10);
}

TEST_CASE("edges, vertices and level edges of a zone of integers", "[geo]")
{
    auto const zone = shape("MULTIPOLYGON (((0 0, 4 0, 4 4, 3 4, 3 2, 2 2, 2 4, 0 4, 0 0), (1 1, 1 1.5, 1.5 1.5, 1 1)), ((5 0, "
                            "6 0, 6 4, 5 4, 5 0)))");
    auto const prepared = PreparedZone::create(zone).value();
    for (int x = -4; x <= 28; ++x) {
        for (int y = -4; y <= 20; ++y) {
            LonLat const at{x / 4.0, y / 4.0};
            CAPTURE(at.lon, at.lat);
            CHECK(prepared.locate(at) == byGeos(zone, at));
        }
    }
}

TEST_CASE("distances of a prepared zone are those of the shortest line", "[geo]")
{
    std::mt19937 random{29};
    std::uniform_real_distribution<double> offset{-3, 3};
    auto const zone = star(random, {112, 37}, 1, 200);
    auto const prepared = PreparedZone::create(zone).value();
    for (int i = 0; i < 200; ++i) {
        LonLat const at{112 + offset(random), 37 + offset(random)};
        double const expected = distanceM(Shape::point(at), zone).value();
        CHECK_THAT(prepared.distanceM(at), WithinAbs(expected, 0.001 + 1e-5 * expected));
        CHECK((prepared.distanceM(at, 1000) == prepared.distanceM(at)) == (prepared.distanceM(at) <= 1000));
        auto const edge = prepared.nearestEdge(at);
        REQUIRE(edge.has_value());
        CHECK_THAT(edge->distanceM, WithinAbs(distanceM(at, edge->at), 1e-6));
    }
    CHECK(std::isinf(prepared.distanceM({120, 37}, 1000)));
    CHECK_FALSE(prepared.nearestEdge({120, 37}, 1000).has_value());
}

TEST_CASE("a prepared zone answers for other shapes, lines and points", "[geo]")
{
    auto const zone = PreparedZone::create(shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))")).value();
    CHECK(zone.covers(shape("LINESTRING (112 37, 112 38)")).value());
    CHECK_FALSE(zone.contains(shape("LINESTRING (112 37, 112 38)")).value());
    CHECK(zone.intersects(shape("LINESTRING (111 37.5, 112 37.5)")).value());
    CHECK(zone.distanceM(shape("LINESTRING (111 37.5, 112 37.5)")).value() == 0);
    CHECK_THAT(zone.distanceM(shape("LINESTRING (110 37.5, 111.9 37.5)")).value(),
               WithinRel(distanceM({111.9, 37.5}, {112, 37.5}), 1e-5));
    CHECK_THAT(zone.edgeDistanceM(shape("POINT (112.5 37.01)")), WithinRel(distanceM({112.5, 37.01}, {112.5, 37}), 1e-5));
    CHECK_FALSE(zone.distanceM(Shape{}).has_value());
    auto const river = PreparedZone::create(shape("LINESTRING (112 37, 113 38)")).value();
    CHECK(river.locate({112.5, 37.5}) == Where::Boundary);
    CHECK(river.locate({112.5, 37.6}) == Where::Outside);
    auto const station = PreparedZone::create(Shape::point({112, 37})).value();
    CHECK_THAT(station.distanceM(LonLat{112, 37.01}), WithinAbs(distanceM({112, 37}, {112, 37.01}), 1e-6));
    CHECK(station.distanceM(LonLat{112, 37}) == 0);
}

TEST_CASE("a zone that is no zone cannot be prepared", "[geo]")
{
    auto const bad =
        GENERATE(Shape{}, Shape{ShapeType::Polygon, {}}, fromWkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))").value(),
                 Shape::point({std::numeric_limits<double>::quiet_NaN(), 0}));
    auto const prepared = PreparedZone::create(bad);
    REQUIRE_FALSE(prepared.has_value());
    CHECK(prepared.error().code == ErrorCode::GeometryInvalid);
}

TEST_CASE("many threads may ask one zone, and it may outlive the thread that made it", "[geo]")
{
    std::mt19937 random{31};
    auto const zone = star(random, {112, 37}, 1, 500);
    std::optional<PreparedZone> made;
    std::thread{[&] { made.emplace(PreparedZone::create(zone).value()); }}.join();
    auto const count = [&] {
        int inside = 0;
        for (int i = 0; i < 4000; ++i) {
            LonLat const at{111 + 2.0 * (i % 63) / 63, 36 + 2.0 * (i / 63) / 63};
            inside += made->contains(at) && made->intersects(Shape::point(at)).value();
        }
        return inside;
    };
    int const expected = count();
    CHECK(expected > 0);
    std::atomic<int> agreed{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] { agreed += count() == expected; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(agreed == 4);
}
