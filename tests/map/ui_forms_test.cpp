#include "desk.hpp"

#include <catch2/catch_approx.hpp>

using namespace zhengtu::map;
using namespace zhengtu::map::testing;
using Catch::Approx;

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
