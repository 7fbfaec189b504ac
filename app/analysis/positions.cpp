#include "analysis/positions.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <format>

namespace zhengtu::analysis {

Result<Use> represent(place::SiteView const& site, double worstRadiusM, std::vector<geo::LonLat>& positions)
{
    if (site.shape.empty() || site.precision == place::Precision::Unlocated) { return Use::Unlocated; }
    if (site.precision == place::Precision::County || site.precision == place::Precision::City) { return Use::Area; }
    auto const extent = geo::extentOf(site.shape);
    double const half = geo::distanceM({extent.minLon, extent.minLat}, {extent.maxLon, extent.maxLat}) / 2; // 0 for a point
    if (!(site.radiusM + half <= worstRadiusM)) { return Use::TooRough; }
    if (site.shape.type == geo::ShapeType::Point && site.shape.parts.size() == 1 &&
        site.shape.parts.front().outline.size() == 1) {
        positions.push_back(site.shape.parts.front().outline.front());
        return Use::Used;
    }
    auto const at = geo::pointOnSurface(site.shape);
    if (!at) { return std::unexpected{Error{at.error()}.at(std::format("site {}", site.id))}; }
    positions.push_back(*at);
    return Use::Used;
}

} // namespace zhengtu::analysis
