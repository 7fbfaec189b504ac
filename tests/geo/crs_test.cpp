#include "geo/codec.hpp"
#include "geo/crs.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;

TEST_CASE("known positions in known planes, easting first", "[geo]")
{
    // on the central meridian the easting is the false easting and the northing the arc of the meridian
    auto const to = Transform::create(4490, 4546).value();
    auto const central = to(LonLat{111, 0}).value();
    CHECK_THAT(central.lon, WithinAbs(500000, 1e-3));
    CHECK_THAT(central.lat, WithinAbs(0, 1e-3));
    CHECK_THAT(to(LonLat{111, 45}).value().lat, WithinAbs(4984944.378, 0.01)); // arc to 45 degrees of GRS 80
    auto const zoned = Transform::create(4490, 4526).value()(LonLat{114, 38}).value();
    CHECK_THAT(zoned.lon, WithinAbs(38500000, 1e-3));
    auto const back = Transform::create(4526, 4490).value()(zoned).value();
    CHECK_THAT(back.lon, WithinAbs(114, 1e-9));
    CHECK_THAT(back.lat, WithinAbs(38, 1e-9));
}

TEST_CASE("CGCS2000 and WGS 84 in degrees are the same, to the bit", "[geo]")
{
    auto const [from, to] = GENERATE(table<std::string, std::string>(
        {{"EPSG:4326", "EPSG:4490"}, {"OGC:CRS84", "EPSG:4490"}, {"EPSG:4490", "EPSG:4326"}, {"EPSG:4490", "EPSG:4490"}}));
    auto const transform = Transform::create(from, to).value();
    CHECK(transform.identity());
    CHECK(transform(LonLat{112.512345678, 37.8}).value() == LonLat{112.512345678, 37.8});
}

TEST_CASE("UTM of WGS 84 comes to CGCS2000 without a warning, Beijing 1954 not", "[geo]")
{
    auto const utm = Transform::create("EPSG:32649", "EPSG:4490").value();
    CHECK_FALSE(utm.identity());
    CHECK(utm.warning().empty());
    auto const at = utm(LonLat{500000, 0}).value();
    CHECK_THAT(at.lon, WithinAbs(111, 1e-9));
    CHECK_FALSE(Transform::create("EPSG:4214", "EPSG:4490").value().identity());
}

TEST_CASE("unknown systems and positions without an image are errors", "[geo]")
{
    auto const name = GENERATE(as<std::string>{}, "", "EPSG:999999", "CGCS", "+proj=tmerc", "EPSG:9122");
    CAPTURE(name);
    auto const made = Transform::create(name, "EPSG:4490");
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == ErrorCode::Crs);
    auto const to = Transform::create(4490, 4546).value();
    CHECK(to(LonLat{111, 4'000'000}).error().code == ErrorCode::Crs);
}

TEST_CASE("a shape goes to a plane and back", "[geo]")
{
    auto const shape =
        fromWkt("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.2 37.2, 112.2 37.4, 112.4 37.4, 112.2 37.2))").value();
    auto const to = Transform::create(4490, 4547).value();
    auto const back = to.back(to(shape).value()).value();
    REQUIRE(back.parts.front().outline.size() == shape.parts.front().outline.size());
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK_THAT(back.parts.front().outline[i].lon, WithinAbs(shape.parts.front().outline[i].lon, 1e-10));
        CHECK_THAT(back.parts.front().outline[i].lat, WithinAbs(shape.parts.front().outline[i].lat, 1e-10));
    }
}

TEST_CASE("Web Mercator by its formula", "[geo]")
{
    CHECK_THAT(toWebMercator({180, 0}).x, WithinAbs(20037508.342789244, 1e-6));
    CHECK_THAT(toWebMercator({0, webMercatorMaxLat}).y, WithinAbs(20037508.342789244, 1e-3));
    CHECK_THAT(toWebMercator({0, 90}).y, WithinAbs(20037508.342789244, 1e-3));
    auto const back = fromWebMercator(toWebMercator({112.5, 37.8}));
    CHECK_THAT(back.lon, WithinAbs(112.5, 1e-12));
    CHECK_THAT(back.lat, WithinAbs(37.8, 1e-12));
    auto const same = Transform::create(4490, 3857).value()(LonLat{112.5, 37.8}).value();
    CHECK_THAT(toWebMercator({112.5, 37.8}).x, WithinAbs(same.lon, 1e-3));
    CHECK_THAT(toWebMercator({112.5, 37.8}).y, WithinAbs(same.lat, 1e-3));
}

TEST_CASE("the Gauss-Krueger zone of a longitude", "[geo]")
{
    auto const [lon, epsg] =
        GENERATE(table<double, int>({{110.5, 4546}, {112.49, 4546}, {112.5, 4547}, {114.5, 4547}, {75, 4534}, {135, 4554}}));
    CHECK(gaussKruegerEpsg(lon).value() == epsg);
    CHECK(gaussKruegerEpsg(0).error().code == ErrorCode::Usage);
    CHECK(gaussKruegerEpsg(136.5).error().code == ErrorCode::Usage);
}
