#include "analysis/dbscan.hpp"
#include "analysis/gi_star.hpp"
#include "analysis/moran.hpp"
#include "analysis/significance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>

using namespace zhengtu;
using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// What numpy, scipy and PostGIS answer for made-up positions (reference/make.py).
struct Reference {
    std::vector<geo::LonLat> at;
    std::vector<double> value, neighbours, z, chance;
    std::vector<bool> core;
    std::vector<int> cluster;
    std::map<std::string, double> whole;

    Reference()
    {
        std::string line;
        std::ifstream file{ZHENGTU_GI_REFERENCE "/gi.csv"};
        for (std::getline(file, line); std::getline(file, line);) {
            std::ranges::replace(line, ',', ' ');
            std::istringstream fields{line};
            double lon, lat, v, k, gi, p;
            int inner, group;
            fields >> lon >> lat >> v >> k >> gi >> p >> inner >> group;
            at.push_back({lon, lat});
            value.push_back(v);
            neighbours.push_back(k);
            z.push_back(gi);
            chance.push_back(p);
            core.push_back(inner != 0);
            cluster.push_back(group);
        }
        std::ifstream rest{ZHENGTU_GI_REFERENCE "/whole.csv"};
        for (std::getline(rest, line); std::getline(rest, line);) {
            auto const comma = line.find(',');
            whole[line.substr(0, comma)] = std::stod(line.substr(comma + 1));
        }
        REQUIRE(at.size() == 250);
    }
};

constexpr double bandM = 2500, epsM = 900;

} // namespace

TEST_CASE("Gi* is that of the published formula computed by numpy", "[analysis][gi]")
{
    Reference const peer;
    auto const gi = giStar(peer.at, peer.value, bandM);
    REQUIRE(gi);
    auto const neighbours = neighboursWithin(peer.at, bandM);
    REQUIRE(neighbours);
    auto const same = giStarOf(sumsOver(*neighbours, peer.value), peer.value);
    for (std::size_t i = 0; i < peer.at.size(); ++i) {
        CAPTURE(i);
        CHECK(gi->count[i] == peer.neighbours[i] + 1);
        CHECK_THAT(gi->z[i], WithinAbs(peer.z[i], 1e-8));
        CHECK_THAT(same.z[i], WithinAbs(gi->z[i], 1e-9));
    }
}

TEST_CASE("pseudo p of Gi* is that of a conditional permutation by numpy, but for chance", "[analysis][gi]")
{
    Reference const peer;
    auto const sums = bandSums(peer.at, peer.value, bandM);
    REQUIRE(sums);
    auto const chances = conditionalChances(*sums, peer.value, {.permutations = 1999});
    REQUIRE(chances);
    std::size_t far = 0;
    for (std::size_t i = 0; i < peer.at.size(); ++i) {
        double const p = peer.chance[i];
        far += std::abs((*chances)[i] - p) > 4 * std::sqrt(2 * p * (1 - p) / 2000) + 1e-3 ? 1U : 0U;
    }
    CHECK(far <= 1);
}

TEST_CASE("permutations do not depend on threads or the order of places, and do on the seed", "[analysis][gi]")
{
    Reference const peer;
    auto const sums = bandSums(peer.at, peer.value, bandM);
    REQUIRE(sums);
    auto const one = conditionalChances(*sums, peer.value, {.permutations = 499, .seed = 5, .threads = 1});
    auto const three = conditionalChances(*sums, peer.value, {.permutations = 499, .seed = 5, .threads = 3});
    auto const other = conditionalChances(*sums, peer.value, {.permutations = 499, .seed = 6});
    REQUIRE((one && three && other));
    CHECK(*one == *three);
    CHECK(*one != *other);
    std::vector<std::size_t> turned(peer.at.size());
    std::iota(turned.rbegin(), turned.rend(), std::size_t{0});
    BandSums back;
    std::vector<double> values;
    for (auto const i : turned) {
        back.count.push_back(sums->count[i]);
        back.sum.push_back(sums->sum[i]);
        values.push_back(peer.value[i]);
    }
    auto const reversed = conditionalChances(back, values, {.permutations = 499, .seed = 5});
    REQUIRE(reversed);
    for (std::size_t i = 0; i < turned.size(); ++i) { CHECK((*reversed)[i] == (*one)[turned[i]]); }
}

TEST_CASE("permutations are stopped whole, and nonsense is refused", "[analysis][gi]")
{
    std::vector<double> const values{1, 2, 3, 4};
    BandSums const sums{{2, 2, 2, 2}, {3, 5, 7, 5}};
    auto const stopped = conditionalChances(sums, values, {.permutations = 99}, [](double) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(conditionalChances(sums, values, {.permutations = 0}).error().code == ErrorCode::Usage);
    CHECK(conditionalChances(sums, std::vector<double>{1, 2}, {.permutations = 9}).error().code == ErrorCode::Usage);
}

TEST_CASE("a place whose neighbours are all others, or none, has no chance to speak of", "[analysis][gi]")
{
    std::vector<double> const values{1, 2, 3, 9};
    auto const chances = conditionalChances({{4, 1, 4, 1}, {15, 2, 15, 9}}, values, {.permutations = 99});
    REQUIRE(chances);
    for (double const chance : *chances) { CHECK(chance == 1); } // every draw is the same sum
}

TEST_CASE("false discovery rates are those of Benjamini and Hochberg", "[analysis][gi]")
{
    // Their own example (1995, section 3.2), of which four are called significant at 0.05.
    std::vector<double> const p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    auto const q = falseDiscoveryRates(p);
    CHECK(std::ranges::count_if(q, [](double one) { return one <= 0.05; }) == 4);
    CHECK_THAT(q[0], WithinRel(0.0015, 1e-9));
    CHECK_THAT(q[3], WithinRel(0.0095 * 15 / 4, 1e-9));
    CHECK_THAT(q[5], WithinRel(0.0298 * 15 / 7, 1e-9)); // drawn down by a later one
    CHECK(std::ranges::is_sorted(q));
    CHECK(falseDiscoveryRates({}).empty());
    std::vector<double> const turned{p.rbegin(), p.rend()};
    auto back = falseDiscoveryRates(turned);
    std::ranges::reverse(back);
    CHECK(back == q);
}

TEST_CASE("Moran's I is that of numpy, and its permutation agrees with its variance", "[analysis][gi]")
{
    Reference const peer;
    auto const neighbours = neighboursWithin(peer.at, bandM);
    REQUIRE(neighbours);
    auto const found = moran(*neighbours, peer.value, {.permutations = 999});
    REQUIRE(found);
    CHECK_THAT(found->i, WithinAbs(peer.whole.at("moran_i"), 1e-9));
    CHECK_THAT(found->z, WithinAbs(peer.whole.at("moran_z"), 1e-7));
    CHECK(found->permuted == 0.001);
}

TEST_CASE("Moran's I of values without a pattern is not significant, and undefined ones are errors", "[analysis][gi]")
{
    Reference const peer;
    auto const neighbours = neighboursWithin(peer.at, bandM);
    REQUIRE(neighbours);
    std::vector<double> scattered;
    for (std::size_t i = 0; i < peer.at.size(); ++i) { scattered.push_back(static_cast<double>((i * 7919) % 101)); }
    auto const found = moran(*neighbours, scattered, {.permutations = 999});
    REQUIRE(found);
    CHECK(std::abs(found->z) < 2.5);
    CHECK(found->permuted > 0.005);
    CHECK(moran(*neighbours, std::vector<double>(peer.at.size(), 3.0), {}).error().code == ErrorCode::Usage);
    CHECK(moran({{0, 0, 0}, {}}, std::vector<double>{1, 2}, {}).error().code == ErrorCode::Usage);
}

TEST_CASE("DBSCAN's cores, clusters of cores and noise are those of ST_ClusterDBSCAN", "[analysis][dbscan]")
{
    Reference const peer;
    auto const found = dbscan(peer.at, epsM, 5);
    REQUIRE(found);
    std::map<int, int> ours, theirs; // a border position may belong to either of two clusters
    for (std::size_t i = 0; i < peer.at.size(); ++i) {
        CAPTURE(i);
        CHECK(((*found)[i] < 0) == (peer.cluster[i] < 0));
        if (!peer.core[i]) { continue; }
        CHECK(ours.try_emplace((*found)[i], peer.cluster[i]).first->second == peer.cluster[i]);
        CHECK(theirs.try_emplace(peer.cluster[i], (*found)[i]).first->second == (*found)[i]);
    }
    CHECK(ours.size() >= 3);
}

TEST_CASE("polygons that share a border or a corner are neighbours, others are not", "[analysis][gi]")
{
    auto const square = [](double x, double y) {
        return geo::Shape{geo::ShapeType::Polygon, {geo::Part{{{x, y}, {x + 0.1, y}, {x + 0.1, y + 0.1}, {x, y + 0.1}, {x, y}}, {}}}};
    };
    std::vector<geo::Shape> const shapes{square(112, 38), square(112.1, 38), square(112.1, 38.1), square(112.4, 38), square(112.202, 38), {}};
    auto const exact = touching(shapes, 0);
    REQUIRE(exact);
    CHECK(std::ranges::equal(exact->of(0), std::vector<std::uint32_t>{1, 2}));
    CHECK(exact->of(3).empty());
    auto const wide = touching(shapes, 500); // a gap of 175 m
    REQUIRE(wide);
    CHECK(std::ranges::equal(wide->of(1), std::vector<std::uint32_t>{0, 2, 4}));
    CHECK(wide->of(5).empty());
}
