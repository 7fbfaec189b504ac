#include "analysis/dbscan.hpp"

#include "analysis/parallel.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

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
        std::vector<geo::Extent> extents;
        for (auto const at : m_places) {
            extents.push_back({at.lon, at.lat, at.lon, at.lat});
        }
        m_index = geo::SpatialIndex{extents};
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
        m_links.resize(m_places.size());
        if (!forEach(m_places.size(), threads, part(0.5, 1), [&](std::size_t i) { link(i); })) { return false; }
        gather();
        return true;
    }
    [[nodiscard]] int clusterOf(std::size_t place) const noexcept { return m_cluster[place]; }

private:
    template <class Visit> void neighbours(std::size_t i, Visit const& visit) const
    {
        auto const at = m_places[i];
        geo::WithinM const within{at, m_epsM};
        m_index.visit(geo::grown({at.lon, at.lat, at.lon, at.lat}, m_epsM), [&](std::size_t j) {
            if (j == i || within(m_places[j])) { visit(j); }
        });
    }

    [[nodiscard]] char isCore(std::size_t i) const
    {
        std::size_t count = 0;
        neighbours(i, [&](std::size_t j) { count += m_weight[j]; });
        return count >= m_minCount;
    }

    /// A core place: the core places after it within reach. Another: the nearest core place, of equal ones the first.
    void link(std::size_t i)
    {
        auto& links = m_links[i];
        if (m_core[i] != 0) {
            neighbours(i, [&](std::size_t j) {
                if (j > i && m_core[j] != 0) { links.push_back(j); }
            });
            return;
        }
        double nearest = 0;
        neighbours(i, [&](std::size_t j) {
            if (m_core[j] == 0) { return; }
            double const d = geo::distanceM(m_places[i], m_places[j]);
            if (links.empty() || d < nearest || (d == nearest && j < links.front())) {
                links.assign(1, j);
                nearest = d;
            }
        });
    }

    void gather()
    {
        Forest forest{m_places.size()};
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_core[i] == 0) { continue; }
            for (auto const j : m_links[i]) {
                forest.unite(i, j);
            }
        }
        std::vector<std::size_t> root(m_places.size(), none), count(m_places.size(), 0);
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_core[i] != 0) {
                root[i] = forest.root(i);
            } else if (!m_links[i].empty()) {
                root[i] = forest.root(m_links[i].front());
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
    std::vector<char> m_core;
    std::vector<std::vector<std::size_t>> m_links;
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
