#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("a district whose parts went to several ones is a district of no county of today", "[place]")
{
    auto const found = mentionsIn("大同市", "南郊区散煤反弹。");
    CHECK(finds(found, "南郊区|county|"));
    CHECK_FALSE(finds(found, "南郊区|county|平城区"));
    CHECK_FALSE(findsText(mentionsIn("忻州市", "南郊区散煤反弹。"), "南郊区"));
    CHECK_FALSE(findsText(mentionsIn("大同市", "城南郊区域散煤反弹。"), "南郊区"));
}

TEST_CASE("a township or village that is no more has the county in which it was", "[place]")
{
    auto const [text, wanted] = GENERATE(table<std::string, std::string>({
        {"槐塔乡一处堆场未苫盖。", "槐塔乡|town|定襄县"},
        {"羊窊沟村存在垃圾焚烧现象。", "羊窊沟村|village|定襄县"},
        {"双石匣村存在垃圾焚烧现象。", "双石匣村|village|"},        // two counties had one
    }));
    CAPTURE(text, mentionsIn("忻州市", text));
    CHECK(finds(mentionsIn("忻州市", text), wanted));
}

TEST_CASE("where one county has a village of that name and another had one, the year of the document tells", "[place]")
{
    auto const [name, year, wanted] = GENERATE(table<std::string, int, std::string>({
        {"谭村", 2022, "定襄县"},   // the other was gone by then
        {"谭村", 2018, ""},         // both were there
        {"谭村", 0, ""},            // not known
        {"麻地洼村", 2018, "定襄县"}, // the one of today was not yet there
        {"麻地洼村", 2022, "代县"},
        {"麻地洼村", 2020, ""},      // neither was there for certain
    }));
    auto given = sample("忻州市", name + "存在垃圾焚烧现象。");
    if (year > 0) { given.plan.year = year; }
    auto const found = findMentions(given.plan, given.normal, gazetteer());
    REQUIRE(found.size() == 1);
    CHECK(found.front().county == wanted);
}

TEST_CASE("a former village of another city is no evidence", "[place]")
{
    CHECK(finds(mentionsIn("太原市", "羊窊沟村存在垃圾焚烧现象。"), "羊窊沟村|village|"));
    CHECK_FALSE(finds(mentionsIn("太原市", "羊窊沟村存在垃圾焚烧现象。"), "羊窊沟村|village|定襄县"));
}

TEST_CASE("a former place says until which list it was there, and in which township", "[place]")
{
    auto const gone = gazetteer().find("羊窊沟村");
    REQUIRE(gone.size() == 1);
    CHECK(gone.front().form == NameForm::Former);
    CHECK(gazetteer().entry(gone.front().entry).until == "2019-10-31");
    CHECK(gazetteer().entry(gone.front().entry).town == "槐塔乡");
    CHECK(gazetteer().find("谭村").front().form == NameForm::Full); // the one of today comes first
}
