#include "cli/values.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::cli;

TEST_CASE("a size needs two sensible numbers", "[cli]")
{
    CHECK(parseSize("1600x1200") == std::pair{1600, 1200});
    auto const text = GENERATE(as<std::string>{}, "", "1600", "x", "1600x", "0x100", "1600x1200x3", "99999x100", "-5x100", "a4");
    CAPTURE(text);
    CHECK_FALSE(parseSize(text).has_value());
}

TEST_CASE("an extent is four numbers that make a box on the globe", "[cli]")
{
    auto const extent = parseExtent("110.2,34.5,114.6,40.8");
    REQUIRE(extent.has_value());
    CHECK(extent->minLon == 110.2);
    CHECK(extent->maxLat == 40.8);
    auto const text = GENERATE(as<std::string>{}, "", "1,2,3", "1,2,3,4,5", "3,2,1,4", "1,4,3,2", "1,2,3,", "110,34,114,95", "reserve:x");
    CAPTURE(text);
    CHECK_FALSE(parseExtent(text).has_value());
}
