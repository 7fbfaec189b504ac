#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace zhengtu::map::testing {

/// Lets events be handled until something holds; false after a time that only a hang takes.
template <class Condition> bool waitFor(Condition condition, int timeoutMs = 60'000)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > timeoutMs) { return false; }
        QEventLoop loop;
        QTimer::singleShot(2, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace zhengtu::map::testing
