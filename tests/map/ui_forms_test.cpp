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

TEST_CASE("a question is written, asked and listed by keys", "[ui]")
{
    Desk desk;
    auto* const window = desk.window->window();
    QTest::keyClick(window, Qt::Key_J, Qt::ControlModifier);
    REQUIRE(waitFor([&] { return desk.find<QObject>("queryDialog")->property("opened").toBool(); }));
    auto* const target = desk.item("target0");
    REQUIRE(waitFor([&] { return target->hasActiveFocus(); }));
    desk.type("柳沟");
    REQUIRE(desk.session.targets()->count() == 1);
    QTest::keyClick(window, Qt::Key_Down);
    QTest::keyClick(window, Qt::Key_Return); // takes what is offered
    CHECK(target->property("text").toString() == "reserve:柳沟自然保护区");
    desk.settle();
    CHECK(desk.find("queryPreview")->property("text").toString() == "Of 6 tasks 2 certainly, 0 maybe");
    QTest::keyClick(window, Qt::Key_Return); // asks
    desk.settle();
    REQUIRE(desk.session.query()->active());
    CHECK(desk.find("queryNo")->property("text").toString() == "4 not");
    desk.click("queryList");
    REQUIRE(waitFor([&] { return desk.find("resultPanel")->isVisible(); }));
    desk.find("resultTable")->forceActiveFocus();
    QTest::keyClick(window, Qt::Key_Down);
    desk.settle();
    CHECK(desk.session.selectedTask() == "p1-01-02");
    QTest::keyClick(window, Qt::Key_Down);
    CHECK(desk.session.selectedTask() == "p1-01-04");
    desk.click(Desk::middle(desk.item("resultPage1")));
    CHECK(desk.session.result()->page() == 1);
    QTest::keyClick(window, Qt::Key_Escape);
    CHECK(waitFor([&] { return !desk.find("resultPanel")->isVisible(); }));
    CHECK(desk.session.query()->active()); // the list is closed, not the answer
}

TEST_CASE("what is written in a field of targets stays without an offer", "[ui]")
{
    Desk desk;
    auto* const window = desk.window->window();
    QTest::keyClick(window, Qt::Key_J, Qt::ControlModifier);
    auto* const target = desk.item("target0");
    REQUIRE(waitFor([&] { return target->hasActiveFocus(); }));
    desk.type("nowhere");
    CHECK(desk.session.targets()->count() == 0);
    CHECK(target->property("text").toString() == "nowhere");
    desk.settle();
    CHECK(desk.session.queryForm()->failed());
    CHECK(desk.find("queryPreview")->property("text").toString().contains("nowhere"));
    desk.click(Desk::middle(desk.item("addCondition")));
    CHECK(desk.session.queryForm()->conditions()->count() == 2);
    CHECK(desk.item("target1")->isVisible());
    QTest::keyClick(window, Qt::Key_Escape);
    CHECK(waitFor([&] { return !desk.find<QObject>("queryDialog")->property("opened").toBool(); }));
    CHECK_FALSE(desk.session.query()->active());
}

TEST_CASE("an overlay is chosen, worked out and looked at", "[ui]")
{
    Desk desk;
    auto* const window = desk.window->window();
    QTest::keyClick(window, Qt::Key_U, Qt::ControlModifier);
    REQUIRE(waitFor([&] { return desk.find<QObject>("overlayDialog")->property("opened").toBool(); }));
    REQUIRE(waitFor([&] { return desk.find("overlayKind")->hasActiveFocus(); }));
    for (int i = 0; i < 3; ++i) { QTest::keyClick(window, Qt::Key_Up); } // from the allowable mining area to the first of the list
    CHECK(desk.session.overlayForm()->kind() == 0);
    desk.settle();
    desk.item("field:a")->forceActiveFocus();
    desk.type("county");
    QTest::keyClick(window, Qt::Key_Escape); // closes what is offered, not the form
    CHECK(desk.find<QObject>("overlayDialog")->property("opened").toBool());
    desk.item("field:b")->forceActiveFocus();
    desk.type("river");
    QTest::keyClick(window, Qt::Key_Escape);
    REQUIRE(desk.session.overlayForm()->ready());
    QTest::keyClick(window, Qt::Key_Return);
    desk.settle();
    REQUIRE(waitFor([&] { return desk.find("resultPanel")->isVisible(); }));
    CHECK(desk.session.result()->table()->count() == 2); // the river in either county
    CHECK(desk.session.layers()->visible("overlay_intersection"));
    desk.click("resultAccount");
    CHECK(desk.find("resultAccountList")->isVisible());
    desk.click("closeResult");
    CHECK(waitFor([&] { return !desk.find("resultPanel")->isVisible(); }));
}

TEST_CASE("hotspots propose while their form is open", "[ui]")
{
    Desk desk;
    QTest::keyClick(desk.window->window(), Qt::Key_H, Qt::ControlModifier);
    REQUIRE(waitFor([&] { return desk.find<QObject>("hotspotDialog")->property("opened").toBool(); }));
    desk.settle();
    CHECK(desk.item("field:radius_m")->property("placeholderText").toString().endsWith(QLatin1Char('m')));
    CHECK(desk.find("hotspotPreview")->property("text").toString().contains("features would be found"));
    desk.find("hotspotMethod")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(desk.window->window(), Qt::Key_Down);
    desk.settle();
    CHECK(desk.session.hotspotForm()->method() == 1);
    CHECK(desk.item("field:eps_m")->isVisible());
    QTest::keyClick(desk.window->window(), Qt::Key_Escape);
    CHECK(waitFor([&] { return !desk.find<QObject>("hotspotDialog")->property("opened").toBool(); }));
    CHECK(desk.backend->ledgers["/sample.gpkg"].layers.empty());
}

TEST_CASE("a feature on the map is brought into a question", "[ui]")
{
    Desk desk;
    desk.click(desk.at(112.72, 37.38));
    REQUIRE(desk.session.identify()->hasFeature());
    desk.click("askAboutFeature");
    REQUIRE(waitFor([&] { return desk.find<QObject>("queryDialog")->property("opened").toBool(); }));
    CHECK(desk.item("target0")->property("text").toString() == "reserve:柳沟自然保护区");
    desk.settle();
    CHECK(desk.session.queryForm()->ready());
}
