#include "checks.hpp"
#include "shipped.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace zhengtu;

namespace {

std::vector<checks::Course> told()
{
    std::vector<checks::Course> courses;
    for (auto const& row : shipped::table("rivers.csv")) {
        courses.push_back({row.at("name"), row.at("into"), shipped::split(row.at("course_adcodes"), ';')});
    }
    return courses;
}

checks::Course& named(std::vector<checks::Course>& courses, std::string const& name) { return *std::ranges::find(courses, name, &checks::Course::name); }

std::vector<geo::Feature> lines()
{
    auto const rivers = shipped::layer("rivers");
    return {rivers.begin(), rivers.end()};
}

std::set<std::string> known(std::string const& kind)
{
    std::set<std::string> names;
    for (auto const& row : shipped::table("known_names.csv")) {
        if (row.at("kind") == kind) { names.insert(row.at("name")); }
    }
    return names;
}

} // namespace

TEST_CASE("the lines of rivers agree with what texts say of them")
{
    auto const courses = told();
    CHECK(checks::courses(courses, shipped::layer("rivers"), shipped::layer("counties")) == checks::Problems{});
    CHECK(checks::circles(courses) == checks::Problems{});
    for (auto const& river : shipped::layer("rivers")) {
        auto const row = std::ranges::find(courses, river.name, &checks::Course::name);
        INFO(river.name);
        CHECK(shipped::more(river, "tributary_of") == (row == courses.end() ? "" : row->into));
    }
}

TEST_CASE("a line that flows upstream, elsewhere or into another river is found")
{
    auto courses = told();
    auto rivers = lines();
    auto& fen = *std::ranges::find(rivers, "汾河", &geo::Feature::name);
    auto& outline = fen.shape.parts.front().outline;
    SECTION("upstream") { std::ranges::reverse(outline); }
    SECTION("cut off before its mouth") { outline.resize(outline.size() / 2); }
    SECTION("through a county of another river") { named(courses, "汾河").counties.push_back("140223"); }
    SECTION("two counties changed for each other") { std::swap(named(courses, "汾河").counties.front(), named(courses, "汾河").counties.back()); }
    SECTION("a code of nothing") { named(courses, "汾河").counties.push_back("149999"); }
    SECTION("into another river") { named(courses, "浍河").into = "桑干河"; }
    CHECK_FALSE(checks::courses(courses, rivers, shipped::layer("counties")).empty());
}

TEST_CASE("rivers that flow in a circle are found")
{
    auto courses = told();
    named(courses, "黄河").into = "浍河";
    CHECK_FALSE(checks::circles(courses).empty());
}

TEST_CASE("all springs, mines, reserves, stations and sections of the facts are known")
{
    auto springs = known("spring");
    for (auto const& spring : shipped::layer("springs")) { springs.insert(spring.name); }
    CHECK(springs.size() == 19);
    for (auto const* name : {"晋祠泉", "娘子关泉", "辛安泉", "霍泉", "雷鸣寺泉"}) { CHECK(springs.contains(name)); }
    CHECK(shipped::layer("mines").size() >= 49);
    CHECK(shipped::layer("reserves").size() == 46 * 3);
    // 82 in the list; 豆制品厂 has no position there, and as a bare name it would be found in every bean factory
    CHECK(shipped::layer("air_stations").size() + known("air_station").size() >= 81);
    CHECK_FALSE(known("air_station").contains("豆制品厂"));
    CHECK(shipped::table("sections.csv").size() >= 215);
}

TEST_CASE("a spring lies in the county that is named, not in one whose name is a part of that name")
{
    for (auto const& row : shipped::table("known_names.csv")) {
        if (row.at("name") == "古堆泉") { CHECK(row.at("county_adcodes") == "140825"); } // 新绛县, not 绛县
        if (row.at("name") == "坪上泉") { CHECK(row.at("county_adcodes") == "140921;140922"); }
    }
}
