#include "geo/cut.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;

namespace {

/// Districts whose borders wander, each drawn once and shared by both neighbours to the last digit.
class Districts {
public:
    Districts(unsigned seed, int across, double size) : m_random{seed}, m_across{across}, m_size{size}
    {
        for (int i = 0; i <= across; ++i) {
            for (int j = 0; j <= across; ++j) { m_corners.push_back(about({112 + i * size, 37 + j * size}, 0.2 * size)); }
        }
        for (int i = 0; i <= across; ++i) {
            for (int j = 0; j <= across; ++j) {
                m_east.push_back(i < across ? border(corner(i, j), corner(i + 1, j)) : Path{});
                m_north.push_back(j < across ? border(corner(i, j), corner(i, j + 1)) : Path{});
            }
        }
    }

    [[nodiscard]] std::vector<Shape> all() const
    {
        std::vector<Shape> shapes;
        for (int i = 0; i < m_across; ++i) {
            for (int j = 0; j < m_across; ++j) {
                auto ring = m_east[at(i, j)];
                ring.insert(ring.end(), m_north[at(i + 1, j)].begin() + 1, m_north[at(i + 1, j)].end());
                ring.insert(ring.end(), m_east[at(i, j + 1)].rbegin() + 1, m_east[at(i, j + 1)].rend());
                ring.insert(ring.end(), m_north[at(i, j)].rbegin() + 1, m_north[at(i, j)].rend());
                shapes.push_back({ShapeType::Polygon, {{ring, {}}}});
            }
        }
        return shapes;
    }

private:
    [[nodiscard]] std::size_t at(int i, int j) const { return static_cast<std::size_t>(i * (m_across + 1) + j); }
    [[nodiscard]] LonLat corner(int i, int j) const { return m_corners[at(i, j)]; }
    LonLat about(LonLat from, double reach)
    {
        std::uniform_real_distribution<double> unit{-1, 1};
        return {from.lon + reach * unit(m_random), from.lat + reach * unit(m_random)};
    }
    Path border(LonLat from, LonLat to)
    {
        constexpr int pieces = 25;
        Path path{from};
        for (int i = 1; i < pieces; ++i) {
            double const t = static_cast<double>(i) / pieces;
            path.push_back(about({std::lerp(from.lon, to.lon, t), std::lerp(from.lat, to.lat, t)}, 0.3 * m_size / pieces));
        }
        path.push_back(to);
        return path;
    }

    std::mt19937 m_random;
    int m_across;
    double m_size;
    std::vector<LonLat> m_corners;
    std::vector<Path> m_east, m_north;
};

/// Each cut in nine along its box: the cuts end on borders where no vertex of the neighbour is.
std::vector<Shape> ninths(std::vector<Shape> const& shapes)
{
    std::vector<Shape> pieces;
    for (auto const& shape : shapes) {
        auto const box = extentOf(shape);
        double const wide = (box.maxLon - box.minLon) / 3, tall = (box.maxLat - box.minLat) / 3;
        for (int i = 0; i < 9; ++i) {
            double const west = box.minLon + wide * (i % 3), south = box.minLat + tall * (i / 3);
            Path const ring{{west, south}, {west + wide, south}, {west + wide, south + tall}, {west, south + tall}, {west, south}};
            if (auto piece = intersection(shape, {ShapeType::Polygon, {{ring, {}}}}).value(); !piece.empty()) { pieces.push_back(std::move(piece)); }
        }
    }
    return pieces;
}

} // namespace

TEST_CASE("of districts with common borders nothing is lost, and nothing comes twice", "[geo][kernel]")
{
    auto const seed = GENERATE(1U, 2U, 3U);
    double const size = GENERATE(0.003, 0.4);
    auto const districts = Districts{seed, 5, size}.all();
    auto const pieces = ninths(districts);
    std::vector<Region> regions;
    for (auto const& piece : pieces) { regions.push_back(Region::create(piece).value()); }
    std::vector<Region const*> every;
    for (auto const& region : regions) { every.push_back(&region); }
    std::vector<Region> wholes;
    for (auto const& district : districts) { wholes.push_back(Region::create(district).value()); }
    for (auto const& piece : regions) {
        double sharedM2 = 0;
        for (auto const& whole : wholes) { sharedM2 += sharedAreaM2(piece, whole); }
        CHECK_THAT(sharedM2, WithinAbs(areaM2(piece.shape()), areaM2(piece.shape()) * 1e-7 + 0.05));
    }
    auto const together = unionAll(pieces).value();
    double wholeM2 = 0;
    for (auto const& district : districts) {
        auto const region = Region::create(district).value();
        double const areaM2 = zhengtu::geo::areaM2(district), openM2 = areaM2 * 1e-7 + 0.05;
        wholeM2 += areaM2;
        double sharedM2 = 0, shapesM2 = 0;
        for (auto const& other : regions) {
            sharedM2 += sharedAreaM2(region, other);
            if (auto const common = sharedShape(region, other).value()) { shapesM2 += zhengtu::geo::areaM2(*common); }
        }
        CAPTURE(seed, size, areaM2);
        CHECK_THAT(sharedM2, WithinAbs(areaM2, openM2));
        CHECK_THAT(shapesM2, WithinAbs(areaM2, openM2));
        CHECK_THAT(outsideM2(region, every).value(), WithinAbs(0, openM2));
        CHECK_THAT(zhengtu::geo::areaM2(insideOf(region, every).value()), WithinAbs(areaM2, openM2));
        CHECK_THAT(zhengtu::geo::areaM2(difference(district, together).value()), WithinAbs(0, openM2));
    }
    CHECK_THAT(areaM2(together), WithinAbs(wholeM2, wholeM2 * 1e-7));
}
