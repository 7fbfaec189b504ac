#include "analysis/dbscan.hpp"

#include "analysis/joined.hpp"
#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace zhengtu::analysis {

namespace {

bool westOf(geo::LonLat l, geo::LonLat r) noexcept
{
    return l.lon != r.lon ? l.lon < r.lon : l.lat < r.lat;
}

/// Works on cells of which any two positions lie within eps: a cell that holds enough makes all of it core without a search, and
/// cells are joined as wholes, so that positions heaped within eps do not cost the square of their number (A. Gunawan, 2013).
class Clustering {
public:
    Clustering(std::span<geo::LonLat const> positions, double epsM, std::size_t minCount)
        : m_grid{positions, epsM}, m_epsM{epsM}, m_minCount{minCount}, m_core(positions.size(), 0), m_cells{m_grid.cells()},
          m_cellOf(positions.size(), none)
    {
    }

    bool run(Progress const& progress, unsigned threads)
    {
        auto const cells = m_grid.cells();
        return forEach(cells, threads, part(progress, 0, 0.5), [&](std::size_t cell) { findCores(cell); }) &&
               forEach(cells, threads, part(progress, 0.5, 0.8), [&](std::size_t cell) { join(cell); }) &&
               forEach(cells, threads, part(progress, 0.8, 1), [&](std::size_t cell) { assign(cell); });
    }

    /// By number of the input: the cluster, or -1; numbered by falling count, then by their least position.
    [[nodiscard]] std::vector<int> clusters()
    {
        struct Cluster {
            std::size_t count = 0;
            geo::LonLat least{std::numeric_limits<double>::infinity(), 0};
            std::uint32_t root = 0;
        };
        std::vector<Cluster> found(m_grid.cells());
        for (std::uint32_t i = 0; i < m_grid.size(); ++i) {
            if (m_cellOf[i] == none) { continue; }
            auto const root = m_cells.root(m_cellOf[i]);
            auto& cluster = found[root];
            cluster.root = root;
            ++cluster.count;
            if (m_core[i] != 0 && westOf(m_grid.at(i), cluster.least)) { cluster.least = m_grid.at(i); }
        }
        std::erase_if(found, [](Cluster const& cluster) { return cluster.count == 0; });
        std::ranges::sort(found, [](Cluster const& l, Cluster const& r) {
            return l.count != r.count ? l.count > r.count : westOf(l.least, r.least);
        });
        std::vector<int> number(m_grid.cells(), -1);
        for (std::size_t i = 0; i < found.size(); ++i) { number[found[i].root] = static_cast<int>(i); }
        std::vector<int> clusters(m_grid.size(), -1);
        for (std::uint32_t i = 0; i < m_grid.size(); ++i) {
            if (m_cellOf[i] != none) { clusters[m_grid.original(i)] = number[m_cells.root(m_cellOf[i])]; }
        }
        return clusters;
    }

private:
    [[nodiscard]] geo::PairsWithinM within(geo::Extent const& extent) const
    {
        return {(extent.minLat + extent.maxLat) / 2, m_epsM};
    }

    void findCores(std::size_t cell)
    {
        auto const run = m_grid.cell(cell);
        if (run.end - run.begin >= m_minCount) {
            std::fill(m_core.begin() + run.begin, m_core.begin() + run.end, char{1});
            return;
        }
        auto const extent = m_grid.extent(run);
        auto const near = within(extent);
        std::vector<PointGrid::Run> others; // without the cell itself, all of which is near
        m_grid.visit(geo::grown(extent, m_epsM), [&](PointGrid::Run some, std::size_t, std::size_t) {
            if (some.begin <= run.begin && run.end <= some.end) {
                others.push_back({some.begin, run.begin});
                others.push_back({run.end, some.end});
            } else {
                others.push_back(some);
            }
        });
        for (auto i = run.begin; i < run.end; ++i) {
            std::size_t count = run.end - run.begin;
            for (auto const& other : others) {
                for (auto j = other.begin; j < other.end && count < m_minCount; ++j) { count += near(m_grid.at(i), m_grid.at(j)); }
            }
            m_core[i] = count >= m_minCount;
        }
    }

    /// With the cells after it that have a core position within reach of one of its own. Which threads come first decides which
    /// pairs need no look, but not what hangs together in the end.
    void join(std::size_t cell)
    {
        auto const run = m_grid.cell(cell);
        geo::Extent cores;
        for (auto i = run.begin; i < run.end; ++i) {
            if (m_core[i] == 0) { continue; }
            cores.include(m_grid.at(i));
            m_cellOf[i] = static_cast<std::uint32_t>(cell);
        }
        if (cores.empty()) { return; }
        auto const near = within(cores);
        auto const reach = geo::grown(cores, m_epsM);
        m_grid.visit(reach, [&](PointGrid::Run, std::size_t first, std::size_t end) {
            for (auto other = std::max(first, cell + 1); other < end; ++other) {
                auto const a = static_cast<std::uint32_t>(cell);
                auto const b = static_cast<std::uint32_t>(other);
                if (m_cells.root(a) != m_cells.root(b) && meet(run, cores, m_grid.cell(other), near, reach)) { m_cells.unite(a, b); }
            }
        });
    }

    /// `cores`: the extent of the core positions of `some`; `reach`: all within eps of it is in it.
    [[nodiscard]] bool meet(PointGrid::Run some, geo::Extent const& cores, PointGrid::Run others, geo::PairsWithinM const& near, geo::Extent const& reach) const
    {
        auto const mayMeet = [&](std::uint32_t j) {
            return m_core[j] != 0 && m_grid.lon(j) >= reach.minLon && m_grid.lon(j) <= reach.maxLon && m_grid.lat(j) >= reach.minLat && m_grid.lat(j) <= reach.maxLat;
        };
        geo::Extent extent; // of two heaps just beyond eps of each other every pair would be looked at
        for (auto j = others.begin; j < others.end; ++j) {
            if (mayMeet(j)) { extent.include(m_grid.at(j)); }
        }
        if (extent.empty() || near.surelyNone(cores, extent)) { return false; }
        for (auto j = others.begin; j < others.end; ++j) {
            if (!mayMeet(j)) { continue; }
            auto const at = m_grid.at(j);
            for (auto i = some.begin; i < some.end; ++i) {
                if (m_core[i] != 0 && near(m_grid.at(i), at)) { return true; }
            }
        }
        return false;
    }

    /// Gives the positions that are no core to the nearest core position within eps, of equally near ones to the most western.
    void assign(std::size_t cell)
    {
        auto const run = m_grid.cell(cell);
        if (std::all_of(m_core.begin() + run.begin, m_core.begin() + run.end, [](char core) { return core != 0; })) { return; }
        auto const extent = m_grid.extent(run);
        auto const near = within(extent);
        std::vector<PointGrid::Run> others;
        m_grid.visit(geo::grown(extent, m_epsM), [&](PointGrid::Run some, std::size_t, std::size_t) { others.push_back(some); });
        for (auto i = run.begin; i < run.end; ++i) {
            if (m_core[i] != 0) { continue; }
            if (auto const core = nearestCore(m_grid.at(i), others, near); core != none) {
                m_cellOf[i] = m_cellOf[core];
            }
        }
    }

    [[nodiscard]] std::uint32_t nearestCore(geo::LonLat at, std::vector<PointGrid::Run> const& others,
                                            geo::PairsWithinM const& near) const
    {
        struct Candidate {
            double metres2;
            std::uint32_t number;
        };
        std::vector<Candidate> candidates;
        double least = std::numeric_limits<double>::infinity();
        for (auto const other : others) {
            for (auto j = other.begin; j < other.end; ++j) {
                if (m_core[j] == 0) { continue; }
                double const metres2 = near.squared(at, m_grid.at(j));
                if (metres2 > least * near.surelyMore() || !near.decide(at, m_grid.at(j), metres2)) { continue; }
                least = std::min(least, metres2);
                candidates.push_back({metres2, j});
            }
        }
        std::erase_if(candidates, [&](Candidate const& some) { return some.metres2 > least * near.surelyMore(); });
        if (candidates.empty()) { return none; }
        if (candidates.size() == 1) { return candidates.front().number; }
        std::uint32_t best = none;
        double bestM = 0;
        for (auto const& some : candidates) {
            double const metres = geo::distanceM(at, m_grid.at(some.number));
            if (best == none || metres < bestM || (metres == bestM && westOf(m_grid.at(some.number), m_grid.at(best)))) {
                best = some.number;
                bestM = metres;
            }
        }
        return best;
    }

    static constexpr auto none = static_cast<std::uint32_t>(-1);
    PointGrid m_grid;
    double m_epsM;
    std::size_t m_minCount;
    std::vector<char> m_core;            ///< by position, in the order of the grid, as below
    Joined m_cells;
    std::vector<std::uint32_t> m_cellOf; ///< the cell with whose cores it belongs together, or none
};

} // namespace

Result<std::vector<int>> dbscan(std::vector<geo::LonLat> const& positions, double epsM, std::size_t minCount,
                                Progress const& progress, unsigned threads)
{
    if (!(epsM > 0) || !std::isfinite(epsM) || minCount == 0) {
        return fail(ErrorCode::Usage, "clusters need a distance above zero and a count of one or more");
    }
    if (auto const fit = checkPositions(positions); !fit) { return std::unexpected{fit.error()}; }
    Clustering clustering{positions, epsM, minCount};
    if (!clustering.run(progress, threads)) { return fail(ErrorCode::Cancelled, "the clustering was stopped"); }
    return clustering.clusters();
}

} // namespace zhengtu::analysis
