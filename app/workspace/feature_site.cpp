#include "workspace/feature_site.hpp"

#include <algorithm>

namespace zhengtu::workspace {

place::Site siteOf(geo::Feature const& feature, std::string_view kind)
{
    place::Site site;
    site.id = feature.id;
    site.place = feature.name;
    site.kind = place::kindOf(kind.empty() ? std::string_view{feature.kind} : kind).value_or(place::Kind::Other);
    site.county = feature.county;
    site.adcode = feature.adcode;
    site.shape = feature.shape;
    site.radiusM = std::max(0.0, feature.accuracyM);
    site.precision = place::Precision::Facility;
    site.schematic = feature.schematic;
    return site;
}

} // namespace zhengtu::workspace
