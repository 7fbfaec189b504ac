#include "sample.hpp"

#include "exchange/csv.hpp"
#include "exchange/packed_tasks.hpp"
#include "geo/vector_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>

using namespace zhengtu;
using namespace zhengtu::exchange;
using namespace zhengtu::exchange::testing;

namespace fs = std::filesystem;

TEST_CASE("a shapefile export has all its files and nothing else", "[exchange]")
{
    TemporaryDirectory directory;
    auto const report = exported(sampleTasks(), {}, to(directory.path() / "new/dir"));
    CHECK(namesIn(directory.path() / "new/dir") ==
          std::vector<std::string>{"tasks.export.json", "tasks.fields.csv", "tasks.gpkg", "tasks_ln.cpg", "tasks_ln.dbf", "tasks_ln.prj", "tasks_ln.qml", "tasks_ln.shp",
                                   "tasks_ln.shx", "tasks_noloc.csv", "tasks_pg.cpg", "tasks_pg.dbf", "tasks_pg.prj", "tasks_pg.qml", "tasks_pg.shp", "tasks_pg.shx",
                                   "tasks_pt.cpg", "tasks_pt.dbf", "tasks_pt.prj", "tasks_pt.qml", "tasks_pt.shp", "tasks_pt.shx", "tasks_text.csv"});
    CHECK(report.files.size() == 23);
    CHECK(report.tasks == 4);
    CHECK(report.located == 2);
    CHECK(report.unlocated == 2);
    CHECK(report.sites == 6);
    CHECK(report.truncated == 3); // the long problem, once for each of its sites
    CHECK(report.lost == 0);
    CHECK(report.complete());
    CHECK(bytesOf(directory / "new/dir/tasks_pt.cpg") == "UTF-8");
}

TEST_CASE("a shapefile without companions has its own files alone, the same as with them", "[exchange]")
{
    TemporaryDirectory directory;
    auto bare = to(directory.path() / "bare");
    bare.companions = false;
    static_cast<void>(exported(sampleTasks(), {}, bare));
    static_cast<void>(exported(sampleTasks(), {}, to(directory.path() / "all")));
    auto const names = namesIn(directory.path() / "bare");
    CHECK(std::ranges::count_if(names, [](std::string const& name) { return name.ends_with(".shp"); }) == 3);
    for (auto const* const absent : {"tasks.gpkg", "tasks_text.csv", "tasks.fields.csv"}) { CHECK_FALSE(std::ranges::contains(names, absent)); }
    for (auto const& name : names) {
        if (name != "tasks.export.json") { CHECK(bytesOf(directory.path() / "bare" / name) == bytesOf(directory.path() / "all" / name)); }
    }
}

TEST_CASE("an export that is stopped leaves nothing, whenever that is", "[exchange]")
{
    TemporaryDirectory directory;
    auto const tasks = sampleTasks();
    for (auto const format : {Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv}) {
        for (int most = 0;; ++most) {
            auto options = to(directory.path() / "out", format);
            std::atomic<int> asked{0};
            options.goOn = [&](double) { return asked++ < most; };
            auto const done = exportTasks(tasks, {}, options);
            if (done) { break; }
            REQUIRE(most < 1000);
            CHECK(done.error().code == ErrorCode::Cancelled);
            CHECK_FALSE(fs::exists(directory.path() / "out"));
        }
        CHECK(fs::exists(directory.path() / "out/tasks.export.json"));
        fs::remove_all(directory.path() / "out");
    }
}

TEST_CASE("packed tasks make the same files as whole ones", "[exchange]")
{
    auto const format = GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv);
    auto tasks = sampleTasks();
    for (auto& task : manyTasks(50)) { tasks.push_back(std::move(task)); }
    tasks[1].taskText += std::string{"\xFF\0", 2}; // what no text may hold is lost and reported alike
    tasks[2].feedbackNo.reset();
    PackedTasks packed;
    for (auto const& task : tasks) { packed.add(task); }
    TemporaryDirectory directory;
    auto const whole = exported(tasks, {hotspotLayer()}, to(directory.path() / "whole", format));
    auto const lean = exportTasks(packed, {hotspotLayer()}, to(directory.path() / "packed", format));
    REQUIRE(lean);
    CHECK(contents(directory.path() / "packed") == contents(directory.path() / "whole"));
    CHECK(lean->tasks == whole.tasks);
    CHECK(lean->sites == whole.sites);
    CHECK(lean->located == whole.located);
    CHECK(lean->unlocated == whole.unlocated);
    CHECK(lean->lost == whole.lost);
    CHECK(whole.lost > 0);
}

TEST_CASE("an export of no packed tasks is that of no tasks", "[exchange]")
{
    TemporaryDirectory directory;
    static_cast<void>(exported({}, {}, to(directory.path() / "whole")));
    REQUIRE(exportTasks(PackedTasks{}, {}, to(directory.path() / "packed")));
    CHECK(contents(directory.path() / "packed") == contents(directory.path() / "whole"));
}

TEST_CASE("the same input gives the same bytes", "[exchange]")
{
    TemporaryDirectory directory;
    auto const format = GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv);
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, to(directory / "a", format)));
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, to(directory / "b", format)));
    CHECK(contents(directory / "a") == contents(directory / "b"));
}

TEST_CASE("nothing that is there is replaced unasked", "[exchange]")
{
    TemporaryDirectory directory;
    auto const format = GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv);
    static_cast<void>(exported(sampleTasks(), {}, to(directory.path(), format)));
    auto const before = contents(directory.path());
    auto const again = exportTasks(manyTasks(2), {}, to(directory.path(), format));
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == ErrorCode::FileExists);
    CHECK(contents(directory.path()) == before);
}

TEST_CASE("a file of another origin in the way is left alone", "[exchange]")
{
    TemporaryDirectory directory;
    auto const name = GENERATE(as<std::string>{}, "tasks_pt.dbf", "tasks.gpkg", "tasks_noloc.csv", "tasks.export.json");
    std::ofstream{directory / name} << "mine";
    CHECK(exportTasks(sampleTasks(), {}, to(directory.path())).error().code == ErrorCode::FileExists);
    CHECK(contents(directory.path()) == std::map<std::string, std::string>{{name, "mine"}});
}

TEST_CASE("overwriting takes the whole old set away", "[exchange]")
{
    TemporaryDirectory directory;
    auto options = to(directory.path());
    static_cast<void>(exported(sampleTasks(), {hotspotLayer()}, options));
    std::ofstream{directory / "tasks_pt.qix"} << "an index of another program";
    std::ofstream{directory / "other.txt"} << "mine";
    options.overwrite = true;
    static_cast<void>(exported(manyTasks(3), {}, options)); // points only
    CHECK(namesIn(directory.path()) == std::vector<std::string>{"other.txt", "tasks.export.json", "tasks.fields.csv", "tasks.gpkg", "tasks_noloc.csv",
                                                                "tasks_pt.cpg", "tasks_pt.dbf", "tasks_pt.prj", "tasks_pt.qml", "tasks_pt.shp", "tasks_pt.shx",
                                                                "tasks_text.csv"});
    CHECK(geo::readTable(directory / "tasks_pt.shp").value().rows.size() == 3);
}

TEST_CASE("an old report cannot name files outside its set", "[exchange]")
{
    TemporaryDirectory directory;
    fs::create_directory(directory / "out");
    std::ofstream{directory / "precious.txt"} << "mine";
    std::ofstream{directory / "out/other.txt"} << "mine";
    std::ofstream{directory / "out/tasks.export.json"} << R"({"files":[{"name":"../precious.txt"},{"name":"other.txt"},{"name":"tasks/../other.txt"},{"name":7},3]})";
    auto options = to(directory / "out");
    options.overwrite = true;
    static_cast<void>(exported(sampleTasks(), {}, options));
    CHECK(fs::exists(directory / "precious.txt"));
    CHECK(fs::exists(directory / "out/other.txt"));
}

TEST_CASE("an empty result is an empty file of points, not an error", "[exchange]")
{
    TemporaryDirectory directory;
    auto const format = GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv);
    auto const report = exported({}, {}, to(directory.path(), format));
    CHECK(report.tasks == 0);
    CHECK(report.complete());
    if (format == Format::Shapefile) {
        auto const points = geo::readTable(directory / "tasks_pt.shp").value();
        CHECK(points.rows.empty());
        CHECK(bytesOf(directory / "tasks_pt.shp").at(32) == 1); // the header's shape type: point
        CHECK(parseCsv(bytesOf(directory / "tasks_noloc.csv")).size() == 1);
    }
}

TEST_CASE("what makes no sense is refused before anything is written", "[exchange]")
{
    TemporaryDirectory directory;
    auto options = to(directory / "out");
    SECTION("a base name that is no file name") { options.baseName = GENERATE(as<std::string>{}, "", "../x", "a/b", "任务", "a b", "-x", ".x"); }
    SECTION("a CRS that is not offered") { options.epsg = GENERATE(0, 3857, 4326); }
    SECTION("an encoding that loses characters") { options.encoding = GENERATE(as<std::string>{}, "GBK", "CP936", "", "utf8"); }
    SECTION("metres in GeoJSON")
    {
        options.format = GENERATE(Format::GeoJson, Format::Csv);
        options.epsg = 4547;
    }
    SECTION("another encoding where there is no choice")
    {
        options.format = Format::GeoPackage;
        options.encoding = "GB18030";
    }
    CHECK(exportTasks(sampleTasks(), {}, options).error().code == ErrorCode::Usage);
    CHECK_FALSE(fs::exists(directory / "out"));
}
