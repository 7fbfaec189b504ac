#include "program.hpp"

#include "geo/vector_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <csignal>
#include <format>
#include <fstream>

using namespace zhengtu::tests;
using nlohmann::json;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A square of metres round a place, near enough for what is asked here.
std::string square(double lon, double lat, double east0, double north0, double east1, double north1)
{
    double const x = 1 / 88'900.0, y = 1 / 110'980.0; // degrees a metre at 37 N
    auto const at = [&](double east, double north) { return std::format("[{:.9f},{:.9f}]", lon + east * x, lat + north * y); };
    return std::format("[[{},{},{},{},{}]]", at(east0, north0), at(east1, north0), at(east1, north1), at(east0, north1), at(east0, north0));
}

std::string feature(std::string const& properties, std::string const& type, std::string const& coordinates)
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates + "}}";
}

void writeCollection(std::string const& file, std::vector<std::string> const& features)
{
    std::ofstream out{file};
    out << R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) { out << (i == 0 ? "\n" : ",\n") << features[i]; }
    out << "\n]}\n";
}

json parsed(Run const& run)
{
    INFO(run.out << run.err);
    auto value = json::parse(run.out, nullptr, false);
    REQUIRE_FALSE(value.is_discarded());
    return value;
}

/// Three mines beside a zone of 1 km by 1 km at 112 E 37 N: one half in it, one 30 m away, one far.
struct Mines {
    TemporaryDirectory directory;
    std::string mines = directory / "mines.geojson", zones = directory / "zones.geojson";
    Mines()
    {
        writeCollection(mines, {feature(R"("id":"m1","name":"甲矿")", "Polygon", square(112, 37, 500, 0, 1500, 1000)),
                                feature(R"("id":"m2","name":"乙矿")", "Polygon", square(112, 37, 200, 1030, 800, 1630)),
                                feature(R"("id":"m3","name":"丙矿")", "Polygon", square(112, 37, 5000, 0, 6000, 1000))});
        writeCollection(zones, {feature(R"("id":"z1","name":"重点保护区","accuracy_m":10)", "Polygon", square(112, 37, 0, 0, 1000, 1000))});
    }
};

json mine(json const& outcome, std::string const& id)
{
    for (auto const& row : outcome["mines"]) {
        if (row["mine_id"] == id) { return row; }
    }
    throw std::runtime_error{"no mine " + id};
}

} // namespace

TEST_CASE("overlay mining takes zones and their pillar off each mine", "[overlay]")
{
    Mines const data;
    auto const file = data.directory / "left.gpkg";
    auto const done = run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "50m", "-o", file, "--json"});
    CHECK(done.code == 0);
    auto const outcome = parsed(done);
    CHECK(outcome["parameters"]["pillar"] == "50 m");
    CHECK(outcome["mines"].size() == 3);
    // half a square kilometre lies in the zone, a strip of 50 m beside it is the pillar
    auto const half = mine(outcome, "m1");
    CHECK(half["relation"] == "overlap");
    CHECK(half["answer"] == "yes");
    CHECK(half["why"] == "");
    CHECK_THAT(half["before_km2"].get<double>(), WithinRel(1.0, 2e-3));
    CHECK_THAT(half["overlap_km2"].get<double>(), WithinRel(0.5, 2e-3));
    CHECK_THAT(half["pillar_km2"].get<double>(), WithinRel(0.05, 0.02));
    CHECK_THAT(half["after_ha"].get<double>(), WithinRel(45.0, 3e-3));
    CHECK_THAT(half["after_mu"].get<double>(), WithinRel(675.0, 3e-3));
    CHECK_THAT(half["before_km2"].get<double>(), WithinAbs(half["overlap_km2"].get<double>() + half["pillar_km2"].get<double>() + half["after_km2"].get<double>(), 3e-6));
    // 30 m away: 20 m of the pillar reach into it
    auto const near = mine(outcome, "m2");
    CHECK(near["relation"] == "pillar only");
    CHECK(near["overlap_km2"] == 0);
    CHECK_THAT(near["pillar_km2"].get<double>(), WithinRel(0.012, 0.05));
    CHECK(mine(outcome, "m3")["relation"] == "apart");
    CHECK(mine(outcome, "m3")["answer"] == "no");
    CHECK(outcome["totals"]["mines_affected"] == 2);
    CHECK(outcome["error_m2"].get<double>() < 5000);

    auto const table = zhengtu::geo::readTable(file).value();
    CHECK(table.rows.size() == outcome["features"].size());
    CHECK(table.rows.size() == 5); // allowable, overlap and pillar; allowable and pillar
    CHECK(table.column("pillar_m") != zhengtu::geo::VectorTable::npos);
}

TEST_CASE("overlay mining asks for the pillar, and a pillar of nothing is one that was said", "[overlay]")
{
    Mines const data;
    CHECK(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones}).code == 2);
    CHECK(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "-5m"}).code == 2);
    CHECK(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "6km"}).code == 1);
    auto const outcome = parsed(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "0", "--json"}));
    CHECK(outcome["totals"]["mines_affected"] == 1); // the other one only touches nothing
    CHECK(mine(outcome, "m1")["pillar_km2"] == 0);
}

TEST_CASE("input that is broken is repaired or left out, and listed by id", "[overlay]")
{
    Mines const data;
    auto const broken = data.directory / "broken.geojson";
    writeCollection(broken, {feature(R"("id":"bow","name":"bow tie")", "Polygon", "[[[112,37],[112.01,37.01],[112.01,37],[112,37.01],[112,37]]]"),
                             feature(R"("id":"flat","name":"no area")", "Polygon", "[[[112,37],[112.01,37],[112.02,37],[112,37]]]"),
                             R"({"type":"Feature","properties":{"id":"none","name":"nowhere"},"geometry":null})",
                             feature(R"("id":"dot","name":"a line of no length")", "LineString", "[[112.005,37.002],[112.005,37.002]]")});
    auto const done = run({"overlay", "intersection", broken, data.zones, "--json"});
    CHECK(done.code == 3); // something was left out, and that is said
    auto const outcome = parsed(done);
    auto const& a = outcome["inputs"][0];
    CHECK(a["features"] == 4);
    CHECK(a["used"] == 2);
    std::vector<std::string> repaired, out;
    for (auto const& note : a["repaired"]) { repaired.push_back(note["id"]); }
    for (auto const& note : a["left_out"]) { out.push_back(note["id"]); }
    CHECK(repaired == std::vector<std::string>{"bow", "dot"});
    CHECK(out == std::vector<std::string>{"flat", "none"});
    CHECK(outcome["features"].size() == 2);
}

TEST_CASE("intersection, difference and union add up and are written for other programs", "[overlay]")
{
    Mines const data;
    auto const ending = GENERATE(as<std::string>{}, "gpkg", "shp", "geojson");
    CAPTURE(ending);
    auto const total = [](json const& outcome, char const* key) { return outcome["totals"].value(key, 0.0); };
    auto const shared = parsed(run({"overlay", "intersection", data.mines, data.zones, "--json", "-o", data.directory / ("shared." + ending)}));
    auto const left = parsed(run({"overlay", "difference", data.mines, data.zones, "--json", "-o", data.directory / ("left." + ending)}));
    auto const all = parsed(run({"overlay", "union", data.mines, data.zones, "--json", "-o", data.directory / ("all." + ending)}));
    CHECK(shared["features"].size() == 1);
    CHECK_THAT(shared["features"][0]["share"].get<double>(), WithinRel(0.5, 2e-3));
    CHECK(left["features"].size() == 3);
    CHECK(all["features"].size() == 5);
    CHECK_THAT(total(shared, "both_area_m2"), WithinRel(total(all, "both_area_m2"), 1e-12));
    CHECK_THAT(total(left, "a_area_m2"), WithinRel(total(all, "a_area_m2"), 1e-12));
    auto const name = ending == "shp" ? std::string{"all_pg.shp"} : "all." + ending;
    CHECK(zhengtu::geo::readTable(data.directory / name).value().rows.size() == 5);
    auto const again = run({"overlay", "union", data.mines, data.zones, "-o", data.directory / ("all." + ending)});
    CHECK(again.code == 1);
    CHECK(again.err.contains("--overwrite"));
}

TEST_CASE("overlay ring holds the target and what lies around it", "[overlay]")
{
    Mines const data;
    auto const outcome = parsed(run({"overlay", "ring", data.zones, "--distance", "2km", "--json"}));
    REQUIRE(outcome["features"].size() == 2);
    CHECK(outcome["features"][0]["zone"] == "target");
    // sides of 1 km grown by 2 km: four strips and a circle
    double const expected = 4 * 1 * 2 + 3.14159265 * 4;
    CHECK_THAT(outcome["features"][1]["area_km2"].get<double>(), WithinRel(expected, 3e-3));
    auto const clipped = parsed(run({"overlay", "ring", data.zones, "--distance", "2km", "--within", data.zones, "--json"}));
    CHECK(clipped["features"].size() == 1); // no ring is left in the target itself
    CHECK_THAT(clipped["totals"]["ring_unclipped_m2"].get<double>(), WithinRel(expected * 1e6, 3e-3));
    CHECK(run({"overlay", "ring", data.zones, "--distance", "0"}).code == 1);
    CHECK(run({"overlay", "ring", data.zones}).code == 2);
}

TEST_CASE("overlay bank tells main stems from tributaries by the table of rivers", "[overlay]")
{
    auto const outcome = parsed(run({"overlay", "bank", "river:汾河", "--main", "100m", "--tributary", "50m", "--json"}));
    bool water = false, line = false, tributary = false;
    for (auto const& strip : outcome["features"]) {
        bool const stem = strip["river"] == "汾河";
        CHECK(strip["zone"] == (stem ? "main" : "tributary"));
        CHECK(strip["distance_m"] == (stem ? 100 : 50));
        CHECK(strip["river"] != "黄河"); // what the stem itself runs into
        CHECK(strip["river"] != "桑干河"); // another basin
        water = water || (stem && strip["measured_from"] == "water");
        line = line || (stem && strip["measured_from"] == "centre line");
        tributary = tributary || strip["river"] == "潇河";
    }
    CHECK(water);
    CHECK(line);
    CHECK(tributary);
    bool said = false;
    for (auto const& note : outcome["notes"]) { said = said || note.get<std::string>().contains("half the river's width"); }
    CHECK(said);
}

TEST_CASE("overlay coverage finds gaps and overlaps of a grid", "[overlay]")
{
    TemporaryDirectory const directory;
    auto const area = directory / "area.geojson", good = directory / "good.geojson", bad = directory / "bad.geojson";
    writeCollection(area, {feature(R"("name":"city")", "Polygon", square(112, 37, 0, 0, 2000, 1000))});
    writeCollection(good, {feature(R"("name":"west")", "Polygon", square(112, 37, 0, 0, 1000, 1000)), feature(R"("name":"east")", "Polygon", square(112, 37, 1000, 0, 2000, 1000))});
    writeCollection(bad, {feature(R"("name":"west")", "Polygon", square(112, 37, 0, 0, 900, 1000)), feature(R"("name":"middle")", "Polygon", square(112, 37, 1000, 0, 1600, 1000)),
                          feature(R"("name":"east")", "Polygon", square(112, 37, 1550, 0, 2000, 1000))});
    auto const whole = run({"overlay", "coverage", good, "--within", area, "--json"});
    CHECK(whole.code == 0);
    CHECK(parsed(whole)["totals"]["gaps"] == 0);
    auto const torn = run({"overlay", "coverage", bad, "--within", area, "--json", "-o", directory / "faults.gpkg"});
    CHECK(torn.code == 3);
    auto const outcome = parsed(torn);
    REQUIRE(outcome["features"].size() == 2);
    CHECK(outcome["features"][0]["zone"] == "gap");
    CHECK_THAT(outcome["features"][0]["area_ha"].get<double>(), WithinRel(10.0, 3e-3));
    CHECK(outcome["features"][1]["zone"] == "overlap");
    CHECK(outcome["features"][1]["cells"] == "middle;east");
    CHECK_THAT(outcome["features"][1]["area_ha"].get<double>(), WithinRel(5.0, 3e-3));
    // with a wide tolerance the same faults are slivers, which are told and decide nothing
    auto const tolerant = run({"overlay", "coverage", bad, "--within", area, "--sliver", "200m", "--json"});
    CHECK(tolerant.code == 0);
    CHECK(parsed(tolerant)["totals"]["slivers"] == 2);
}

TEST_CASE("a result is a layer of the ledger, and asks nothing of layers of others", "[overlay]")
{
    Mines const data;
    auto const ledger = data.directory / "l.gpkg";
    auto arguments = samples();
    arguments.insert(arguments.begin(), "import");
    arguments.insert(arguments.end(), {"-l", ledger, "--as-of", "2026-01-01"});
    REQUIRE(run(arguments).code != 1);
    CHECK(run({"overlay", "difference", data.mines, data.zones, "--save-as", "left"}).code == 1); // no ledger
    CHECK(run({"overlay", "difference", data.mines, data.zones, "-l", ledger, "--save-as", "counties"}).code == 1);
    REQUIRE(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "50m", "-l", ledger, "--save-as", "allowable"}).code == 0);
    auto const info = run({"layers", "info", "allowable", "-l", ledger});
    CHECK(info.code == 0);
    CHECK(info.out.contains("pillar: 50 m"));
    // and can be asked of and cut with again, by its id and zone
    auto const again = parsed(run({"overlay", "intersection", "allowable", data.zones, "-l", ledger, "--json"}));
    CHECK(again["inputs"][0]["features"] == 5);
    REQUIRE(run({"overlay", "mining", "--mines", data.mines, "--zone", data.zones, "--pillar", "60m", "-l", ledger, "--save-as", "allowable"}).code == 0);
    CHECK(run({"layers", "info", "allowable", "-l", ledger}).out.contains("pillar: 60 m"));
}

TEST_CASE("nothing that is asked for is guessed at", "[overlay]")
{
    Mines const data;
    for (auto const& what : {"no-such-kind", "reserve:没有这个保护区", "spring_zone:晋祠:core"}) {
        CAPTURE(what);
        auto const done = run({"overlay", "intersection", what, data.zones});
        CHECK(done.code == 1);
        CHECK(done.err.contains("error:"));
    }
    auto const zone = parsed(run({"overlay", "intersection", "spring_zone:晋祠:key", "spring_zone:晋祠:重点保护区", "--json"}));
    CHECK(zone["inputs"][0]["features"] == zone["inputs"][1]["features"]);
    CHECK_THAT(zone["features"][0]["share"].get<double>(), WithinAbs(1, 1e-9));
}

TEST_CASE("an overlay that is stopped ends with 130 and writes nothing", "[overlay]")
{
    Mines const data;
    std::string const output = data.directory / "out.gpkg", pipe = data.directory / "pipe.geojson";
    auto const done = runUntilItReads({"overlay", "mining", "--mines", data.mines, "--zone", pipe, "--pillar", "50m", "-o", output}, pipe, SIGINT);
    INFO(done.out << done.err);
    CHECK(done.code == 130);
    CHECK(done.out.empty());
    CHECK_FALSE(std::filesystem::exists(output));
}
