#include "cartography/mercator.hpp"
#include "cartography/symbol_painter.hpp"
#include "geo/measure.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::cartography;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("positions project to EPSG:3857 and back", "[view]")
{
    // lon, lat, x, y of the EPSG definition: x = a lon, y = a ln(tan(pi/4 + lat/2))
    auto const [lon, lat, x, y] = GENERATE(table<double, double, double, double>({{0, 0, 0, 0},
                                                                                  {180, 0, 20'037'508.342789, 0},
                                                                                  {112.5, 45, 12'523'442.714243, 5'621'521.486192},
                                                                                  {-100.333333333333, 24.381786944444, -11'169'055.576258, 2'800'000.003136}}));
    CAPTURE(lon, lat);
    auto const at = project({lon, lat});
    CHECK_THAT(at.x, WithinAbs(x, 1e-3));
    CHECK_THAT(at.y, WithinAbs(y, 1e-3));
    auto const back = unproject(at);
    CHECK_THAT(back.lon, WithinAbs(lon, 1e-11));
    CHECK_THAT(back.lat, WithinAbs(lat, 1e-11));
}

TEST_CASE("the pole and beyond stay finite", "[view]")
{
    CHECK(std::isfinite(project({0, 90}).y));
    CHECK(project({0, 90}) == project({0, worldLatitude}));
}

TEST_CASE("pixels and positions are inverse, north is up", "[view]")
{
    auto const view = test::viewAt({112.5, 38}, 123.4);
    auto const at = view.toLonLat({17, 301});
    auto const pixel = view.toPixel(at);
    CHECK_THAT(pixel.x(), WithinAbs(17, 1e-6));
    CHECK_THAT(pixel.y(), WithinAbs(301, 1e-6));
    CHECK(view.toLonLat({240, 0}).lat > view.toLonLat({240, 320}).lat);
    CHECK(view.toPixel({112.5, 38}) == QPointF{240, 160});
}

TEST_CASE("a metre on the ground is as long as the geodesic says", "[view]")
{
    auto const latitude = GENERATE(0.0, 34.6, 38.0, 40.7);
    CAPTURE(latitude);
    auto const view = test::viewAt({112.5, latitude}, 10);
    auto const a = view.toLonLat({240, 160});
    CHECK_THAT(view.groundMetresPerPixel() * 100, WithinRel(geo::distanceM(a, view.toLonLat({340, 160})), 1e-6));
    auto const north = groundScale(latitude).north * 10 * 100;
    CHECK_THAT(north, WithinRel(geo::distanceM(view.toLonLat({240, 210}), view.toLonLat({240, 110})), 1e-5));
}

TEST_CASE("a halo has its radius in true metres", "[view]")
{
    double const radius = GENERATE(200.0, 2000.0, 20'000.0);
    auto const view = test::viewAt({112.5, 38}, 25);
    Frame const frame{view};
    geo::LonLat const at{112.47, 38.03};
    auto const circle = circleOf(project(at), radius, frame);
    for (auto const edge : {QPointF{circle.left(), circle.center().y()}, QPointF{circle.center().x(), circle.top()},
                            QPointF{circle.right(), circle.center().y()}, QPointF{circle.center().x(), circle.bottom()}}) {
        CHECK_THAT(geo::distanceM(at, view.toLonLat(edge)), WithinRel(radius, 0.002)); // the scale changes a little on the way
    }
}

TEST_CASE("a camera that fits an extent shows all of it and not much more", "[view]")
{
    auto const size = GENERATE(QSize{1200, 800}, QSize{300, 900});
    geo::Extent const extent{110.2, 34.5, 114.6, 40.8};
    View const view{Camera::fit(extent, size), size, 96};
    auto const low = view.toPixel({110.2, 34.5}), high = view.toPixel({114.6, 40.8});
    CHECK(low.x() >= 0.049 * size.width());
    CHECK(high.x() <= 0.951 * size.width());
    CHECK(high.y() >= 0.049 * size.height());
    CHECK(low.y() <= 0.951 * size.height());
    bool const tight = high.x() - low.x() > 0.89 * size.width() || low.y() - high.y() > 0.89 * size.height();
    CHECK(tight);
}

TEST_CASE("an empty extent gives the default camera, a point a near one", "[view]")
{
    CHECK(Camera::fit({}, {800, 600}).centre == Camera{}.centre);
    View const view{Camera::fit({112.5, 38, 112.5, 38}, {800, 600}), {800, 600}, 96};
    CHECK_THAT(view.scaleDenominator(), WithinRel(50'000, 1e-3));
    CHECK_THAT(view.metresPerPixelAt(view.scaleDenominator()), WithinRel(view.camera.metresPerPixel, 1e-9));
}

TEST_CASE("the scale does not depend on dots per inch, only on ground per paper", "[view]")
{
    auto const coarse = test::viewAt({112.5, 38}, 100, {480, 320}, 96), fine = test::viewAt({112.5, 38}, 32, {1500, 1000}, 300);
    CHECK_THAT(coarse.scaleDenominator(), WithinRel(fine.scaleDenominator(), 1e-9));
}
