#include "geo/feature.hpp"
#include "geo/vector_file.hpp"
#include "scratch.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::geo;
using namespace zhengtu::tests;
using Catch::Matchers::WithinAbs;

TEST_CASE("CSV with longitude and latitude, with WKT, and in GB18030", "[geo]")
{
    Scratch const scratch;
    auto const plain =
        readTable(scratch.write("a.csv", "\xEF\xBB\xBFname,lon,lat,code\n清徐,112.35,37.6,0140121\n无,,,1\n")).value();
    REQUIRE(plain.rows.size() == 2);
    CHECK(plain.rows[0].shape == Shape::point({112.35, 37.6}));
    CHECK(plain.rows[0].values[plain.column("name")] == Value{"清徐"});
    CHECK(plain.rows[0].values[plain.column("CODE")] == Value{"0140121"}); // a code keeps its zeros
    CHECK(plain.rows[1].shape.empty());
    auto const wkt = readTable(scratch.write("b.csv", "id,wkt\n1,\"POLYGON ((112 37, 113 37, 113 38, 112 37))\"\n")).value();
    CHECK(wkt.shapeType == ShapeType::Polygon);
    auto const gb = readTable(scratch.write("c.csv", "name,lon,lat\n\xC7\xE5\xD0\xEC,112.35,37.6\n")).value();
    CHECK(gb.encoding == "GB18030");
    CHECK(gb.rows[0].values[0] == Value{"清徐"});
    auto const chinese = readTable(scratch.write("d.csv", "名称,经度,纬度\n清徐,112.35,37.6\n")).value();
    CHECK(chinese.rows[0].shape == Shape::point({112.35, 37.6}));
    CHECK(readTable(scratch.write("e.csv", "name,x,y\na,500000,4100000\n")).error().code == ErrorCode::Crs);
    auto const said = readTable(scratch / "e.csv", {}, {.crs = "EPSG:4546", .encoding = {}}).value();
    CHECK_THAT(said.rows[0].shape.parts[0].outline[0].lon, WithinAbs(111, 1e-6));
    CHECK(readTable(scratch.write("f.csv", "name,lon,lat\n\xC7\xE5\xD0\xFF\xFF,112.35,37.6\n")).error().code ==
          ErrorCode::Encoding);
}

TEST_CASE("the columns of a CSV's positions are known by many names", "[geo]")
{
    auto const* const header = GENERATE("lon_wgs84,lat_wgs84,code", "LNG,LAT,code", "Longitude,Latitude,code", "经度(度),纬度(度),code",
                                        "东经,北纬,code", "x,y,code", "Lon (deg),Lat (deg),code", "经度_CGCS2000,纬度_CGCS2000,code",
                                        "\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8,code", // 经度,纬度 in GB18030
                                        "point_x,point_y,code");
    CAPTURE(header);
    Scratch const scratch;
    auto const table = readTable(scratch.write("a.csv", std::string{header} + "\n112.35,37.6,007\n,,008\n"));
    REQUIRE(table.has_value());
    CHECK(table->rows[0].shape == Shape::point({112.35, 37.6}));
    CHECK(table->rows[0].values.back() == Value{"007"});
    CHECK(table->notes == std::vector<std::string>{"1 of 2 rows have no position"});
}

TEST_CASE("degrees go before x and y, and what is not shifted before what is", "[geo]")
{
    Scratch const scratch;
    auto const both = readTable(scratch.write("a.csv", "x,y,lon,lat\n500000,4100000,112.35,37.6\n")).value();
    CHECK(both.rows[0].shape == Shape::point({112.35, 37.6}));
    auto const shifted = readTable(scratch.write("b.csv", "lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84\n112.36,37.61,112.35,37.6\n")).value();
    CHECK(shifted.rows[0].shape == Shape::point({112.35, 37.6}));
}

TEST_CASE("a CSV whose coordinates cannot be told is an error that names the columns", "[geo]")
{
    auto const* const header = GENERATE("lon,name", "name,纬度", "名称,经纬度", "lng_gcj02,lat_gcj02", "百度经度,百度纬度", "name,latlng");
    CAPTURE(header);
    Scratch const scratch;
    auto const table = readTable(scratch.write("a.csv", std::string{header} + "\n112.35,37.6\n"));
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().code == ErrorCode::FileFormat);
    CHECK(table.error().detail.contains("the columns are"));
    CHECK_FALSE(table.error().cure.empty());
}

TEST_CASE("a plain CSV is a table, but no layer", "[geo]")
{
    auto const* const header = GENERATE("longname,latest", "名称,经费", "index,year");
    CAPTURE(header);
    Scratch const scratch;
    auto const file = scratch.write("a.csv", std::string{header} + "\n1,2\n");
    CHECK(readTable(file).value().shapeType == ShapeType::None);
    auto const features = readFeatures(file);
    REQUIRE_FALSE(features.has_value());
    CHECK(features.error().detail.contains("the columns read are"));
}
