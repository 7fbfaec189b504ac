#include "workspace/farthest.hpp"

#include "geo/measure.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::workspace {

double farthestM(geo::Shape const& a, geo::Shape const& b)
{
    auto const corners = [](geo::Extent const& box) { return std::array<geo::LonLat, 4>{{{box.minLon, box.minLat}, {box.maxLon, box.minLat}, {box.minLon, box.maxLat}, {box.maxLon, box.maxLat}}}; };
    if (geo::extentOf(a).empty() || geo::extentOf(b).empty()) { return 0; }
    double farthest = 0;
    for (auto const one : corners(geo::extentOf(a))) {
        for (auto const other : corners(geo::extentOf(b))) { farthest = std::max(farthest, geo::distanceM(one, other)); }
    }
    return farthest;
}

} // namespace zhengtu::workspace
