#include "core/staging.hpp"

#include "core/halt.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdio>  // renameat2
#include <cstdlib> // mkdtemp
#include <cstring>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zhengtu {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view mark = ".partial.";

std::unexpected<Error> systemError(std::string const& what, fs::path const& path, int error)
{
    std::string const detail = what + " " + path.string() + " failed: " + std::strerror(error);
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR: return fail(ErrorCode::FileMissing, detail, "Check that the directory is there and that you may write in it.");
    case EEXIST: return fail(ErrorCode::FileExists, detail);
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return fail(ErrorCode::Storage, detail, "Make room on the disk and try again.");
    default: return fail(ErrorCode::Storage, detail);
    }
}

enum class Lock : std::uint8_t { Held, Gone, Unsupported };

/// Those that live in this process.
struct Living {
    std::mutex mutex;
    std::vector<fs::path> paths;
};
Living& living()
{
    static Living all;
    return all;
}

/// Locks an open directory; Gone when another process holds it or has removed it.
Lock takeLock(int descriptor, fs::path const& path)
{
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) { return errno == EWOULDBLOCK ? Lock::Gone : Lock::Unsupported; }
    struct stat locked{};
    struct stat named{};
    bool const same = ::fstat(descriptor, &locked) == 0 && ::stat(path.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
                      locked.st_dev == named.st_dev;
    return same ? Lock::Held : Lock::Gone;
}

int openDirectory(fs::path const& path)
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

/// Removes what killed processes left; a directory that is locked belongs to a living one.
void sweep(fs::path const& parent, std::string const& prefix, StagingDirectory::Recover const& recover)
{
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator{parent, ignored}) {
        auto const name = entry.path().filename().string();
        if (!name.starts_with(prefix) || name.size() != prefix.size() + 6) { continue; }
        int const descriptor = openDirectory(entry.path());
        if (descriptor < 0) { continue; }
        if (takeLock(descriptor, entry.path()) == Lock::Held) {
            if (recover) { recover(entry.path()); }
            fs::remove_all(entry.path(), ignored);
        }
        ::close(descriptor);
    }
}

} // namespace

Result<StagingDirectory> StagingDirectory::make(fs::path const& parent, std::string_view stem, Recover const& recover)
{
    auto const where = parent.empty() ? fs::path{"."} : parent;
    std::string const prefix = "." + std::string{stem} + std::string{mark};
    sweep(where, prefix, recover);
    // Another process may sweep the new directory between its making and its locking: then make another.
    for (int attempt = 0; attempt < 100; ++attempt) {
        std::string made = (where / (prefix + "XXXXXX")).string();
        if (::mkdtemp(made.data()) == nullptr) { return systemError("making a directory in", where, errno); }
        int const descriptor = openDirectory(made);
        if (descriptor < 0) { continue; }
        StagingDirectory directory{made, descriptor};
        if (takeLock(descriptor, made) == Lock::Gone) { continue; } // without locks nobody sweeps either
        std::scoped_lock const guard{living().mutex};
        living().paths.emplace_back(made);
        return directory;
    }
    return fail(ErrorCode::Storage, "cannot make a staging directory in " + where.string());
}

StagingDirectory::StagingDirectory(StagingDirectory&& other) noexcept
    : m_path{std::exchange(other.m_path, {})}, m_lock{std::exchange(other.m_lock, -1)}
{
}

StagingDirectory& StagingDirectory::operator=(StagingDirectory&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

StagingDirectory::~StagingDirectory()
{
    std::error_code ignored;
    if (!m_path.empty()) {
        fs::remove_all(m_path, ignored);
        std::scoped_lock const guard{living().mutex};
        std::erase(living().paths, m_path);
    }
    if (m_lock >= 0) { ::close(m_lock); }
}

namespace {

std::shared_mutex& changing()
{
    static std::shared_mutex mutex;
    return mutex;
}

/// Bytes that a slow disk (100 MB/s) takes in 40 ms.
constexpr std::int64_t flushedAtOnce = 4 << 20;

/// Flushes the contents of a long file piece by piece, so that little is left for fsync. Where the system cannot, fsync does it all.
void flushPieces(int descriptor)
{
#ifdef SYNC_FILE_RANGE_WRITE
    struct stat status{};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) { return; }
    for (std::int64_t at = 0; at + flushedAtOnce < status.st_size; at += flushedAtOnce) {
        if (::sync_file_range(descriptor, at, flushedAtOnce, SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER) != 0) { return; }
    }
#endif
}

} // namespace

ChangeInPlace::ChangeInPlace() : m_lock{changing()} {}

std::unique_lock<std::shared_mutex> holdChangesInPlace() { return std::unique_lock{changing()}; }

void removeStaging()
{
    std::scoped_lock const guard{living().mutex};
    for (auto const& path : living().paths) { removeTree(path.c_str()); }
}

void removeStagingAndExit(int code)
{
    std::scoped_lock const guard{living().mutex}; // before a thread is held that has it
    haltOtherThreads();
    for (auto const& path : living().paths) { removeTree(path.c_str()); }
    ::_exit(code);
}

Result<void> flushToDisk(fs::path const& path)
{
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) { return systemError("opening", path, errno); }
    flushPieces(descriptor);
    int const error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some network file systems cannot flush a directory; nothing more can be done there.
    if (error != 0 && error != EINVAL && error != EROFS) { return systemError("flushing", path, error); }
    return {};
}

Result<void> renameNew(fs::path const& from, fs::path const& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) { return {}; }
    if (errno == EEXIST) { return systemError("renaming to", to, EEXIST); }
    if (errno != EINVAL && errno != ENOSYS) { return systemError("renaming to", to, errno); }
    // A file system without that flag: a hard link fails likewise when the target is there.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return {};
    }
    if (errno == EEXIST) { return systemError("renaming to", to, EEXIST); }
    std::error_code ignored;
    if (fs::exists(to, ignored)) { return systemError("renaming to", to, EEXIST); }
    return renameOver(from, to);
}

Result<void> renameOver(fs::path const& from, fs::path const& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) { return systemError("renaming to", to, errno); }
    return {};
}

} // namespace zhengtu
