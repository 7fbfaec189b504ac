#include "fixture.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "place/resolve.hpp"
#include "place/said/assumed.hpp"
#include "place/said/shapes.hpp"
#include "place/site_view.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<Site> located(std::string const& text, std::string const& region = "忻州市") { return locateText(text, gazetteer().scope(region), gazetteer()); }

Site one(std::string const& text, std::string const& region = "忻州市")
{
    auto sites = located(text, region);
    CAPTURE(text, sites.size());
    REQUIRE(sites.size() == 1);
    return std::move(sites.front());
}

bool says(Site const& site, std::string_view words) { return site.reason.find(words) != std::string::npos; }

geo::Shape box(double west, double south, double east, double north)
{
    return {geo::ShapeType::Polygon, {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

} // namespace

TEST_CASE("a river's exit is where it leaves the county downstream, its entry where it comes in", "[said]")
{
    auto const exit = one("定襄县滹沱河出境断面");
    CHECK(exit.figure == Figure::Crossing);
    REQUIRE(exit.shape.type == geo::ShapeType::Point);
    CHECK(geo::distanceM(exit.shape.parts[0].outline[0], {118.5, 38.5}) < 1);
    auto const entry = one("定襄县滹沱河入境断面");
    CHECK(geo::distanceM(entry.shape.parts[0].outline[0], {118.0, 38.5}) < 1);
    CHECK(one("清理定襄县滹沱河河道").shape.type == geo::ShapeType::Line); // a twin that says neither
}

TEST_CASE("the upper course of a river that is not placed is not placed either", "[said][rivers]")
{
    auto const placed = one("滹沱河上游水质下降。");
    CHECK(placed.figure == Figure::Stretch);
    CHECK(says(placed, "its upper course"));
    auto const nowhere = one("滹沱河上游水质下降。", ""); // a plan that does not say whose it is
    CHECK(nowhere.precision == Precision::Unlocated);
    CHECK(nowhere.shape.empty());
}

TEST_CASE("what flows into a river is meant by its tributaries, as far as layers have them", "[said][rivers]")
{
    auto const only = one("滹沱河支流水质下降。");
    CHECK(only.shape.parts.size() == 1);
    CHECK(says(only, "its tributaries as far as layers have them: 云岭川"));
    auto const both = one("滹沱河及其支流水质下降。");
    CHECK(both.shape.parts.size() == 2);
    // A tributary that no layer has is none that could be drawn, and a river without any stays itself.
    auto const none = one("云岭川支流水质下降。");
    CHECK(says(none, "the river stands for them"));
    CHECK(none.shape.parts.size() == 1);
}

TEST_CASE("a river says what it flows into and through which counties", "[said][rivers]")
{
    CHECK(says(one("滹沱河水质下降。"), "it flows into 子牙河 through 繁峙县、代县、定襄县"));
    CHECK(says(one("云岭川河水质下降。"), "it flows into 滹沱河 through 定襄县"));
    // No layer has it: its counties are those on its way, and it is put in none of them.
    auto const unknown = one("石门河水质下降。");
    CHECK(unknown.precision == Precision::Unlocated);
    CHECK(unknown.candidates.size() == 2);
    auto const rivers = gazetteer().tributariesOf("滹沱河");
    REQUIRE(rivers.size() == 2);
    CHECK(gazetteer().tributariesOf("云岭川").empty());
}

TEST_CASE("a road between two places is cut at the points nearest to both", "[said]")
{
    auto const site = one("定襄县988县道东石桥至西石桥段");
    CHECK(site.figure == Figure::Stretch);
    REQUIRE(site.shape.type == geo::ShapeType::Line);
    CHECK_THAT(geo::lengthM(site.shape), WithinRel(geo::distanceM({118.1, 38.3}, {118.4, 38.3}), 1e-3));
    CHECK(site.adcode == "140921");
}

TEST_CASE("a stretch of which something is missing stays as coarse as it was and says what", "[said]")
{
    auto const noLine = one("定襄县977县道东石桥至西石桥段");
    CHECK(noLine.figure == Figure::Corridor);
    CHECK(noLine.precision == Precision::Township);
    CHECK(noLine.schematic);
    CHECK(noLine.score <= 0.5);
    auto const noEnd = one("定襄县988县道东石桥至无名桥段");
    CHECK(noEnd.figure == Figure::Itself);
    CHECK(says(noEnd, "no layer has 无名桥"));
}

TEST_CASE("both sides of a line are a strip of an assumed width that says so", "[said]")
{
    auto const site = one("定襄县988县道两侧扬尘");
    CHECK(site.figure == Figure::Corridor);
    CHECK(site.shape.type == geo::ShapeType::Polygon);
    CHECK(says(site, "assumed 500 m"));
    CHECK(site.schematic);
    double const wide = geo::areaM2(site.shape) / geo::distanceM({118.05, 38.3}, {118.45, 38.3});
    CHECK_THAT(wide, WithinRel(2 * said::alongM, 0.03));
    auto const unknown = one("定襄县977县道两侧扬尘");
    CHECK(unknown.precision == Precision::County);
    CHECK(says(unknown, "no layer has its course"));
}

TEST_CASE("about 5 km from a zone is a ring that is not in the zone", "[said]")
{
    auto const site = one("距离灵空山自然保护区约5公里处");
    CHECK(site.figure == Figure::Ring);
    CHECK(isSomewhereIn(site));
    CHECK(says(site, "about 5 km"));
    CHECK(says(site, "assumed"));
    CHECK_THAT(geo::distanceM(site.shape, box(119.1, 38.1, 119.3, 38.2)).value(), WithinAbs(4500, 30));
    CHECK(geo::covers(boxOf("140923"), site.shape).value()); // clipped to the county of the zone
    auto const less = one("距离灵空山自然保护区不足900米处");
    CHECK(geo::distanceM(less.shape, box(119.1, 38.1, 119.3, 38.2)).value() < 1);
    CHECK(says(less, "less than 900 m"));
    CHECK(one("距离灵空山自然保护区约5公里").figure == Figure::Itself); // a measure, not a place
}

TEST_CASE("about 5 km from a zone of a reserve whose zones are not told apart may be in the reserve", "[said]")
{
    auto const site = one("距离灵空山自然保护区实验区约5公里处"); // of which no layer has the outline
    CHECK(site.figure == Figure::Near);
    CHECK(geo::covers(site.shape, box(119.1, 38.1, 119.3, 38.2)).value());
    CHECK(says(site, "not told apart"));
    auto const core = one("距离灵空山自然保护区核心区约5公里处"); // the twin that a layer has
    CHECK(core.figure == Figure::Ring);
    CHECK_FALSE(geo::intersects(core.shape, box(119.1, 38.1, 119.2, 38.2)).value());
}

TEST_CASE("what lies between places is the area that they span", "[said]")
{
    auto const site = one("定襄县东石桥、西石桥和晋昌镇之间的空地");
    CHECK(site.figure == Figure::Near);
    REQUIRE(site.shape.type == geo::ShapeType::Polygon);
    CHECK(geo::covers(site.shape, geo::Shape::point({118.25, 38.4})).value());
    CHECK(site.precision == Precision::Township); // as exact as the least exact of them
    CHECK(site.radiusM > 2000);
    CHECK(site.adcode == "140921");
    CHECK(located("定襄县东石桥、西石桥和晋昌镇之间的合作").size() == 3); // a twin that is no place between
    for (auto const& end : located("定襄县东石桥与无此桥之间的空地")) { CHECK(end.figure == Figure::Itself); }
}

TEST_CASE("a street in the town of who speaks is in its city, and no more is said", "[said]")
{
    auto const site = one("市区北部元明路路面积尘");
    CHECK(site.precision == Precision::City);
    CHECK(site.adcode.empty());
    CHECK(says(site, "north of the town"));
    CHECK(one("元明路路面积尘").precision == Precision::Unlocated); // the twin that says no town
}

TEST_CASE("a station's name alone is no place", "[said]")
{
    CHECK(one("下茹越").precision == Precision::Unlocated);
    CHECK(one("下茹越断面").shape.type == geo::ShapeType::Point);
}

TEST_CASE("within a distance is the place grown by it", "[said]")
{
    auto const site = one("灵空山自然保护区周边2公里范围内");
    CHECK(site.figure == Figure::Near);
    CHECK(geo::covers(site.shape, box(119.1, 38.1, 119.3, 38.2)).value());
    CHECK(geo::distanceM(site.shape, geo::Shape::point({119.1, 38.0})).value() > 8'000);
}

TEST_CASE("where two counties meet is a band along their border", "[said]")
{
    auto const site = one("定襄县与五台县交界处");
    CHECK(site.figure == Figure::Band);
    CHECK(site.place == "定襄县与五台县交界处");
    CHECK(site.county.empty());
    auto const extent = geo::extentOf(site.shape);
    CHECK_THAT(geo::distanceM({extent.minLon, 38.5}, {118.5, 38.5}), WithinRel(said::borderM, 0.01));
    CHECK_THAT(geo::distanceM({extent.maxLon, 38.5}, {118.5, 38.5}), WithinRel(said::borderM, 0.01));
    CHECK(extent.minLat >= 38);
    auto const own = one("与泽州县结合部的工地", "晋城市城区");
    CHECK(own.figure == Figure::Band);
    CHECK(own.candidates.size() == 2);
    // Counties that do not meet have no border: both stay.
    for (auto const& apart : located("定襄县与原平市交界处")) { CHECK(apart.figure == Figure::Itself); }
}

TEST_CASE("no law draws the fringe of towns", "[said]")
{
    auto const alone = one("城乡结合部");
    CHECK(alone.precision == Precision::Unlocated);
    CHECK(says(alone, "no law"));
    auto const county = one("代县城乡结合部散煤");
    CHECK(county.shape == boxOf("140923"));
    CHECK(says(county, "no law"));
}

TEST_CASE("near a point widens its radius, and says by how much", "[said]")
{
    auto const plain = one("定襄县晋昌镇"), near = one("定襄县晋昌镇附近");
    CHECK_THAT(near.radiusM - plain.radiusM, WithinAbs(said::nearM, 1e-6));
    CHECK(near.figure == Figure::Near);
    CHECK(says(near, "assumed 1.5 km"));
    CHECK(plain.figure == Figure::Itself);
}

TEST_CASE("a part of a county in a direction is that half", "[said]")
{
    auto const site = one("代县北部扬尘突出");
    CHECK(site.figure == Figure::Side);
    CHECK_THAT(geo::extentOf(site.shape).minLat, WithinAbs(38.5, 0.01));
    CHECK(one("代县北部战区").figure == Figure::Itself);
}

TEST_CASE("a group of counties is their union, the issuer is its own area", "[said]")
{
    auto const group = one("三县一市散煤治理", "太原市");
    CHECK(group.place == "三县一市");
    CHECK(group.precision == Precision::County);
    CHECK(geo::covers(group.shape, boxOf("140181")).value());
    CHECK_FALSE(geo::covers(group.shape, boxOf("140105")).value());
    auto const city = one("在全市开展排查");
    CHECK(city.place == "忻州市");
    CHECK(city.precision == Precision::City);
    CHECK(one("健全全市场监管机制").precision == Precision::Unlocated);
    CHECK(one("三县一市散煤治理").precision == Precision::Unlocated); // a group of another city
}

TEST_CASE("a thing without a name is called after what it was found near", "[said]")
{
    bool found = false;
    std::string all;
    for (auto const& site : located("在定襄县东石桥附近，发现一个无名料场，未覆盖")) {
        all += site.place + " ";
        if (!site.place.starts_with("无名料场")) { continue; }
        found = true;
        CHECK(site.place == "无名料场（东石桥附近）");
        CHECK(site.adcode == "140921");
    }
    CAPTURE(all);
    CHECK(found);
}

TEST_CASE("shapes of description hold on the degenerate", "[said]")
{
    geo::Shape const line{geo::ShapeType::Line, {{{{118, 38}, {119, 38}}, {}}}};
    CHECK_FALSE(said::stretchBetween(line, {118.5, 38.1}, {118.5, 37.9}).has_value()); // one point of the line
    CHECK_FALSE(said::stretchBetween({}, {118, 38}, {119, 38}).has_value());
    CHECK_FALSE(said::crossing(line, box(117, 37, 120, 39), false).has_value()); // it ends inside
    CHECK_FALSE(said::borderBand(box(0, 0, 1, 1), box(2, 0, 3, 1), 1000).has_value());
    CHECK(said::clipped(line, {}).has_value());
    CHECK_FALSE(said::clipped(line, box(0, 0, 1, 1)).has_value());
    CHECK(said::corridor({118, 38}, {118, 38}, 100).has_value());
    auto const third = said::stretchOf(line, 0, 1.0 / 3);
    REQUIRE(third.has_value());
    CHECK_THAT(geo::lengthM(*third), WithinRel(geo::lengthM(line) / 3, 1e-3));
    auto const reversed = said::stretchBetween(line, {118.8, 38}, {118.2, 38});
    REQUIRE(reversed.has_value());
    CHECK(reversed->parts[0].outline.front().lon > reversed->parts[0].outline.back().lon);
}
