#include "exchange/cell_text.hpp"
#include "exchange/csv.hpp"
#include "exchange/short_names.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::exchange;

TEST_CASE("a text that fits is left alone, a longer one is cut on a character", "[exchange]")
{
    auto const utf8 = CellEncoder::create("UTF-8").value();
    CHECK(utf8.fit("整图", 6) == "整图");
    CHECK(utf8.fit("整图整图", 9) == "整图…");
    CHECK(utf8.fit("整图整图", 11) == "整图…");
    CHECK(utf8.fit("整图", 5) == "…");
    CHECK(utf8.fit("整图", 2).empty());
    CHECK(utf8.fit("", 0).empty());
    CHECK(utf8.fit("a𬇕bcdefghi", 9) == "a𬇕b…");
}

TEST_CASE("a text is measured in the encoding that it is written in", "[exchange]")
{
    auto const gb = CellEncoder::create("GB18030").value();
    CHECK(gb.size("整图a") == 5);
    CHECK(gb.size("𬇕") == 4);
    CHECK(gb.size("㳇") == 4);
    CHECK(gb.fit("整图整图", 8) == "整图整图");
    CHECK(gb.fit("整图整图", 7) == "整图…");
    CHECK(gb.fit("整𬇕图图图", 9) == "整𬇕…");
}

TEST_CASE("texts become sound and the cost is counted", "[exchange]")
{
    auto const [given, sound, lost] = GENERATE(table<std::string, std::string, std::size_t>({{"整图𬇕", "整图𬇕", 0},
                                                                                             {std::string{"a\0b", 3}, "ab", 1},
                                                                                             {"a\xFF", "a\uFFFD", 1},
                                                                                             {"\xE6\x95", "\uFFFD\uFFFD", 2},
                                                                                             {"\xE6整", "\uFFFD整", 1}}));
    auto text = given;
    CHECK(makeSound(text) == lost);
    CHECK(text == sound);
    CHECK(makeSound(text) == 0);
}

TEST_CASE("invented field names fit and never collide", "[exchange]")
{
    std::set<std::string> taken{"name"};
    CHECK(inventShortName("rank", taken) == "rank");
    CHECK(inventShortName("RANK", taken) == "RANK_01");
    CHECK(inventShortName("Name", taken) == "Name_01");
    CHECK(inventShortName("整改责任单位", taken) == "f_01");
    CHECK(inventShortName("整改配合单位", taken) == "f_02");
    CHECK(inventShortName("2020", taken) == "f2020");
    CHECK(inventShortName("a b-c", taken) == "abc");
    CHECK(inventShortName("", taken) == "f_03");
    for (int i = 0; i < 150; ++i) { CHECK(isShortName(inventShortName("a_very_long_name", taken))); }
    CHECK(taken.size() == 159);
}

TEST_CASE("names that a DBF cannot hold are no short names", "[exchange]")
{
    auto const name = GENERATE(as<std::string>{}, "", "elevenchars", "1a", "a b", "整", "a-b");
    CAPTURE(name);
    CHECK_FALSE(isShortName(name));
}

TEST_CASE("CSV survives whatever is in a cell", "[exchange]")
{
    std::vector<std::string> const first{"a", "b,c", "d\"e", "f\ng", "", "整图", "h\r\ni"};
    auto const read = parseCsv(csvLine(first) + csvLine(first));
    REQUIRE(read.size() == 2);
    CHECK(read[0] == first);
}

TEST_CASE("what a spreadsheet would run is made a text, numbers stay", "[exchange]")
{
    auto const [cell, written] = GENERATE(table<std::string, std::string>(
        {{"=1+1", "'=1+1"}, {"+cmd", "'+cmd"}, {"-a", "'-a"}, {"@x", "'@x"}, {"-12.5", "-12.5"}, {"+1e5", "+1e5"}, {"a=b", "a=b"}, {"—x", "—x"}}));
    CHECK(parseCsv(csvLine({cell}))[0][0] == written);
}
