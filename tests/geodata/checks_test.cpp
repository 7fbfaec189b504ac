#include "checks.hpp"
#include "shipped.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu;

namespace {

std::vector<geo::Feature> copy(std::string_view layer)
{
    auto const features = shipped::layer(layer);
    return {features.begin(), features.end()};
}

geo::Feature& named(std::vector<geo::Feature>& features, std::string const& name)
{
    return *std::ranges::find(features, name, &geo::Feature::name);
}

void move(geo::Shape& shape, double lon, double lat)
{
    for (auto& part : shape.parts) {
        for (auto& at : part.outline) { at = {at.lon + lon, at.lat + lat}; }
        for (auto& hole : part.holes) {
            for (auto& at : hole) { at = {at.lon + lon, at.lat + lat}; }
        }
    }
}

std::string& field(geo::Feature& feature, std::string const& name)
{
    return std::ranges::find(feature.more, name, [](auto const& pair) { return pair.first; })->second;
}

} // namespace

TEST_CASE("what ships passes every check")
{
    auto const counties = shipped::layer("counties");
    CHECK(checks::coverage(counties) == checks::Problems{});
    for (auto const& row : shipped::catalogue()) {
        INFO(row.id);
        CHECK(checks::validity(shipped::layer(row.id)) == checks::Problems{});
        CHECK(checks::duplicates(shipped::layer(row.id)) == checks::Problems{});
        CHECK(checks::homes(shipped::layer(row.id), counties) == checks::Problems{});
    }
    CHECK(checks::through(shipped::layer("roads"), "through", 0, counties) == checks::Problems{});
    CHECK(checks::through(shipped::layer("rivers"), "counties", 1000, counties) == checks::Problems{});
}

TEST_CASE("a county that is missing, moved or too large is found")
{
    auto counties = copy("counties");
    SECTION("a hole") { std::erase_if(counties, [](auto const& county) { return county.name == "阳曲县"; }); }
    SECTION("an overlap and a gap") { move(named(counties, "阳曲县").shape, 0.01, 0); }
    SECTION("the same county twice") { counties.push_back(counties.front()); }
    CHECK_FALSE(checks::coverage(counties).empty());
}

TEST_CASE("a shape that crosses itself, or is empty, is found")
{
    auto lakes = copy("water");
    SECTION("crossing") { lakes.front().shape = {geo::ShapeType::Polygon, {{{{112, 38}, {112.1, 38.1}, {112.1, 38}, {112, 38.1}, {112, 38}}, {}}}}; }
    SECTION("empty") { lakes.front().shape = {}; }
    CHECK(checks::validity(lakes).size() == 1);
}

TEST_CASE("an id or a code that is given twice is found")
{
    auto towns = copy("towns");
    SECTION("id") { towns[1].id = towns[0].id; }
    SECTION("code") { field(towns[1], "code") = shipped::more(towns[0], "code"); }
    CHECK(checks::duplicates(towns).size() == 1);
}

TEST_CASE("a feature outside its county, or of a county that is not there, is found")
{
    auto towns = copy("towns");
    SECTION("moved by a degree") { move(towns.front().shape, 1, 0); }
    SECTION("longitude and latitude the wrong way round") { std::swap(towns.front().shape.parts.front().outline.front().lon, towns.front().shape.parts.front().outline.front().lat); }
    SECTION("another county's code") { towns.front().adcode = "140829"; }
    SECTION("a code of nothing") { towns.front().adcode = "149999"; }
    CHECK(checks::homes(towns, shipped::layer("counties")).size() == 1);
}

TEST_CASE("a river or road that leaves the counties that it names is found")
{
    auto const [layer, name, key, least] = GENERATE(table<std::string, std::string, std::string, double>(
        {{"rivers", "汾河", "counties", 1000}, {"roads", "307国道", "through", 0}}));
    auto lines = copy(layer);
    auto& line = named(lines, name);
    SECTION("moved") { move(line.shape, 0.5, 0); }
    SECTION("a county too many") { field(line, key) += ";140223"; }
    SECTION("a county too few") { field(line, key).erase(0, 7); }
    CHECK_FALSE(checks::through(lines, key, least, shipped::layer("counties")).empty());
}
