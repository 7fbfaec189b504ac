#include "cli/long_work.hpp"

#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "core/staging.hpp"

#include <semaphore.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <format>
#include <memory>
#include <mutex>
#include <thread>

namespace zhengtu::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::milliseconds{10};
constexpr auto step = std::chrono::milliseconds{100}; ///< between two lines of progress

enum Stage : int { Idle, Computing, Writing, Ending };

// What signal handlers may touch.
std::atomic<int> stage{Idle};
std::atomic<bool> asked{false};
sem_t woken; ///< by a signal, or the end of the work
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void onInterrupt(int)
{
    if (stage != Computing) { return; } // what is being written is written whole
    asked = true;
    sem_post(&woken);
}

/// Ends the program where the work does not come back by itself. Memory is left to the system: to give back what a hundred thousand tasks take
/// would take longer than all else.
void watch()
{
    while (sem_wait(&woken) != 0) {}
    if (!asked) { return; } // the work is done
    std::this_thread::sleep_for(patience);
    auto const held = holdChangesInPlace(); // a ledger is rolled back first
    int now = Computing;
    if (!stage.compare_exchange_strong(now, Ending)) { return; } // it came back meanwhile
    sayStopped();
    removeStagingAndExit(Stopped);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART; // a library that does not expect it must not see an interrupted call
    sigaction(signal, &action, nullptr);
}

/// From computing to what follows, unless the program is ending: then it waits for that.
void leave(int next)
{
    int now = Computing;
    if (stage.compare_exchange_strong(now, next) || now != Ending) {
        stage = next;
        return;
    }
    for (;;) { pause(); }
}

} // namespace

LongWork::LongWork(std::string title, bool quiet) : m_title{std::move(title)}, m_quiet{quiet}
{
    asked = stoppedSaid = false;
    stage = Computing;
    sem_init(&woken, 0, 0);
    m_watch = std::thread{watch};
    handle(SIGINT, onInterrupt);
    handle(SIGTERM, onInterrupt);
}

LongWork::~LongWork()
{
    leave(Idle);
    for (int const signal : {SIGINT, SIGTERM}) { handle(signal, SIG_DFL); }
    sem_post(&woken);
    m_watch.join();
    sem_destroy(&woken);
    progressDone();
}

analysis::Progress LongWork::progress() const
{
    return [this, last = Clock::time_point{}](double done) mutable {
        if (!m_quiet && Clock::now() - last > step) {
            last = Clock::now();
            cli::progress(std::format("{}: {:.0f} %", m_title, 100 * done));
        }
        return !asked;
    };
}

analysis::Progress LongWork::progressAndWriting() const
{
    return [this, say = progress(), mutex = std::make_shared<std::mutex>()](double done) mutable {
        std::scoped_lock const lock{*mutex};
        return done >= 1 ? startWriting().has_value() : say(done);
    };
}

Result<void> LongWork::startWriting() const
{
    leave(Writing); // before the question: a Ctrl+C between the two finds nothing to stop
    progressDone();
    if (asked) { return fail(ErrorCode::Cancelled, m_title + " was stopped"); }
    return {};
}

} // namespace zhengtu::cli
