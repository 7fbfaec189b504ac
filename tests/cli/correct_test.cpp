#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

/// A ledger with the sample plans, and one task and site of it.
struct Corrected {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";
    std::string task, site;

    Corrected()
    {
        auto arguments = samples();
        arguments.insert(arguments.begin(), "import");
        arguments.insert(arguments.end(), {"--ledger", ledger, "--as-of", "2026-01-01"});
        REQUIRE(run(arguments).code == 0);
        task = tasks().at(0).at("id");
        site = tasks().at(0).at("sites").at(0).at("id");
    }
    [[nodiscard]] Run call(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--ledger", ledger, "--as-of", "2026-01-02"});
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
};

} // namespace

TEST_CASE("a corrected task and its history are what was asked for, and undo takes them back", "[cli]")
{
    Corrected const made;
    auto const before = made.tasks();
    auto const done = made.of({"correct", "task", made.task, "--deadline", "2024-06-30", "--status", "accepted", "--who", "张三"});
    CHECK(done.size() == 2);
    auto const after = made.tasks().at(0);
    CHECK(after.at("deadline").at("dates") == json{"2024-06-30"});
    CHECK(after.at("deadline").at("text") == before.at(0).at("deadline").at("text")); // as printed
    CHECK(after.at("status") == "accepted");
    auto const history = made.of({"history", made.task});
    CHECK(history.at(0).at("who") == "张三");
    CHECK(history.at(0).at("state") == "applied");
    CHECK(made.call({"undo"}).code == 0); // one step
    CHECK(made.tasks() == before);
    CHECK(made.of({"history", made.task}).at(0).at("state") == "undone");
    CHECK(made.call({"redo"}).code == 0);
    CHECK(made.tasks().at(0) == after);
}

TEST_CASE("a pin is where a query finds the site at once", "[cli]")
{
    Corrected const made;
    REQUIRE(made.call({"correct", "site", made.site, "--at", "112.55,37.87", "--radius", "30m", "--who", "张三"}).code == 0);
    auto const site = made.tasks().at(0).at("sites").at(0);
    CHECK(site.at("precision") == "exact");
    CHECK(site.at("radius_m") == 30);
    CHECK(site.at("source") == "corrected by 张三");
    auto const found = made.of({"query", "near", "POINT (112.55 37.87)", "--distance", "100m"});
    CHECK(std::ranges::any_of(found, [&](json const& row) { return row.at("site").at("id") == made.site; }));
    REQUIRE(made.call({"correct", "site", made.site, "--reset"}).code == 0);
    CHECK(made.tasks().at(0).at("sites").at(0).at("precision") != "exact");
}

TEST_CASE("a correction that cannot be is refused with the cure", "[cli]")
{
    Corrected const made;
    auto const before = made.tasks();
    auto const arguments = GENERATE_REF(
        as<std::vector<std::string>>{}, std::vector<std::string>{"task", made.task + "9", "--status", "closed"}, std::vector<std::string>{"task", made.task},
        std::vector<std::string>{"task", made.task, "--deadline", "2024-02-30"}, std::vector<std::string>{"task", made.task, "--role", "无此单位=lead"},
        std::vector<std::string>{"task", made.task, "--split", "没有这句话"}, std::vector<std::string>{"site", made.site},
        std::vector<std::string>{"site", made.site, "--at", "37.87,112.55"}, std::vector<std::string>{"site", made.site, "--at", "112.55"},
        std::vector<std::string>{"site", made.site, "--at", "112.55,37.87", "--reset"}, std::vector<std::string>{"site", made.site, "--county", "无此县"},
        std::vector<std::string>{"site", made.site, "--candidate", "99"},
        std::vector<std::string>{"site", made.site, "--wkt", "POLYGON ((112 37, 113 38, 113 37, 112 38, 112 37))"});
    auto command = arguments;
    command.insert(command.begin(), "correct");
    auto const done = made.call(command);
    CAPTURE(arguments, done.err);
    CHECK(done.code == 1);
    CHECK(done.err.contains("cure:"));
    CHECK(made.tasks() == before);
}
