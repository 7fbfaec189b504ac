#include "analysis/rates.hpp"

#include "analysis/significance.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::analysis {

namespace {

/// P(X <= count), X of Poisson: terms from the largest down, so that none is lost.
double atMost(std::size_t count, double mean)
{
    if (mean <= 0) { return 1; }
    double sum = 0;
    for (auto k = static_cast<double>(count); k >= 0; --k) {
        double const term = std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
        sum += term;
        if (k < mean && term < 1e-18 * sum) { break; }
    }
    return std::min(1.0, sum);
}

/// P(X >= count), summed upwards.
double atLeast(std::size_t count, double mean)
{
    if (count == 0) { return 1; }
    if (mean <= 0) { return 0; }
    double sum = 0;
    for (auto k = static_cast<double>(count);; ++k) {
        double const term = std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
        sum += term;
        if (k > mean && term <= 1e-18 * sum) { break; }
    }
    return std::min(1.0, sum);
}

/// Where a function that rises with the mean crosses a level.
template <class Function> double crossing(Function const& rising, double level, double from, double to)
{
    for (int i = 0; i < 100; ++i) {
        double const middle = (from + to) / 2;
        (rising(middle) < level ? from : to) = middle;
    }
    return (from + to) / 2;
}

double byar(double count, double sign)
{
    constexpr double z = 1.959963984540054;
    double const cube = 1 - 1 / (9 * count) + sign * z / (3 * std::sqrt(count));
    return count * cube * cube * cube;
}

} // namespace

Interval poissonInterval(std::size_t count)
{
    constexpr double tail = 0.025;
    auto const c = static_cast<double>(count);
    if (count > 1000) { return {byar(c, -1), byar(c + 1, 1)}; }
    double const top = c + 10 * std::sqrt(c + 1) + 10;
    return {count == 0 ? 0 : crossing([&](double mean) { return atLeast(count, mean); }, tail, 0, c + 1),
            crossing([&](double mean) { return 1 - atMost(count, mean); }, 1 - tail, c, top)};
}

double poissonChance(std::size_t count, double mean) { return std::min(1.0, 2 * std::min(atMost(count, mean), atLeast(count, mean))); }

std::vector<Rate> ratesOf(std::span<Counted const> counted)
{
    double counts = 0, bases = 0, used = 0;
    for (auto const& one : counted) {
        if (!(one.base > 0)) { continue; }
        counts += static_cast<double>(one.count);
        bases += one.base;
        ++used;
    }
    double const all = bases > 0 ? counts / bases : 0;
    double spread = 0;
    for (auto const& one : counted) {
        if (!(one.base > 0)) { continue; }
        double const off = static_cast<double>(one.count) / one.base - all;
        spread += one.base * off * off;
    }
    double const between = bases > 0 ? std::max(0.0, spread / bases - all / (bases / used)) : 0;
    std::vector<Rate> rates(counted.size());
    std::vector<double> chances(counted.size(), 1.0);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        auto const& [count, base] = counted[i];
        if (!(base > 0)) { continue; }
        auto& rate = rates[i];
        auto const interval = poissonInterval(count);
        rate.rate = static_cast<double>(count) / base;
        rate.low = interval.low / base;
        rate.high = interval.high / base;
        double const trust = between > 0 ? between / (between + all / base) : 0;
        rate.smoothed = all + trust * (rate.rate - all);
        rate.expected = all * base;
        rate.chance = chances[i] = poissonChance(count, rate.expected);
    }
    auto const discoveries = falseDiscoveryRates(chances);
    for (std::size_t i = 0; i < rates.size(); ++i) { rates[i].discovery = discoveries[i]; }
    return rates;
}

} // namespace zhengtu::analysis
