#include "data.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace zhengtu::bench {

namespace {

constexpr geo::Extent shanxi{110.2, 34.6, 114.6, 40.8};
constexpr double degreesPerKm = 1 / 111.0;
constexpr double heapShare = 0.7;
constexpr std::size_t heaps = 300;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_engine{seed} {}
    double between(double low, double high) { return std::uniform_real_distribution<double>{low, high}(m_engine); }
    double normal() { return m_normal(m_engine); }
    geo::LonLat anywhere() { return {between(shanxi.minLon, shanxi.maxLon), between(shanxi.minLat, shanxi.maxLat)}; }

private:
    std::mt19937_64 m_engine;
    std::normal_distribution<double> m_normal;
};

geo::LonLat moved(geo::LonLat from, double eastKm, double northKm)
{
    return {from.lon + eastKm * degreesPerKm / std::cos(from.lat * std::numbers::pi / 180), from.lat + northKm * degreesPerKm};
}

bool inBox(geo::LonLat at)
{
    return at.lon >= shanxi.minLon && at.lon <= shanxi.maxLon && at.lat >= shanxi.minLat && at.lat <= shanxi.maxLat;
}

std::vector<geo::LonLat> pointsOf(Chance& chance, std::size_t count)
{
    struct Heap {
        geo::LonLat centre;
        double km;
    };
    std::vector<Heap> centres;
    for (std::size_t i = 0; i < heaps; ++i) { centres.push_back({chance.anywhere(), chance.between(2, 12)}); }
    std::vector<geo::LonLat> points;
    points.reserve(count);
    while (points.size() < count) {
        if (chance.between(0, 1) > heapShare) {
            points.push_back(chance.anywhere());
            continue;
        }
        auto const& heap = centres[static_cast<std::size_t>(chance.between(0, heaps - 1e-9))];
        auto const at = moved(heap.centre, heap.km * chance.normal(), heap.km * chance.normal());
        if (inBox(at)) { points.push_back(at); }
    }
    return points;
}

/// A ring that never crosses itself: a radius for each direction, of waves of several lengths and a little noise.
geo::Path ringOf(Chance& chance, geo::LonLat centre, double radiusKm, std::size_t vertices, double rough)
{
    struct Wave {
        double count, height, phase;
    };
    std::vector<Wave> waves;
    for (double count : {2.0, 3.0, 5.0, 9.0, 17.0, 40.0}) {
        waves.push_back({count, 0.35 / std::sqrt(count) * chance.between(0, 1), chance.between(0, 2 * std::numbers::pi)});
    }
    geo::Path ring;
    ring.reserve(vertices + 1);
    for (std::size_t i = 0; i < vertices; ++i) {
        double const angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(vertices);
        double r = 1 + rough * chance.between(-1, 1);
        for (auto const& wave : waves) { r += wave.height * std::sin(wave.count * angle + wave.phase); }
        r = std::max(r, 0.3) * radiusKm;
        ring.push_back(moved(centre, r * std::cos(angle), r * std::sin(angle)));
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Shape polygonOf(Chance& chance)
{
    // 100 to 5,000 vertices, 1,250 on average
    auto const vertices = static_cast<std::size_t>(100 * std::pow(50.0, chance.between(0, 1)));
    double const radiusKm = chance.between(1.5, 6);
    auto const centre = chance.anywhere();
    geo::Shape shape{geo::ShapeType::Polygon, {{ringOf(chance, centre, radiusKm, vertices, 0.004), {}}}};
    if (chance.between(0, 1) < 0.3) { // within the least radius of the outline
        shape.parts[0].holes.push_back(ringOf(chance, centre, radiusKm * 0.12, std::max<std::size_t>(8, vertices / 10), 0.004));
    }
    return shape;
}

geo::Shape riverOf(Chance& chance, std::size_t vertices)
{
    geo::Path path{chance.anywhere()};
    double angle = chance.between(0, 2 * std::numbers::pi);
    double bend = 0;
    while (path.size() < vertices) {
        bend = 0.9 * bend + 0.08 * chance.normal();
        angle += bend;
        auto const next = moved(path.back(), 0.06 * std::cos(angle), 0.06 * std::sin(angle));
        if (inBox(next)) {
            path.push_back(next);
        } else {
            angle += std::numbers::pi / 2;
        }
    }
    return {geo::ShapeType::Line, {{std::move(path), {}}}};
}

geo::Shape mineOf(Chance& chance)
{
    auto const vertices = static_cast<std::size_t>(chance.between(8, 60));
    return {geo::ShapeType::Polygon, {{ringOf(chance, chance.anywhere(), chance.between(0.4, 2.5), vertices, 0.02), {}}}};
}

} // namespace

Data generated(Amounts const& amounts)
{
    Data data;
    Chance points{amounts.seed}, shapes{amounts.seed + 1000};
    data.points = pointsOf(points, amounts.points);
    for (std::size_t i = 0; i < amounts.points; ++i) { data.values.push_back(std::floor(points.between(0, 100))); }
    for (std::size_t i = 0; i < amounts.polygons; ++i) { data.polygons.push_back(polygonOf(shapes)); }
    data.zones = data.polygons;
    for (std::size_t i = 0; i < amounts.rivers; ++i) { data.rivers.push_back(riverOf(shapes, amounts.riverVertices)); }
    for (std::size_t i = 0; i < amounts.mines; ++i) { data.mines.push_back(mineOf(shapes)); }
    return data;
}

} // namespace zhengtu::bench
