#pragma once

#include "map/session.hpp"

#include <QQmlApplicationEngine>
#include <QSize>
#include <QString>

#include <memory>

class QQuickWindow;

/// What main and the tests share to get the window up.
namespace zhengtu::map {

struct WindowOptions {
    QString mapPlugin = QStringLiteral("itemsoverlay"); ///< of QtLocation; another name shows the message for a missing plugin
    bool remember = true;                               ///< keep sizes and panels from run to run
    QSize size;                                         ///< null: as remembered, else the default
};

/// Sets the fonts of the interface, and the names that settings are kept under. Once, after QGuiApplication is made.
void prepareApplication();

/// Counts what Qt and QML warn of, and prints it. `install` may be called once.
class WarningCounter {
public:
    static void install();
    [[nodiscard]] static int count() noexcept;
    [[nodiscard]] static QString last();
};

/// The window of a session. The session outlives it.
class Window {
public:
    explicit Window(Session& session, WindowOptions const& options = {});
    ~Window();
    Window(Window const&) = delete;
    Window& operator=(Window const&) = delete;

    [[nodiscard]] bool loaded() const { return m_window != nullptr; }
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    /// Waits until nothing is at work and the map is painted; false after `timeoutMs`.
    [[nodiscard]] bool waitSettled(int timeoutMs) const;

private:
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace zhengtu::map
