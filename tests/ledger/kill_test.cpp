#include "child.hpp"
#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sqlite3.h>

#include <algorithm>

#include <unistd.h>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace fs = std::filesystem;

namespace {

constexpr int completed = 0;
constexpr int ended = 9; ///< at the counted call

/// SQLite's own calls to the system, counted; the one that is chosen is done by half and ends the process there. So every
/// moment of a transaction is tried, not only those that a clock happens to hit.
struct SystemCalls {
    static inline int left = 0;
    static bool last() { return --left == 0; }

    static ssize_t write(int file, void const* data, size_t size, off_t at)
    {
        if (!last()) { return ::pwrite(file, data, size, at); }
        static_cast<void>(!::pwrite(file, data, size / 2, at));
        ::_exit(ended);
    }
    static int cut(int file, off_t size)
    {
        if (last()) { ::_exit(ended); }
        return ::ftruncate(file, size);
    }
    static int remove(char const* name)
    {
        if (last()) { ::_exit(ended); }
        return ::unlink(name);
    }
    static void endAt(int call)
    {
        left = call;
        auto* const vfs = sqlite3_vfs_find(nullptr);
        auto const replace = [&](char const* name, auto* function) {
            vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
        };
        replace("pwrite", &SystemCalls::write);
        replace("pwrite64", &SystemCalls::write);
        replace("ftruncate", &SystemCalls::cut);
        replace("unlink", &SystemCalls::remove);
    }
};

/// Replaces one plan by a longer one and adds another.
std::vector<PlanRecord> change() { return {largeRecord("晋源区", 3, "修订"), sampleRecord("阳曲县")}; }

int import(fs::path const& path, std::vector<PlanRecord> const& records)
{
    auto ledger = Ledger::open(path, true);
    if (!ledger) { return 1; }
    auto const outcomes = ledger->import(records, asOf);
    if (outcomes) { return completed; }
    return outcomes.error().code == ErrorCode::Storage ? 2 : 3;
}

/// 1 before the change, 2 after it; fails the test on anything between.
std::size_t stateOf(fs::path const& path)
{
    auto const ledger = Ledger::openReadOnly(path);
    CAPTURE(ledger ? std::string{} : describe(ledger.error()));
    REQUIRE(ledger.has_value());
    auto const plans = ledger->plans().value();
    auto const tasks = ledger->tasks().value();
    auto const events = ledger->events().value();
    if (plans.size() == 1) {
        REQUIRE(tasks.size() == 4);
        REQUIRE(events.size() == 1);
    } else {
        REQUIRE(plans.size() == 2);
        REQUIRE(tasks.size() == 6 + 3);
        REQUIRE(std::ranges::all_of(tasks, [](auto const& task) { return !task.sites.empty(); }));
    }
    REQUIRE(sql(path, "PRAGMA integrity_check") == "ok");
    REQUIRE(sql(path, "PRAGMA foreign_key_check").empty());
    REQUIRE(sql(path, "SELECT (SELECT count(*) FROM sites_point) = (SELECT count(*) FROM rtree_sites_point_geom)") == "1");
    return plans.size();
}

} // namespace

TEST_CASE("an import that ends at any of its calls to the system leaves the ledger before or after it", "[ledger]")
{
    TemporaryDirectory directory;
    auto const original = directory / "original.gpkg";
    REQUIRE(import(original, {largeRecord("晋源区", 2)}) == completed);
    auto const before = bytesOf(original);
    std::size_t befores = 0;
    int code = ended;
    int calls = 0;
    for (int call = 1; code == ended; ++call) {
        CAPTURE(call);
        fs::create_directory(directory / "work");
        auto const path = directory / "work/a.gpkg";
        fs::copy_file(original, path);
        code = inChild([&] {
            SystemCalls::endAt(call);
            return import(path, change());
        });
        bool const after = stateOf(path) == 2;
        if (!after) {
            ++befores;
            CHECK(bytesOf(path) == before);
        }
        // A journal that was not begun may stay; the next change takes it away.
        if (call % 20 == 0) {
            CHECK(import(path, {sampleRecord("古交市")}) == completed);
            CHECK(std::ranges::distance(fs::directory_iterator{directory / "work"}) == 1);
        }
        fs::remove_all(directory / "work");
        calls = call;
        if (code == completed) { CHECK(after); }
    }
    CHECK(code == completed);
    CHECK(calls > 50);
    CHECK(befores > 50);
}

TEST_CASE("a first import that is killed leaves no ledger or a whole one", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "new.gpkg";
    for (int i = 0; i < 24; ++i) {
        static_cast<void>(killedAfter(std::chrono::microseconds{i * 1500}, [&] { return import(path, {largeRecord("晋源区", 2)}); }));
        if (fs::exists(path)) {
            CHECK(stateOf(path) == 1);
            fs::remove(path);
        }
    }
    // The next import sweeps what the killed ones left.
    CHECK(import(path, {largeRecord("晋源区", 2)}) == completed);
    CHECK(stateOf(path) == 1);
    CHECK(std::ranges::distance(fs::directory_iterator{directory.path()}) == 1);
}

TEST_CASE("imports that are killed again and again leave a ledger that goes on", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    REQUIRE(import(path, {largeRecord("晋源区", 2)}) == completed);
    for (int i = 0; i < 24; ++i) {
        static_cast<void>(killedAfter(std::chrono::microseconds{3000 + i * 1700}, [&] {
            for (int round = 0;; ++round) { // replaced for ever
                if (import(path, {largeRecord("晋源区", 2, std::to_string(round))}) != completed) { return 1; }
            }
        }));
        auto const ledger = Ledger::openReadOnly(path);
        REQUIRE(ledger.has_value());
        CHECK(ledger->tasks().value().size() == 4);
        CHECK(sql(path, "PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("a full disk leaves the ledger as it was, and no new one", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    REQUIRE(import(path, {largeRecord("晋源区", 2)}) == completed);
    auto const before = bytesOf(path);
    auto const size = GENERATE(1000U, 40'000U, 200'000U);
    CAPTURE(size);
    CHECK(inChild([&] {
              limitFileSize(size);
              return import(path, {largeRecord("阳曲县", 400)});
          }) == 2);
    CHECK(stateOf(path) == 1);
    CHECK(bytesOf(path) == before);
    CHECK(inChild([&] {
              limitFileSize(size);
              return import(directory / "new.gpkg", {largeRecord("阳曲县", 400)});
          }) == 2);
    CHECK_FALSE(fs::exists(directory / "new.gpkg"));
    CHECK(std::ranges::distance(fs::directory_iterator{directory.path()}) == 1);
}
