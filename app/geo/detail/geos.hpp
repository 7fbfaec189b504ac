#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <geos_c.h>

#include <memory>
#include <string>
#include <string_view>

/// GEOS at the door: handles are owned, null becomes an Error, the third answer of a predicate is an Error too.
/// Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// One GEOS context. Not thread-safe, so each thread has its own (current()).
class GeosContext {
public:
    GeosContext();
    GeosContext(GeosContext const&) = delete;
    GeosContext& operator=(GeosContext const&) = delete;

    [[nodiscard]] static GeosContext& current();
    [[nodiscard]] GEOSContextHandle_t get() const noexcept { return m_handle.get(); }
    [[nodiscard]] Error takeError(std::string_view operation); ///< GeometryInvalid: operation and last message, then clears it

private:
    static void remember(char const* text, void* slot) noexcept;
    struct Finish {
        void operator()(GEOSContextHandle_t handle) const noexcept { GEOS_finish_r(handle); }
    };
    std::string m_message; // declared first: destroyed last
    std::unique_ptr<GEOSContextHandle_HS, Finish> m_handle;
};

/// A geometry belongs to no context, only its computation does: it may die in another thread than it was made in.
struct DestroyGeometry {
    void operator()(GEOSGeometry* geometry) const noexcept;
};
using Geometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

struct DestroyPrepared {
    void operator()(GEOSPreparedGeometry const* prepared) const noexcept;
};
using Prepared = std::unique_ptr<GEOSPreparedGeometry const, DestroyPrepared>;

[[nodiscard]] inline GEOSContextHandle_t handle()
{
    return GeosContext::current().get();
}
[[nodiscard]] Result<Geometry> adopt(GEOSGeometry* raw, std::string_view operation);
[[nodiscard]] Result<bool> truth(char answer, std::string_view operation); ///< 0, 1, or 2 for "could not tell"

[[nodiscard]] std::string positionText(LonLat at); ///< "(112.5 37.8)", for messages

/// Whether coordinates are degrees (latitude within 90, longitude within 360) or metres of some plane.
enum class Coordinates { Degrees, Plane };

/// What toGeos asks of a shape, without making anything.
[[nodiscard]] Result<void> checkShape(Shape const& shape, Coordinates coordinates);
/// A shape as GEOS has it: the simple type where it has one part. GeometryInvalid for NaN, infinity, degrees out of range,
/// an unclosed or too short ring, a line of one vertex. Does not ask whether rings cross: see requireValid.
[[nodiscard]] Result<Geometry> toGeos(Shape const& shape, Coordinates coordinates = Coordinates::Degrees);
/// toGeos and requireValid.
[[nodiscard]] Result<Geometry> toValidGeos(Shape const& shape, Coordinates coordinates = Coordinates::Degrees);
/// GeometryInvalid with the reason and the position for polygons that cross themselves or the like.
[[nodiscard]] Result<void> requireValid(GEOSGeometry const* geometry);

/// The whole geometry; one that mixes dimensions is an error. Z and M are left out.
[[nodiscard]] Result<Shape> fromGeos(GEOSGeometry const* geometry);
/// The parts of one type only: an overlay of polygons that also touch along a line keeps its polygons.
[[nodiscard]] Result<Shape> partsOf(GEOSGeometry const* geometry, ShapeType type);

/// A tenth of a micrometre: the grid on which noding is exact (J. D. Hobby, Comput. Geom. 13, 1999). By floating point GEOS gives wholly wrong areas now and then, without
/// a word, where borders run along each other: of the counties of a province cut in nine, the difference from their union was 1,700 km2 too large.
inline constexpr double gridDegrees = 1e-12;
[[nodiscard]] GEOSGeometry* intersectionOnGrid(GEOSContextHandle_t context, GEOSGeometry const* a, GEOSGeometry const* b);
[[nodiscard]] GEOSGeometry* differenceOnGrid(GEOSContextHandle_t context, GEOSGeometry const* a, GEOSGeometry const* b);

/// GEOSIntersection_r, intersectionOnGrid and their like.
using Operation = GEOSGeometry* (*)(GEOSContextHandle_t, GEOSGeometry const*, GEOSGeometry const*);
/// What an operation on two geometries, should both be there, gives of one type.
[[nodiscard]] Result<Shape> operated(Result<Geometry> const& a, Result<Geometry> const& b, Operation operation, ShapeType keep, std::string_view what);

} // namespace zhengtu::geo::detail
