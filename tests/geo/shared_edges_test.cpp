#include "geo/codec.hpp"
#include "geo/detail/exact_turn.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/shared_edges.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Path ring(std::mt19937& random, LonLat centre, double radius, int corners, bool clockwise)
{
    std::uniform_real_distribution<double> unit{0.5, 1};
    Path path;
    for (int i = 0; i < corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners * (clockwise ? -1 : 1);
        double const r = radius * unit(random);
        path.push_back({centre.lon + r * std::cos(angle), centre.lat + r * std::sin(angle)});
    }
    path.push_back(path.front());
    return path;
}

Shape random(std::mt19937& chance, int round)
{
    std::uniform_real_distribution<double> unit{0, 1};
    LonLat const centre{112 + 0.02 * unit(chance), 37 + 0.02 * unit(chance)};
    double const radius = 0.003 + 0.02 * unit(chance);
    Shape shape{ShapeType::Polygon, {{ring(chance, centre, radius, 5 + round % 90, round % 2 == 0), {}}}};
    if (round % 3 == 0) { shape.parts[0].holes.push_back(ring(chance, centre, radius * 0.4, 4 + round % 11, round % 4 == 0)); }
    if (round % 7 == 0) { shape.parts.push_back({ring(chance, {centre.lon + 0.06, centre.lat}, radius, 9, round % 5 == 0), {}}); }
    return shape;
}

detail::SharedByEdges shared(Shape const& of, std::vector<Shape> const& others)
{
    std::vector<detail::ChainTree> trees;
    std::vector<detail::ChainTree const*> pointers;
    for (auto const& other : others) { trees.emplace_back(other); }
    for (auto const& tree : trees) { pointers.push_back(&tree); }
    return detail::sharedByEdges(detail::ChainTree{of}, pointers);
}

double byGeos(Shape const& of, std::vector<Shape> const& others)
{
    return areaM2(intersection(of, unionAll(others).value()).value());
}

Shape read(char const* text) { return fromWkt(text).value(); }

/// Corners on whole numbers, so that vertices lie on edges and edges upon each other all the time.
Shape onLattice(std::mt19937& chance, int corners)
{
    std::uniform_int_distribution<int> whole{0, 8};
    for (;;) {
        Path path;
        for (int i = 0; i < corners; ++i) { path.push_back({static_cast<double>(whole(chance)), static_cast<double>(whole(chance))}); }
        path.push_back(path.front());
        if (Shape shape{ShapeType::Polygon, {{path, {}}}}; isValid(shape).valid) { return shape; }
    }
}

} // namespace

TEST_CASE("areas along edges are those of GEOS's intersection with the union", "[geo][kernel]")
{
    std::mt19937 chance{61};
    int touching = 0;
    for (int round = 0; round < 1500; ++round) {
        CAPTURE(round);
        auto const of = random(chance, round);
        std::vector<Shape> others;
        for (int i = 0; i < 1 + round % 4; ++i) { others.push_back(random(chance, round + 17 * i + 1)); }
        auto const found = shared(of, others);
        touching += found.touch ? 1 : 0;
        double const expected = byGeos(of, others);
        CHECK_THAT(found.areaM2, WithinRel(expected, 1e-8) || WithinAbs(expected, 1e-3));
    }
    CHECK(touching < 10);
}

TEST_CASE("areas are right where polygons touch, and it is said that they do", "[geo][kernel]")
{
    auto const box = read("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    double const boxM2 = areaM2(box);
    auto const check = [&](std::vector<Shape> const& others, double expectedM2, bool touch) {
        auto const found = shared(box, others);
        CHECK_THAT(found.areaM2, WithinRel(expectedM2, 1e-12) || WithinAbs(expectedM2, 1e-3));
        CHECK((expectedM2 > 0 || found.areaM2 == 0));
        CHECK(found.touch == touch);
    };
    check({box}, boxM2, true);
    check({box, box, box}, boxM2, true);
    check({read("POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))")}, 0, true);  // beside it
    check({read("POLYGON ((4 4, 8 4, 8 8, 4 8, 4 4))")}, 0, true);  // at a corner
    check({read("POLYGON ((-4 -4, 0 -4, 0 0, -4 0, -4 -4))")}, 0, true);
    check({read("POLYGON ((4 1, 8 0, 8 4, 4 1))")}, 0, true);       // with a corner on an edge
    auto const triangle = read("POLYGON ((2 2, 4 2, 2 3, 2 2))");
    check({triangle}, areaM2(triangle), true);                      // from within
    check({read("POLYGON ((5 5, 6 5, 6 6, 5 5))")}, 0, false);
    check({}, 0, false);
    check({read("POLYGON ((0 0, 4 0, 4 4, 0 0))"), read("POLYGON ((0 0, 4 4, 0 4, 0 0))")}, boxM2, true); // in two
    check({read("POLYGON ((-1 -1, 5 -1, 5 5, -1 5, -1 -1), (0 0, 0 4, 4 4, 4 0, 0 0))")}, 0, true);       // fills a hole
    check({read("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 1 3, 3 1, 0 0))")}, boxM2 - areaM2(read("POLYGON ((0 0, 3 1, 1 3, 0 0))")), true); // a hole that hangs on the shell
    // an edge that ends just short of another: of a strip of ten micrometres all counts
    check({read("POLYGON ((4.0000000001 0.5, 8 0.5, 8 3, 4.0000000001 0.5))")}, 0, false);
    auto const strip = read("POLYGON ((3.9999999999 0, 4 0, 4 4, 3.9999999999 4, 3.9999999999 0))");
    CHECK_THAT(shared(box, {read("POLYGON ((3.9999999999 0, 8 0, 8 4, 3.9999999999 4, 3.9999999999 0))")}).areaM2, WithinRel(areaM2(strip), 1e-4));
}

TEST_CASE("areas on a lattice are those of GEOS on its grid", "[geo][kernel]")
{
    std::mt19937 chance{62};
    for (int round = 0; round < 3000; ++round) {
        CAPTURE(round);
        auto const of = onLattice(chance, 3 + round % 4);
        std::vector<Shape> others;
        for (int i = 0; i < 1 + round % 5; ++i) { others.push_back(onLattice(chance, 3 + (round + i) % 4)); }
        CHECK_THAT(shared(of, others).areaM2, WithinRel(byGeos(of, others), 1e-9) || WithinAbs(byGeos(of, others), 1.0));
    }
}

TEST_CASE("of a polygon cut along lines, the pieces share all with it and nothing with each other", "[geo][kernel]")
{
    // cuts end on edges but for rounding, so the pieces' corners lie a last digit beside the edges of the whole
    std::mt19937 chance{63};
    std::uniform_real_distribution<double> unit{0, 1};
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        auto const whole = random(chance, round);
        double const wholeM2 = areaM2(whole);
        std::vector<Shape> pieces;
        double west = extentOf(whole).minLon - 1;
        for (double const east : {112.002 + 0.01 * unit(chance), 112.013 + 0.01 * unit(chance), 114.0}) {
            if (auto piece = intersection(whole, {ShapeType::Polygon, {{{{west, 36}, {east, 36}, {east, 38}, {west, 38}, {west, 36}}, {}}}}).value(); !piece.empty()) {
                pieces.push_back(std::move(piece));
            }
            west = east;
        }
        double sumM2 = 0;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            double const shareM2 = shared(whole, {pieces[i]}).areaM2;
            CHECK_THAT(shareM2, WithinAbs(areaM2(pieces[i]), 1e-10 * wholeM2 + 1e-3));
            CHECK_THAT(shared(pieces[i], {whole}).areaM2, WithinAbs(shareM2, 1e-10 * wholeM2));
            sumM2 += shareM2;
            for (std::size_t j = 0; j < i; ++j) { CHECK(shared(pieces[i], {pieces[j]}).areaM2 == 0); }
        }
        CHECK_THAT(sumM2, WithinAbs(wholeM2, 1e-10 * wholeM2 + 1e-3));
        CHECK_THAT(shared(whole, pieces).areaM2, WithinAbs(wholeM2, 1e-10 * wholeM2 + 1e-3));
    }
}

TEST_CASE("polygons upon each other by the hundred count once", "[geo][kernel]")
{
    std::mt19937 chance{64};
    std::vector<Shape> others;
    for (int i = 0; i < 300; ++i) { others.push_back(random(chance, i)); }
    for (int i = 0; i < 100; ++i) { others.push_back(others[static_cast<std::size_t>(i)]); } // again
    auto const of = random(chance, 5);
    CHECK_THAT(shared(of, others).areaM2, WithinRel(byGeos(of, others), 1e-9));
}

TEST_CASE("sides are told exactly", "[geo][kernel]")
{
    // whole numbers beyond what a product of doubles holds, with the answer in whole numbers
    std::mt19937_64 chance{65};
    std::uniform_int_distribution<std::int64_t> any{-(1LL << 27), 1LL << 27}, step{-2, 2};
    int zero = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::int64_t const ax = any(chance), ay = any(chance), dx = any(chance), dy = any(chance), times = round % 3;
        std::int64_t const bx = ax + 2 * dx, by = ay + 2 * dy, cx = ax + times * dx + (round % 5 == 0 ? 0 : step(chance)), cy = ay + times * dy + (round % 5 == 0 ? 0 : step(chance));
        auto const at = [](std::int64_t x, std::int64_t y) { return LonLat{static_cast<double>(x), static_cast<double>(y)}; };
        std::int64_t const expected = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
        double const found = detail::exactTurn(at(ax, ay), at(bx, by), at(cx, cy));
        CHECK(found == static_cast<double>(expected));
        zero += expected == 0 ? 1 : 0;
    }
    CHECK(zero > 4000);
    // thirds are no doubles: the middle of an edge lies beside it, on a side that GEOS tells alike
    std::uniform_real_distribution<double> degrees{70, 140};
    for (int round = 0; round < 20'000; ++round) {
        LonLat const a{degrees(chance), degrees(chance)}, b{degrees(chance), degrees(chance)};
        LonLat const c{a.lon + (b.lon - a.lon) / 3, a.lat + (b.lat - a.lat) / 3};
        double const found = detail::exactTurn(a, b, c);
        CHECK((found > 0 ? 1 : found < 0 ? -1 : 0) == GEOSOrientationIndex_r(detail::handle(), a.lon, a.lat, b.lon, b.lat, c.lon, c.lat));
    }
}
