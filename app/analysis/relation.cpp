#include "analysis/relation.hpp"

#include "analysis/chance.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <optional>

namespace zhengtu::analysis {

namespace {

/// Whether all of an area lies within a distance of a zone.
Result<bool> wholeWithin(Form const& form, Zone const& zone, double distanceM)
{
    if (distanceM <= 0) { return geo::covers(zone.shape, form.shape()); }
    for (auto const& part : form.shape().parts) { // a vertex beyond it decides at once
        for (auto const at : part.outline) {
            if (zone.prepared.distanceM(at, distanceM) > distanceM) { return false; }
        }
    }
    return geo::bufferM(zone.shape, distanceM).and_then([&](geo::Shape const& near) { return geo::covers(near, form.shape()); });
}

} // namespace

Relation pointRelation(geo::LonLat at, Zone const& zone, double limitM)
{
    switch (zone.prepared.locate(at)) {
    case geo::Where::Boundary: return {Position::Edge, 1, 0, 0};
    case geo::Where::Inside: {
        auto const edge = limitM > 0 ? zone.prepared.nearestEdge(at, limitM) : std::nullopt;
        return {Position::Inside, 1, 0, edge ? edge->distanceM : std::numeric_limits<double>::infinity()};
    }
    case geo::Where::Outside: break;
    }
    return {Position::Outside, 0, limitM > 0 ? zone.prepared.distanceM(at, limitM) : std::numeric_limits<double>::infinity(),
            0};
}

Result<Relation> shapeRelation(Form const& form, Zone const& zone, double limitM)
{
    auto const meet = zone.prepared.intersects(form.shape());
    if (!meet) { return std::unexpected{meet.error()}; }
    if (!*meet) {
        return Relation{Position::Outside, 0,
                        limitM > 0 ? zone.prepared.edgeDistanceM(form.shape(), limitM) : std::numeric_limits<double>::infinity(),
                        0};
    }
    auto const share = geo::shareInside(form.shape(), zone.shape);
    if (!share) { return std::unexpected{share.error()}; }
    // a zone made by uniting others differs from them in the last digits
    if (*share > 1 - 1e-9) { return Relation{Position::Inside, 1, 0, zone.prepared.edgeDistanceM(form.shape())}; }
    return Relation{*share > 1e-9 ? Position::Straddle : Position::Edge, *share, 0, 0};
}

Result<double> depthM(Form const& form, Zone const& zone)
{
    if (zone.shape.type != geo::ShapeType::Polygon) { return 0.0; }
    auto const common = geo::intersection(form.shape(), zone.shape);
    if (!common) { return std::unexpected{common.error()}; }
    double deepest = 0;
    for (auto const at : spread(*common, 64)) {
        if (zone.prepared.locate(at) != geo::Where::Inside) { continue; }
        if (auto const edge = zone.prepared.nearestEdge(at)) { deepest = std::max(deepest, edge->distanceM); }
    }
    return deepest;
}

Result<AreaRelation> areaRelation(Form const& form, Relation const& relation, Zone const& zone, double distanceM)
{
    AreaRelation area;
    auto const whole = wholeWithin(form, zone, distanceM - zone.accuracyM);
    if (!whole) { return std::unexpected{whole.error()}; }
    area.whole = *whole;
    if (area.whole || relation.distanceM > 0) { return area; }
    auto const in = geo::covers(form.shape(), zone.shape);
    if (!in) { return std::unexpected{in.error()}; }
    area.lies = *in ? Lies::In : Lies::Partly;
    return area;
}

} // namespace zhengtu::analysis
