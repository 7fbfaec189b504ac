#include "desk.hpp"
#include "map/measure.hpp"

#include <catch2/catch_approx.hpp>

using namespace zhengtu::map;
using namespace zhengtu::map::testing;
using Catch::Approx;

TEST_CASE("lengths and areas are geodesic, whatever the latitude and the direction", "[measure]")
{
    Measure measure;
    CHECK(measure.length() == "0.0 m");
    measure.setPath({{37, 112}, {37, 113}}); // a degree of longitude at 37 N
    CHECK(measure.lengthM() == Approx(89'011).margin(20)); // the parallel there is 89,012 m long; the geodesic is a few metres shorter
    CHECK(measure.areaM2() == 0);
    measure.setPath({{37, 112}, {37, 112.1}, {37.1, 112.1}, {37.1, 112}});
    auto const area = measure.areaM2();
    CHECK(area == Approx(8'895 * 11'098.0).epsilon(0.01));
    measure.setPath({{37.1, 112}, {37.1, 112.1}, {37, 112.1}, {37, 112}}); // the other way round
    CHECK(measure.areaM2() == Approx(area));
    measure.setPath({{37, 112}, {37, 112.1}, {37, 112.1}}); // a double click at its end
    CHECK(measure.last() == measure.length());
    CHECK(measure.areaM2() == 0);
    CHECK(Measure::distanceText(999.94) == "999.9 m");
    CHECK(Measure::distanceText(1000) == "1.00 km");
    CHECK(Measure::distanceText(123'456) == "123.5 km");
}

TEST_CASE("a path is measured on the map and asks nothing of the tasks", "[ui]")
{
    Desk desk;
    desk.click("measure");
    auto* const bar = desk.find("measureBar");
    REQUIRE(bar->isVisible());
    desk.click(desk.at(112.2, 37.5));
    desk.click(desk.at(112.4, 37.5));
    QTest::keyClick(desk.window->window(), Qt::Key_Return);
    desk.settle();
    auto const length = desk.find("measureLength")->property("text").toString();
    CHECK(length.startsWith("Length 17.")); // 0.2 degrees at 37.5 N are 17.7 km
    CHECK_FALSE(desk.session.query()->active());
    CHECK(desk.session.selectedTask().isEmpty());
    desk.click(desk.at(112.2, 37.6)); // another path
    CHECK(desk.find("measureLength")->property("text").toString() == "Length 0.0 m");
    QTest::keyClick(desk.window->window(), Qt::Key_Escape);
    CHECK_FALSE(bar->isVisible());
    desk.click(desk.at(112.2, 37.3)); // a click selects again
    CHECK(desk.session.selectedTask() == "p1-01-01");
}
