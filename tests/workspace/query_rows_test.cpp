#include "made.hpp"

#include "core/identity.hpp"
#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"
#include "support/temporary_directory.hpp"
#include "workspace/query_counts.hpp"
#include "workspace/spatial_query.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <format>

using namespace zhengtu;
using namespace zhengtu::workspace;
using tests::feature;
using tests::square;
using tests::TemporaryDirectory;

namespace {

Date const day{std::chrono::year{2025}, std::chrono::month{3}, std::chrono::day{1}};

/// Problems of two measures each, their sites in rows of a hundred, every third known to 3 km, every seventh not at all.
ledger::PlanRecord record(int problems)
{
    ledger::PlanRecord record;
    record.fileName = "甲.txt";
    record.encoding = "UTF-8";
    record.sourceText = "甲市整改方案";
    record.sha256 = sha256(record.sourceText);
    record.plan.id = stableId("p", record.sourceText);
    record.plan.title = "甲市整改方案";
    record.plan.kind = plan::PlanKind::Rectification;
    for (int i = 0; i < problems; ++i) {
        plan::Problem problem;
        problem.id = std::format("{}-{:04}", record.plan.id, i);
        problem.no = std::format("{}.", i);
        problem.body.text = i % 5 == 0 ? "渣土堆放在河道。" : "污水直排。";
        problem.categories = {i % 2 == 0 ? "water" : "solid-waste"};
        for (int k = 0; k < 2; ++k) {
            plan::Task task;
            task.id = std::format("{}-{:02}", problem.id, k);
            task.no = std::format("（{}）", k);
            task.body.text = std::format("清理{}", i);
            task.units = {{plan::UnitRole::Lead, {i % 3 == 0 ? "市水务局" : "市生态环境局", {}}}};
            place::Site site;
            site.id = task.id + "-s1";
            site.taskId = task.id;
            site.place = std::format("{}村", i);
            site.reason = "同句";
            int const number = 2 * i + k;
            if (number % 7 != 0) {
                site.shape = geo::Shape::point({112 + 0.01 * (number % 100), 37 + 0.01 * (number / 100)});
                site.precision = number % 3 == 0 ? place::Precision::Village : place::Precision::Exact;
                site.radiusM = number % 3 == 0 ? 3000 : 0;
                site.county = number % 100 < 50 ? "东县" : "西县";
                site.adcode = number % 100 < 50 ? "140101" : "140102";
            }
            record.sites.push_back(std::move(site));
            record.taskCounties.emplace_back();
            problem.tasks.push_back(std::move(task));
        }
        record.plan.problems.push_back(std::move(problem));
    }
    return record;
}

std::vector<geo::Layer> layers()
{
    auto reserves = tests::reserves();
    reserves.features = {feature("r1", "青石核心", "reserve", square(112.5, 37.2, 0.05)), feature("r2", "青石缓冲", "reserve", square(112.5, 37.2, 0.2))};
    reserves.features[0].zone = "core";
    reserves.features[1].zone = "buffer";
    for (auto& zone : reserves.features) { zone.parent = "青石"; }
    geo::Layer stations;
    stations.id = stations.kind = "air_station";
    stations.features = {feature("a1", "一站", "air_station", geo::Shape::point({112.305, 37.1})), feature("a2", "二站", "air_station", geo::Shape::point({112.71, 37.21}))};
    return {reserves, stations};
}

std::string words(QueryRow const& row)
{
    auto text = std::format("{} {} {} {} | {} {} {} {} | {} {} {} {} {} {}", row.task.id, row.task.taskText, row.task.problemText, row.task.units.front().name.text, row.site.id, row.site.place,
                            row.site.reason, row.site.radiusM, row.zone, row.zoneRole, analysis::name(row.hit.answer), row.hit.distanceM, row.hit.reason, row.others);
    for (auto const& other : row.also) { text += other.term + other.hit.reason; }
    return text;
}

} // namespace

TEST_CASE("rows that are read by and by are those of whole tasks", "[workspace][query]")
{
    TemporaryDirectory const directory;
    auto ledger = ledger::Ledger::open(directory / "a.gpkg", true).value();
    REQUIRE(ledger.import({record(2200)}, day).has_value()); // more than are read at once
    std::string const term = GENERATE("within reserve", "near air_station 30km", "nearest air_station 3000", "intersects reserve:青石");
    bool const two = GENERATE(false, true);
    std::string const text = GENERATE("", "渣土");
    CAPTURE(term, two, text);
    SpatialQuery query;
    query.terms = {termOf(term).value()};
    if (two) { query.terms.push_back(termOf("near air_station:二站 60km").value()); }
    query.filter.text = text;
    auto const whole = ask(ledger.tasks().value(), layers(), query, day).value();
    auto const table = ledger.sites(text).value();
    auto const found = ask(table, layers(), query, day).value();
    REQUIRE(found.hits.size() == whole.rows.size());
    CHECK(found.asked.size() == whole.tasks);
    CHECK(found.others == whole.others);
    CHECK(whole.rows.size() > (text.empty() ? 100U : 10U));
    auto pages = ledger.taskPages().value();
    std::size_t row = 0;
    auto const read = eachRow(found.hits, table, pages, [&](QueryRow const& one) -> Result<void> {
        CHECK(words(one) == words(whole.rows[row++]));
        return {};
    });
    REQUIRE(read.has_value());
    CHECK(row == whole.rows.size());
    auto const tasks = ledger.tasks().value();
    auto const made = ledger::SiteTable::of(tasks, text);
    auto const foundInTasks = ask(made, layers(), query, day).value();
    for (auto const by : {GroupBy::County, GroupBy::Unit, GroupBy::Category, GroupBy::Zone}) {
        auto const counts = countBy(by, found, table, layers()), wholes = countBy(by, foundInTasks, made, layers());
        REQUIRE(counts.size() == wholes.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            CHECK(counts[i].key == wholes[i].key);
            CHECK(counts[i].asked == wholes[i].asked);
            CHECK(counts[i].yes == wholes[i].yes);
            CHECK(counts[i].maybe == wholes[i].maybe);
            CHECK(counts[i].expected == wholes[i].expected);
            CHECK(counts[i].sites == wholes[i].sites);
        }
    }
}

TEST_CASE("what a visitor refuses ends the reading", "[workspace][query]")
{
    TemporaryDirectory const directory;
    auto ledger = ledger::Ledger::open(directory / "a.gpkg", true).value();
    REQUIRE(ledger.import({record(20)}, day).has_value());
    auto const table = ledger.sites().value();
    SpatialQuery query;
    query.terms = {termOf("near air_station 500km").value()};
    auto const found = ask(table, layers(), query, day).value();
    auto pages = ledger.taskPages().value();
    std::size_t seen = 0;
    auto const read = eachRow(found.hits, table, pages, [&](QueryRow const&) -> Result<void> { return ++seen < 3 ? Result<void>{} : fail(ErrorCode::Storage, "full"); });
    CHECK(read.error().code == ErrorCode::Storage);
    CHECK(seen == 3);
}
