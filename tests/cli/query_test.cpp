#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

/// A ledger with the sample plans in it.
struct Sample {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";

    Sample()
    {
        auto arguments = samples();
        arguments.insert(arguments.begin(), "import");
        arguments.insert(arguments.end(), {"--ledger", ledger, "--as-of", "2026-01-01"});
        REQUIRE(run(arguments).code == 0);
    }
};

std::string bytesOf(std::string const& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

TEST_CASE("a query that is stopped ends with 130 and writes nothing", "[cli][query]")
{
    Sample const sample;
    auto const before = bytesOf(sample.ledger);
    auto const signal = GENERATE(SIGINT, SIGTERM);
    std::string const output = sample.directory / "out.geojson";
    // A target that never comes to an end of being read: a pipe that nobody writes to.
    auto const done = runUntilItReads({"query", "within", sample.directory / "pipe.geojson", "-o", output, "--save-as", "asked", "--ledger", sample.ledger},
                                      sample.directory / "pipe.geojson", signal);
    INFO(done.out << done.err);
    CHECK(done.code == 130);
    CHECK(done.out.empty());
    CHECK(done.err.contains("stopped: nothing was written"));
    CHECK_FALSE(std::filesystem::exists(output));
    CHECK(bytesOf(sample.ledger) == before);
}
