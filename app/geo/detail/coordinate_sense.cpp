#include "geo/detail/coordinate_sense.hpp"

#include <algorithm>
#include <compare>
#include <format>

namespace zhengtu::geo::detail {

namespace {

/// What a pair of numbers in China can be.
struct Look {
    enum class Kind : std::uint8_t { Nothing, Degrees, Plane, Mercator };
    Kind kind = Kind::Nothing;
    int zone = 0;         ///< Plane: what the easting begins with
    bool swapped = false; ///< latitude or northing stands first
    friend auto operator<=>(Look const&, Look const&) = default;
};

Look inOrder(double x, double y)
{
    if (x >= 73 && x <= 136 && y >= 3 && y <= 54) { return {Look::Kind::Degrees, 0, false}; }
    if (y < 3.0e5 || y > 6.5e6) { return {}; }
    if (x >= 1.0e5 && x <= 9.0e5) { return {Look::Kind::Plane, 0, false}; }
    // Web Mercator's x of China ends at 15.2e6, where the 6-degree zones 13 to 15 (Xinjiang, Tibet) begin to be meant instead.
    if (x >= 8.1e6 && x < 15.2e6 && y >= 2.0e6) { return {Look::Kind::Mercator, 0, false}; }
    auto const zone = static_cast<int>(x / 1e6);
    double const rest = x - zone * 1e6;
    bool const threeDegrees = zone >= 25 && zone <= 45, sixDegrees = zone >= 13 && zone <= 23;
    if ((threeDegrees || sixDegrees) && rest >= 1.0e5 && rest <= 9.0e5) { return {Look::Kind::Plane, zone, false}; }
    return {};
}

Look lookOf(LonLat at)
{
    auto look = inOrder(at.lon, at.lat);
    if (look.kind != Look::Kind::Nothing) { return look; }
    look = inOrder(at.lat, at.lon);
    look.swapped = look.kind != Look::Kind::Nothing;
    return look;
}

/// What at least nine of ten rows look like.
Look common(std::vector<Row> const& rows)
{
    std::vector<Look> looks;
    for (auto const& row : rows) {
        if (!row.shape.empty() && !row.shape.parts.front().outline.empty()) { looks.push_back(lookOf(row.shape.parts.front().outline.front())); }
    }
    if (looks.empty()) { return {}; }
    std::ranges::sort(looks);
    auto const& middle = looks[looks.size() / 2];
    return 10 * static_cast<std::size_t>(std::ranges::count(looks, middle)) >= 9 * looks.size() ? middle : Look{};
}

/// The CRS of CGCS2000 whose eastings begin with that number. EPSG has the zones in order.
int zonedEpsg(int zone) { return zone >= 25 ? 4513 + zone - 25 : 4491 + zone - 13; }

std::string described(Look const& look)
{
    switch (look.kind) {
    case Look::Kind::Degrees: return look.swapped ? "degrees with the latitude first" : "degrees of longitude and latitude";
    case Look::Kind::Mercator: return look.swapped ? "metres of Web Mercator, northing first" : "metres of Web Mercator";
    case Look::Kind::Plane:
        if (look.zone == 0) { return look.swapped ? "metres of Gauss-Krueger, northing first" : "metres of Gauss-Krueger without a zone number"; }
        return std::format("metres of Gauss-Krueger zone {}{}", look.zone, look.swapped ? ", northing first" : "");
    case Look::Kind::Nothing: break;
    }
    return "nothing known";
}

std::string crsFor(Look const& look)
{
    switch (look.kind) {
    case Look::Kind::Degrees: return "EPSG:4490";
    case Look::Kind::Mercator: return "EPSG:3857";
    case Look::Kind::Plane:
        if (look.zone == 0) { return "EPSG:4546 (CM 111E), EPSG:4547 (CM 114E) or EPSG:4508 (6 degrees, CM 111E), as its makers know"; }
        return std::format("EPSG:{} if it is CGCS2000 (other datums lie up to 150 m off)", zonedEpsg(look.zone));
    case Look::Kind::Nothing: break;
    }
    return "EPSG:4490 or EPSG:4547, for example";
}

std::string cureFor(Look const& look)
{
    return std::format("Say that the CRS is {}{}.", crsFor(look), look.swapped ? ", and that the axes are swapped" : "");
}

} // namespace

std::optional<Error> against(CrsForm const& crs, std::vector<Row> const& rows)
{
    auto const look = common(rows);
    if (look.kind == Look::Kind::Nothing) { return std::nullopt; }
    bool const degrees = look.kind == Look::Kind::Degrees;
    std::string promise;
    if (crs.geographic && (!degrees || look.swapped)) { promise = "degrees, longitude first"; }
    if (!crs.geographic && degrees) { promise = "metres"; }
    if (!crs.geographic && !degrees && look.swapped) { promise = "eastings first"; }
    if (crs.zone && look.kind == Look::Kind::Plane && *crs.zone != look.zone) {
        promise = *crs.zone == 0 ? "eastings without a zone number" : std::format("eastings that begin with zone number {}", *crs.zone);
    }
    if (promise.empty()) { return std::nullopt; }
    return Error{ErrorCode::Crs, std::format("its CRS promises {}, but the coordinates look like {}", promise, described(look)), {}, cureFor(look)};
}

std::string crsHint(std::vector<Row> const& rows)
{
    auto const look = common(rows);
    return look.kind == Look::Kind::Nothing ? std::string{} : std::format("The coordinates look like {}. {}", described(look), cureFor(look));
}

} // namespace zhengtu::geo::detail
