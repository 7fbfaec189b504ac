/// How fast plans are read, and whether the time grows with the text and nothing else. Times are processor time of one thread, so that
/// other programs on the machine disturb them little. usage: plan_bench FOLDER [--mb N] [--hostile-kb N] [--json]
#include "core/utf.hpp"
#include "hostile.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace zhengtu;
using nlohmann::ordered_json;

namespace {

constexpr double megabyte = 1e6;

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work> double timed(Work&& work)
{
    auto const begin = processorSeconds();
    work();
    return processorSeconds() - begin;
}

template <class T> T orDie(Result<T> result)
{
    if (result) { return std::move(*result); }
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
}

std::vector<std::string> plansOf(fs::path const& folder)
{
    std::vector<fs::path> files;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file() && entry.path().extension() == ".txt") { files.push_back(entry.path()); }
    }
    std::ranges::sort(files);
    std::vector<std::string> plans;
    for (auto const& file : files) {
        std::ifstream in{file, std::ios::binary};
        plans.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
        plans.back() += '\n';
    }
    if (plans.empty()) {
        std::fprintf(stderr, "no .txt file in %s\n", folder.c_str());
        std::exit(1);
    }
    return plans;
}

struct Times {
    double decode = 0, normalise = 0, plan = 0;
    std::size_t problems = 0, tasks = 0;

    [[nodiscard]] double parse() const { return decode + normalise + plan; }
    void add(Times const& other)
    {
        decode += other.decode;
        normalise += other.normalise;
        plan += other.plan;
        problems += other.problems;
        tasks += other.tasks;
    }
};

/// One document through all stages.
Times read(std::string const& bytes)
{
    Times times;
    text::Document document;
    text::NormalText normal;
    plan::Plan plan;
    bool refused = false; // as mojibake: that is an answer, too
    times.decode = timed([&] {
        auto decoded = text::decodeDocument(bytes, "bench.txt");
        refused = !decoded;
        if (decoded) { document = std::move(*decoded); }
    });
    if (refused) { return times; }
    times.normalise = timed([&] { normal = text::normalise(document.source); });
    times.plan = timed([&] { plan = orDie(plan::readPlan(document, normal)); });
    times.problems = plan.problems.size();
    for (auto const& problem : plan.problems) { times.tasks += problem.tasks.size(); }
    return times;
}

std::string joined(std::vector<std::string> const& plans, std::size_t documents)
{
    std::string all;
    for (std::size_t i = 0; i < documents; ++i) { all += plans[i % plans.size()]; }
    return all;
}

ordered_json row(char const* what, double bytes, Times const& times)
{
    return {{"what", what}, {"mb", bytes / megabyte}, {"problems", times.problems}, {"tasks", times.tasks}, {"decode_s", times.decode},
            {"normalise_s", times.normalise}, {"plan_s", times.plan}, {"mb_per_s", bytes / megabyte / times.parse()}};
}

void print(ordered_json const& result)
{
    std::printf("%-34s %8s %8s %8s %8s %8s %8s %9s\n", "text + plan", "MB", "problems", "tasks", "decode s", "norm. s", "plan s", "MB/s");
    for (auto const& r : result["parse"]) {
        std::printf("%-34s %8.2f %8zu %8zu %8.3f %8.3f %8.3f %9.1f\n", r["what"].get<std::string>().c_str(), r["mb"].get<double>(), r["problems"].get<std::size_t>(),
                    r["tasks"].get<std::size_t>(), r["decode_s"].get<double>(), r["normalise_s"].get<double>(), r["plan_s"].get<double>(), r["mb_per_s"].get<double>());
    }
    std::printf("\n%-34s %12s %12s %12s\n", "hostile text", "once, s", "4 times, s", "growth / 4");
    for (auto const& r : result["hostile"]) {
        std::printf("%-34s %12.3f %12.3f %12.2f\n", r["what"].get<std::string>().c_str(), r["small_s"].get<double>(), r["large_s"].get<double>(), r["growth"].get<double>());
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> const words(argv + 1, argv + argc);
    fs::path folder;
    std::size_t most = 60, hostileKb = 1000;
    bool json = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--json") { json = true; }
        else if (words[i] == "--hostile-kb" && i + 1 < words.size()) { hostileKb = std::strtoul(words[++i].c_str(), nullptr, 10); }
        else if (words[i] == "--mb" && i + 1 < words.size()) { most = std::max(1UL, std::strtoul(words[++i].c_str(), nullptr, 10)); }
        else { folder = words[i]; }
    }
    if (folder.empty()) {
        std::fprintf(stderr, "usage: plan_bench FOLDER [--mb N] [--hostile-kb N] [--json]\n");
        return 2;
    }
    auto const plans = plansOf(folder);
    (void)read(plans.front()); // dictionaries are loaded once a process
    ordered_json result{{"parse", ordered_json::array()}, {"hostile", ordered_json::array()}};

    std::size_t set = 0;
    for (auto const& plan : plans) { set += plan.size(); }
    auto const copies = std::max<std::size_t>(1, most * 1'000'000 / set);
    Times each;
    for (std::size_t i = 0; i < copies; ++i) {
        for (auto const& plan : plans) { each.add(read(plan)); }
    }
    result["parse"].push_back(row("documents one by one", static_cast<double>(copies * set), each));
    for (auto const& [what, documents] : {std::pair{"1 document", std::size_t{1}}, {"10 documents in one", std::size_t{10}}, {"100 documents in one", std::size_t{100}},
                                          {"all of it in one", copies * plans.size()}}) {
        auto const text = joined(plans, documents);
        result["parse"].push_back(row(what, static_cast<double>(text.size()), read(text)));
    }
    for (auto const& hostile : bench::hostileTexts()) {
        if (hostileKb == 0) { break; }
        auto const small = read(hostile.make(hostileKb * 1000)).parse();
        auto const large = read(hostile.make(hostileKb * 4000)).parse();
        result["hostile"].push_back({{"what", hostile.what}, {"small_s", small}, {"large_s", large}, {"growth", large / small / 4}});
    }
    if (json) { std::printf("%s\n", result.dump(1).c_str()); }
    else { print(result); }
}
