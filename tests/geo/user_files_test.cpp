#include "geo/crs.hpp"
#include "geo/measure.hpp"
#include "geo/shifted.hpp"
#include "geo/vector_file.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <fstream>
#include <string>
#include <string_view>

using namespace zhengtu;
using namespace zhengtu::geo;
using Catch::Matchers::WithinAbs;
using tests::TemporaryDirectory;

namespace {

std::filesystem::path write(TemporaryDirectory const& directory, std::string const& name, std::string const& bytes)
{
    std::ofstream{directory / name, std::ios::binary} << bytes;
    return directory / name;
}

/// A shapefile of two points in the encoding, whose .cpg then says another one (empty: there is none).
std::filesystem::path shapefile(TemporaryDirectory const& directory, std::string const& encoding, std::string const& cpg)
{
    VectorTable table;
    table.name = "a";
    table.shapeType = ShapeType::Point;
    table.fields = {{"名称", FieldType::Text, 40, 0, {}}};
    table.rows.push_back({{"清徐东于煤矿"}, Shape::point({112.35, 37.6}), -1});
    table.rows.push_back({{"娄烦尖山铁矿"}, Shape::point({111.8, 38.05}), -1});
    REQUIRE(writeTable("ESRI Shapefile", directory / "a.shp", table, {.datasetOptions = {}, .layerOptions = {"ENCODING=" + encoding}, .configOptions = {}}));
    std::filesystem::remove(directory / "a.cpg");
    if (!cpg.empty()) { std::ofstream{directory / "a.cpg"} << cpg; }
    // The language driver that GDAL wrote would speak up where the .cpg is gone: 0 says nothing.
    std::fstream dbf{directory / "a.dbf", std::ios::in | std::ios::out | std::ios::binary};
    dbf.seekp(29);
    dbf.put('\0');
    return directory / "a.shp";
}

} // namespace

TEST_CASE("a shapefile's encoding is found and said, also where its .cpg lies", "[geo]")
{
    auto const [real, cpg, found, why] = GENERATE(table<std::string, std::string, std::string, std::string>(
        {{"UTF-8", "UTF-8", "UTF-8", "by its .cpg"},
         {"CP936", "", "GB18030", "the texts are not UTF-8"},
         {"UTF-8", "", "UTF-8", "all texts are UTF-8"},
         {"CP936", "UTF-8", "GB18030", "its .cpg says UTF-8, but the texts are not"},
         {"CP936", "936", "CP936", "by its .cpg"},
         {"UTF-8", "936", "UTF-8", "but the texts are UTF-8"}}));
    CAPTURE(real, cpg);
    TemporaryDirectory const directory;
    auto const table = readTable(shapefile(directory, real, cpg));
    REQUIRE(table.has_value());
    CHECK(table->encoding == found);
    CHECK(table->encodingReason.contains(why));
    REQUIRE(table->rows.size() == 2);
    CHECK(table->fields[0].name == "名称");
    CHECK(table->rows[0].values[0] == Value{"清徐东于煤矿"});
    CHECK(table->crsReason == "by the file");
}

TEST_CASE("shifts of web maps are undone where they are said", "[geo]")
{
    // Tian'anmen's known pair, to the metres that the published constants give.
    auto const gcj = toGcj02({116.3912, 39.9067});
    CHECK_THAT(distanceM(LonLat{116.3912, 39.9067}, gcj), WithinAbs(550, 60));
    for (LonLat const at : {LonLat{112.55, 37.87}, LonLat{113.3, 40.08}, LonLat{110.9, 34.6}}) {
        CHECK(distanceM(at, fromGcj02(toGcj02(at))) < 0.001);
        CHECK(distanceM(at, fromBd09(toBd09(at))) < 0.001);
        CHECK(distanceM(toGcj02(at), toBd09(at)) > 600);
    }
    CHECK(toGcj02({-0.1, 51.5}) == LonLat{-0.1, 51.5});
    TemporaryDirectory const directory;
    LonLat const at{112.55, 37.87};
    auto const shifted = toBd09(at);
    auto const file = write(directory, "a.csv", "名称,百度经度,百度纬度\n甲," + std::to_string(shifted.lon) + "," + std::to_string(shifted.lat) + "\n");
    CHECK(readTable(file).error().code == ErrorCode::FileFormat); // not guessed
    auto const table = readTable(file, {}, {.crs = "bd09", .encoding = {}});
    REQUIRE(table.has_value());
    CHECK(distanceM(table->rows[0].shape.parts[0].outline[0], at) < 0.2);
    CHECK(table->crsName == "BD-09");
    CHECK(shiftOf("GCJ-02") == Shift::Gcj02);
    CHECK_FALSE(shiftOf("gcj").has_value());
}

TEST_CASE("coordinates that speak against their CRS are refused with what they look like", "[geo]")
{
    struct Case {
        std::string x, y, crs, cure; // no cure: accepted
    };
    auto const one = GENERATE(values<Case>({{"112.35", "37.6", "", ""},
                                            {"37.6", "112.35", "", "axes are swapped"},
                                            {"37.6", "112.35", "EPSG:4490", "axes are swapped"},
                                            {"38442000", "4162000", "", "EPSG:4526"},
                                            {"38442000", "4162000", "EPSG:4526", ""},
                                            {"38442000", "4162000", "EPSG:4547", "EPSG:4526"},
                                            {"37442000", "4162000", "EPSG:4526", "EPSG:4525"},
                                            {"19442000", "4162000", "", "EPSG:4497"},
                                            {"442000", "4162000", "", "EPSG:4547"},
                                            {"442000", "4162000", "EPSG:4547", ""},
                                            {"442000", "4162000", "EPSG:4526", "EPSG:4547"},
                                            {"4162000", "442000", "EPSG:4547", "axes are swapped"},
                                            {"4162000", "38442000", "EPSG:4526", "axes are swapped"},
                                            {"112.35", "37.6", "EPSG:4547", "EPSG:4490"},
                                            {"12506000", "4523000", "EPSG:3857", ""},
                                            {"12506000", "4523000", "", "EPSG:3857"}}));
    CAPTURE(one.x, one.y, one.crs);
    TemporaryDirectory const directory;
    auto const table = readTable(write(directory, "a.csv", "name,x,y\na," + one.x + "," + one.y + "\n"), {}, {.crs = one.crs, .encoding = {}});
    if (one.cure.empty()) {
        REQUIRE(table.has_value());
        auto const at = table->rows[0].shape.parts[0].outline[0];
        CHECK((at.lon > 112 && at.lon < 114.5 && at.lat > 37 && at.lat < 38));
    } else {
        REQUIRE_FALSE(table.has_value());
        CHECK(table.error().code == ErrorCode::Crs);
        CAPTURE(table.error().detail, table.error().cure);
        CHECK(table.error().cure.contains(one.cure));
    }
}

TEST_CASE("swapped axes are put right where they are said, a slip in one row is that row's", "[geo]")
{
    TemporaryDirectory const directory;
    auto const swapped = readTable(write(directory, "a.csv", "name,x,y\na,37.6,112.35\n"), {}, {.crs = "EPSG:4490", .encoding = {}, .swapAxes = true});
    REQUIRE(swapped.has_value());
    CHECK(swapped->rows[0].shape == Shape::point({112.35, 37.6}));
    std::string rows = "name,lon,lat\n";
    for (int i = 0; i < 10; ++i) { rows += "a,112.35,37.6\n"; }
    auto const slip = readTable(write(directory, "b.csv", rows + "b,37.6,112.35\n"));
    REQUIRE(slip.has_value());
    CHECK(slip->rows[10].shape.empty());
    CHECK(slip->rows[10].fault.contains("no position"));
    CHECK(slip->rows[0].fault.empty());
    // of few rows one may be wrong; of more the file is told to be unknown, with the first of them
    auto const few = readTable(write(directory, "c.csv", "name,lon,lat\na,112.35,37.6\nb,999,37.6\nc,112.36,37.6\n"));
    REQUIRE(few.has_value());
    CHECK(few->rows[1].fault == "longitude 999, latitude 37.6 is no position");
    CHECK(few->rows[2].shape == Shape::point({112.36, 37.6}));
    auto const many = readTable(write(directory, "d.csv", "name,lon,lat\na,112.35,37.6\nb,999,37.6\nc,998,37.6\n"));
    REQUIRE_FALSE(many.has_value());
    CHECK(many.error().detail.contains("row 2: longitude 999, latitude 37.6 is no position"));
}

TEST_CASE("a position off the globe is named, wherever it stands in its shape", "[geo]")
{
    TemporaryDirectory const directory;
    auto const polygon = [&](std::string const& ring) { return R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}"; };
    std::string const shell = "[[112,37],[113,37],[113,38],[112,37]]";
    auto const table = readTable(write(directory, "a.geojson", R"({"type":"FeatureCollection","features":[)" + polygon("[[112,37],[1e300,37],[113,38],[112,37]]") + "," +
                                                                   polygon(shell + ",[[112.5,37.1],[112.6,99],[112.6,37.1],[112.5,37.1]]") + "," + polygon(shell) + "]}"));
    REQUIRE(table.has_value());
    CHECK(table->rows[0].fault == "longitude 1e+300, latitude 37 is no position");
    CHECK(table->rows[1].fault == "longitude 112.6, latitude 99 is no position");
    CHECK(table->rows[2].fault.empty());
    CHECK_FALSE(table->rows[2].shape.empty());
}

TEST_CASE("a coordinate reference system that is not known is an error, not WGS 84", "[geo]")
{
    TemporaryDirectory const directory;
    auto const file = [&](char const* crs) {
        return write(directory, "a.geojson", std::string{R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")"} + crs +
                                                 R"("}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[112.5,37.8]}}]})");
    };
    auto const unknown = readTable(file("urn:ogc:def:crs:EPSG::999999"));
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().code == ErrorCode::Crs);
    CHECK(unknown.error().detail.contains("EPSG:999999"));
    CHECK_FALSE(unknown.error().cure.empty());
    CHECK(readTable(file("urn:ogc:def:crs:EPSG::999999"), {}, {.crs = "EPSG:4490", .encoding = {}, .swapAxes = false}).has_value());
    CHECK(readTable(file("urn:ogc:def:crs:EPSG::4490")).has_value());
}

TEST_CASE("a spreadsheet's header may stand below its title", "[geo]")
{
    auto const title = GENERATE(true, false);
    CAPTURE(title);
    TemporaryDirectory const directory;
    VectorTable table;
    table.name = "Sheet1";
    table.fields = {{"一", FieldType::Text, 0, 0, {}}, {"二", FieldType::Text, 0, 0, {}}, {"三", FieldType::Text, 0, 0, {}}};
    if (title) { table.rows.push_back({{"全市煤矿一览表", Value{}, Value{}}, {}, -1}); }
    table.rows.push_back({{"煤矿名称", "经度", "纬度"}, {}, -1});
    table.rows.push_back({{"东矿", "112.35", "37.6"}, {}, -1});
    table.rows.push_back({{"西矿", "一百一十二度", "37.6"}, {}, -1});
    REQUIRE(writeTable("XLSX", directory / "a.xlsx", table).has_value());
    auto const read = readTable(directory / "a.xlsx");
    REQUIRE(read.has_value());
    REQUIRE(read->rows.size() == 2);
    CHECK(read->fields[0].name == "煤矿名称");
    CHECK(read->rows[0].shape == Shape::point({112.35, 37.6}));
    CHECK(read->rows[1].shape.empty());
    CHECK(read->rows[1].fault.contains("no coordinates"));
}

TEST_CASE("the second sheet of a workbook is read like the first", "[geo]")
{
    auto const* const format = GENERATE("XLSX", "ODS");
    CAPTURE(format);
    TemporaryDirectory const directory;
    auto const file = directory / (std::string{"a."} + (std::string{format} == "XLSX" ? "xlsx" : "ods"));
    VectorTable words;
    words.name = "说明";
    words.fields = {{"说明", FieldType::Text, 0, 0, {}}};
    words.rows.push_back({{"坐标为2000国家大地坐标系"}, {}, -1});
    REQUIRE(writeTable(format, file, words).has_value());
    VectorTable mines;
    mines.name = "煤矿";
    mines.fields = {{"名称", FieldType::Text, 0, 0, {}}, {"经度", FieldType::Real, 0, 0, {}}, {"纬度", FieldType::Real, 0, 0, {}}};
    mines.rows.push_back({{"东矿", 112.35, 37.6}, {}, -1});
    WriteOptions options;
    options.append = true;
    REQUIRE(writeTable(format, file, mines, options).has_value());
    CHECK(layerNames(file).value() == std::vector<std::string>{"说明", "煤矿"});
    auto const read = readTable(file, "煤矿");
    REQUIRE(read.has_value());
    CHECK(read->fields[0].name == "名称");
    REQUIRE(read->rows.size() == 1);
    CHECK(read->rows[0].shape == Shape::point({112.35, 37.6}));
}

namespace {

Result<VectorTable> csv(std::string const& bytes, ReadOptions const& options = {})
{
    TemporaryDirectory const directory;
    return readTable(write(directory, "a.csv", bytes), {}, options);
}

} // namespace

TEST_CASE("coordinates are read as people write them, and nothing is made of what is none", "[geo]")
{
    auto const [lon, lat, placed] = GENERATE(table<std::string, std::string, bool>(
        {{"112.35", "37.6", true},
         {" 112.35 ", "+37.6", true},
         {"1.1235E+02", "37.6", true},
         {"112.35°", "37.6°", true},
         {"112°21′00″", "37°36′0.00″", true},
         {"112°21'0\"\"", "37°36'", true},
         {"112°20′60.00″", "37°35′60″", true}, // rounded by the program that wrote it
         {"112度21分", "37度36分0秒", true},
         {"东经112度21分", "北纬37度36分", true},
         {"E112°21'", "N37°36'", true},
         {"112.35E", "37.6N", true},
         {"112:21:00", "37:36", true},
         {"１１２．３５", "37.6", true},
         {"N37°36'", "E112°21'", true}, // the letters say which is which
         {"112°21′30.5′", "37.6", false},
         {"112°61′", "37.6", false},
         {"112.5°21′", "37.6", false}, // a fraction is the last
         {"112 21", "37.6", false},
         {"112.35.1", "37.6", false},
         {"一百一十二度", "37.6", false},
         {"不详", "37.6", false},
         {"112.35", "", false},
         {"nan", "inf", false}}));
    CAPTURE(lon, lat);
    auto const read = csv("名称,经度,纬度\n甲,\"" + lon + "\",\"" + lat + "\"\n乙,112,37\n");
    REQUIRE(read.has_value());
    REQUIRE(read->rows.size() == 2);
    CHECK(read->rows[0].shape.empty() != placed);
    CHECK(read->rows[0].fault.empty() == placed);
    CHECK(read->rows[0].values[0] == Value{"甲"});
    if (placed) {
        CHECK_THAT(read->rows[0].shape.parts[0].outline[0].lon, WithinAbs(112.35, 1e-9));
        CHECK_THAT(read->rows[0].shape.parts[0].outline[0].lat, WithinAbs(37.6, 1e-9));
    }
}

TEST_CASE("longitude and latitude may stand in one column", "[geo]")
{
    auto const [header, cell, placed] = GENERATE(table<std::string, std::string, bool>(
        {{"坐标", "112.35,37.6", true},
         {"中心坐标", "112.35，37.6", true},
         {"经纬度", "112.35 37.6", true},
         {"经纬度", "东经112°21′，北纬37°36′", true},
         {"经纬度", "E112°21'N37°36'", true},
         {"经纬度", "（112.35、37.6）", true},
         {"经纬度", "37.6N,112.35E", true},
         {"latlon", "37.6,112.35", true},
         {"坐标系", "112.35,37.6", false},  // a near miss: the name of a datum
         {"位置", "112.35,37.6", false},    // an address
         {"坐标", "CGCS2000", false}}));
    CAPTURE(header, cell);
    auto const read = csv("名称," + header + "\n甲,\"" + cell + "\"\n");
    REQUIRE(read.has_value());
    CHECK(read->fields.back().name == header); // what stood there stays
    CHECK(read->rows[0].fault.empty());
    REQUIRE(read->rows[0].shape.empty() != placed);
    if (placed) {
        CHECK_THAT(read->rows[0].shape.parts[0].outline[0].lon, WithinAbs(112.35, 1e-9));
        CHECK_THAT(read->rows[0].shape.parts[0].outline[0].lat, WithinAbs(37.6, 1e-9));
    }
    auto const other = csv("名称,经纬度\n甲,\"112.35,37.6\"\n乙,不详\n");
    REQUIRE(other.has_value());
    CHECK(other->rows[1].fault.contains("不详"));
    CHECK(csv("名称,经纬度\n甲,\"37.6,112.35\"\n").error().cure.contains("axes are swapped"));
}

TEST_CASE("a text table is read whatever its encoding, separators and titles", "[geo]")
{
    std::string utf16{"\xFF\xFE"};
    for (char16_t const c : std::u16string_view{u"名称,lon,lat\n甲,112,37\n"}) {
        utf16.push_back(static_cast<char>(c & 0xFFU));
        utf16.push_back(static_cast<char>(c >> 8U));
    }
    auto const [bytes, encoding, why] = GENERATE_COPY(table<std::string, std::string, std::string>(
        {{"名称,lon,lat\n甲,112,37\n", "UTF-8", "all texts"},
         {"\xEF\xBB\xBF名称,lon,lat\n甲,112,37\n", "UTF-8", "byte order mark"},
         {utf16, "UTF-16", "byte order mark"},
         {utf16.substr(2), "UTF-16", "zero bytes"},
         {"\xC3\xFB\xB3\xC6,lon,lat\n\xBC\xD7,112,37\n", "GB18030", "not UTF-8"},
         {"名称;lon;lat\r\n甲;112;37\r\n", "UTF-8", "all texts"},
         {"名称\tlon\tlat\n甲\t112\t37", "UTF-8", "all texts"},
         {"名称|lon|lat\r甲|112|37\r", "UTF-8", "all texts"},
         {"一览表\n名称,lon,lat\n甲,112,37\n", "UTF-8", "all texts"},
         {"一览表,,\n\n名称,lon,lat\n甲,112,37\n", "UTF-8", "all texts"},
         {"名称,中心点,\n,lon,lat\n甲,112,37\n", "UTF-8", "all texts"}})); // a name above merged cells
    CAPTURE(bytes);
    auto const read = csv(bytes);
    REQUIRE(read.has_value());
    CHECK(read->encoding == encoding);
    CHECK(read->encodingReason.contains(why));
    REQUIRE(read->rows.size() == 1);
    REQUIRE(read->column("名称") == 0);
    CHECK(read->rows[0].values[0] == Value{"甲"});
    CHECK(read->rows[0].shape == Shape::point({112, 37}));
}

TEST_CASE("a row of a text table that does not fit its header is that row's fault", "[geo]")
{
    auto const read = csv("名称,lon,lat\n甲,乙,112,37\n丙,112,37,,\n丁,112\n\"戊,\"\"己\"\"\n\",112,37\n");
    REQUIRE(read.has_value());
    REQUIRE(read->rows.size() == 4);
    CHECK(read->rows[0].fault.contains("4 cells"));
    CHECK(read->rows[1].shape == Shape::point({112, 37}));
    CHECK(read->rows[2].fault.contains("no coordinates"));
    CHECK(read->rows[3].values[0] == Value{"戊,\"己\"\n"});
    auto const open = csv("名称,lon,lat\n甲,112,37\n\"乙,112,37\n");
    REQUIRE_FALSE(open.has_value());
    CHECK(open.error().detail.contains("line 3"));
    CHECK(csv("").error().detail.contains("empty"));
    CHECK(csv(std::string{"a\0\0\0b,c\n\1\0\2\n", 12}).error().code == ErrorCode::FileFormat);
}

TEST_CASE("rings that are not closed are closed and told, a shift that nobody knows is a measure", "[geo]")
{
    TemporaryDirectory const directory;
    auto const read = readTable(write(directory, "a.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[112,37],[112.1,37],[112.1,37.1],[112,37.1]]]}},
        {"type":"Feature","properties":{"name":"b"},"geometry":{"type":"Polygon","coordinates":[[[112,37],[112.1,37],[112.1,37.1],[112,37]]]}}]})"));
    REQUIRE(read.has_value());
    CHECK(read->rows[0].mended == "a ring was not closed");
    CHECK(read->rows[0].shape.parts[0].outline.size() == 5);
    CHECK(read->rows[1].mended.empty());
    CHECK(read->notes.empty());
    CHECK(read->inexactM == 0);
    auto const older = csv("名称,lon,lat\n甲,112,37\n", {.crs = "EPSG:4214", .encoding = {}});
    REQUIRE(older.has_value());
    CHECK(older->inexactM == Transform::inexactM);
    CHECK(older->notes.front().contains("Beijing 1954"));
}
