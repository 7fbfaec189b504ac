#include "place/home.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::place {

bool liesIn(Entry const& place, std::string_view adcode, Gazetteer const& gazetteer)
{
    constexpr double nearlyAll = 0.9;
    if (place.kind == Kind::Town || place.kind == Kind::Village || place.shape.empty() || adcode.empty()) { return true; }
    auto const* const area = gazetteer.area(adcode);
    if (area == nullptr || area->shape.empty()) { return true; }
    auto const reach = place.shape.type == geo::ShapeType::Polygon || place.accuracyM <= 0 ? Result<geo::Shape>{place.shape}
                                                                                            : geo::bufferM(place.shape, place.accuracyM);
    return reach.and_then([&](geo::Shape const& shape) { return geo::shareInside(shape, area->shape); }).value_or(0) >= nearlyAll;
}

double townRadiusM(Entry const& town, Gazetteer const& gazetteer)
{
    auto const* const county = gazetteer.area(town.adcode);
    auto const count = gazetteer.townCount(town.adcode);
    if (county == nullptr || county->shape.empty() || count == 0) { return std::max(town.accuracyM, 10'000.0); }
    auto const mean = geo::areaM2(county->shape) / static_cast<double>(count);
    return town.accuracyM + std::sqrt(4 * mean / std::numbers::pi);
}

std::string_view zoneSaid(std::string_view name) noexcept
{
    return name.ends_with("核心区") ? "core" : name.ends_with("缓冲区") ? "buffer" : name.ends_with("实验区") ? "experimental" : "";
}

} // namespace zhengtu::place
