#include "made.hpp"

#include "workspace/layer_statistics.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;
using tests::feature;
using tests::square;

namespace {

geo::Feature sample(std::string id, geo::LonLat at, std::string pm10)
{
    auto made = feature(std::move(id), "", "other", geo::Shape::point(at));
    made.more = {{"PM10", std::move(pm10)}, {"时间", "10:02"}};
    return made;
}

/// A track through a mine of half a degree round (112, 39), and the mine.
std::vector<geo::Layer> layers()
{
    geo::Layer mines;
    mines.id = mines.kind = "mine";
    mines.features = {feature("1", "云岭矿", "mine", square(112, 39, 0.5)), feature("2", "北矿", "mine", square(113, 39, 0.1))};
    geo::Layer track;
    track.id = "track";
    track.kind = "other";
    track.features = {sample("1", {112, 39}, "29"),     sample("2", {112.1, 39.1}, " 348.00 "), sample("3", {112.5, 39}, "100"), // on the boundary
                      sample("4", {112.2, 39}, "-"),    sample("5", {115, 39}, "9999"),         sample("6", {113, 39}, "5")};
    track.features.push_back(track.features.front());
    track.features.back().shape = {};
    geo::Layer line;
    line.id = "line";
    line.features = {feature("1", "", "other", {geo::ShapeType::Line, {geo::Part{{{112, 39}, {112.1, 39}}, {}}}})};
    return {mines, track, line};
}

} // namespace

TEST_CASE("figures of a field rest on the points inside that have a number", "[workspace][statistics]")
{
    auto const stats = workspace::statisticsIn(layers(), "track", "PM10", "mine:云岭矿").value();
    CHECK(stats.points == 6);
    CHECK(stats.unplaced == 1);
    CHECK(stats.inside == 4); // the boundary counts
    CHECK(stats.numbers == 3); // "-" is no number
    CHECK(stats.min == 29);
    CHECK(stats.max == 348);
    CHECK(stats.mean == Catch::Approx((29 + 348 + 100) / 3.0));
    CHECK(stats.target == "云岭矿");
    CHECK(workspace::statisticsIn(layers(), "track", "PM10", "mine").value().numbers == 4); // both mines as one area
}

TEST_CASE("a target without points has counts and no figures", "[workspace][statistics]")
{
    auto const stats = workspace::statisticsIn(layers(), "track", "PM10", "POLYGON((100 30, 101 30, 101 31, 100 30))").value();
    CHECK(stats.inside == 0);
    CHECK(stats.numbers == 0);
}

TEST_CASE("what cannot be summed up is said with the cure", "[workspace][statistics]")
{
    struct Case {
        std::string layer, field, target;
        ErrorCode code;
        std::string cure;
    };
    auto const one = GENERATE(values<Case>({
        {"nowhere", "PM10", "mine:云岭矿", ErrorCode::NotFound, "track"},
        {"track", "PM2.5", "mine:云岭矿", ErrorCode::NotFound, "PM10"},
        {"track", "PM10", "mine:无名矿", ErrorCode::NotFound, ""},
        {"line", "PM10", "mine:云岭矿", ErrorCode::Usage, "track_points"},
        {"track", "PM10", "POINT(112 39)", ErrorCode::Usage, "polygon"},
    }));
    auto const stats = workspace::statisticsIn(layers(), one.layer, one.field, one.target);
    CAPTURE(one.layer, one.field, one.target);
    REQUIRE_FALSE(stats.has_value());
    CHECK(stats.error().code == one.code);
    CHECK(stats.error().cure.contains(one.cure));
}
