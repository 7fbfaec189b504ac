#include "child.hpp"
#include "sample.hpp"

#include "ledger/anchor.hpp"
#include "ledger/correction_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <functional>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace fs = std::filesystem;

namespace {

std::string const region = "晋源区";

Ledger filled(fs::path const& path)
{
    auto ledger = Ledger::open(path, true).value();
    REQUIRE(ledger.import({sampleRecord(region), sampleRecord("阳曲县")}, asOf).has_value());
    return ledger;
}

/// Ids in the first sample plan.
struct Ids {
    PlanRecord record = sampleRecord(region);
    std::string problem = record.plan.problems[0].id;
    std::string first = record.plan.problems[0].tasks[0].id;
    std::string second = record.plan.problems[0].tasks[1].id;
    std::string bare = record.plan.problems[1].id;
};

PlaceChange placed(geo::Shape shape)
{
    PlaceChange change;
    change.how = "pin";
    change.to.precision = shape.empty() ? place::Precision::Unlocated : place::Precision::Exact;
    change.to.radiusM = shape.empty() ? 0 : 50;
    change.to.shape = std::move(shape);
    change.to.score = 1;
    change.to.county = "小店区";
    change.to.adcode = "140105";
    change.to.source = "corrected by 张三";
    change.to.reason = "drawn by hand as a pin";
    return change;
}

Date day(int year, unsigned month, unsigned dayOfMonth) { return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}}; }

struct Case {
    std::string name;
    std::vector<Correction> corrections;
};

/// One of each kind.
std::vector<Case> cases()
{
    Ids const id;
    geo::Shape const line{geo::ShapeType::Line, {{{{112.5, 37.5}, {112.6, 37.6}}, {}}}};
    geo::Shape const area{geo::ShapeType::Polygon, {{{{112, 37}, {112.1, 37}, {112.1, 37.1}, {112, 37}}, {}}}};
    return {{"status", {{id.first, StatusChange{"closed"}}}},
            {"deadline", {{id.first, DeadlineChange{plan::DeadlineKind::Date, {day(2024, 6, 30)}, false}}}},
            {"no deadline", {{id.first, DeadlineChange{}}}},
            {"unit's role", {{id.first, UnitChange{UnitName{plan::UnitRole::Lead, "市生态环境局"}, UnitName{plan::UnitRole::Cooperating, "市生态环境局"}}}}},
            {"unit added", {{id.first, UnitChange{std::nullopt, UnitName{plan::UnitRole::Lead, "市水务局"}}}}},
            {"unit dropped", {{id.first, UnitChange{UnitName{plan::UnitRole::Person, "王某"}, std::nullopt}}}},
            {"categories", {{id.first, CategoryChange{{"water"}}}}},
            {"text of a measure", {{id.first, TextChange{"清理全部煤矸石"}}}},
            {"text of a goal", {{id.problem + "-g2", TextChange{"恢复全部植被"}}}},
            {"text of a problem", {{id.bare, TextChange{"沿河堆放粉煤灰。"}}}},
            {"split", {{id.first, Split{2, {}}}}},
            {"merge", {{id.first, Merge{id.second}}}},
            {"merge backwards", {{id.second, Merge{id.first}}}},
            {"measure is a goal", {{id.second, Relabel{PassageKind::Goal, {}}}}},
            {"measure is a note", {{id.first, Relabel{PassageKind::Note, {}}}}},
            {"goal is a measure", {{id.problem + "-g1", Relabel{PassageKind::Measure, {}}}}},
            {"goal is a note", {{id.problem + "-g1", Relabel{PassageKind::Note, {}}}}},
            {"pin", {{id.first + "-s1", placed(geo::Shape::point({112.55, 37.87}))}}},
            {"line", {{id.first + "-s1", placed(line)}}},
            {"area for what was nowhere", {{id.bare + "-s1", placed(area)}}},
            {"not a place", {{id.first + "-s2", placed({})}}},
            {"several at once", {{id.first, StatusChange{"closed"}}, {id.first + "-s1", placed(line)}, {id.second, TextChange{"恢复"}}}}};
}

/// Every row of every table but those of the history, the undo tables' own being empty when nothing holds.
std::string contents(fs::path const& path, bool corrections = true)
{
    std::string all;
    auto const tables = sql(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'rtree_%' AND name NOT LIKE "
                                  "'read_%' AND name NOT IN ('events'" + std::string{corrections ? "" : ", 'corrections'"} + ") ORDER BY name");
    std::size_t at = 0;
    while (at < tables.size()) {
        auto const end = std::min(tables.find('|', at), tables.size());
        auto const table = tables.substr(at, end - at);
        auto const columns = sql(path, "SELECT group_concat('quote(\"' || name || '\")', ' || '','' || ') FROM pragma_table_info('" + table + "')");
        all += table + ": " + sql(path, "SELECT " + columns + " FROM \"" + table + "\" ORDER BY 1") + "\n";
        at = end + 1;
    }
    for (auto const* const table : {"sites_point", "sites_line", "sites_polygon"}) {
        all += sql(path, std::string{"SELECT id || ',' || minx || ',' || maxy FROM rtree_"} + table + "_geom ORDER BY id") + "\n";
    }
    return all;
}

std::string history(fs::path const& path)
{
    return sql(path, "SELECT event_id || at || who || subject || what || coalesce(old_value,'') || coalesce(new_value,'') || context FROM events ORDER BY fid");
}

std::vector<std::string> idsOf(Ledger const& ledger)
{
    std::vector<std::string> ids;
    auto const tasks = ledger.tasks().value();
    for (auto const& task : tasks) { ids.push_back(task.id); }
    return ids;
}

/// The corrected document: a problem more in front, so that every id has moved.
PlanRecord moved()
{
    auto record = sampleRecord(region, "（更正）");
    auto& problems = record.plan.problems;
    auto extra = problems[0];
    extra.no = "（0）";
    extra.body.text = "全市扬尘管控不力，道路积尘明显。";
    extra.tasks.resize(1);
    extra.tasks[0].body.text = "加强道路保洁。";
    problems.insert(problems.begin(), extra);
    std::vector<std::pair<std::string, std::string>> renamed;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        auto const old = problems[i].id;
        problems[i].id = record.plan.id + "-0" + std::to_string(i + 1);
        if (i > 0 && problems[i].tasks.empty()) { renamed.emplace_back(old, problems[i].id); }
        for (std::size_t j = 0; j < problems[i].tasks.size(); ++j) {
            auto const id = problems[i].id + "-0" + std::to_string(j + 1);
            if (i > 0) { renamed.emplace_back(problems[i].tasks[j].id, id); }
            problems[i].tasks[j].id = id;
        }
    }
    for (auto& site : record.sites) {
        auto const to = std::ranges::find(renamed, site.taskId, &std::pair<std::string, std::string>::first);
        REQUIRE(to != renamed.end());
        site.id = to->second + site.id.substr(site.taskId.size());
        site.taskId = to->second;
    }
    record.taskCounties.insert(record.taskCounties.begin(), std::vector<std::string>{"晋源区"});
    return record;
}

} // namespace

TEST_CASE("a correction changes what is read of its subject and can be taken back to the byte", "[corrections]")
{
    for (auto const& [name, corrections] : cases()) {
        CAPTURE(name);
        TemporaryDirectory directory;
        auto const path = directory / "a.gpkg";
        auto ledger = filled(path);
        auto const before = contents(path);
        auto const ids = idsOf(ledger);
        auto const made = ledger.correct(corrections, "张三", asOf);
        CAPTURE(made ? std::string{} : describe(made.error()));
        REQUIRE(made.has_value());
        REQUIRE(made->size() == corrections.size());
        auto const corrected = contents(path);
        CHECK(corrected != before);
        auto const told = history(path);

        REQUIRE(ledger.undo("李四", asOf).has_value());
        CHECK(contents(path) == before);
        CHECK(history(path).starts_with(told)); // nothing is lost or changed
        CHECK(idsOf(ledger) == ids);
        REQUIRE(ledger.redo("李四", asOf).has_value());
        CHECK(contents(path) == corrected);
        REQUIRE(ledger.undo("李四", asOf).has_value());
        CHECK(contents(path) == before);
        CHECK(sql(path, "SELECT count(*) FROM read_tasks") == "0");
        CHECK(sql(path, "PRAGMA foreign_key_check") == "");
        CHECK(sql(path, "PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("a correction outlives the same document, byte for byte, and a document that was read better", "[corrections]")
{
    for (auto const& [name, corrections] : cases()) {
        CAPTURE(name);
        TemporaryDirectory directory;
        auto const path = directory / "a.gpkg";
        auto ledger = filled(path);
        REQUIRE(ledger.correct(corrections, "张三", asOf).has_value());
        auto const bytes = bytesOf(path);
        CHECK(ledger.import({sampleRecord(region)}, asOf).value() == std::vector{ImportOutcome::Unchanged});
        CHECK(bytesOf(path) == bytes);

        auto const tasks = ledger.tasks().value();
        auto better = sampleRecord(region);
        better.plan.notices.push_back({"number-gap", "3", {1, 2}});
        CHECK(ledger.import({better}, asOf).value() == std::vector{ImportOutcome::Replaced});
        auto const standing = ledger.corrections().value();
        REQUIRE(standing.size() == corrections.size());
        for (auto const& one : standing) { CHECK(one.why.empty()); }
        auto const again = ledger.tasks().value();
        REQUIRE(again.size() == tasks.size());
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            CHECK(again[i].id == tasks[i].id);
            CHECK(again[i].taskText == tasks[i].taskText);
            CHECK(again[i].goals == tasks[i].goals);
            CHECK(again[i].status == tasks[i].status);
            CHECK(again[i].units == tasks[i].units);
            CHECK(again[i].deadline == tasks[i].deadline);
            CHECK(again[i].categories == tasks[i].categories);
            REQUIRE(again[i].sites.size() == tasks[i].sites.size());
            for (std::size_t j = 0; j < tasks[i].sites.size(); ++j) {
                CHECK(again[i].sites[j].id == tasks[i].sites[j].id);
                CHECK(again[i].sites[j].shape == tasks[i].sites[j].shape);
                CHECK(again[i].sites[j].source == tasks[i].sites[j].source);
            }
        }
    }
}

TEST_CASE("a corrected document with other ids gets the correction on the same passage", "[corrections]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    Ids const id;
    REQUIRE(ledger.correct({{id.second, StatusChange{"closed"}}}, "张三", asOf).has_value());
    REQUIRE(ledger.correct({{id.second + "-s1", placed(geo::Shape::point({112.55, 37.87}))}}, "张三", asOf).has_value());
    REQUIRE(ledger.import({moved()}, asOf).has_value());
    auto const tasks = ledger.tasks().value();
    REQUIRE(tasks.size() == 7);
    CHECK(tasks[0].taskText == "加强道路保洁。");
    CHECK(tasks[0].status != "closed"); // has the number of another now, but not its text
    CHECK(tasks[2].taskText == "恢复植被");
    CHECK(tasks[2].id != id.second);
    CHECK(tasks[2].status == "closed");
    CHECK(tasks[2].sites.at(0).shape == geo::Shape::point({112.55, 37.87}));
    auto const standing = ledger.corrections().value();
    for (auto const& one : standing) { CHECK(one.applied()); }
}

TEST_CASE("a correction whose subject is gone is kept and listed, and comes back with it", "[corrections]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto ledger = filled(path);
    Ids const id;
    REQUIRE(ledger.correct({{id.bare + "-s1", placed(geo::Shape::point({112.55, 37.87}))}}, "张三", asOf).has_value());
    auto shorter = sampleRecord(region, "（更正）");
    shorter.plan.problems.pop_back();
    shorter.sites.pop_back();
    shorter.taskCounties.pop_back();
    REQUIRE(ledger.import({shorter}, asOf).has_value());
    auto const standing = ledger.corrections().value();
    REQUIRE(standing.size() == 1);
    CHECK_FALSE(standing[0].applied());
    CHECK(standing[0].now.empty());
    CHECK(ledger.events().value().back().what == "not-reapplied");
    REQUIRE(ledger.import({sampleRecord(region)}, asOf).has_value());
    CHECK(ledger.corrections().value().at(0).applied());
    CHECK(ledger.tasks().value().at(2).sites.at(0).shape == geo::Shape::point({112.55, 37.87}));
}

TEST_CASE("a text of a person does not hide what a corrected document says instead", "[corrections]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    Ids const id;
    REQUIRE(ledger.correct({{id.first, TextChange{"清理全部煤矸石"}}}, "张三", asOf).has_value());
    REQUIRE(ledger.import({sampleRecord(region, "堆")}, asOf).has_value());
    CHECK(ledger.tasks().value().at(0).taskText == "清理煤矸石堆");
    CHECK_FALSE(ledger.corrections().value().at(0).applied());
}

TEST_CASE("split, merge and relabel keep every word and the ids of the others", "[corrections]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    Ids const id;
    SECTION("split")
    {
        REQUIRE(ledger.correct({{id.first, Split{2, {}}}}, "张三", asOf).has_value());
        auto const tasks = ledger.tasks().value();
        REQUIRE(tasks.size() == 7);
        CHECK(tasks[0].id == id.first);
        CHECK(tasks[0].taskText == "清理");
        CHECK(tasks[1].id == id.first + "-p2");
        CHECK(tasks[1].taskText == "煤矸石");
        CHECK(tasks[1].units == tasks[0].units);
        CHECK(tasks[1].deadline == tasks[0].deadline);
        CHECK(tasks[2].id == id.second);
        for (auto const& task : tasks) { CHECK_FALSE(task.sites.empty()); }
        REQUIRE(ledger.correct({{id.first + "-p2", Split{1, {}}}, {id.first + "-p2", StatusChange{"closed"}}}, "张三", asOf).has_value());
        CHECK(idsOf(ledger).at(2) == id.first + "-p2-p2");
    }
    SECTION("merge")
    {
        REQUIRE(ledger.correct({{id.second, Merge{id.first}}}, "张三", asOf).has_value());
        auto const tasks = ledger.tasks().value();
        REQUIRE(tasks.size() == 5);
        CHECK(tasks[0].id == id.second);
        CHECK(tasks[0].taskText == "清理煤矸石恢复植被");
        CHECK(tasks[0].sites.size() == 4);
        CHECK(ledger.corrections().value().at(0).what == "merge");
    }
    SECTION("all measures away: the problem is a row by itself")
    {
        REQUIRE(ledger.correct({{id.first, Relabel{PassageKind::Note, {}}}, {id.second, Relabel{PassageKind::Goal, {}}}}, "张三", asOf).has_value());
        auto const tasks = ledger.tasks().value();
        REQUIRE(tasks.size() == 5);
        CHECK(tasks[0].id == id.problem);
        CHECK(tasks[0].taskText.empty());
        CHECK(tasks[0].goals == "完成清理\n恢复植被\n恢复植被");
        CHECK_FALSE(tasks[0].sites.empty());
    }
    SECTION("a goal is a measure")
    {
        REQUIRE(ledger.correct({{id.problem + "-g1", Relabel{PassageKind::Measure, {}}}}, "张三", asOf).has_value());
        auto const tasks = ledger.tasks().value();
        REQUIRE(tasks.size() == 7);
        CHECK(tasks[2].taskText == "完成清理");
        CHECK(tasks[2].goals == "恢复植被");
        CHECK(tasks[2].sites.at(0).precision == place::Precision::Unlocated); // nobody said where
    }
}

TEST_CASE("undo goes back through plans, places and states alike, and a new correction ends redo", "[corrections]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    Ids const id;
    CHECK(ledger.undo("张三", asOf).error().code == ErrorCode::NotFound);
    REQUIRE(ledger.setStatus(id.first, "closed", "张三", asOf).has_value());
    REQUIRE(ledger.correct({{id.first + "-s1", placed(geo::Shape::point({112.55, 37.87}))}}, "张三", asOf).has_value());
    REQUIRE(ledger.correct({{id.first + "-s1", PlaceReset{}}}, "张三", asOf).has_value());
    CHECK(ledger.tasks().value().at(0).sites.at(0).shape == id.record.sites.at(0).shape);
    CHECK(ledger.undo("张三", asOf).value().at(0).what == "place-reset");
    CHECK(ledger.undo("张三", asOf).value().at(0).what == "place");
    CHECK(ledger.undoState().value().undo.at(0).what == "status");
    CHECK(ledger.undoState().value().redo.at(0).what == "place");
    CHECK(ledger.redo("张三", asOf).value().at(0).what == "place");
    REQUIRE(ledger.setStatus(id.second, "closed", "张三", asOf).has_value());
    CHECK(ledger.redo("张三", asOf).error().code == ErrorCode::NotFound);
    CHECK(ledger.undo("张三", asOf).value().at(0).subject == id.second);
    CHECK(ledger.tasks().value().at(0).status == "closed");
}

TEST_CASE("a correction that makes no sense is refused and leaves no trace", "[corrections]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto ledger = filled(path);
    Ids const id;
    auto const other = sampleRecord("阳曲县").plan.problems[0].tasks[0].id;
    auto const wrong = GENERATE_COPY(
        Correction{"nobody", StatusChange{"closed"}}, Correction{id.first, StatusChange{"finished"}}, Correction{id.first + "-s1", StatusChange{"closed"}},
        Correction{id.first, DeadlineChange{plan::DeadlineKind::Date, {}, false}},
        Correction{id.first, DeadlineChange{plan::DeadlineKind::LongTerm, {day(2024, 1, 1)}, true}},
        Correction{id.first, UnitChange{UnitName{plan::UnitRole::Lead, "没有此单位"}, std::nullopt}}, Correction{id.first, TextChange{""}},
        Correction{id.first, Split{0, {}}}, Correction{id.first, Split{5, {}}}, Correction{id.bare, Split{1, {}}}, Correction{id.first, Merge{id.first}},
        Correction{id.first, Merge{other}}, Correction{id.first, Merge{"nobody"}}, Correction{id.first, Relabel{PassageKind::Measure, {}}},
        Correction{id.problem + "-g3", TextChange{"无此目标"}}, Correction{id.first, placed(geo::Shape::point({112, 37}))});
    auto const before = bytesOf(path);
    CHECK_FALSE(ledger.correct({{id.second, StatusChange{"closed"}}, wrong}, "张三", asOf).has_value()); // all or none
    CHECK(bytesOf(path) == before);
    CHECK(ledger.correct({{id.first, StatusChange{"under-way"}}}, "张三", asOf).value().empty()); // it is so already
    CHECK(bytesOf(path) == before);
}

TEST_CASE("an unknown id is answered with near ones", "[corrections]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    Ids const id;
    auto const error = ledger.correct({{id.first + "9", StatusChange{"closed"}}}, "张三", asOf).error();
    CHECK(error.code == ErrorCode::NotFound);
    CHECK(error.cure.contains(id.first));
}

TEST_CASE("a correction that is killed leaves the state before or after it", "[corrections]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    { static_cast<void>(filled(path)); }
    Ids const id;
    for (int i = 0; i < 30; ++i) {
        auto const work = [&] {
            auto ledger = Ledger::open(path, false);
            if (!ledger) { return 1; }
            auto const done = i % 2 == 0 ? ledger->correct({{id.first, Split{2, {}}}, {id.first + "-s1", placed({})}}, "张三", asOf) : ledger->undo("张三", asOf);
            return done ? 0 : 2;
        };
        static_cast<void>(killedAfter(std::chrono::microseconds{500 * (i + 1)}, work));
        auto const ledger = Ledger::openReadOnly(path);
        REQUIRE(ledger.has_value());
        auto const corrections = ledger->corrections().value().size();
        auto const tasks = ledger->tasks().value().size();
        CHECK(((corrections % 2 == 0) && (tasks == 6 + corrections / 2)));
        CHECK(sql(path, "PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("both parts of a split task have the places that stand outside of its words", "[corrections]")
{
    TemporaryDirectory directory;
    auto record = sampleRecord(region);
    auto const first = record.plan.problems[0].tasks[0].id;
    for (auto& site : record.sites) {
        if (site.taskId == first) { site.span = {12, 14}; } // in the text of the problem
    }
    auto ledger = Ledger::open(directory / "a.gpkg", true).value();
    REQUIRE(ledger.import({record}, asOf).has_value());
    auto const before = ledger.tasks().value().at(0).sites;
    REQUIRE(ledger.correct({{first, Split{2, {}}}}, "张三", asOf).has_value());
    auto const tasks = ledger.tasks().value();
    CHECK(tasks[0].sites.size() == before.size());
    REQUIRE(tasks[1].sites.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        auto const& copy = tasks[1].sites[i];
        CHECK(copy.id != before[i].id);
        CHECK(copy.shape == before[i].shape);
        CHECK(copy.reason == before[i].reason);
        CHECK(copy.candidates.size() == before[i].candidates.size());
    }
    REQUIRE(ledger.undo("张三", asOf).has_value());
    CHECK(ledger.tasks().value().at(0).sites.size() == before.size());
    CHECK(ledger.tasks().value().at(1).taskText == "恢复植被");
}

TEST_CASE("a ledger of version 1 is read as it is and brought up to date by its first change", "[corrections]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    { static_cast<void>(filled(path)); }
    Ids const id;
    CHECK(sql(path, "DROP TABLE corrections; DELETE FROM gpkg_contents WHERE table_name = 'corrections'; DELETE FROM gpkg_data_columns WHERE table_name = "
                    "'corrections' OR column_name = 'context'; DROP TRIGGER events_kept_1; DROP TRIGGER events_kept_2; DROP TRIGGER events_kept_3; "
                    "DROP VIEW task_list; CREATE VIEW task_list AS SELECT fid, task_id FROM tasks; "
                    "DELETE FROM gpkg_data_column_constraints WHERE value = 'inline_lead'; ALTER TABLE events DROP COLUMN "
                    "context; UPDATE zhengtu_metadata SET value = '1' WHERE key = 'version'") == "");
    CHECK(Ledger::openReadOnly(path).value().events().value().size() == 2);
    CHECK(Ledger::openReadOnly(path).value().corrections().value().empty());
    auto ledger = Ledger::open(path, false).value();
    REQUIRE(ledger.setStatus(id.first, "closed", "张三", asOf).has_value());
    CHECK(ledger.corrections().value().size() == 1);
    CHECK(sql(path, "SELECT count(*) FROM gpkg_data_column_constraints WHERE value = 'inline_lead'") == "1");
    CHECK(sql(path, "SELECT count(*) FROM task_list WHERE lead_units IS NULL") == "0");
    CHECK(sql(path, "SELECT value FROM zhengtu_metadata WHERE key = 'version'") == "3");
}

TEST_CASE("texts are alike by what they share", "[corrections]")
{
    CHECK(similarity("清理煤矸石", "清理煤矸石") == 1);
    CHECK(similarity("清理煤矸石。\n", "清理煤矸石。") == 1);
    CHECK(similarity("完成3座污水处理厂提标改造，2019年底前通水", "完成2座污水处理厂提标改造，2019年底前通水") > 0.75);
    CHECK(similarity("完成污水处理厂提标改造", "加强道路保洁") < 0.3);
    CHECK(similarity("", "加强道路保洁") < 0.3);
}

TEST_CASE("a correction reads back from its event as it was written", "[corrections]")
{
    for (auto const& [name, corrections] : cases()) {
        CAPTURE(name);
        for (auto const& one : corrections) {
            auto const text = newValue(one.change);
            auto const back = changeFrom(std::string{what(one.change)}, text);
            REQUIRE(back.has_value());
            CHECK(newValue(*back) == text);
        }
    }
    auto const broken = GENERATE(as<std::string>{}, "", "{", "[]", "{}", R"({"v":2,"text":"x"})", R"({"v":1,"text":)");
    CHECK_FALSE(changeFrom("correct-text", broken).has_value());
    CHECK_FALSE(changeFrom("fly", R"({"v":1})").has_value());
}
