#include "work.hpp"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

TEST_CASE("opening a ledger fills the table, the tree and the scene", "[map][session]")
{
    Work work;
    work.open();
    CHECK(work.session.hasLedger());
    CHECK(work.session.ledgerName() == "sample.gpkg");
    CHECK(work.session.filter()->total() == 6);
    CHECK(work.session.messages()->count() == 0);
    REQUIRE(work.session.scene()->ready());
    CHECK(work.session.scene()->renderer()->scene().symbols.size() == 4);
    CHECK(work.session.layers()->rowCount() == 4); // tasks, zones, water, base
}

TEST_CASE("what cannot be opened is said, and changes nothing", "[map][session]")
{
    Work work;
    work.open();
    SECTION("a file that is no ledger is taken for a layer, for it may be one")
    {
        work.session.drop({QUrl::fromLocalFile("/other.gpkg")});
        work.settle();
        auto* const form = work.session.newLayer();
        REQUIRE(form->asking());
        CHECK_FALSE(form->ready()); // its name speaks of no kind
        CHECK(work.backend->addedLayers.empty());
        form->setKind("other");
        form->accept();
        work.settle();
        CHECK_FALSE(form->asking());
        CHECK(work.session.filter()->total() == 6);
        CHECK(work.session.scene()->fullScene()->layers.size() == 4);
    }
    SECTION("an unknown type")
    {
        work.session.drop({QUrl::fromLocalFile("/picture.png")});
        CHECK(work.lastMessage().contains("picture.png"));
    }
    SECTION("a plan that cannot be read")
    {
        work.session.drop({QUrl::fromLocalFile("/bad.txt")});
        work.settle();
        CHECK(work.session.messages()->index(0).data(Messages::SeverityRole).toInt() == Messages::Problem);
        CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString().contains("bad.txt"));
    }
    CHECK(work.session.ledgerName() == "sample.gpkg");
}

TEST_CASE("layers are asked about one after the other, and taken as the form says", "[map][layers]")
{
    Work work;
    work.open();
    auto* const form = work.session.newLayer();
    work.session.askLayers({QUrl::fromLocalFile("/煤矿.csv"), QUrl::fromLocalFile("/bad.csv"), QUrl::fromLocalFile("/nocrs-村.shp")});
    work.settle();
    REQUIRE(form->asking());
    CHECK(form->fileName() == QStringLiteral("煤矿.csv"));
    CHECK(form->kind() == "mine");
    CHECK(form->nameField() == QStringLiteral("名称"));
    CHECK(form->sample().contains(QStringLiteral("乙矿")));
    CHECK(form->ready());
    form->setCounty(QStringLiteral("县"));
    form->setReplaces(true);
    form->accept();
    work.settle(); // the broken one between them is told of and passed over
    REQUIRE(work.backend->addedLayers.size() == 1);
    CHECK(work.backend->addedLayers[0].county == "县");
    CHECK(work.backend->addedLayers[0].replace);
    REQUIRE(form->asking());
    CHECK(form->kind() == "village");
    CHECK_FALSE(form->replaces()); // nothing stays from the file before
    CHECK_FALSE(form->ready());
    CHECK_FALSE(form->crsFault().isEmpty());
    form->accept(); // not ready: nothing happens
    CHECK(work.backend->addedLayers.size() == 1);
    form->setCrs("gcj02");
    work.settle();
    CHECK(form->crsFault().isEmpty());
    REQUIRE(form->ready());
    form->accept();
    work.settle();
    CHECK(work.backend->addedLayers.back().crs == "gcj02");
    CHECK_FALSE(form->asking());
    work.session.askLayers({QUrl::fromLocalFile("/mine.csv")});
    work.settle();
    form->skip();
    CHECK(work.backend->addedLayers.size() == 2);
    CHECK_FALSE(form->asking());
}

TEST_CASE("a layer named at the start is taken at once, and asked about only where its coordinates are not said", "[map][layers]")
{
    Work work;
    work.session.start({"/sample.gpkg", "/煤矿.csv", "/nocrs.shp"});
    work.settle();
    CHECK(work.backend->addedLayers.size() == 1);
    CHECK(work.session.newLayer()->asking());
    CHECK(work.session.newLayer()->fileName() == "nocrs.shp");
}

TEST_CASE("a missing base map is a fault with a cure, not a blank map", "[map][session]")
{
    Work work;
    work.backend->baseMissing = true;
    work.open();
    CHECK(work.session.fault().contains("reinstall"));
    CHECK(work.session.filter()->total() == 6); // the table works all the same
}

TEST_CASE("plans dropped without a ledger go into an unsaved one, which is said", "[map][session]")
{
    Work work;
    QTemporaryDir const folder;
    work.session.setUnsavedFolder(folder.path());
    work.session.start({});
    work.session.drop({QUrl::fromLocalFile("/plan.txt"), QUrl::fromLocalFile("/bad.txt")});
    work.settle();
    CHECK(work.session.unsaved());
    CHECK(work.session.filter()->total() == 6);
    REQUIRE(work.session.messages()->count() == 2); // one failed, the other was imported all the same
    CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString().contains(folder.path()));
}

TEST_CASE("the dossier follows the selection with its source, marks and zones", "[map][dossier]")
{
    Work work;
    work.open();
    auto& dossier = *work.session.dossier();
    CHECK_FALSE(dossier.filled());
    work.session.setSelectedTask("p1-01-02");
    CHECK(dossier.measure() == "扩建城南污水处理厂");
    CHECK(dossier.deadline() == "2023-07-01");
    CHECK(dossier.statusKey() == "due-soon");
    REQUIRE(waitFor([&] { return dossier.source()->lineCount() > 0 && dossier.overlays()->count() > 0; }));
    CHECK(dossier.overlays()->facts().front().value.contains("柳沟自然保护区"));
    REQUIRE(dossier.source()->focusRow() == 4); // its own line
    dossier.source()->setProperty("placeColor", QColor{"#ffd0ae"});
    dossier.source()->setProperty("taskColor", QColor{"#fbefc4"});
    auto const html = dossier.source()->index(4).data(SourceTextModel::HtmlRole).toString();
    CHECK(html.contains("background-color:#ffd0ae\">城南污水处理厂</span>"));
    CHECK(html.contains("background-color:#fbefc4\">扩建</span>"));
    work.session.setSelectedTask("nobody");
    CHECK_FALSE(dossier.filled());
    CHECK(dossier.source()->focusRow() == -1);
}

TEST_CASE("the dossier says what was found about its task, and what was not looked for", "[map][dossier]")
{
    Work work;
    work.open();
    auto& dossier = *work.session.dossier();
    work.session.setSelectedTask("p1-01-01");
    REQUIRE(waitFor([&] { return dossier.findings()->count() == 2; }));
    CHECK(dossier.findings()->facts().front().label == "Rules");
    CHECK(dossier.findings()->facts().front().value == "not run yet");
    work.session.makeFindings("rules"); // one, about the first task
    work.settle();
    REQUIRE(waitFor([&] { return dossier.findings()->count() == 2 && dossier.findings()->facts().front().label != "Rules"; }));
    auto const finding = dossier.findings()->facts().front();
    CHECK(finding.label == "Maybe: Breach");
    CHECK(finding.value.contains("青山自然保护区"));
    CHECK(finding.note.contains("限期恢复原状"));
    CHECK(dossier.asText().contains("Maybe: Breach"));
    work.session.setSelectedTask("p1-01-02");
    REQUIRE(waitFor([&] { return dossier.findings()->count() == 1; })); // statements were not checked
    CHECK(dossier.findings()->facts().front().label == "Statements");
}

TEST_CASE("marks count characters, also beyond the basic plane", "[map][dossier]")
{
    Work work;
    work.open();
    auto& source = *work.session.dossier()->source();
    work.session.setSelectedTask("p1-01-06");
    REQUIRE(waitFor([&] { return source.focusRow() == 8; }));
    source.setProperty("placeColor", QColor{"#ffd0ae"});
    CHECK(source.index(8).data(SourceTextModel::HtmlRole).toString().contains(">𠮷山</span>"));
}

TEST_CASE("groups of the layer tree have three states", "[map][layers]")
{
    Work work;
    work.open();
    auto& layers = *work.session.layers();
    QSignalSpy const changed{&layers, &LayerTreeModel::visibilityChanged};
    auto const zones = work.group("Protected zones");
    REQUIRE(zones.isValid());
    CHECK(zones.data(LayerTreeModel::CheckRole).toInt() == Qt::Checked);
    layers.toggle(zones);
    CHECK(zones.data(LayerTreeModel::CheckRole).toInt() == Qt::Unchecked);
    CHECK_FALSE(layers.visible("reserves"));
    CHECK(layers.visible("rivers"));
    CHECK(changed.count() == 1);
    work.settle();
    CHECK(work.session.scene()->renderer()->scene().layers.size() == 2);
    CHECK(work.session.scene()->fullScene()->layers.size() == 3); // nothing is lost
    layers.toggle(work.group("Tasks"));
    work.settle();
    CHECK_FALSE(work.session.scene()->renderer()->scene().symbolsVisible);
    layers.toggle(work.group("Tasks"));
    layers.toggle(zones);
    work.settle();
    CHECK(work.session.scene()->renderer()->scene().layers.size() == 3);
}

TEST_CASE("a filter shows on the map too", "[map][session]")
{
    Work work;
    work.open();
    work.session.filter()->setCounty("甲县");
    work.settle();
    CHECK(work.session.scene()->renderer()->scene().symbols.size() == 2);
    work.session.filter()->clear();
    work.settle();
    CHECK(work.session.scene()->renderer()->scene().symbols.size() == 4);
}

TEST_CASE("a query filters, marks and counts yes and maybe", "[map][query]")
{
    Work work;
    work.open();
    auto& query = *work.session.query();
    query.withinCorners({{37.2, 112.1}, {37.9, 112.5}});
    work.settle();
    CHECK(query.active());
    CHECK(query.yes() == 1);
    CHECK(query.maybe() == 1); // known to the township only
    CHECK(work.session.filter()->shown() == 2);
    auto const row = work.session.tasks()->index(work.session.tasks()->rowOf("p1-01-03"), 0);
    CHECK(row.data(TaskTableModel::MarkRole).toInt() == 1);
    query.setPart(QueryController::OnlyMaybe);
    CHECK(work.session.filter()->taskIdAt(0) == "p1-01-03");
    CHECK(work.session.filter()->shown() == 1);
    query.setPart(QueryController::OnlyYes);
    CHECK(work.session.filter()->taskIdAt(0) == "p1-01-01");
    SECTION("closing it brings all tasks back") { query.clear(); }
    SECTION("so does clearing all filters") { work.session.filter()->clear(); }
    CHECK_FALSE(query.active());
    CHECK(work.session.filter()->shown() == 6);
    CHECK(row.data(TaskTableModel::MarkRole).toInt() == 0);
}

TEST_CASE("a drawn area needs three corners", "[map][query]")
{
    Work work;
    work.open();
    work.session.query()->withinCorners({{37.2, 112.1}});
    CHECK_FALSE(work.session.jobs()->busy());
    work.session.query()->withinCorners({{37.2, 112.1}, {37.4, 112.1}, {37.4, 112.3}});
    work.settle();
    CHECK(work.session.query()->outline().size() == 3);
}

TEST_CASE("what is on show can be exported, and the report is told", "[map][export]")
{
    Work work;
    work.open();
    work.session.filter()->setWhere(TaskFilterModel::Unlocated);
    work.session.exportTasks(QUrl::fromLocalFile("/out"), "shp", "GB18030", 4547, true, true);
    work.settle();
    CHECK(work.backend->exportedTasks == std::vector<std::string>{"p1-01-05", "p1-01-06"});
    CHECK(work.backend->exported.encoding == "GB18030");
    CHECK(work.backend->exported.epsg == 4547);
    CHECK(work.backend->exported.overwrite);
    CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString().contains("/out/tasks.shp"));
    work.session.exportTasks(QUrl::fromLocalFile("/full"), "csv", "UTF-8", 4490, false, false);
    work.settle();
    CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString().contains("free some space"));
    CHECK(work.backend->exportedTasks.size() == 2); // not touched
}

TEST_CASE("findings become a layer that is shown, and a list that leads to the tasks", "[map][findings]")
{
    Work work;
    work.open();
    CHECK(work.session.findings()->count() == 0);
    work.session.makeFindings("nothing of the kind");
    work.settle();
    CHECK(work.session.findings()->count() == 0);
    work.session.makeFindings("rules");
    work.settle();
    CHECK(work.group("Hotspots and results").isValid());
    CHECK(work.session.layers()->visible("rule_findings"));
    REQUIRE(work.session.findings()->count() == 1);
    auto const& fact = work.session.findings()->facts().front();
    CHECK(fact.tone == "maybe");
    CHECK(fact.label.contains("Breach"));
    CHECK(fact.value.contains("甲煤矿"));
    CHECK(fact.note.contains("限期恢复原状"));
    work.session.setSelectedTask(fact.key);
    CHECK(work.session.selectedTask() == fact.key);
    work.session.makeFindings("claims"); // beside the first
    work.settle();
    CHECK(work.session.findings()->count() == 2);
    work.session.makeFindings("rules"); // in its place
    work.settle();
    CHECK(work.session.findings()->count() == 2);
}

TEST_CASE("another date is taken only if it is one", "[map][session]")
{
    Work work;
    work.open();
    work.session.setAsOf("2023-02-31");
    CHECK(work.session.asOf() == "2023-06-15");
    work.session.setAsOf("2025-01-01");
    CHECK(work.session.filter()->overdueCount() == 3);
    work.settle();
    CHECK(work.session.scene()->renderer()->scene().symbols.front().status == cartography::Status::Overdue);
}

TEST_CASE("the selection survives sorting, filtering and a new reading of the ledger", "[map][session]")
{
    Work work;
    work.open();
    work.session.setSelectedTask("p1-01-03");
    work.session.filter()->sortBy(TaskTableModel::Deadline);
    work.session.filter()->setCounty("乙县"); // it is not on show now
    CHECK(work.session.selectedTask() == "p1-01-03");
    work.session.openLedger(QUrl::fromLocalFile("/sample.gpkg"));
    work.settle();
    CHECK(work.session.selectedTask() == "p1-01-03");
    CHECK(work.session.dossier()->taskId() == "p1-01-03");
}

TEST_CASE("the language changes at run time and back", "[map][language]")
{
    Work work;
    work.open();
    auto const header = [&] { return work.session.tasks()->headerData(TaskTableModel::Deadline, Qt::Horizontal, Qt::DisplayRole).toString(); };
    work.session.language()->setCode("zh");
    auto const chinese = header();
    CHECK(chinese == "时限");
    work.session.language()->setCode("en");
    CHECK(header() == "Deadline");
    work.session.language()->setCode("zh");
    CHECK(header() == chinese);
}
