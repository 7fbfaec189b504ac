#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// Polygons fit to compute with: those given, but for the broken ones, which are repaired.
struct Repaired {
    std::span<geo::Shape const> given;
    std::vector<std::uint32_t> numbers; ///< of the broken, ascending
    std::vector<geo::Shape> repaired;   ///< one for each of them

    [[nodiscard]] geo::Shape const& operator[](std::size_t i) const;
    [[nodiscard]] std::size_t size() const noexcept { return given.size(); }
};

/// Shapes without parts are fit. GeometryInvalid, with `layer` and the number from 1, for a shape of another type and for what cannot be repaired;
/// Cancelled.
[[nodiscard]] Result<Repaired> repairedPolygons(std::span<geo::Shape const> polygons, std::string_view layer,
                                                Progress const& progress, unsigned threads);

} // namespace zhengtu::analysis
