#pragma once

#include "geo/shape.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace zhengtu::cartography {

/// A position in Web Mercator (EPSG:3857): metres at the equator, x to the east, y to the north.
struct World {
    double x = 0, y = 0;
    friend bool operator==(World const&, World const&) = default;
};

inline constexpr double earthRadiusM = 6'378'137.0;           ///< of the sphere that EPSG:3857 projects from
inline constexpr double eccentricitySquared = 0.0066943800229; ///< of the CGCS2000 ellipsoid
inline constexpr double worldLatitude = 85.0511287798066;      ///< where the square world ends

/// EPSG:3857 in closed form: x = R lon, y = R asinh(tan(lat)).
[[nodiscard]] inline World project(geo::LonLat at) noexcept
{
    constexpr double degree = std::numbers::pi / 180;
    double const lat = std::clamp(at.lat, -worldLatitude, worldLatitude) * degree;
    return {earthRadiusM * at.lon * degree, earthRadiusM * std::asinh(std::tan(lat))};
}

[[nodiscard]] inline geo::LonLat unproject(World at) noexcept
{
    constexpr double degree = std::numbers::pi / 180;
    return {at.x / earthRadiusM / degree, std::atan(std::sinh(at.y / earthRadiusM)) / degree};
}

/// Ground metres of one mercator metre at a latitude, on the ellipsoid: eastwards by the prime vertical's radius
/// N = a / sqrt(1 - e2 sin2), northwards by the meridian's M = N (1 - e2) / (1 - e2 sin2), each times cos(lat) / a.
struct GroundScale {
    double east = 1, north = 1;
};
[[nodiscard]] inline GroundScale groundScale(double latitude) noexcept
{
    double const lat = std::clamp(latitude, -worldLatitude, worldLatitude) * std::numbers::pi / 180;
    double const w = 1 - eccentricitySquared * std::sin(lat) * std::sin(lat);
    double const east = std::cos(lat) / std::sqrt(w);
    return {east, east * (1 - eccentricitySquared) / w};
}

/// An upright box in Web Mercator; empty until something is included.
struct Box {
    double minX = std::numeric_limits<double>::infinity(), minY = minX, maxX = -minX, maxY = -minX;

    [[nodiscard]] bool empty() const noexcept { return minX > maxX; }
    [[nodiscard]] double width() const noexcept { return maxX - minX; }
    [[nodiscard]] double height() const noexcept { return maxY - minY; }
    void include(World at) noexcept
    {
        minX = std::min(minX, at.x);
        maxX = std::max(maxX, at.x);
        minY = std::min(minY, at.y);
        maxY = std::max(maxY, at.y);
    }
    void include(Box const& other) noexcept
    {
        minX = std::min(minX, other.minX);
        maxX = std::max(maxX, other.maxX);
        minY = std::min(minY, other.minY);
        maxY = std::max(maxY, other.maxY);
    }
    [[nodiscard]] bool meets(Box const& other) const noexcept
    {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    [[nodiscard]] bool holds(Box const& other) const noexcept
    {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }
    [[nodiscard]] bool holds(World at) const noexcept { return minX <= at.x && at.x <= maxX && minY <= at.y && at.y <= maxY; }
    [[nodiscard]] Box grown(double by) const noexcept { return {minX - by, minY - by, maxX + by, maxY + by}; }
};

} // namespace zhengtu::cartography
