#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <string_view>

/// Files that appear whole or not at all: they are made in a staging directory on the same file system, then renamed.
namespace zhengtu {

/// A hidden directory beside the files that it will become, removed with everything in it at the end of its life. It is
/// locked while its owner lives; what a killed owner left behind is swept by the next one with the same stem.
class StagingDirectory {
public:
    /// What to do with a dead directory before it is removed: finish what its owner had begun.
    using Recover = std::function<void(std::filesystem::path const&)>;
    /// Makes `.<stem>.partial.XXXXXX` in `parent`, after sweeping dead ones of that stem. Errors: FileMissing, Storage.
    [[nodiscard]] static Result<StagingDirectory> make(std::filesystem::path const& parent, std::string_view stem,
                                                       Recover const& recover = {});
    StagingDirectory(StagingDirectory&& other) noexcept;
    StagingDirectory& operator=(StagingDirectory&& other) noexcept;
    ~StagingDirectory();

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return m_path; }

private:
    StagingDirectory(std::filesystem::path path, int lock) : m_path{std::move(path)}, m_lock{lock} {}
    std::filesystem::path m_path;
    int m_lock = -1; ///< descriptor of the directory, holds an flock
};

/// While one lives, a file is being changed where it lies, and only who changes it can put it back: the program must not end without unwinding.
class ChangeInPlace {
public:
    ChangeInPlace();

private:
    std::shared_lock<std::shared_mutex> m_lock;
};

/// For a program that is about to end without unwinding, from any thread: waits until nothing is changed in its place; while the lock is held, who
/// wants to begin waits.
[[nodiscard]] std::unique_lock<std::shared_mutex> holdChangesInPlace();

/// Removes the staging directories that this process has, from any thread. Work that still writes into them fails.
void removeStaging();

/// The same, and ends the program without unwinding. The other threads are held first: who goes on writing holds the files that are to go.
[[noreturn]] void removeStagingAndExit(int code);

/// Waits until the bytes of a file (or the entries of a directory) are on the disk, for few of them at a time: a process that waits for the disk
/// cannot end. Error: Storage.
[[nodiscard]] Result<void> flushToDisk(std::filesystem::path const& path);

/// Renames `from` to `to` unless `to` is there. Errors: FileExists, Storage.
[[nodiscard]] Result<void> renameNew(std::filesystem::path const& from, std::filesystem::path const& to);

/// Renames `from` to `to`, replacing what is there. Error: Storage.
[[nodiscard]] Result<void> renameOver(std::filesystem::path const& from, std::filesystem::path const& to);

} // namespace zhengtu
