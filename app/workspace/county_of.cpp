#include "workspace/county_of.hpp"

#include "geo/ops.hpp"

namespace zhengtu::workspace {

CountyOf::CountyOf(std::vector<geo::Layer> const& base)
{
    std::vector<geo::Extent> extents;
    for (auto const& layer : base) {
        for (auto const& feature : layer.features) {
            if (layer.kind != "county" || feature.adcode.empty()) { continue; }
            m_counties.push_back(&feature);
            extents.push_back(geo::extentOf(feature.shape));
        }
    }
    m_index = geo::SpatialIndex{extents};
}

geo::Feature const* CountyOf::holding(geo::Shape const& shape) const
{
    constexpr double nearlyAll = 0.9;
    for (auto const i : m_index.query(geo::extentOf(shape))) {
        if (geo::shareInside(shape, m_counties[i]->shape).value_or(0) >= nearlyAll) { return m_counties[i]; }
    }
    return nullptr;
}

bool CountyOf::touches(geo::Feature const& county, geo::Shape const& shape) { return geo::intersects(county.shape, shape).value_or(true); }

geo::Feature const* CountyOf::called(std::string_view name) const
{
    geo::Feature const* found = nullptr;
    for (auto const* const county : m_counties) {
        if (county->adcode == name || county->city + county->name == name) { return county; }
        if (county->name != name) { continue; }
        if (found != nullptr) { return nullptr; }
        found = county;
    }
    return found;
}

} // namespace zhengtu::workspace
