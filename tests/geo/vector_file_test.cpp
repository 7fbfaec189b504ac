#include "geo/codec.hpp"
#include "geo/feature.hpp"
#include "geo/vector_file.hpp"
#include "scratch.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <filesystem>
#include <fstream>

using namespace zhengtu;
using namespace zhengtu::geo;
using namespace zhengtu::tests;
using Catch::Matchers::WithinAbs;

namespace {

namespace fs = std::filesystem;

VectorTable sample()
{
    VectorTable table;
    table.name = "sites";
    table.shapeType = ShapeType::Point;
    table.fields = {{"task_id", FieldType::Text, 40, 0, {}},
                    {"county", FieldType::Text, 60, 0, {}},
                    {"n", FieldType::Integer, 9, 0, {}},
                    {"mu", FieldType::Real, 19, 3, {}},
                    {"due", FieldType::Date, 0, 0, {}}};
    table.rows.push_back({{"t-1", "晋源区", std::int64_t{7}, 2435.127, "2018-06-30"}, Shape::point({112.5, 37.75}), -1});
    table.rows.push_back({{"t-2", "清徐县", std::int64_t{-3}, 0.5, Value{}}, Shape::point({112.25, 37.5}), -1});
    table.rows.push_back({{"t-3", "古交市", std::int64_t{0}, Value{}, "2020-02-29"}, {}, -1});
    return table;
}

} // namespace

TEST_CASE("a table comes back from every format with its fields, texts, dates and positions", "[geo]")
{
    auto const [driver, file, layerOption] =
        GENERATE(table<char const*, char const*, char const*>({{"ESRI Shapefile", "sites.shp", "ENCODING=UTF-8"},
                                                               {"ESRI Shapefile", "sites.shp", "ENCODING=GB18030"},
                                                               {"GPKG", "sites.gpkg", ""},
                                                               {"GeoJSON", "sites.geojson", "RFC7946=YES"}}));
    CAPTURE(driver, layerOption);
    int const epsg = GENERATE(4490, 4547);
    if (epsg != 4490 && std::string_view{driver} == "GeoJSON") { return; } // RFC 7946 has degrees only
    Scratch const scratch;
    auto original = sample();
    original.epsg = epsg;
    WriteOptions options;
    if (*layerOption != '\0') { options.layerOptions.push_back(layerOption); }
    auto const report = writeTable(driver, scratch / file, original, options);
    REQUIRE(report.has_value());
    CHECK(report->rows == 3);
    auto const read = readTable(scratch / file);
    REQUIRE(read.has_value());
    CHECK(read->name == "sites");
    CHECK(read->driver == driver);
    CHECK(read->shapeType == ShapeType::Point);
    CHECK(read->epsg == (std::string_view{driver} == "GeoJSON" ? 4326 : epsg));
    REQUIRE(read->rows.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(i);
        for (char const* field : {"task_id", "county", "n"}) {
            CHECK(read->rows[i].values[read->column(field)] == original.rows[i].values[original.column(field)]);
        }
        REQUIRE(read->rows[i].shape.empty() == original.rows[i].shape.empty());
        if (original.rows[i].shape.empty()) { continue; }
        auto const at = read->rows[i].shape.parts.front().outline.front();
        CHECK_THAT(at.lon, WithinAbs(original.rows[i].shape.parts.front().outline.front().lon, 1e-8));
        CHECK_THAT(at.lat, WithinAbs(original.rows[i].shape.parts.front().outline.front().lat, 1e-8));
    }
    CHECK_THAT(std::get<double>(read->rows[0].values[read->column("mu")]), WithinAbs(2435.127, 1e-9));
    CHECK(read->rows[0].values[read->column("due")] == Value{"2018-06-30"});
    CHECK(layerNames(scratch / file).value() == std::vector<std::string>{"sites"});
}

TEST_CASE("lines and polygons of several parts and with holes come back", "[geo]")
{
    auto const [wkt, type] = GENERATE(table<char const*, ShapeType>(
        {{"MULTILINESTRING ((112 37, 113 37), (112 38, 113 38))", ShapeType::Line},
         {"POLYGON ((112 37, 112 38, 113 38, 113 37, 112 37), (112.2 37.2, 112.4 37.2, 112.4 37.4, 112.2 37.2))",
          ShapeType::Polygon},
         {"MULTIPOINT ((112 37), (113 38))", ShapeType::Point}}));
    auto const [driver, file] = GENERATE(table<char const*, char const*>(
        {{"ESRI Shapefile", "a.shp"}, {"GPKG", "a.gpkg"}, {"GeoJSON", "a.geojson"}, {"FlatGeobuf", "a.fgb"}}));
    CAPTURE(wkt, driver);
    Scratch const scratch;
    VectorTable table;
    table.name = "a";
    table.shapeType = type;
    table.fields = {{"id", FieldType::Text, 10, 0, {}}};
    table.rows.push_back({{"x"}, fromWkt(wkt).value(), -1});
    REQUIRE(writeTable(driver, scratch / file, table).has_value());
    auto const read = readTable(scratch / file).value();
    CHECK(read.shapeType == type);
    CHECK(toGeoJsonGeometry(read.rows.front().shape) == toGeoJsonGeometry(table.rows.front().shape));
}

TEST_CASE("what cannot be written is refused, and says why", "[geo]")
{
    Scratch const scratch;
    auto table = sample();
    SECTION("a file that is there")
    {
        scratch.write("sites.shp", "x");
        CHECK(writeTable("ESRI Shapefile", scratch / "sites.shp", table).error().code == ErrorCode::FileExists);
    }
    SECTION("a name of eleven bytes")
    {
        table.fields[0].name = "a_long_name";
        CHECK(writeTable("ESRI Shapefile", scratch / "sites.shp", table).error().code == ErrorCode::Storage);
    }
    SECTION("the same name twice")
    {
        table.fields[1].name = "task_id";
        CHECK(writeTable("GPKG", scratch / "sites.gpkg", table).error().code == ErrorCode::Storage);
    }
    SECTION("a shape of another type")
    {
        table.rows[0].shape = fromWkt("LINESTRING (112 37, 113 38)").value();
        CHECK(writeTable("ESRI Shapefile", scratch / "sites.shp", table).error().code == ErrorCode::Usage);
    }
    SECTION("a row of another length")
    {
        table.rows[0].values.pop_back();
        CHECK(writeTable("GPKG", scratch / "sites.gpkg", table).error().code == ErrorCode::Usage);
    }
    SECTION("an unknown format")
    {
        CHECK(writeTable("Shape", scratch / "sites.shp", table).error().code == ErrorCode::Usage);
    }
    SECTION("a directory that is not there")
    {
        CHECK(writeTable("GPKG", scratch / "none/sites.gpkg", table).error().code == ErrorCode::Storage);
    }
    SECTION("an unknown CRS")
    {
        table.epsg = 999999;
        CHECK(writeTable("GPKG", scratch / "sites.gpkg", table).error().code == ErrorCode::Crs);
    }
    SECTION("no date")
    {
        table.rows[0].values[4] = "soon";
        CHECK(writeTable("GPKG", scratch / "sites.gpkg", table).error().code == ErrorCode::Usage);
    }
}

TEST_CASE("cut texts are warned of", "[geo]")
{
    Scratch const scratch;
    auto table = sample();
    for (int i = 0; i < 100; ++i) {
        std::get<std::string>(table.rows[0].values[1]) += "整";
    } // a .dbf holds 254 bytes
    auto const report = writeTable("ESRI Shapefile", scratch / "sites.shp", table, {{}, {"ENCODING=UTF-8"}, {}, false}).value();
    CHECK_FALSE(report.warnings.empty());
}

TEST_CASE("a shapefile has the bytes that GDAL alone would write", "[geo]")
{
    Scratch const scratch;
    VectorTable table;
    table.name = "s";
    table.shapeType = ShapeType::Point;
    table.fields = {{.name = "text", .type = FieldType::Text, .width = 60, .precision = 0, .alias = {}},  {.name = "whole", .type = FieldType::Integer, .width = 9, .precision = 0, .alias = {}},
                    {.name = "real", .type = FieldType::Real, .width = 12, .precision = 3, .alias = {}}, {.name = "day", .type = FieldType::Date, .width = 0, .precision = 0, .alias = {}},
                    {.name = "wide", .type = FieldType::Text, .width = 254, .precision = 0, .alias = {}}};
    std::vector<Value> const texts{Value{}, std::string{}, std::string{"a"}, std::string{"整改任务：清理渣土"}, std::string{" both ends "}};
    std::vector<Value> const wholes{Value{}, std::int64_t{0}, std::int64_t{-1}, std::int64_t{999'999'999}, std::int64_t{-99'999'999}};
    std::vector<Value> const reals{Value{}, 0.0, -0.0, 1.0005, -2.4995, 0.0004, 12345678.9, 1e-300};
    std::vector<Value> const days{Value{}, std::string{"2018-06-30"}, std::string{"1999-12-01"}};
    for (std::size_t i = 0; i < 3000; ++i) { // several threads' worth
        table.rows.push_back({.values = {texts[i % texts.size()], wholes[i % wholes.size()], reals[i % reals.size()], days[i % days.size()], texts[(i / 5) % texts.size()]},
                              .shape = i % 7 == 0 ? Shape{} : Shape::point({112 + 1e-4 * static_cast<double>(i), 37.5})});
    }
    fs::create_directories(scratch / "a");
    fs::create_directories(scratch / "b");
    std::string const day = "DBF_DATE_LAST_UPDATE=2024-01-01";
    REQUIRE(writeTable("ESRI Shapefile", scratch / "a/s.shp", table, {{}, {"ENCODING=UTF-8", day}, {}, false}).has_value());
    REQUIRE(writeTable("ESRI Shapefile", scratch / "b/s.shp", table, {{}, {"ENCODING=utf-8", day}, {}, false}).has_value()); // by GDAL alone
    for (char const* extension : {".shp", ".shx", ".dbf", ".prj"}) {
        CAPTURE(extension);
        auto const ours = bytesOf(scratch / (std::string{"a/s"} + extension)), gdals = bytesOf(scratch / (std::string{"b/s"} + extension));
        auto const differs = std::ranges::mismatch(ours, gdals).in1 - ours.begin();
        CHECK(static_cast<std::size_t>(differs) == ours.size());
        CHECK(ours.size() == gdals.size());
    }
    for (Value const& misfit : {Value{std::int64_t{1'234'567'890'123}}, Value{std::string{"x"}}}) { // GDAL says what is wrong, or makes it fit
        auto broken = table;
        broken.rows[2500].values[1] = misfit;
        auto const ours = writeTable("ESRI Shapefile", scratch / "a/x.shp", broken, {{}, {"ENCODING=UTF-8", day}, {}, false});
        auto const gdals = writeTable("ESRI Shapefile", scratch / "b/x.shp", broken, {{}, {"ENCODING=utf-8", day}, {}, false});
        CHECK(ours.has_value() == gdals.has_value());
        if (ours && gdals) { CHECK(bytesOf(scratch / "a/x.dbf") == bytesOf(scratch / "b/x.dbf")); }
        for (auto const* const folder : {"a", "b"}) {
            for (auto const* const ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) { fs::remove(scratch / (std::string{folder} + "/x" + ending)); }
        }
    }
}

TEST_CASE("shapes of a shapefile have the bytes that GDAL alone would write, whatever they are", "[geo]")
{
    Scratch const scratch;
    auto const [type, first, second] = GENERATE(table<ShapeType, std::string, std::string>(
        {{ShapeType::Point, "POINT (112.5 37.5)", "MULTIPOINT ((112 37), (113 38))"},
         {ShapeType::Line, "LINESTRING (112 37, 113 38)", "MULTILINESTRING ((112 37, 112.5 37.5), (113 37, 113 38))"},
         {ShapeType::Polygon, "POLYGON ((112 37, 113 37, 113 38, 112 37), (112.5 37.2, 112.8 37.2, 112.8 37.5, 112.5 37.2))",
          "MULTIPOLYGON (((112 37, 112.1 37, 112 37.1, 112 37)), ((112.5 37.5, 112.6 37.5, 112.5 37.6, 112.5 37.5)))"}}));
    auto const epsg = GENERATE(4490, 4546);
    VectorTable table;
    table.name = "s";
    table.shapeType = type;
    table.epsg = epsg;
    table.fields = {{.name = "text", .type = FieldType::Text, .width = 60, .precision = 0, .alias = {}}};
    table.rows = {{{"a"}, fromWkt(first).value(), -1}, {{"b"}, {}, -1}, {{"c"}, fromWkt(second).value(), -1}};
    fs::create_directories(scratch / "a");
    fs::create_directories(scratch / "b");
    std::string const day = "DBF_DATE_LAST_UPDATE=2024-01-01";
    REQUIRE(writeTable("ESRI Shapefile", scratch / "a/s.shp", table, {{}, {"ENCODING=UTF-8", day}, {}, false}).has_value());
    REQUIRE(writeTable("ESRI Shapefile", scratch / "b/s.shp", table, {{}, {"ENCODING=utf-8", day}, {}, false}).has_value()); // by GDAL alone
    std::size_t files = 0;
    for (auto const& entry : fs::directory_iterator{scratch / "b"}) {
        auto const name = entry.path().filename();
        CAPTURE(name.string());
        ++files;
        if (name.extension() != ".cpg") { CHECK(bytesOf(scratch / "a" / name) == bytesOf(entry.path())); }
    }
    CHECK(static_cast<std::size_t>(std::distance(fs::directory_iterator{scratch / "a"}, fs::directory_iterator{})) == files);
}

TEST_CASE("the same table gives the same bytes", "[geo]")
{
    Scratch const scratch;
    auto const table = sample();
    WriteOptions const options{{}, {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2024-01-01"}, {}, false};
    fs::create_directories(scratch / "a");
    fs::create_directories(scratch / "b");
    REQUIRE(writeTable("ESRI Shapefile", scratch / "a/s.shp", table, options).has_value());
    REQUIRE(writeTable("ESRI Shapefile", scratch / "b/s.shp", table, options).has_value());
    for (char const* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        CAPTURE(extension);
        CHECK_FALSE(bytesOf(scratch / (std::string{"a/s"} + extension)).empty());
        CHECK(bytesOf(scratch / (std::string{"a/s"} + extension)) == bytesOf(scratch / (std::string{"b/s"} + extension)));
    }
}

TEST_CASE("layers are added to a GeoPackage and read by name", "[geo]")
{
    Scratch const scratch;
    auto table = sample();
    REQUIRE(writeTable("GPKG", scratch / "all.gpkg", table).has_value());
    table.name = "second";
    table.rows.pop_back();
    REQUIRE(writeTable("GPKG", scratch / "all.gpkg", table, {{}, {}, {}, true}).has_value());
    CHECK(layerNames(scratch / "all.gpkg").value() == std::vector<std::string>{"sites", "second"});
    CHECK(readTable(scratch / "all.gpkg", "second").value().rows.size() == 2);
    CHECK(readTable(scratch / "all.gpkg").value().rows.size() == 3);
    auto const missing = readTable(scratch / "all.gpkg", "third");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(missing.error().cure.contains("sites, second"));
}

TEST_CASE("a shapefile without .cpg is read in the encoding that it is in", "[geo]")
{
    auto const* const encoding = GENERATE("UTF-8", "GB18030");
    Scratch const scratch;
    REQUIRE(writeTable("ESRI Shapefile", scratch / "s.shp", sample(), {{}, {std::string{"ENCODING="} + encoding}, {}, false})
                .has_value());
    fs::remove(scratch / "s.cpg");
    auto const read = readTable(scratch / "s.shp").value();
    CHECK(read.encoding == encoding);
    CHECK(read.rows[0].values[read.column("county")] == Value{"晋源区"});
}

TEST_CASE("a shapefile without .prj needs its CRS said, one without .dbf is incomplete", "[geo]")
{
    Scratch const scratch;
    auto table = sample();
    table.epsg = 4547;
    REQUIRE(writeTable("ESRI Shapefile", scratch / "s.shp", table).has_value());
    CHECK(readTable(scratch / "s.shp", {}, {.crs = {}, .encoding = {}, .keepCoordinates = true})
              .value()
              .rows[0]
              .shape.parts[0]
              .outline[0]
              .lon > 100'000);
    fs::remove(scratch / "s.prj");
    CHECK(readTable(scratch / "s.shp").error().code == ErrorCode::Crs);
    auto const said = readTable(scratch / "s.shp", {}, {.crs = "EPSG:4547", .encoding = {}}).value();
    CHECK_THAT(said.rows[0].shape.parts[0].outline[0].lon, WithinAbs(112.5, 1e-8));
    CHECK(readTable(scratch / "s.shp", {}, {.crs = "EPSG:1", .encoding = {}}).error().code == ErrorCode::Crs);
    fs::remove(scratch / "s.dbf");
    CHECK(readTable(scratch / "s.shp").error().code == ErrorCode::FileMissing);
}

TEST_CASE("a zipped shapefile is read, with all that are in it", "[geo]")
{
    Scratch const scratch;
    REQUIRE(writeTable("ESRI Shapefile", scratch / "one.shz",
                       [] {
                           auto t = sample();
                           t.name = "one";
                           return t;
                       }(),
                       {{}, {"ENCODING=UTF-8"}, {}, false})
                .has_value());
    fs::copy(scratch / "one.shz", scratch / "one.zip");
    for (char const* file : {"one.shz", "one.zip"}) {
        CAPTURE(file);
        auto const read = readTable(scratch / file);
        REQUIRE(read.has_value());
        CHECK(read->rows[0].values[read->column("county")] == Value{"晋源区"});
        CHECK(read->rows.size() == 3);
        CHECK(layerNames(scratch / file).value() == std::vector<std::string>{"one"});
    }
}

TEST_CASE("what is no vector file is refused", "[geo]")
{
    Scratch const scratch;
    CHECK(readTable(scratch / "none.shp").error().code == ErrorCode::FileMissing);
    CHECK(readTable(scratch.write("a.geojson", "{")).error().code == ErrorCode::FileFormat);
    CHECK(readTable(scratch.write("a.gpkg", "SQLite format 3")).error().code == ErrorCode::FileFormat);
    CHECK(readTable(scratch.write("a.zip", "PK\x03\x04 not a zip")).error().code == ErrorCode::FileFormat);
    CHECK(readTable(scratch.write("a.shp", "x")).error().code == ErrorCode::FileFormat);
    CHECK(readTable(scratch.write("a.txt", "整改方案")).error().code == ErrorCode::FileFormat);
    CHECK(readTable(scratch.write("empty.geojson", "")).error().code == ErrorCode::FileFormat);
}

TEST_CASE("a file that was cut off gives an error or what is whole in it, never a crash", "[geo]")
{
    auto const [driver, file] = GENERATE(table<char const*, char const*>({{"ESRI Shapefile", "cut.shp"},
                                                                          {"ESRI Shapefile", "cut.dbf"},
                                                                          {"GPKG", "cut.gpkg"},
                                                                          {"GeoJSON", "cut.geojson"},
                                                                          {"FlatGeobuf", "cut.fgb"}}));
    CAPTURE(driver, file);
    Scratch const scratch;
    auto const main = scratch / ("cut" + (std::string_view{driver} == "ESRI Shapefile" ? std::string{".shp"}
                                                                                       : fs::path{file}.extension().string()));
    REQUIRE(writeTable(driver, main, sample()).has_value());
    auto const whole = bytesOf(scratch / file);
    for (std::size_t part = 0; part < 16; ++part) {
        CAPTURE(part);
        scratch.write(file, whole.substr(0, whole.size() * part / 16));
        auto const read = readTable(main);
        if (read) {
            CHECK(read->rows.size() <= 3);
        } else {
            CHECK_FALSE(read.error().detail.empty());
        }
        if (std::string_view{driver} == "ESRI Shapefile") {
            CHECK_FALSE(read.has_value());
        } // GDAL would give less as if it were all
    }
}

TEST_CASE("a row whose geometry cannot be kept stays, with a note", "[geo]")
{
    Scratch const scratch;
    auto const file = scratch.write("mixed.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"a"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[112,37]},{"type":"LineString","coordinates":[[112,37],[113,38]]}]}},
        {"type":"Feature","properties":{"id":"b"},"geometry":{"type":"Point","coordinates":[112,37]}},
        {"type":"Feature","properties":{"id":"c"},"geometry":null}]})");
    auto const read = readTable(file).value();
    REQUIRE(read.rows.size() == 3);
    CHECK(read.rows[0].shape.empty());
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0].starts_with("row 1: "));
}

TEST_CASE("features take the fields of every layer and keep the others", "[geo]")
{
    Scratch const scratch;
    auto const file = scratch.write("reserves.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"r1","name":"甲山保护区","aliases":"甲山;甲山林场","kind":"reserve","zone":"core","parent":"甲山","adcode":"140110","county":"晋源区","city":"太原市",
         "source":"s","licence":"l","date":"2020","accuracy_m":500,"schematic":1,"area_km2":12.5,"note":null,"level":"省级"},"geometry":{"type":"Polygon","coordinates":[[[112,37],[113,37],[113,38],[112,37]]]}},
        {"type":"Feature","properties":{"id":"r1","name":"乙","aliases":["乙山","乙"],"accuracy_m":-4,"schematic":false,"level":"国家级"},"geometry":{"type":"Point","coordinates":[112,37]}},
        {"type":"Feature","properties":{"name":"丙"},"geometry":null}]})");
    auto const features = readFeatures(file).value();
    REQUIRE(features.size() == 3);
    auto const& first = features[0];
    CHECK(first.id == "r1");
    CHECK(first.name == "甲山保护区");
    CHECK(first.aliases == std::vector<std::string>{"甲山", "甲山林场"});
    CHECK(first.zone == "core");
    CHECK(first.parent == "甲山");
    CHECK(first.adcode == "140110");
    CHECK(first.accuracyM == 500);
    CHECK(first.schematic);
    CHECK(first.more == std::vector<std::pair<std::string, std::string>>{{"area_km2", "12.5"}, {"level", "省级"}});
    CHECK(first.shape.type == ShapeType::Polygon);
    CHECK(features[1].id == "r1-2"); // ids are unique
    CHECK(features[1].aliases == std::vector<std::string>{"乙山", "乙"});
    CHECK(features[1].accuracyM == 0);
    CHECK_FALSE(features[1].schematic);
    CHECK(features[2].id == "3");
    CHECK(features[2].shape.empty());
}
