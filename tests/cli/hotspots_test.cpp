#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

struct Gathered : SampleLedger {
    [[nodiscard]] auto hotspots(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), "hotspots");
        arguments.insert(arguments.end(), {"--ledger", ledger, "--as-of", "2026-01-01"});
        return run(arguments);
    }
};

} // namespace

TEST_CASE("counties have their rates with intervals, the warning of small numbers, and add up", "[cli][hotspots]")
{
    Gathered const made;
    auto const done = made.hotspots({"counties", "--json"});
    INFO(done.err);
    REQUIRE(done.code == 0);
    auto const answer = json::parse(done.out);
    CHECK(answer["layer"] == "hotspots_counties");
    REQUIRE_FALSE(answer["features"].empty());
    int last = 1'000'000;
    for (auto const& county : answer["features"]) {
        int const count = std::stoi(county["count"].get<std::string>());
        CHECK(count <= last);
        last = count;
        double const rate = std::stod(county["rate"].get<std::string>());
        CHECK(std::stod(county["rate_low"].get<std::string>()) <= rate);
        CHECK(rate <= std::stod(county["rate_high"].get<std::string>()));
        CHECK(county["small_number"] == (count < 20 ? "yes" : "no"));
    }
    CHECK_FALSE(answer["warnings"].empty());
    auto const layers = run({"layers", "list", "--ledger", made.ledger});
    CHECK(layers.out.contains("hotspots_counties"));
}

TEST_CASE("a result goes to a file alone when one is named, and is the same each time", "[cli][hotspots]")
{
    Gathered const made;
    auto const method = GENERATE(as<std::vector<std::string>>{}, std::vector<std::string>{"counties"}, std::vector<std::string>{"gi", "--by", "county", "--permutations", "199"});
    auto once = method;
    once.insert(once.end(), {"-o", made.directory / "a.geojson"});
    auto again = method;
    again.insert(again.end(), {"-o", made.directory / "b.geojson"});
    auto const first = made.hotspots(once);
    INFO(first.err);
    REQUIRE(first.code == 0);
    REQUIRE(made.hotspots(again).code == 0);
    auto const bytes = [](std::string const& file) {
        std::ifstream stream{file, std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{stream}, {}};
    };
    auto text = bytes(made.directory / "b.geojson");
    auto const named = text.find(R"("name":"b")"); // the collection is called as the file
    REQUIRE(named != std::string::npos);
    text[named + 8] = 'a';
    CHECK(bytes(made.directory / "a.geojson") == text);
    CHECK_FALSE(run({"layers", "list", "--ledger", made.ledger}).out.contains("hotspots_"));
    CHECK(made.hotspots(once).code == 1); // not written over
}

TEST_CASE("what cannot be counted or weighed is said with the cure, and nothing is stored", "[cli][hotspots]")
{
    Gathered const made;
    auto const [arguments, code, words] = GENERATE(table<std::vector<std::string>, int, std::string>({
        {{"counties", "--weight", "unicorn=2"}, 1, "unicorn"},
        {{"counties", "--weight", "air"}, 2, "mine=2"},
        {{"counties", "--per", "none.csv"}, 2, "per-field"},
        {{"counties", "--per", "none.csv", "--per-field", "population"}, 1, "none.csv"},
        {{"counties", "-o", "x.tif"}, 1, "density"},
        {{"density", "--radius", "5 degrees"}, 2, "distance"},
        {{"gi", "--permutations", "3"}, 2, "99"},
        {{"gi", "--by", "street"}, 2, "street"},
        {{"dbscan", "--min", "1"}, 2, "2"},
    }));
    auto const done = made.hotspots(arguments);
    CAPTURE(arguments, done.out, done.err);
    CHECK(done.code == code);
    CHECK((done.err + done.out).contains(words));
    CHECK_FALSE(run({"layers", "list", "--ledger", made.ledger}).out.contains("hotspots_"));
    CHECK_FALSE(std::filesystem::exists("x.tif"));
}

TEST_CASE("a table of a denominator is read, and a county that it lacks is named", "[cli][hotspots]")
{
    Gathered const made;
    std::ofstream{made.directory / "few.csv"} << "county,population\n无此县,100\n";
    auto const lacking = made.hotspots({"counties", "--per", made.directory / "few.csv", "--per-field", "population"});
    CHECK(lacking.code == 1);
    CHECK(lacking.err.contains("no population is given for"));
    std::ofstream{made.directory / "bad.csv"} << "county,population\n甲县,many\n";
    auto const bad = made.hotspots({"counties", "--per", made.directory / "bad.csv", "--per-field", "population"});
    CHECK(bad.code == 1);
    CHECK(bad.err.contains("row 1"));
}

TEST_CASE("hotspots alone still needs its ledger and finds clusters", "[cli][hotspots]")
{
    Gathered const made;
    CHECK(run({"hotspots"}).code == 2);
    CHECK(made.hotspots({}).code == 0);
}

TEST_CASE("cells of sites far apart stay so small that a band of two rings is allowed", "[cli][hotspots]")
{
    Gathered const made;
    auto const tasks = jsonOf({"tasks", "--ledger", made.ledger, "--as-of", "2026-01-01"});
    std::vector<std::string> sites;
    for (auto const& task : tasks) {
        for (auto const& site : task.at("sites")) { sites.push_back(site.at("id")); }
    }
    for (auto const& [site, at] : {std::pair{sites.front(), "100.5,39.5"}, {sites.back(), "120.5,30.5"}}) {
        REQUIRE(run({"correct", "site", site, "--at", at, "--ledger", made.ledger, "--as-of", "2026-01-01"}).code == 0);
    }
    auto const done = made.hotspots({"gi", "--by", "cell", "--permutations", "99"});
    INFO(done.err);
    REQUIRE(done.code == 0);
    CHECK(done.out.contains("cell_m: 48780"));
    CHECK(done.out.contains("band_m: 99999"));
}
