#include "core/identity.hpp"

#include <catch2/catch_test_macros.hpp>

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
