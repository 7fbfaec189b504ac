#include "map/window.hpp"

#include <catch2/catch_session.hpp>

#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdlib>

/// The tests of the window need an application object, and settings and data folders that are nobody's.
int main(int argc, char** argv)
{
    QTemporaryDir const home;
    for (auto const* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) { qputenv(name, home.path().toUtf8()); }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY")) { qputenv("QT_QPA_PLATFORM", "offscreen"); }
    zhengtu::map::WarningCounter::install();
    QGuiApplication const application{argc, argv};
    zhengtu::map::prepareApplication();
    return Catch::Session().run(argc, argv);
}
