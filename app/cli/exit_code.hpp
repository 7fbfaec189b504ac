#pragma once

namespace zhengtu::cli {

/// What a run ends with; documented in docs/formats/command-line.md and printed by `zhengtu --help`.
enum ExitCode : int {
    Ok = 0,         ///< all that was asked for was done
    Failed = 1,     ///< an error: nothing was changed, no file was left
    BadUsage = 2,   ///< the command line makes no sense
    Incomplete = 3, ///< finished, but something does not add up or was lost; it is said what
    Stopped = 130,  ///< Ctrl+C: nothing was changed, no file was left
};

} // namespace zhengtu::cli
