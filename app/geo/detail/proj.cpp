#include "geo/detail/proj.hpp"

#include <cmath>
#include <format>
#include <map>

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

namespace {

/// First asked for before anything that is made with it, so that it outlives that.
PJ_CONTEXT* contextOfThread()
{
    thread_local ProjContext const context = makeProjContext();
    return context.get();
}

} // namespace

Result<LocalPlane> LocalPlane::at(LonLat centre, Kind kind)
{
    auto* const context = contextOfThread();
    auto const definition = std::format(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj={} +lat_0={} +lon_0={} +ellps=GRS80",
        kind == Kind::Conformal ? "tmerc" : "laea", centre.lat, centre.lon);
    Proj proj{proj_create(context, definition.c_str())};
    if (proj == nullptr) { return std::unexpected{projError(context, "local projection")}; }
    return LocalPlane{std::move(proj)};
}

Result<LocalPlane const*> LocalPlane::around(LonLat place)
{
    contextOfThread();
    thread_local std::map<double, LocalPlane> planes;
    constexpr std::size_t most = 64; // so that a journey round the globe does not heap them up
    double const meridian = std::round(place.lon * 4) / 4;
    auto found = planes.find(meridian);
    if (found == planes.end()) {
        auto made = at({meridian, 0}, Kind::Conformal);
        if (!made) { return std::unexpected{std::move(made.error())}; }
        if (planes.size() >= most) { planes.clear(); }
        found = planes.emplace(meridian, std::move(*made)).first;
    }
    return &found->second;
}

} // namespace zhengtu::geo::detail
