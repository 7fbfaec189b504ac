#include "geo/refine.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::geo {

Path refined(std::span<LonLat const> path, double longestDegrees)
{
    Path fine;
    fine.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i > 0) {
            auto const a = path[i - 1];
            auto const b = path[i];
            auto const pieces =
                static_cast<int>(std::ceil(std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)) / longestDegrees));
            for (int j = 1; j < pieces; ++j) {
                double const t = static_cast<double>(j) / pieces;
                fine.push_back({std::lerp(a.lon, b.lon, t), std::lerp(a.lat, b.lat, t)});
            }
        }
        fine.push_back(path[i]);
    }
    return fine;
}

Shape refined(Shape shape)
{
    constexpr double longestDegrees = 0.02;
    if (shape.type == ShapeType::Point) { return shape; }
    for (auto& part : shape.parts) {
        part.outline = refined(part.outline, longestDegrees);
        for (auto& hole : part.holes) {
            hole = refined(hole, longestDegrees);
        }
    }
    return shape;
}

} // namespace zhengtu::geo
