#include "core/staging.hpp"

#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <optional>

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
