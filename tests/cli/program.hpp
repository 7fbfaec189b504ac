#pragma once

#include "support/temporary_directory.hpp"

#include <nlohmann/json.hpp>

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

/// Runs it until it opens the named pipe `pipe` for reading, and then sends it `signal`.
[[nodiscard]] Run runUntilItReads(std::vector<std::string> const& arguments, std::filesystem::path const& pipe, int signal);

/// The sample plans that ship, by name.
[[nodiscard]] std::vector<std::string> samples();

/// A ledger with the sample plans in it.
struct SampleLedger {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";

    SampleLedger();
};

/// What a command that must succeed prints with `--json`.
[[nodiscard]] nlohmann::json jsonOf(std::vector<std::string> arguments);
[[nodiscard]] std::string bytesOf(std::filesystem::path const& file);

} // namespace zhengtu::tests
