#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// Strips along the banks of rivers, of another width for main stems and tributaries.
namespace zhengtu::analysis {

struct River {
    std::string name;
    bool main = false;  ///< a main stem, else a tributary
    geo::Shape centre;  ///< lines; may be empty
    geo::Shape water;   ///< polygons of its water, where they are known; may be empty
};

/// A strip outside the water of one river. Strips do not overlap: a main stem's goes before a tributary's, one measured from water before
/// one measured from a centre line, an earlier river's before a later one's.
struct BankStrip {
    std::size_t river = 0;
    bool fromWater = false; ///< measured from the edge of water; else from the centre line, where no water is known
    geo::Shape shape;       ///< polygons
    double areaM2 = 0;
    double alongM = 0;      ///< length of what it is measured from: the water's edge, or the centre line outside water
};

/// Strips of `mainM` and `tributaryM` metres (geo::bufferM: outline within 0.5 m or 0.06 %), outward from the bank: no water of any of the rivers is
/// in a strip. Where only the centre line is known the strip is measured from that, and half the river's width is missing from it. Errors: Usage
/// for a distance that is not above zero or beyond 500 km; GeometryInvalid, with the river; Cancelled.
[[nodiscard]] Result<std::vector<BankStrip>> bankStrips(std::span<River const> rivers, double mainM, double tributaryM, Progress const& progress = {},
                                                        unsigned threads = 0);

} // namespace zhengtu::analysis
