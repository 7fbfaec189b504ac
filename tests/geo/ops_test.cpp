#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
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

Shape const square = shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))");
Shape const bowtie = shape("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))");

/// The least and greatest distance from the shape to the vertices of an outline.
std::pair<double, double> reach(Shape const& from, Shape const& outline)
{
    std::pair<double, double> range{1e12, 0};
    for (auto const& part : outline.parts) {
        for (auto const at : part.outline) {
            double const d = distanceM(from, Shape::point(at)).value();
            range = {std::min(range.first, d), std::max(range.second, d)};
        }
    }
    return range;
}

} // namespace

TEST_CASE("relations of a square with what is in, on and beside it", "[geo]")
{
    struct Row {
        char const* other;
        bool intersects, contains, covers, touches;
    };
    auto const row =
        GENERATE(Row{"POINT (112.5 37.5)", true, true, true, false}, Row{"POINT (112 37.5)", true, false, true, true},
                 Row{"POINT (112 37)", true, false, true, true}, Row{"POINT (111.9999999999 37.5)", false, false, false, false},
                 Row{"LINESTRING (112.1 37.5, 112.9 37.5)", true, true, true, false},
                 Row{"LINESTRING (112 37, 112 38)", true, false, true, true},
                 Row{"LINESTRING (111 37.5, 114 37.5)", true, false, false, false},
                 Row{"LINESTRING (112.5 37.5, 112.5 37.5)", true, true, true, false},
                 Row{"POLYGON ((113 37, 114 37, 114 38, 113 38, 113 37))", true, false, false, true},
                 Row{"POLYGON ((113.0000001 37, 114 37, 114 38, 113.0000001 37))", false, false, false, false},
                 Row{"POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))", true, true, true, false},
                 Row{"POINT EMPTY", false, false, false, false});
    CAPTURE(row.other);
    auto const other = shape(row.other);
    CHECK(intersects(square, other).value() == row.intersects);
    CHECK(intersects(other, square).value() == row.intersects);
    CHECK(contains(square, other).value() == row.contains);
    CHECK(within(other, square).value() == row.contains);
    CHECK(covers(square, other).value() == row.covers);
    CHECK(touches(square, other).value() == row.touches);
}

TEST_CASE("broken shapes are errors for every operation, never an answer", "[geo]")
{
    double const nan = std::numeric_limits<double>::quiet_NaN();
    auto const bad = GENERATE_COPY(bowtie, Shape::point({nan, 37}),
                                   Shape::point({112, std::numeric_limits<double>::infinity()}), Shape::point({112, 91}),
                                   Shape::point({37'500'000, 4'100'000}), Shape{ShapeType::Line, {Part{{{112, 37}}, {}}}},
                                   Shape{ShapeType::Polygon, {Part{{{112, 37}, {113, 37}, {113, 38}, {112, 38}}, {}}}},
                                   Shape{ShapeType::Polygon, {Part{{{112, 37}, {113, 37}, {112, 37}}, {}}}},
                                   Shape{ShapeType::Point, {Part{}}}, Shape{ShapeType::None, {Part{{{112, 37}}, {}}}});
    auto const refused = [](auto const& result) {
        return !result.has_value() && result.error().code == ErrorCode::GeometryInvalid && !result.error().detail.empty();
    };
    CHECK(refused(intersects(bad, square)));
    CHECK(refused(contains(square, bad)));
    CHECK(refused(intersection(square, bad)));
    CHECK(refused(difference(bad, square)));
    CHECK(refused(unionAll(std::vector{square, bad})));
    CHECK(refused(bufferM(bad, 100)));
    CHECK(refused(centroid(bad)));
    CHECK(refused(pointOnSurface(bad)));
    CHECK(refused(shareInside(bad, square)));
    CHECK(refused(shareInside(square, bad)));
    auto const validity = isValid(bad);
    CHECK_FALSE(validity.valid);
    CHECK_FALSE(validity.reason.empty());
}

TEST_CASE("the reason of an invalid polygon names the place", "[geo]")
{
    CHECK(isValid(bowtie).reason.contains("Self-intersection at (5 5)"));
}

TEST_CASE("make valid mends what can be mended", "[geo]")
{
    CHECK(makeValid(square).value() == square);
    auto const mended = makeValid(bowtie).value();
    CHECK(isValid(mended).valid);
    CHECK(mended.parts.size() == 2);
    Shape const open{ShapeType::Polygon, {Part{{{112, 37}, {113, 37}, {113, 37}, {113, 38}, {112, 38}}, {}}}};
    CHECK(makeValid(open).value() == shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))"));
    CHECK(makeValid(shape("POLYGON ((112 37, 113 37, 114 37, 112 37))")).error().code == ErrorCode::GeometryInvalid);
    CHECK(makeValid(Shape{}).value().empty());
    auto const again = makeValid(mended).value();
    CHECK(again == mended);
}

TEST_CASE("overlays keep the dimension that was asked about", "[geo]")
{
    auto const right = shape("POLYGON ((112.5 37, 114 37, 114 38, 112.5 38, 112.5 37))");
    CHECK_THAT(areaM2(intersection(square, right).value()), WithinRel(areaM2(square) / 2, 1e-9));
    CHECK_THAT(areaM2(difference(square, right).value()), WithinRel(areaM2(square) / 2, 1e-9));
    CHECK_THAT(areaM2(unionAll(std::vector{square, right}).value()), WithinRel(areaM2(square) * 2, 1e-9));
    auto const beside = shape("POLYGON ((113 37, 114 37, 114 38, 113 38, 113 37))");
    CHECK(intersection(square, beside).value() == Shape{ShapeType::Polygon, {}});
    CHECK(intersection(square, shape("LINESTRING (111 37.5, 112.5 37.5)")).value() ==
          shape("LINESTRING (112 37.5, 112.5 37.5)"));
    CHECK(intersection(square, Shape{}).value().empty());
    CHECK(difference(square, square).value().empty());
    CHECK(unionAll({}).value().empty());
    CHECK(unionAll(std::vector{square, Shape::point({112, 37})}).error().code == ErrorCode::GeometryInvalid);
}

TEST_CASE("a union does not depend on the order", "[geo]")
{
    std::mt19937 random{5};
    std::uniform_real_distribution<double> unit{0, 1};
    std::vector<Shape> shapes;
    for (int i = 0; i < 40; ++i) {
        double const x = 112 + unit(random), y = 37 + unit(random), w = 0.05 + 0.3 * unit(random);
        shapes.push_back({ShapeType::Polygon, {Part{{{x, y}, {x + w, y + w / 3}, {x + w / 2, y + w}, {x, y}}, {}}}});
    }
    auto const first = unionAll(shapes).value();
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(shapes, random);
        CHECK(unionAll(shapes).value() == first);
    }
}

TEST_CASE("share inside counts area, length or points", "[geo]")
{
    auto const [site, share] =
        GENERATE(table<char const*, double>({{"POINT (112.5 37.5)", 1},
                                             {"POINT (112 37.5)", 1},
                                             {"POINT (111 37.5)", 0},
                                             {"MULTIPOINT ((112.5 37.5), (111 37.5), (112 38), (111 37.5))", 0.5},
                                             {"LINESTRING (112.5 36, 112.5 39)", 1.0 / 3},
                                             {"LINESTRING (112.2 37.5, 112.2 37.5)", 1},
                                             {"LINESTRING (111 37, 111 38)", 0},
                                             {"POLYGON ((112.75 37, 113.25 37, 113.25 38, 112.75 38, 112.75 37))", 0.5},
                                             {"POLYGON ((113 37, 114 37, 114 38, 113 37))", 0},
                                             {"POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))", 1}}));
    CAPTURE(site);
    CHECK_THAT(shareInside(shape(site), square).value(), WithinAbs(share, 1e-4));
    CHECK_FALSE(shareInside(Shape{}, square).has_value());
}

TEST_CASE("a buffer reaches as far as it was asked to, everywhere", "[geo]")
{
    auto const [wkt, metres] =
        GENERATE(table<char const*, double>({{"POINT (112.5 37.8)", 100},
                                             {"POINT (112.5 37.8)", 20'000},
                                             {"POINT (112.5 67)", 100'000},
                                             {"MULTIPOINT ((110.2 35), (114.4 40.5))", 5000},
                                             {"LINESTRING (112.2 37.1, 112.6 37.9)", 100},
                                             {"LINESTRING (110 34.5, 114.6 40.8)", 1000},
                                             {"LINESTRING (110 38, 115 38)", 50},
                                             {"POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))", 2000},
                                             {"POLYGON ((110 34, 114.5 34, 114.5 41, 110 41, 110 34))", 20'000}}));
    CAPTURE(wkt, metres);
    auto const original = shape(wkt);
    auto const grown = bufferM(original, metres).value();
    REQUIRE(isValid(grown).valid);
    CHECK(covers(grown, original).value());
    auto const [least, most] = reach(original, grown);
    double const tolerance = std::max(0.5, 0.0006 * metres) + 0.1; // 0.1: edges that are curved in the plane
    CHECK(least >= metres - tolerance);
    CHECK(most <= metres + tolerance);
}

TEST_CASE("the area of a disc", "[geo]")
{
    double const r = GENERATE(5000.0, 50'000.0);
    CHECK_THAT(areaM2(bufferM(Shape::point({112.5, 37.8}), r).value()), WithinRel(std::numbers::pi * r * r, 0.001));
}

TEST_CASE("a negative buffer takes the rim off", "[geo]")
{
    auto const wide = shape("POLYGON ((110 36, 114 36, 114 38, 110 38, 110 36))");
    for (auto const& zone : {square, wide}) {
        auto const core = bufferM(zone, -3000).value();
        CHECK(contains(zone, core).value());
        double const perimeter = lengthM(zone);
        CHECK_THAT(areaM2(zone) - areaM2(core), WithinRel(3000 * perimeter - 4 * 3000 * 3000, 0.005));
    }
    CHECK(bufferM(square, -60'000).value().empty());
    CHECK(bufferM(Shape::point({112, 37}), -1).value().empty());
}

TEST_CASE("buffers of nothing, of no width and of too much", "[geo]")
{
    CHECK(bufferM(Shape{}, 100).value() == Shape{ShapeType::Polygon, {}});
    CHECK(bufferM(square, 0).value() == square);
    CHECK(bufferM(Shape::point({112, 37}), 0).value().empty());
    CHECK_THAT(areaM2(bufferM(shape("LINESTRING (112 37, 112 37)"), 100).value()), WithinRel(std::numbers::pi * 10'000, 0.01));
    CHECK(bufferM(square, 1e6).error().code == ErrorCode::Usage);
    CHECK(bufferM(square, std::numeric_limits<double>::quiet_NaN()).error().code == ErrorCode::Usage);
    CHECK(bufferM(Shape::point({179.9999, 10}), 1000).error().code == ErrorCode::Usage);
    CHECK(bufferM(Shape::point({10, 89}), 1000).error().code == ErrorCode::Usage);
}

TEST_CASE("centres and hulls", "[geo]")
{
    auto const middle = centroid(square).value();
    CHECK_THAT(middle.lon, WithinAbs(112.5, 1e-6));
    CHECK((middle.lat > 37.48 && middle.lat < 37.5)); // the southern half is wider
    CHECK(centroid(shape("MULTIPOINT ((112 37), (113 37))")).has_value());
    auto const ring = shape(
        "POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.1 37.1, 112.1 37.9, 112.9 37.9, 112.9 37.1, 112.1 37.1))");
    CHECK(contains(ring, Shape::point(pointOnSurface(ring).value())).value());
    CHECK_FALSE(contains(ring, Shape::point(centroid(ring).value())).value());
    CHECK_FALSE(centroid(Shape{}).has_value());
    CHECK_FALSE(pointOnSurface(Shape{}).has_value());
    CHECK(convexHull(ring).value().parts.front().outline.size() == 5);
    CHECK(convexHull(shape("MULTIPOINT ((112 37), (113 38))")).value().type == ShapeType::Line);
    CHECK(convexHull(Shape::point({112, 37})).value() == Shape::point({112, 37}));
    CHECK(concaveHull(ring, 2).error().code == ErrorCode::Usage);
    auto const l =
        shape("MULTIPOINT ((112 37), (112 37.1), (112 37.2), (112 37.3), (112.1 37), (112.2 37), (112.3 37), (112.1 37.1))");
    CHECK(areaM2(concaveHull(l, 0.3).value()) < 0.95 * areaM2(convexHull(l).value()));
}

TEST_CASE("simplify stays within its tolerance", "[geo]")
{
    Path path;
    for (int i = 0; i <= 1000; ++i) {
        path.push_back({112 + 0.001 * i, 37.5 + 0.0002 * std::sin(i * 0.7) + 0.05 * std::sin(i * 0.01)});
    }
    Shape const line{ShapeType::Line, {Part{path, {}}}};
    auto const coarse = simplify(line, 50).value();
    CHECK(coarse.parts.front().outline.size() < path.size() / 5);
    CHECK(coarse.parts.front().outline.front() != path.back());
    for (auto const at : path) {
        CHECK(distanceM(Shape::point(at), coarse).value() <= 50.5);
    }
    CHECK(simplify(line, 0).value() == line);
    CHECK(simplify(line, -1).error().code == ErrorCode::Usage);
    CHECK(isValid(simplify(square, 1000).value()).valid);
}
