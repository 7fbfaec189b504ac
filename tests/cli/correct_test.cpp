#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

/// A ledger with the sample plans, and one task and site of it.
struct Corrected : SampleLedger {
    std::string task, site;

    Corrected()
    {
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

TEST_CASE("a task whose units are corrected belongs to the counties that they stand for", "[cli]")
{
    Corrected const made;
    auto const before = made.tasks().at(0).at("counties");
    REQUIRE_FALSE(std::ranges::contains(before, json("襄汾县")));
    REQUIRE(made.call({"correct", "task", made.task, "--add-unit", "襄汾县人民政府=responsible", "--who", "张三"}).code == 0);
    CHECK(std::ranges::contains(made.tasks().at(0).at("counties"), json("襄汾县")));
    REQUIRE(made.call({"correct", "task", made.task, "--rename-unit", "襄汾县人民政府=安泽县人民政府"}).code == 0);
    auto const after = made.tasks().at(0).at("counties");
    CHECK(std::ranges::contains(after, json("安泽县")));
    CHECK_FALSE(std::ranges::contains(after, json("襄汾县")));
    auto const history = made.call({"history", made.task});
    CHECK(history.out.contains("安泽县人民政府 (responsible)"));
    CHECK_FALSE(history.out.contains("{\""));
    CHECK(made.call({"undo"}).code == 0);
    CHECK(made.call({"undo"}).code == 0);
    CHECK(made.tasks().at(0).at("counties") == before);
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

TEST_CASE("everywhere corrects all sites of the name, also after a pin that lies in another county", "[cli]")
{
    Corrected const made;
    std::map<std::string, std::vector<std::string>> byName;
    for (auto const& task : made.tasks()) {
        for (auto const& site : task.at("sites")) {
            if (site.at("adcode").is_string()) {
                byName[site.at("place").get<std::string>() + site.at("kind").get<std::string>() + site.at("adcode").get<std::string>()].push_back(site.at("id"));
            }
        }
    }
    auto const many = std::ranges::max_element(byName, {}, [](auto const& one) { return one.second.size(); });
    auto const& ids = many->second;
    REQUIRE(ids.size() > 1);
    REQUIRE(made.call({"correct", "site", ids[0], "--at", "111.5,36.1"}).code == 0); // in another county, even another city
    auto const done = made.of({"correct", "site", ids[0], "--at", "111.6,36.2", "--everywhere"});
    CHECK(done.size() == ids.size());
    std::size_t moved = 0, all = 0;
    for (auto const& task : made.tasks()) {
        for (auto const& site : task.at("sites")) {
            bool const meant = std::ranges::contains(ids, site.at("id").get<std::string>());
            bool const corrected = site.at("source").get<std::string>().starts_with("corrected by");
            moved += meant && corrected ? 1 : 0;
            all += corrected ? 1 : 0;
        }
    }
    CHECK(moved == ids.size());
    CHECK(all == ids.size()); // and no other
    REQUIRE(made.call({"undo"}).code == 0); // one step takes all of it back
    CHECK(made.of({"history", ids[1]}).at(0).at("state") == "undone");
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
