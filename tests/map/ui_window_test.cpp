#include "desk.hpp"

#include <catch2/catch_approx.hpp>

using namespace zhengtu::map;
using namespace zhengtu::map::testing;
using Catch::Approx;

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
