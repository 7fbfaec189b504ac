#pragma once

#include <memory>

namespace zhengtu::cartography {

/// Makes drawing to a file possible in a program without a window: a QGuiApplication on the offscreen platform for the
/// life of the object, unless the program has one already. Made on the main thread.
class HeadlessSession {
public:
    HeadlessSession();
    ~HeadlessSession();
    HeadlessSession(HeadlessSession const&) = delete;
    HeadlessSession& operator=(HeadlessSession const&) = delete;

private:
    struct Application;
    std::unique_ptr<Application> m_application;
};

} // namespace zhengtu::cartography
