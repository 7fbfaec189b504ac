#include "map/window.hpp"
#include "sample.hpp"
#include "text.hpp"
#include "wait.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <QGeoCoordinate>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTest>

#include <set>

using namespace zhengtu::map;
using namespace zhengtu::map::testing;
using Catch::Approx;

namespace {

/// The window with the sample open, in English, and hands to use it with. Any warning of Qt or QML fails the test.
class Desk {
public:
    explicit Desk(QString const& plugin = QStringLiteral("itemsoverlay"), QStringList const& files = {"/sample.gpkg"})
        : warnings{WarningCounter::count()}
    {
        session.language()->setCode("en");
        window = std::make_unique<Window>(session, WindowOptions{.mapPlugin = plugin, .remember = false, .size = {1400, 900}});
        REQUIRE(window->loaded());
        session.start(files);
        if (plugin == QLatin1String("itemsoverlay")) { settle(); }
    }
    ~Desk()
    {
        window.reset();
        INFO(WarningCounter::last().toStdString());
        CHECK(WarningCounter::count() == warnings);
    }
    void settle() const { REQUIRE(window->waitSettled(60'000)); }

    template <class T = QQuickItem> [[nodiscard]] T* find(QString const& name) const
    {
        auto* found = window->window()->findChild<T*>(name);
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    [[nodiscard]] MapLayerItem* map() const { return find<MapLayerItem>("mapLayer"); }
    /// A place on the map as a point of the window.
    [[nodiscard]] QPoint at(double lon, double lat) const { return map()->mapToScene(map()->pointAt({lat, lon})).toPoint(); }
    void click(QPoint point, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 10); // two clicks are two, not a double one
        QTest::mouseClick(window->window(), button, {}, point);
        settle();
    }
    void click(QString const& name) const { click(middle(find(name))); }
    [[nodiscard]] static QPoint middle(QQuickItem* item) { return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(window->window(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 10; ++i) { // QTest::mouseMove knows no modifiers
            QPointF const point = QPointF{from} + QPointF{to - from} * i / 10;
            QMouseEvent move{QEvent::MouseMove, point, window->window()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, modifiers};
            QCoreApplication::sendEvent(window->window(), &move);
            QTest::qWait(2);
        }
        QTest::mouseRelease(window->window(), Qt::LeftButton, modifiers, to);
        settle();
    }
    /// The cell of the table, or the heading, that shows a text, among those on the screen.
    [[nodiscard]] QQuickItem* cell(QString const& text) const
    {
        auto* found = cell(*window->window()->contentItem(), text);
        INFO(text.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    [[nodiscard]] static QQuickItem* cell(QQuickItem& item, QString const& text)
    {
        if (item.property("display").toString() == text) { return &item; }
        for (auto* child : item.childItems()) { // delegates are no QObject children
            if (auto* found = child->isVisible() ? cell(*child, text) : nullptr) { return found; }
        }
        return nullptr;
    }

    FakeBackend* backend = new FakeBackend;
    Session session{std::unique_ptr<Backend>{backend}, sampleDay};
    std::unique_ptr<Window> window;
    int warnings;
};

} // namespace

TEST_CASE("a click on a row selects it on the map and fills the dossier", "[ui]")
{
    Desk desk;
    desk.click(Desk::middle(desk.cell("修复柳沟矿山")));
    CHECK(desk.session.selectedTask() == "p1-01-04");
    CHECK(desk.find("dossierMeasure")->property("text").toString() == "修复柳沟矿山");
    CHECK(desk.session.scene()->emphasis().taskIds == std::vector<std::string>{"p1-01-04"});
    desk.find("ledgerTable")->forceActiveFocus();
    QTest::keyClick(desk.window->window(), Qt::Key_Up);
    CHECK(desk.session.selectedTask() == "p1-01-03");
}

TEST_CASE("a click on a symbol selects its row, also when the table is sorted", "[ui]")
{
    Desk desk;
    desk.session.filter()->sortBy(TaskTableModel::Place);
    desk.click(desk.at(112.2, 37.3));
    CHECK(desk.session.selectedTask() == "p1-01-01");
    CHECK(desk.cell("封堵东桥村排污口")->property("selected").toBool());
    CHECK(desk.find("dossierStatus")->property("text").toString() == "Overdue");
    desk.click(desk.at(112.45, 37.6)); // a county: another thing
    CHECK(desk.session.identify()->hasFeature());
    CHECK(desk.session.selectedTask() == "p1-01-01");
    QTest::keyClick(desk.window->window(), Qt::Key_Escape);
    CHECK_FALSE(desk.session.identify()->hasFeature());
    desk.click("zoomOut");
    desk.click(desk.at(113.2, 37.6)); // nothing at all
    CHECK(desk.session.selectedTask().isEmpty());
}

TEST_CASE("a click on a zone shows what it is and finds the tasks within", "[ui]")
{
    Desk desk;
    desk.click(desk.at(112.72, 37.38));
    REQUIRE(desk.session.identify()->hasFeature());
    CHECK(desk.session.identify()->featureName().contains("柳沟自然保护区"));
    desk.click("queryWithin");
    CHECK(desk.session.query()->active());
    CHECK(desk.session.filter()->shown() == 1);
    CHECK(desk.find("queryYes")->property("text").toString() == "1 inside");
    CHECK(desk.session.scene()->renderer()->scene().symbols.size() == 1);
    desk.click("queryWithinWhole");
    CHECK(desk.session.filter()->shown() == 2);
    desk.click("queryClear");
    CHECK(desk.session.filter()->shown() == 6);
}

TEST_CASE("Shift-drag finds the tasks in a box and does not move the map", "[ui]")
{
    Desk desk;
    auto const centre = desk.map()->centre();
    desk.drag(desk.at(112.1, 37.78), desk.at(112.45, 37.29), Qt::ShiftModifier);
    CHECK(desk.map()->centre() == centre);
    REQUIRE(desk.session.query()->active());
    CHECK(desk.session.filter()->shown() == 2);
    CHECK(desk.session.query()->yes() == 1);
    CHECK(desk.session.query()->maybe() == 1);
    desk.find("mapPane")->forceActiveFocus();
    QTest::keyClick(desk.window->window(), Qt::Key_Escape);
    CHECK_FALSE(desk.session.query()->active());
}

TEST_CASE("a polygon is drawn by clicks and asked about", "[ui]")
{
    Desk desk;
    desk.click("draw");
    for (auto const& corner : {desk.at(112.6, 37.81), desk.at(112.9, 37.81), desk.at(112.9, 37.6)}) { desk.click(corner); }
    CHECK(desk.session.selectedTask().isEmpty()); // a click while drawing selects nothing
    desk.find("mapPane")->forceActiveFocus();
    QTest::keyClick(desk.window->window(), Qt::Key_Return);
    desk.settle();
    REQUIRE(desk.session.query()->active());
    CHECK(desk.session.query()->outline().size() == 3);
    CHECK(desk.session.filter()->taskIdAt(0) == "p1-01-04");
}

TEST_CASE("a pin is dropped by a click on the map, a line and an area are drawn", "[ui]")
{
    using Drawing = CorrectionDesk::Drawing;
    Desk desk;
    auto* const hand = desk.session.corrections();
    desk.session.setSelectedTask("p1-01-01");
    hand->setDrawing(Drawing::Pin);
    desk.click(desk.at(112.3, 37.5));
    REQUIRE(desk.backend->corrected.size() == 1);
    CHECK(desk.backend->corrected[0] == "p1-01-01-s1 point");
    CHECK(hand->drawing() == Drawing::None);
    CHECK(desk.session.selectedTask() == "p1-01-01"); // and stays what is on show
    auto const extent = desk.session.extentOfTask("p1-01-01");
    CHECK(extent.x() == Approx(112.3).margin(0.01)); // the map has it at once
    hand->setDrawing(Drawing::Line);
    desk.click(desk.at(112.3, 37.5));
    desk.click(desk.at(112.4, 37.5));
    QTest::keyClick(desk.window->window(), Qt::Key_Return);
    desk.settle();
    CHECK(desk.backend->corrected.back() == "p1-01-01-s1 line");
    hand->setDrawing(Drawing::Area);
    desk.click(desk.at(112.3, 37.5));
    QTest::keyClick(desk.window->window(), Qt::Key_Escape); // given up
    CHECK(hand->drawing() == Drawing::None);
    CHECK(desk.backend->corrected.size() == 2);
    hand->setDrawing(Drawing::Pin);
    QTest::keyClick(desk.window->window(), Qt::Key_Return); // by keys: where the map is centred
    desk.settle();
    CHECK(desk.backend->corrected.size() == 3);
}

TEST_CASE("a state that is set goes into the history and is taken back with Ctrl+Z", "[ui]")
{
    Desk desk;
    auto* const hand = desk.session.corrections();
    CHECK_FALSE(hand->canUndo());
    desk.session.setSelectedTask("p1-01-01");
    hand->setStatus("closed");
    desk.settle();
    CHECK(hand->state() == "closed");
    REQUIRE(hand->history()->count() == 1);
    CHECK(hand->history()->facts()[0].value == "state");
    REQUIRE(hand->canUndo());
    QTest::keyClick(desk.window->window(), Qt::Key_Z, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.backend->corrected.back() == "undo");
    QTest::keyClick(desk.window->window(), Qt::Key_Y, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.backend->corrected.back() == "redo");
}

TEST_CASE("a correction that is refused says why and changes nothing", "[ui]")
{
    Desk desk;
    desk.session.setSelectedTask("p1-01-01");
    desk.session.corrections()->setDeadline("never");
    desk.settle();
    CHECK(desk.backend->corrected.empty());
    CHECK(desk.session.messages()->rowCount() > 0);
}

TEST_CASE("the form of a new layer opens with its look and closes when it is answered", "[ui]")
{
    Desk desk;
    auto const dialog = [&desk] { return desk.find<QObject>("layerDialog")->property("opened").toBool(); };
    CHECK_FALSE(dialog());
    desk.session.drop({QUrl::fromLocalFile("/nocrs-mine.shp")});
    desk.settle();
    CHECK(waitFor(dialog));
    CHECK(desk.find("layerCrs")->property("wrong").toBool());
    auto* const kind = desk.find("layerKind");
    CHECK(kind->property("displayText").toString() == "Mines");
    desk.session.newLayer()->setCrs("EPSG:4490");
    desk.settle();
    CHECK_FALSE(desk.find("layerCrs")->property("wrong").toBool());
    desk.session.newLayer()->accept();
    desk.settle();
    CHECK(waitFor([&] { return !dialog(); }));
    REQUIRE(desk.backend->addedLayers.size() == 1);
    CHECK(desk.backend->addedLayers[0].kind == "mine");
    desk.session.drop({QUrl::fromLocalFile("/mine.csv")});
    desk.settle();
    CHECK(waitFor(dialog));
    QTest::keyClick(desk.window->window(), Qt::Key_Escape); // given up
    CHECK(waitFor([&] { return !desk.session.newLayer()->asking(); }));
    CHECK(desk.backend->addedLayers.size() == 1);
}

TEST_CASE("the wheel zooms and keeps what is under the pointer", "[ui]")
{
    Desk desk;
    auto const point = desk.at(112.2, 37.3);
    auto const local = desk.map()->mapFromScene(point);
    auto const before = desk.map()->coordinateAt(local);
    auto const level = desk.map()->zoomLevel();
    for (auto const delta : {120, 120, 120, -120}) {
        QTest::wheelEvent(desk.window->window(), point, {0, delta});
        auto const after = desk.map()->coordinateAt(local);
        CHECK(after.distanceTo(before) < 0.5); // metres; a pixel is about 100
    }
    CHECK(desk.map()->zoomLevel() == Approx(level + 1));
    desk.settle();
}

TEST_CASE("a drag moves the map with the pointer, and no row is selected", "[ui]")
{
    Desk desk;
    auto const from = desk.at(112.4, 37.6), to = from + QPoint{120, -70};
    auto const grabbed = desk.map()->coordinateAt(desk.map()->mapFromScene(from));
    desk.drag(from, to);
    auto const there = desk.map()->coordinateAt(desk.map()->mapFromScene(to));
    auto const pixelM = desk.map()->view().groundMetresPerPixel();
    CHECK(there.distanceTo(grabbed) < 1.5 * pixelM);
    CHECK(desk.session.selectedTask().isEmpty());
}

TEST_CASE("the map's own projection is that of QtLocation", "[ui]")
{
    Desk desk;
    auto* location = desk.find("map");
    for (auto const& point : {QPointF{10, 20}, QPointF{400, 300}, QPointF{700.5, 111.25}}) {
        QGeoCoordinate theirs;
        REQUIRE(QMetaObject::invokeMethod(location, "toCoordinate", Q_RETURN_ARG(QGeoCoordinate, theirs), Q_ARG(QPointF, point), Q_ARG(bool, false)));
        CHECK(theirs.distanceTo(desk.map()->coordinateAt(point)) < 1);
    }
}

TEST_CASE("keys move, zoom and bring the map home", "[ui]")
{
    Desk desk;
    auto const home = desk.map()->centre();
    auto const level = desk.map()->zoomLevel();
    desk.find("mapPane")->forceActiveFocus();
    auto* window = desk.window->window();
    QTest::keyClick(window, Qt::Key_Plus);
    CHECK(desk.map()->zoomLevel() > level);
    QTest::keyClick(window, Qt::Key_Right);
    CHECK(desk.map()->centre().longitude() > home.longitude());
    QTest::keyClick(window, Qt::Key_Down);
    CHECK(desk.map()->centre().latitude() < home.latitude());
    QTest::keyClick(window, Qt::Key_Home);
    CHECK(desk.map()->centre().distanceTo(home) < 1);
    CHECK(desk.map()->zoomLevel() == Approx(level));
}

TEST_CASE("chips filter the table and the map", "[ui]")
{
    Desk desk;
    desk.click("unlocatedChip");
    CHECK(desk.session.filter()->shown() == 2);
    CHECK(desk.cell("完善𠮷山监测站") != nullptr);
    desk.click("allChip");
    desk.click("countyChip");
    for (auto const key : {Qt::Key_Y, Qt::Key_X}) { QTest::keyClick(desk.window->window(), key); } // initials of 乙县
    QTest::keyClick(desk.window->window(), Qt::Key_Return);
    desk.settle();
    CHECK(desk.session.filter()->county() == "乙县");
    CHECK(desk.session.filter()->shown() == 2);
    CHECK(desk.session.scene()->renderer()->scene().symbols.size() == 2);
    desk.click("clearFilters");
    CHECK(desk.session.filter()->shown() == 6);
}

TEST_CASE("typing in the search field narrows the table", "[ui]")
{
    Desk desk;
    QTest::keyClick(desk.window->window(), Qt::Key_F, Qt::ControlModifier);
    for (auto const key : {Qt::Key_S, Qt::Key_L}) { QTest::keyClick(desk.window->window(), key); }
    REQUIRE(waitFor([&] { return desk.session.filter()->shown() == 1; }));
    CHECK(desk.session.filter()->taskIdAt(0) == "p1-01-03");
    QTest::keyClick(desk.window->window(), Qt::Key_Escape);
    REQUIRE(waitFor([&] { return desk.session.filter()->shown() == 6; }));
}

TEST_CASE("a click on a heading sorts", "[ui]")
{
    Desk desk;
    desk.session.setSelectedTask("p1-01-05");
    desk.click(Desk::middle(desk.cell("No.")));
    desk.click(Desk::middle(desk.cell("No.")));
    CHECK(desk.session.filter()->taskIdAt(0) == "p1-01-06");
    CHECK(desk.session.selectedTask() == "p1-01-05");
}

TEST_CASE("the language changes in the open window", "[ui]")
{
    Desk desk;
    CHECK(desk.find("counts")->property("text").toString() == "6 tasks, 4 located, 2 not");
    desk.session.language()->setCode("zh");
    desk.settle();
    CHECK(desk.find("counts")->property("text").toString() == "任务 6 项，已定位 4，未定位 2");
    desk.session.language()->setCode("en");
    CHECK(desk.find("counts")->property("text").toString() == "6 tasks, 4 located, 2 not");
}

TEST_CASE("a missing plugin gives a message with the cure instead of a blank map", "[ui]")
{
    Desk desk{"nosuchplugin"};
    REQUIRE(waitFor([&] { return desk.session.filter()->total() == 6; }));
    REQUIRE(waitFor([&] { return desk.find("faultPanel")->isVisible(); }));
    CHECK(desk.find("faultText")->property("text").toString().contains("qt6-location-plugins"));
}

TEST_CASE("an empty window says what to do next", "[ui]")
{
    Desk desk{"itemsoverlay", {}};
    CHECK(desk.find("emptyState")->isVisible());
    desk.session.openLedger(QUrl::fromLocalFile("/sample.gpkg"));
    desk.settle();
    CHECK_FALSE(desk.find("emptyState")->isVisible());
}

TEST_CASE("the table folds away and comes back", "[ui]")
{
    Desk desk;
    auto const before = desk.map()->height();
    desk.click("collapseLedger");
    CHECK(desk.map()->height() > before + 100);
    desk.click("collapseLedger");
    CHECK(desk.map()->height() == Approx(before).margin(2));
}

TEST_CASE("the window remembers its panels from run to run", "[ui]")
{
    auto const tableShown = [](bool toggle) {
        Session session{std::make_unique<FakeBackend>(), sampleDay};
        Window const window{session, {.remember = true, .size = {1200, 800}}};
        REQUIRE(window.loaded());
        auto const shown = window.window()->property("tableShown").toBool();
        if (toggle) { window.window()->setProperty("tableShown", !shown); }
        window.window()->close();
        return shown;
    };
    CHECK(tableShown(true));
    CHECK_FALSE(tableShown(true));
    CHECK(tableShown(false));
}

TEST_CASE("a small pan shows the picture that is there, a wide one makes another", "[ui]")
{
    Desk desk;
    auto const pictures = desk.map()->pictures();
    desk.drag(desk.at(112.4, 37.6), desk.at(112.4, 37.6) + QPoint{30, 10});
    CHECK(desk.map()->pictures() == pictures);
    desk.drag(desk.at(112.5, 37.6), desk.at(112.5, 37.6) + QPoint{300, 100});
    CHECK(desk.map()->pictures() > pictures);
}

TEST_CASE("the window shows a map and not a blank", "[ui][smoke]")
{
    Desk desk;
    desk.session.setSelectedTask("p1-01-02");
    desk.settle();
    auto const picture = desk.window->window()->grabWindow();
    REQUIRE(picture.size() == QSize(1400, 900));
    auto const corner = desk.map()->mapToScene({0, 0}).toPoint();
    auto const map = picture.copy(QRect{corner, desk.map()->size().toSize()});
    std::set<QRgb> colours;
    for (int y = 0; y < map.height(); y += 2) {
        for (int x = 0; x < map.width(); x += 2) { colours.insert(map.pixel(x, y)); }
    }
    CHECK(colours.size() > 100);
}
