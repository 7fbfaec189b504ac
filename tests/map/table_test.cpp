#include "map/pinyin.hpp"
#include "map/reasons.hpp"
#include "map/task_filter_model.hpp"
#include "map/words.hpp"
#include "sample.hpp"
#include "text.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

/// The sample in a table under a filter, both watched by Qt's own model tester.
struct Table {
    FakeBackend backend;
    TaskTableModel tasks;
    TaskFilterModel filter{tasks};
    QAbstractItemModelTester watchTasks{&tasks, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchFilter{&filter, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Table() { show(sampleDay); }
    void show(Date day)
    {
        auto snapshot = std::make_shared<LedgerSnapshot const>(sampleLedger());
        std::vector<cartography::Status> statuses;
        for (auto const& task : snapshot->tasks) { statuses.push_back(backend.statusOf(task, day)); }
        tasks.setSnapshot(snapshot, statuses);
    }
    [[nodiscard]] QString shown() const
    {
        QString numbers; // the last digit of each id, in the order shown
        for (int row = 0; row < filter.rowCount(); ++row) { numbers += filter.taskIdAt(row).back(); }
        return numbers;
    }
};

} // namespace

TEST_CASE("the table shows a row a task, unlocated ones with the reason", "[map][table]")
{
    Table table;
    REQUIRE(table.tasks.rowCount() == 6);
    auto const cell = [&](int row, TaskTableModel::Column column) { return table.tasks.index(row, column).data().toString(); };
    CHECK(cell(0, TaskTableModel::Number) == "（一） 1.");
    CHECK(cell(0, TaskTableModel::Measure) == "封堵东桥村排污口");
    CHECK(cell(0, TaskTableModel::Units) == "甲县人民政府");
    CHECK(cell(0, TaskTableModel::Deadline) == "2023-03-31");
    CHECK(cell(1, TaskTableModel::Place) == "城南污水处理厂");
    CHECK(cell(4, TaskTableModel::Place) == reasonWords("no place is named"));
    CHECK(cell(4, TaskTableModel::Precision) == precisionWord(place::Precision::Unlocated));
    CHECK(table.filter.locatedCount() == 4);
    CHECK(table.filter.unlocatedCount() == 2);
    CHECK(table.filter.total() == table.filter.locatedCount() + table.filter.unlocatedCount());
}

TEST_CASE("every filter keeps what it says, and all hold together", "[map][filter]")
{
    Table table;
    auto& filter = table.filter;
    SECTION("plan") {
        filter.setPlan("p1");
        CHECK(table.shown() == "123456");
        filter.setPlan("another");
        CHECK(table.shown().isEmpty());
    }
    SECTION("county") { filter.setCounty("甲县"); CHECK(table.shown() == "13"); }
    SECTION("category") { filter.setCategory("water"); CHECK(table.shown() == "12"); }
    SECTION("unit in any role") { filter.setUnit("市生态环境局"); CHECK(table.shown() == "123456"); }
    SECTION("unit in one role") {
        filter.setUnit("乙县水务局");
        filter.setUnitRole(static_cast<int>(plan::UnitRole::Lead));
        CHECK(table.shown() == "24");
        filter.setUnitRole(static_cast<int>(plan::UnitRole::Acceptance));
        CHECK(table.shown().isEmpty());
    }
    SECTION("overdue") { filter.setDue(TaskFilterModel::Overdue); CHECK(table.shown() == "1"); }
    SECTION("within 30 days") { filter.setDue(TaskFilterModel::DueSoon); CHECK(table.shown() == "2"); }
    SECTION("long-term") { filter.setDue(TaskFilterModel::LongTerm); CHECK(table.shown() == "45"); }
    SECTION("no date") { filter.setDue(TaskFilterModel::NoDate); CHECK(table.shown() == "456"); }
    SECTION("a range of dates, both ends included") {
        filter.setDue(TaskFilterModel::DateRange);
        filter.setDueFrom("2023-03-31");
        filter.setDueTo("2023-07-01");
        CHECK(table.shown() == "12");
        filter.setDueFrom("2023-04-01");
        CHECK(table.shown() == "2");
        filter.setDueTo("2023-02-31"); // no such day: no bound
        CHECK(table.shown() == "23");
    }
    SECTION("located and not") {
        filter.setWhere(TaskFilterModel::Unlocated);
        CHECK(table.shown() == "56");
        filter.setWhere(TaskFilterModel::Located);
        CHECK(table.shown() == "1234");
    }
    SECTION("the answer of a query") {
        filter.restrictTo({"p1-01-03", "p1-01-04"});
        CHECK(table.shown() == "34");
        filter.setCategory("mines-ecology");
        CHECK(table.shown() == "4");
    }
    CHECK(filter.active());
    filter.clear();
    CHECK_FALSE(filter.active());
    CHECK(table.shown() == "123456");
}

TEST_CASE("text search finds words in every field, and initials of names", "[map][filter]")
{
    auto const [text, expected] = GENERATE(table<char const*, char const*>({
        {"污水", "123456"}, {"石岭", "3"}, {"乙县 污水处理", "2"}, {"SHILING", ""}, {"sl", "3"}, {"yxswj", "24"}, {"𠮷山", "6"}, {"4.", "4"}, {"没有", ""}, {"  ", "123456"}}));
    CAPTURE(text);
    Table table;
    table.filter.setText(QString::fromUtf8(text));
    CHECK(table.shown() == QString::fromUtf8(expected));
}

TEST_CASE("sorting keeps ids with their rows", "[map][filter]")
{
    Table table;
    table.filter.sortBy(TaskTableModel::Deadline);
    CHECK(table.shown() == "123645"); // dates first, then none, then long-term
    CHECK(table.filter.rowOf("p1-01-06") == 3);
    table.filter.sortBy(TaskTableModel::Deadline);
    CHECK_FALSE(table.filter.ascending());
    CHECK(table.shown().endsWith("321"));
    table.filter.sortBy(TaskTableModel::Deadline); // a third time: as in the ledger
    CHECK(table.shown() == "123456");
    table.filter.setCategory("water");
    CHECK(table.filter.rowOf("p1-01-06") == -1);
}

TEST_CASE("another date changes statuses, counts and what is overdue", "[map][filter]")
{
    Table table;
    table.filter.setDue(TaskFilterModel::Overdue);
    QSignalSpy const counts{&table.filter, &TaskFilterModel::countsChanged};
    std::vector<cartography::Status> statuses;
    for (auto const& task : table.tasks.snapshot()->tasks) { statuses.push_back(table.backend.statusOf(task, *parseIsoDate("2025-01-01"))); }
    table.tasks.setStatuses(statuses);
    CHECK(table.shown() == "123");
    CHECK(table.filter.overdueCount() == 3);
    CHECK(counts.count() > 0);
}

TEST_CASE("facets list values by how many tasks have them", "[map][filter]")
{
    Table table;
    auto& units = *table.filter.units();
    CHECK(units.valueAt(0) == "市生态环境局");
    CHECK(units.index(0).data(FacetModel::CountRole).toInt() == 6);
    units.setSearch("yx"); // initials
    REQUIRE(units.count() == 1);
    CHECK(units.valueAt(0) == "乙县水务局");
    units.setSearch({});
    table.filter.setUnitRole(static_cast<int>(plan::UnitRole::Lead));
    CHECK(units.count() == 2);
    CHECK(table.filter.counties()->count() == 2);
    CHECK(table.filter.plans()->labelOf("p1") == "清河市整改方案");
}

TEST_CASE("initials of common and of rare characters", "[map][pinyin]")
{
    auto const [text, initials] = GENERATE(table<char const*, char const*>({{"晋源区", "jyq"}, {"娄烦县", "lfx"}, {"岢岚县", "klx"}, {"忻州市", "xzs"}, {"隰县", "xx"}, {"A座3层", "az3c"}, {"", ""}}));
    CHECK(pinyinInitials(QString::fromUtf8(text)) == QLatin1String(initials));
}

TEST_CASE("known reasons are put in words, unknown ones stay", "[map][words]")
{
    CHECK(reasonWords("a sentence that nobody knows") == "a sentence that nobody knows");
    CHECK(reasonWords("").isEmpty());
    CHECK(reasonWords("known to ±2000 m, zone is 500 m away") == "known to ±2000 m, zone is 500 m away"); // English while no translator is installed
    CHECK(reasonWords("known by name; county: the only 南梁村 of 甲市 in the gazetteer").contains("南梁村"));
}

TEST_CASE("numbers are written the same everywhere", "[map][words]")
{
    CHECK(radiusWord(0).isEmpty());
    CHECK(radiusWord(500) == "±500 m");
    CHECK(radiusWord(2500) == "±2.5 km");
    CHECK(radiusWord(12'400) == "±12 km");
    CHECK(deadlineWord({plan::DeadlineKind::Date, {*parseIsoDate("2024-12-31")}, false, {}}) == "2024-12-31");
    CHECK(oneLine("a\n b   c\r\n") == "a b c");
}

TEST_CASE("several reasons in one sentence are each told in Chinese", "[map][words]")
{
    Work work;
    work.session.language()->setCode("zh");
    CHECK(reasonWords("known to ±3 km, zone drawn to ±6 km, inside, 1.7 km from the edge") == "位置误差 ±3 km，区域边界误差 ±6 km，在内，距边界 1.7 km");
    CHECK(reasonWords("known to ±3 km, zone drawn to ±2.4 km, zone is 1.5 km away") == "位置误差 ±3 km，区域边界误差 ±2.4 km，距区域 1.5 km");
    CHECK_FALSE(reasonWords("no place is named, and the units stand for no county").contains("named")); // one sentence with a comma
    CHECK(reasonWords("known to ±3 km, a part that nobody knows").contains("a part that nobody knows")); // the unknown stays as it is
    CHECK_FALSE(reasonWords("known to ±3 km, a part that nobody knows").contains("known to"));
    CHECK(reasonWords("Known: a, b, c, d, e, f, g, h, i, j").endsWith("a, b, c, d, e, f, g, h, i, j"));
    work.session.language()->setCode("en");
}
