#include "geo/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using namespace zhengtu;
using namespace zhengtu::geo;

namespace {

Shape shape(char const* wkt)
{
    return fromWkt(wkt).value();
}

} // namespace

TEST_CASE("a shape comes back the same from text and bytes", "[geo]")
{
    auto const* const wkt =
        GENERATE("POINT (112.512345678901 37.8)", "MULTIPOINT ((112 37), (113 38))", "LINESTRING (112 37, 112.5 37.25, 113 37)",
                 "MULTILINESTRING ((112 37, 113 37), (112 38, 113 38))", "POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))",
                 "POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.25 37.25, 112.25 37.5, 112.5 37.5, 112.25 37.25))",
                 "MULTIPOLYGON (((112 37, 113 37, 113 38, 112 37)), ((114 37, 115 37, 115 38, 114 37)))", "POINT EMPTY",
                 "POLYGON EMPTY");
    CAPTURE(wkt);
    auto const original = shape(wkt);
    CHECK(toWkt(original) == wkt);
    CHECK(fromWkb(toWkb(original)).value() == original);
    std::int32_t srs = 0;
    CHECK(fromGpkgBlob(toGpkgBlob(original, 4547), &srs).value() == original);
    CHECK(srs == 4547);
}

TEST_CASE("WKT is read in every spelling and without Z and M", "[geo]")
{
    auto const* const wkt =
        GENERATE("point(112 37)", "SRID=4490;POINT(112 37)", "POINT Z (112 37 800)", "POINT ZM (112 37 800 5)",
                 "  POINT ( 112   37 ) ", "MULTIPOINT ((112 37))", "GEOMETRYCOLLECTION (POINT (112 37))");
    CAPTURE(wkt);
    CHECK(shape(wkt) == Shape::point({112, 37}));
}

TEST_CASE("what looks like WKT but is not one shape is refused", "[geo]")
{
    auto const* const wkt = GENERATE(
        "", "POINT", "POINT (112)", "POINT (112 37", "POINT (a b)", "POLYGON ((0 0, 1 1))", "POLYGON ((0 0, 1 0, 1 1, 0 1))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "CIRCULARSTRING (0 0, 1 1, 2 0)", "112 37");
    CAPTURE(wkt);
    auto const read = fromWkt(wkt);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::GeometryInvalid);
    CHECK_FALSE(read.error().detail.empty());
}

TEST_CASE("bytes that are cut off or garbage are refused, wherever they end", "[geo]")
{
    auto const whole =
        toGpkgBlob(shape("MULTIPOLYGON (((112 37, 113 37, 113 38, 112 37)), ((114 37, 115 37, 115 38, 114 37)))"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(fromGpkgBlob(std::span{whole}.first(size)).has_value());
    }
    std::vector<std::byte> const huge{std::byte{1},    std::byte{3},    std::byte{0},    std::byte{0},   std::byte{0},
                                      std::byte{0xff}, std::byte{0xff}, std::byte{0xff}, std::byte{0xff}};
    CHECK_FALSE(fromWkb(huge).has_value());
}

TEST_CASE("a GeoPackage geometry is what the standard says, byte by byte", "[geo]")
{
    auto const blob = toGpkgBlob(Shape::point({2, 3}), 4490);
    REQUIRE(blob.size() == 8 + 32 + 9 + 21); // header, envelope, multi point, point
    CHECK(blob[0] == std::byte{'G'});
    CHECK(blob[1] == std::byte{'P'});
    CHECK(blob[2] == std::byte{0});
    CHECK(blob[3] == std::byte{0x03}); // XY envelope, little endian
    CHECK(blob[4] == std::byte{4490 & 0xff});
    CHECK(blob[5] == std::byte{4490 >> 8});
    CHECK(blob[8 + 7] == std::byte{0x40}); // 2.0
    CHECK(blob[40] == std::byte{1});
    CHECK(blob[41] == std::byte{4}); // MULTIPOINT
    auto const empty = toGpkgBlob({ShapeType::Point, {}});
    CHECK(empty[3] == std::byte{0x11}); // empty flag, no envelope
    CHECK(empty.size() == 8 + 9);
}

TEST_CASE("big-endian WKB and a blob with a three-dimensional envelope are read", "[geo]")
{
    auto const bytes = [](std::initializer_list<int> values) {
        std::vector<std::byte> made;
        for (int const value : values) {
            made.push_back(static_cast<std::byte>(value));
        }
        return made;
    };
    auto const wkb = bytes({0, 0, 0, 0, 1, 0x40, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x08, 0, 0, 0, 0, 0, 0});
    CHECK(fromWkb(wkb).value() == Shape::point({2, 3}));
    auto blob = bytes({'G', 'P', 0, 0x04, 0, 0, 0x11, 0x8a}); // big endian header, XYZ envelope
    blob.resize(8 + 48);
    blob.insert(blob.end(), wkb.begin(), wkb.end());
    std::int32_t srs = 0;
    CHECK(fromGpkgBlob(blob, &srs).value() == Shape::point({2, 3}));
    CHECK(srs == 4490);
}

TEST_CASE("GeoJSON winds outlines counter-clockwise and rounds on request", "[geo]")
{
    CHECK(toGeoJsonGeometry(Shape::point({112.5, 37.123456789})) == R"({"type":"Point","coordinates":[112.5,37.123456789]})");
    CHECK(toGeoJsonGeometry(Shape::point({112.5, 37.123456789}), 6) == R"({"type":"Point","coordinates":[112.5,37.123457]})");
    CHECK(toGeoJsonGeometry(Shape::point({-0.00000001, 100}), 6) == R"({"type":"Point","coordinates":[0,100]})");
    CHECK(toGeoJsonGeometry(shape("POLYGON ((0 0, 0 1, 1 1, 0 0))")) ==
          R"({"type":"Polygon","coordinates":[[[0,0],[1,1],[0,1],[0,0]]]})");
    CHECK(toGeoJsonGeometry(shape("MULTIPOINT ((0 0), (1 1))")) == R"({"type":"MultiPoint","coordinates":[[0,0],[1,1]]})");
    CHECK(toGeoJsonGeometry({}) == "null");
}

TEST_CASE("extents include, meet and stay empty", "[geo]")
{
    Extent extent;
    CHECK(extent.empty());
    CHECK_FALSE(extent.intersects(extent));
    extent.include(Extent{});
    CHECK(extent.empty());
    extent.include(LonLat{112, 37});
    CHECK_FALSE(extent.empty());
    CHECK(extent.intersects({112, 37, 113, 38}));
    CHECK_FALSE(extent.intersects({112.0000001, 37, 113, 38}));
    CHECK(extentOf(shape("LINESTRING (112 37, 110 39)")).centre() == LonLat{111, 38});
}
