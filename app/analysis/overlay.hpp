#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Overlays of two layers. Features must be sound (soundLayer). Edges are straight in longitude and latitude, areas and lengths on the
/// ellipsoid (geo::areaM2, geo::lengthM), so what an overlay cuts adds up again but for the last digits.
namespace zhengtu::analysis {

enum class Overlay : std::uint8_t {
    Intersection, ///< what a feature of A and one of B have in common, a piece for each such pair
    Difference,   ///< what is left of each feature of A without all of B
    Union,        ///< the intersection, and what is left of A and of B: polygons only
};

/// A piece of the answer, and the features that it is of.
struct OverlayPiece {
    std::optional<std::size_t> a, b; ///< numbers; none where the piece is not of that layer
    geo::Shape shape;
    double measure = 0; ///< measureOf(shape)
};

struct OverlayPieces {
    std::vector<OverlayPiece> pieces; ///< those of both by `a`, then `b`; then those of A; then those of B
    std::size_t touching = 0;         ///< pairs that share no more than a boundary, or a line or point where areas would be shared
    std::vector<std::size_t> whole;   ///< Difference: features of A that nothing was taken off, ascending
    std::vector<std::size_t> gone;    ///< Difference: features of A of which nothing is left, ascending
};

/// Square metres of polygons, metres of lines, the number of points.
[[nodiscard]] double measureOf(geo::Shape const& shape) noexcept;

/// Errors: Usage (a union of other things than polygons); GeometryInvalid, with the ids, when GEOS cannot do it; Cancelled. The answer
/// does not depend on `threads` (0: all cores). A polygon minus a line or point, and a line minus a point, is itself.
[[nodiscard]] Result<OverlayPieces> overlay(Overlay kind, std::span<geo::Feature const> a, std::span<geo::Feature const> b,
                                            Progress const& progress = {}, unsigned threads = 0);

/// A part of a polygon that is nowhere wide: what differently drawn borders leave behind.
struct Sliver {
    std::size_t shape = 0, part = 0; ///< numbers
    double areaM2 = 0, widthM = 0;   ///< width: twice the area by the perimeter, the mean for anything long
    geo::LonLat at;
};

/// Parts with a mean width below `widthM` metres.
[[nodiscard]] std::vector<Sliver> slivers(std::span<geo::Shape const> shapes, double widthM);

/// The mean width of one part in metres.
[[nodiscard]] double meanWidthM(geo::Part const& part);

} // namespace zhengtu::analysis
