#include "geo/index.hpp"

#include "geo/detail/ellipsoid.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <span>
#include <vector>

namespace zhengtu::geo {

SpatialIndex::SpatialIndex(std::span<Extent const> extents) : m_count{extents.size()}
{
    struct Entry {
        LonLat centre;
        std::uint32_t item;
    };
    std::vector<Entry> entries;
    entries.reserve(extents.size());
    for (std::size_t i = 0; i < extents.size(); ++i) {
        if (!extents[i].empty()) { entries.push_back({extents[i].centre(), static_cast<std::uint32_t>(i)}); }
    }
    if (entries.empty()) { return; }
    auto const byCentre = [](auto axis) {
        return [axis](Entry const& l, Entry const& r) { return l.centre.*axis != r.centre.*axis ? l.centre.*axis < r.centre.*axis : l.item < r.item; };
    };
    std::ranges::sort(entries, byCentre(&LonLat::lon));
    auto const leaves = (entries.size() + fanOut - 1) / fanOut;
    auto const slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(leaves))));
    auto const perSlice = (leaves + slices - 1) / slices * fanOut;
    m_nodes.reserve(entries.size() * fanOut / (fanOut - 1) + 8);
    for (std::size_t begin = 0; begin < entries.size(); begin += perSlice) {
        auto const slice = std::span{entries}.subspan(begin, std::min(perSlice, entries.size() - begin));
        std::ranges::sort(slice, byCentre(&LonLat::lat));
        for (auto const& entry : slice) { m_nodes.push_back({extents[entry.item], entry.item}); }
    }
    m_levels.push_back({0, m_nodes.size()});
    while (m_levels.back().size > 1) {
        auto const below = m_levels.back();
        Level const level{m_nodes.size(), (below.size + fanOut - 1) / fanOut};
        for (std::size_t i = 0; i < below.size; i += fanOut) {
            Node node{{}, 0};
            for (std::size_t j = i; j < std::min(i + fanOut, below.size); ++j) {
                node.extent.include(m_nodes[below.begin + j].extent);
            }
            m_nodes.push_back(node);
        }
        m_levels.push_back(level);
    }
}

std::vector<std::size_t> SpatialIndex::query(Extent const& wanted) const
{
    std::vector<std::size_t> items;
    visit(wanted, [&](std::size_t item) { items.push_back(item); });
    std::ranges::sort(items);
    return items;
}

std::vector<SpatialIndex::Neighbour> SpatialIndex::nearest(LonLat from, std::size_t count, DistanceM const& distanceM,
                                                           double limitM) const
{
    struct Waiting {
        double leastM;
        std::size_t rank; ///< items after nodes of the same distance, then by number
        Cursor at;
        bool operator<(Waiting const& other) const noexcept
        {
            return leastM != other.leastM ? leastM > other.leastM : rank > other.rank;
        }
    };
    constexpr auto item = static_cast<std::size_t>(-1);
    std::vector<Neighbour> found;
    if (m_levels.empty() || count == 0) { return found; }
    double const cosLat = std::max(0.0, std::cos(from.lat * detail::radiansPerDegree));
    std::priority_queue<Waiting> queue;
    auto const push = [&](Cursor at) {
        auto const& node = m_nodes[m_levels[at.level].begin + at.index];
        double const least = detail::atLeastM(from, cosLat, node.extent, detail::leastCosine(node.extent));
        if (least <= limitM) { queue.push({least, 0, at}); }
    };
    push({m_levels.size() - 1, 0});
    while (!queue.empty() && found.size() < count) {
        auto const next = queue.top();
        queue.pop();
        if (next.at.level == item) {
            found.push_back({next.at.index, next.leastM});
            continue;
        }
        if (next.at.level > 0) {
            auto const end = std::min((next.at.index + 1) * fanOut, m_levels[next.at.level - 1].size);
            for (auto i = next.at.index * fanOut; i < end; ++i) {
                push({next.at.level - 1, i});
            }
            continue;
        }
        auto const number = static_cast<std::size_t>(m_nodes[next.at.index].item);
        double const exact = distanceM(number);
        if (exact <= limitM) { queue.push({exact, number + 1, {item, number}}); }
    }
    return found;
}

Extent grown(Extent const& extent, double metres) noexcept
{
    if (extent.empty() || !(metres > 0)) { return extent; }
    // leastRadiusM is the least radius of curvature; a circle reaches asin(sin d / cos lat) of longitude on a sphere
    double const angle = metres / detail::leastRadiusM;
    double const lat = angle / detail::radiansPerDegree;
    Extent wide{extent.minLon - 360, std::max(-90.0, extent.minLat - lat), extent.maxLon + 360,
                std::min(90.0, extent.maxLat + lat)};
    double const cosine = std::cos(std::max(std::abs(extent.minLat), std::abs(extent.maxLat)) * detail::radiansPerDegree);
    if (angle < 1.5 && std::sin(angle) < cosine) {
        double const lon = std::asin(std::sin(angle) / cosine) / detail::radiansPerDegree * (1 + 1e-9) + 1e-12;
        wide.minLon = extent.minLon - lon;
        wide.maxLon = extent.maxLon + lon;
    }
    return wide;
}

} // namespace zhengtu::geo
