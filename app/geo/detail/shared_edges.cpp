#include "geo/detail/shared_edges.hpp"

#include "geo/detail/authalic.hpp"
#include "geo/detail/exact_turn.hpp"
#include "geo/detail/sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace zhengtu::geo::detail {

namespace {

/// What is shared along a border and is narrower than this on the mean is what rounding made of a border in common.
constexpr double narrowM = 1e-7;
constexpr double metresPerDegree = 111'320;

/// Where an edge enters or leaves a polygon.
struct Crossing {
    double along; ///< the edge, 0 to 1
    LonLat at;
    std::size_t region;
};

/// Twice the area of a triangle, exactly where it matters.
double twiceOf(Turn const& turn, LonLat a, LonLat b, LonLat c) noexcept
{
    return turn.sure() != 0 || turn.error == 0 ? turn.twice : exactTurn(a, b, c); // of no error: a difference of zeros
}

/// Walks along the boundaries of all, knowing in which of the others it is. Number 0 is the one that is shared with the others' union; each is moved against those of lower number.
class Walk {
public:
    Walk(ChainTree const& of, std::span<ChainTree const* const> others) : m_extent{of.extent()}
    {
        m_regions.push_back(&of);
        m_regions.insert(m_regions.end(), others.begin(), others.end());
        m_isIn.resize(m_regions.size());
    }

    SharedByEdges result()
    {
        Extent others;
        for (auto const* const region : std::span{m_regions}.subspan(1)) { others.include(region->extent()); }
        for (m_own = 0; m_own < m_regions.size(); ++m_own) {
            for (auto const& stretch : m_regions[m_own]->stretches(m_own == 0 ? others : m_regions[0]->extent())) { follow(stretch); }
        }
        double const areaM2 = std::max(0.0, -m_sumM2); // below an edge that has the area on its left
        bool const isRounding = m_touch && 2 * areaM2 <= narrowM * metresPerDegree * m_lengthDegrees;
        return {isRounding ? 0 : areaM2, m_touch};
    }

private:
    static constexpr std::size_t edgesAtOnce = 12;

    /// Whether the boundary that is walked along bounds what is shared, too: one of its sides is, the other not.
    [[nodiscard]] bool bounds() const noexcept { return m_own == 0 ? m_others > 0 : m_isIn[0] != 0 && m_others == 0; }

    void toggle(std::size_t region) noexcept
    {
        m_isIn[region] ^= 1;
        if (region == 0) { return; }
        if (m_isIn[region] != 0) { ++m_others; }
        else { --m_others; }
    }
    [[nodiscard]] int movedAgainst(std::size_t region, std::size_t other) const noexcept { return region > other ? 1 : -1; }

    void follow(ChainTree::Stretch const& stretch)
    {
        auto const path = m_regions[m_own]->vertices().subspan(stretch.first, stretch.last - stretch.first + 1);
        std::ranges::fill(m_isIn, std::uint8_t{0});
        m_others = 0;
        for (std::size_t i = 0; i < m_regions.size(); ++i) {
            if (i != m_own && m_regions[i]->holds(path.front(), static_cast<ChainTree::Moved>(movedAgainst(m_own, i)))) { toggle(i); }
        }
        double sumM2 = 0;
        for (std::size_t first = 0; first + 1 < path.size(); first += edgesAtOnce) {
            auto const some = path.subspan(first, std::min(edgesAtOnce + 1, path.size() - first));
            bool const plain = !findCrossings(some);
            if (plain && !bounds()) { continue; }
            for (std::size_t i = 0; i + 1 < some.size(); ++i) { sumM2 += plain ? under(some[i], some[i + 1]) : alongEdge(some[i], some[i + 1], m_crossings[i]); }
        }
        m_sumM2 += stretch.chain->interiorLeft ? sumM2 : -sumM2;
    }

    [[nodiscard]] double alongEdge(LonLat from, LonLat to, std::vector<Crossing>& crossings)
    {
        double sumM2 = 0;
        if (crossings.size() > 1) { std::ranges::sort(crossings, {}, &Crossing::along); }
        for (auto const& crossing : crossings) {
            if (bounds()) { sumM2 += under(from, crossing.at); }
            toggle(crossing.region);
            from = crossing.at;
        }
        return bounds() ? sumM2 + under(from, to) : sumM2;
    }
    [[nodiscard]] double under(LonLat from, LonLat to)
    {
        m_lengthDegrees += std::abs(to.lon - from.lon) + std::abs(to.lat - from.lat);
        if (!m_band) { m_band.emplace(m_extent); } // costs more than two small polygons that do not meet
        return m_band->underM2(from, to);
    }

    /// Of each edge of a path with all the others; whether there are any.
    bool findCrossings(std::span<LonLat const> path)
    {
        Extent box{path[0].lon, path[0].lat, path[0].lon, path[0].lat};
        for (auto const at : path) {
            box = {std::min(box.minLon, at.lon), std::min(box.minLat, at.lat), std::max(box.maxLon, at.lon), std::max(box.maxLat, at.lat)};
        }
        if (m_crossed) {
            for (auto& crossings : m_crossings) { crossings.clear(); }
        }
        m_crossed = false;
        for (std::size_t other = 0; other < m_regions.size(); ++other) {
            if (other == m_own) { continue; }
            m_regions[other]->eachEdgeNear(box, [&](LonLat c, LonLat d) {
                if (extentsApart({box.minLon, box.minLat}, {box.maxLon, box.maxLat}, c, d)) { return; }
                for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                    if (!extentsApart(path[i], path[i + 1], c, d)) { cross(path[i], path[i + 1], c, d, other, m_crossings[i]); }
                }
            });
        }
        return m_crossed;
    }

    void cross(LonLat a, LonLat b, LonLat c, LonLat d, std::size_t other, std::vector<Crossing>& found)
    {
        auto const ca = turn(c, d, a), cb = turn(c, d, b);
        if (ca.sure() != 0 && ca.sure() == cb.sure()) { return; }
        auto const ac = turn(a, b, c), ad = turn(a, b, d);
        if (ac.sure() != 0 && ac.sure() == ad.sure()) { return; }
        if (ca.sure() != 0 && cb.sure() != 0 && ac.sure() != 0 && ad.sure() != 0) {
            add(a, b, c, d, ca.twice, cb.twice, ac.twice, ad.twice, other, found);
            return;
        }
        m_touch = true;
        if (a == b || c == d) { return; }
        double const exactCa = twiceOf(ca, c, d, a), exactCb = twiceOf(cb, c, d, b);
        int const moved = movedAgainst(m_own, other);
        if (sideOfMoved(exactCa, c, d, moved) == sideOfMoved(exactCb, c, d, moved)) { return; }
        double const exactAc = twiceOf(ac, a, b, c), exactAd = twiceOf(ad, a, b, d);
        if (sideOfMoved(exactAc, a, b, -moved) == sideOfMoved(exactAd, a, b, -moved)) { return; }
        add(a, b, c, d, exactCa, exactCb, exactAc, exactAd, other, found);
    }

    void add(LonLat a, LonLat b, LonLat c, LonLat d, double ca, double cb, double ac, double ad, std::size_t other, std::vector<Crossing>& found)
    {
        m_crossed = true;
        auto const on = [](LonLat from, LonLat to, double t) { return LonLat{from.lon + t * (to.lon - from.lon), from.lat + t * (to.lat - from.lat)}; };
        double const along = ca / (ca - cb);
        // the very same position from both, so that the pieces close
        found.push_back({along, m_own < other ? on(a, b, along) : on(c, d, ac / (ac - ad)), other});
    }

    std::vector<ChainTree const*> m_regions;
    std::size_t m_own = 0;
    std::vector<std::uint8_t> m_isIn; ///< in which regions it is that is walked along
    std::size_t m_others = 0;         ///< how many of these are no number 0
    Extent m_extent;
    std::optional<AuthalicBand> m_band; ///< of the extent
    std::array<std::vector<Crossing>, edgesAtOnce> m_crossings;
    double m_sumM2 = 0, m_lengthDegrees = 0;
    bool m_touch = false, m_crossed = false; ///< m_crossed: of the edges that are looked at
};

} // namespace

SharedByEdges sharedByEdges(ChainTree const& of, std::span<ChainTree const* const> others)
{
    return Walk{of, others}.result();
}

} // namespace zhengtu::geo::detail
