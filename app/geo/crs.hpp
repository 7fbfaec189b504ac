#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <memory>
#include <string>

namespace zhengtu::geo {

/// A position in metres of some plane, x east, y north.
struct PlanePoint {
    double x = 0;
    double y = 0;
    friend bool operator==(PlanePoint const&, PlanePoint const&) = default;
};

/// Latitudes beyond this have no place in the square of the Web Mercator map (EPSG:3857): atan(sinh(pi)).
inline constexpr double webMercatorMaxLat = 85.0511287798066;

/// Degrees to EPSG:3857 metres by the closed formula of the sphere of 6378137 m (EPSG Guidance Note 7-2, 1024); the latitude is
/// held within webMercatorMaxLat. For the screen only: its metres are none on the ground.
[[nodiscard]] PlanePoint toWebMercator(LonLat at) noexcept;
[[nodiscard]] LonLat fromWebMercator(PlanePoint at) noexcept;

/// Coordinates of one CRS into another, by PROJ, x = longitude or easting first on both sides whatever the CRS says. Never
/// uses the network. Not thread-safe: one object a thread. Movable.
class Transform {
public:
    /// "EPSG:4490", "OGC:CRS84", WKT 1 or 2, a PROJ string. Crs error for an unknown one.
    [[nodiscard]] static Result<Transform> create(std::string const& from, std::string const& to);
    [[nodiscard]] static Result<Transform> create(int fromEpsg, int toEpsg);
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    ~Transform();

    /// Crs error where the position has no image. `lon` holds x and `lat` y in a projected CRS.
    [[nodiscard]] Result<LonLat> operator()(LonLat at) const;
    [[nodiscard]] Result<Shape> operator()(Shape shape) const;
    [[nodiscard]] Result<Shape> back(Shape shape) const; ///< from `to` to `from`

    /// True where nothing changes: CGCS2000 and WGS 84 in degrees are equal at our accuracy and are not transformed.
    [[nodiscard]] bool identity() const noexcept;
    /// Why the result may be off by more than some metres (no known shift between the datums); empty where it is not.
    [[nodiscard]] std::string const& warning() const noexcept;
    static constexpr double inexactM = 100; ///< how far off it may then be: what the shifts of Beijing 1954 and Xian 1980 come to in China

private:
    struct Machine;
    explicit Transform(std::unique_ptr<Machine> machine);
    std::unique_ptr<Machine> m_machine;
};

/// The Gauss-Krueger zone of 3 degrees of CGCS2000 that has a longitude nearest to its middle: 4546 (CM 111E), 4547 (CM 114E)
/// ... without the zone number in the easting. Usage error outside 73.5 to 136.5 degrees.
[[nodiscard]] Result<int> gaussKruegerEpsg(double lon);

} // namespace zhengtu::geo
