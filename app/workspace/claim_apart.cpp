#include "geo/measure.hpp"
#include "workspace/claim_sides.hpp"

#include <algorithm>
#include <format>
#include <limits>

namespace zhengtu::workspace {

std::vector<geo::Feature> areasNamed(Survey const& survey, std::size_t plan, plan::Passage const& said, std::vector<std::string>& why)
{
    std::vector<geo::Feature> areas;
    for (auto const& side : sidesOf(survey, plan, said)) {
        why.push_back(side.why);
        for (auto const& thing : side.things) {
            if (thing.somewhere || thing.shape.type != geo::ShapeType::Polygon) { continue; }
            areas.push_back(thing.feature());
        }
    }
    return areas;
}

namespace {

/// How far a county's or township's border may be off.
constexpr double borderErrorM = 1000;

bool isAreaAround(Thing const& thing) { return thing.somewhere && thing.shape.type != geo::ShapeType::Point; }

/// What a thing adds to the error of a distance: where it lies somewhere in an area, the area's border only. A shape drawn from a
/// description decides only where twice its accuracy would.
double errorOf(Thing const& thing) { return isAreaAround(thing) ? borderErrorM : thing.schematic ? 2 * thing.errorM : thing.errorM; }

} // namespace

Result<Apart> apart(Side const& a, Side const& b)
{
    Apart result;
    double const infinite = std::numeric_limits<double>::infinity();
    double low = infinite, high = infinite;
    for (auto const& one : a.things) {
        for (auto const& other : b.things) {
            auto const line = geo::shortestLine(one.shape, other.shape);
            if (!line) { return std::unexpected{Error{line.error()}.at(one.name + " - " + other.name)}; }
            auto const error = errorOf(one) + errorOf(other);
            bool const firm = one.firm() && other.firm();
            low = std::min(low, std::max(0.0, line->distanceM - error));
            high = std::min(high, (isAreaAround(one) || isAreaAround(other) ? geo::farthestM(geo::extentOf(one.shape), geo::extentOf(other.shape)) : line->distanceM) + error);
            if (!one.somewhere && !other.somewhere && (!result.drawnM || line->distanceM < *result.drawnM)) {
                result.drawnM = line->distanceM;
                result.line = {geo::ShapeType::Line, {geo::Part{{line->a, line->b}, {}}}};
                result.note = firm && error > 0 ? std::format("known to ±{:g} m", error) : std::string{};
            }
        }
    }
    bool const others = (a.isClass && !a.complete) || (b.isClass && !b.complete);
    result.metres = {.low = low == infinite || others ? 0 : low, .high = high};
    return result;
}

} // namespace zhengtu::workspace
