#include "sample.hpp"

#include "geo/vector_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace {

std::filesystem::path filled(TemporaryDirectory const& directory)
{
    auto const path = directory / "a.gpkg";
    auto ledger = Ledger::open(path, true).value();
    REQUIRE(ledger.import({sampleRecord("晋源区")}, asOf).has_value());
    REQUIRE(ledger.putLayer(sampleLayer(), asOf).has_value());
    return path;
}

std::string cell(geo::VectorTable const& table, std::size_t row, std::string const& field)
{
    auto const column = table.column(field);
    REQUIRE(column != geo::VectorTable::npos);
    auto const* const value = std::get_if<std::string>(&table.rows.at(row).values.at(column));
    return value == nullptr ? "not a text" : *value;
}

} // namespace

TEST_CASE("the ledger has the marks and tables of a GeoPackage", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = filled(directory);
    auto const bytes = bytesOf(path);
    CHECK(bytes.substr(0, 15) == "SQLite format 3");
    CHECK(bytes.substr(68, 4) == "GPKG");
    CHECK(sql(path, "PRAGMA user_version") == "10300");
    CHECK(sql(path, "PRAGMA integrity_check") == "ok");
    CHECK(sql(path, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id") == "-1|0|4326|4490");
    CHECK(sql(path, "SELECT DISTINCT srs_id FROM gpkg_geometry_columns") == "4490");
    CHECK(sql(path, "SELECT DISTINCT last_change FROM gpkg_contents") == "2024-06-30T00:00:00.000Z"); // no clock
    // Everything that is registered is there, and everything that is there is registered.
    CHECK(sql(path, "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_master)").empty());
    CHECK(sql(path, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'rtree_%' "
                    "AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT table_name FROM gpkg_contents)")
              .empty());
    CHECK(sql(path, "SELECT d.table_name || '.' || d.column_name FROM gpkg_data_columns d LEFT JOIN gpkg_contents c USING (table_name) "
                    "WHERE c.table_name IS NULL OR d.column_name NOT IN (SELECT name FROM pragma_table_info(d.table_name))")
              .empty());
    CHECK(sql(path, "SELECT constraint_name FROM gpkg_data_columns WHERE constraint_name NOT IN (SELECT constraint_name FROM gpkg_data_column_constraints)")
              .empty());
    CHECK(sql(path, "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'") == "5");
}

TEST_CASE("GDAL opens the ledger and shows tasks as features", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = filled(directory);
    auto const names = geo::layerNames(path).value();
    for (auto const* const name : {"sites_point", "sites_line", "sites_polygon", "sites_unlocated", "task_list", "plans", "problems", "tasks",
                                   "units", "deadlines", "events", "layers", "source_text", "layer_styles", "layer_hotspots_polygon"}) {
        CAPTURE(name);
        CHECK(std::ranges::contains(names, name));
    }
    auto const points = geo::readTable(path, "sites_point").value();
    REQUIRE(points.rows.size() == 2);
    CHECK(points.shapeType == geo::ShapeType::Point);
    CHECK(points.epsg == 4490);
    CHECK(points.notes.empty());
    CHECK(points.rows[0].shape == geo::Shape::point({112.5, 37.8}));
    CHECK(cell(points, 0, "problem") == "沿河堆放煤矸石，扬尘严重。");
    CHECK(cell(points, 0, "measure") == "清理煤矸石");
    CHECK(cell(points, 0, "lead_units") == "市生态环境局");
    CHECK(cell(points, 0, "deadline_date") == "2019-12-31");
    CHECK(cell(points, 0, "precision") == "exact");
    CHECK(points.fields[points.column("measure")].alias == "整改措施");
    CHECK(geo::readTable(path, "sites_line").value().rows.at(0).shape.parts.size() == 2);
    CHECK(geo::readTable(path, "sites_polygon").value().rows.at(0).shape.parts[0].holes.size() == 1);
    auto const unlocated = geo::readTable(path, "sites_unlocated").value();
    REQUIRE(unlocated.rows.size() == 1);
    CHECK(cell(unlocated, 0, "reason") == "原文写明");
    auto const list = geo::readTable(path, "task_list").value();
    CHECK(list.rows.size() == 3); // located or not
    CHECK(cell(list, 0, "places") == "汾河；汾河；汾河");
    CHECK(geo::readTable(path, "layer_hotspots_polygon").value().rows.size() == 2);
}

TEST_CASE("a change of status shows in every table", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = filled(directory);
    auto const id = sampleRecord("晋源区").plan.problems[0].tasks[0].id;
    auto ledger = Ledger::open(path, false).value();
    REQUIRE(ledger.setStatus(id, "closed", "张三", asOf).has_value());
    CHECK(ledger.setStatus("nobody", "closed", "张三", asOf).error().code == ErrorCode::NotFound);
    CHECK(sql(path, "SELECT DISTINCT status FROM sites_point") == "closed");
    CHECK(sql(path, "SELECT status FROM task_list WHERE task_id = '" + id + "'") == "closed");
    CHECK(ledger.tasks().value()[0].status == "closed");
    CHECK(ledger.events().value().size() == 2);
}
