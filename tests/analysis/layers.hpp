#pragma once

#include "geo/shape.hpp"

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

/// Random layers for comparing kernels with a plain way, seeded.
namespace zhengtu::analysis::test {

struct Box {
    double lon = 112, lat = 37, size = 1;
};

inline std::vector<geo::LonLat> randomPoints(std::mt19937& random, std::size_t count, Box box)
{
    std::uniform_real_distribution<double> unit{0, 1};
    std::vector<geo::LonLat> points;
    for (std::size_t i = 0; i < count; ++i) { points.push_back({box.lon + box.size * unit(random), box.lat + box.size * unit(random)}); }
    return points;
}

/// A ring round a centre, as irregular as it can be without crossing itself.
inline geo::Path starRing(std::mt19937& random, geo::LonLat centre, double radius, int corners)
{
    std::uniform_real_distribution<double> unit{0.4, 1};
    geo::Path ring;
    for (int i = 0; i < corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners;
        double const r = radius * unit(random);
        ring.push_back({centre.lon + r * std::cos(angle), centre.lat + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

inline geo::Shape star(std::mt19937& random, geo::LonLat centre, double radius, int corners, bool hole)
{
    geo::Shape shape{geo::ShapeType::Polygon, {{starRing(random, centre, radius, corners), {}}}};
    if (hole) { shape.parts[0].holes.push_back(starRing(random, centre, radius * 0.3, 7)); }
    return shape;
}

inline std::vector<geo::Shape> stars(std::mt19937& random, std::size_t count, double radius, Box box)
{
    std::vector<geo::Shape> shapes;
    for (auto const centre : randomPoints(random, count, box)) {
        std::uniform_int_distribution<int> corners{5, 60};
        shapes.push_back(star(random, centre, radius, corners(random), shapes.size() % 3 == 0));
    }
    return shapes;
}

/// A line that wanders.
inline geo::Shape river(std::mt19937& random, geo::LonLat from, double step, int vertices)
{
    std::uniform_real_distribution<double> turn{-0.7, 0.7};
    double angle = turn(random) * 4;
    geo::Path path{from};
    for (int i = 1; i < vertices; ++i) {
        angle += turn(random);
        path.push_back({path.back().lon + step * std::cos(angle), path.back().lat + step * std::sin(angle)});
    }
    return {geo::ShapeType::Line, {{path, {}}}};
}

} // namespace zhengtu::analysis::test
