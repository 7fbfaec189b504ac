#pragma once

#include "core/error.hpp"
#include "geo/prepared.hpp"

#include <memory>

namespace zhengtu::geo {

/// The edges of a shape made ready for questions of positions alone: like a PreparedZone, but nothing is asked whether it is
/// valid and nothing is prepared in GEOS, so a million vertices take some 20 ms. Constant once made: any number of threads may ask. Movable.
class Edges {
public:
    /// GeometryInvalid for coordinates that are no numbers or outside longitude and latitude, open rings, rings of fewer than 4 vertices,
    /// lines of fewer than 2, points of another number than 1.
    [[nodiscard]] static Result<Edges> create(Shape const& shape);
    Edges(Edges&&) noexcept;
    Edges& operator=(Edges&&) noexcept;
    ~Edges();

    [[nodiscard]] Extent const& extent() const noexcept;
    /// By the even-odd rule, exactly as a prepared geometry of GEOS decides it; of lines and points, Boundary on them.
    [[nodiscard]] Where locate(LonLat at) const;
    /// False: surely no edge meets the box, so all of it lies alike.
    [[nodiscard]] bool mayMeet(Extent const& box) const;
    /// Whether an edge lies within geodesic metres of a position; as exact as shortestLine.
    [[nodiscard]] bool edgeWithin(LonLat from, double limitM) const;

private:
    struct Ready;
    explicit Edges(std::unique_ptr<Ready> ready);
    std::unique_ptr<Ready> m_ready;
};

/// What Edges::create asks of a shape.
[[nodiscard]] Result<void> checkEdges(Shape const& shape);

} // namespace zhengtu::geo
