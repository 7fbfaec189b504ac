#include "sample.hpp"

#include "core/identity.hpp"
#include "exchange/csv.hpp"
#include "geo/vector_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace zhengtu;
using namespace zhengtu::exchange;
using namespace zhengtu::exchange::testing;

namespace fs = std::filesystem;

namespace {

std::string cell(geo::VectorTable const& table, std::size_t row, std::string const& field)
{
    auto const column = table.column(field);
    REQUIRE(column != geo::VectorTable::npos);
    return cellOf(geo::lent(table.rows.at(row).values.at(column)));
}

} // namespace

TEST_CASE("point, line and polygon files share task ids, and rows add up", "[exchange]")
{
    TemporaryDirectory directory;
    auto const tasks = sampleTasks();
    static_cast<void>(exported(tasks, {}, to(directory.path())));
    auto const points = geo::readTable(directory / "tasks_pt.shp").value();
    auto const lines = geo::readTable(directory / "tasks_ln.shp").value();
    auto const polygons = geo::readTable(directory / "tasks_pg.shp").value();
    auto const unlocated = parseCsv(bytesOf(directory / "tasks_noloc.csv"));
    CHECK(points.rows.size() == 2);
    CHECK(lines.rows.size() == 1);
    CHECK(polygons.rows.size() == 1);
    CHECK(unlocated.size() == 1 + 3);
    CHECK(cell(points, 0, "task_id") == tasks[0].id);
    CHECK(cell(lines, 0, "task_id") == tasks[0].id);
    CHECK(cell(polygons, 0, "task_id") == tasks[1].id);
    CHECK(unlocated[1][0] == tasks[1].id);
    CHECK(unlocated[2][0] == tasks[2].id);
    CHECK(unlocated[3][0] == tasks[3].id);
    CHECK(points.epsg == 4490);
    CHECK(std::abs(points.rows[0].shape.parts[0].outline[0].lon - 112.512345678) < 1e-12);
    CHECK(polygons.rows[0].shape.parts.size() == 2);
    CHECK(polygons.rows[0].shape.parts[0].holes.size() == 1);
}

TEST_CASE("field names are ASCII of at most 10 bytes, and values are what they were", "[exchange]")
{
    TemporaryDirectory directory;
    auto const tasks = sampleTasks();
    static_cast<void>(exported(tasks, {}, to(directory.path())));
    auto const points = geo::readTable(directory / "tasks_pt.shp").value();
    for (auto const& field : points.fields) {
        CAPTURE(field.name);
        CHECK(field.name.size() <= 10);
        CHECK(std::ranges::all_of(field.name, [](char c) { return c > 0x20; }));
    }
    CHECK(cell(points, 0, "dl_date") == "2019-12-31");
    CHECK(cell(points, 0, "dl_iso") == "2018-06-30;2019-12-31");
    CHECK(cell(points, 0, "dl_kind") == "dates");
    CHECK(cell(points, 0, "dl_long") == "1");
    CHECK(cell(points, 0, "resp_unit") == "甲县政府；乙县政府");
    CHECK(cell(points, 0, "goals") == "完成清理；恢复植被"); // one line: readers break on line ends
    CHECK(cell(points, 0, "radius_m") == "1234.5");
    CHECK(cell(points, 0, "geo_conf") == "village");
    CHECK(cell(points, 0, "fb_no") == "1");
    CHECK(cell(points, 0, "src_off") == "50");
    CHECK(cell(points, 0, "src_len") == "20");
    CHECK(cell(points, 0, "measure") == "清理煤矸石，\"限期\"完成");
    auto const polygons = geo::readTable(directory / "tasks_pg.shp").value();
    CHECK(cell(polygons, 0, "dl_kind") == "immediate"); // says why dl_date is null
    CHECK(cell(polygons, 0, "dl_date").empty());
    CHECK(cell(polygons, 0, "problem") == "沿河堆放煤矸石，𬇕水、㳇河受污染。");
    CHECK(cell(polygons, 0, "txt_cut") == "0");
}

TEST_CASE("a long text is cut on a character and stays whole beside the shapefile", "[exchange]")
{
    TemporaryDirectory directory;
    auto const tasks = sampleTasks();
    auto options = to(directory.path());
    options.encoding = GENERATE(as<std::string>{}, "UTF-8", "GB18030");
    CAPTURE(options.encoding);
    static_cast<void>(exported(tasks, {}, options));
    CHECK(bytesOf(directory / "tasks_pt.cpg") == options.encoding);
    auto const points = geo::readTable(directory / "tasks_pt.shp").value();
    auto const problem = cell(points, 0, "problem");
    CHECK(problem.ends_with("…"));
    CHECK(tasks[0].problemText.starts_with(problem.substr(0, problem.size() - 3)));
    CHECK(problem.size() > (options.encoding == "UTF-8" ? 245U : 330U)); // GB18030 holds more Han in 254 bytes
    CHECK(cell(points, 0, "txt_cut") == "1");
    CHECK(cell(points, 0, "place") == "㳇河");
    auto const whole = parseCsv(bytesOf(directory / "tasks_text.csv"));
    REQUIRE(whole.size() == 1 + tasks.size());
    auto const column = std::ranges::find(whole[0], "problem") - whole[0].begin();
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        CHECK(whole[i + 1][0] == tasks[i].id);
        CHECK(whole[i + 1][static_cast<std::size_t>(column)] == tasks[i].problemText);
    }
    auto const package = geo::readTable(directory / "tasks.gpkg", "tasks_point").value();
    CHECK(cell(package, 0, "problem") == tasks[0].problemText);
    CHECK(cell(package, 0, "goals") == tasks[0].goals);
    auto const report = reportIn(directory.path());
    CHECK(report["encoding"] == options.encoding);
    CHECK(report["tables"][0]["fields_changed"][0]["field"] == "problem");
    CHECK(report["tables"][0]["fields_changed"][0]["truncated"] == 3);
    CHECK(report["tables"][0]["fields_changed"][0]["truncated_in"] == nlohmann::json::array({tasks[0].id}));
}

TEST_CASE("the CRS is the one that was asked for", "[exchange]")
{
    TemporaryDirectory directory;
    auto options = to(directory.path());
    options.epsg = GENERATE(4490, 4546, 4547, 4526);
    CAPTURE(options.epsg);
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, options));
    CHECK(reportIn(directory.path())["crs"] == "EPSG:" + std::to_string(options.epsg));
    auto const points = geo::readTable(directory / "tasks_pt.shp", {}, {.crs = {}, .encoding = {}, .keepCoordinates = true}).value();
    CHECK(points.epsg == options.epsg);
    double const x = points.rows[0].shape.parts[0].outline[0].lon;
    switch (options.epsg) {
    case 4490: CHECK(x == 112.512345678); break;
    case 4546: CHECK((x > 630'000 && x < 635'000)); break; // 1.51 degrees east of 111 E at 37.88 N: 133 km
    case 4547: CHECK((x > 367'000 && x < 371'000)); break;
    default: CHECK((x > 38'367'000 && x < 38'371'000)); break; // the zone's number stands before the easting
    }
}

TEST_CASE("layers are exported with the tasks, under names that fit", "[exchange]")
{
    TemporaryDirectory directory;
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, to(directory.path())));
    auto const hotspots = geo::readTable(directory / "tasks_hotspots_pg.shp").value();
    REQUIRE(hotspots.rows.size() == 1);
    CHECK(cell(hotspots, 0, "name") == "热点一");
    CHECK(cell(hotspots, 0, "rank") == "1");
    CHECK(cell(hotspots, 0, "area_km2") == "2435.127"); // not 2435.126999999999953
    CHECK(cell(hotspots, 0, "category") == "water");
    CHECK(cell(hotspots, 0, "f_01") == "值");
    CHECK(cell(hotspots, 0, "a_very_lon") == "x");
    CHECK(cell(hotspots, 0, "a_very__01") == "y");
    CHECK_FALSE(fs::exists(directory / "tasks_hotspots_noloc.csv"));
    auto const fields = parseCsv(bytesOf(directory / "tasks.fields.csv"));
    CHECK(std::ranges::any_of(fields, [](auto const& row) { return row[1] == "f_01" && row[3] == "中文字段"; }));
    CHECK(geo::layerNames(directory / "tasks.gpkg").value() ==
          std::vector<std::string>{"tasks_point", "tasks_line", "tasks_polygon", "hotspots_polygon", "tasks_unlocated"});
}

TEST_CASE("the report's counts add up and its hashes hold", "[exchange]")
{
    TemporaryDirectory directory;
    auto options = to(directory.path(), GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv));
    options.sources = {{.id = "p0123456789", .title = "方案", .region = {}, .kind = {}, .fileName = "a.txt", .sha256 = "abc", .year = {}}};
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, options));
    auto const report = reportIn(directory.path());
    CHECK(report["counts"]["tasks"] == 4);
    CHECK(report["counts"]["located"].get<int>() + report["counts"]["unlocated"].get<int>() == 4);
    CHECK(report["as_of"] == "2024-06-30");
    CHECK(report["sources"][0]["sha256"] == "abc");
    auto const rows = report["tables"][0]["rows"];
    CHECK(rows["all"] == 7);
    CHECK(rows["point"].get<int>() + rows["line"].get<int>() + rows["polygon"].get<int>() + rows["unlocated"].get<int>() == 7);
    int sum = 0;
    for (auto const& file : report["contents"]) {
        bool const sidecar = options.format == Format::Shapefile && file["file"] == "tasks.gpkg";
        if (file.value("table", "") == "tasks" && !sidecar && (file["what"] == "features" || file["what"] == "unlocated")) { sum += file["rows"].get<int>(); }
    }
    CHECK(sum == 7);
    CHECK(report["files"].size() + 1 == namesIn(directory.path()).size());
    for (auto const& file : report["files"]) {
        auto const bytes = bytesOf(directory / file["name"].get<std::string>());
        CHECK(file["bytes"] == bytes.size());
        CHECK(file["sha256"] == sha256(bytes));
    }
}

TEST_CASE("GeoJSON holds every row, also those without a place", "[exchange]")
{
    TemporaryDirectory directory;
    static_cast<void>(exported(sampleTasks(), {}, to(directory.path(), Format::GeoJson)));
    auto const json = nlohmann::json::parse(bytesOf(directory / "tasks.geojson"));
    REQUIRE(json["features"].size() == 7);
    CHECK_FALSE(json.contains("crs")); // RFC 7946 has one only
    CHECK(json["features"][0]["geometry"]["type"] == "Point");
    CHECK(json["features"][0]["properties"]["problem"] == sampleTasks()[0].problemText);
    CHECK(json["features"][0]["properties"]["deadline_date"] == "2019-12-31");
    CHECK(json["features"][6]["geometry"].is_null());
    CHECK(json["features"][6]["properties"]["radius_m"].is_null());
    CHECK(geo::readTable(directory / "tasks.geojson").value().rows.size() == 7);
}

TEST_CASE("CSV opens in spreadsheets and loses no geometry", "[exchange]")
{
    TemporaryDirectory directory;
    auto tasks = sampleTasks();
    tasks[2].problemText = "=1+1";
    static_cast<void>(exported(tasks, {}, to(directory.path(), Format::Csv)));
    auto const bytes = bytesOf(directory / "tasks.csv");
    CHECK(bytes.starts_with("\xEF\xBB\xBF任务编号,"));
    auto const rows = parseCsv(bytes);
    REQUIRE(rows.size() == 1 + 7);
    auto const cell = [&](std::size_t row, std::string_view heading) { return rows[row][static_cast<std::size_t>(std::ranges::find(rows[0], heading) - rows[0].begin())]; };
    CHECK(cell(1, "经度") == "112.5123457");
    CHECK(cell(1, "几何类型") == "point");
    CHECK(cell(1, "整改目标") == "完成清理\n恢复植被");
    CHECK(cell(1, "整改措施") == "清理煤矸石，\"限期\"完成");
    CHECK(cell(7, "经度").empty());
    CHECK(cell(6, "问题") == "'=1+1"); // a document must not put a formula into a spreadsheet
    CHECK(parseCsv(bytesOf(directory / "tasks_wkt.csv")).size() == 1 + 4);
    CHECK(geo::readTable(directory / "tasks_wkt.csv").value().rows.size() == 4);
}

TEST_CASE("characters that no text may hold are counted, and refused when strict", "[exchange]")
{
    TemporaryDirectory directory;
    auto tasks = sampleTasks();
    tasks[0].taskText = std::string{"清理\0煤\xFF矸石", 17};
    auto options = to(directory / "out", GENERATE(Format::Shapefile, Format::GeoJson));
    auto const report = exported(tasks, {}, options);
    CHECK(report.lost == 6); // two characters, in each of three rows
    CHECK_FALSE(report.complete());
    CHECK(reportIn(directory / "out")["complete"] == false);
    options.directory = directory / "strict";
    options.strict = true;
    CHECK(exportTasks(tasks, {}, options).error().code == ErrorCode::Encoding);
    CHECK_FALSE(fs::exists(directory / "strict"));
}

TEST_CASE("broken geometry is repaired or kept without a place, and told", "[exchange]")
{
    TemporaryDirectory directory;
    auto tasks = sampleTasks();
    tasks[1].sites[0].shape = {geo::ShapeType::Polygon, {{{{112, 37}, {113, 38}, {113, 37}, {112, 38}, {112, 37}}, {}}}}; // a bow tie
    tasks[0].sites[0].shape = geo::Shape::point({std::nan(""), 37});
    auto const report = exported(tasks, {}, to(directory.path()));
    CHECK(report.lost == 1);
    auto const json = reportIn(directory.path());
    CHECK(json["tables"][0]["geometry_repaired"] == nlohmann::json::array({tasks[1].id}));
    CHECK(json["tables"][0]["geometry_dropped"] == nlohmann::json::array({tasks[0].id}));
    CHECK(parseCsv(bytesOf(directory / "tasks_noloc.csv")).size() == 1 + 4);
}

TEST_CASE("one layer is written as one file by its ending", "[exchange]")
{
    TemporaryDirectory directory;
    auto const ending = GENERATE(as<std::string>{}, ".gpkg", ".geojson");
    auto const file = directory / ("result" + ending);
    REQUIRE(writeLayer(hotspotLayer(), file, false).has_value());
    CHECK(namesIn(directory.path()) == std::vector<std::string>{"result" + ending});
    CHECK(geo::readTable(file).value().rows.size() == 1);
    CHECK(writeLayer(hotspotLayer(), file, false).error().code == ErrorCode::FileExists);
    CHECK(writeLayer(hotspotLayer(), file, true).has_value());
    CHECK(writeLayer(hotspotLayer(), directory / "x.txt", true).error().code == ErrorCode::Usage);
}

TEST_CASE("formats are known by their names", "[exchange]")
{
    CHECK(formatOf("shp") == Format::Shapefile);
    CHECK(formatOf("gpkg") == Format::GeoPackage);
    CHECK(formatOf("geojson") == Format::GeoJson);
    CHECK(formatOf("csv") == Format::Csv);
    CHECK_FALSE(formatOf("xls").has_value());
    CHECK_FALSE(formatOf("").has_value());
}
