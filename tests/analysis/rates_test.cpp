#include "analysis/rates.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <fstream>
#include <string>

using namespace zhengtu::analysis;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("intervals of counts are Garwood's as scipy computes them", "[analysis][rates]")
{
    std::ifstream file{ZHENGTU_GI_REFERENCE "/whole.csv"};
    std::size_t compared = 0;
    for (std::string line; std::getline(file, line);) {
        bool const low = line.starts_with("poisson_low_"), high = line.starts_with("poisson_high_");
        if (!low && !high) { continue; }
        auto const comma = line.find(',');
        auto const count = std::stoul(line.substr(low ? 12 : 13, comma));
        auto const interval = poissonInterval(count);
        CAPTURE(line);
        CHECK_THAT(low ? interval.low : interval.high, WithinAbs(std::stod(line.substr(comma + 1)), count > 1000 ? 0.2 : 1e-6));
        ++compared;
    }
    CHECK(compared == 12);
}

TEST_CASE("chances of counts on either side of a mean", "[analysis][rates]")
{
    CHECK_THAT(poissonChance(0, 3), WithinRel(2 * 0.0497870683678639, 1e-9));
    CHECK_THAT(poissonChance(8, 3), WithinRel(2 * 0.0119045, 1e-4));
    CHECK(poissonChance(3, 3) == 1);
    CHECK(poissonChance(0, 0) == 1);
    CHECK(poissonChance(1, 0) == 0);
    CHECK_THAT(poissonChance(2000, 2000), WithinAbs(1, 0.05));
}

TEST_CASE("rates are smoothed towards the rate of all, the more the smaller the base", "[analysis][rates]")
{
    std::vector<Counted> const counted{{40, 10}, {4, 1}, {10, 10}, {1, 1}, {0, 0.1}};
    auto const rates = ratesOf(counted);
    double const all = 55 / 22.1;
    CHECK(rates[0].rate == rates[1].rate);
    CHECK(rates[0].smoothed > rates[1].smoothed); // the same rate, but known better
    CHECK(rates[1].smoothed > all);
    CHECK(rates[2].smoothed < rates[3].smoothed);
    CHECK(rates[4].rate == 0);
    CHECK(rates[4].high > 30); // nothing in so little says little
    CHECK_THAT(rates[0].expected, WithinRel(all * 10, 1e-12));
    for (auto const& rate : rates) {
        CHECK(rate.low <= rate.rate);
        CHECK(rate.rate <= rate.high);
        CHECK(rate.discovery >= rate.chance);
    }
}

TEST_CASE("counts that scatter no more than chance have one smoothed rate, and no base has none", "[analysis][rates]")
{
    auto const even = ratesOf(std::vector<Counted>{{5, 5}, {5, 5}, {5, 5}});
    for (auto const& rate : even) { CHECK_THAT(rate.smoothed, WithinAbs(1, 1e-12)); }
    auto const none = ratesOf(std::vector<Counted>{{5, 0}, {0, -1}});
    for (auto const& rate : none) { CHECK((rate.rate == 0 && rate.chance == 1)); }
    CHECK(ratesOf({}).empty());
}
