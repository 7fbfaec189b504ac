#include "core/halt.hpp"

#include <array>
#include <charconv>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace zhengtu {

namespace {

/// One that no library uses.
int haltSignal() { return SIGRTMIN + 9; }

void hold(int)
{
    sigset_t all;
    sigfillset(&all);
    for (;;) { sigsuspend(&all); }
}

/// Shows the names in an open directory; opendir would allocate.
template <class Visit> void eachName(int directory, Visit const& visit) noexcept
{
    constexpr std::size_t nameAt = offsetof(dirent64, d_name);
    alignas(dirent64) std::array<char, 4096> room;
    for (long bytes; (bytes = ::syscall(SYS_getdents64, directory, room.data(), room.size())) > 0;) {
        for (long at = 0; at < bytes;) {
            auto const* const entry = room.data() + at;
            unsigned short length = 0;
            std::memcpy(&length, entry + offsetof(dirent64, d_reclen), sizeof length);
            std::string_view const name{entry + nameAt};
            if (name != "." && name != "..") { visit(entry + nameAt); }
            at += length;
        }
    }
}

void removeIn(int parent, char const* name, int depth) noexcept
{
    constexpr int deepest = 16; // each level takes a few kilobytes of the stack
    int const directory = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory >= 0 && depth < deepest) {
        eachName(directory, [&](char const* entry) {
            if (::unlinkat(directory, entry, 0) != 0) { removeIn(directory, entry, depth + 1); }
        });
    }
    if (directory >= 0) { ::close(directory); }
    ::unlinkat(parent, name, AT_REMOVEDIR);
}

} // namespace

void haltOtherThreads()
{
    struct sigaction action{};
    action.sa_handler = hold;
    sigfillset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(haltSignal(), &action, nullptr);
    int const threads = ::open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (threads < 0) { return; }
    auto const self = ::gettid();
    eachName(threads, [&](std::string_view name) {
        pid_t thread = 0;
        std::from_chars(name.data(), name.data() + name.size(), thread);
        if (thread != self) { ::syscall(SYS_tgkill, ::getpid(), thread, haltSignal()); }
    });
    ::close(threads);
}

void removeTree(char const* path) noexcept
{
    constexpr int attempts = 5; // what is being written into it may come again
    for (int i = 0; i < attempts && ::access(path, F_OK) == 0; ++i) { removeIn(AT_FDCWD, path, 0); }
}

} // namespace zhengtu
