#pragma once

#include "analysis/band_sums.hpp"
#include "analysis/progress.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// How likely a statistic is by chance, for many places at once.
namespace zhengtu::analysis {

/// Chance of a standard normal deviate at least so far from 0, on either side.
[[nodiscard]] double twoSidedNormal(double z) noexcept;

/// The least false discovery rate at which each would be called significant (Y. Benjamini & Y. Hochberg, J. R. Statist. Soc. B 57,
/// 1995): p * m / rank, made monotone from the largest down, at most 1. In the order given; chances must be 0 to 1.
[[nodiscard]] std::vector<double> falseDiscoveryRates(std::span<double const> chances);

struct PermutationOptions {
    std::size_t permutations = 9999;
    std::uint64_t seed = 1; ///< the same seed, the same answer, on one thread or many, in any order of the places
    unsigned threads = 0;
};

/// One-sided pseudo p of each place's sum under conditional permutation (L. Anselin, Local indicators of spatial association,
/// Geographical Analysis 27, 1995): its own value stays, its count - 1 neighbours are drawn without replacement from all the others.
/// (r + 1) / (permutations + 1), r the number of draws that are at least (or at most) so large, of the two sides the smaller; equal
/// sums count on both sides. Places of the same value and count have one reference distribution, drawn once. Usage: no permutation,
/// or sums of another size than the values. Cancelled.
[[nodiscard]] Result<std::vector<double>> conditionalChances(BandSums const& sums, std::span<double const> values, PermutationOptions const& options,
                                                             Progress const& progress = {});

/// Draws that conditionalChances makes for one permutation: to choose how many are affordable.
[[nodiscard]] double drawsPerPermutation(BandSums const& sums, std::span<double const> values);

} // namespace zhengtu::analysis
