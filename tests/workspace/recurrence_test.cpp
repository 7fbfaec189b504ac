#include "workspace/recurrence.hpp"
#include "workspace/recurrence_spots.hpp"

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

TEST_CASE("a stretch is read right behind the name of a river", "[workspace][recurrence]")
{
    auto const [behind, stretch] = GENERATE(table<std::string, std::string>({
        {"南郊段两岸垃圾", "南郊段"},
        {"云冈区段污水", "云冈区段"},
        {"水质现阶段恶化", ""},
        {"的一段被填埋", ""},
        {"河段", ""}, // which one is not said
        {"干流治理进入第二阶段", ""},
        {"污水直排", ""},
        {"", ""},
    }));
    CAPTURE(behind);
    CHECK(zhengtu::workspace::stretchIn(behind) == stretch);
}
