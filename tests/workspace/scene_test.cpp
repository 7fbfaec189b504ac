#include "made.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;
using cartography::Status;

namespace {

ledger::TaskRow due(std::vector<std::string> const& dates, bool longTerm = false, std::string status = "under-way")
{
    auto task = tests::taskAt("t", geo::Shape::point({112, 38}), 10);
    for (auto const& date : dates) { task.deadline.dates.push_back(parseIsoDate(date).value()); }
    task.deadline.longTerm = longTerm;
    task.status = std::move(status);
    return task;
}

Status at(ledger::TaskRow const& task, char const* date) { return workspace::statusOf(task, parseIsoDate(date).value()); }

} // namespace

TEST_CASE("a task is overdue the day after its last date, and due soon for 30 days before", "[workspace]")
{
    auto const task = due({"2018-03-31", "2018-06-30"});
    CHECK(at(task, "2018-07-01") == Status::Overdue);
    CHECK(at(task, "2018-06-30") == Status::DueSoon);
    CHECK(at(task, "2018-05-31") == Status::DueSoon);
    CHECK(at(task, "2018-05-30") == Status::UnderWay);
}

TEST_CASE("long-term and closed tasks are never overdue", "[workspace]")
{
    CHECK(at(due({}, true), "2030-01-01") == Status::LongTerm);
    CHECK(at(due({"2018-06-30"}, true), "2030-01-01") == Status::LongTerm);
    CHECK(at(due({"2018-06-30"}, false, "closed"), "2030-01-01") == Status::Closed);
    CHECK(at(due({"2018-06-30"}, false, "accepted"), "2030-01-01") == Status::Accepted);
    CHECK(at(due({}), "2030-01-01") == Status::UnderWay);
}

TEST_CASE("the scene has a symbol for each located site, and own layers replace those that ship", "[workspace]")
{
    auto unlocated = tests::taskAt("u", {}, 0, place::Precision::Unlocated);
    auto const located = tests::taskAt("l", geo::Shape::point({112, 38}), 5000, place::Precision::Township);
    auto mine = tests::reserves();
    mine.features.resize(1);
    auto const scene = workspace::makeScene({tests::reserves()}, {mine}, {unlocated, located}, parseIsoDate("2020-01-01").value());
    REQUIRE(scene->symbols.size() == 1);
    CHECK(scene->symbols.front().taskId == "l");
    CHECK(scene->symbols.front().approximate);
    REQUIRE(scene->layers.size() == 1);
    CHECK(scene->layers.front().layer.features.size() == 1);
}
