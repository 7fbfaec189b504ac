#include "made.hpp"

#include "workspace/task_context.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace zhengtu;
using namespace zhengtu::workspace;
using tests::taskAt;

namespace {

/// Reserves, a spring domain far to the west, an industrial park beside the reserve.
std::vector<geo::Layer> layers()
{
    geo::Layer springs, parks;
    springs.id = "springs";
    springs.kind = "spring_zone";
    springs.features = {tests::feature("s", "甲泉域", "spring_zone", tests::square(111, 38, 0.1))};
    parks.id = "parks";
    parks.kind = "park";
    parks.features = {tests::feature("p", "某工业园区", "park", tests::square(112.25, 38, 0.02))};
    return {tests::reserves(), springs, parks};
}

TaskContext contextAt(geo::Shape shape, double radiusM = 10, place::Precision precision = place::Precision::Exact)
{
    return contextOf(taskAt("a", std::move(shape), radiusM, precision), layers()).value();
}

TaskContext contextAt(double lon, double radiusM = 10) { return contextAt(geo::Shape::point({lon, 38.0}), radiusM); }

geo::Feature finding(std::string id, std::vector<std::pair<std::string, std::string>> more)
{
    auto made = tests::feature(std::move(id), "某厂", "rule_finding", {});
    made.more = std::move(more);
    return made;
}

geo::Layer findings(std::string id, std::vector<geo::Feature> features)
{
    geo::Layer layer;
    layer.id = std::move(id);
    layer.kind = "rule_finding";
    layer.features = std::move(features);
    return layer;
}

std::vector<std::string> aboutTask(ledger::TaskRow const& task, std::vector<geo::Layer> const& of)
{
    std::vector<std::string> ids;
    auto const context = contextOf(task, of).value();
    for (auto const& layer : context.findings) {
        for (auto const& feature : layer.features) { ids.push_back(feature.id); }
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a task in a zone has that zone with its role, and no nearest one of that kind beside it", "[workspace][context]")
{
    auto const context = contextAt(112.0);
    REQUIRE(context.zones.size() == 1);
    CHECK(context.zones.front().zone == "青山省级自然保护区");
    CHECK(context.zones.front().zoneRole == "core");
    CHECK(context.zones.front().hit.position == analysis::Position::Inside);
    CHECK(context.nearby.empty());
}

TEST_CASE("outside, the nearest zone of a kind is told in metres up to five kilometres", "[workspace][context]")
{
    auto const metres = [](double lon) { // the edge is at 112.2 degrees; a degree of longitude is 87.8 km there
        auto const context = contextAt(lon);
        CHECK(context.zones.empty());
        return context.nearby.size() == 1 ? context.nearby.front().row.hit.distanceM : -1;
    };
    CHECK(std::abs(metres(112.22) - 1'756) < 5);
    CHECK(std::abs(metres(112.256) - 4'917) < 10);
    CHECK(metres(112.258) == -1); // 5.1 km
    auto const context = contextAt(112.22);
    CHECK(context.nearby.front().kind == "reserve");
    CHECK(context.nearby.front().row.zone == "青山省级自然保护区"); // the whole, not its ring; an industrial park is no protection
}

TEST_CASE("what may lie in a zone is told as maybe and not as near it as well", "[workspace][context]")
{
    auto const context = contextAt(112.205, 3'000); // 440 m outside, known to 3 km
    REQUIRE(context.zones.size() == 1);
    CHECK(context.zones.front().hit.answer == analysis::Answer::Maybe);
    CHECK(context.nearby.empty());
}

TEST_CASE("a place known by its county alone has no distance to anything", "[workspace][context]")
{
    auto const wide = contextAt(tests::square(112.23, 38, 0.01), 0, place::Precision::County);
    CHECK(wide.nearby.empty());
    auto const works = contextAt(tests::square(112.23, 38, 0.01), 0, place::Precision::Facility); // the thing itself: its edge counts
    REQUIRE(works.nearby.size() == 1);
    CHECK(std::abs(works.nearby.front().row.hit.distanceM - 1'756) < 5);
    CHECK(contextAt(geo::Shape{}, 0, place::Precision::Unlocated).nearby.empty());
}

TEST_CASE("of several sites the nearest to each kind counts", "[workspace][context]")
{
    auto task = taskAt("a", geo::Shape::point({112.23, 38}), 10);
    auto const more = taskAt("b", geo::Shape::point({111.12, 38}), 10); // 1.8 km from the spring domain
    task.sites.push_back(more.sites.front());
    auto const context = contextOf(task, layers()).value();
    REQUIRE(context.nearby.size() == 2);
    CHECK(context.nearby[0].kind == "spring_zone"); // by distance
    CHECK(context.nearby[1].kind == "reserve");
    CHECK(context.nearby[0].row.hit.distanceM < context.nearby[1].row.hit.distanceM);
}

TEST_CASE("findings are about a task whose id they name, whole, or whose problem a statement stands in", "[workspace][context]")
{
    auto task = taskAt("p1-01-02", geo::Shape{}, 0, place::Precision::Unlocated);
    task.problemId = "p1-01";
    std::vector const all{findings("rule_findings", {finding("own", {{"task_id", "p1-01-01;p1-01-02"}}), finding("longer", {{"task_id", "p1-01-020"}}), finding("none", {})}),
                          findings("claim_findings", {finding("claim", {{"task_id", "p1-01-01"}, {"owner", "p1-01"}}), finding("other", {{"task_id", "p1-01-01"}, {"owner", "p1-01-01"}})}),
                          findings("recurrences", {finding("earlier", {{"task_id", "p2-01-01"}, {"earlier_tasks", "p1-01-02"}})}),
                          findings("query", {finding("no-finding", {{"task_id", "p1-01-02"}})})};
    CHECK(aboutTask(task, all) == Ids{"own", "claim", "earlier"});
}

TEST_CASE("whether rules and statements were looked at is told apart from nothing found", "[workspace][context]")
{
    auto const task = taskAt("a", geo::Shape{}, 0, place::Precision::Unlocated);
    CHECK_FALSE(contextOf(task, {}).value().rulesWereRun);
    auto const context = contextOf(task, {findings("rule_findings", {})}).value();
    CHECK(context.rulesWereRun);
    CHECK_FALSE(context.claimsWereRun);
    CHECK(context.findings.empty());
}
