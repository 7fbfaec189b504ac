#include "place/home.hpp"

#include "geo/ops.hpp"

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

} // namespace zhengtu::place
