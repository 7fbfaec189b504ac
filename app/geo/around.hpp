#pragma once

#include "geo/shape.hpp"

#include <limits>
#include <optional>
#include <vector>

namespace zhengtu::geo {

class PreparedZone;

/// The edges of a shape around one position, in a plane: for asking about hundreds of positions near it.
class EdgesAround {
public:
    /// Nothing where a plane does not serve or does not pay: beyond 20 km, near a pole, a centre on an edge, points instead of edges, very many edges.
    [[nodiscard]] static std::optional<EdgesAround> create(PreparedZone const& zone, LonLat centre, double withinM);

    struct Answer {
        bool inside;      ///< of polygons
        double distanceM; ///< to the nearest edge, right to a thousandth; infinity where none is within `withinM` of the centre
    };
    /// A position so far east and north of the centre, in metres, that lies within `withinM`; of a distance of more than `enoughM` it is only told that it is more.
    [[nodiscard]] Answer at(double eastM, double northM, double enoughM = std::numeric_limits<double>::infinity()) const noexcept;

    [[nodiscard]] bool empty() const noexcept { return m_edges.empty(); }
    [[nodiscard]] bool centreInside() const noexcept { return m_centreInside; }

private:
    struct Edge {
        double fromCentreM;     ///< its nearest position
        double ax, ay, bx, by;  ///< metres from the centre
        double byLength2;       ///< 1 / square of its length; 0 for a point
    };
    std::vector<Edge> m_edges; ///< nearest to the centre first
    bool m_polygon = false, m_centreInside = false;
};

} // namespace zhengtu::geo
