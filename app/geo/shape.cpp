#include "geo/shape.hpp"

namespace zhengtu::geo {

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
