#include "work.hpp"

#include <QAbstractItemModelTester>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

using workspace::Predicate;

struct Questions : Work {
    QueryForm& form = *session.queryForm();
    QueryConditions& conditions = *form.conditions();
    QAbstractItemModelTester watchConditions{&conditions, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchFilter{form.filter(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchResult{session.result()->table(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Questions() { open(); }
    QString counted()
    {
        REQUIRE(waitFor([this] { return !form.preview().isEmpty(); }));
        return form.preview();
    }
    QString cell(int row, int column) { return session.result()->table()->index(row, column).data().toString(); }
    int column(QString const& heading)
    {
        auto* const table = session.result()->table();
        for (int i = 0; i < table->columnCount(); ++i) {
            if (table->headerData(i, Qt::Horizontal, Qt::DisplayRole) == heading) { return i; }
        }
        return -1;
    }
};

} // namespace

TEST_CASE("a question is counted while it is written, and asked on demand", "[map][query]")
{
    Questions work;
    CHECK_FALSE(work.form.ready()); // no target yet
    work.conditions.setTarget(0, QStringLiteral("county:甲县"));
    REQUIRE(work.form.ready());
    CHECK(work.counted() == QStringLiteral("Of 6 tasks 2 certainly, 0 maybe"));
    CHECK_FALSE(work.session.query()->active()); // counting filters nothing
    CHECK_FALSE(work.session.jobs()->busy());    // nor is it shown as work
    work.form.run();
    work.settle();
    CHECK(work.session.query()->yes() == 2);
    CHECK(work.session.query()->no() == 4);
    CHECK(work.session.filter()->shown() == 2);
}

TEST_CASE("what cannot be asked is said while it is written", "[map][query]")
{
    Questions work;
    work.conditions.setTarget(0, QStringLiteral("柳沟自然保护区"));
    work.conditions.setPredicate(0, static_cast<int>(Predicate::Near));
    CHECK(work.conditions.index(0).data(QueryConditions::AmountRole) == QStringLiteral("2km"));
    for (auto const* wrong : {"far", "2 miles", "-5m", ""}) {
        work.conditions.setAmount(0, QString::fromLatin1(wrong));
        INFO(wrong);
        CHECK_FALSE(work.form.ready());
        CHECK(work.conditions.index(0).data(QueryConditions::WrongRole).toBool());
    }
    REQUIRE(waitFor([&] { return work.form.failed(); }));
    for (auto const* right : {"1km", "1000", "1 公里", "0"}) {
        work.conditions.setAmount(0, QString::fromUtf8(right).remove(QLatin1Char(' ')));
        INFO(right);
        CHECK(work.form.ready());
    }
    work.conditions.setPredicate(0, static_cast<int>(Predicate::Nearest));
    CHECK(work.form.ready());
    work.conditions.setAmount(0, QStringLiteral("2.5"));
    CHECK_FALSE(work.form.ready());
    work.conditions.setAmount(0, QStringLiteral("2"));
    work.conditions.add();
    work.conditions.setTarget(1, QStringLiteral("清河"));
    work.conditions.setPredicate(1, static_cast<int>(Predicate::Nearest));
    CHECK_FALSE(work.form.ready()); // the nearest once only
    work.conditions.remove(1);
    work.conditions.setTarget(0, QStringLiteral("county:丙县"));
    CHECK(work.form.ready()); // it makes sense, but there is none
    REQUIRE(waitFor([&] { return work.form.failed(); }));
    CHECK(work.form.preview().contains(QStringLiteral("丙县")));
}

TEST_CASE("conditions and attributes are joined", "[map][query]")
{
    Questions work;
    work.conditions.setTarget(0, QStringLiteral("county:甲县"));
    work.conditions.add();
    CHECK_FALSE(work.form.ready()); // the second is still empty
    work.conditions.setTarget(1, QStringLiteral("清河"));
    work.conditions.setPredicate(1, static_cast<int>(Predicate::Near));
    work.conditions.setAmount(1, QStringLiteral("60km"));
    auto const both = work.counted();
    CHECK(both.contains(QStringLiteral("Of 6 tasks 2")));
    auto& filter = *work.form.filter();
    auto const rowOf = [&filter](QString const& label) {
        for (int row = 0; row < filter.rowCount(); ++row) {
            if (filter.index(row).data(QueryFilter::LabelRole) == label) { return row; }
        }
        return -1;
    };
    auto const category = rowOf(QStringLiteral("Category"));
    auto const choices = filter.index(category).data(QueryFilter::ChoicesRole).toStringList();
    REQUIRE(choices.contains(QStringLiteral("Water")));
    filter.choose(category, static_cast<int>(choices.indexOf(QStringLiteral("Water"))));
    CHECK(filter.filter().category == "water");
    CHECK(work.counted() == QStringLiteral("Of 2 tasks 1 certainly, 0 maybe"));
    filter.setText(rowOf(QStringLiteral("Unit")), QStringLiteral("水务局"));
    CHECK(work.counted() == QStringLiteral("Of 1 tasks 0 certainly, 0 maybe"));
    filter.setText(rowOf(QStringLiteral("County")), QStringLiteral("nowhere")); // chosen, not written
    CHECK(filter.filter().county.empty());
    work.form.reset();
    CHECK(filter.empty());
    CHECK(work.conditions.count() == 1);
    CHECK_FALSE(work.form.ready());
}

TEST_CASE("questions are saved, brought back, asked, renamed and removed", "[map][query]")
{
    Questions work;
    work.conditions.setTarget(0, QStringLiteral("柳沟自然保护区"));
    work.conditions.setPredicate(0, static_cast<int>(Predicate::Near));
    work.conditions.setAmount(0, QStringLiteral("1500m"));
    work.form.save(QStringLiteral(" 柳沟 "));
    work.settle();
    CHECK(work.form.saved() == QStringList{QStringLiteral("柳沟")});
    CHECK(work.form.savedWords().front() == QStringLiteral("within 1.5 km of 柳沟自然保护区"));

    work.conditions.setPredicate(0, static_cast<int>(Predicate::Within));
    work.conditions.setTarget(0, QStringLiteral("county:乙县"));
    work.form.setCertain(true);
    work.form.save(QStringLiteral("乙县"));
    work.settle();
    work.form.choose(0);
    CHECK(work.conditions.index(0).data(QueryConditions::TargetRole) == QStringLiteral("柳沟自然保护区"));
    CHECK(work.conditions.index(0).data(QueryConditions::AmountRole) == QStringLiteral("1.5km"));
    CHECK_FALSE(work.form.certain());
    work.form.choose(7); // not there
    CHECK(work.conditions.index(0).data(QueryConditions::TargetRole) == QStringLiteral("柳沟自然保护区"));

    work.form.runSaved(1); // whatever stands in the form
    work.settle();
    CHECK(work.session.query()->title() == QStringLiteral("inside 乙县; only certain ones"));
    CHECK(work.session.query()->yes() == 2);

    work.form.rename(0, QStringLiteral("乙县")); // taken
    work.settle();
    CHECK(work.form.saved() == QStringList{QStringLiteral("柳沟"), QStringLiteral("乙县")});
    work.form.rename(0, QStringLiteral("柳沟两侧"));
    work.settle();
    CHECK(work.form.saved() == QStringList{QStringLiteral("乙县"), QStringLiteral("柳沟两侧")});
    CHECK(work.session.query()->active()); // the answer on show stays, asked once more
    CHECK(work.session.query()->yes() == 2);
    work.form.remove(0);
    work.settle();
    CHECK(work.form.saved() == QStringList{QStringLiteral("柳沟两侧")});
    work.form.remove(5);
    work.form.remove(-1);
    CHECK_FALSE(work.session.jobs()->busy());
}

TEST_CASE("a stored question of several conditions comes back whole", "[map][query]")
{
    Work work;
    workspace::SpatialQuery query;
    query.terms = {workspace::termOf("within county:甲县").value(), workspace::termOf("near 清河 10km").value()};
    query.terms.front().bufferM = 250;
    query.terms.front().zoneRole = "";
    query.filter.category = "water";
    query.filter.plan = "清河"; // part of a title
    work.backend->ledgers["/sample.gpkg"].queries = {{"both", workspace::definitionOf(query)}, {"broken", "{\"v\":99}"}};
    work.open();
    auto& form = *work.session.queryForm();
    form.choose(0);
    REQUIRE(form.query().has_value());
    CHECK(*form.query() == query); // nothing is lost between the ledger and the form
    form.run();
    work.settle();
    CHECK(work.session.query()->yes() + work.session.query()->maybe() == 1);
    form.choose(1);
    CHECK(form.failed());
    CHECK(*form.query() == query);
}

TEST_CASE("an answer is listed with position, chance and counts, zeros too", "[map][query]")
{
    Questions work;
    work.conditions.setTarget(0, QStringLiteral("POLYGON((112.27 37.67,112.33 37.67,112.33 37.73,112.27 37.73,112.27 37.67))"));
    work.form.run();
    work.settle();
    REQUIRE(work.session.query()->maybe() == 1); // 石岭, known to four kilometres, in a box of five by seven
    work.session.query()->showList();
    work.settle();
    auto& sheet = *work.session.result();
    CHECK(sheet.summary() == QStringLiteral("Of 6 tasks: 0 yes, 1 maybe, 5 no"));
    CHECK(sheet.pages() == QStringList{"Sites", "By county", "By unit", "By category", "By zone"});
    REQUIRE(sheet.table()->count() == 1);
    CHECK(work.cell(0, work.column("Answer")) == QStringLiteral("maybe"));
    CHECK(work.cell(0, work.column("Chance")).contains(QLatin1Char('%')));
    CHECK(work.cell(0, work.column("Place")) == QStringLiteral("石岭"));
    CHECK(work.cell(0, work.column("Position")) == QStringLiteral("inside"));
    CHECK(sheet.table()->keyAt(0) == QStringLiteral("task:p1-01-03"));
    sheet.setPage(1);
    REQUIRE(sheet.table()->count() >= 1);
    CHECK(work.column("Maybe") >= 0);
    CHECK(work.cell(0, 0) == QStringLiteral("甲县"));
    CHECK(work.cell(0, work.column("Maybe")) == QStringLiteral("1"));
    sheet.setPage(3);
    QStringList zeros;
    for (int row = 0; row < sheet.table()->count(); ++row) {
        if (work.cell(row, work.column("Maybe")) == QLatin1String("0")) { zeros << work.cell(row, 0); }
    }
    CHECK(zeros.contains(QStringLiteral("Water")));
    CHECK_FALSE(zeros.contains(QStringLiteral("Solid waste")));
    work.session.language()->setCode("zh");
    work.settle();
    CHECK(sheet.pages().value(1) == QStringLiteral("按县区"));
    work.session.showKey(QStringLiteral("task:p1-01-03"));
    CHECK(work.session.selectedTask() == QStringLiteral("p1-01-03"));
    work.session.query()->clear();
    work.session.query()->showList(); // nothing to list: what is on the sheet stays
    work.settle();
    CHECK(sheet.page() == 3);
}

TEST_CASE("targets are offered by name, initials and kind", "[map][query]")
{
    Work work;
    work.open();
    auto& targets = *work.session.targets();
    QAbstractItemModelTester const watch{&targets, QAbstractItemModelTester::FailureReportingMode::Fatal};
    auto const offered = [&targets](QString const& text) {
        targets.search(text);
        QStringList all;
        for (int row = 0; row < targets.count(); ++row) { all << targets.targetAt(row); }
        return all;
    };
    CHECK(offered({}) == QStringList{"county", "river", "reserve"}); // whole layers
    CHECK(offered(QStringLiteral("柳沟")) == QStringList{QStringLiteral("reserve:柳沟自然保护区")}); // two zones, one reserve
    CHECK(offered(QStringLiteral("jx")) == QStringList{QStringLiteral("county:甲县")});
    CHECK(offered(QStringLiteral("reserve:柳沟")).contains(QStringLiteral("reserve:柳沟自然保护区")));
    CHECK(offered(QStringLiteral("nowhere")).isEmpty());
    work.session.query()->withinCorners({{37.2, 112.1}, {37.4, 112.1}, {37.4, 112.3}});
    work.settle();
    CHECK(offered({}).front().startsWith(QStringLiteral("POLYGON"))); // the area that was drawn
    CHECK(targets.targetAt(99).isEmpty());
}
