#include "geo/detail/geos.hpp"

#include "geo/detail/soundness.hpp"

#include <cstdio>

namespace zhengtu::geo::detail {

GeosContext::GeosContext() : m_handle{GEOS_init_r()}
{
    // The handler only remembers: GEOS calls it from inside C functions, so it must not throw.
    GEOSContext_setErrorMessageHandler_r(get(), &GeosContext::remember, &m_message);
    GEOSContext_setNoticeMessageHandler_r(get(), [](char const*, void*) {}, nullptr);
}

GeosContext& GeosContext::current()
{
    thread_local GeosContext context;
    return context;
}

void GeosContext::remember(char const* text, void* slot) noexcept
{
    try {
        auto& message = *static_cast<std::string*>(slot);
        message = text;
        message.erase(message.find_last_not_of(" \r\n") + 1);
    } catch (...) { // out of memory while reporting: the operation alone must do
    }
}

Error GeosContext::takeError(std::string_view operation)
{
    std::string detail{operation};
    if (!m_message.empty()) { detail += ": " + m_message; }
    m_message.clear();
    return {.code = ErrorCode::GeometryInvalid, .detail = std::move(detail), .where = {}, .cure = {}};
}

namespace {

/// For destruction alone, which writes nothing to its context: lives as long as the process, so that a geometry may die
/// after the thread (or the main thread's locals) that made it.
GEOSContextHandle_t undertaker()
{
    static GEOSContextHandle_t const context = GEOS_init_r();
    return context;
}

} // namespace

std::string positionText(LonLat at)
{
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "(%.9g %.9g)", at.lon, at.lat);
    return buffer;
}

void DestroyGeometry::operator()(GEOSGeometry* geometry) const noexcept
{
    GEOSGeom_destroy_r(undertaker(), geometry);
}
void DestroyPrepared::operator()(GEOSPreparedGeometry const* prepared) const noexcept
{
    GEOSPreparedGeom_destroy_r(undertaker(), prepared);
}

Result<Geometry> adopt(GEOSGeometry* raw, std::string_view operation)
{
    if (raw == nullptr) { return std::unexpected{GeosContext::current().takeError(operation)}; }
    return Geometry{raw};
}

Result<bool> truth(char answer, std::string_view operation)
{
    switch (answer) {
    case 0: return false;
    case 1: return true;
    default: return std::unexpected{GeosContext::current().takeError(operation)};
    }
}

Result<void> requireValid(GEOSGeometry const* geometry)
{
    auto& context = GeosContext::current();
    if (GEOSGeom_getDimensions_r(context.get(), geometry) < 2) { return {}; } // points and lines may cross themselves
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    char const valid = GEOSisValidDetail_r(context.get(), geometry, 0, &reason, &place);
    Geometry const at{place};
    std::unique_ptr<char, void (*)(char*)> const owned{reason, [](char* p) { GEOSFree_r(undertaker(), p); }};
    if (valid == 1) { return {}; }
    if (valid != 0) { return std::unexpected{context.takeError("validity")}; }
    std::string detail = "invalid polygon: ";
    detail += reason != nullptr ? reason : "unknown reason";
    double x = 0;
    double y = 0;
    if (at != nullptr && GEOSGeomGetX_r(context.get(), at.get(), &x) == 1 && GEOSGeomGetY_r(context.get(), at.get(), &y) == 1) {
        detail += " at " + positionText({x, y});
    }
    return fail(ErrorCode::GeometryInvalid, std::move(detail), "Repair it (make valid) before computing with it.");
}

Result<Geometry> toValidGeos(Shape const& shape, Coordinates coordinates)
{
    return toGeos(shape, coordinates).and_then([&](Geometry geometry) -> Result<Geometry> {
        if (shape.type == ShapeType::Polygon && (surelyStar(shape) || surelyValid(shape, ChainTree{shape}))) { return geometry; }
        if (auto ok = requireValid(geometry.get()); !ok) { return std::unexpected{std::move(ok.error())}; }
        return geometry;
    });
}

} // namespace zhengtu::geo::detail
