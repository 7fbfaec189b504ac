#include "workspace/recurrence.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <tuple>

TEST_CASE("a name with its characters in another order may be a slip, a short one may not", "[workspace][recurrence]")
{
    auto const [a, b, same] = GENERATE(table<std::string, std::string, bool>({
        {"白石南河", "南白石河", true},
        {"白石南河", "白石南河", false}, // the same name
        {"东河湾", "河东湾", false},     // three characters are too few to tell
        {"白石南河", "白石北河", false},
        {"白石南河", "白石南河流域", false},
        {"上安乐村", "安上乐村", true},
        {"", "", false},
    }));
    CAPTURE(a, b);
    CHECK(zhengtu::workspace::sameCharacters(a, b) == same);
    CHECK(zhengtu::workspace::sameCharacters(b, a) == same);
}
