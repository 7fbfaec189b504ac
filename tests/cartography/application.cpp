#include <QGuiApplication>

#include <catch2/interfaces/catch_interfaces_reporter.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <memory>

namespace {

/// Text cannot be painted without an application. Made when a run begins, so that listing the cases needs no platform.
class Application : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;
    void testRunStarting(Catch::TestRunInfo const&) override
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        m_application = std::make_unique<QGuiApplication>(m_count, m_arguments);
    }
    void testRunEnded(Catch::TestRunStats const&) override { m_application.reset(); }

private:
    char m_name[17] = "cartography_test";
    char* m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace

CATCH_REGISTER_LISTENER(Application)
