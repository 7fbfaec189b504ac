#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace zhengtu::analysis {

/// Something about one feature of a layer.
struct FeatureNote {
    std::size_t number = 0; ///< in the layer as it was given, from 1
    std::string id, name, reason;
};

/// The features of a layer that can be computed with. given == features.size() + refused.size().
struct SoundLayer {
    std::vector<geo::Feature> features; ///< in their order, each with a valid geometry
    std::vector<FeatureNote> repaired;  ///< of those, which had to be mended, and of what
    std::vector<FeatureNote> refused;   ///< left out: without geometry, of another type than wanted, going round, beyond repair
};

/// Whether an edge of a valid shape goes round more than half of the globe: most likely it was meant to cross the antimeridian. What spans all of it is meant so.
[[nodiscard]] bool goesRound(geo::Shape const& shape);
inline constexpr char const* whyNotRound = "an edge runs across more than 180 degrees of longitude: cut it where it crosses the antimeridian";

/// Repairs what can be repaired and lists the rest: polygons that cross themselves are made valid, a line of zero length becomes a
/// point. `only`: the type that is wanted. Error: Cancelled. The answer does not depend on `threads` (0: all cores).
[[nodiscard]] Result<SoundLayer> soundLayer(std::vector<geo::Feature> features, std::optional<geo::ShapeType> only = {},
                                            Progress const& progress = {}, unsigned threads = 0);

} // namespace zhengtu::analysis
