#include "geo/detail/proj.hpp"

#include <cmath>
#include <format>

namespace zhengtu::geo::detail {

ProjContext makeProjContext()
{
    ProjContext context{proj_context_create()};
    proj_context_set_enable_network(context.get(), 0); // nothing leaves the machine
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

Error projError(PJ_CONTEXT* context, std::string const& operation)
{
    int const number = proj_context_errno(context);
    std::string detail = operation;
    if (number != 0) { detail += std::string{": "} + proj_context_errno_string(context, number); }
    return {.code = ErrorCode::Crs, .detail = std::move(detail), .where = {}, .cure = {}};
}

Result<void> transformPath(PJ* proj, PJ_DIRECTION direction, Path& path)
{
    if (path.empty()) { return {}; }
    auto const before = path.front();
    proj_errno_reset(proj);
    proj_trans_generic(proj, direction, &path.data()->lon, sizeof(LonLat), path.size(), &path.data()->lat, sizeof(LonLat),
                       path.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (auto const at : path) {
        if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) {
            return fail(ErrorCode::Crs, std::format("a position cannot be transformed (near {} {})", before.lon, before.lat),
                        "Check that the coordinates are of the CRS that the file says.");
        }
    }
    return {};
}

Result<Shape> transformShape(PJ* proj, PJ_DIRECTION direction, Shape shape)
{
    for (auto& part : shape.parts) {
        if (auto ok = transformPath(proj, direction, part.outline); !ok) { return std::unexpected{std::move(ok.error())}; }
        for (auto& hole : part.holes) {
            if (auto ok = transformPath(proj, direction, hole); !ok) { return std::unexpected{std::move(ok.error())}; }
        }
    }
    return shape;
}

Result<LocalPlane> LocalPlane::at(LonLat centre, Kind kind)
{
    thread_local ProjContext const context = makeProjContext();
    auto const definition = std::format(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj={} +lat_0={} +lon_0={} +ellps=GRS80",
        kind == Kind::Conformal ? "tmerc" : "laea", centre.lat, centre.lon);
    Proj proj{proj_create(context.get(), definition.c_str())};
    if (proj == nullptr) { return std::unexpected{projError(context.get(), "local projection")}; }
    return LocalPlane{std::move(proj)};
}

} // namespace zhengtu::geo::detail
