#include "core/staging.hpp"

#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstddef>
#include <fstream>
#include <future>
#include <optional>
#include <string>
#include <utility>

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
