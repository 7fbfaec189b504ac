#include "cartography/clusters.hpp"

#include <bit>

namespace zhengtu::cartography {

namespace {

constexpr std::uint32_t nowhere = 0xffff'ffff;

/// Points by square cells of one radius, in a hash table of chains: the nine cells about a point hold all within the radius.
class Cells {
public:
    Cells(std::span<World const> points, std::span<std::uint32_t const> order, double size)
        : m_size{size}, m_heads(std::bit_ceil(order.size() * 2 + 1), nowhere), m_next(points.size(), nowhere)
    {
        for (auto i = order.size(); i-- > 0;) { // backwards, so that each chain is in the order given
            auto const slot = slotOf(cell(points[order[i]].x), cell(points[order[i]].y));
            m_next[order[i]] = m_heads[slot];
            m_heads[slot] = order[i];
        }
    }

    /// Calls `take` for every point left in the nine cells; those for which it says true leave the table.
    template <class Take> void sweep(World at, Take take)
    {
        for (std::int64_t y = cell(at.y) - 1; y <= cell(at.y) + 1; ++y) {
            for (std::int64_t x = cell(at.x) - 1; x <= cell(at.x) + 1; ++x) {
                auto* link = &m_heads[slotOf(x, y)];
                while (*link != nowhere) {
                    auto const point = *link;
                    if (take(point)) { *link = m_next[point]; } else { link = &m_next[point]; }
                }
            }
        }
    }

private:
    [[nodiscard]] std::int64_t cell(double v) const { return static_cast<std::int64_t>(std::floor(v / m_size)); }
    [[nodiscard]] std::size_t slotOf(std::int64_t x, std::int64_t y) const
    {
        auto hash = static_cast<std::uint64_t>(x) * 0x9e37'79b9'7f4a'7c15U ^ static_cast<std::uint64_t>(y) * 0xc2b2'ae3d'27d4'eb4fU;
        hash ^= hash >> 29U;
        return static_cast<std::size_t>(hash) & (m_heads.size() - 1);
    }

    double m_size;
    std::vector<std::uint32_t> m_heads, m_next;
};

std::shared_ptr<Clustering> singles(std::span<World const> points, std::span<std::uint32_t const> order)
{
    auto result = std::make_shared<Clustering>();
    result->members.assign(order.begin(), order.end());
    result->clusterOf.assign(points.size(), nowhere);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        result->clusters.push_back({points[order[i]], i, 1});
        result->clusterOf[order[i]] = i;
    }
    return result;
}

} // namespace

std::shared_ptr<Clustering const> clusterPoints(std::span<World const> points, std::span<std::uint32_t const> order, double radius,
                                                std::atomic<bool> const* cancelled)
{
    if (!(radius > 0)) { return singles(points, order); }
    auto result = std::make_shared<Clustering>();
    result->clusterOf.assign(points.size(), nowhere);
    result->members.reserve(order.size());
    std::vector<std::uint32_t> rank(points.size(), nowhere);
    for (std::uint32_t i = 0; i < order.size(); ++i) { rank[order[i]] = i; }
    Cells cells{points, order, radius};
    std::size_t seen = 0;
    for (auto const seed : order) {
        if ((++seen & 0xfffU) == 0 && cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) { return nullptr; }
        if (result->clusterOf[seed] != nowhere) { continue; }
        auto const number = static_cast<std::uint32_t>(result->clusters.size());
        Cluster cluster{points[seed], static_cast<std::uint32_t>(result->members.size()), 0};
        cells.sweep(points[seed], [&](std::uint32_t point) {
            double const dx = points[point].x - points[seed].x, dy = points[point].y - points[seed].y;
            if (dx * dx + dy * dy > radius * radius) { return false; }
            result->members.push_back(point);
            result->clusterOf[point] = number;
            ++cluster.count;
            return true;
        });
        result->clusters.push_back(cluster);
        std::ranges::sort(result->members.begin() + cluster.begin, result->members.end(), {}, [&](std::uint32_t point) { return rank[point]; });
    }
    return result;
}

} // namespace zhengtu::cartography
