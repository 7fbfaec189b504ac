#include "analysis/dbscan.hpp"

#include "analysis/parallel.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <utility>

namespace zhengtu::analysis {

namespace {

bool less(geo::LonLat l, geo::LonLat r) noexcept
{
    return l.lon != r.lon ? l.lon < r.lon : l.lat < r.lat;
}

class Forest {
public:
    explicit Forest(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) noexcept
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }
    void unite(std::size_t a, std::size_t b) noexcept
    {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

/// Sorts places into cells of which any two places lie within eps: a cell that holds enough makes all of it core without a
/// search, and cells are joined as wholes, so that places heaped within eps do not cost the square of their number (A. Gunawan,
/// 2013). Metres per degree are those of the ellipsoid at most, so a cell is never too large.
class Cells {
public:
    explicit Cells(double epsM) : m_epsM{epsM} {}

    std::size_t cellOf(geo::LonLat at)
    {
        return m_numbers.try_emplace(keyOf(at), m_numbers.size()).first->second;
    }

private:
    [[nodiscard]] std::pair<double, double> keyOf(geo::LonLat at) const
    {
        if (m_epsM < 0.01) { return {at.lat, at.lon}; } // cells that degrees cannot tell apart: each place is one
        constexpr double mostMetresPerDegree = 111'800;
        double const height = m_epsM / (std::numbers::sqrt2 * mostMetresPerDegree);
        double const row = std::floor(at.lat / height);
        double const nearest = row >= 0 ? row * height : std::min(0.0, (row + 1) * height); // to the equator, where it is widest
        double const cosine = std::cos(nearest * std::numbers::pi / 180);
        return {row, std::floor(at.lon / (height / std::max(cosine, 1e-6)))};
    }

    double m_epsM;
    std::map<std::pair<double, double>, std::size_t> m_numbers;
};

/// The core places of one cell.
struct CellCores {
    std::vector<std::size_t> places; ///< ascending
    geo::Extent extent;
    geo::SpatialIndex index; ///< by number in `places`
};

geo::Extent extentAt(geo::LonLat at) noexcept { return {at.lon, at.lat, at.lon, at.lat}; }

/// Works on the different positions in their own order, so that the order of the input cannot matter.
class Clustering {
public:
    Clustering(std::vector<geo::LonLat> const& positions, double epsM, std::size_t minCount)
        : m_epsM{epsM}, m_minCount{minCount}
    {
        m_places = positions;
        std::ranges::sort(m_places, less);
        m_places.erase(std::ranges::unique(m_places).begin(), m_places.end());
        m_weight.resize(m_places.size());
        for (auto const at : positions) {
            ++m_weight[placeOf(at)];
        }
        std::vector<std::size_t> all(m_places.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        m_index = indexOf(all);
        Cells cells{epsM};
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            auto const cell = cells.cellOf(m_places[i]);
            m_cellOf.push_back(cell);
            if (cell == m_cellWeight.size()) { m_cellWeight.push_back(0); }
            m_cellWeight[cell] += m_weight[i];
        }
    }

    [[nodiscard]] std::size_t placeOf(geo::LonLat at) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_places, at, less) - m_places.begin());
    }

    bool run(Progress const& progress, unsigned threads)
    {
        auto const part = [&](double from, double to) {
            return progress ? Progress{[=, &progress](double done) { return progress(from + (to - from) * done); }}
                            : Progress{};
        };
        m_core.resize(m_places.size());
        if (!forEach(m_places.size(), threads, part(0, 0.5), [&](std::size_t i) { m_core[i] = isCore(i); })) { return false; }
        gatherCores();
        m_joined.resize(m_cores.size());
        if (!forEach(m_cores.size(), threads, part(0.5, 0.8), [&](std::size_t cell) { join(cell); })) { return false; }
        m_nearest.assign(m_places.size(), none);
        if (!forEach(m_places.size(), threads, part(0.8, 1), [&](std::size_t i) { m_nearest[i] = nearestCore(i); })) {
            return false;
        }
        gather();
        return true;
    }
    [[nodiscard]] int clusterOf(std::size_t place) const noexcept { return m_cluster[place]; }

private:
    [[nodiscard]] geo::SpatialIndex indexOf(std::vector<std::size_t> const& places) const
    {
        std::vector<geo::Extent> extents;
        extents.reserve(places.size());
        for (auto const place : places) { extents.push_back(extentAt(m_places[place])); }
        return geo::SpatialIndex{extents};
    }

    [[nodiscard]] char isCore(std::size_t i) const
    {
        if (m_cellWeight[m_cellOf[i]] >= m_minCount) { return 1; }
        auto const at = m_places[i];
        geo::WithinM const within{at, m_epsM};
        std::size_t count = 0;
        m_index.visit(geo::grown(extentAt(at), m_epsM), [&](std::size_t j) {
            if (count < m_minCount && (j == i || within(m_places[j]))) { count += m_weight[j]; }
        });
        return count >= m_minCount;
    }

    void gatherCores()
    {
        m_cores.resize(m_cellWeight.size());
        std::vector<geo::Extent> extents;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_core[i] == 0) { continue; }
            auto& cell = m_cores[m_cellOf[i]];
            cell.places.push_back(i);
            cell.extent.include(m_places[i]);
            m_allCores.push_back(i);
        }
        for (auto& cell : m_cores) {
            cell.index = indexOf(cell.places);
            extents.push_back(cell.extent);
        }
        m_cellIndex = geo::SpatialIndex{extents};
        m_coreIndex = indexOf(m_allCores);
    }

    /// The nearest of some core places within eps, of equal ones the first.
    [[nodiscard]] std::size_t nearestOf(geo::LonLat from, std::vector<std::size_t> const& places,
                                        geo::SpatialIndex const& index) const
    {
        auto const found =
            index.nearest(from, 1, [&](std::size_t j) { return geo::distanceM(from, m_places[places[j]]); }, m_epsM);
        return found.empty() ? none : places[found.front().item];
    }

    /// The cells after it that have a core place within reach of one of its own.
    void join(std::size_t cell)
    {
        auto const& cores = m_cores[cell];
        if (cores.places.empty()) { return; }
        m_cellIndex.visit(geo::grown(cores.extent, m_epsM), [&](std::size_t other) {
            if (other <= cell) { return; }
            bool const fewer = cores.places.size() <= m_cores[other].places.size();
            auto const& few = fewer ? cores : m_cores[other];
            auto const& many = fewer ? m_cores[other] : cores;
            if (std::ranges::any_of(few.places, [&](std::size_t i) { return nearestOf(m_places[i], many.places, many.index) != none; })) {
                m_joined[cell].push_back(other);
            }
        });
    }

    [[nodiscard]] std::size_t nearestCore(std::size_t i) const
    {
        return m_core[i] != 0 ? none : nearestOf(m_places[i], m_allCores, m_coreIndex);
    }

    void gather()
    {
        Forest forest{m_places.size()};
        for (std::size_t cell = 0; cell < m_cores.size(); ++cell) {
            for (auto const place : m_cores[cell].places) { forest.unite(m_cores[cell].places.front(), place); }
            for (auto const other : m_joined[cell]) { forest.unite(m_cores[cell].places.front(), m_cores[other].places.front()); }
        }
        std::vector<std::size_t> root(m_places.size(), none), count(m_places.size(), 0);
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_core[i] != 0) {
                root[i] = forest.root(i);
            } else if (m_nearest[i] != none) {
                root[i] = forest.root(m_nearest[i]);
            }
            if (root[i] != none) { count[root[i]] += m_weight[i]; }
        }
        std::vector<std::size_t> order; // a root is the least place of its core
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (count[i] > 0) { order.push_back(i); }
        }
        std::ranges::stable_sort(order, [&](std::size_t l, std::size_t r) { return count[l] > count[r]; });
        std::vector<int> number(m_places.size(), -1);
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            number[order[rank]] = static_cast<int>(rank);
        }
        for (auto const r : root) {
            m_cluster.push_back(r == none ? -1 : number[r]);
        }
    }

    static constexpr auto none = static_cast<std::size_t>(-1);
    double m_epsM;
    std::size_t m_minCount;
    std::vector<geo::LonLat> m_places;
    std::vector<std::size_t> m_weight;
    geo::SpatialIndex m_index;
    std::vector<std::size_t> m_cellOf, m_cellWeight; ///< by place; by cell
    std::vector<char> m_core;
    std::vector<CellCores> m_cores; ///< by cell
    std::vector<std::size_t> m_allCores;
    geo::SpatialIndex m_cellIndex, m_coreIndex; ///< by cell; by number in m_allCores
    std::vector<std::vector<std::size_t>> m_joined;
    std::vector<std::size_t> m_nearest; ///< by place: the core place that it belongs to
    std::vector<int> m_cluster;
};

} // namespace

Result<std::vector<int>> dbscan(std::vector<geo::LonLat> const& positions, double epsM, std::size_t minCount,
                                Progress const& progress, unsigned threads)
{
    if (!(epsM > 0) || !std::isfinite(epsM) || minCount == 0) {
        return fail(ErrorCode::Usage, "clusters need a distance above zero and a count of one or more");
    }
    Clustering clustering{positions, epsM, minCount};
    if (!clustering.run(progress, threads)) { return fail(ErrorCode::Cancelled, "the clustering was stopped"); }
    std::vector<int> clusters;
    clusters.reserve(positions.size());
    for (auto const at : positions) {
        clusters.push_back(clustering.clusterOf(clustering.placeOf(at)));
    }
    return clusters;
}

} // namespace zhengtu::analysis
