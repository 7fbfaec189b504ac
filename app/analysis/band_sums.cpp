#include "analysis/band_sums.hpp"

#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>
#include <vector>

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

/// Sums around the positions of one cell after the other; what is near a position is added in the order of the grid, cells that are near as wholes as
/// wholes, so that the last bit does not depend on who adds, and positions heaped in one place do not cost the square of their number.
class Summing {
public:
    Summing(PointGrid const& grid, std::span<double const> values, double bandM, BandSums& sums)
        : m_grid{grid}, m_bandM{bandM}, m_sums{sums}
    {
        m_values.resize(grid.size(), 1);
        for (std::size_t i = 0; i < values.size(); ++i) { m_values[i] = values[grid.original(i)]; }
    }

    void operator()(std::size_t cell) const
    {
        auto const run = m_grid.cell(cell);
        auto const extent = m_grid.extent(run);
        geo::PairsWithinM const within{(extent.minLat + extent.maxLat) / 2, m_bandM};
        std::uint32_t wholeCount = 0;
        double wholeSum = 0;
        thread_local std::vector<PointGrid::Run> near; // of each cell anew, without asking for memory
        near.clear();
        m_grid.visit(geo::grown(extent, m_bandM), [&](PointGrid::Run some, std::size_t first, std::size_t end) {
            if (std::uint64_t{some.end - some.begin} * (run.end - run.begin) < worthwhile) {
                near.push_back(some);
                return;
            }
            for (auto other = first; other < end; ++other) {
                auto const heap = m_grid.cell(other);
                auto const there = m_grid.extent(heap);
                if (within.surelyNone(extent, there)) { continue; }
                if (!within.surelyAll(extent, there)) {
                    near.push_back(heap);
                    continue;
                }
                wholeCount += heap.end - heap.begin;
                for (auto j = heap.begin; j < heap.end; ++j) { wholeSum += m_values[j]; }
            }
        });
        for (auto i = run.begin; i < run.end; ++i) {
            auto count = wholeCount;
            double sum = wholeSum;
            for (auto const some : near) {
                for (auto j = some.begin; j < some.end; ++j) {
                    if (!within(m_grid.at(i), m_grid.at(j))) { continue; }
                    ++count;
                    sum += m_values[j];
                }
            }
            m_sums.count[m_grid.original(i)] = count;
            m_sums.sum[m_grid.original(i)] = sum;
        }
    }

private:
    static constexpr std::uint64_t worthwhile = 512; ///< pairs, for which extents are looked at

    PointGrid const& m_grid;
    std::vector<double> m_values; ///< in the order of the grid
    double m_bandM;
    BandSums& m_sums;
};

/// Where so few are near, rows to look into cost more than pairs, and larger cells less.
constexpr std::size_t fewNear = 6;
double wideCellM(double bandM) { return bandM * std::numbers::sqrt2; }

/// How many positions are looked at for a cell: the median of some cells. Each position of the grid stands for `each`.
std::size_t medianNear(PointGrid const& grid, double bandM, std::size_t each)
{
    constexpr std::size_t sample = 500;
    std::vector<std::size_t> near;
    for (std::size_t cell = 0; cell < grid.cells(); cell += grid.cells() / sample + 1) { near.push_back(grid.count(geo::grown(grid.extent(grid.cell(cell)), bandM))); }
    if (near.empty()) { return 0; }
    auto const middle = near.begin() + static_cast<std::ptrdiff_t>(near.size() / 2);
    std::ranges::nth_element(near, middle);
    return (*middle - 1) * each + 1;
}

/// Of many positions some tell how dense they lie, so that all are sorted once.
PointGrid gridFor(std::span<geo::LonLat const> positions, double bandM)
{
    constexpr std::size_t enough = 100'000;
    auto const each = std::max<std::size_t>(1, positions.size() / enough);
    std::vector<geo::LonLat> some;
    for (std::size_t i = 0; each > 1 && i < positions.size(); i += each) { some.push_back(positions[i]); }
    PointGrid wide{each > 1 ? some : positions, wideCellM(bandM)};
    if (medianNear(wide, bandM, each) >= fewNear) { return PointGrid{positions, bandM / std::numbers::sqrt2}; }
    return each > 1 ? PointGrid{positions, wideCellM(bandM)} : std::move(wide);
}

} // namespace

Result<BandSums> bandSums(std::span<geo::LonLat const> positions, std::span<double const> values, double bandM,
                          Progress const& progress, unsigned threads)
{
    if (auto const fit = checkBand(positions, values, bandM); !fit) { return std::unexpected{fit.error()}; }
    BandSums sums{std::vector<std::uint32_t>(positions.size()), std::vector<double>(positions.size())};
    auto const grid = gridFor(positions, bandM);
    Summing const work{grid, values, bandM, sums};
    if (!forEach(grid.cells(), threads, progress, work)) { return fail(ErrorCode::Cancelled, "the sums were stopped"); }
    return sums;
}

} // namespace zhengtu::analysis
