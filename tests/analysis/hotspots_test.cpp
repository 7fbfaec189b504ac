#include "analysis/dbscan.hpp"
#include "analysis/hotspots.hpp"
#include "geo/codec.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <set>

using namespace zhengtu;
using namespace zhengtu::analysis;
using place::Precision;

namespace {

place::Site site(geo::LonLat at, std::string county = "甲县", double radiusM = 100)
{
    place::Site made;
    made.shape = geo::Shape::point(at);
    made.precision = Precision::Facility;
    made.radiusM = radiusM;
    made.county = std::move(county);
    return made;
}

/// Three clumps and scattered sites, seeded.
std::vector<place::Site> clumps()
{
    std::mt19937 random{19};
    std::normal_distribution<double> spread{0, 0.02};
    std::uniform_real_distribution<double> lon{110, 114}, lat{35, 40};
    std::vector<place::Site> sites;
    for (auto const& [centre, count, county] : {std::tuple{geo::LonLat{112.5, 37.8}, 30, "甲县"},
                                                {geo::LonLat{113, 39}, 20, "乙县"},
                                                {geo::LonLat{111.2, 36}, 12, "丙县"}}) {
        for (int i = 0; i < count; ++i) {
            sites.push_back(site({centre.lon + spread(random), centre.lat + spread(random)}, county));
        }
    }
    for (int i = 0; i < 25; ++i) {
        sites.push_back(site({lon(random), lat(random)}, "丁县"));
    }
    return sites;
}

/// The textbook: every distance, cores, their components, others to the nearest core.
std::vector<int> slowComponents(std::vector<geo::LonLat> const& points, double epsM, std::size_t minCount)
{
    auto const near = [&](std::size_t i, std::size_t j) { return geo::distanceM(points[i], points[j]) <= epsM; };
    std::vector<int> label(points.size(), -1);
    std::vector<bool> core(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::size_t count = 0;
        for (std::size_t j = 0; j < points.size(); ++j) {
            count += near(i, j);
        }
        core[i] = count >= minCount;
    }
    int next = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!core[i] || label[i] >= 0) { continue; }
        std::vector<std::size_t> todo{i};
        label[i] = next;
        while (!todo.empty()) {
            auto const at = todo.back();
            todo.pop_back();
            for (std::size_t j = 0; j < points.size(); ++j) {
                if (core[j] && label[j] < 0 && near(at, j)) {
                    label[j] = next;
                    todo.push_back(j);
                }
            }
        }
        ++next;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        double best = std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < points.size(); ++j) {
            double const d = geo::distanceM(points[i], points[j]);
            if (!core[i] && core[j] && d <= epsM && d < best) {
                best = d;
                label[i] = label[j];
            }
        }
    }
    return label;
}

/// The same partition, whatever the numbers.
bool samePartition(std::vector<int> const& l, std::vector<int> const& r)
{
    std::set<std::pair<int, int>> pairs;
    std::set<int> left, right;
    for (std::size_t i = 0; i < l.size(); ++i) {
        if ((l[i] < 0) != (r[i] < 0)) { return false; }
        pairs.emplace(l[i], r[i]);
        left.insert(l[i]);
        right.insert(r[i]);
    }
    return pairs.size() == left.size() && left.size() == right.size();
}

std::string attribute(geo::Feature const& feature, std::string_view name)
{
    auto const at = std::ranges::find(feature.more, name, &std::pair<std::string, std::string>::first);
    return at == feature.more.end() ? "" : at->second;
}

} // namespace

TEST_CASE("clusters are those of the textbook", "[analysis]")
{
    std::mt19937 random{3};
    std::uniform_real_distribution<double> unit{0, 1};
    for (int round = 0; round < 8; ++round) {
        std::vector<geo::LonLat> points;
        for (int i = 0; i < 150; ++i) {
            points.push_back(i % 9 == 8 ? points.back() : geo::LonLat{112 + unit(random), 37 + unit(random)});
        }
        double const epsM = 2000 + 1500 * round;
        auto const fast = dbscan(points, epsM, 4).value();
        CHECK(samePartition(fast, slowComponents(points, epsM, 4)));
        CHECK(dbscan(points, epsM, 4, {}, 1).value() == fast);
        std::vector<int> count(150, 0);
        for (int const c : fast) {
            if (c >= 0) { ++count[static_cast<std::size_t>(c)]; }
        }
        CHECK(std::ranges::is_sorted(count, std::greater{}));
    }
}

TEST_CASE("places heaped within the distance, in any latitude, cluster as in the textbook", "[analysis]")
{
    std::mt19937 random{11};
    std::normal_distribution<double> spread{0, 1};
    double const lat = GENERATE(37.0, -37.0, 0.0, 71.0, 89.0);
    for (double const width : {0.004, 0.02, 0.06}) {
        std::vector<geo::LonLat> points;
        for (int i = 0; i < 240; ++i) { // two heaps that may touch, and some that stand about
            double const wide = i % 12 == 0 ? 5 * width : width;
            double const lon = (i % 2 == 0 ? 112 : 112.02) + wide * spread(random);
            points.push_back({lon, std::min(90.0, lat + wide * spread(random))});
        }
        for (auto const minCount : {std::size_t{1}, std::size_t{4}, std::size_t{30}}) {
            CAPTURE(lat, width, minCount);
            auto const fast = dbscan(points, 1500, minCount).value();
            CHECK(samePartition(fast, slowComponents(points, 1500, minCount)));
        }
    }
}

TEST_CASE("two heaps just within the distance of each other are one cluster, just beyond it two", "[analysis]")
{
    std::mt19937 random{12};
    std::uniform_real_distribution<double> unit{-1, 1};
    double const lat = GENERATE(18.0, 37.0, 53.0);
    double const fewM = GENERATE(-0.5, -0.01, 0.01, 0.5);
    for (geo::LonLat const other : {geo::LonLat{112.01, lat}, {112, lat + 0.009}, {112.008, lat + 0.007}}) {
        double const epsM = geo::distanceM({112, lat}, other) + fewM;
        std::vector<geo::LonLat> points;
        for (int i = 0; i < 300; ++i) { // the heaps touch the line between their centres from outside
            double const away = 1e-4 * std::abs(unit(random)), east = other.lon > 112 ? 1 : 0, north = other.lat > lat ? 1 : 0;
            points.push_back({112 - east * away, lat - north * away});
            points.push_back({other.lon + east * away, other.lat + north * away});
        }
        points.push_back({112, lat});
        points.push_back(other);
        CAPTURE(lat, fewM, other.lon, other.lat);
        CHECK(samePartition(dbscan(points, epsM, 5).value(), slowComponents(points, epsM, 5)));
    }
}

TEST_CASE("a site exactly at the distance is near, a hair beyond is not", "[analysis]")
{
    double const metres = geo::distanceM({112, 37}, {112.05, 37});
    std::vector<geo::LonLat> const pair{{112, 37}, {112.05, 37}};
    CHECK(dbscan(pair, metres, 2).value() == std::vector{0, 0});
    CHECK(dbscan(pair, metres - 0.001, 2).value() == std::vector{-1, -1});
}

TEST_CASE("a position between two clusters goes to the nearer one, and equal ones are one place", "[analysis]")
{
    std::vector<geo::LonLat> const points{{112, 37},     {112, 37},     {112, 37},    {112.02, 37},
                                          {112.035, 37}, {112.035, 37}, {112.035, 37}};
    double const epsM = 1800; // reaches from the middle to both, but not across, and the middle is no core of 6
    CHECK(dbscan(points, epsM, 3).value().front() >= 0);
    auto const apart = dbscan(
        {{112, 37}, {112, 37}, {112, 37}, {112, 37}, {112.02, 37}, {112.035, 37}, {112.035, 37}, {112.035, 37}, {112.035, 37}},
        epsM, 10);
    CHECK(apart.value() == std::vector<int>(9, -1));
    auto const middle =
        dbscan({{112, 37}, {112, 37}, {112, 37}, {112.019, 37}, {112.037, 37}, {112.037, 37}, {112.037, 37}, {112.037, 37}},
               1750, 4)
            .value();
    CHECK(middle[3] == middle[4]); // 1600 m to the right, 1690 m to the left
}

TEST_CASE("clusters of nothing and of bad parameters", "[analysis]")
{
    CHECK(dbscan({}, 1000, 4).value().empty());
    auto const eps = GENERATE(0.0, -5.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
    CHECK(dbscan({{112, 37}}, eps, 4).error().code == ErrorCode::Usage);
    CHECK(dbscan({{112, 37}}, 1000, 0).error().code == ErrorCode::Usage);
    CHECK(dbscan({{112, 37}}, 1000, 1).value() == std::vector{0});
    CHECK(dbscan({{112, 37}}, 1000, 1, [](double) { return false; }).error().code == ErrorCode::Cancelled);
}

TEST_CASE("hotspots are polygons round their sites, the largest first", "[analysis]")
{
    auto const sites = clumps();
    auto const found = hotspots(sites, {.epsM = 5000, .minSites = 5}).value();
    REQUIRE(found.layer.features.size() == 3);
    CHECK(found.layer.id == "hotspots");
    CHECK(found.layer.kind == "hotspot");
    CHECK(found.used == sites.size());
    CHECK(found.leftOut == 0);
    std::size_t counted = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        auto const& feature = found.layer.features[i];
        CHECK(geo::isValid(feature.shape).valid);
        CHECK(feature.shape.parts.size() == 1);
        CHECK(attribute(feature, "rank") == std::to_string(i + 1));
        CHECK(attribute(feature, "eps_m") == "5000");
        CHECK(attribute(feature, "min_sites") == "5");
        CHECK(std::stod(attribute(feature, "area_km2")) > 1);
        auto const members = static_cast<std::size_t>(std::ranges::count(found.cluster, static_cast<int>(i)));
        CHECK(attribute(feature, "sites") == std::to_string(members));
        counted += members;
    }
    CHECK(found.layer.features[0].county == "甲县");
    CHECK(found.layer.features[1].county == "乙县");
    CHECK(found.layer.features[2].county == "丙县");
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (found.cluster[i] < 0) { continue; }
        CHECK(geo::contains(found.layer.features[static_cast<std::size_t>(found.cluster[i])].shape, sites[i].shape).value());
    }
    CHECK(counted >= 62);
}

TEST_CASE("hotspots do not depend on the order of the sites", "[analysis]")
{
    auto sites = clumps();
    auto const first = hotspots(sites, {.epsM = 5000, .minSites = 5}).value();
    std::mt19937 random{2};
    for (int round = 0; round < 4; ++round) {
        std::vector<std::size_t> order(sites.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::ranges::shuffle(order, random);
        std::vector<place::Site> shuffled;
        for (auto const i : order) {
            shuffled.push_back(sites[i]);
        }
        auto const again = hotspots(shuffled, {.epsM = 5000, .minSites = 5}).value();
        REQUIRE(again.layer.features.size() == first.layer.features.size());
        for (std::size_t i = 0; i < first.layer.features.size(); ++i) {
            CHECK(again.layer.features[i].shape == first.layer.features[i].shape);
            CHECK(again.layer.features[i].more == first.layer.features[i].more);
        }
        for (std::size_t i = 0; i < order.size(); ++i) {
            CHECK(again.cluster[i] == first.cluster[order[i]]);
        }
    }
}

TEST_CASE("sites known too roughly are left out and counted", "[analysis]")
{
    std::vector<place::Site> sites(4, site({112.5, 37.8}));
    sites.push_back(site({112.5, 37.8}, "甲县", 20'000));
    auto county = site({112.5, 37.8});
    county.precision = Precision::County;
    county.radiusM = 0;
    sites.push_back(county);
    place::Site unlocated;
    sites.push_back(unlocated);
    auto river = site({112.5, 37.8});
    river.shape = geo::fromWkt("LINESTRING (112 37, 113 38.5)").value();
    sites.push_back(river);
    auto const found = hotspots(sites).value();
    CHECK(found.used == 4);
    CHECK(found.leftOut == 4);
    REQUIRE(found.layer.features.size() == 1); // one place with four sites
    CHECK(attribute(found.layer.features[0], "sites") == "4");
    CHECK(found.cluster == std::vector{0, 0, 0, 0, -1, -1, -1, -1});
    CHECK(found.reason == "DBSCAN, eps 8000 m, at least 4 sites; 4 of 8 sites used, 0 of them in no cluster; left out: 1 "
                          "unlocated, 1 known by county or city only, 2 known "
                          "worse than to 10000 m");
}

TEST_CASE("two places and a row of places make hotspots too", "[analysis]")
{
    auto const two = hotspots({site({112, 37}), site({112.01, 37}), site({112.01, 37}), site({112, 37})}).value();
    REQUIRE(two.layer.features.size() == 1);
    auto const row =
        hotspots({site({112, 37}), site({112.01, 37}), site({112.02, 37}), site({112.03, 37}), site({112.04, 37})}).value();
    REQUIRE(row.layer.features.size() == 1);
    CHECK(geo::contains(row.layer.features[0].shape, geo::Shape::point({112.02, 37})).value());
    CHECK(hotspots({}).value().layer.features.empty());
    CHECK(hotspots({}, {.epsM = 0}).error().code == ErrorCode::Usage);
    CHECK(hotspots({site({std::numeric_limits<double>::quiet_NaN(), 37})}).value().used == 0);
}

TEST_CASE("no hotspot is no error, and the reason says why there is none", "[analysis]")
{
    auto const none = hotspots({}).value();
    CHECK(none.layer.features.empty());
    CHECK(none.reason == "no hotspot: there is no site yet");
    CHECK(none.layer.note == none.reason);
    auto const one = hotspots({site({112, 37})}).value();
    CHECK(one.layer.features.empty());
    CHECK(one.cluster == std::vector{-1});
    CHECK(one.reason.starts_with("no cluster: only 1 site is known well enough and 4 are needed; DBSCAN"));
    auto const far = hotspots({site({112, 37}), site({113, 37}), site({112, 38}), site({113, 38})}).value();
    CHECK(far.layer.features.empty());
    CHECK(far.reason.starts_with("no cluster: nowhere do so many sites lie so near each other; "));
    CHECK(hotspots({place::Site{}}).value().reason.starts_with("no cluster: no site is known well enough; "));
}
