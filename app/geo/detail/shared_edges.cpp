#include "geo/detail/shared_edges.hpp"

#include "geo/detail/authalic.hpp"
#include "geo/detail/sides.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace zhengtu::geo::detail {

namespace {

constexpr std::size_t mostOthers = 63;

/// Where an edge enters or leaves a polygon.
struct Crossing {
    double along; ///< the edge, 0 to 1
    LonLat at;
    std::size_t region;
};

/// Walks along the boundaries of all, knowing in which of the others it is. Number 0 is the one that is shared with the others' union.
class Walk {
public:
    Walk(ChainTree const& of, std::span<ChainTree const* const> others) : m_band{of.extent()}
    {
        m_regions.push_back(&of);
        m_regions.insert(m_regions.end(), others.begin(), others.end());
    }

    std::optional<double> areaM2()
    {
        Extent others;
        for (auto const* const region : std::span{m_regions}.subspan(1)) { others.include(region->extent()); }
        for (m_own = 0; m_own < m_regions.size(); ++m_own) {
            for (auto const& stretch : m_regions[m_own]->stretches(m_own == 0 ? others : m_regions[0]->extent())) {
                if (!follow(stretch)) { return std::nullopt; }
            }
        }
        return std::max(0.0, -m_sum); // below an edge that has the area on its left
    }

private:
    static constexpr std::size_t edgesAtOnce = 12;
    using Mask = std::uint64_t;

    [[nodiscard]] static bool counts(Mask in) noexcept { return (in & 1) != 0 && (in >> 1) != 0; }
    /// Whether the boundary that is walked along bounds what is shared, too: one of its sides is, the other not.
    [[nodiscard]] bool bounds(Mask in) const noexcept
    {
        auto const own = Mask{1} << m_own;
        return counts(in | own) && !counts(in & ~own);
    }

    bool follow(ChainTree::Stretch const& stretch)
    {
        auto const path = m_regions[m_own]->vertices().subspan(stretch.first, stretch.last - stretch.first + 1);
        Mask in = 0;
        for (std::size_t i = 0; i < m_regions.size(); ++i) {
            if (i == m_own) { continue; }
            auto const where = m_regions[i]->locate(path.front());
            if (where == ChainTree::Where::Boundary) { return false; }
            if (where == ChainTree::Where::Inside) { in |= Mask{1} << i; }
        }
        double sum = 0;
        for (std::size_t first = 0; first + 1 < path.size(); first += edgesAtOnce) {
            auto const some = path.subspan(first, std::min(edgesAtOnce + 1, path.size() - first));
            if (!findCrossings(some)) { return false; }
            for (std::size_t i = 0; i + 1 < some.size(); ++i) { sum += alongEdge(some[i], some[i + 1], m_crossings[i], in); }
        }
        m_sum += stretch.chain->interiorLeft ? sum : -sum;
        return true;
    }

    [[nodiscard]] double alongEdge(LonLat from, LonLat to, std::vector<Crossing>& crossings, Mask& in) const
    {
        double sum = 0;
        if (crossings.size() > 1) { std::ranges::sort(crossings, {}, &Crossing::along); }
        for (auto const& crossing : crossings) {
            if (bounds(in)) { sum += m_band.underM2(from, crossing.at); }
            in ^= Mask{1} << crossing.region;
            from = crossing.at;
        }
        return bounds(in) ? sum + m_band.underM2(from, to) : sum;
    }

    /// Of each edge of a path with all the others.
    bool findCrossings(std::span<LonLat const> path)
    {
        Extent box{path[0].lon, path[0].lat, path[0].lon, path[0].lat};
        for (auto const at : path) {
            box = {std::min(box.minLon, at.lon), std::min(box.minLat, at.lat), std::max(box.maxLon, at.lon), std::max(box.maxLat, at.lat)};
        }
        for (auto& crossings : m_crossings) { crossings.clear(); }
        bool clear = true;
        for (std::size_t other = 0; other < m_regions.size(); ++other) {
            if (other == m_own) { continue; }
            m_regions[other]->eachEdgeNear(box, [&](LonLat c, LonLat d) {
                if (extentsApart({box.minLon, box.minLat}, {box.maxLon, box.maxLat}, c, d)) { return; }
                for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                    if (!extentsApart(path[i], path[i + 1], c, d)) { clear = cross(path[i], path[i + 1], c, d, other, m_crossings[i]) && clear; }
                }
            });
        }
        return clear;
    }

    /// False where it is not clear whether they cross.
    bool cross(LonLat a, LonLat b, LonLat c, LonLat d, std::size_t other, std::vector<Crossing>& found) const
    {
        auto const ca = turn(c, d, a), cb = turn(c, d, b);
        if (ca.sure() != 0 && ca.sure() == cb.sure()) { return true; }
        auto const ac = turn(a, b, c), ad = turn(a, b, d);
        if (ac.sure() != 0 && ac.sure() == ad.sure()) { return true; }
        if (ca.sure() == 0 || cb.sure() == 0 || ac.sure() == 0 || ad.sure() == 0) { return false; }
        auto const on = [](LonLat from, LonLat to, double t) { return LonLat{from.lon + t * (to.lon - from.lon), from.lat + t * (to.lat - from.lat)}; };
        double const along = ca.twice / (ca.twice - cb.twice);
        // the very same position from both, so that the pieces close
        auto const at = m_own < other ? on(a, b, along) : on(c, d, ac.twice / (ac.twice - ad.twice));
        found.push_back({along, at, other});
        return true;
    }

    std::vector<ChainTree const*> m_regions;
    std::size_t m_own = 0;
    AuthalicBand m_band;
    std::array<std::vector<Crossing>, edgesAtOnce> m_crossings;
    double m_sum = 0;
};

} // namespace

std::optional<double> sharedByEdgesM2(ChainTree const& of, std::span<ChainTree const* const> others)
{
    if (others.size() > mostOthers) { return std::nullopt; }
    return Walk{of, others}.areaM2();
}

} // namespace zhengtu::geo::detail
