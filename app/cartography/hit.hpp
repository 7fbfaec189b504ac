#pragma once

#include "geo/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a person points at: answers to "what is here", and what is to be emphasised.
namespace zhengtu::cartography {

enum class HitKind : std::uint8_t { Symbol, Feature };

/// One thing under the pointer. For a symbol `taskId` and `siteId` are set, for a feature `layerId` and `featureId`.
struct Hit {
    HitKind kind = HitKind::Symbol;
    std::size_t symbol = 0;         ///< index into Scene::symbols
    std::size_t layer = 0;          ///< index into Scene::layers
    std::size_t feature = 0;        ///< index into the layer's features
    std::string taskId, siteId;
    std::string layerId, featureId;
    geo::LonLat at;                 ///< where it is drawn: the site, the place of its cluster, the feature's label point
    double distancePx = 0;          ///< from the pointer to its drawn edge; 0 on it or inside
    std::size_t clusterSize = 1;    ///< symbols drawn together as one mark with this one
    friend bool operator==(Hit const&, Hit const&) = default;
};

struct FeatureRef {
    std::string layerId, featureId;
    friend bool operator==(FeatureRef const&, FeatureRef const&) = default;
};

/// What is drawn with an accent: selected tasks (each of their sites) and sites get a ring, features a strong outline.
struct Emphasis {
    std::vector<std::string> taskIds;
    std::vector<std::string> siteIds;
    std::vector<FeatureRef> features;
    std::string hoveredSiteId;               ///< a thinner ring; empty: none
    std::optional<FeatureRef> hoveredFeature; ///< a thinner outline
    [[nodiscard]] bool empty() const noexcept
    {
        return taskIds.empty() && siteIds.empty() && features.empty() && hoveredSiteId.empty() && !hoveredFeature;
    }
};

} // namespace zhengtu::cartography
