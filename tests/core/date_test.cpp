#include "core/date.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;

TEST_CASE("an ISO date survives reading and writing", "[core]")
{
    auto const text = GENERATE(as<std::string>{}, "2018-06-30", "2024-02-29", "0999-01-01");
    CAPTURE(text);
    auto const date = parseIsoDate(text);
    REQUIRE(date.has_value());
    CHECK(isoDate(*date) == text);
}

TEST_CASE("what is no date is refused", "[core]")
{
    auto const text = GENERATE(as<std::string>{}, "", "2018-6-30", "2018-06-31", "2023-02-29", "2018-13-01", "2018/06/30", "2018-06-3x",
                               "+018-06-30");
    CAPTURE(text);
    CHECK_FALSE(parseIsoDate(text).has_value());
}

TEST_CASE("the last day of a month knows leap years", "[core]")
{
    CHECK(isoDate(lastDayOfMonth(2024, 2).value()) == "2024-02-29");
    CHECK(isoDate(lastDayOfMonth(2023, 2).value()) == "2023-02-28");
    CHECK_FALSE(lastDayOfMonth(2023, 13).has_value());
    CHECK_FALSE(lastDayOfMonth(2023, 0).has_value());
}
