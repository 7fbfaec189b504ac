#include "child.hpp"

#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zhengtu::ledger::testing {

namespace {

pid_t start(std::function<int()> const& work)
{
    pid_t const child = ::fork();
    if (child == 0) { ::_exit(work()); } // not exit(): what the parent has registered is the parent's
    return child;
}

int codeOf(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

int inChild(std::function<int()> const& work)
{
    return codeOf(start(work));
}

int killedAfter(std::chrono::microseconds delay, std::function<int()> const& work)
{
    pid_t const child = start(work);
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    return codeOf(child);
}

void limitFileSize(std::size_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit const limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace zhengtu::ledger::testing
