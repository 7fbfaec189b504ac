#include "desk.hpp"

#include <catch2/catch_approx.hpp>

#include <set>

using namespace zhengtu::map;
using namespace zhengtu::map::testing;
using Catch::Approx;

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
    CHECK(desk.find("queryYes")->property("text").toString() == "1 yes");
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

TEST_CASE("the map shows all tasks in whatever size it gets until somebody moves it", "[ui]")
{
    Desk desk;
    auto* window = desk.window->window();
    auto const resized = [&](int width, int height) {
        window->resize(width, height);
        desk.settle();
        return desk.map()->zoomLevel();
    };
    auto const level = desk.map()->zoomLevel();
    CHECK(resized(900, 600) < level);
    CHECK(resized(1400, 900) == Approx(level));
    desk.find("mapPane")->forceActiveFocus();
    QTest::keyClick(window, Qt::Key_Plus);
    auto const chosen = desk.map()->zoomLevel();
    CHECK(resized(900, 600) == Approx(chosen));
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
