#include "analysis/query.hpp"
#include "geo/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using place::Precision;

namespace {

place::Site site(std::string const& wkt, Precision precision = Precision::Exact, double radiusM = 0)
{
    place::Site made;
    made.id = "s";
    made.shape = geo::fromWkt(wkt).value();
    made.precision = precision;
    made.radiusM = radiusM;
    return made;
}

geo::Feature feature(std::string const& wkt, double accuracyM = 0)
{
    geo::Feature made;
    made.id = made.name = "z";
    made.shape = geo::fromWkt(wkt).value();
    made.accuracyM = accuracyM;
    return made;
}

geo::Feature const square = feature("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))");

Answer answerOf(std::vector<Hit> const& hits) { return hits.empty() ? Answer::No : hits.front().answer; }

} // namespace

TEST_CASE("a thing that lies partly in a zone is maybe within it, and certainly meets it", "[analysis][predicates]")
{
    auto const reach = site("LINESTRING (111.5 37.5, 112.5 37.5)");
    CHECK(answerOf(sitesWithin({reach}, {square}).value()) == Answer::Maybe);
    auto const hits = sitesIntersecting({reach}, {square}).value();
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().answer == Answer::Yes);
    CHECK(hits.front().position == Position::Straddle);
    CHECK_THAT(hits.front().share, WithinAbs(0.5, 0.01));
    CHECK(hits.front().probability == 1);
    // errors smaller than it reaches inside change nothing; larger ones do
    CHECK(answerOf(sitesIntersecting({site("LINESTRING (111.5 37.5, 112.5 37.5)", Precision::Facility, 5000)}, {square}).value()) == Answer::Yes);
    CHECK(answerOf(sitesIntersecting({site("LINESTRING (111.5 37.5, 112.001 37.5)", Precision::Facility, 5000)}, {square}).value()) == Answer::Maybe);
    // a lake that holds the whole zone
    CHECK(answerOf(sitesIntersecting({site("POLYGON ((111 36, 114 36, 114 39, 111 39, 111 36))")}, {square}).value()) == Answer::Yes);
    // beside it, and near enough that the errors leave it open
    CHECK(sitesIntersecting({site("LINESTRING (111.5 37.5, 111.99 37.5)")}, {square}).value().empty());
    auto const near = sitesIntersecting({site("LINESTRING (111.5 37.5, 111.99 37.5)", Precision::Facility, 2000)}, {square}).value();
    REQUIRE(near.size() == 1);
    CHECK(near.front().answer == Answer::Maybe);
    CHECK(near.front().probability.value() > 0);
    CHECK(near.front().probability.value() < 0.5);
    // a mine that only shares the edge meets it, and is not within
    auto const mine = site("POLYGON ((111.9 37.4, 112 37.4, 112 37.5, 111.9 37.5, 111.9 37.4))");
    CHECK(answerOf(sitesIntersecting({mine}, {square}).value()) == Answer::Yes);
    CHECK(sitesWithin({mine}, {square}).value().empty());
}

TEST_CASE("of a point, and of a county, intersects is within", "[analysis][predicates]")
{
    auto const one = GENERATE(site("POINT (112.01 37.5)", Precision::Village, 2000), site("POINT (112.5 37.5)"), site("POINT (111.5 37.5)"),
                              site("POLYGON ((111.5 37.2, 112.5 37.2, 112.5 37.4, 111.5 37.4, 111.5 37.2))", Precision::County));
    auto const within = sitesWithin({one}, {square}).value(), meets = sitesIntersecting({one}, {square}).value();
    REQUIRE(within.size() == meets.size());
    if (!within.empty()) {
        CHECK(within.front().answer == meets.front().answer);
        CHECK(within.front().probability == meets.front().probability);
    }
}

TEST_CASE("touching is meeting the edge and nothing of the inside", "[analysis][predicates]")
{
    struct Row {
        char const* wkt;
        Answer answer;
    };
    auto const row = GENERATE(Row{"POINT (112 37.5)", Answer::Yes}, Row{"POINT (112.000001 37.5)", Answer::Yes}, // 9 cm
                              Row{"POINT (112.01 37.5)", Answer::No}, Row{"POINT (111.99 37.5)", Answer::No},
                              Row{"LINESTRING (111.5 37.5, 112 37.5)", Answer::Yes}, Row{"LINESTRING (111.5 37.5, 112.1 37.5)", Answer::No},
                              Row{"POLYGON ((111.9 37.4, 112 37.4, 112 37.5, 111.9 37.5, 111.9 37.4))", Answer::Yes},
                              Row{"POLYGON ((111.9 37.4, 112.01 37.4, 112.01 37.5, 111.9 37.5, 111.9 37.4))", Answer::No},
                              Row{"POLYGON ((111.9 37.4, 111.99 37.4, 111.99 37.5, 111.9 37.5, 111.9 37.4))", Answer::No},
                              Row{"POLYGON ((112 37.4, 112.1 37.4, 112.1 37.5, 112 37.5, 112 37.4))", Answer::No}); // inside, along the edge
    CAPTURE(row.wkt);
    CHECK(answerOf(sitesTouching({site(row.wkt)}, {square}).value()) == row.answer);
}

TEST_CASE("with errors touching is only as drawn, and has no probability", "[analysis][predicates]")
{
    auto const hits = sitesTouching({site("POINT (112 37.5)", Precision::Village, 500)}, {square}).value();
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().answer == Answer::Maybe);
    CHECK_FALSE(hits.front().probability.has_value());
    CHECK(hits.front().reason.contains("as drawn"));
}

TEST_CASE("every maybe has the probability of its kind", "[analysis][predicates]")
{
    // a fifth of the county lies in the zone
    auto const county = site("POLYGON ((111.2 37.2, 112.2 37.2, 112.2 37.4, 111.2 37.4, 111.2 37.2))", Precision::County);
    CHECK_THAT(sitesWithin({county}, {square}).value().front().probability.value(), WithinAbs(0.2, 1e-6));
    // on the edge as many positions are inside as outside
    CHECK_THAT(sitesWithin({site("POINT (112 37.5)", Precision::Village, 500)}, {square}).value().front().probability.value(), WithinAbs(0.5, 0.01));
    CHECK(sitesWithin({site("POINT (112.5 37.5)", Precision::Village, 500)}, {square}).value().front().probability == 1);
    // near: half of the county lies within 22.2 km (0.2 degrees of latitude) of the line
    auto const line = feature("LINESTRING (111 37, 114 37)");
    auto const box = site("POLYGON ((112 37, 112.1 37, 112.1 37.4, 112 37.4, 112 37))", Precision::County);
    auto const near = sitesNear({box}, {line}, 22'200).value();
    REQUIRE(near.size() == 1);
    CHECK(near.front().answer == Answer::Maybe);
    CHECK_THAT(near.front().probability.value(), WithinAbs(0.5, 0.02));
}

TEST_CASE("the nearest sites, as sure as their errors allow", "[analysis][predicates]")
{
    std::vector const stations{feature("POINT (112 37)"), feature("POINT (113 37)")};
    auto const at = [](double lon, double radiusM = 0) { return site("POINT (" + std::to_string(lon) + " 37)", Precision::Village, radiusM); };
    std::vector const sites{at(112.3), at(112.1), at(112.95), at(112.2, 30'000), site("POLYGON ((112 36.9, 112.5 36.9, 112.5 37.1, 112 37.1, 112 36.9))", Precision::County)};
    auto const two = sitesNearest(sites, stations, 2).value();
    REQUIRE(two.hits.size() == 2);
    CHECK(two.hits[0].site == 2);
    CHECK(two.hits[0].zone == 1);
    CHECK_THAT(two.hits[0].distanceM, WithinAbs(4450, 20));
    CHECK(two.hits[0].answer == Answer::Maybe); // site 3 and the county may both be nearer
    CHECK(two.hits[1].site == 1);
    CHECK(two.hits[1].answer == Answer::Maybe);
    CHECK(two.hits[1].reason.contains("may be nearer"));
    CHECK(two.others == 2);
    auto const sure = sitesNearest({sites[0], sites[1], sites[2]}, stations, 2).value();
    REQUIRE(sure.hits.size() == 2);
    CHECK(sure.hits[0].answer == Answer::Yes);
    CHECK(sure.hits[1].answer == Answer::Yes);
    CHECK(sure.others == 0);
}

TEST_CASE("sites as near as the last of the nearest are listed with it", "[analysis][predicates]")
{
    std::vector const sites{site("POINT (112.1 37)"), site("POINT (112.2 37)"), site("POINT (112.2 37)"), site("POINT (112.3 37)")};
    CHECK(sitesNearest(sites, {feature("POINT (112 37)")}, 2).value().hits.size() == 3);
    CHECK(sitesNearest(sites, {feature("POINT (112 37)")}, 1).value().hits.size() == 1);
    CHECK(sitesNearest(sites, {feature("POINT (112 37)")}, 100).value().hits.size() == 4);
    CHECK(sitesNearest({}, {feature("POINT (112 37)")}, 1).value().hits.empty());
    CHECK(sitesNearest(sites, {}, 1).value().hits.empty());
    CHECK(sitesNearest(sites, {feature("POINT (112 37)")}, 0).error().code == ErrorCode::Usage);
}

TEST_CASE("predicates and probabilities do not depend on the threads", "[analysis][predicates]")
{
    std::vector<place::Site> sites;
    for (int i = 0; i < 300; ++i) { sites.push_back(site("POINT (" + std::to_string(111.9 + 0.004 * i) + " 37.01)", Precision::Village, 100.0 * (i % 40))); }
    for (auto const ask : {sitesWithin, sitesIntersecting, sitesTouching}) {
        auto const one = ask(sites, {square}, {}, {.threads = 1}).value(), many = ask(sites, {square}, {}, {.threads = 4}).value();
        REQUIRE(one.size() == many.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(one[i].site == many[i].site);
            CHECK(one[i].probability == many[i].probability);
        }
    }
}
