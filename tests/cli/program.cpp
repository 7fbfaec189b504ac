#include "program.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace zhengtu::tests {

namespace fs = std::filesystem;

namespace {

void redirect(int descriptor, fs::path const& file, int flags)
{
    int const opened = open(file.c_str(), flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) { _exit(127); }
}

/// Runs the program in a child; `meanwhile` is called with its process id.
template <class Meanwhile> Run runBeside(std::vector<std::string> const& arguments, std::string const& input, Meanwhile const& meanwhile)
{
    TemporaryDirectory const streams;
    std::ofstream{streams / "in", std::ios::binary} << input;
    std::vector<char*> argv;
    std::string program = ZHENGTU_PROGRAM;
    argv.push_back(program.data());
    auto copies = arguments;
    for (auto& argument : copies) { argv.push_back(argument.data()); }
    argv.push_back(nullptr);
    pid_t const child = fork();
    if (child < 0) { throw std::runtime_error{"fork failed"}; }
    if (child == 0) {
        redirect(STDIN_FILENO, streams.path() / "in", O_RDONLY);
        redirect(STDOUT_FILENO, streams.path() / "out", O_WRONLY | O_CREAT);
        redirect(STDERR_FILENO, streams.path() / "err", O_WRONLY | O_CREAT);
        execv(program.c_str(), argv.data());
        _exit(127);
    }
    meanwhile(child);
    int status = 0;
    waitpid(child, &status, 0);
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return {code, bytesOf(streams.path() / "out"), bytesOf(streams.path() / "err")};
}

} // namespace

Run run(std::vector<std::string> const& arguments, int killAfterMs, std::string const& input)
{
    return runBeside(arguments, input, [&](pid_t child) {
        if (killAfterMs < 0) { return; }
        std::this_thread::sleep_for(std::chrono::milliseconds{killAfterMs});
        kill(child, SIGKILL);
    });
}

Run runUntilItReads(std::vector<std::string> const& arguments, std::filesystem::path const& pipe, int signal)
{
    if (mkfifo(pipe.c_str(), 0600) != 0) { throw std::runtime_error{"mkfifo failed"}; }
    int writing = -1;
    auto done = runBeside(arguments, {}, [&](pid_t child) {
        // Without a reader the opening fails; so does it when the program ends without reading, and then nothing is sent.
        for (int i = 0; i < 2000 && writing < 0; ++i) {
            writing = open(pipe.c_str(), O_WRONLY | O_NONBLOCK);
            if (writing < 0) { std::this_thread::sleep_for(std::chrono::milliseconds{5}); }
        }
        if (writing >= 0) { kill(child, signal); }
    });
    if (writing >= 0) { close(writing); }
    return done;
}

std::vector<std::string> samples()
{
    std::vector<std::string> files;
    for (auto const& entry : fs::directory_iterator{ZHENGTU_TESTS_DIR "/../docs/samples"}) {
        if (entry.path().extension() == ".txt") { files.push_back(entry.path().string()); }
    }
    std::ranges::sort(files);
    return files;
}

SampleLedger::SampleLedger()
{
    auto arguments = samples();
    REQUIRE(arguments.size() >= 2);
    arguments.insert(arguments.begin(), "import");
    arguments.insert(arguments.end(), {"--ledger", ledger, "--as-of", "2026-01-01"});
    auto const done = run(arguments);
    INFO(done.out << done.err);
    REQUIRE(done.code == 0);
}

nlohmann::json jsonOf(std::vector<std::string> arguments)
{
    arguments.emplace_back("--json");
    auto const done = run(arguments);
    INFO(done.err);
    REQUIRE(done.code == 0);
    return nlohmann::json::parse(done.out);
}

std::string bytesOf(fs::path const& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace zhengtu::tests
