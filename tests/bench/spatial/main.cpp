/// Runs one spatial task of the product on data in memory and says how long it took.
/// usage: spatial_bench generate FOLDER [--points N] [--polygons N] [--rivers N] [--mines N] [--seed N]
///        spatial_bench ledger FILE [--points N] [--seed N]
///        spatial_bench take USER_FOLDER FOLDER
///        spatial_bench run TASK FOLDER [--rounds N] [--threads N] [--points N] [--answer FILE]
#include "data.hpp"
#include "ledger.hpp"
#include "or_die.hpp"
#include "works.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::bench {

namespace {

struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> options;

    [[nodiscard]] std::size_t number(std::string_view name, std::size_t otherwise) const
    {
        auto const at = options.find(name);
        return at == options.end() ? otherwise : static_cast<std::size_t>(std::strtoull(at->second.c_str(), nullptr, 10));
    }
};

/// Of all threads, user and system: what other programs on the machine disturb little.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The most memory that the process ever had; getrusage would tell that of the program that started it, too.
double peakMb()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) { return kilobytes / 1024; }
    }
    return 0;
}

int run(Arguments const& arguments)
{
    Settings settings{arguments.words.at(2), static_cast<unsigned>(arguments.number("--threads", 0)),
                      arguments.number("--points", 0)};
    auto const work = workOf(arguments.words.at(1), settings);
    double const dataMb = peakMb();
    std::string times, processor;
    Tell tell;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, arguments.number("--rounds", 1)); ++i) {
        tell = {};
        double const worked = processorSeconds();
        auto const begin = std::chrono::steady_clock::now();
        tell = work();
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
        processor += (i > 0 ? ", " : "") + std::to_string(processorSeconds() - worked);
        times += (i > 0 ? ", " : "") + std::to_string(took.count());
    }
    std::printf("{\"seconds\": [%s], \"processor_s\": [%s], \"rss_mb\": %.0f, \"data_mb\": %.0f}\n", times.c_str(), processor.c_str(),
                peakMb(), dataMb);
    if (auto const file = arguments.options.find("--answer"); file != arguments.options.end()) {
        Answer answer;
        tell(answer);
        answer.save(file->second);
    }
    return 0;
}

} // namespace

} // namespace zhengtu::bench

int main(int argc, char** argv)
{
    using namespace zhengtu::bench;
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view{argv[i]}.starts_with("--") && i + 1 < argc) {
            arguments.options[argv[i]] = argv[i + 1];
            ++i;
        } else {
            arguments.words.emplace_back(argv[i]);
        }
    }
    auto const& words = arguments.words;
    if (words.size() == 2 && words[0] == "generate") {
        Amounts amounts;
        amounts.points = arguments.number("--points", amounts.points);
        amounts.polygons = arguments.number("--polygons", amounts.polygons);
        amounts.rivers = arguments.number("--rivers", amounts.rivers);
        amounts.mines = arguments.number("--mines", amounts.mines);
        amounts.seed = arguments.number("--seed", amounts.seed);
        save(generated(amounts), words[1]);
        return 0;
    }
    if (words.size() == 2 && words[0] == "ledger") {
        makeLedger(words[1], arguments.number("--points", 100'000), arguments.number("--seed", 1));
        return 0;
    }
    if (words.size() == 3 && words[0] == "take") {
        save(fromUser(words[1]), words[2]);
        return 0;
    }
    if (words.size() == 3 && words[0] == "run") { return run(arguments); }
    die("usage: spatial_bench generate FOLDER | ledger FILE | take USER_FOLDER FOLDER | run TASK FOLDER");
}
