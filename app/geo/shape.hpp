#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::geo {

/// A position in degrees, longitude first, CGCS2000 (EPSG:4490), which equals WGS 84 at our accuracy.
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(LonLat const&, LonLat const&) = default;
};

using Path = std::vector<LonLat>;

/// One part of a shape. Point: `outline` has one vertex. Line: its vertices. Polygon: a closed ring (first == last),
/// with `holes` closed likewise.
struct Part {
    Path outline;
    std::vector<Path> holes;
    friend bool operator==(Part const&, Part const&) = default;
};

enum class ShapeType : std::uint8_t { None, Point, Line, Polygon };

/// A geometry as a plain value (always "multi": one or several parts of one type), free of any library, so that it can be
/// stored, drawn, compared and handed between threads. Computation is in the other headers of app/geo.
struct Shape {
    ShapeType type = ShapeType::None;
    std::vector<Part> parts;

    [[nodiscard]] bool empty() const noexcept { return parts.empty(); }
    friend bool operator==(Shape const&, Shape const&) = default;

    [[nodiscard]] static Shape point(LonLat at) { return {ShapeType::Point, {Part{{at}, {}}}}; }
};

/// An extent in degrees; empty when minLon > maxLon.
struct Extent {
    double minLon = 1, minLat = 1, maxLon = -1, maxLat = -1;

    [[nodiscard]] bool empty() const noexcept { return minLon > maxLon || minLat > maxLat; }
    void include(LonLat at) noexcept
    {
        if (empty()) {
            *this = {at.lon, at.lat, at.lon, at.lat};
            return;
        }
        minLon = std::min(minLon, at.lon);
        minLat = std::min(minLat, at.lat);
        maxLon = std::max(maxLon, at.lon);
        maxLat = std::max(maxLat, at.lat);
    }
    void include(Extent const& other) noexcept
    {
        if (other.empty()) { return; }
        include(LonLat{other.minLon, other.minLat});
        include(LonLat{other.maxLon, other.maxLat});
    }
    [[nodiscard]] bool intersects(Extent const& other) const noexcept
    {
        return !empty() && !other.empty() && minLon <= other.maxLon && other.minLon <= maxLon && minLat <= other.maxLat && other.minLat <= maxLat;
    }
    [[nodiscard]] LonLat centre() const noexcept { return {(minLon + maxLon) / 2, (minLat + maxLat) / 2}; }
};

[[nodiscard]] Extent extentOf(Shape const& shape) noexcept;
[[nodiscard]] char const* name(ShapeType type) noexcept; ///< "none", "point", "line", "polygon"

} // namespace zhengtu::geo
