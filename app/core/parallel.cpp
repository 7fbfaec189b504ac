#include "core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace zhengtu {

namespace {

constexpr auto tick = std::chrono::milliseconds{50};

} // namespace

bool forEach(std::size_t count, unsigned threads, GoOn const& progress, std::function<void(std::size_t)> const& work,
             std::size_t chunk)
{
    if (progress && !progress(0)) { return false; }
    std::atomic<std::size_t> next{0}, done{0};
    std::atomic<bool> stopped{false};
    auto const run = [&] {
        for (std::size_t begin = next.fetch_add(chunk); begin < count && !stopped; begin = next.fetch_add(chunk)) {
            auto const end = std::min(begin + chunk, count);
            for (std::size_t i = begin; i < end && !stopped; ++i) {
                work(i);
            }
            done += end - begin;
        }
    };
    auto const wanted = std::min<std::size_t>(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()),
                                              (count + chunk - 1) / chunk);
    if (wanted <= 1 && !progress) {
        run();
        return true;
    }
    std::mutex mutex;
    std::condition_variable finished;
    std::size_t running = std::max<std::size_t>(1, wanted);
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, wanted); ++i) {
        workers.emplace_back([&] {
            run();
            std::scoped_lock const lock{mutex};
            if (--running == 0) { finished.notify_all(); }
        });
    }
    std::unique_lock lock{mutex};
    while (!finished.wait_for(lock, tick, [&] { return running == 0; })) {
        lock.unlock();
        if (progress && !progress(static_cast<double>(done) / static_cast<double>(count))) { stopped = true; }
        lock.lock();
    }
    lock.unlock();
    if (stopped) { return false; }
    return !progress || progress(1);
}

} // namespace zhengtu
