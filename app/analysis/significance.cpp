#include "analysis/significance.hpp"

#include "analysis/parallel.hpp"
#include "analysis/random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

namespace zhengtu::analysis {

namespace {

/// Places that have the same reference distribution.
struct Group {
    double value;
    std::uint32_t count;
    std::vector<std::size_t> places;
};

std::vector<Group> groupsOf(BandSums const& sums, std::span<double const> values)
{
    std::map<std::pair<double, std::uint32_t>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < values.size(); ++i) { places[{values[i] + 0.0, sums.count[i]}].push_back(i); } // + 0.0: no minus zero
    std::vector<Group> groups;
    groups.reserve(places.size());
    for (auto& [key, members] : places) { groups.push_back({key.first, key.second, std::move(members)}); }
    return groups;
}

/// Draws sums of some of the values, without one of them.
class Urn {
public:
    explicit Urn(std::span<double const> sorted) : m_sorted{sorted}, m_stamps(sorted.size(), 0), m_total{std::accumulate(sorted.begin(), sorted.end(), 0.0)} {}

    /// The sorted sums of `permutations` draws of `count` values, the value of `without` once left out.
    std::vector<double> draw(double without, std::size_t count, PermutationOptions const& options)
    {
        auto const left = static_cast<std::size_t>(std::ranges::lower_bound(m_sorted, without) - m_sorted.begin());
        auto const others = m_sorted.size() - 1;
        bool const fewer = count * 2 <= others; // else what is not drawn is drawn
        auto const drawn = fewer ? count : others - count;
        Random random{Random::mixed(options.seed) ^ Random::mixed(std::bit_cast<std::uint64_t>(without) + count)};
        std::vector<double> sums(options.permutations);
        for (auto& sum : sums) {
            ++m_stamp;
            double part = 0;
            for (std::size_t i = 0; i < drawn;) {
                std::size_t at = random.below(static_cast<std::uint32_t>(others));
                at += at >= left ? 1U : 0U;
                if (m_stamps[at] == m_stamp) { continue; }
                m_stamps[at] = m_stamp;
                part += m_sorted[at];
                ++i;
            }
            sum = fewer ? part : m_total - without - part;
        }
        std::ranges::sort(sums);
        return sums;
    }

private:
    std::span<double const> m_sorted;
    std::vector<std::uint64_t> m_stamps;
    std::uint64_t m_stamp = 0;
    double m_total;
};

} // namespace

double twoSidedNormal(double z) noexcept { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

std::vector<double> falseDiscoveryRates(std::span<double const> chances)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return chances[i]; });
    std::vector<double> rates(chances.size());
    double least = 1;
    auto const many = static_cast<double>(chances.size());
    for (auto rank = order.size(); rank-- > 0;) {
        least = std::min(least, chances[order[rank]] * many / static_cast<double>(rank + 1));
        rates[order[rank]] = least;
    }
    return rates;
}

double drawsPerPermutation(BandSums const& sums, std::span<double const> values)
{
    double draws = 0;
    for (auto const& group : groupsOf(sums, values)) {
        double const count = group.count - 1.0;
        draws += std::min(count, static_cast<double>(values.size()) - 1 - count);
    }
    return draws;
}

Result<std::vector<double>> conditionalChances(BandSums const& sums, std::span<double const> values, PermutationOptions const& options, Progress const& progress)
{
    if (options.permutations == 0) { return fail(ErrorCode::Usage, "permutations must be one or more"); }
    if (sums.sum.size() != values.size() || sums.count.size() != values.size()) { return fail(ErrorCode::Usage, "as many sums as values are needed"); }
    std::vector<double> sorted{values.begin(), values.end()};
    std::ranges::sort(sorted);
    auto const groups = groupsOf(sums, values);
    double largest = 0;
    for (double const value : sorted) { largest = std::max(largest, std::abs(value)); }
    std::vector<double> chances(values.size(), 1.0);
    auto const work = [&](std::size_t number) {
        auto const& group = groups[number];
        auto const reference = Urn{sorted}.draw(group.value, group.count - 1, options);
        for (auto const place : group.places) {
            double const others = sums.sum[place] - group.value;
            double const tie = 1e-9 * (largest + std::abs(others)); // sums of the same values in another order
            auto const atLeast = reference.end() - std::ranges::lower_bound(reference, others - tie);
            auto const atMost = std::ranges::upper_bound(reference, others + tie) - reference.begin();
            chances[place] = (static_cast<double>(std::min(atLeast, atMost)) + 1) / (static_cast<double>(options.permutations) + 1);
        }
    };
    if (!forEach(groups.size(), options.threads, progress, work, 1)) { return fail(ErrorCode::Cancelled, "the permutations were stopped"); }
    return chances;
}

} // namespace zhengtu::analysis
