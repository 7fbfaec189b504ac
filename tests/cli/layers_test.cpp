#include "program.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace zhengtu::tests;
using Catch::Approx;
using nlohmann::json;

namespace {

/// A ledger of the sample of 太原市, which names 城南污水处理厂 and 西温庄乡.
struct Placed {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";

    Placed() { REQUIRE(call({"import", samples().back()}).code == 0); }
    [[nodiscard]] Run call(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--ledger", ledger});
        if (arguments[0] != "export" && arguments[0] != "query" && arguments[0] != "tasks") { arguments.insert(arguments.end(), {"--as-of", "2026-01-02"}); }
        return run(arguments);
    }
    [[nodiscard]] json of(std::vector<std::string> arguments) const
    {
        arguments.emplace_back("--json");
        auto const done = call(std::move(arguments));
        INFO(done.err);
        REQUIRE(done.code == 0);
        return json::parse(done.out);
    }
    [[nodiscard]] json tasks() const { return of({"tasks"}); }
    [[nodiscard]] json siteOf(std::string const& place) const
    {
        for (auto const& task : tasks()) {
            for (auto const& site : task.at("sites")) {
                if (site.at("place") == place) { return site; }
            }
        }
        FAIL("no site of " << place);
        return {};
    }
    [[nodiscard]] std::string write(std::string const& name, std::string const& text) const
    {
        std::ofstream{directory / name, std::ios::binary} << text;
        return directory / name;
    }
};

std::string file(std::string const& name) { return ZHENGTU_TESTS_DIR "/cli/layers/" + name; }

} // namespace

TEST_CASE("a user's file of any format places the task that names its feature, and goes without a trace", "[cli][layers]")
{
    auto const [name, format, crs] = GENERATE(table<std::string, std::string, std::string>({{"plants.geojson", "GeoJSON", ""},
                                                                                            {"plants-gpkg.zip", "GPKG", ""},
                                                                                            {"plants-shp.zip", "ESRI Shapefile", ""},
                                                                                            {"plants.shz", "ESRI Shapefile", ""},
                                                                                            {"plants.kml", "LIBKML", ""},
                                                                                            {"plants.kmz", "LIBKML", ""},
                                                                                            {"plants.gpx", "GPX", ""},
                                                                                            {"plants.xlsx", "XLSX", ""},
                                                                                            {"plants-gbk.csv", "CSV", ""},
                                                                                            {"plants.dxf", "DXF", "EPSG:4490"},
                                                                                            {"plants.fgb", "FlatGeobuf", ""}}));
    CAPTURE(name);
    Placed const placed;
    auto const before = placed.tasks();
    std::vector<std::string> command{"layers", "add", file(name), "--as", "wwtp", "--id", "user-plants"};
    if (!crs.empty()) {
        auto const unsaid = placed.call(command);
        CHECK(unsaid.code != 0); // a CAD file never says where it lies
        CHECK(unsaid.err.contains("--crs"));
        CHECK(placed.tasks() == before);
        command.insert(command.end(), {"--crs", crs});
    }
    auto const added = placed.of(command);
    auto const& report = added.at("file");
    CHECK(report.at("format") == format);
    CHECK(report.at("read") == 2);
    CHECK(report.at("kept") == 2);
    CHECK(report.at("refused").empty());
    CHECK(added.at("changes").size() == 1);
    auto const site = placed.siteOf("城南污水处理厂");
    CHECK(site.at("precision") == "facility");
    CHECK(site.at("feature").get<std::string>().starts_with("user-plants:"));
    auto const removed = placed.of({"layers", "remove", "user-plants"});
    CHECK(removed.at("changes").size() == 1);
    CHECK(placed.tasks() == before);
}

TEST_CASE("a later import, queries, the export and the picture use a user's layer", "[cli][layers]")
{
    Placed const placed;
    auto const fresh = placed.directory / "new.gpkg"; // the layer is there before the plan
    REQUIRE(run({"layers", "add", file("plants.geojson"), "--as", "wwtp", "--ledger", fresh, "--as-of", "2026-01-02"}).code == 0);
    REQUIRE(run({"import", samples().back(), "--ledger", fresh, "--as-of", "2026-01-02"}).code == 0);
    REQUIRE(placed.call({"layers", "add", file("plants.geojson"), "--as", "wwtp"}).code == 0);
    auto const imported = run({"tasks", "--ledger", fresh, "--json"});
    CHECK(json::parse(imported.out) == placed.tasks()); // whichever came first
    auto const near = placed.of({"query", "near", "POINT (112.5301 37.7502)", "--distance", "10m"});
    CHECK(std::ranges::any_of(near, [](json const& row) { return row.at("site").at("place") == "城南污水处理厂"; }));
    auto const own = placed.of({"query", "near", "无人知晓厂", "--distance", "20km"}); // a name that only the user's file has
    CHECK_FALSE(own.empty());
    REQUIRE(placed.call({"export", "geojson", placed.directory / "out"}).code == 0);
    auto const picture = placed.directory / "map.png";
    auto const drawn = placed.call({"render", "-o", picture, "--size", "400x300"});
    INFO(drawn.err);
    CHECK(drawn.code == 0);
}

TEST_CASE("a layer of one name for a known place keeps its other names", "[cli][layers]")
{
    // 东于煤矿 is known by its names alone, in 清徐县; plans call it 山西美锦集团东于煤业.
    auto const name = GENERATE(std::string{"东于煤矿"}, std::string{"东于煤业"});
    CAPTURE(name);
    Placed const placed;
    auto const layer = placed.write("mines.csv", "名称,经度,纬度\n" + name + ",112.33,37.55\n");
    REQUIRE(placed.call({"layers", "add", layer, "--as", "mine"}).code == 0);
    auto const found = json::parse(run({"locate", "美锦集团东于煤业", "--scope", "太原市", "--ledger", placed.ledger, "--json"}).out);
    INFO(found.dump());
    CHECK(found.dump().contains("user-mines:1"));
}

TEST_CASE("what a person corrected stays where a layer is added, replaced and removed", "[cli][layers]")
{
    Placed const placed;
    auto const layer = placed.write("towns.csv", "名称,经度,纬度\n西温庄乡,112.6012,37.7203\n");
    auto const site = placed.siteOf("西温庄乡").at("id").get<std::string>();
    REQUIRE(placed.call({"correct", "site", site, "--at", "112.5,37.8", "--who", "张三"}).code == 0);
    auto const corrected = placed.siteOf("西温庄乡");
    REQUIRE(placed.call({"layers", "add", layer, "--as", "town"}).code == 0);
    CHECK(placed.siteOf("西温庄乡") == corrected);
    REQUIRE(placed.call({"layers", "add", layer, "--as", "town", "--replace"}).code == 0);
    CHECK(placed.siteOf("西温庄乡") == corrected);
    REQUIRE(placed.call({"undo"}).code == 0); // now it is where the layer has it
    CHECK(placed.siteOf("西温庄乡").at("precision") == "township");
    REQUIRE(placed.call({"redo"}).code == 0);
    REQUIRE(placed.call({"layers", "remove", "user-towns"}).code == 0);
    CHECK(placed.siteOf("西温庄乡") == corrected);
}

TEST_CASE("a name that a replacing layer lacks stays the site of its task, in its county and with the reason", "[cli][layers]")
{
    Placed const placed;
    auto const before = placed.siteOf("黄寨镇");
    REQUIRE(before.at("precision") == "township");
    auto const other = placed.write("towns.csv", "名称,经度,纬度\n某某乡,112.6012,37.7203\n");
    REQUIRE(placed.call({"layers", "add", other, "--as", "town", "--replace"}).code == 0);
    auto const after = placed.siteOf("黄寨镇");
    CHECK(after.at("county") == before.at("county"));
    CHECK(after.at("precision") == "county");
    CHECK(after.at("reason").get<std::string>().starts_with("the layer that replaces those of its kind does not have it"));
    REQUIRE(placed.call({"layers", "remove", "user-towns"}).code == 0);
    CHECK(placed.siteOf("黄寨镇") == before);
}

TEST_CASE("a rehearsal tells what would change and changes nothing", "[cli][layers]")
{
    Placed const placed;
    auto const before = placed.tasks();
    auto const told = placed.of({"layers", "add", file("plants.geojson"), "--as", "wwtp", "--dry-run"});
    REQUIRE(told.at("changes").size() == 1);
    CHECK(told.at("changes")[0].at("after").at("precision") == "facility");
    CHECK(placed.tasks() == before);
    CHECK(placed.of({"layers", "list"}).empty());
    auto const done = placed.of({"layers", "add", file("plants.geojson"), "--as", "wwtp"});
    CHECK(done.at("changes") == told.at("changes"));
}
