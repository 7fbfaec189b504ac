#include "geo/crs.hpp"

#include "geo/detail/proj.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::geo {

namespace {

constexpr double mercatorRadiusM = 6378137.0;
constexpr double degree = std::numbers::pi / 180;

/// Degrees on a datum that equals CGCS2000 at our accuracy (a few decimetres).
bool isOurDegrees(PJ_CONTEXT* context, PJ const* crs)
{
    auto const type = proj_get_type(crs);
    if (type != PJ_TYPE_GEOGRAPHIC_2D_CRS && type != PJ_TYPE_GEOGRAPHIC_3D_CRS) { return false; }
    for (char const* known : {"EPSG:4490", "EPSG:4480", "EPSG:4326", "EPSG:4979", "OGC:CRS84"}) {
        detail::Proj const other{proj_create(context, known)};
        if (other != nullptr &&
            proj_is_equivalent_to_with_ctx(context, crs, other.get(), PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0) {
            return true;
        }
    }
    return false;
}

detail::Proj crsOf(PJ_CONTEXT* context, std::string const& definition)
{
    detail::Proj crs{proj_create(context, definition.c_str())};
    if (crs == nullptr || proj_is_crs(crs.get()) == 0) { return nullptr; }
    return crs;
}

} // namespace

PlanePoint toWebMercator(LonLat at) noexcept
{
    double const lat = std::clamp(at.lat, -webMercatorMaxLat, webMercatorMaxLat) * degree;
    return {mercatorRadiusM * at.lon * degree, mercatorRadiusM * std::asinh(std::tan(lat))};
}

LonLat fromWebMercator(PlanePoint at) noexcept
{
    return {at.x / mercatorRadiusM / degree, std::atan(std::sinh(at.y / mercatorRadiusM)) / degree};
}

struct Transform::Machine {
    detail::ProjContext context = detail::makeProjContext(); // declared first: destroyed last
    detail::Proj proj;                                       // null: identity
    std::string warning;
};

Transform::Transform(std::unique_ptr<Machine> machine) : m_machine{std::move(machine)} {}
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;
Transform::~Transform() = default;

Result<Transform> Transform::create(std::string const& from, std::string const& to)
{
    auto machine = std::make_unique<Machine>();
    auto* const context = machine->context.get();
    auto const source = crsOf(context, from);
    auto const target = crsOf(context, to);
    if (source == nullptr || target == nullptr) {
        auto const& unknown = source == nullptr ? from : to;
        return fail(ErrorCode::Crs, "unknown coordinate reference system: " + unknown.substr(0, 200),
                    "Name it by its EPSG code, such as EPSG:4490.");
    }
    if (isOurDegrees(context, source.get()) && isOurDegrees(context, target.get())) { return Transform{std::move(machine)}; }
    // Degrees of ours beside a plane on an equal datum stand for that plane's own degrees: PROJ knows no shift between the two.
    detail::Proj const sourceBase{proj_crs_get_geodetic_crs(context, source.get())};
    detail::Proj const targetBase{proj_crs_get_geodetic_crs(context, target.get())};
    bool const sameDatum = sourceBase != nullptr && targetBase != nullptr && isOurDegrees(context, sourceBase.get()) &&
                           isOurDegrees(context, targetBase.get());
    auto const* const begin = sameDatum && isOurDegrees(context, source.get()) ? targetBase.get() : source.get();
    auto const* const end = sameDatum && isOurDegrees(context, target.get()) ? sourceBase.get() : target.get();
    detail::Proj const raw{proj_create_crs_to_crs_from_pj(context, begin, end, nullptr, nullptr)};
    if (raw == nullptr) { return std::unexpected{detail::projError(context, "transform from " + from + " to " + to)}; }
    machine->proj.reset(proj_normalize_for_visualization(context, raw.get()));
    if (machine->proj == nullptr) { return std::unexpected{detail::projError(context, "axis order of " + from)}; }
    if (!sameDatum && proj_coordoperation_has_ballpark_transformation(context, raw.get()) == 1) {
        auto const named = [](detail::Proj const& crs, std::string const& said) {
            char const* const name = proj_get_name(crs.get());
            return name != nullptr ? std::string{name} : said;
        };
        machine->warning = "no exact shift between the datums of " + named(source, from) + " and " + named(target, to) +
                           " is known; positions may be off by " + std::to_string(static_cast<int>(inexactM)) + " m";
    }
    return Transform{std::move(machine)};
}

Result<Transform> Transform::create(int fromEpsg, int toEpsg)
{
    return create("EPSG:" + std::to_string(fromEpsg), "EPSG:" + std::to_string(toEpsg));
}

Result<LonLat> Transform::operator()(LonLat at) const
{
    Path path{at};
    if (m_machine->proj == nullptr) { return at; }
    return detail::transformPath(m_machine->proj.get(), PJ_FWD, path).transform([&] { return path.front(); });
}

Result<Shape> Transform::operator()(Shape shape) const
{
    if (m_machine->proj == nullptr) { return shape; }
    return detail::transformShape(m_machine->proj.get(), PJ_FWD, std::move(shape));
}

Result<Shape> Transform::back(Shape shape) const
{
    if (m_machine->proj == nullptr) { return shape; }
    return detail::transformShape(m_machine->proj.get(), PJ_INV, std::move(shape));
}

bool Transform::identity() const noexcept
{
    return m_machine->proj == nullptr;
}
std::string const& Transform::warning() const noexcept
{
    return m_machine->warning;
}

Result<int> gaussKruegerEpsg(double lon)
{
    if (!(lon >= 73.5 && lon < 136.5)) {
        return fail(ErrorCode::Usage, "no Gauss-Krueger zone of CGCS2000 at longitude " + std::to_string(lon),
                    "Choose EPSG:4490.");
    }
    return 4534 + static_cast<int>(std::floor((lon - 73.5) / 3)); // 4534 is CM 75E, 4554 is CM 135E
}

} // namespace zhengtu::geo
