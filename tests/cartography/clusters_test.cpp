#include "cartography/clusters.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace zhengtu::cartography;

namespace {

std::vector<World> scattered(std::size_t count)
{
    std::mt19937 random{7};
    std::vector<World> points;
    for (std::size_t i = 0; i < count; ++i) { points.push_back({static_cast<double>(random() % 100'000), static_cast<double>(random() % 100'000)}); }
    return points;
}

std::vector<std::uint32_t> inOrder(std::size_t count)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

} // namespace

TEST_CASE("every point is in exactly one cluster, near its seed", "[clusters]")
{
    auto const radius = GENERATE(0.0, 10.0, 2'000.0, 1e6);
    auto const points = scattered(3000);
    auto const order = inOrder(points.size());
    auto const made = clusterPoints(points, order, radius, nullptr);
    REQUIRE(made != nullptr);
    std::vector<int> seen(points.size(), 0);
    for (std::uint32_t k = 0; k < made->clusters.size(); ++k) {
        auto const members = made->of(made->clusters[k]);
        REQUIRE_FALSE(members.empty());
        CHECK(std::ranges::is_sorted(members)); // most urgent first: here the order of the numbers
        for (auto const member : members) {
            ++seen[member];
            CHECK(made->clusterOf[member] == k);
            CHECK(std::hypot(points[member].x - points[members[0]].x, points[member].y - points[members[0]].y) <= radius);
        }
    }
    CHECK(std::ranges::all_of(seen, [](int times) { return times == 1; }));
    if (radius == 1e6) { CHECK(made->clusters.size() == 1); }
}

TEST_CASE("seeds of different clusters are farther apart than the radius", "[clusters]")
{
    auto const points = scattered(2000);
    auto const order = inOrder(points.size());
    auto const made = clusterPoints(points, order, 3'000, nullptr);
    for (std::size_t a = 0; a < made->clusters.size(); ++a) {
        for (std::size_t b = a + 1; b < made->clusters.size(); ++b) {
            auto const p = points[made->of(made->clusters[a])[0]], q = points[made->of(made->clusters[b])[0]];
            REQUIRE(std::hypot(p.x - q.x, p.y - q.y) > 3'000);
        }
    }
}

TEST_CASE("clustering stops when cancelled", "[clusters]")
{
    auto const points = scattered(20'000);
    auto const order = inOrder(points.size());
    std::atomic<bool> const cancelled{true};
    CHECK(clusterPoints(points, order, 1, &cancelled) == nullptr);
}
