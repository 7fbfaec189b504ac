#include "cli/console.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu::cli;

TEST_CASE("Han characters count two columns", "[cli]")
{
    CHECK(displayWidth("ab") == 2);
    CHECK(displayWidth("整图") == 4);
    CHECK(displayWidth("（一）") == 6);
}

TEST_CASE("text is cut with a mark and never over the width", "[cli]")
{
    CHECK(fitted("整图整图", 8) == "整图整图");
    CHECK(fitted("整图整图", 7) == "整图整…");
    CHECK(fitted("整图整图", 6) == "整图…");
    CHECK(fitted("a\nb", 8) == "a b");
}

TEST_CASE("a table lines its columns up and fits the terminal", "[cli]")
{
    Table table{{"a", "b"}};
    table.add({"整图", "x"});
    table.add({"y", "很长很长很长很长"});
    CHECK(table.text(0) == "a     b\n整图  x\ny     很长很长很长很长\n");
    CHECK(table.text(14) == "a     b\n整图  x\ny     很长很…\n");
}
