#pragma once

#include "analysis/forms.hpp"
#include "analysis/query.hpp"
#include "analysis/reasons.hpp"

#include <limits>

/// How shapes lie to each other as drawn, before any error is thought of. Not for use outside app/analysis.
namespace zhengtu::analysis {

/// Edges nearer than this are one edge, drawn once: rounding to 6 decimals moves a position by 8 cm at most.
inline constexpr double sameEdgeM = 0.5;

/// How a form lies to a zone, whatever the errors.
struct Relation {
    Position position = Position::Outside;
    double share = 0;
    double distanceM = 0;                                   ///< to the zone; infinity where farther than asked
    double edgeM = std::numeric_limits<double>::infinity(); ///< inside: to the zone's edge, or infinity likewise
};

[[nodiscard]] Relation pointRelation(geo::LonLat at, Zone const& zone, double limitM);
[[nodiscard]] Result<Relation> shapeRelation(Form const& form, Zone const& zone, double limitM);
/// How deep the deepest of some positions that a thing has in a zone lies inside; 0 where none does.
[[nodiscard]] Result<double> depthM(Form const& form, Zone const& zone);

/// How an area, which a place lies somewhere in, stands to a feature and a distance: the same for every site of the area.
struct AreaRelation {
    bool whole = false; ///< all of it lies within the distance
    Lies lies = Lies::Beside;
};

[[nodiscard]] Result<AreaRelation> areaRelation(Form const& form, Relation const& relation, Zone const& zone, double distanceM);

} // namespace zhengtu::analysis
