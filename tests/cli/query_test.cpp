#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace zhengtu::tests;
using nlohmann::json;

TEST_CASE("a query that is stopped ends with 130 and writes nothing", "[cli][query]")
{
    SampleLedger const sample;
    auto const before = bytesOf(sample.ledger);
    auto const signal = GENERATE(SIGINT, SIGTERM);
    std::string const output = sample.directory / "out.geojson";
    // A target that never comes to an end of being read: a pipe that nobody writes to.
    auto const done = runUntilItReads({"query", "within", sample.directory / "pipe.geojson", "-o", output, "--save-as", "asked", "--ledger", sample.ledger},
                                      sample.directory / "pipe.geojson", signal);
    INFO(done.out << done.err);
    CHECK(done.code == 130);
    CHECK(done.out.empty());
    CHECK(done.err.contains("stopped: nothing was written"));
    CHECK_FALSE(std::filesystem::exists(output));
    CHECK(bytesOf(sample.ledger) == before);
}

TEST_CASE("a saved question gives the answer of the question itself", "[cli][query]")
{
    SampleLedger const sample;
    std::vector<std::string> const question{"within", "county:晋源区", "--category", "water", "--and", "near air_station 20km", "--ledger", sample.ledger};
    auto asked = question, saved = question;
    asked.insert(asked.begin(), "query");
    saved.insert(saved.begin(), {"query", "save", "晋源水"});
    auto const rows = jsonOf(asked);
    REQUIRE(run(saved).code == 0);
    CHECK(jsonOf({"query", "run", "晋源水", "--ledger", sample.ledger}) == rows);
    auto const list = jsonOf({"query", "list", "--ledger", sample.ledger});
    REQUIRE(list.size() == 1);
    CHECK(list[0]["name"] == "晋源水");
    CHECK(list[0]["query"]["terms"].size() == 2);
    CHECK(run(saved).code == 0); // the same again changes nothing
    CHECK(run({"query", "save", "晋源水", "within", "county:小店区", "--ledger", sample.ledger}).code == 1);
    auto const unknown = run({"query", "run", "别的", "--ledger", sample.ledger});
    CHECK(unknown.code == 1);
    CHECK(unknown.err.contains("晋源水"));
    CHECK(run({"query", "remove", "晋源水", "--ledger", sample.ledger}).code == 0);
    CHECK(jsonOf({"query", "list", "--ledger", sample.ledger}).empty());
}

TEST_CASE("features of a file that cannot be asked against are told, and what is mended", "[cli][query]")
{
    SampleLedger const sample;
    std::string const file = sample.directory / "zones.csv", broken = sample.directory / "broken.csv";
    std::ofstream{file} << "id,wkt\n"
                           "all,\"POLYGON ((105 30,120 30,120 45,105 45,105 30))\"\n"
                           "cut,\"POLYGON ((112.5 37.8,112.6\"\n"
                           "none,\n"
                           "bow,\"POLYGON ((112 37,113 38,113 37,112 38,112 37))\"\n";
    std::ofstream{broken} << "id,wkt\na,\nb,POINT EMPTY\n";
    std::vector<std::string> const question{"query", "within", file, "--ledger", sample.ledger};
    auto const found = run(question);
    CHECK(found.code == 3);
    CHECK(found.out.contains("yes"));
    CHECK(found.err.contains("left out: 2 cut"));
    CHECK(found.err.contains("left out: 3 none: has no geometry"));
    CHECK(found.err.contains("repaired: 4 bow: invalid polygon: Self-intersection"));
    auto counted = question;
    counted.insert(counted.end(), {"--count-by", "county"});
    CHECK(run(counted).code == 3);
    auto const nothing = run({"query", "near", broken, "--distance", "2km", "--ledger", sample.ledger});
    CHECK(nothing.code == 1);
    CHECK(nothing.err.contains("nor with 1 more of it"));
}

TEST_CASE("every question of the command line is answered", "[cli][query]")
{
    SampleLedger const sample;
    auto const within = jsonOf({"query", "within", "county:晋源区", "--ledger", sample.ledger});
    auto const meets = jsonOf({"query", "intersects", "county:晋源区", "--ledger", sample.ledger});
    CHECK(meets.size() >= within.size());
    for (auto const& row : within) {
        CHECK(row["probability"].get<double>() >= 0);
        CHECK(row["probability"].get<double>() <= 1);
        if (row["answer"] == "yes") { CHECK(row["probability"] == 1.0); }
    }
    auto const nearest = jsonOf({"query", "nearest", "air_station", "--k", "3", "--ledger", sample.ledger});
    REQUIRE(nearest.size() >= 3);
    CHECK(nearest[0]["distance_m"].get<double>() <= nearest[2]["distance_m"].get<double>());
    auto const counts = jsonOf({"query", "within", "county:晋源区", "--count-by", "county", "--ledger", sample.ledger});
    std::size_t sites = 0, zeros = 0;
    for (auto const& row : counts) {
        sites += row["sites"].get<std::size_t>();
        zeros += row["sites"] == 0 ? 1 : 0;
    }
    CHECK(sites == within.size());
    CHECK(zeros > 0);
    static_cast<void>(jsonOf({"query", "touches", "county:晋源区", "--ledger", sample.ledger}));
}

TEST_CASE("questions that make no sense end with an error that helps", "[cli][query]")
{
    SampleLedger const sample;
    CHECK(run({"query", "nearest", "air_station", "--k", "0", "--ledger", sample.ledger}).code == 2);
    CHECK(run({"query", "near", "air_station", "--ledger", sample.ledger}).code == 2);
    CHECK(run({"query", "save", "within", "--ledger", sample.ledger}).code == 2);
    CHECK(run({"query", "within", "county:晋源区", "--count-by", "colour", "--ledger", sample.ledger}).code == 2);
    auto const condition = run({"query", "within", "county:晋源区", "--and", "beside it", "--ledger", sample.ledger});
    CHECK(condition.code == 1);
    CHECK(condition.err.contains("near air_station 2km"));
}
