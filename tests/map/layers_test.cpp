#include "desk.hpp"
#include "map/layer_sheet.hpp"
#include "work.hpp"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

geo::Layer result(std::string id, std::string title)
{
    geo::Layer layer;
    layer.id = std::move(id);
    layer.title = std::move(title);
    layer.kind = "hotspot";
    layer.style = "hotspot";
    layer.note = "DBSCAN over sites; eps_m 8000 (the width of a township; by hand); min_sites 4; warning: only 8 positions";
    geo::Feature feature;
    feature.id = "h1";
    feature.kind = "hotspot";
    feature.more = {{"sites", "12"}, {"class", "hot"}};
    feature.shape = {geo::ShapeType::Polygon, {geo::Part{{{112.1, 37.1}, {112.2, 37.1}, {112.2, 37.2}, {112.1, 37.1}}, {}}}};
    layer.features = {feature};
    return layer;
}

/// Two results and, between them in the ledger, a layer of the user.
void addResults(FakeBackend& backend)
{
    auto mine = result("mine", "矿区");
    mine.kind = "user";
    mine.note.clear();
    mine.origin = geo::LayerOrigin::User;
    mine.provenance = "mines.shp: Shapefile\nencoding GBK";
    backend.ledgers["/sample.gpkg"].layers = {result("low", "低"), mine, result("high", "高")};
}

QStringList titles(LayerTreeModel& tree, QModelIndex const& group)
{
    QStringList all;
    for (int row = 0; row < tree.rowCount(group); ++row) { all << tree.index(row, 0, group).data(LayerTreeModel::TitleRole).toString(); }
    return all;
}

} // namespace

TEST_CASE("a layer of the ledger is renamed, moved within its group and removed; one that ships is not", "[layers]")
{
    Work work;
    addResults(*work.backend);
    work.open();
    auto& actions = *work.session.layerActions();
    auto const results = [&] { return titles(*work.session.layers(), work.group("Hotspots and results")); };
    CHECK(results() == QStringList{"高", "低"});
    CHECK(actions.canMove("low", 1));
    CHECK_FALSE(actions.canMove("low", -1));
    CHECK_FALSE(actions.canMove("mine", 1)); // alone in its group, though others lie beside it in the ledger
    actions.move("low", 1);
    work.settle();
    CHECK(results() == QStringList{"低", "高"});
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.back().id == "low");
    actions.move("low", 1); // no further
    work.settle();
    CHECK(results() == QStringList{"低", "高"});

    actions.rename("low", "  东部聚集区 ");
    work.settle();
    CHECK(results() == QStringList{"东部聚集区", "高"});
    actions.rename("low", "   ");
    work.settle();
    CHECK(results() == QStringList{"东部聚集区", "高"});

    CHECK(actions.isLayer("counties"));
    CHECK_FALSE(actions.ofLedger("counties"));
    CHECK_FALSE(actions.isLayer("group-1"));
    CHECK_FALSE(actions.isLayer("tasks"));
    actions.remove("counties");
    actions.rename("counties", "x");
    actions.move("counties", 1);
    work.settle();
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.size() == 3);

    runAndStop(*work.session.jobs(), [&] { actions.remove("high"); });
    work.settle();
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.size() == 3);
    actions.remove("high");
    work.settle();
    CHECK(results() == QStringList{"东部聚集区"});
    CHECK(work.lastMessage() == "Layer 高 was removed");
    CHECK(actions.placesTasks("mine"));
    CHECK_FALSE(actions.placesTasks("low"));
    actions.remove("mine");
    work.settle();
    CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString() == "1 sites of 1 tasks are placed otherwise now");
}

TEST_CASE("a result that was removed is put back by undo, in its turn with corrections", "[layers]")
{
    Work work;
    addResults(*work.backend);
    work.open();
    auto& actions = *work.session.layerActions();
    auto const ids = [&] {
        QStringList all;
        for (auto const& layer : work.backend->ledgers["/sample.gpkg"].layers) { all << QString::fromStdString(layer.id); }
        return all;
    };
    auto const before = ids();
    CHECK_FALSE(actions.canRestore());
    actions.remove("low");
    work.settle();
    CHECK(actions.canRestore());
    actions.restore();
    work.settle();
    CHECK(ids() == before);
    CHECK_FALSE(actions.canRestore());

    actions.remove("low");
    work.settle();
    actions.remove("high");
    work.settle();
    work.backend->ledgers["/sample.gpkg"].undo.undo.push_back({.id = "e9", .when = {}, .who = {}, .subject = {}, .what = "status", .oldValue = {}, .newValue = {}, .context = {}});
    emit actions.changed(); // read anew: a correction came last
    work.settle();
    CHECK_FALSE(actions.canRestore());
    work.backend->ledgers["/sample.gpkg"].undo.undo.clear(); // and was taken back
    emit actions.changed();
    work.settle();
    actions.restore();
    work.settle();
    actions.restore();
    work.settle();
    CHECK(ids() == before);

    actions.remove("mine"); // a user's own: the tasks were placed anew
    work.settle();
    CHECK_FALSE(actions.canRestore());
}

TEST_CASE("a layer is coloured by one of its fields, and plain again", "[layers]")
{
    Work work;
    auto layer = result("track", "走航");
    layer.style = "user";
    layer.features.clear();
    for (auto const* value : {"29", "73.9", "348"}) {
        geo::Feature feature;
        feature.id = value;
        feature.shape = {geo::ShapeType::Point, {geo::Part{{{112.5, 37.5}}, {}}}};
        feature.more = {{"PM10", value}, {"device", "A"}};
        layer.features.push_back(std::move(feature));
    }
    layer.features.back().county = "乙县";
    work.backend->ledgers["/sample.gpkg"].layers = {layer};
    work.open();
    auto& actions = *work.session.layerActions();
    CHECK(actions.fieldsOf("track") == QStringList{"PM10", "county"}); // what is the same everywhere parts nothing
    CHECK(actions.isNumber("track", "PM10"));
    CHECK_FALSE(actions.isNumber("track", "county"));
    CHECK(actions.colouredBy("track").isEmpty());
    auto const style = [&] { return work.backend->ledgers["/sample.gpkg"].layers.front().style; };
    auto const legendLines = [&] { return work.session.layers()->rowCount(work.session.layers()->index(0, 0, work.group("Hotspots and results"))); };
    actions.colourBy("track", "PM10", true);
    work.settle();
    CHECK(style() == "graduated:user:PM10");
    CHECK(actions.colouredBy("track") == "PM10");
    CHECK(legendLines() == 3);
    actions.colourBy("track", "county", false); // the look below it stays what it was
    work.settle();
    CHECK(style() == "categories:user:county");
    CHECK(legendLines() == 2);
    actions.colourBy("track", {}, false);
    work.settle();
    CHECK(style() == "user");
    actions.colourBy("counties", "name", false); // it ships
    work.settle();
    CHECK(work.lastMessage().isEmpty());
}

TEST_CASE("the table of a layer has its fields, and the account its parameters with their reasons", "[layers]")
{
    auto const layer = result("low", "低");
    auto const sheet = layerSheet(layer);
    REQUIRE(sheet.pages.size() == 1);
    auto const& page = sheet.pages.front();
    REQUIRE(page.rows.size() == 1);
    CHECK(page.rows[0].key == "feature:low/h1");
    CHECK(page.rows[0].cells.first() == "h1"); // it has no name
    CHECK(page.numbers == QList<int>{1});
    CHECK(page.headings.size() == page.rows[0].cells.size());
    CHECK_FALSE(sheet.extent.isNull());
    auto const facts = noteFacts(layer.note);
    REQUIRE(facts.size() == 4);
    CHECK(facts[1].value == "8000");
    CHECK(facts[1].note == "the width of a township; by hand"); // a semicolon within brackets parts nothing
    CHECK(facts[2].note.isEmpty());
    CHECK(facts[3].tone == "warning");
    CHECK(noteFacts("drawn from the map of 2014").front().value == "drawn from the map of 2014"); // a sentence is no parameter
    CHECK(noteFacts("").empty());
}

TEST_CASE("a layer is removed with Del and a question, renamed with F2", "[ui]")
{
    Desk desk;
    addResults(*desk.backend);
    desk.session.openLedger(QUrl::fromLocalFile("/sample.gpkg"));
    desk.settle();
    auto const press = [&desk](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(desk.window->window(), key, modifiers); };
    auto const opened = [&desk](char const* name) { return desk.find<QObject>(name)->property("opened").toBool(); };
    auto const rowOf = [&desk](char const* title) { return Desk::middle(desk.item(QStringLiteral("tick:") + QString::fromUtf8(title))) + QPoint{60, 0}; };
    desk.click(rowOf("高"));
    press(Qt::Key_F2);
    REQUIRE(waitFor([&] { return opened("layerNaming"); }));
    desk.type("x1");
    press(Qt::Key_Return);
    REQUIRE(waitFor([&] { return !opened("layerNaming"); }));
    desk.settle();
    auto& kept = desk.backend->ledgers["/sample.gpkg"].layers;
    CHECK(kept.back().title == "x1"); // the old name was selected, and written over
    desk.find("layerTree")->forceActiveFocus(); // the same layer is the current one
    press(Qt::Key_Down, Qt::ControlModifier);
    desk.settle();
    CHECK(kept.front().id == "high");
    desk.find("layerTree")->forceActiveFocus();
    press(Qt::Key_Return);
    desk.settle();
    CHECK(desk.find("resultTitle")->property("text").toString() == "x1");
    desk.find("layerTree")->forceActiveFocus();
    press(Qt::Key_Delete);
    REQUIRE(waitFor([&] { return opened("layerRemoval"); }));
    press(Qt::Key_Escape);
    REQUIRE(waitFor([&] { return !opened("layerRemoval"); }));
    CHECK(kept.size() == 3); // not without a yes
    desk.find("layerTree")->forceActiveFocus();
    press(Qt::Key_Delete);
    REQUIRE(waitFor([&] { return opened("layerRemoval"); }));
    QMetaObject::invokeMethod(desk.find<QObject>("layerRemoval"), "accept");
    desk.settle();
    CHECK(kept.size() == 2);
    desk.click(rowOf("Nature reserves")); // it ships: no key changes it
    press(Qt::Key_F2);
    press(Qt::Key_Delete);
    CHECK_FALSE(opened("layerNaming"));
    CHECK_FALSE(opened("layerRemoval"));
}

TEST_CASE("the map becomes a sheet with its furniture, on the paper that was chosen", "[layers]")
{
    Work work;
    work.open();
    QTemporaryDir const folder;
    auto const file = folder.filePath("图.png");
    work.session.exportPicture(QUrl::fromLocalFile(file), "整改任务图", "A4", false, work.session.homeExtent());
    work.settle();
    QImage const picture{file};
    REQUIRE_FALSE(picture.isNull());
    CHECK(picture.size() == QSize{2480, 3508}); // 210 x 297 mm at 300 dots per inch
    work.session.exportPicture(QUrl::fromLocalFile(folder.filePath("a.bmp")), {}, "A4", true, work.session.homeExtent());
    work.settle();
    CHECK_FALSE(QFile::exists(folder.filePath("a.bmp")));
    CHECK(work.lastMessage() == "Drawing the picture");
    work.session.exportPicture(QUrl::fromLocalFile(folder.filePath("b.png")), {}, "B4", true, work.session.homeExtent()); // no such paper
    work.settle();
    CHECK_FALSE(QFile::exists(folder.filePath("b.png")));
}
