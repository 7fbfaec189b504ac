#include "analysis/gi_star.hpp"

#include <cmath>
#include <format>

namespace zhengtu::analysis {

GiStar giStarOf(BandSums const& sums, std::span<double const> values)
{
    GiStar result{std::vector<double>(values.size(), 0.0), sums.count};
    if (values.size() < 2) { return result; }
    auto const n = static_cast<double>(values.size());
    for (double const value : values) { result.mean += value / n; }
    double squares = 0; // of differences from the mean, which keeps the digits
    for (double const value : values) { squares += (value - result.mean) * (value - result.mean); }
    result.deviation = std::sqrt(squares / n);
    if (!(result.deviation > 1e-12 * std::abs(result.mean))) { return result; } // all equal but for rounding
    for (std::size_t i = 0; i < values.size(); ++i) {
        double const count = result.count[i];
        double const spread = (n * count - count * count) / (n - 1);
        if (spread > 0) { result.z[i] = (sums.sum[i] - result.mean * count) / (result.deviation * std::sqrt(spread)); }
    }
    return result;
}

Result<GiStar> giStar(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM,
                      Progress const& progress, unsigned threads)
{
    if (values.size() != positions.size()) {
        return fail(ErrorCode::Usage, std::format("{} values for {} positions", values.size(), positions.size()));
    }
    auto sums = bandSums(positions, values, bandM, progress, threads);
    if (!sums) { return std::unexpected{std::move(sums.error())}; }
    return giStarOf(*sums, values);
}

} // namespace zhengtu::analysis
