#include "analysis/moran.hpp"

#include "analysis/parallel.hpp"
#include "analysis/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhengtu::analysis {

namespace {

/// Sum over i of z_i times the mean of its neighbours' z.
double crossSum(Neighbours const& neighbours, std::vector<double> const& z)
{
    double cross = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        double sum = 0;
        for (auto const j : neighbours.of(i)) { sum += z[j]; }
        if (!neighbours.of(i).empty()) { cross += z[i] * sum / static_cast<double>(neighbours.of(i).size()); }
    }
    return cross;
}

/// Sums of the weights that the variance needs.
struct WeightSums {
    double s0 = 0, s1 = 0, s2 = 0;
};

WeightSums weightSums(Neighbours const& neighbours)
{
    auto const weight = [&](std::size_t i) { return 1 / static_cast<double>(neighbours.of(i).size()); };
    WeightSums sums;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        double column = 0;
        for (auto const j : neighbours.of(i)) {
            column += weight(j);
            sums.s1 += (weight(i) + weight(j)) * (weight(i) + weight(j)) / 2; // each pair is met from both ends
        }
        double const row = neighbours.of(i).empty() ? 0 : 1;
        sums.s0 += row;
        sums.s2 += (row + column) * (row + column);
    }
    return sums;
}

} // namespace

Result<Moran> moran(Neighbours const& neighbours, std::span<double const> values, PermutationOptions const& options, Progress const& progress)
{
    auto const count = values.size();
    if (count < 4 || neighbours.size() != count) { return fail(ErrorCode::Usage, "Moran's I needs four values or more, each with its neighbours"); }
    auto const n = static_cast<double>(count);
    double const mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    std::vector<double> z;
    double second = 0, fourth = 0;
    for (double const value : values) {
        double const d = value - mean;
        z.push_back(d);
        second += d * d;
        fourth += d * d * d * d;
    }
    auto const [s0, s1, s2] = weightSums(neighbours);
    if (!(second > 1e-20 * n * mean * mean) || s0 == 0) { return fail(ErrorCode::Usage, "Moran's I is not defined: all values are equal, or nothing has a neighbour"); }

    Moran result;
    result.islands = count - static_cast<std::size_t>(s0);
    double const cross = crossSum(neighbours, z);
    result.i = n / s0 * cross / second;
    result.expected = -1 / (n - 1);
    double const kurtosis = n * fourth / (second * second);
    double const a = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
    double const b = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
    double const variance = (a - b) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - result.expected * result.expected;
    result.z = variance > 0 ? (result.i - result.expected) / std::sqrt(variance) : 0;
    result.p = twoSidedNormal(result.z);

    std::ranges::sort(z); // from here on only which values there are counts: their order must not
    std::vector<double> shuffled(options.permutations);
    auto const work = [&](std::size_t k) {
        auto order = z;
        Random random{Random::mixed(options.seed) ^ Random::mixed(k + 1)};
        for (auto i = values.size(); i > 1; --i) { std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]); }
        shuffled[k] = crossSum(neighbours, order);
    };
    if (!forEach(options.permutations, options.threads, progress, work, 1)) { return fail(ErrorCode::Cancelled, "the permutations were stopped"); }
    double const tie = 1e-9 * second;
    auto const atLeast = std::ranges::count_if(shuffled, [&](double one) { return one >= cross - tie; });
    auto const atMost = std::ranges::count_if(shuffled, [&](double one) { return one <= cross + tie; });
    result.permuted = (static_cast<double>(std::min(atLeast, atMost)) + 1) / (static_cast<double>(options.permutations) + 1);
    return result;
}

} // namespace zhengtu::analysis
