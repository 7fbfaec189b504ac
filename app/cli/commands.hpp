#pragma once

namespace zhengtu::cli {

/// Reads the command line and runs the command; returns an ExitCode.
int run(int argc, char** argv);

} // namespace zhengtu::cli
