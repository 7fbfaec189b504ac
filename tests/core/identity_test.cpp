#include "core/identity.hpp"

#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstddef>
#include <fstream>
#include <string>

using namespace zhengtu;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4", "[core]")
{
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a stable id is its prefix and ten digits, and differs with the name", "[core]")
{
    CHECK(stableId("p", "abc") == "pba7816bf8f");
    CHECK(stableId("p", "abd") != stableId("p", "abc"));
}

TEST_CASE("the sum of a file is that of its bytes, however long it is", "[core]")
{
    tests::TemporaryDirectory const place;
    for (std::size_t const bytes : {0UL, 3UL, (1UL << 20U) - 1, 1UL << 20U, (1UL << 20U) + 1}) {
        CAPTURE(bytes);
        std::string const text(bytes, 'x');
        std::ofstream{place / "file", std::ios::binary} << text;
        auto const sum = sumOfFile(place / "file");
        REQUIRE(sum.has_value());
        CHECK(sum->bytes == bytes);
        CHECK(sum->sha256 == sha256(text));
    }
    CHECK(sumOfFile(place / "none").error().code == ErrorCode::FileMissing);
    CHECK(sumOfFile(place / "").error().code == ErrorCode::Storage); // a folder
}
