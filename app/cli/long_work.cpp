#include "cli/long_work.hpp"

#include "cli/console.hpp"
#include "cli/exit_code.hpp"

#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <format>
#include <memory>
#include <mutex>

namespace zhengtu::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int patienceMs = 150;
constexpr auto step = std::chrono::milliseconds{100}; ///< between two lines of progress

enum Stage : int { Idle, Computing, Writing };

// What signal handlers may touch.
std::atomic<int> stage{Idle};
std::atomic<bool> asked{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void onInterrupt(int)
{
    if (stage != Computing) { return; } // what is being written is written whole
    asked = true;
    itimerval timer{};
    timer.it_value.tv_usec = patienceMs * 1000;
    setitimer(ITIMER_REAL, &timer, nullptr);
}

void onImpatience(int)
{
    if (stage != Computing) { return; } // it came back by itself meanwhile
    constexpr char words[] = "stopped: nothing was written\n";
    static_cast<void>(write(STDERR_FILENO, words, sizeof words - 1));
    _exit(Stopped);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART; // a library that does not expect it must not see an interrupted call
    sigaction(signal, &action, nullptr);
}

} // namespace

LongWork::LongWork(std::string title, bool quiet) : m_title{std::move(title)}, m_quiet{quiet}
{
    asked = false;
    stage = Computing;
    handle(SIGALRM, onImpatience);
    handle(SIGINT, onInterrupt);
    handle(SIGTERM, onInterrupt);
}

LongWork::~LongWork()
{
    stage = Idle;
    for (int const signal : {SIGINT, SIGTERM}) { handle(signal, SIG_DFL); }
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
    stage = Writing; // before the question: a Ctrl+C between the two finds nothing to stop
    progressDone();
    if (asked) { return fail(ErrorCode::Cancelled, m_title + " was stopped"); }
    return {};
}

} // namespace zhengtu::cli
