#include "analysis/points_near.hpp"

#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "layers.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <limits>

using namespace zhengtu;
using namespace zhengtu::analysis;
using namespace zhengtu::analysis::test;

namespace {

/// Every position against every shape. What lies within a ten-thousandth of the limit may be either (edges bend in any metric), and is
/// given by `open`.
struct Slow {
    std::vector<PointNear> near, open;
};

Slow slowly(std::vector<geo::LonLat> const& points, std::vector<geo::Shape> const& shapes, double limitM)
{
    Slow slow;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        for (std::uint32_t j = 0; j < shapes.size(); ++j) {
            if (shapes[j].empty()) { continue; }
            double const d = geo::distanceM(geo::Shape::point(points[i]), shapes[j]).value();
            if (std::abs(d - limitM) <= 1e-4 * limitM) {
                slow.open.push_back({i, j});
            } else if (d < limitM) {
                slow.near.push_back({i, j});
            }
        }
    }
    return slow;
}

std::vector<PointNear> without(std::vector<PointNear> found, std::vector<PointNear> const& some)
{
    std::erase_if(found, [&](auto const& hit) { return std::ranges::binary_search(some, hit); });
    return found;
}

geo::Shape wkt(char const* text)
{
    return geo::fromWkt(text).value();
}

} // namespace

TEST_CASE("positions near shapes are those whose distance says so", "[analysis][kernel]")
{
    std::mt19937 random{8};
    double const lat = GENERATE(37.0, 0.0, -60.0, 79.5, 85.0);
    for (auto const& [size, limitM] : {std::pair{0.2, 100.0}, {0.2, 2000.0}, {2.0, 20'000.0}, {2.0, 70'000.0}, {0.2, 0.0}}) {
        CAPTURE(lat, size, limitM);
        Box const box{112, lat, size};
        auto points = randomPoints(random, 150, box);
        std::vector<geo::Shape> shapes;
        for (auto const from : randomPoints(random, 6, box)) { shapes.push_back(river(random, from, size / 60, 300)); }
        for (auto const& polygon : stars(random, 5, size / 8, box)) { shapes.push_back(polygon); }
        for (auto const at : randomPoints(random, 5, box)) { shapes.push_back(geo::Shape::point(at)); }
        shapes.push_back({});
        shapes.push_back({geo::ShapeType::Line, {{{points[0], points[0]}, {}}}}); // of no length
        shapes.push_back({geo::ShapeType::Line, {{{{112, lat}, {112 + 3 * size, lat + 2 * size}}, {}}}}); // one long edge
        shapes.push_back({geo::ShapeType::Line, {{{{112, lat}, {112, lat}, {112 + size, lat + size}, {112 + size, lat}, {112, lat + size}, {112, lat + size}}, {}}}}); // crosses itself
        std::erase_if(shapes, [](auto const& shape) { return geo::extentOf(shape).maxLat > 89; });
        points.push_back(points[0]);
        auto const slow = slowly(points, shapes, limitM);
        auto const found = pointsNear(points, shapes, limitM).value();
        CHECK(without(found, slow.open) == slow.near);
        for (unsigned const threads : {1U, 2U, 7U}) { CHECK(pointsNear(points, shapes, limitM, {}, threads).value() == found); }
    }
}

TEST_CASE("exactly at the distance is near, a hair beyond is not", "[analysis][kernel]")
{
    geo::LonLat const at{112.5, 37.8}, other{112.5031, 37.8077};
    std::vector<geo::LonLat> const points{at};
    std::vector<geo::Shape> const shapes{geo::Shape::point(other), {geo::ShapeType::Line, {{{other, {112.6, 37.9}}, {}}}}};
    double const metres = geo::distanceM(at, other);
    CHECK(pointsNear(points, shapes, metres).value().size() == 2);
    CHECK(pointsNear(points, shapes, metres - 1e-6).value().empty());
    CHECK(pointsNear(points, shapes, metres + 1e-6).value().size() == 2);
}

TEST_CASE("a position in a polygon is near it however far the edge, one in its hole is not", "[analysis][kernel]")
{
    std::vector<geo::Shape> const ring{wkt("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.4 37.4, 112.6 37.4, 112.6 37.6, 112.4 37.6, 112.4 37.4))")};
    std::vector<geo::LonLat> const points{{112.2, 37.2}, {112.5, 37.5}, {112.401, 37.5}, {112, 37.5}};
    CHECK(pointsNear(points, ring, 100).value() == std::vector<PointNear>{{0, 0}, {2, 0}, {3, 0}});
    CHECK(pointsNear(points, ring, 0).value() == std::vector<PointNear>{{0, 0}, {3, 0}});
}

TEST_CASE("bad distances and shapes are errors", "[analysis][kernel]")
{
    std::vector<geo::LonLat> const points{{112, 37}};
    std::vector<geo::Shape> shapes{geo::Shape::point({112, 37})};
    auto const limit = GENERATE(-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 2e6);
    CHECK(pointsNear(points, shapes, limit).error().code == ErrorCode::Usage);
    CHECK(pointsNear({}, shapes, 10).value().empty());
    CHECK(pointsNear(points, {}, 10).value().empty());
    CHECK(pointsNear(points, shapes, 10, [](double) { return false; }).error().code == ErrorCode::Cancelled);
    shapes.push_back({geo::ShapeType::Line, {{{{112, 37}}, {}}}});
    auto const found = pointsNear(points, shapes, 10);
    CHECK(found.error().code == ErrorCode::GeometryInvalid);
    CHECK(found.error().where.starts_with("shape 2"));
    shapes[1].parts[0].outline.push_back({std::numeric_limits<double>::quiet_NaN(), 37});
    CHECK(pointsNear(points, shapes, 10).error().code == ErrorCode::GeometryInvalid);
}
