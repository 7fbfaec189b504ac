#include "analysis/points_in_polygons.hpp"

#include "geo/codec.hpp"
#include "geo/ops.hpp"
#include "layers.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <limits>

using namespace zhengtu;
using namespace zhengtu::analysis;
using namespace zhengtu::analysis::test;

namespace {

/// Every position against every polygon, by GEOS.
std::vector<PointInPolygon> byGeos(std::vector<geo::LonLat> const& points, std::vector<geo::Shape> const& polygons)
{
    std::vector<PointInPolygon> found;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        for (std::uint32_t j = 0; j < polygons.size(); ++j) {
            auto const at = geo::Shape::point(points[i]);
            if (!geo::intersects(polygons[j], at).value()) { continue; }
            bool const inside = geo::contains(polygons[j], at).value();
            found.push_back({i, j, inside ? geo::Where::Inside : geo::Where::Boundary});
        }
    }
    return found;
}

geo::Shape wkt(char const* text)
{
    return geo::fromWkt(text).value();
}

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("positions lie in the polygons that GEOS finds", "[analysis][kernel]")
{
    std::mt19937 random{5};
    for (auto const size : {1.0, 0.05, 12.0}) {
        Box const box{108, 33, size};
        auto const polygons = stars(random, 25, size / 5, box);
        auto points = randomPoints(random, 400, box);
        for (auto const& polygon : polygons) { // vertices, middles of edges and repeated positions
            auto const& ring = polygon.parts[0].outline;
            points.push_back(ring[0]);
            points.push_back({(ring[1].lon + ring[2].lon) / 2, (ring[1].lat + ring[2].lat) / 2});
            points.push_back(points.front());
        }
        auto const found = pointsInPolygons(points, polygons).value();
        CHECK(found == byGeos(points, polygons));
        for (unsigned const threads : {1U, 2U, 7U}) { CHECK(pointsInPolygons(points, polygons, {}, threads).value() == found); }
    }
}

TEST_CASE("heaps of positions far from any edge are told as wholes, and rightly", "[analysis][kernel]")
{
    std::mt19937 random{6};
    auto points = randomPoints(random, 3000, {112.4, 37.4, 0.01});
    auto const more = randomPoints(random, 3000, {112, 37, 1});
    points.insert(points.end(), more.begin(), more.end());
    std::vector<geo::Shape> polygons{wkt("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))"),
                                     wkt("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.3 37.3, 112.6 37.3, 112.6 37.6, 112.3 37.6, 112.3 37.3))")};
    CHECK(pointsInPolygons(points, polygons).value() == byGeos(points, polygons));
}

TEST_CASE("positions on whole numbers: vertices, edges, holes, parts that touch, one zone in another", "[analysis][kernel]")
{
    std::vector<geo::LonLat> points;
    for (int x = -1; x <= 11; ++x) {
        for (int y = -1; y <= 11; ++y) { points.push_back({static_cast<double>(x), static_cast<double>(y)}); }
    }
    std::vector<geo::Shape> const polygons{
        wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), wkt("POLYGON ((2 2, 8 2, 8 8, 2 8, 2 2))"),
        wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))"),
        wkt("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 4, 8 4, 8 8, 4 8, 4 4)))"),
        wkt("POLYGON ((0 0, 5 5, 10 0, 10 10, 5 5, 0 10, 0 0))"), // its ring touches itself
        geo::Shape{}};
    auto valid = polygons;
    valid[4] = wkt("MULTIPOLYGON (((0 0, 5 5, 0 10, 0 0)), ((5 5, 10 0, 10 10, 5 5)))");
    CHECK(pointsInPolygons(points, polygons).value() == byGeos(points, valid));
}

TEST_CASE("of a ring that crosses itself both lobes are inside", "[analysis][kernel]")
{
    std::vector<geo::Shape> const bow{wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")};
    std::vector<geo::LonLat> const points{{2, 5}, {8, 5}, {5, 2}, {5, 8}, {5, 5}};
    auto const found = pointsInPolygons(points, bow).value();
    CHECK(found == std::vector<PointInPolygon>{{0, 0, geo::Where::Inside}, {1, 0, geo::Where::Inside}, {4, 0, geo::Where::Boundary}});
}

TEST_CASE("positions and polygons that cannot be are errors with their number", "[analysis][kernel]")
{
    std::vector<geo::Shape> const square{wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")};
    std::vector<geo::LonLat> const bads{{notANumber, 1}, {1, notANumber}, {infinite, 1}, {1, -infinite}, {1e300, 1}, {1, 91}, {412'000, 4'180'000}};
    auto const bad = bads[static_cast<std::size_t>(GENERATE(range(0, 7)))];
    auto const found = pointsInPolygons(std::vector<geo::LonLat>{{1, 1}, bad}, square);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::GeometryInvalid);
    CHECK(found.error().detail.starts_with("position 2 of 2"));

    auto broken = square;
    broken.push_back(square[0]);
    broken[1].parts[0].outline[2] = bad;
    auto const inBroken = pointsInPolygons(std::vector<geo::LonLat>{{1, 1}}, broken);
    REQUIRE_FALSE(inBroken.has_value());
    CHECK(inBroken.error().code == ErrorCode::GeometryInvalid);
    CHECK(inBroken.error().where.starts_with("polygon 2"));
}

TEST_CASE("open and short rings, lines and points are no polygons", "[analysis][kernel]")
{
    using geo::ShapeType;
    std::vector<geo::Shape> const shapes{{ShapeType::Polygon, {{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}}, // open
                                         {ShapeType::Polygon, {{{{0, 0}, {1, 0}, {0, 0}}, {}}}},         // short
                                         {ShapeType::Polygon, {{{}, {}}}},
                                         geo::Shape::point({0, 0}),
                                         {ShapeType::Line, {{{{0, 0}, {1, 0}}, {}}}}};
    auto const number = GENERATE(range(0, 5));
    auto const& shape = shapes[static_cast<std::size_t>(number)];
    auto const found = pointsInPolygons(std::vector<geo::LonLat>{{0, 0}}, std::vector<geo::Shape>{shape});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::GeometryInvalid);
    CHECK(found.error().where.starts_with("polygon 1"));
}

TEST_CASE("nothing lies in nothing, and a stopped search gives nothing", "[analysis][kernel]")
{
    std::vector<geo::Shape> const square{wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")};
    CHECK(pointsInPolygons({}, square).value().empty());
    CHECK(pointsInPolygons(std::vector<geo::LonLat>{{1, 1}}, {}).value().empty());
    std::vector<geo::LonLat> const same(1000, geo::LonLat{1, 1}); // an extent without size
    CHECK(pointsInPolygons(same, square).value().size() == 1000);
    CHECK(pointsInPolygons(same, square, [](double) { return false; }).error().code == ErrorCode::Cancelled);
}
