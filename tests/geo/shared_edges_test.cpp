#include "geo/codec.hpp"
#include "geo/detail/shared_edges.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

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

std::optional<double> shared(Shape const& of, std::vector<Shape> const& others)
{
    std::vector<detail::ChainTree> trees;
    std::vector<detail::ChainTree const*> pointers;
    for (auto const& other : others) { trees.emplace_back(other); }
    for (auto const& tree : trees) { pointers.push_back(&tree); }
    return detail::sharedByEdgesM2(detail::ChainTree{of}, pointers);
}

} // namespace

TEST_CASE("areas along edges are those of GEOS's intersection with the union", "[geo][kernel]")
{
    std::mt19937 chance{61};
    int clear = 0;
    for (int round = 0; round < 1500; ++round) {
        CAPTURE(round);
        auto const of = random(chance, round);
        std::vector<Shape> others;
        for (int i = 0; i < 1 + round % 4; ++i) { others.push_back(random(chance, round + 17 * i + 1)); }
        auto const found = shared(of, others);
        if (!found) { continue; }
        ++clear;
        double const expected = areaM2(intersection(of, unionAll(others).value()).value());
        CHECK_THAT(*found, WithinRel(expected, 1e-8) || WithinAbs(expected, 1e-3));
    }
    CHECK(clear > 1490);
}

TEST_CASE("what touches is left to GEOS, and whole numbers are right or left to it", "[geo][kernel]")
{
    auto const read = [](char const* text) { return fromWkt(text).value(); };
    auto const box = read("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    CHECK_FALSE(shared(box, {box}));
    CHECK_FALSE(shared(box, {read("POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))")}));
    CHECK_FALSE(shared(box, {read("POLYGON ((2 2, 4 2, 2 3, 2 2))")}));
    CHECK(shared(box, {read("POLYGON ((5 5, 6 5, 6 6, 5 5))")}) == 0.0);
    CHECK(shared(box, {}) == 0.0);
    // an edge that ends just short of another, as rounding allows
    auto const nearly = shared(box, {read("POLYGON ((4.0000000001 0.5, 8 0.5, 8 3, 4.0000000001 0.5))")});
    CHECK((!nearly || *nearly == 0.0));

    std::mt19937 chance{62};
    std::uniform_int_distribution<int> whole{0, 8};
    auto const triangle = [&] {
        Path path;
        for (int i = 0; i < 3; ++i) { path.push_back({static_cast<double>(whole(chance)), static_cast<double>(whole(chance))}); }
        path.push_back(path.front());
        return Shape{ShapeType::Polygon, {{path, {}}}};
    };
    int clear = 0;
    for (int round = 0; round < 4000; ++round) {
        auto const of = triangle();
        std::vector<Shape> const others{triangle(), triangle()};
        if (!isValid(of).valid || !isValid(others[0]).valid || !isValid(others[1]).valid) { continue; }
        auto const found = shared(of, others);
        if (!found) { continue; }
        ++clear;
        double const expected = areaM2(intersection(of, unionAll(others).value()).value());
        CHECK_THAT(*found, WithinRel(expected, 1e-9) || WithinAbs(expected, 1.0));
    }
    CHECK(clear > 300);
}
