#pragma once

#include "map/job_runner.hpp"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <latch>
#include <memory>

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

/// Runs `wish` and stops it before it has begun: what is at work when it comes is held until then.
template <class Wish> void runAndStop(JobRunner& jobs, Wish wish)
{
    auto gate = std::make_shared<std::latch>(1);
    jobs.run({}, [gate](analysis::Progress const&) -> JobRunner::Answer {
        gate->wait();
        return {};
    });
    wish();
    jobs.cancel();
    gate->count_down();
}

} // namespace zhengtu::map::testing
