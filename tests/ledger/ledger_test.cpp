#include "sample.hpp"

#include "core/resources.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace fs = std::filesystem;

namespace {

Ledger filled(fs::path const& path, std::vector<PlanRecord> const& records)
{
    auto ledger = Ledger::open(path, true);
    REQUIRE(ledger.has_value());
    auto const outcomes = ledger->import(records, asOf);
    CAPTURE(outcomes ? std::string{} : describe(outcomes.error()));
    REQUIRE(outcomes.has_value());
    return std::move(*ledger);
}

} // namespace

TEST_CASE("what is imported is read back whole", "[ledger]")
{
    TemporaryDirectory directory;
    auto const record = sampleRecord("晋源区");
    auto const ledger = filled(directory / "a.gpkg", {record});
    auto const tasks = ledger.tasks().value();
    REQUIRE(tasks.size() == 3);
    auto const& first = tasks[0];
    auto const& problem = record.plan.problems[0];
    CHECK(first.id == problem.tasks[0].id);
    CHECK(first.problemId == problem.id);
    CHECK(first.planTitle == record.plan.title);
    CHECK(first.section == "一、大气污染防治");
    CHECK(first.problemNo == "（1）");
    CHECK(first.taskNo == "1.");
    CHECK(first.feedbackNo == 1);
    CHECK(first.problemText == problem.body.text);
    CHECK(first.goals == "完成清理\n恢复植被");
    CHECK(first.taskText == "清理煤矸石");
    CHECK(first.categories == problem.categories);
    CHECK(first.units == problem.tasks[0].units);
    CHECK(first.counties == std::vector<std::string>{"晋源区", "小店区"});
    CHECK(first.deadline == problem.tasks[0].deadline);
    CHECK(first.status == "under-way");
    CHECK(first.problemSpan == problem.body.span);
    CHECK(first.taskSpan == problem.tasks[0].body.span);
    CHECK(tasks[1].status == "accepted");
    REQUIRE(first.sites.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        auto const& site = first.sites[i];
        auto const& given = record.sites[i];
        CHECK(site.id == given.id);
        CHECK(site.place == given.place);
        CHECK(site.kind == given.kind);
        CHECK(site.span == given.span);
        CHECK(site.county == given.county);
        CHECK(site.adcode == given.adcode);
        CHECK(site.shape == given.shape);
        CHECK(site.precision == given.precision);
        CHECK(site.radiusM == given.radiusM);
        CHECK(site.score == given.score);
        CHECK(site.featureId == given.featureId);
        CHECK(site.source == given.source);
        CHECK(site.schematic == given.schematic);
        CHECK(site.figure == given.figure);
        CHECK(site.reason == given.reason);
        REQUIRE(site.candidates.size() == 2);
        CHECK(site.candidates[1].name == "汾河水库");
        CHECK(site.candidates[0].score == 0.4);
    }
    CHECK(ledger.sourceText(record.plan.id).value() == record.sourceText);
    CHECK(ledger.sourceText("p0").error().code == ErrorCode::NotFound);
}

TEST_CASE("the page that a measure stands on is kept, and none is made up", "[ledger]")
{
    TemporaryDirectory directory;
    auto record = sampleRecord("晋源区");
    CHECK_FALSE(filled(directory / "a.gpkg", {record}).tasks().value().front().page.has_value());
    record.positions.pages = {0, 1};
    record.positions.paragraphs = {0};
    auto const tasks = filled(directory / "b.gpkg", {record}).tasks().value();
    CHECK(tasks.front().page == 2);
    CHECK(tasks.front().paragraph == 1);
}

TEST_CASE("a problem that lists no measure is a task by itself", "[ledger]")
{
    TemporaryDirectory directory;
    auto const record = sampleRecord("晋源区");
    auto const ledger = filled(directory / "a.gpkg", {record});
    auto const last = ledger.tasks().value().back();
    CHECK(last.id == record.plan.problems[1].id);
    CHECK(last.taskText.empty());
    CHECK(last.units == record.plan.problems[1].units);
    CHECK(last.deadline == record.plan.problems[1].deadline);
    CHECK(last.counties == std::vector<std::string>{"清徐县"});
    CHECK_FALSE(last.feedbackNo.has_value());
    CHECK(last.section.empty());
    REQUIRE(last.sites.size() == 1);
    CHECK(last.sites[0].precision == place::Precision::Unlocated);
    CHECK(last.sites[0].shape.empty());
}

TEST_CASE("plans are listed with their counts, in the order of their import", "[ledger]")
{
    TemporaryDirectory directory;
    auto broken = sampleRecord("阳曲县");
    broken.plan.checks[0].ok = false;
    auto const ledger = filled(directory / "a.gpkg", {sampleRecord("晋源区"), broken});
    auto const plans = ledger.plans().value();
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].region == "晋源区");
    CHECK(plans[0].kind == "rectification");
    CHECK(plans[0].year == 2018);
    CHECK(plans[0].problems == 2);
    CHECK(plans[0].tasks == 3);
    CHECK(plans[0].located == 2);
    CHECK(plans[0].complete);
    CHECK_FALSE(plans[1].complete);
}

TEST_CASE("the same document twice changes nothing, not a byte", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto record = sampleRecord("晋源区");
    auto ledger = filled(path, {record});
    auto const before = bytesOf(path);
    record.fileName = "copy of it.txt";
    CHECK(ledger.import({record}, Date{}).value() == std::vector{ImportOutcome::Unchanged});
    CHECK(ledger.import({record, record}, asOf).value() == std::vector{ImportOutcome::Unchanged, ImportOutcome::Unchanged});
    CHECK(bytesOf(path) == before);
}

TEST_CASE("the same imports at the same date give the same bytes", "[ledger]")
{
    TemporaryDirectory directory;
    std::string bytes[2];
    for (int i = 0; i < 2; ++i) {
        auto const path = directory / std::to_string(i);
        auto ledger = filled(path, {sampleRecord("晋源区"), largeRecord("阳曲县", 40)});
        REQUIRE(ledger.import({largeRecord("阳曲县", 50, "修订")}, asOf).has_value());
        REQUIRE(ledger.putLayer(sampleLayer(), asOf).has_value());
        REQUIRE(ledger.putLayer(sampleLayer(), asOf).has_value());
        bytes[i] = bytesOf(path);
    }
    CHECK(bytes[0] == bytes[1]);
}

TEST_CASE("a corrected document replaces the old one and leaves its history", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", {sampleRecord("晋源区"), sampleRecord("阳曲县")});
    auto const task = sampleRecord("晋源区").plan.problems[0].tasks[1].id;
    REQUIRE(ledger.setStatus(task, "closed", "张三", asOf).has_value());
    auto corrected = sampleRecord("晋源区", "（更正）");
    corrected.plan.problems[0].tasks[1].deadline.said.text = "2020年底前";
    corrected.plan.problems.pop_back();
    corrected.sites.pop_back();
    corrected.taskCounties.pop_back();
    CHECK(ledger.import({corrected}, asOf).value() == std::vector{ImportOutcome::Replaced});

    auto const plans = ledger.plans().value();
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].region == "晋源区"); // keeps its place
    CHECK(plans[0].sha256 == corrected.sha256);
    auto const tasks = ledger.tasks().value();
    REQUIRE(tasks.size() == 5);
    CHECK(tasks[0].taskText == "清理煤矸石（更正）");
    CHECK(tasks[1].status == "closed"); // a person's word outlives the document
    std::vector<std::string> told;
    auto const events = ledger.events().value();
    for (auto const& event : events) { told.push_back(event.what); }
    CHECK(told == std::vector<std::string>{"imported", "imported", "status", "replaced", "measure", "deadline", "task-removed"});
    auto const& status = events.at(2);
    CHECK(status.id == "e00000003");
    CHECK(status.when == "2024-06-30");
    CHECK(status.who == "张三");
    CHECK(status.oldValue == "accepted");
    CHECK(status.newValue == "closed");
    // Nothing of the old text is left in any table.
    CHECK(sql(directory / "a.gpkg", "SELECT count(*) FROM sites_point WHERE plan_id = '" + corrected.plan.id + "'") == "2");
    CHECK(sql(directory / "a.gpkg", "SELECT count(*) FROM rtree_sites_point_geom") == "4");
}

TEST_CASE("a document read better is replaced though its bytes are the same", "[ledger]")
{
    TemporaryDirectory directory;
    auto record = sampleRecord("晋源区");
    auto ledger = filled(directory / "a.gpkg", {record});
    record.sites[0].radiusM = 50;
    CHECK(ledger.import({record}, asOf).value() == std::vector{ImportOutcome::Replaced});
    auto const events = ledger.events().value();
    REQUIRE(events.size() >= 2);
    CHECK(events[events.size() - 2].what == "read-again");
    CHECK(events.back().what == "relocated");
    CHECK(ledger.tasks().value()[0].sites[0].radiusM == 50);
}

TEST_CASE("all of an import or none of it", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto record = sampleRecord("晋源区");
    auto const fault = GENERATE(as<int>{}, 0, 1, 2, 3, 4, 5);
    switch (fault) {
    case 0: record.sites[0].taskId = "nobody"; break;
    case 1: record.sites[0].shape = {}; break;
    case 2: record.sites.back().shape = geo::Shape::point({1, 1}); break;
    case 3: record.sites[1].id = record.sites[0].id; break;
    case 4: record.plan.id.clear(); break;
    default: record.taskCounties.pop_back(); break;
    }
    CAPTURE(fault);
    SECTION("a new ledger is not made")
    {
        auto ledger = Ledger::open(path, true).value();
        auto const outcome = ledger.import({sampleRecord("阳曲县"), record}, asOf);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code == ErrorCode::Usage);
        CHECK(fs::is_empty(directory.path()));
    }
    SECTION("an old ledger stays as it is")
    {
        auto ledger = filled(path, {sampleRecord("古交市")});
        auto const before = bytesOf(path);
        CHECK_FALSE(ledger.import({sampleRecord("阳曲县"), record}, asOf).has_value());
        CHECK(bytesOf(path) == before);
        CHECK(ledger.plans().value().size() == 1);
    }
}

TEST_CASE("two plans that claim one site are refused whole", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", {sampleRecord("晋源区")});
    auto other = sampleRecord("晋源区");
    other.plan.id = "p0123456789";
    CHECK_FALSE(ledger.import({other}, asOf).has_value());
    CHECK(ledger.plans().value().size() == 1);
    CHECK(ledger.import({sampleRecord("阳曲县")}, asOf).has_value()); // the ledger is still of use
}

TEST_CASE("a new ledger appears with its first change, and everyone sees the same one", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "new.gpkg";
    auto window = Ledger::open(path, true).value();
    auto worker = Ledger::open(path, true).value();
    CHECK(window.plans().value().empty());
    CHECK(window.tasks().value().empty());
    CHECK(window.layers().value().empty());
    CHECK(fs::is_empty(directory.path()));
    REQUIRE(worker.import({sampleRecord("晋源区")}, asOf).has_value());
    CHECK(window.plans().value().size() == 1);
    REQUIRE(window.import({sampleRecord("阳曲县")}, asOf).has_value());
    CHECK(worker.plans().value().size() == 2);
    CHECK(std::ranges::distance(fs::directory_iterator{directory.path()}) == 1); // nothing else is left beside it
}

TEST_CASE("the history cannot be rewritten", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto const ledger = filled(path, {sampleRecord("晋源区")});
    auto const statement = GENERATE(as<std::string>{}, "UPDATE events SET who = 'x'", "DELETE FROM events",
                                    "INSERT OR REPLACE INTO events (fid, event_id) VALUES (1, 'x')",
                                    "REPLACE INTO events (event_id) VALUES ('e00000001')");
    CAPTURE(statement);
    CHECK(sql(path, statement) == "the history is append-only");
    CHECK(ledger.events().value().size() == 1);
}

TEST_CASE("a layer is read back as it was put, and replaced whole", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", {});
    auto const layer = sampleLayer();
    REQUIRE(ledger.putLayer(layer, asOf).has_value());
    geo::Layer second;
    second.id = "查询 结果";
    second.title = "查询";
    REQUIRE(ledger.putLayer(second, asOf).has_value());
    auto changed = layer;
    changed.title = "新";
    changed.features.erase(changed.features.begin() + 1); // no point is left
    REQUIRE(ledger.putLayer(changed, asOf).has_value());
    auto const layers = ledger.layers().value();
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].title == "新");
    CHECK(layers[0].titleEn == layer.titleEn);
    CHECK(layers[0].style == layer.style);
    CHECK(layers[0].schematic);
    CHECK(layers[1].id == "查询 结果");
    CHECK(layers[1].features.empty());
    REQUIRE(layers[0].features.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        auto const& given = changed.features[i];
        auto const& read = layers[0].features[i];
        CHECK(read.id == given.id);
        CHECK(read.name == given.name);
        CHECK(read.aliases == given.aliases);
        CHECK(read.accuracyM == given.accuracyM);
        CHECK(read.schematic == given.schematic);
        CHECK(read.more == given.more);
        CHECK(read.shape == given.shape);
    }
    CHECK(sql(directory / "a.gpkg", "SELECT count(*) FROM gpkg_contents WHERE table_name LIKE 'layer_hotspots%'") == "2");
    CHECK(sql(directory / "a.gpkg", "SELECT typeof(rank) FROM layer_hotspots_polygon LIMIT 1") == "integer");
}

TEST_CASE("a layer that cannot be kept is refused", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg", {sampleRecord("晋源区")});
    auto layer = sampleLayer();
    auto const fault = GENERATE(as<int>{}, 0, 1, 2);
    if (fault == 0) { layer.id.clear(); }
    else { layer.features[0].more.emplace_back(fault == 1 ? "" : "a\nb", "x"); }
    CAPTURE(fault);
    CHECK(ledger.putLayer(layer, asOf).error().code == ErrorCode::Usage);
    CHECK(ledger.layers().value().empty());
}

TEST_CASE("layers are renamed, put in another order and removed, each with its event, and refused what makes no sense", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "l.gpkg", {});
    auto layer = sampleLayer();
    std::vector<std::string> ids;
    for (auto const* id : {"a", "b", "c"}) {
        layer.id = id;
        ids.emplace_back(id);
        REQUIRE(ledger.putLayer(layer, asOf).has_value());
    }
    auto const order = [&] {
        std::string all;
        auto const layers = ledger.layers().value();
        for (auto const& one : layers) { all += one.id; }
        return all;
    };
    REQUIRE(ledger.renameLayer("b", "东部", "张三", asOf).has_value());
    auto const renamed = ledger.layers().value();
    CHECK(renamed[1].title == "东部");
    CHECK(renamed[1].features.size() == layer.features.size());
    auto const told = ledger.events().value();
    CHECK(told.back().what == "layer-renamed");
    CHECK(told.back().newValue == "东部");
    REQUIRE(ledger.renameLayer("b", "东部", "张三", asOf).has_value()); // it has that title
    CHECK(ledger.events().value().size() == told.size());
    CHECK(ledger.renameLayer("b", " ", "张三", asOf).error().code == ErrorCode::Usage);
    CHECK(ledger.renameLayer("x", "y", "张三", asOf).error().code == ErrorCode::NotFound);

    REQUIRE(ledger.orderLayers({"c", "a", "b"}, asOf).has_value());
    CHECK(order() == "cab");
    CHECK_FALSE(ledger.orderLayers({"c", "a"}, asOf).has_value());
    CHECK_FALSE(ledger.orderLayers({"c", "a", "a"}, asOf).has_value());
    CHECK_FALSE(ledger.orderLayers({"c", "a", "b", "b"}, asOf).has_value());
    CHECK(order() == "cab");
    layer.id = "a"; // made again it keeps its place
    REQUIRE(ledger.putLayer(layer, asOf).has_value());
    CHECK(order() == "cab");

    REQUIRE(ledger.restyleLayer("b", "graduated:user:PM10", asOf).has_value());
    auto const restyled = ledger.layers().value();
    CHECK(restyled[2].style == "graduated:user:PM10");
    CHECK(restyled[2].title == "东部");
    CHECK(ledger.restyleLayer("x", "user", asOf).error().code == ErrorCode::NotFound);

    REQUIRE(ledger.removeResult("c", "张三", asOf).has_value());
    CHECK(order() == "ab");
    CHECK(ledger.removeResult("c", "张三", asOf).error().code == ErrorCode::NotFound);
    layer.id = "own";
    layer.origin = geo::LayerOrigin::User;
    REQUIRE(ledger.putLayer(layer, asOf).has_value());
    CHECK(ledger.removeResult("own", "张三", asOf).error().code == ErrorCode::Usage); // tasks are placed by it
    CHECK(order() == "abown");
}
