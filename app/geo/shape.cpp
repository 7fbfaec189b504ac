#include "geo/shape.hpp"

#include <algorithm>

namespace zhengtu::geo {

void Extent::include(LonLat at) noexcept
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

void Extent::include(Extent const& other) noexcept
{
    if (other.empty()) { return; }
    include(LonLat{other.minLon, other.minLat});
    include(LonLat{other.maxLon, other.maxLat});
}

bool Extent::intersects(Extent const& other) const noexcept
{
    return !empty() && !other.empty() && minLon <= other.maxLon && other.minLon <= maxLon && minLat <= other.maxLat &&
           other.minLat <= maxLat;
}

Extent extentOf(Shape const& shape) noexcept
{
    Extent extent;
    for (auto const& part : shape.parts) { // holes lie inside the outline
        for (auto const at : part.outline) {
            extent.include(at);
        }
    }
    return extent;
}

char const* name(ShapeType type) noexcept
{
    switch (type) {
    case ShapeType::None: return "none";
    case ShapeType::Point: return "point";
    case ShapeType::Line: return "line";
    case ShapeType::Polygon: return "polygon";
    }
    return "none";
}

} // namespace zhengtu::geo
