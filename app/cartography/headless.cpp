#include "cartography/headless.hpp"

#include <QGuiApplication>

#include <array>

namespace zhengtu::cartography {

struct HeadlessSession::Application {
    // QGuiApplication keeps references to both for its whole life.
    int count = 1;
    char name[8] = "zhengtu";
    std::array<char*, 2> arguments{name, nullptr};
    QGuiApplication application{count, arguments.data()};
};

HeadlessSession::HeadlessSession()
{
    if (QGuiApplication::instance() != nullptr) { return; }
    // Not a display that happens to be there: the same picture everywhere.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<Application>();
}

HeadlessSession::~HeadlessSession() = default;

} // namespace zhengtu::cartography
