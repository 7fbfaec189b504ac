#include "shipped.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace {

std::set<std::string> column(std::string const& file, std::string const& key)
{
    std::set<std::string> values;
    for (auto const& row : shipped::table(file)) {
        INFO(file << ": " << key << " " << row.at(key));
        CHECK(values.insert(row.at(key)).second);
    }
    return values;
}

} // namespace

TEST_CASE("the county table and the county layer are the same counties")
{
    std::map<std::string, std::string> names;
    for (auto const& county : shipped::layer("counties")) { names[county.adcode] = county.name; }
    auto const rows = shipped::table("counties.csv");
    CHECK(rows.size() == 117);
    for (auto const& row : rows) {
        INFO(row.at("adcode"));
        REQUIRE(names.contains(row.at("adcode")));
        CHECK(names.at(row.at("adcode")) == row.at("name"));
        CHECK(row.at("city_adcode") == row.at("adcode").substr(0, 4) + "00");
        CHECK(row.at("name").starts_with(row.at("short")));
    }
}

TEST_CASE("former names lead to the counties of today")
{
    std::map<std::string, std::set<std::string>> today;
    for (auto const& row : shipped::table("counties.csv")) {
        for (auto const& former : shipped::split(row.at("former_names"), ';')) { today[former].insert(row.at("name")); }
    }
    CHECK(today["怀仁县"] == std::set<std::string>{"怀仁市"});
    CHECK(today["大同县"] == std::set<std::string>{"云州区"});
    CHECK(today["长治郊区"] == std::set<std::string>{"潞州区"});
    CHECK(today["大同南郊区"] == std::set<std::string>{"平城区", "云冈区", "新荣区"}); // divided: a name of three
}

TEST_CASE("every former name says when it ended, where that is known")
{
    std::map<std::string, std::string> until;
    for (auto const& row : shipped::table("counties.csv")) {
        auto const names = shipped::split(row.at("former_names"), ';');
        auto const days = shipped::split(row.at("former_until"), ';');
        INFO(row.at("name"));
        REQUIRE(days.size() == names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            CHECK((days[i].empty() || days[i].size() == 10));
            CHECK(until.emplace(names[i], days[i]).first->second == days[i]); // of a county that was divided, one day for all its parts
        }
    }
    CHECK(until["怀仁县"] == "2018-02-22");
    CHECK(until["太谷县"] == "2019-09-06");
    CHECK(until["大同南郊区"] == "2018-02-09");
}

TEST_CASE("codes of towns and villages are unique and lead upward")
{
    auto const counties = column("counties.csv", "adcode");
    auto const towns = column("towns.csv", "code");
    CHECK(towns.size() == 1352);
    for (auto const& row : shipped::table("towns.csv")) {
        INFO(row.at("code") << " " << row.at("name"));
        CHECK((row.at("county_adcode").empty() || counties.contains(row.at("county_adcode"))));
        CHECK(row.at("lon").empty() == row.at("lat").empty());
    }
    CHECK(column("villages.csv", "code").size() == 21895);
    for (auto const& row : shipped::table("villages.csv")) {
        if (!towns.contains(row.at("town_code"))) { FAIL_CHECK("no town for " << row.at("code") << " " << row.at("name")); }
    }
}

TEST_CASE("villages are named as places, not as their committees")
{
    std::size_t committees = 0;
    for (auto const& row : shipped::table("villages.csv")) {
        committees += row.at("name").ends_with("村委会") || row.at("name").ends_with("居委会") || row.at("name").ends_with("委员会");
    }
    CHECK(committees <= 10); // misprints of the source
}

TEST_CASE("groups stand for counties of their city")
{
    std::map<std::string, std::string> city;
    for (auto const& row : shipped::table("counties.csv")) { city[row.at("adcode")] = row.at("city"); }
    std::set<std::string> names;
    for (auto const& row : shipped::table("groups.csv")) {
        names.insert(row.at("name"));
        for (auto const& code : shipped::split(row.at("county_adcodes"), ';')) { CHECK(city[code] == row.at("city")); }
    }
    CHECK(names.contains("三县一市"));
    CHECK(names.contains("城六区"));
}

TEST_CASE("sections are in the layer or say why not")
{
    std::set<std::string> placed;
    for (auto const& feature : shipped::layer("sections")) { placed.insert(feature.id); }
    for (auto const& row : shipped::table("sections.csv")) {
        INFO(row.at("id") << " " << row.at("name"));
        CHECK(placed.contains(row.at("id")) == (row.at("placed") == "yes"));
        CHECK_FALSE(row.at("how").empty());
    }
}

TEST_CASE("names without a position say their counties and their source")
{
    auto const counties = column("counties.csv", "adcode");
    for (auto const& row : shipped::table("known_names.csv")) {
        INFO(row.at("name"));
        CHECK_FALSE(row.at("source").empty());
        auto const codes = shipped::split(row.at("county_adcodes"), ';');
        CHECK_FALSE(codes.empty());
        CHECK(std::ranges::all_of(codes, [&](auto const& code) { return counties.contains(code); }));
    }
}

TEST_CASE("townships and villages that are gone have a county of today and the two lists between which they went")
{
    auto const counties = column("counties.csv", "adcode");
    std::map<std::string, std::map<std::string, std::string>> towns, villages;
    auto const read = [&](std::string const& file, auto& rows) {
        for (auto const& row : shipped::table(file)) {
            INFO(file << ": " << row.at("code") << " " << row.at("name"));
            CHECK(counties.contains(row.at("county_adcode")));
            CHECK(row.at("listed_until") < row.at("gone_by"));
            rows[row.at("county_adcode") + row.at("name")] = row;
        }
    };
    read("former_towns.csv", towns);
    read("former_villages.csv", villages);
    // Townships were merged in 2021; 中涧河乡 went into the town of its name.
    CHECK(towns.at("140107中涧河乡").at("gone_by") == "2021-10-31");
    CHECK(towns.at("140107中涧河乡").at("heir") == "中涧河镇");
    CHECK(villages.at("140106水峪村").at("town") == "郝庄镇");
    for (auto const& row : shipped::table("towns.csv")) { // what is there is not gone
        INFO(row.at("code") << " " << row.at("name"));
        CHECK_FALSE(towns.contains(row.at("county_adcode") + row.at("name")));
    }
    CHECK_FALSE(villages.contains("140108镇城村"));
}

TEST_CASE("a county that was given a new code did not change its townships by that")
{
    // 怀仁县 became 怀仁市 in 2018, with another code.
    std::size_t old = 0;
    for (auto const& row : shipped::table("towns.csv")) { old += row.at("county_adcode") == "140681" && row.at("listed_since").empty(); }
    CHECK(old >= 8);
}
