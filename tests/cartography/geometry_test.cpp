#include "cartography/clip.hpp"
#include "cartography/form.hpp"
#include "cartography/hatch.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <numbers>

using namespace zhengtu;
using namespace zhengtu::cartography;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

geo::Shape ring(std::size_t vertices, double radius)
{
    geo::Path path;
    for (std::size_t i = 0; i < vertices; ++i) {
        double const angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(vertices);
        path.push_back({112.5 + radius * std::cos(angle), 38 + radius * std::sin(angle)});
    }
    path.push_back(path.front());
    return {geo::ShapeType::Polygon, {{path, {}}}};
}

} // namespace

TEST_CASE("a line is cut to a rectangle and remembers how far along it was", "[geometry]")
{
    QPolygonF const line{{{-10, 5}, {5, 5}, {5, 25}, {8, 25}, {8, 5}}};
    auto const parts = clipLine(line, {0, 0, 10, 10});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].points == QPolygonF{{{0, 5}, {5, 5}, {5, 10}}});
    CHECK_THAT(parts[0].start, WithinAbs(10, 1e-9));
    CHECK(parts[1].points == QPolygonF{{{8, 10}, {8, 5}}});
    CHECK_THAT(parts[1].start, WithinAbs(15 + 20 + 3 + 15, 1e-9));
}

TEST_CASE("a line that misses the rectangle leaves nothing", "[geometry]")
{
    CHECK(clipLine(QPolygonF{{{-5, 8}, {3, 16}}}, {0, 0, 10, 10}).empty());
    CHECK(clipLine(QPolygonF{{{3, 3}}}, {0, 0, 10, 10}).empty());
    CHECK(clipLine({}, {0, 0, 10, 10}).empty());
}

TEST_CASE("a ring is cut to a rectangle", "[geometry]")
{
    auto const cut = clipRing(QPolygonF{{{-5, -5}, {5, -5}, {5, 5}, {-5, 5}}}, {0, 0, 10, 10});
    CHECK(cut.boundingRect() == QRectF{0, 0, 5, 5});
    CHECK(clipRing(QPolygonF{{{20, 20}, {30, 20}, {30, 30}}}, {0, 0, 10, 10}).isEmpty());
    CHECK(clipRing(QPolygonF{{{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}}, {0, 0, 10, 10}).boundingRect() == QRectF{0, 0, 10, 10});
}

TEST_CASE("hatch lines stay in the area and out of its hole", "[geometry]")
{
    std::vector<QPolygonF> const rings{QPolygonF{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}, QPolygonF{{{30, 30}, {70, 30}, {70, 70}, {30, 70}}}};
    double length = 0;
    for (auto const& line : hatchLines(rings, Hatch::Back, 5, {0, 0})) {
        auto const middle = line.center();
        CHECK(QRectF{-1e-6, -1e-6, 100.001, 100.001}.contains(middle));
        CHECK_FALSE(QRectF{30.001, 30.001, 39.998, 39.998}.contains(middle));
        length += line.length();
    }
    CHECK_THAT(length * 5, WithinRel(100.0 * 100 - 40 * 40, 0.02)); // lines every 5 px cover the area
    CHECK(hatchLines(rings, Hatch::None, 5, {0, 0}).isEmpty());
    CHECK(hatchLines(rings, Hatch::Back, 0.2, {0, 0}).isEmpty());
    CHECK(hatchLines({}, Hatch::Back, 5, {0, 0}).isEmpty());
}

TEST_CASE("a hatch moves with the map", "[geometry]")
{
    std::vector<QPolygonF> const here{QPolygonF{{{0, 0}, {50, 0}, {50, 50}, {0, 50}}}};
    std::vector<QPolygonF> const there{here[0].translated(13, 7)};
    auto const a = hatchLines(here, Hatch::Cross, 6, {1, 2}), b = hatchLines(there, Hatch::Cross, 6, {14, 9});
    REQUIRE(a.size() == b.size());
    for (qsizetype i = 0; i < a.size(); ++i) { CHECK_THAT((a[i].p1() + QPointF{13, 7} - b[i].p1()).manhattanLength(), WithinAbs(0, 1e-6)); }
}

TEST_CASE("coarse copies of a shape are smaller and within their tolerance", "[geometry]")
{
    auto const form = formOf(ring(5000, 0.5));
    auto const count = [&](double metresPerPixel) { return form.at(metresPerPixel).front().points.size(); };
    CHECK(count(1) == 5001);
    CHECK(count(400) < 2500);
    CHECK(count(4000) < count(400));
    CHECK(form.at(4000).front().points.front() == form.at(4000).front().points.back());
    CHECK(form.at(4000).front().points.size() > 8);
}

TEST_CASE("an area's label lies inside it", "[geometry]")
{
    geo::Path const horseshoe{{112, 37}, {113, 37}, {113, 38}, {112.8, 38}, {112.8, 37.2}, {112.2, 37.2}, {112.2, 38}, {112, 38}, {112, 37}};
    auto const form = formOf({geo::ShapeType::Polygon, {{horseshoe, {}}}});
    CHECK(holds(form.levels.front().outlines, form.anchor));
    CHECK_FALSE(holds(form.levels.front().outlines, project({112.5, 37.6})));
}

TEST_CASE("broken shapes become forms that draw nothing", "[geometry]")
{
    CHECK(formOf({}).type == geo::ShapeType::None);
    CHECK(formOf({geo::ShapeType::Polygon, {{{{112, 38}, {113, 38}}, {}}}}).type == geo::ShapeType::None);
    CHECK(formOf({geo::ShapeType::Line, {{{{112, 38}}, {}}}}).type == geo::ShapeType::None);
    CHECK(formOf(geo::Shape::point({NAN, 38})).type == geo::ShapeType::None);
    CHECK(formOf(test::line({{112, 38}, {INFINITY, 38}, {113, 38}})).levels.front().outlines.front().points.size() == 2);
}
