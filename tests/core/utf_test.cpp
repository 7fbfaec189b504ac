#include "core/utf.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;

TEST_CASE("text survives the way to characters and back", "[core]")
{
    auto const text = GENERATE(as<std::string>{}, "", "a", "é", "整图", "𬇕㳇", "a\nb");
    CAPTURE(text);
    auto const characters = toUtf32(text);
    REQUIRE(characters.has_value());
    CHECK(toUtf8(*characters) == text);
}

TEST_CASE("bytes that are not UTF-8 are an error that names the byte", "[core]")
{
    auto const bytes = GENERATE(as<std::string>{}, "ab\xE6\x95", "ab\xFF", "ab\xC0\x80", "ab\xED\xA0\x80", "ab\xF4\x90\x80\x80", "ab\x80");
    auto const characters = toUtf32(bytes);
    REQUIRE_FALSE(characters.has_value());
    CHECK(characters.error().code == ErrorCode::Encoding);
    CHECK(characters.error().detail.contains("byte 2"));
}

TEST_CASE("text is never cut inside a character", "[core]")
{
    CHECK(wholeCharacters("整图", 6) == 6);
    CHECK(wholeCharacters("整图", 5) == 3);
    CHECK(wholeCharacters("整图", 3) == 3);
    CHECK(wholeCharacters("整图", 2) == 0);
    CHECK(wholeCharacters("ab", 9) == 2);
}
