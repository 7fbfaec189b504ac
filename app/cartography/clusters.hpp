#pragma once

#include "cartography/mercator.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace zhengtu::cartography {

/// Symbols that are drawn as one mark. `members` of the clustering, [begin, begin + count), most urgent first.
struct Cluster {
    World at; ///< of its most urgent member: a true place, and farther than the radius from every other cluster's
    std::uint32_t begin = 0, count = 0;
};

struct Clustering {
    std::vector<Cluster> clusters;        ///< in the order of their first members: most urgent first
    std::vector<std::uint32_t> members;   ///< indices of points
    std::vector<std::uint32_t> clusterOf; ///< by point
    [[nodiscard]] std::span<std::uint32_t const> of(Cluster const& cluster) const
    {
        return std::span{members}.subspan(cluster.begin, cluster.count);
    }
};

/// Greedy clustering: in the order given, a point that is in no cluster yet takes all such points within `radius` (mercator
/// metres). It does not depend on the view, so clusters stay what they are while the map is moved. Radius 0 or less makes
/// every point its own cluster. Null when cancelled.
[[nodiscard]] std::shared_ptr<Clustering const> clusterPoints(std::span<World const> points, std::span<std::uint32_t const> order,
                                                              double radius, std::atomic<bool> const* cancelled);

} // namespace zhengtu::cartography
