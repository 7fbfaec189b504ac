#include "sample.hpp"

#include "exchange/csv.hpp"
#include "exchange/file_set.hpp"
#include "geo/vector_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace zhengtu;
using namespace zhengtu::exchange;
using namespace zhengtu::exchange::testing;

namespace fs = std::filesystem;

namespace {

constexpr int moments = 12; ///< at which an export is killed

int waitFor(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t start(std::function<int()> const& work)
{
    pid_t const child = ::fork();
    if (child == 0) { ::_exit(work()); }
    return child;
}

int exportInto(fs::path const& directory, int count, bool overwrite, Format format = Format::Shapefile)
{
    ExportOptions options;
    options.format = format;
    options.directory = directory;
    options.overwrite = overwrite;
    options.asOf = asOf;
    auto const report = exportTasks(manyTasks(count), {}, options);
    return report ? 0 : report.error().code == ErrorCode::Storage ? 2 : 3;
}

/// How long an export takes here and now: kills are spread over that, publishing at its end included.
std::chrono::microseconds usualTime(fs::path const& directory, int count)
{
    auto const begun = std::chrono::steady_clock::now();
    REQUIRE(exportInto(directory, count, true) == 0);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
}

std::vector<std::string> visible(fs::path const& directory)
{
    auto names = namesIn(directory);
    std::erase_if(names, [](auto const& name) { return name.starts_with("."); });
    return names;
}

/// Rows of the set in a directory; nothing where the set has no main file. Fails the test where a set with its main file is not whole.
std::optional<std::size_t> rowsIn(fs::path const& directory)
{
    if (!fs::exists(directory / "tasks_pt.shp")) { return std::nullopt; }
    auto const points = geo::readTable(directory / "tasks_pt.shp");
    REQUIRE(points.has_value());
    auto const report = nlohmann::json::parse(bytesOf(directory / "tasks.export.json"));
    REQUIRE(report["counts"]["located"] == points->rows.size());
    REQUIRE(parseCsv(bytesOf(directory / "tasks_text.csv")).size() == points->rows.size() + 1);
    for (auto const& file : report["files"]) { REQUIRE(fs::file_size(directory / file["name"].get<std::string>()) == file["bytes"]); }
    return points->rows.size();
}

} // namespace

TEST_CASE("an export that is killed leaves no set or a whole one", "[exchange]")
{
    TemporaryDirectory directory;
    auto const whole = usualTime(directory / "before", 60);
    fs::remove_all(directory / "before");
    for (int i = 0; i < moments; ++i) {
        auto const child = start([&] { return exportInto(directory.path(), 60, false); });
        std::this_thread::sleep_for(whole * (i + 1) / moments);
        ::kill(child, SIGKILL);
        static_cast<void>(waitFor(child));
        if (auto const rows = rowsIn(directory.path())) {
            CHECK(rows == 60);
            for (auto const& name : visible(directory.path())) { fs::remove(directory / name); }
        }
    }
    for (auto const& name : visible(directory.path())) { fs::remove(directory / name); }
    CHECK(exportInto(directory.path(), 60, true) == 0);
    CHECK(rowsIn(directory.path()) == 60);
    CHECK(visible(directory.path()) == namesIn(directory.path())); // what killed exports left is swept
}

TEST_CASE("an overwriting export that is killed leaves the old set or the new, after the next one at the latest", "[exchange]")
{
    TemporaryDirectory directory;
    auto const whole = usualTime(directory.path(), 30);
    std::size_t last = 30;
    for (int i = 0; i < moments; ++i) {
        int const count = 31 + i;
        auto const child = start([&] { return exportInto(directory.path(), count, true); });
        std::this_thread::sleep_for(whole * (i + 1) / moments);
        ::kill(child, SIGKILL);
        static_cast<void>(waitFor(child));
        auto rows = rowsIn(directory.path());
        if (!rows) { // killed between hiding the old main file and showing the new: the next in the directory finishes it
            static_cast<void>(FileSet::begin(directory.path()));
            rows = rowsIn(directory.path());
            CHECK(rows == static_cast<std::size_t>(count));
        }
        CHECK((rows == last || rows == static_cast<std::size_t>(count)));
        last = rows.value_or(0);
    }
}

TEST_CASE("publishing that stopped at any step is finished by the next", "[exchange]")
{
    // What a process that was killed leaves: the orders, and those files that it had not yet moved.
    static constexpr std::array<char const*, 3> names{"a.dbf", "b.csv", "a.shp"};
    auto const moved = GENERATE(0U, 1U, 2U, 3U);
    TemporaryDirectory directory;
    auto const staging = directory / ".zhengtu-export.partial.AbCdEf";
    fs::create_directory(staging);
    std::ofstream{staging / "orders"} << "hide a.shp\nremove old.qix\nmove a.dbf\nmove b.csv\nmove a.shp\n";
    std::ofstream{directory / "old.qix"} << "old";
    if (moved < 3) { std::ofstream{directory / "a.shp"} << "old"; }
    for (std::size_t i = 0; i < names.size(); ++i) { std::ofstream{(i < moved ? directory.path() : staging) / names.at(i)} << "new"; }
    static_cast<void>(FileSet::begin(directory.path()));
    CHECK(contents(directory.path()) == std::map<std::string, std::string>{{"a.dbf", "new"}, {"a.shp", "new"}, {"b.csv", "new"}});
}

TEST_CASE("what was not ready to be published is swept, and orders that lead elsewhere are not followed", "[exchange]")
{
    TemporaryDirectory directory;
    auto const staging = directory / "out/.zhengtu-export.partial.AbCdEf";
    fs::create_directories(staging);
    std::ofstream{directory / "precious"} << "mine";
    std::ofstream{staging / "a.shp"} << "half";
    if (GENERATE(true, false)) { std::ofstream{staging / "orders"} << "remove ../precious\nmove ../a.shp\n"; }
    else { std::ofstream{staging / "orders.new"} << "move a.shp\n"; }
    static_cast<void>(FileSet::begin(directory / "out"));
    CHECK(fs::exists(directory / "precious"));
    CHECK(fs::is_empty(directory / "out"));
}

TEST_CASE("an export at work is not swept by another", "[exchange]")
{
    TemporaryDirectory directory;
    auto first = FileSet::begin(directory.path()).value();
    REQUIRE(first.write("a.csv", "1").has_value());
    auto second = FileSet::begin(directory.path()).value();
    REQUIRE(second.write("b.csv", "2").has_value());
    CHECK(first.publish(false, {}).has_value());
    CHECK(second.publish(false, {}).has_value());
    CHECK(visible(directory.path()) == std::vector<std::string>{"a.csv", "b.csv"});
}

TEST_CASE("files of a set are told of before the first appears, and may be called off then", "[exchange]")
{
    TemporaryDirectory directory;
    {
        auto files = FileSet::begin(directory.path()).value();
        REQUIRE(files.write("a.csv", "1").has_value());
        auto const stopped = files.publish(false, {}, [&](double done) {
            CHECK(done == 1);
            CHECK(visible(directory.path()).empty());
            return false;
        });
        CHECK(stopped.error().code == ErrorCode::Cancelled);
    }
    CHECK(fs::is_empty(directory.path()));
}

TEST_CASE("a full disk leaves no file, and the old set as it was", "[exchange]")
{
    TemporaryDirectory directory;
    auto const format = GENERATE(Format::Shapefile, Format::GeoPackage, Format::GeoJson, Format::Csv);
    auto const size = GENERATE(500U, 20'000U, 90'000U);
    CAPTURE(static_cast<int>(format), size);
    auto const limited = [&](fs::path const& where, bool overwrite) {
        return waitFor(start([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            struct rlimit const limit{size, size};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            return exportInto(where, 400, overwrite, format);
        }));
    };
    CHECK(limited(directory / "new", false) == 2);
    CHECK_FALSE(fs::exists(directory / "new"));
    REQUIRE(exportInto(directory / "old", 3, false, format) == 0);
    auto const before = contents(directory / "old");
    CHECK(limited(directory / "old", true) == 2);
    CHECK(contents(directory / "old") == before);
}

TEST_CASE("a directory that may not be written is an error that says so", "[exchange]")
{
    TemporaryDirectory directory;
    std::ofstream{directory / "file"} << "not a directory";
    ExportOptions options;
    options.directory = directory / "file";
    CHECK(exportTasks(sampleTasks(), {}, options).error().code == ErrorCode::FileMissing);
    CHECK(bytesOf(directory / "file") == "not a directory");
}
