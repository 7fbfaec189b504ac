#include "analysis/query.hpp"
#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using place::Precision;

namespace {

geo::Shape shape(std::string const& wkt)
{
    return geo::fromWkt(wkt).value();
}

place::Site site(geo::Shape where, Precision precision, double radiusM)
{
    place::Site made;
    made.id = "s";
    made.shape = std::move(where);
    made.precision = precision;
    made.radiusM = radiusM;
    return made;
}

geo::Feature zone(std::string name, geo::Shape where, double accuracyM = 0)
{
    geo::Feature made;
    made.id = made.name = std::move(name);
    made.shape = std::move(where);
    made.accuracyM = accuracyM;
    return made;
}

geo::Shape const square = shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))");

std::vector<Hit> within(place::Site const& one, geo::Feature const& in)
{
    return sitesWithin({one}, {in}).value();
}

bool same(std::vector<Hit> const& l, std::vector<Hit> const& r)
{
    return std::ranges::equal(l, r, [](Hit const& a, Hit const& b) {
        return a.site == b.site && a.zone == b.zone && a.answer == b.answer && a.position == b.position &&
               a.distanceM == b.distanceM && a.share == b.share && a.reason == b.reason;
    });
}

} // namespace

TEST_CASE("a point is yes, maybe or no by its radius and the edge", "[analysis]")
{
    // 0.01 degrees of longitude at 37.5 degrees north are 884 m
    struct Row {
        double lon;
        double radiusM;
        Answer answer;
        Position position;
    };
    auto const row =
        GENERATE(Row{112.5, 0, Answer::Yes, Position::Inside}, Row{112.01, 800, Answer::Yes, Position::Inside},
                 Row{112.01, 900, Answer::Maybe, Position::Inside}, Row{112, 0, Answer::Maybe, Position::Edge},
                 Row{112, 500, Answer::Maybe, Position::Edge}, Row{111.99, 800, Answer::No, Position::Outside},
                 Row{111.99, 900, Answer::Maybe, Position::Outside}, Row{111.99999, 0, Answer::No, Position::Outside},
                 Row{112.00001, 0, Answer::Yes, Position::Inside}, Row{112.5, 2'000'000, Answer::Maybe, Position::Inside},
                 Row{113.0, std::numeric_limits<double>::quiet_NaN(), Answer::Maybe, Position::Edge});
    CAPTURE(row.lon, row.radiusM);
    auto const hits = within(site(geo::Shape::point({row.lon, 37.5}), Precision::Village, row.radiusM), zone("z", square));
    if (row.answer == Answer::No) {
        CHECK(hits.empty());
        return;
    }
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].answer == row.answer);
    CHECK(hits[0].position == row.position);
    CHECK(hits[0].reason.empty() == (row.answer == Answer::Yes));
}

TEST_CASE("the reason of a maybe names the errors and the distance", "[analysis]")
{
    auto const outside = within(site(geo::Shape::point({111.99, 37.5}), Precision::Village, 2000), zone("z", square));
    REQUIRE(outside.size() == 1);
    CHECK(outside[0].reason == "known to ±2 km, zone is 884 m away");
    CHECK_THAT(outside[0].distanceM, WithinAbs(geo::distanceM({111.99, 37.5}, {112, 37.5}), 0.5));
    CHECK(outside[0].share == 0);
    auto const inside = within(site(geo::Shape::point({112.01, 37.5}), Precision::Village, 2000), zone("z", square, 300));
    REQUIRE(inside.size() == 1);
    CHECK(inside[0].reason == "known to ±2 km, zone drawn to ±300 m, inside, 884 m from the edge");
    CHECK(inside[0].distanceM == 0);
    CHECK(inside[0].share == 1);
}

TEST_CASE("a zone that is drawn roughly makes maybes near its edge, unless asked otherwise", "[analysis]")
{
    auto const rough = zone("z", square, 5000);
    auto const near = site(geo::Shape::point({112.01, 37.5}), Precision::Exact, 0);
    CHECK(within(near, rough).front().answer == Answer::Maybe);
    CHECK(sitesWithin({near}, {rough}, {}, {.zoneAccuracy = false}).value().front().answer == Answer::Yes);
    auto const beyond = site(geo::Shape::point({111.99, 37.5}), Precision::Exact, 0);
    CHECK(within(beyond, rough).front().answer == Answer::Maybe);
    CHECK(sitesWithin({beyond}, {rough}, {}, {.zoneAccuracy = false}).value().empty());
    CHECK(within(site(geo::Shape::point({112.5, 37.5}), Precision::Exact, 0), rough).front().answer == Answer::Yes);
}

TEST_CASE("a county stands for a place somewhere in it", "[analysis]")
{
    auto const county = [](char const* wkt) { return site(shape(wkt), Precision::County, 300); };
    SECTION("the whole county in the zone is yes, whatever its radius")
    {
        auto const hits =
            within(county("POLYGON ((112.001 37.001, 112.5 37.1, 112.2 37.9, 112.001 37.001))"), zone("z", square));
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].answer == Answer::Yes);
        CHECK(hits[0].position == Position::Inside);
        CHECK(hits[0].share == 1);
    }
    SECTION("the zone itself, and a part up to its edge, are yes even where the edge is rough")
    {
        CHECK(within(site(square, Precision::County, 300), zone("z", square, 300)).front().answer == Answer::Yes);
        CHECK(within(county("POLYGON ((112 37, 112.5 37, 112.5 38, 112 38, 112 37))"), zone("z", square, 300)).front().answer ==
              Answer::Yes);
    }
    SECTION("a county that the zone cuts is maybe, with the share")
    {
        auto const hits = within(county("POLYGON ((112.5 37, 113.5 37, 113.5 38, 112.5 38, 112.5 37))"), zone("z", square));
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].answer == Answer::Maybe);
        CHECK(hits[0].position == Position::Straddle);
        CHECK_THAT(hits[0].share, WithinAbs(0.5, 1e-6));
        CHECK(hits[0].reason == "only its county is known, 50 % of which lies in the zone");
    }
    SECTION("a county that only touches the zone, or lies beside it, is no")
    {
        CHECK(within(county("POLYGON ((113 37, 114 37, 114 38, 113 38, 113 37))"), zone("z", square)).empty());
        CHECK(within(county("POLYGON ((113.001 37, 114 37, 114 38, 113.001 37))"), zone("z", square)).empty());
    }
    SECTION("a small zone within the county is maybe")
    {
        auto const hits = within(county("POLYGON ((111 36, 114 36, 114 39, 111 39, 111 36))"), zone("z", square));
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].answer == Answer::Maybe);
        CHECK(hits[0].share < 0.2);
    }
}

TEST_CASE("a thing with a shape: a river reach, a mine", "[analysis]")
{
    auto const reach = site(shape("LINESTRING (112.5 36, 112.5 39)"), Precision::Facility, 0);
    auto const hits = within(reach, zone("z", square));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].answer == Answer::Maybe);
    CHECK(hits[0].position == Position::Straddle);
    CHECK_THAT(hits[0].share, WithinAbs(1.0 / 3, 1e-3));
    auto const mine = [](double radiusM) {
        return site(shape("POLYGON ((112.01 37.5, 112.02 37.5, 112.02 37.51, 112.01 37.5))"), Precision::Facility, radiusM);
    };
    CHECK(within(mine(500), zone("z", square)).front().answer == Answer::Yes);
    CHECK(within(mine(1000), zone("z", square)).front().answer == Answer::Maybe);
    auto const beside =
        site(shape("POLYGON ((111.98 37.5, 111.99 37.5, 111.99 37.51, 111.98 37.5))"), Precision::Facility, 1000);
    CHECK(within(beside, zone("z", square)).front().answer == Answer::Maybe);
}

TEST_CASE("a hole in a zone is outside it", "[analysis]")
{
    auto const ring = zone("z", shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.4 37.4, 112.4 37.6, 112.6 37.6, "
                                      "112.6 37.4, 112.4 37.4))"));
    CHECK(within(site(geo::Shape::point({112.5, 37.5}), Precision::Exact, 0), ring).empty());
    CHECK(within(site(geo::Shape::point({112.5, 37.5}), Precision::Village, 20'000), ring).front().answer == Answer::Maybe);
    CHECK(within(site(geo::Shape::point({112.4, 37.5}), Precision::Exact, 0), ring).front().position == Position::Edge);
}

TEST_CASE("unlocated sites and zones without geometry are never hit; broken ones are repaired or named", "[analysis]")
{
    auto const in = geo::Shape::point({112.5, 37.5});
    CHECK(sitesWithin({site({}, Precision::Unlocated, 0), site(in, Precision::Unlocated, 0)}, {zone("z", square)})
              .value()
              .empty());
    CHECK(sitesWithin({site(in, Precision::Exact, 0)}, {zone("z", {})}).value().empty());
    CHECK(sitesWithin({}, {zone("z", square)}).value().empty());
    CHECK(sitesWithin({site(in, Precision::Exact, 0)}, {}).value().empty());
    auto const bowtie = zone("bow", shape("POLYGON ((112 37, 113 38, 113 37, 112 38, 112 37))"));
    CHECK(sitesWithin({site(geo::Shape::point({112.1, 37.5}), Precision::Exact, 0)}, {bowtie}).value().size() == 1);
    CHECK(sitesWithin({site(geo::Shape::point({112.5, 37.1}), Precision::Exact, 0)}, {bowtie}).value().empty());
    double const nan = std::numeric_limits<double>::quiet_NaN();
    auto const bad = sitesWithin({site(geo::Shape::point({nan, 37}), Precision::Exact, 0)}, {zone("z", square)});
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().where.contains("site s"));
    auto const badZone =
        sitesWithin({site(in, Precision::Exact, 0)},
                    {zone("the reserve", geo::Shape{geo::ShapeType::Polygon,
                                                    {geo::Part{{{112, nan}, {113, 37}, {113, 38}, {112, nan}}, {}}}})});
    REQUIRE_FALSE(badZone.has_value());
    CHECK(badZone.error().code == ErrorCode::GeometryInvalid);
    CHECK(badZone.error().where.contains("the reserve"));
}

TEST_CASE("near: the distance decides, the radius makes maybes", "[analysis]")
{
    auto const station = zone("station", geo::Shape::point({112.5, 37.5}));
    geo::LonLat const away{112.5, 37.509}; // 999 m
    double const metres = geo::distanceM({112.5, 37.5}, away);
    struct Row {
        double radiusM, distanceM;
        Answer answer;
    };
    auto const row =
        GENERATE_COPY(Row{0, metres + 0.01, Answer::Yes}, Row{0, metres - 0.01, Answer::No}, Row{500, metres, Answer::Maybe},
                      Row{500, metres + 501, Answer::Yes}, Row{500, metres - 499, Answer::Maybe},
                      Row{500, metres - 501, Answer::No}, Row{0, 0, Answer::No});
    CAPTURE(row.radiusM, row.distanceM);
    auto const hits =
        sitesNear({site(geo::Shape::point(away), Precision::Village, row.radiusM)}, {station}, row.distanceM).value();
    REQUIRE(hits.size() == (row.answer == Answer::No ? 0 : 1));
    if (hits.empty()) { return; }
    CHECK(hits[0].answer == row.answer);
    CHECK_THAT(hits[0].distanceM, WithinAbs(metres, 1e-6));
    CHECK(hits[0].position == Position::Outside);
}

TEST_CASE("near: in a zone is no distance; a road counts from its nearest position; an area by all of it", "[analysis]")
{
    auto const inside =
        sitesNear({site(geo::Shape::point({112.5, 37.5}), Precision::Exact, 0)}, {zone("z", square)}, 0).value();
    REQUIRE(inside.size() == 1);
    CHECK(inside[0].answer == Answer::Yes);
    CHECK(inside[0].position == Position::Inside);
    CHECK(inside[0].distanceM == 0);
    auto const road = site(shape("LINESTRING (110 37.51, 115 37.51)"), Precision::Facility, 0);
    auto const station = zone("station", geo::Shape::point({112.5, 37.5}));
    CHECK(sitesNear({road}, {station}, 1200).value().front().answer == Answer::Yes);
    CHECK(sitesNear({road}, {station}, 1100).value().empty());
    auto const county = site(shape("POLYGON ((112.6 37.5, 112.7 37.5, 112.7 37.6, 112.6 37.5))"), Precision::County, 300);
    CHECK(sitesNear({county}, {station}, 5000).value().empty());
    CHECK(sitesNear({county}, {station}, 10'000).value().front().answer == Answer::Maybe);
    CHECK(sitesNear({county}, {station}, 30'000).value().front().answer == Answer::Yes);
}

TEST_CASE("near: of an area the reason says whether the feature lies in it, else how far it is", "[analysis]")
{
    auto const area = [](char const* wkt, Precision precision) { return site(shape(wkt), precision, 300); };
    auto const one = [](place::Site const& asked, geo::Feature zone, char const* kind) {
        zone.kind = kind;
        auto hits = sitesNear({asked}, {zone}, 2000).value();
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].answer == Answer::Maybe);
        return hits[0];
    };
    auto const round = area("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))", Precision::County);
    auto const in = one(round, zone("s", geo::Shape::point({112.5, 37.5})), "air_station");
    CHECK(in.reason == "only its county is known, and the station lies in it");
    CHECK(in.position == Position::Straddle);
    CHECK(one(round, zone("r", shape("LINESTRING (112.5 36, 112.5 39)")), "river").reason ==
          "only its county is known, and the river lies partly in it");
    auto const town = area("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37))", Precision::Township);
    CHECK(one(town, zone("z", shape("POLYGON ((112.4 37.4, 112.5 37.4, 112.5 37.5, 112.4 37.4))")), "park").reason ==
          "only its township is known, and the feature lies in it");
    CHECK(one(site(shape("LINESTRING (112 37, 113 38)"), Precision::Facility, 3000), zone("z", square), "reserve").reason ==
          "known to ±3 km, they meet as drawn");
    auto const beside = one(round, zone("s", geo::Shape::point({113.0135, 37.5})), "air_station");
    CHECK(beside.reason == "only its county is known; it is 1.2 km away at its nearest");
    CHECK(beside.position == Position::Outside);
    CHECK(one(round, zone("m", geo::Shape::point({113.03, 37.5}), 1000), "mine").reason ==
          "zone drawn to ±1 km, only its county is known; it is 2.7 km away at its nearest");
}

TEST_CASE("a sliver of a county in a zone is not zero and nearly all of it is not all", "[analysis]")
{
    auto const county = [](char const* wkt) { return site(shape(wkt), Precision::County, 300); };
    auto const sliver = within(county("POLYGON ((112.99999 37, 114 37, 114 38, 112.99999 38, 112.99999 37))"), zone("z", square));
    REQUIRE(sliver.size() == 1);
    CHECK(sliver[0].reason == "only its county is known, <0.1 % of which lies in the zone");
    auto const most = within(county("POLYGON ((112 37, 113.00001 37, 113.00001 38, 112 38, 112 37))"), zone("z", square));
    REQUIRE(most.size() == 1);
    CHECK(most[0].reason == "only its county is known, >99.9 % of which lies in the zone");
}

TEST_CASE("near: a distance that is none is refused", "[analysis]")
{
    auto const metres = GENERATE(-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
    CHECK(sitesNear({}, {}, metres).error().code == ErrorCode::Usage);
}

TEST_CASE("innermost keeps the strictest zone that is certain", "[analysis]")
{
    std::vector<geo::Feature> zones;
    for (char const* role : {"experimental", "core", "buffer", "", "domain", "key"}) {
        auto made = zone(role, square);
        made.zone = role;
        made.kind = zones.size() < 3 ? "reserve" : zones.size() == 3 ? "county" : "spring_zone";
        made.parent = zones.size() < 3 ? "甲" : zones.size() == 3 ? "" : "乙";
        zones.push_back(made);
    }
    auto const hit = [](std::size_t of, std::size_t in, Answer answer) {
        return Hit{.site = of,
                   .zone = in,
                   .answer = answer,
                   .position = Position::Inside,
                   .distanceM = 0,
                   .share = 1,
                   .reason = answer == Answer::Maybe ? "why" : ""};
    };
    auto const kept =
        innermost({hit(0, 0, Answer::Yes), hit(0, 1, Answer::Yes), hit(0, 2, Answer::Yes), hit(0, 3, Answer::Yes),
                   hit(0, 4, Answer::Yes), hit(0, 5, Answer::Maybe), hit(1, 0, Answer::Maybe), hit(1, 2, Answer::Maybe)},
                  zones);
    REQUIRE(kept.size() == 4);
    CHECK((kept[0].site == 0 && kept[0].zone == 1));
    CHECK((kept[1].site == 0 && kept[1].zone == 3));
    CHECK((kept[2].zone == 4 && kept[2].answer == Answer::Yes));
    CHECK(kept[2].reason == "maybe in its key zone: why");
    CHECK((kept[3].site == 1 && kept[3].zone == 2 && kept[3].answer == Answer::Maybe));
    CHECK(innermost({}, zones).empty());
}

TEST_CASE("many sites and zones: as one by one, the same for any number of threads, sorted", "[analysis]")
{
    std::mt19937 random{41};
    std::uniform_real_distribution<double> lon{110, 114.5}, lat{34.5, 40.8}, unit{0, 1};
    std::vector<geo::Feature> zones;
    for (int i = 0; i < 60; ++i) {
        geo::LonLat const at{lon(random), lat(random)};
        geo::Path ring;
        for (int k = 0; k < 40; ++k) {
            double const r = 0.3 * (0.4 + unit(random));
            ring.push_back({at.lon + r * std::cos(k * 0.15707963), at.lat + r * std::sin(k * 0.15707963)});
        }
        ring.push_back(ring.front());
        zones.push_back(zone("z", {geo::ShapeType::Polygon, {geo::Part{ring, {}}}}, i % 3 * 500.0));
    }
    std::vector<place::Site> sites;
    for (int i = 0; i < 600; ++i) {
        sites.push_back(site(geo::Shape::point({lon(random), lat(random)}), Precision::Village, 4000 * unit(random)));
    }
    sites.push_back(site(zones[3].shape, Precision::County, 0));
    sites.push_back(site(zones[3].shape, Precision::County, 0));

    auto const one = sitesWithin(sites, zones, {}, {.threads = 1}).value();
    CHECK(one.size() > 200);
    for (unsigned const threads : {0U, 2U, 5U}) {
        CHECK(same(sitesWithin(sites, zones, {}, {.threads = threads}).value(), one));
    }
    CHECK(std::ranges::is_sorted(
        one, [](Hit const& l, Hit const& r) { return std::pair{l.site, l.zone} < std::pair{r.site, r.zone}; }));

    std::size_t at = 0;
    for (std::size_t s = 0; s < sites.size() - 2; ++s) {
        for (std::size_t z = 0; z < zones.size(); ++z) {
            auto const& zoneShape = zones[z].shape;
            double const errorM = sites[s].radiusM + zones[z].accuracyM;
            bool const in = geo::contains(zoneShape, sites[s].shape).value();
            geo::Shape const edge{geo::ShapeType::Line, zoneShape.parts};
            double const metres = geo::distanceM(sites[s].shape, edge).value();
            if (std::abs(metres - errorM) < 0.01) { continue; }
            auto const expected = metres <= errorM ? Answer::Maybe : in ? Answer::Yes : Answer::No;
            bool const listed = at < one.size() && one[at].site == s && one[at].zone == z;
            REQUIRE(listed == (expected != Answer::No));
            if (listed) { CHECK(one[at++].answer == expected); }
        }
    }
}

TEST_CASE("a query is stopped by its progress, and tells how far it is", "[analysis]")
{
    std::vector<place::Site> const sites(500, site(geo::Shape::point({112.5, 37.5}), Precision::Exact, 0));
    std::vector<double> seen;
    CHECK(sitesWithin(sites, {zone("z", square)},
                      [&](double done) {
                          seen.push_back(done);
                          return true;
                      })
              .value()
              .size() == 500);
    CHECK((seen.front() == 0 && seen.back() == 1));
    CHECK(std::ranges::is_sorted(seen));
    auto const stopped = sitesWithin(sites, {zone("z", square)}, [](double) { return false; });
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}

TEST_CASE("a place somewhere in a ring is certainly not in the zone that the ring goes round, whatever its precision", "[analysis]")
{
    auto ring = site(shape("POLYGON ((112 37, 113 37, 113 38, 112 38, 112 37), (112.1 37.1, 112.9 37.1, 112.9 37.9, 112.1 37.9, 112.1 37.1))"),
                     Precision::Facility, 0);
    ring.figure = place::Figure::Ring;
    auto const core = zone("core", shape("POLYGON ((112.4 37.4, 112.6 37.4, 112.6 37.6, 112.4 37.6, 112.4 37.4))"), 5000);
    CHECK(within(ring, core).empty());
    CHECK(within(ring, zone("all", shape("POLYGON ((111 36, 114 36, 114 39, 111 39, 111 36))"))).front().answer == Answer::Yes);
    auto const partly = within(ring, zone("west", shape("POLYGON ((111 36, 112.5 36, 112.5 39, 111 39, 111 36))")));
    REQUIRE(partly.size() == 1);
    CHECK(partly[0].answer == Answer::Maybe);
    CHECK(partly[0].reason.starts_with("only its distance from there is known"));
    // The twin: a thing of that shape, drawn to within 3 km, may have a part there.
    ring.figure = place::Figure::Itself;
    ring.radiusM = 3000;
    CHECK(within(ring, zone("west", shape("POLYGON ((111 36, 112.5 36, 112.5 39, 111 39, 111 36))"))).front().reason.starts_with("50"));
}

TEST_CASE("a strip along a line that is itself only roughly known may reach beyond as drawn", "[analysis]")
{
    auto strip = site(shape("POLYGON ((112 37.50, 113 37.50, 113 37.51, 112 37.51, 112 37.50))"), Precision::Facility, 9000);
    strip.figure = place::Figure::Corridor;
    auto const near = zone("near", shape("POLYGON ((112.4 37.55, 112.6 37.55, 112.6 37.6, 112.4 37.6, 112.4 37.55))"));
    REQUIRE(within(strip, near).size() == 1);
    CHECK(within(strip, near).front().answer == Answer::Maybe);
    strip.radiusM = 0;
    CHECK(within(strip, near).empty());
}

TEST_CASE("answers and positions have names", "[analysis]")
{
    CHECK(std::string{name(Answer::Maybe)} == "maybe");
    CHECK(std::string{name(Position::Straddle)} == "straddle");
}

TEST_CASE("a share is said no finer than people read it, and never as nothing or all", "[analysis][query]")
{
    auto const [share, words] = GENERATE(table<double, std::string>({{1e-9, "<0.1"}, {0.000569, "<0.1"}, {0.00263, "0.3"}, {0.035, "3.5"}, {0.09949, "9.9"}, {0.122, "12"}, {0.5, "50"}, {0.28, "28"}, {0.9961, ">99"}, {0.9995, ">99.9"}}));
    CAPTURE(share);
    CHECK(percentWords(share) == words);
}
