#include "analysis/coverage_check.hpp"
#include "analysis/overlay.hpp"
#include "analysis/river_banks.hpp"
#include "analysis/sound_layer.hpp"
#include "analysis/united_area.hpp"
#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "layers.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <format>
#include <limits>
#include <random>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

geo::Shape wkt(std::string const& text) { return geo::fromWkt(text).value(); }

std::vector<geo::Feature> features(std::vector<std::string> const& texts)
{
    std::vector<geo::Feature> all;
    for (auto const& text : texts) {
        geo::Feature feature;
        feature.id = std::to_string(all.size() + 1);
        feature.name = "f" + feature.id;
        feature.shape = wkt(text);
        all.push_back(std::move(feature));
    }
    return all;
}

/// A box of degrees.
std::string box(double west, double south, double east, double north)
{
    return std::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", west, south, east, north);
}

std::vector<geo::Feature> randomFeatures(std::mt19937& random, std::size_t count, double radius)
{
    std::vector<geo::Feature> all;
    for (auto& shape : test::stars(random, count, radius, {112, 37, 0.5})) {
        geo::Feature feature;
        feature.id = std::to_string(all.size() + 1);
        feature.shape = std::move(shape);
        all.push_back(std::move(feature));
    }
    return all;
}

double areaOf(std::vector<OverlayPiece> const& pieces, bool a, bool b)
{
    double sum = 0;
    for (auto const& piece : pieces) {
        if (piece.a.has_value() == a && piece.b.has_value() == b) { sum += piece.measure; }
    }
    return sum;
}

} // namespace

TEST_CASE("a layer is made sound, and what was mended or left out is listed by id", "[overlay]")
{
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    auto given = features({box(112, 37, 112.1, 37.1), "POLYGON ((112 37, 112.1 37.1, 112.1 37, 112 37.1, 112 37))", "LINESTRING (112 37, 112.1 37)",
                           "LINESTRING (112 37, 112 37)", "POLYGON ((112 37, 112.1 37, 112.2 37, 112 37))"});
    auto const add = [&](std::string id, geo::Shape shape) {
        auto& feature = given.emplace_back();
        feature.id = std::move(id);
        feature.shape = std::move(shape);
    };
    add("empty", {});
    add("nan", {geo::ShapeType::Polygon, {{{{112, 37}, {nan, 37}, {112, 38}, {112, 37}}, {}}}});
    add("far", {geo::ShapeType::Polygon, {{{{1e300, 37}, {1e301, 37}, {112, 38}, {1e300, 37}}, {}}}});

    auto const all = soundLayer(given);
    REQUIRE(all.has_value());
    CHECK(all->features.size() + all->refused.size() == given.size());
    REQUIRE(all->repaired.size() == 2);
    CHECK(all->repaired[0].id == "2");
    CHECK(all->repaired[0].reason.contains("Self-intersection"));
    CHECK(all->repaired[1].id == "4");
    CHECK(all->repaired[1].reason.contains("zero length"));
    std::vector<std::string> refused;
    for (auto const& note : all->refused) {
        refused.push_back(note.id);
        CHECK_FALSE(note.reason.empty());
    }
    CHECK(refused == std::vector<std::string>{"5", "empty", "nan", "far"});
    CHECK(all->refused[2].number == 7);

    SECTION("of one type")
    {
        auto const polygons = soundLayer(given, geo::ShapeType::Polygon).value();
        CHECK(polygons.features.size() == 2);
        CHECK(polygons.refused.size() == 6);
        CHECK(polygons.refused[0].reason.contains("polygon is needed"));
    }
    SECTION("a sound layer stays as it is")
    {
        auto const same = soundLayer({given[0], given[2]}).value();
        CHECK(same.repaired.empty());
        CHECK(same.refused.empty());
        CHECK(same.features[0].shape == given[0].shape);
    }
    SECTION("a line keeps its stretches that have a length")
    {
        auto const mended = soundLayer(features({"MULTILINESTRING ((112 37, 112 37), (112 37, 112.1 37))"})).value();
        REQUIRE(mended.features.size() == 1);
        CHECK(mended.features[0].shape == wkt("LINESTRING (112 37, 112.1 37)"));
        CHECK(mended.repaired.size() == 1);
    }
}

TEST_CASE("a shape that was meant to cross the antimeridian is left out, not taken for a belt round the globe", "[overlay]")
{
    auto const all = soundLayer(features({box(179.9, 10, -179.9, 10.1), "LINESTRING (170 10, -170 10)", box(170, 10, 180, 10.1), box(-180, -90, 180, 90), box(60, 10, 150, 11)})).value();
    REQUIRE(all.refused.size() == 2);
    CHECK(all.refused[0].number == 1);
    CHECK(all.refused[1].number == 2);
    CHECK(all.refused[0].reason.contains("antimeridian"));
    CHECK(all.features.size() == 3);
    CHECK(all.repaired.empty());
}

TEST_CASE("overlays of boxes have the areas that they must have", "[overlay]")
{
    auto const a = features({box(112, 37, 112.2, 37.2)});
    auto const [what, b, shared, touching] = GENERATE(table<std::string, std::vector<std::string>, double, std::size_t>(
        {{"half", {box(112.1, 37, 112.3, 37.2)}, 0.5, 0},
         {"inside", {box(112.05, 37.05, 112.1, 37.1)}, 0.0625, 0},
         {"around", {box(111, 36, 113, 38)}, 1, 0},
         {"the same", {box(112, 37, 112.2, 37.2)}, 1, 0},
         {"along an edge", {box(112.2, 37, 112.3, 37.2)}, 0, 1},
         {"at a corner", {box(112.2, 37.2, 112.3, 37.3)}, 0, 1},
         {"apart", {box(112.3, 37, 112.4, 37.2)}, 0, 0},
         {"two that overlap each other", {box(112, 37, 112.15, 37.2), box(112.05, 37, 112.1, 37.2)}, 1, 0}}));
    CAPTURE(what);
    auto const knives = features(b);
    double const whole = geo::areaM2(a[0].shape);
    auto const common = overlay(Overlay::Intersection, a, knives).value();
    CHECK_THAT(areaOf(common.pieces, true, true) / whole, WithinAbs(shared, 1e-3)); // boxes of equal degrees differ a little northward
    CHECK(common.touching == touching);
    auto const left = overlay(Overlay::Difference, a, knives).value();
    double const covered = what.starts_with("two") ? 0.75 : shared;
    CHECK_THAT(areaOf(left.pieces, true, false) / whole, WithinAbs(1 - covered, 1e-3));
    CHECK(left.whole.size() == (shared == 0 ? 1U : 0U));
    CHECK(left.gone.size() == (shared == 1 && !what.starts_with("two") ? 1U : 0U));
}

TEST_CASE("what an overlay cuts adds up, whatever the threads", "[overlay]")
{
    std::mt19937 random{7};
    auto const a = randomFeatures(random, 40, 0.05);
    auto const b = randomFeatures(random, 30, 0.06);
    auto const all = overlay(Overlay::Union, a, b, {}, 1).value();
    auto const left = overlay(Overlay::Difference, a, b, {}, 2).value();
    CHECK_THAT(areaOf(all.pieces, true, false), WithinRel(areaOf(left.pieces, true, false), 1e-12));

    std::vector<geo::Shape> ofA, ofB, ofAll;
    for (auto const& feature : a) { ofA.push_back(feature.shape); }
    for (auto const& feature : b) { ofB.push_back(feature.shape); }
    for (auto const& piece : all.pieces) { ofAll.push_back(piece.shape); }
    auto both = ofA;
    both.insert(both.end(), ofB.begin(), ofB.end());
    CHECK_THAT(geo::areaM2(geo::unionAll(ofAll).value()), WithinRel(geo::areaM2(geo::unionAll(both).value()), 1e-9));

    for (unsigned const threads : {2U, 7U}) {
        auto const again = overlay(Overlay::Union, a, b, {}, threads).value();
        REQUIRE(again.pieces.size() == all.pieces.size());
        CHECK(again.touching == all.touching);
        for (std::size_t i = 0; i < all.pieces.size(); ++i) { CHECK(again.pieces[i].shape == all.pieces[i].shape); }
    }
}

TEST_CASE("overlays of regions are those of GEOS, touching ones, too", "[overlay]")
{
    std::mt19937 random{11};
    auto const make = [&](bool onGrid, std::size_t count) {
        if (!onGrid) { return randomFeatures(random, count, 0.08); }
        std::uniform_int_distribution<int> at{0, 9}, size{1, 4}; // boxes and frames whose edges and corners fall upon each other
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i) {
            int const west = at(random), south = at(random), wide = size(random), tall = size(random);
            auto text = std::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1})", west, south, west + wide, south + tall);
            if (wide > 2 && tall > 2) { text += std::format(", ({0} {1}, {0} {3}, {2} {3}, {2} {1}, {0} {1})", west + 1, south + 1, west + wide - 1, south + tall - 1); }
            texts.push_back(text + ")");
        }
        return features(texts);
    };
    bool const onGrid = GENERATE(false, true);
    auto const a = make(onGrid, 25), b = make(onGrid, 20);
    auto const common = overlay(Overlay::Intersection, a, b).value();
    auto const left = overlay(Overlay::Difference, a, b).value();
    std::size_t touching = 0, number = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto rest = a[i].shape;
        double const wholeM2 = geo::areaM2(rest);
        for (std::size_t j = 0; j < b.size(); ++j) {
            double const areaM2 = geo::areaM2(geo::intersection(a[i].shape, b[j].shape).value());
            rest = geo::difference(rest, b[j].shape).value();
            if (areaM2 == 0) {
                touching += geo::intersects(a[i].shape, b[j].shape).value() ? 1 : 0;
                continue;
            }
            REQUIRE(number < common.pieces.size());
            auto const& piece = common.pieces[number++];
            CHECK((piece.a == i && piece.b == j));
            CHECK_THAT(piece.measure, WithinAbs(areaM2, 1e-9 * wholeM2));
        }
        auto const piece = std::ranges::find(left.pieces, i, [](OverlayPiece const& one) { return *one.a; });
        CHECK_THAT(piece == left.pieces.end() ? 0.0 : piece->measure, WithinAbs(geo::areaM2(rest), 1e-9 * wholeM2));
        CHECK((piece == left.pieces.end()) == std::ranges::contains(left.gone, i));
    }
    CHECK(number == common.pieces.size());
    CHECK(common.touching == touching);
    for (auto const* const pieces : {&common.pieces, &left.pieces}) {
        std::vector<geo::Shape> shapes;
        for (auto const& piece : *pieces) { shapes.push_back(piece.shape); }
        CHECK_THAT(unitedAreaM2(shapes).value(), WithinRel(geo::areaM2(geo::unionAll(shapes).value()), 1e-9));
        CHECK(unitedAreaM2(shapes, {}, 1).value() == unitedAreaM2(shapes, {}, 3).value());
    }
}

TEST_CASE("areas that lie upon each other many times over count once", "[overlay]")
{
    std::vector<geo::Shape> stack(200, wkt(box(112, 37, 112.1, 37.1)));
    CHECK_THAT(unitedAreaM2(stack).value(), WithinRel(geo::areaM2(stack[0]), 1e-12));
    stack.resize(3);
    stack.push_back(wkt("POLYGON ((113 37, 113.1 37.1, 113.1 37, 113 37.1, 113 37))")); // a bow tie is mended
    CHECK(unitedAreaM2(stack).value() > geo::areaM2(stack[0]) * 1.4);
    CHECK(unitedAreaM2(stack, [](double) { return false; }).error().code == ErrorCode::Cancelled);
    CHECK(unitedAreaM2({}).value() == 0);
}

TEST_CASE("lines and points are cut by areas; areas lose nothing to lines", "[overlay]")
{
    auto const zone = features({box(112, 37, 112.2, 37.2)});
    auto const things = features({"LINESTRING (111.9 37.1, 112.3 37.1)", "MULTIPOINT (112.1 37.1, 113 37)", "POINT (112 37)"});
    auto const common = overlay(Overlay::Intersection, things, zone).value();
    REQUIRE(common.pieces.size() == 3); // the point on the corner counts
    CHECK_THAT(common.pieces[0].measure, WithinRel(geo::distanceM({112, 37.1}, {112.2, 37.1}), 1e-6));
    CHECK(common.pieces[1].measure == 1);
    auto const left = overlay(Overlay::Difference, things, zone).value();
    CHECK(left.pieces.size() == 2);
    CHECK(left.gone == std::vector<std::size_t>{2});
    auto const same = overlay(Overlay::Difference, zone, things).value();
    CHECK(same.whole.size() == 1);
    CHECK(same.pieces[0].shape == zone[0].shape);
    CHECK(overlay(Overlay::Union, zone, things).error().code == ErrorCode::Usage);
}

TEST_CASE("an overlay that is stopped gives nothing", "[overlay]")
{
    std::mt19937 random{3};
    auto const a = randomFeatures(random, 20, 0.05);
    for (auto const kind : {Overlay::Intersection, Overlay::Difference, Overlay::Union}) {
        auto const stopped = overlay(kind, a, a, [](double) { return false; });
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code == ErrorCode::Cancelled);
    }
    CHECK(checkCoverage(a, std::nullopt, [](double done) { return done < 0.6; }).error().code == ErrorCode::Cancelled);
}

TEST_CASE("slivers are parts that are nowhere wide", "[overlay]")
{
    std::vector<geo::Shape> const shapes{wkt(box(112, 37, 112.1, 37.000005)), wkt(box(112, 37, 112.1, 37.1)), wkt(box(112, 37, 112.00001, 37.00001)), wkt("LINESTRING (112 37, 113 37)")};
    auto const found = slivers(shapes, 0.7);
    REQUIRE(found.size() == 2); // half a metre of 9 km; a box of a metre, whose mean width is half of it
    CHECK(found[0].shape == 0);
    CHECK_THAT(found[0].widthM, WithinAbs(0.555, 0.01));
    CHECK(found[1].shape == 2);
    CHECK(slivers(shapes, 0).empty());
}

TEST_CASE("a grid without gap or overlap is told from one that has them", "[overlay]")
{
    auto const area = wkt(box(112, 37, 112.2, 37.1));
    SECTION("seamless")
    {
        auto const grid = features({box(112, 37, 112.1, 37.1), box(112.1, 37, 112.2, 37.1)});
        auto const coverage = checkCoverage(grid, area).value();
        CHECK(coverage.gaps.empty());
        CHECK(coverage.overlaps.empty());
        CHECK_THAT(coverage.coveredM2, WithinRel(coverage.withinM2, 1e-12));
        CHECK(coverage.outsideM2 == 0);
    }
    SECTION("a gap of a strip, an overlap of a strip, a cell that reaches beyond")
    {
        auto const grid = features({box(112, 37, 112.09, 37.1), box(112.1, 37, 112.16, 37.1), box(112.15, 37, 112.3, 37.1)});
        auto const coverage = checkCoverage(grid, area).value();
        REQUIRE(coverage.gaps.size() == 1);
        CHECK(coverage.gaps[0].cells == std::vector<std::size_t>{0, 1});
        CHECK_THAT(coverage.gaps[0].areaM2, WithinRel(geo::areaM2(wkt(box(112.09, 37, 112.1, 37.1))), 1e-9));
        REQUIRE(coverage.overlaps.size() == 1);
        CHECK(coverage.overlaps[0].cells == std::vector<std::size_t>{1, 2});
        CHECK_THAT(coverage.overlappedM2, WithinRel(coverage.overlaps[0].areaM2, 1e-9));
        CHECK_THAT(coverage.outsideM2, WithinRel(geo::areaM2(wkt(box(112.2, 37, 112.3, 37.1))), 1e-9));
    }
    SECTION("without an area, gaps are what the cells enclose")
    {
        auto const grid = features({"POLYGON ((112 37, 112.2 37, 112.2 37.1, 112 37.1, 112 37), (112.05 37.02, 112.05 37.04, 112.1 37.04, 112.1 37.02, 112.05 37.02))",
                                    box(112.06, 37.03, 112.07, 37.035)});
        auto const coverage = checkCoverage(grid, std::nullopt).value();
        REQUIRE(coverage.gaps.size() == 1);
        CHECK(coverage.gaps[0].cells == std::vector<std::size_t>{0, 1});
        CHECK(coverage.overlaps.empty());
        CHECK(coverage.outsideM2 == 0);
    }
    SECTION("one cell inside another overlaps by all of itself")
    {
        auto const grid = features({box(112, 37, 112.2, 37.1), box(112.05, 37.02, 112.1, 37.04)});
        auto const coverage = checkCoverage(grid, area).value();
        REQUIRE(coverage.overlaps.size() == 1);
        CHECK_THAT(coverage.overlaps[0].areaM2, WithinRel(geo::areaM2(grid[1].shape), 1e-9));
    }
}

TEST_CASE("strips along banks lie outside all water, the main stem first", "[overlay]")
{
    // a reach of the main stem as water 200 m wide, beyond it as a line; a tributary that comes from the south
    std::vector<River> const rivers{
        {.name = "side", .main = false, .centre = wkt("LINESTRING (112.05 36.95, 112.05 37)"), .water = {}},
        {.name = "stem", .main = true, .centre = wkt("LINESTRING (112 37, 112.1 37, 112.2 37)"), .water = wkt(box(112, 36.999, 112.1, 37.001))}};
    auto const strips = bankStrips(rivers, 100, 50).value();
    REQUIRE(strips.size() == 3);
    CHECK((strips[0].river == 1 && strips[0].fromWater));
    CHECK((strips[1].river == 1 && !strips[1].fromWater));
    CHECK((strips[2].river == 0 && !strips[2].fromWater));
    for (std::size_t i = 0; i < strips.size(); ++i) {
        CHECK(geo::areaM2(geo::intersection(strips[i].shape, rivers[1].water).value()) < 1);
        for (std::size_t j = 0; j < i; ++j) { CHECK(geo::areaM2(geo::intersection(strips[i].shape, strips[j].shape).value()) < 1); }
    }
    // outward from the bank: 100 m beyond the edge of the water is in, 100 m beyond the centre line is water
    double const degreesOf100M = 100 / 110'990.0;
    auto const inside = [&](std::size_t strip, double lon, double lat) { return geo::intersects(geo::Shape::point({lon, lat}), strips[strip].shape).value(); };
    CHECK(inside(0, 112.02, 37.001 + 0.98 * degreesOf100M));
    CHECK_FALSE(inside(0, 112.02, 37.001 + 1.02 * degreesOf100M));
    CHECK_FALSE(inside(0, 112.02, 37.0005));
    CHECK(inside(1, 112.15, 37 + 0.98 * degreesOf100M));
    CHECK_FALSE(inside(1, 112.15, 37 + 1.02 * degreesOf100M));
    CHECK(inside(2, 112.05 + 0.48 * 100 / 88'900.0, 36.97));
    CHECK_FALSE(inside(2, 112.05 + 0.52 * 100 / 88'900.0, 36.97));
    CHECK_THAT(strips[1].alongM, WithinRel(geo::distanceM({112.1, 37}, {112.2, 37}), 1e-6));
}

TEST_CASE("strips along banks need distances, and no river gives no strip", "[overlay]")
{
    std::vector<River> const rivers{{.name = "stem", .main = true, .centre = wkt("LINESTRING (112 37, 112.1 37)"), .water = {}}, {.name = "unknown", .main = true, .centre = {}, .water = {}}};
    CHECK(bankStrips(rivers, 0, 50).error().code == ErrorCode::Usage);
    CHECK(bankStrips(rivers, 100, std::numeric_limits<double>::quiet_NaN()).error().code == ErrorCode::Usage);
    CHECK(bankStrips({}, 100, 50).value().empty());
    CHECK(bankStrips(rivers, 100, 50).value().size() == 1);
    CHECK(bankStrips(rivers, 100, 50, [](double) { return false; }).error().code == ErrorCode::Cancelled);
}
