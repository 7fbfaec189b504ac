#pragma once

#include "geo/feature.hpp"
#include "geo/index.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::workspace {

/// Which county a shape lies in, and which county a name or code stands for.
class CountyOf {
public:
    explicit CountyOf(std::vector<geo::Layer> const& base); ///< must outlive this

    /// The county that has at least nine tenths of the shape; null where none has.
    [[nodiscard]] geo::Feature const* holding(geo::Shape const& shape) const;
    /// Whether some of the shape is in the county.
    [[nodiscard]] static bool touches(geo::Feature const& county, geo::Shape const& shape);
    /// By code, name, or city and name (晋城市城区); null where it is unknown or several counties have it.
    [[nodiscard]] geo::Feature const* called(std::string_view name) const;

private:
    std::vector<geo::Feature const*> m_counties;
    geo::SpatialIndex m_index;
};

} // namespace zhengtu::workspace
