#include "cartography/surface_painter.hpp"
#include "cartography/style_data.hpp"
#include "picture.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

namespace {

constexpr double largest = 2;

/// Cells of a quarter degree over 20 degrees of latitude, so that a row of pixels taken at a wrong latitude shows.
geo::Raster tall()
{
    geo::Raster raster{.west = 110, .north = 50, .cellLon = 0.25, .cellLat = 0.25, .columns = 40, .rows = 80, .values = {}};
    raster.values.assign(raster.columns * raster.rows, 0.0);
    return raster;
}

double& cell(geo::Raster& raster, std::size_t column, std::size_t row) { return raster.values[row * raster.columns + column]; }

MapLayer over(geo::Raster raster, std::vector<geo::Feature> features = {})
{
    auto made = layer("hotspots_density", "hotspot_density", std::move(features));
    made.layer.surface = std::make_shared<geo::Surface const>(geo::Surface{std::move(raster), "per km2"});
    return made;
}

Renderer rendererOf(MapLayer layer)
{
    Scene scene;
    scene.layers.push_back(std::move(layer));
    return Renderer{std::make_shared<Scene const>(std::move(scene)), style()};
}

/// A class as it looks on the paper of the map.
QColor onPaper(std::size_t of)
{
    auto const shade = style()->surface.classes.at(of).colour;
    QImage paper{1, 1, QImage::Format_ARGB32_Premultiplied};
    paper.fill(style()->background);
    QPainter{&paper}.fillRect(0, 0, 1, 1, shade);
    return paper.pixelColor(0, 0);
}

bool alike(QColor const& a, QColor const& b)
{
    return std::abs(a.red() - b.red()) <= 2 && std::abs(a.green() - b.green()) <= 2 && std::abs(a.blue() - b.blue()) <= 2;
}

QColor at(QImage const& picture, View const& view, geo::LonLat where)
{
    auto const pixel = view.toPixel(where);
    return picture.pixelColor(static_cast<int>(std::floor(pixel.x())), static_cast<int>(std::floor(pixel.y())));
}

} // namespace

TEST_CASE("the classes of a surface begin at shares of its largest value, in two digits", "[surface]")
{
    auto raster = tall();
    cell(raster, 3, 3) = 0.0347;
    auto const from = surfaceClasses(raster, style()->surface);
    REQUIRE(from.size() == style()->surface.classes.size());
    CHECK(std::ranges::is_sorted(from, std::ranges::less_equal{}));
    CHECK(std::abs(from.back() - 0.026) < 1e-12);   // 0.75 of it is 0.026025
    CHECK(std::abs(from.front() - 0.00035) < 1e-12); // 0.01 of it is 0.000347

    cell(raster, 4, 4) = std::numeric_limits<double>::quiet_NaN();
    CHECK(surfaceClasses(raster, style()->surface) == from);
    CHECK(surfaceClasses(tall(), style()->surface).empty()); // nothing above zero
}

TEST_CASE("the ramp grows darker class by class, so that its order is seen without colours", "[surface]")
{
    double last = 2;
    for (std::size_t i = 0; i < style()->surface.classes.size(); ++i) {
        auto const shade = onPaper(i);
        double const light = 0.2126 * shade.redF() + 0.7152 * shade.greenF() + 0.0722 * shade.blueF();
        CHECK(light < last - 0.04);
        last = light;
    }
    CHECK(style()->surface.classes.size() >= 4);
}

TEST_CASE("a cell has its colour at its own place, in the south as in the north", "[surface]")
{
    auto raster = tall();
    std::size_t const columns[]{8, 20, 33};
    std::size_t const rows[]{4, 40, 74}; // at 48.9, 39.9 and 31.4 degrees: Mercator is 1.52, 1.30 and 1.17 of its equator there
    for (auto const row : rows) {
        for (auto const column : columns) { cell(raster, column, row) = largest; }
    }
    auto const renderer = rendererOf(over(raster));
    auto const view = viewAt({115, 41}, 2'000, {600, 1'600}); // a cell is 14 pixels wide
    auto const picture = paint(renderer, view);
    auto const top = onPaper(style()->surface.classes.size() - 1);
    for (auto const row : rows) {
        for (auto const column : columns) {
            CAPTURE(row, column);
            CHECK(alike(at(picture, view, raster.centre(column, row)), top));
            for (auto const& [east, south] : {std::pair{3, 0}, {-3, 0}, {0, 3}, {0, -3}}) { // cells away there is nothing
                CHECK(at(picture, view, raster.centre(column + static_cast<std::size_t>(east), row + static_cast<std::size_t>(south))) == style()->background);
            }
        }
    }
}

TEST_CASE("a class ends where a contour of its least value would be drawn", "[surface]")
{
    auto raster = tall();
    for (std::size_t row = 0; row < raster.rows; ++row) {
        for (std::size_t column = 0; column < raster.columns; ++column) { cell(raster, column, row) = largest * static_cast<double>(column) / 39; } // rises to the east
    }
    auto const view = viewAt({115, 48}, 800, {1'500, 400});
    auto const picture = paint(rendererOf(over(raster)), view);
    auto const from = surfaceClasses(raster, style()->surface);
    for (std::size_t i = 1; i < from.size(); ++i) {
        double const lon = raster.west + (from[i] / largest * 39 + 0.5) * raster.cellLon; // linear between the centres
        CAPTURE(i, lon);
        CHECK(alike(at(picture, view, {lon + 0.02, 48}), onPaper(i)));
        CHECK(alike(at(picture, view, {lon - 0.02, 48}), onPaper(i - 1)));
    }
}

TEST_CASE("areas over a surface are outlines, also in the legend; without one they are filled", "[surface]")
{
    auto raster = tall();
    cell(raster, 10, 40) = largest;
    auto area = feature("密度 前25%", box(117, 40, 0.8, 0.8));
    area.more = {{"share_percent", "25"}};
    auto const view = viewAt({115, 40}, 2'000, {600, 500});
    auto const with = rendererOf(over(raster, {area}));
    CHECK(at(paint(with, view), view, {117, 40}) == style()->background); // inside the area, where the surface is zero
    auto const without = rendererOf(layer("hotspots_density", "hotspot_density", {area}));
    CHECK(at(paint(without, view), view, {117, 40}) != style()->background);

    auto const legend = with.legend(view);
    auto const classes = std::ranges::count(legend, LegendGroup::Surface, &LegendEntry::group);
    CHECK(static_cast<std::size_t>(classes) == style()->surface.classes.size());
    auto const outline = std::ranges::find(legend, LegendGroup::Layer, &LegendEntry::group);
    REQUIRE(outline != legend.end());
    CHECK(outline->overSurface);
    CHECK(std::ranges::none_of(without.legend(view), [](LegendEntry const& one) { return one.overSurface || one.group == LegendGroup::Surface; }));
}

TEST_CASE("the legend names the classes with their unit, the highest first", "[surface]")
{
    auto raster = tall();
    cell(raster, 10, 40) = largest;
    auto const legend = surfaceLegend({raster, "per km2"}, style()->surface, 0);
    REQUIRE(legend.size() == 5);
    CHECK(legend.front().text == "密度 ≥ 1.5 /km²");
    CHECK(legend.front().textEn == "Density ≥ 1.5 /km²");
    CHECK(legend.back().text == "密度 0.02–0.2 /km²");
    cell(raster, 10, 40) = 0.0098; // small ones without an exponent, large ones without decimals
    CHECK(surfaceLegend({raster, "per km2"}, style()->surface, 0).back().text == "密度 0.000098–0.00098 /km²");
    cell(raster, 10, 40) = 4'321;
    CHECK(surfaceLegend({raster, "per km2"}, style()->surface, 0).front().text == "密度 ≥ 3200 /km²");
    CHECK(surfaceLegend({tall(), "per km2"}, style()->surface, 0).empty());
}

TEST_CASE("a hidden layer shows no surface, and one out of sight costs no legend", "[surface]")
{
    auto raster = tall();
    cell(raster, 20, 40) = largest;
    auto const centre = raster.centre(20, 40);
    auto hidden = over(raster);
    hidden.visible = false;
    auto const view = viewAt(centre, 2'000, {300, 300});
    CHECK(at(paint(rendererOf(hidden), view), view, centre) == style()->background);
    CHECK(rendererOf(over(raster)).legend(viewAt({80, 20}, 2'000, {300, 300})).empty());
    CHECK(paint(rendererOf(over(tall())), view).pixelColor(150, 150) == style()->background); // nothing above zero anywhere
}

TEST_CASE("paper shows the surface that the screen does", "[surface]")
{
    auto raster = tall();
    cell(raster, 20, 40) = largest;
    auto const renderer = rendererOf(over(raster));
    auto const bytesOf = [&](Renderer const& drawn) {
        QByteArray bytes;
        QBuffer buffer{&bytes};
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer{&buffer};
        writer.setResolution(300);
        QPainter painter{&writer};
        drawn.draw(painter, {raster.centre(20, 40), 2'000}, {1'200, 900}, 300);
        painter.end();
        return bytes;
    };
    CHECK(bytesOf(renderer).count("/Subtype /Image") >= 1);
    CHECK(bytesOf(rendererOf(over(tall()))).count("/Subtype /Image") == 0);
}
