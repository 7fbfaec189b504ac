#pragma once

#include "core/go_on.hpp"
#include "core/staging.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::exchange {

/// A set of files that belong together and appear together.
///
/// They are made in a staging directory beside their place. Publishing flushes them, writes down what it is going to do,
/// hides the main files (.shp) of an old set, renames everything and the new main files last: at any moment there is a set
/// without its main files, or a whole one. A process that was killed in between is finished by the next one in that directory.
class FileSet {
public:
    /// Makes the directory if need be. Errors: FileMissing, Storage.
    [[nodiscard]] static Result<FileSet> begin(std::filesystem::path const& directory);

    /// Where to write a file of that name. Each name once.
    [[nodiscard]] std::filesystem::path aside(std::string const& name) const { return m_staging.path() / name; }
    /// Writes a whole file aside. Error: Storage.
    [[nodiscard]] Result<void> write(std::string const& name, std::string const& bytes);

    /// Names of what is aside by now, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

    /// `old`: names of the set that is replaced; those that the new one lacks are removed. Without `overwrite` nothing that is
    /// there is touched and FileExists names it. `goOn` is told of 1 when all is flushed and nothing has appeared yet; false: Cancelled.
    [[nodiscard]] Result<std::vector<std::filesystem::path>> publish(bool overwrite, std::vector<std::string> const& old, GoOn const& goOn = {});

private:
    FileSet(std::filesystem::path directory, bool made, StagingDirectory staging)
        : m_directory{std::move(directory)}, m_madeDirectory{made}, m_staging{std::move(staging)}
    {
    }
    std::filesystem::path m_directory;
    bool m_madeDirectory;
    StagingDirectory m_staging;

public:
    FileSet(FileSet&&) noexcept = default;
    FileSet& operator=(FileSet&&) noexcept = default;
    ~FileSet();
};

/// A file of a set that is written piece by piece, so that it need not fit into memory, and read back in the end.
class AsideFile {
public:
    AsideFile(FileSet const& files, std::string name);
    void add(std::string_view bytes);
    /// Writes what is left, reads all of it back and shows it to `seen`, piece by piece, whatever the pieces were that it was added in. Error: Storage.
    [[nodiscard]] Result<void> finish(std::function<void(std::string_view)> const& seen = {});
    [[nodiscard]] std::string const& name() const noexcept { return m_name; }
    [[nodiscard]] std::filesystem::path const& path() const noexcept { return m_path; }

private:
    void write();
    std::string m_name, m_piece;
    std::filesystem::path m_path;
    std::ofstream m_file;
    std::vector<std::size_t> m_hashes; ///< of each piece as it was written
};

/// What writes aside asks while it does: all that `goOn` may be told but the 1, which means that files appear in their place.
/// `goOn` must outlive it.
[[nodiscard]] GoOn beforeLast(GoOn const& goOn);

/// FileExists if one of the names is there.
[[nodiscard]] Result<void> refuseExisting(std::filesystem::path const& directory, std::vector<std::string> const& names);

} // namespace zhengtu::exchange
