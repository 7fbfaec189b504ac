#include "analysis/band_sums.hpp"

#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <cmath>
#include <format>

namespace zhengtu::analysis {

namespace {

constexpr double widestBandM = 100'000;

Result<void> checkBand(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM)
{
    if (!(bandM > 0) || bandM > widestBandM) {
        return fail(ErrorCode::Usage, std::format("a band of {} m", bandM), "Choose metres above 0, at most 100000.");
    }
    if (!values.empty() && values.size() != positions.size()) {
        return fail(ErrorCode::Usage, std::format("{} values for {} positions", values.size(), positions.size()));
    }
    for (auto const& value : values) {
        if (!std::isfinite(value)) {
            return fail(ErrorCode::Usage, std::format("value {} of {} is no number", &value - values.data() + 1, values.size()));
        }
    }
    return checkPositions(positions);
}

/// Sums around the positions of one cell after the other; a position's neighbours are added in the order of the grid, so that
/// the last bit does not depend on who adds.
class Summing {
public:
    Summing(PointGrid const& grid, std::span<double const> values, double bandM, BandSums& sums)
        : m_grid{grid}, m_bandM{bandM}, m_sums{sums}
    {
        if (values.empty()) { return; }
        m_values.resize(grid.size());
        for (std::size_t i = 0; i < grid.size(); ++i) { m_values[i] = values[grid.original(i)]; }
    }

    void operator()(std::size_t cell) const
    {
        auto const run = m_grid.cell(cell);
        auto const extent = m_grid.extent(run);
        geo::PairsWithinM const within{(extent.minLat + extent.maxLat) / 2, m_bandM};
        std::vector<PointGrid::Run> near;
        m_grid.visit(geo::grown(extent, m_bandM), [&](PointGrid::Run some, std::size_t, std::size_t) { near.push_back(some); });
        for (auto i = run.begin; i < run.end; ++i) {
            std::uint32_t count = 0;
            double sum = 0;
            for (auto const some : near) {
                for (auto j = some.begin; j < some.end; ++j) {
                    if (!within(m_grid.at(i), m_grid.at(j))) { continue; }
                    ++count;
                    if (!m_values.empty()) { sum += m_values[j]; }
                }
            }
            m_sums.count[m_grid.original(i)] = count;
            m_sums.sum[m_grid.original(i)] = m_values.empty() ? count : sum;
        }
    }

private:
    PointGrid const& m_grid;
    std::vector<double> m_values; ///< in the order of the grid
    double m_bandM;
    BandSums& m_sums;
};

} // namespace

Result<BandSums> bandSums(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM,
                          Progress const& progress, unsigned threads)
{
    if (auto const fit = checkBand(positions, values, bandM); !fit) { return std::unexpected{fit.error()}; }
    BandSums sums{std::vector<std::uint32_t>(positions.size()), std::vector<double>(positions.size())};
    PointGrid const grid{positions, bandM / std::sqrt(2.0)};
    Summing const work{grid, values, bandM, sums};
    if (!forEach(grid.cells(), threads, progress, work)) { return fail(ErrorCode::Cancelled, "the sums were stopped"); }
    return sums;
}

} // namespace zhengtu::analysis
