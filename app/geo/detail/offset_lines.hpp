#pragma once

#include "geo/shape.hpp"

#include <span>
#include <vector>

namespace zhengtu::geo::detail {

/// A boundary in a plane, in metres (east in `lon`, north in `lat`), with its polygon on the left.
struct Bank {
    Path path;
    bool closed = false; ///< the last vertex is the first again, and they are one corner
};

/// Lines among which is the whole boundary, within a box, of what lies within `metres` of the polygons of some banks: parallels of their edges
/// and arcs around their corners, drawn with chords (chordsPerQuarter), without those stretches that lie well within `metres` of another edge. That
/// leaves few of a jagged bank, where a buffer nodes all of them first. Lines go on a little inside from where they meet.
[[nodiscard]] std::vector<Path> offsetLines(std::span<Bank const> banks, double metres, Extent const& box);

} // namespace zhengtu::geo::detail
