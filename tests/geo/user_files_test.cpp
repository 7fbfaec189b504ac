#include "geo/crs.hpp"
#include "geo/measure.hpp"
#include "geo/shifted.hpp"
#include "geo/vector_file.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <fstream>

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
    table.rows.push_back({{"西矿", "东经112度", "37.6"}, {}, -1});
    REQUIRE(writeTable("XLSX", directory / "a.xlsx", table).has_value());
    auto const read = readTable(directory / "a.xlsx");
    REQUIRE(read.has_value());
    REQUIRE(read->rows.size() == 2);
    CHECK(read->fields[0].name == "煤矿名称");
    CHECK(read->rows[0].shape == Shape::point({112.35, 37.6}));
    CHECK(read->rows[1].shape.empty());
    CHECK(read->rows[1].fault.contains("no coordinates"));
}
