#include "made.hpp"

#include "support/temporary_directory.hpp"
#include "workspace/query_counts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <chrono>

using namespace zhengtu;
using namespace zhengtu::workspace;
using tests::taskAt;

namespace {

Date const day{std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}};

/// Reserves, three counties of two cities, two stations.
std::vector<geo::Layer> layers()
{
    geo::Layer counties, stations;
    counties.id = "counties";
    counties.kind = "county";
    for (auto const& [name, city, lon] : {std::tuple{"甲县", "东市", 112.0}, {"乙县", "东市", 112.4}, {"丙县", "西市", 110.0}}) {
        auto county = tests::feature(name, name, "county", tests::square(lon, 38, 0.2));
        county.city = city;
        counties.features.push_back(county);
    }
    stations.id = "air_stations";
    stations.kind = "air_station";
    stations.features = {tests::feature("1", "甲站", "air_station", geo::Shape::point({112.0, 38.0})), tests::feature("2", "乙站", "air_station", geo::Shape::point({112.4, 38.0}))};
    return {tests::reserves(), counties, stations};
}

ledger::TaskRow task(std::string id, double lon, std::string county, double radiusM = 10, std::string category = "air")
{
    auto made = taskAt(std::move(id), geo::Shape::point({lon, 38.0}), radiusM);
    made.sites.front().county = county;
    made.counties = {std::move(county)};
    made.categories = {std::move(category)};
    return made;
}

std::vector<ledger::TaskRow> tasks()
{
    return {task("a", 112.0, "甲县"), task("b", 112.15, "甲县", 10, "water"), task("c", 112.199, "甲县", 500), task("d", 112.45, "乙县")};
}

SpatialQuery query(std::vector<std::string> const& terms)
{
    SpatialQuery made;
    for (auto const& words : terms) { made.terms.push_back(termOf(words).value()); }
    return made;
}

std::vector<std::string> idsOf(std::vector<std::string> const& terms)
{
    std::vector<std::string> ids;
    auto const answer = ask(tasks(), layers(), query(terms), day).value();
    for (auto const& row : answer.rows) { ids.push_back(row.task.id); }
    std::ranges::sort(ids);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a distance is read with its unit", "[workspace][query]")
{
    auto const [text, metres] = GENERATE(table<std::string, double>(
        {{"300", 300}, {"500m", 500}, {"500 m", 500}, {"2km", 2000}, {"0.5km", 500}, {"2公里", 2000}, {"50米", 50}, {"20千米", 20000}, {"3里", 1500}, {"2华里", 1000}, {"2 km", 2000}, {"0.5KM", 500}, {"0", 0}, {"500M", 500}}));
    CAPTURE(text);
    REQUIRE(workspace::metresOf(text).has_value());
    CHECK(*workspace::metresOf(text) == metres);
}

TEST_CASE("what is no distance is refused", "[workspace][query]")
{
    auto const text = GENERATE(as<std::string>{}, "", "km", "-5m", "2 degrees", "2°", "1e999", "nan", "inf", "5 m 3", "2mi", "2m2", "两公里", "2,5km", "1e308km");
    CAPTURE(text);
    CHECK_FALSE(workspace::metresOf(text).has_value());
}

TEST_CASE("conditions in words are read, and what makes no sense is refused with an example", "[workspace][query]")
{
    CHECK(termOf("within reserve:青山") == QueryTerm{.target = "reserve:青山", .zoneRole = {}});
    CHECK(termOf("  near  air_station   2km ").value().distanceM == 2000);
    CHECK(termOf("near 河流 500米").value().target == "河流");
    CHECK(termOf("near 省道 S102 500").value().target == "省道 S102");
    CHECK(termOf("nearest river 5").value().count == 5);
    CHECK(termOf("touches POLYGON((1 1, 2 1, 2 2, 1 1))").value().target == "POLYGON((1 1, 2 1, 2 2, 1 1))");
    auto const wrong = GENERATE("", "within", "beside reserve:青山", "near air_station", "near 2km", "near air_station -5m", "near air_station 2 km", "nearest river",
                                "nearest river 0", "nearest river x", "near air_station nan", "near air_station 1e999km", "withinreserve:青山");
    CAPTURE(wrong);
    auto const refused = termOf(wrong);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::Usage);
    CHECK(refused.error().cure.contains("near air_station 2km"));
}

TEST_CASE("all conditions must hold of the same site", "[workspace][query]")
{
    CHECK(idsOf({"within reserve:青山"}) == Ids{"a", "b", "c"});
    CHECK(idsOf({"within reserve:青山", "near air_station 2km"}) == Ids{"a"});
    CHECK(idsOf({"near air_station 5km", "within county:乙县"}) == Ids{"d"});
    CHECK(idsOf({"within county:丙县"}).empty());
    CHECK(idsOf({"nearest 乙站 1"}) == Ids{"d"});
    // the nearest of those of which the rest holds, wherever it stands
    CHECK(idsOf({"nearest 乙站 1", "within reserve:青山"}) == Ids{"c"});
    CHECK(idsOf({"within reserve:青山", "nearest 乙站 1"}) == Ids{"c"});
}

TEST_CASE("two tasks at one place and one that has a site elsewhere are told apart by their sites", "[workspace][query]")
{
    auto both = task("e", 112.0, "甲县");
    auto elsewhere = both.sites.front();
    elsewhere.id = "e-s2";
    elsewhere.shape = geo::Shape::point({112.45, 38.0});
    both.sites.push_back(elsewhere);
    // one site lies in the reserve, the other in 乙县: no site lies in both
    CHECK(ask({both}, layers(), query({"within reserve:青山", "within county:乙县"}), day).value().rows.empty());
    CHECK(ask({both}, layers(), query({"within reserve:青山"}), day).value().rows.size() == 1);
}

TEST_CASE("an answer is as weak as its weakest condition", "[workspace][query]")
{
    auto const answer = ask(tasks(), layers(), query({"near 甲站 50km", "within reserve:青山"}), day).value();
    auto const row = std::ranges::find(answer.rows, "c", [](QueryRow const& one) { return one.task.id; });
    REQUIRE(row != answer.rows.end());
    CHECK(row->hit.answer == analysis::Answer::Maybe);
    REQUIRE(row->hit.probability.has_value());
    CHECK(*row->hit.probability > 0.5);
    CHECK(*row->hit.probability < 0.8);
    REQUIRE(row->also.size() == 1);
    CHECK(row->also.front().term == "within reserve:青山");
    CHECK(row->hit.reason.contains("from the edge"));
    auto certain = query({"near 甲站 50km", "within reserve:青山"});
    certain.certainOnly = true;
    auto const sure = ask(tasks(), layers(), certain, day).value();
    CHECK(std::ranges::none_of(sure.rows, [](QueryRow const& one) { return one.task.id == "c"; }));
    CHECK(sure.rows.size() == answer.rows.size() - 1);
}

TEST_CASE("a filter keeps tasks, and the role of the zone is the innermost", "[workspace][query]")
{
    auto asked = query({"within reserve:青山"});
    asked.filter.category = "water";
    auto const answer = ask(tasks(), layers(), asked, day).value();
    REQUIRE(answer.rows.size() == 1);
    CHECK(answer.rows.front().task.id == "b");
    CHECK(answer.rows.front().zoneRole == "buffer");
    CHECK(answer.tasks == 1);
}

TEST_CASE("a query that makes no sense is refused before anything is asked", "[workspace][query]")
{
    CHECK(ask(tasks(), layers(), {}, day).error().code == ErrorCode::Usage);
    CHECK(ask(tasks(), layers(), query({"nearest 乙站 1", "nearest 甲站 1"}), day).error().code == ErrorCode::Usage);
    CHECK(ask(tasks(), layers(), query({"within reserve:白山"}), day).error().code == ErrorCode::NotFound);
    auto grown = query({"near 乙站 1km"});
    grown.terms.front().bufferM = 5;
    CHECK(ask(tasks(), layers(), grown, day).error().code == ErrorCode::Usage);
}

TEST_CASE("counts are those of the hits, zeros too", "[workspace][query]")
{
    auto const answer = ask(tasks(), layers(), query({"within reserve:青山"}), day).value();
    auto const by = [&](GroupBy what) { return countBy(what, answer, tasks(), layers()); };
    auto const counties = by(GroupBy::County);
    REQUIRE(counties.size() == 2); // of the city that the tasks are in; 丙县 lies in another
    CHECK(counties[0].key == "甲县");
    CHECK(counties[0].asked == 3);
    CHECK(counties[0].yes == 2);
    CHECK(counties[0].maybe == 1);
    CHECK(counties[0].expected > 2.5);
    CHECK(counties[0].expected < 2.8);
    CHECK(counties[1].key == "乙县");
    CHECK(counties[1].asked == 1);
    CHECK(counties[1].yes + counties[1].maybe == 0);
    auto const categories = by(GroupBy::Category);
    REQUIRE(categories.size() == 2);
    CHECK(categories[0].sites + categories[1].sites == answer.rows.size());
    auto const zones = by(GroupBy::Zone);
    REQUIRE(zones.size() >= 2);
    CHECK(zones[0].key == "青山省级自然保护区 core");
    CHECK(zones[0].yes == 1);
    auto const none = countBy(GroupBy::Zone, ask(tasks(), layers(), query({"within reserve:青石"}), day).value(), tasks(), layers());
    REQUIRE(none.size() == 1);
    CHECK(none.front().yes + none.front().maybe == 0);
    auto const units = by(GroupBy::Unit); // no task has a unit
    REQUIRE(units.size() == 1);
    CHECK(units.front().key.empty());
    CHECK(units.front().sites == 3);
}

TEST_CASE("a stored query reads back as it was, and a broken one is refused", "[workspace][query]")
{
    auto whole = query({"within reserve:青山", "near air_station 2km", "nearest river 5"});
    whole.terms.front().zoneRole = "core";
    whole.terms.front().bufferM = 100;
    whole.filter = {.plan = "p", .county = "甲县", .category = "air", .unit = "局", .role = "lead", .text = "\"\\\n", .deadline = "overdue"};
    whole.certainOnly = true;
    CHECK(queryFrom(definitionOf(whole)) == whole);
    CHECK(queryFrom(definitionOf(query({"touches county:乙县"}))) == query({"touches county:乙县"}));
    auto const broken = GENERATE("", "null", "[]", "{}", R"({"v":2,"terms":[]})", R"({"v":1,"terms":[]})", R"({"v":1,"terms":[5]})", R"({"v":1,"terms":{"predicate":"within"}})",
                                 R"({"v":1,"terms":[{"predicate":"beside","target":"x"}]})", R"({"v":1,"terms":[{"predicate":"within","target":7}]})",
                                 R"({"v":1,"terms":[{"predicate":"near","target":"x","distance_m":-1}]})", R"({"v":1,"terms":[{"predicate":"nearest","target":"x","count":-1}]})",
                                 R"({"v":"1","terms":[{"predicate":"within","target":"x"}]})");
    CAPTURE(broken);
    CHECK_FALSE(queryFrom(broken).has_value());
}

TEST_CASE("queries are saved in a ledger under a name, replaced only when asked, and removed", "[workspace][query]")
{
    tests::TemporaryDirectory const directory;
    auto ledger = ledger::Ledger::open(directory.path() / "l.gpkg", true).value();
    CHECK(ledger.queries().value().empty());
    auto const core = query({"within reserve:青山"}), other = query({"near air_station 2km"});
    REQUIRE(saveQuery(ledger, layers(), "青山", core, false, "w", day).has_value());
    CHECK(saveQuery(ledger, layers(), "青山", core, false, "w", day).has_value()); // it is saved so already
    CHECK(saveQuery(ledger, layers(), "青山", other, false, "w", day).error().code == ErrorCode::FileExists);
    CHECK(saveQuery(ledger, layers(), "白山", query({"within reserve:白山"}), false, "w", day).error().code == ErrorCode::NotFound);
    CHECK(saveQuery(ledger, layers(), "", core, false, "w", day).error().code == ErrorCode::Usage);
    REQUIRE(saveQuery(ledger, layers(), "青山", other, true, "w", day).has_value());
    auto const saved = ledger.queries().value();
    REQUIRE(saved.size() == 1);
    CHECK(saved.front().name == "青山");
    CHECK(queryFrom(saved.front().definition) == other);
    CHECK(ledger.removeQuery("白山", "w", day).error().code == ErrorCode::NotFound);
    REQUIRE(ledger.removeQuery("青山", "w", day).has_value());
    CHECK(ledger.queries().value().empty());
    auto const events = ledger.events().value();
    REQUIRE(events.size() == 3);
    CHECK(events[0].what == "query-saved");
    CHECK(events[1].what == "query-replaced");
    CHECK(events[2].what == "query-removed");
}
