#include "core/halt.hpp"
#include "core/staging.hpp"

#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstddef>
#include <fstream>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace zhengtu;
namespace fs = std::filesystem;

TEST_CASE("a program that ends without unwinding leaves no staging directory", "[core][staging]")
{
    tests::TemporaryDirectory const place;
    std::ofstream{place / "kept.txt"} << "kept";
    std::optional<StagingDirectory> first, second;
    first.emplace(StagingDirectory::make(place / "", "a").value());
    second.emplace(StagingDirectory::make(place / "", "b").value());
    auto const moved = std::move(*second); // what was moved is still one
    std::ofstream{first->path() / "half.gpkg"} << "half";
    fs::create_directories(moved.path() / "within");
    SECTION("all at once")
    {
        removeStaging();
        CHECK_FALSE(fs::exists(first->path()));
        CHECK_FALSE(fs::exists(moved.path()));
    }
    SECTION("but for those that ended before")
    {
        auto const gone = first->path();
        first.reset();
        fs::create_directories(gone); // another's of the same name
        removeStaging();
        CHECK(fs::exists(gone));
        CHECK_FALSE(fs::exists(moved.path()));
    }
    CHECK(fs::exists(place / "kept.txt"));
    removeStaging(); // again, when nothing is there
    auto const later = StagingDirectory::make(place / "", "a");
    REQUIRE(later.has_value());
    CHECK(fs::exists(later->path()));
}

TEST_CASE("a program ends without unwinding while its threads write and allocate, and leaves nothing", "[core][staging]")
{
    tests::TemporaryDirectory const place;
    constexpr int code = 7;
    for (int attempt = 0; attempt < 10; ++attempt) {
        auto const child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto const staging = StagingDirectory::make(place / "", "a");
            std::atomic<int> begun{0};
            std::vector<std::thread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&, i] {
                    for (std::size_t round = 0;; ++round) {
                        std::ofstream file{staging->path() / std::to_string(round % 20 * 4 + static_cast<std::size_t>(i))};
                        file << std::string(100'000, 'x');
                        ++begun;
                    }
                });
            }
            while (begun < 20) { std::this_thread::yield(); }
            removeStagingAndExit(code);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == code);
        CHECK(fs::is_empty(place / ""));
    }
}

TEST_CASE("a tree is removed with what is in it, links not followed", "[core][staging]")
{
    tests::TemporaryDirectory const place;
    fs::create_directories(place / "tree/a/b/c");
    std::ofstream{place / "kept.txt"} << "kept";
    fs::create_directories(place / "other");
    std::ofstream{place / "other/kept.txt"} << "kept";
    for (int i = 0; i < 500; ++i) { std::ofstream{place / ("tree/a/file " + std::to_string(i))} << i; }
    fs::create_symlink(place / "kept.txt", place / "tree/file");
    fs::create_directory_symlink(place / "other", place / "tree/a/folder");
    removeTree((place / "tree").c_str());
    CHECK_FALSE(fs::exists(place / "tree"));
    CHECK(fs::exists(place / "kept.txt"));
    CHECK(fs::exists(place / "other/kept.txt"));
    removeTree((place / "tree").c_str()); // what is not there is no matter
}

TEST_CASE("a program does not end without unwinding while a file is changed in its place", "[core][staging]")
{
    std::atomic<bool> whole = false;
    std::optional<ChangeInPlace> change{std::in_place};
    auto ending = std::async(std::launch::async, [&] {
        auto const held = holdChangesInPlace();
        return whole.load();
    });
    whole = true;
    change.reset();
    CHECK(ending.get());
    {
        ChangeInPlace const one, other; // two ledgers at once
    }
    CHECK(holdChangesInPlace().owns_lock());
}

TEST_CASE("a file is flushed whatever its length", "[core][staging]")
{
    tests::TemporaryDirectory const place;
    for (std::size_t const length : {std::size_t{0}, std::size_t{1}, std::size_t{4} << 20, (std::size_t{9} << 20) + 1}) {
        std::ofstream{place / "a", std::ios::binary} << std::string(length, 'a');
        CHECK(flushToDisk(place / "a").has_value());
        CHECK(fs::file_size(place / "a") == length);
    }
    CHECK(flushToDisk(place.path()).has_value());
    CHECK(flushToDisk(place / "none").error().code == ErrorCode::FileMissing);
}
