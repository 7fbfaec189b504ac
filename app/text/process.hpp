#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::text {

/// What a program left behind.
struct Finished {
    int exitCode = 0; ///< -1: ended by a signal
    bool timedOut = false;
    std::string output, errors;
};

/// Runs `program` (looked for in the usual folders) with `input` as its standard input and nothing else of ours: no shell, an empty
/// environment, no open files, limited processor time, memory and output. Errors: FileMissing if there is no such program; Internal.
[[nodiscard]] Result<Finished> runLimited(std::string const& program, std::vector<std::string> const& arguments, std::string_view input, int seconds);

} // namespace zhengtu::text
