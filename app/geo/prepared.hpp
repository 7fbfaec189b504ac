#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>

namespace zhengtu::geo {

enum class Where : std::uint8_t { Outside, Boundary, Inside };

struct NearestPosition {
    double distanceM; ///< geodesic
    LonLat at;
};

/// A shape made ready for many questions. Made once, then constant: every question may be asked from any number of threads at
/// once. Positions are answered by an own index of edges (tens of nanoseconds to a microsecond, see docs/decisions), other
/// shapes by a prepared geometry of GEOS. Movable, not copyable.
class PreparedZone {
public:
    /// GeometryInvalid for an empty shape, broken rings, NaN, or polygons that cross themselves.
    [[nodiscard]] static Result<PreparedZone> create(Shape const& shape);
    PreparedZone(PreparedZone&&) noexcept;
    PreparedZone& operator=(PreparedZone&&) noexcept;
    ~PreparedZone();

    [[nodiscard]] Extent const& extent() const noexcept;
    [[nodiscard]] ShapeType type() const noexcept;

    /// Exact, as GEOS decides it: in a polygon, on its boundary, or outside; of lines and points, Boundary on them.
    [[nodiscard]] Where locate(LonLat at) const;
    [[nodiscard]] bool contains(LonLat at) const { return locate(at) == Where::Inside; }    ///< OGC: not on the boundary
    [[nodiscard]] bool intersects(LonLat at) const { return locate(at) != Where::Outside; } ///< on the boundary too

    [[nodiscard]] Result<bool> contains(Shape const& other) const; ///< OGC
    [[nodiscard]] Result<bool> covers(Shape const& other) const;   ///< no position of the other is outside
    [[nodiscard]] Result<bool> intersects(Shape const& other) const;

    /// The nearest position on the boundary of polygons, or on the lines or points; nothing when none is within `limitM`.
    [[nodiscard]] std::optional<NearestPosition> nearestEdge(LonLat from,
                                                             double limitM = std::numeric_limits<double>::infinity()) const;
    /// 0 in or on the shape; infinity when it is farther than `limitM`. As exact as shortestLine.
    [[nodiscard]] double distanceM(LonLat from, double limitM = std::numeric_limits<double>::infinity()) const;
    /// Likewise from the nearest position of another shape (not asked whether it is valid; GeometryInvalid when it cannot be).
    [[nodiscard]] Result<double> distanceM(Shape const& from, double limitM = std::numeric_limits<double>::infinity()) const;
    /// From the other's edges to this one's boundary, also where one lies inside the other.
    [[nodiscard]] double edgeDistanceM(Shape const& from, double limitM = std::numeric_limits<double>::infinity()) const;

    /// Calls `use` with the ends of every edge that comes near the box, and of others.
    void eachEdgeNear(Extent const& box, std::function<void(LonLat, LonLat)> const& use) const;

private:
    struct Ready;
    explicit PreparedZone(std::unique_ptr<Ready> ready);
    std::unique_ptr<Ready> m_ready;
};

} // namespace zhengtu::geo
