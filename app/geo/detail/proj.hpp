#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <proj.h>

#include <memory>
#include <string>

/// PROJ at the door. Not for use outside app/geo.
namespace zhengtu::geo::detail {

struct DestroyProjContext {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
using ProjContext = std::unique_ptr<PJ_CONTEXT, DestroyProjContext>;
struct DestroyProj {
    void operator()(PJ* p) const noexcept { proj_destroy(p); }
};
using Proj = std::unique_ptr<PJ, DestroyProj>; // declare after its context: it must die first

/// Silent and without network.
[[nodiscard]] ProjContext makeProjContext();
[[nodiscard]] Error projError(PJ_CONTEXT* context, std::string const& operation);
/// All positions at once, in place. Crs error when one has no image.
[[nodiscard]] Result<void> transformPath(PJ* proj, PJ_DIRECTION direction, Path& path);
[[nodiscard]] Result<Shape> transformShape(PJ* proj, PJ_DIRECTION direction, Shape shape);

/// A plane around a place for work in metres; use it in the thread that made it. Coordinates of the plane are in `lon` (east)
/// and `lat` (north).
class LocalPlane {
public:
    enum class Kind {
        Conformal, ///< transverse Mercator: scale 1 + x^2 / 2R^2 at x metres east of the centre
        EqualArea, ///< Lambert azimuthal
    };
    [[nodiscard]] static Result<LocalPlane> at(LonLat centre, Kind kind);
    /// A conformal one whose meridian is within an eighth of a degree, so its scale is off by less than 2e-6 within 12 km of the
    /// place; made once a thread.
    [[nodiscard]] static Result<LocalPlane const*> around(LonLat place);
    [[nodiscard]] Result<Shape> project(Shape shape) const { return transformShape(m_proj.get(), PJ_FWD, std::move(shape)); }
    [[nodiscard]] Result<Shape> unproject(Shape shape) const { return transformShape(m_proj.get(), PJ_INV, std::move(shape)); }

private:
    explicit LocalPlane(Proj proj) : m_proj{std::move(proj)} {}
    Proj m_proj;
};

} // namespace zhengtu::geo::detail
