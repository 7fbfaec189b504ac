#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zhengtu::tests {

struct Run {
    int code = -1; ///< exit code; -signal when it was killed
    std::string out, err;
};

/// Runs the real program with its standard streams in files, so that it sees no terminal. `killAfterMs` >= 0 sends SIGKILL
/// then.
[[nodiscard]] Run run(std::vector<std::string> const& arguments, int killAfterMs = -1, std::string const& input = {});

/// A directory of its own, removed with the object.
class TemporaryDirectory {
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(TemporaryDirectory const&) = delete;
    TemporaryDirectory& operator=(TemporaryDirectory const&) = delete;
    [[nodiscard]] std::string operator/(std::string const& name) const { return (m_path / name).string(); }
    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The sample plans that ship, by name.
[[nodiscard]] std::vector<std::string> samples();

} // namespace zhengtu::tests
