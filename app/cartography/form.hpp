#pragma once

#include "cartography/mercator.hpp"

#include <vector>

namespace zhengtu::cartography {

/// A ring (first == last) or a line.
struct Outline {
    std::vector<World> points;
    Box box;
};

/// A shape as it is drawn: projected, all rings of all parts in one list (holes by the even-odd rule), with coarser copies
/// for small scales and the place of its label.
struct Form {
    /// A copy without the vertices nearer than `tolerance` mercator metres to the one before; level 0 is whole.
    struct Level {
        double tolerance = 0;
        std::vector<Outline> outlines;
    };
    geo::ShapeType type = geo::ShapeType::None;
    Box box;
    World anchor;      ///< inside an area where it is widest, halfway along a line, the point itself
    double area = 0;   ///< square mercator metres; 0 of lines and points
    std::vector<Level> levels;

    /// The coarsest copy that cannot be told from the whole one at `metresPerPixel` (mercator metres).
    [[nodiscard]] std::vector<Outline> const& at(double metresPerPixel) const;
};

/// Vertices that are not finite are left out; a shape without any left is a form of type None.
[[nodiscard]] Form formOf(geo::Shape const& shape);

/// Even-odd test against all rings.
[[nodiscard]] bool holds(std::vector<Outline> const& rings, World at) noexcept;

/// A place well inside the rings: the middle of the widest of several level chords.
[[nodiscard]] World insideOf(std::vector<Outline> const& rings, Box const& box);

} // namespace zhengtu::cartography
