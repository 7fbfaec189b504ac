#include "made.hpp"

#include "geo/measure.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using tests::taskAt;

namespace {

std::vector<geo::Feature> zones() { return workspace::targets({tests::reserves()}, "reserve:青山").value(); }

} // namespace

TEST_CASE("the zones of one reserve are asked as a whole, and the role is told", "[workspace]")
{
    auto const inCore = taskAt("a", geo::Shape::point({112.0, 38.0}), 10);
    auto const inBuffer = taskAt("b", geo::Shape::point({112.15, 38.0}), 10);
    auto const atTheLine = taskAt("c", geo::Shape::point({112.1, 38.0}), 500); // inside for certain, but in which zone?
    auto const outside = taskAt("d", geo::Shape::point({112.5, 38.0}), 10);
    auto const rows = workspace::queryWithin({inCore, inBuffer, atTheLine, outside}, zones());
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].zone == "青山省级自然保护区");
    CHECK((*rows)[0].zoneRole == "core");
    CHECK((*rows)[1].zoneRole == "buffer");
    CHECK((*rows)[2].hit.answer == analysis::Answer::Yes);
    CHECK((*rows)[2].zoneRole == "core|buffer");
}

TEST_CASE("a site known badly is maybe, with the reason", "[workspace]")
{
    auto const rows = workspace::queryWithin({taskAt("a", geo::Shape::point({112.25, 38.0}), 20'000, place::Precision::Township)}, zones());
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().hit.answer == analysis::Answer::Maybe);
    CHECK_FALSE(rows->front().hit.reason.empty());
}

TEST_CASE("near gives each site once, with the nearest of several, certain ones first", "[workspace]")
{
    std::vector<geo::Feature> const stations{tests::feature("1", "甲站", "air_station", geo::Shape::point({112.00, 38.0})),
                                             tests::feature("2", "乙站", "air_station", geo::Shape::point({112.01, 38.0}))};
    auto const badly = taskAt("a", geo::Shape::point({112.03, 38.0}), 5000, place::Precision::Township);
    auto const between = taskAt("b", geo::Shape::point({112.008, 38.0}), 1);
    auto const rows = workspace::queryNear({badly, between}, stations, 1000);
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 2);
    CHECK(rows->front().task.id == "b");
    CHECK(rows->front().zone == "乙站");
    CHECK(rows->front().others == 1);
    CHECK(rows->back().hit.answer == analysis::Answer::Maybe);
}

TEST_CASE("after the certain come the places that are known, then the counties, the likeliest first", "[workspace]")
{
    auto const county = [](char const* id, double lon) {
        return taskAt(id, tests::square(lon, 38.0, 0.2), 0, place::Precision::County);
    };
    auto const rows = workspace::queryWithin({county("a fifth", 112.3), county("most", 112.05),
                                              taskAt("near", geo::Shape::point({112.21, 38.0}), 5000, place::Precision::Township),
                                              taskAt("at the edge", geo::Shape::point({112.19, 38.0}), 5000, place::Precision::Village),
                                              taskAt("in", geo::Shape::point({112.0, 38.0}), 10)},
                                             zones());
    REQUIRE(rows.has_value());
    std::vector<std::string> order;
    for (auto const& row : *rows) { order.push_back(row.task.id); }
    CHECK(order == std::vector<std::string>{"in", "at the edge", "near", "most", "a fifth"});
    CHECK_FALSE((*rows)[2].knownByAreaOnly());
    CHECK(rows->back().knownByAreaOnly());
}

TEST_CASE("a ledger without sites is asked without error", "[workspace]")
{
    CHECK(workspace::queryWithin({}, zones()).value().empty());
    CHECK(workspace::queryNear({}, zones(), 1000).value().empty());
}

TEST_CASE("a grown zone reaches as many metres further", "[workspace]")
{
    auto const river = tests::feature("r", "小河", "river", {geo::ShapeType::Line, {geo::Part{{{112, 38}, {112, 38.1}}, {}}}});
    auto const grown = workspace::grown({river}, 100).value();
    auto const edge = geo::extentOf(grown.front().shape).maxLon;
    CHECK_THAT(geo::distanceM({112, 38.05}, {edge, 38.05}), Catch::Matchers::WithinAbs(100, 1));
}

TEST_CASE("a result becomes a layer that names its tasks", "[workspace]")
{
    auto const rows = workspace::queryWithin({taskAt("a", geo::Shape::point({112.0, 38.0}), 10)}, zones()).value();
    auto const layer = workspace::asLayer(rows, "asked", "青山");
    REQUIRE(layer.features.size() == 1);
    CHECK(layer.features.front().more.front() == std::pair<std::string, std::string>{"task_id", "a"});
}
