#include "map/window.hpp"
#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QImage>
#include <QQuickWindow>

using namespace zhengtu;
using namespace zhengtu::map;
using zhengtu::map::testing::FakeBackend;

TEST_CASE("the window opens", "[ui]")
{
    Session session{std::make_unique<FakeBackend>(), zhengtu::map::testing::sampleDay};
    Window window{session, {.remember = false, .size = {1440, 900}}};
    REQUIRE(window.loaded());
    session.start({"/sample.gpkg"});
    CHECK(window.waitSettled(20000));
    session.setSelectedTask("p1-01-02");
    CHECK(window.waitSettled(20000));
    CHECK_FALSE(window.window()->grabWindow().isNull());
    CHECK(WarningCounter::count() == 0);
}
