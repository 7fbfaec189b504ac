#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// Counts as rates, with what small numbers leave open.
namespace zhengtu::analysis {

struct Interval {
    double low = 0, high = 0;
};

/// The exact 95 % interval of the mean of a Poisson count (F. Garwood, Biometrika 28, 1936), by bisection of its tails; above 1,000 by
/// the formula of Byar (N. E. Breslow & N. E. Day, Statistical Methods in Cancer Research II, 1987, p. 69), right to 1e-4.
[[nodiscard]] Interval poissonInterval(std::size_t count);

/// Chance of a count at least as far from the mean, on either side: twice the smaller tail, at most 1.
[[nodiscard]] double poissonChance(std::size_t count, double mean);

/// A count of events over what they could have been: km2, inhabitants, plants.
struct Counted {
    std::size_t count = 0;
    double base = 0; ///< above zero
};

struct Rate {
    double rate = 0, low = 0, high = 0; ///< count / base with the interval
    double smoothed = 0; ///< drawn towards the rate of all, the more the smaller the base (R. J. Marshall, Applied Statistics 40, 1991, global)
    double expected = 0; ///< count, if the rate of all held here
    double chance = 1;   ///< poissonChance of the count
    double discovery = 1; ///< falseDiscoveryRates of the chances
};

/// In the order given. Where the base is not above zero the rate is 0 to 0 and the chance 1.
[[nodiscard]] std::vector<Rate> ratesOf(std::span<Counted const> counted);

/// Below this a rate is unreliable: its relative standard error is above 22 % (the limit that health statistics suppress rates by).
constexpr std::size_t reliableCount = 20;

} // namespace zhengtu::analysis
