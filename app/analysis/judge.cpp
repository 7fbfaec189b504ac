#include "analysis/judge.hpp"

#include "analysis/chance.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

using Kind = Question::Kind;

Hit maybe(Case const& one)
{
    return {.zone = one.zone.number, .answer = Answer::Maybe, .position = one.relation.position, .distanceM = 0, .share = one.relation.share,
            .probability = std::nullopt, .reason = {}};
}

Hit yes(Hit hit)
{
    hit.answer = Answer::Yes;
    hit.probability = 1;
    return hit;
}

/// Of a point by its disc; of a thing by the edge that is nearest to it, at `insideM`.
double chance(Case const& one, double insideM, double reachM)
{
    if (one.point()) {
        auto const radius = radiusM(one.site);
        auto const known = std::ranges::find(one.discs, radius, &DiscChances::value_type::first);
        if (known != one.discs.end()) { return known->second; }
        return one.discs.emplace_back(radius, discChance(one.site.shape.parts.front().outline.front(), radius, one.zone, reachM)).second;
    }
    return straightEdgeChance(insideM + reachM, radiusM(one.site), one.zone.accuracyM);
}

std::optional<Hit> within(Case const& one)
{
    auto hit = maybe(one);
    auto const& [site, relation, zone, area, areaChance, depth, discs] = one;
    double const errorM = isArea(site) && radiusM(site) == 0 ? 0 : radiusM(site) + zone.accuracyM;
    auto const errors = errorWords(radiusM(site), zone.accuracyM);
    switch (relation.position) {
    case Position::Inside:
        if (relation.edgeM > errorM || errorM == 0 || (!one.point() && relation.edgeM < sameEdgeM)) { return yes(hit); }
        hit.probability = chance(one, relation.edgeM, 0);
        hit.reason = errors + "inside, " + distanceWords(relation.edgeM) + " from the edge";
        return hit;
    case Position::Edge:
        if (!one.point() && errorM == 0) { return std::nullopt; } // an area or thing that only touches
        hit.probability = chance(one, 0, 0);
        hit.reason = errors + "on the edge of the zone";
        return hit;
    case Position::Straddle:
        hit.probability = relation.share;
        hit.reason = shareWords(site, relation.share);
        return hit;
    case Position::Outside: break;
    }
    if (errorM == 0 || relation.distanceM > errorM) { return std::nullopt; }
    hit.distanceM = relation.distanceM;
    hit.probability = chance(one, -relation.distanceM, 0);
    hit.reason = errors + "zone is " + distanceWords(relation.distanceM) + " away";
    return hit;
}

/// Of a place it is the same as within; a thing may lie partly in the zone, or only meet its edge.
std::optional<Hit> intersects(Case const& one)
{
    auto const& [site, relation, zone, area, areaChance, depth, discs] = one;
    if (one.point() || isArea(site)) { return within(one); }
    auto hit = maybe(one);
    double const errorM = radiusM(site) + zone.accuracyM;
    if (relation.position == Position::Outside) {
        if (errorM == 0 || relation.distanceM > errorM) { return std::nullopt; }
        hit.distanceM = relation.distanceM;
        hit.probability = chance(one, -relation.distanceM, 0);
        hit.reason = errorWords(radiusM(site), zone.accuracyM) + "zone is " + distanceWords(relation.distanceM) + " away";
        return hit;
    }
    if (errorM == 0 || depth > errorM) { return yes(hit); }
    if (zone.shape.type == geo::ShapeType::Polygon) { hit.probability = chance(one, depth, 0); }
    hit.reason = errorWords(radiusM(site), zone.accuracyM) +
                 (depth > 0 ? "reaches " + distanceWords(depth) + " into the zone as drawn" : "meets the edge of the zone as drawn");
    return hit;
}

/// As drawn: with errors nobody can say that two edges meet exactly, so there is no probability.
std::optional<Hit> touches(Case const& one)
{
    auto const& [site, relation, zone, area, areaChance, depth, discs] = one;
    bool const meets = relation.position == Position::Edge || (relation.position == Position::Outside && relation.distanceM <= sameEdgeM) ||
                       (one.point() && relation.position == Position::Inside && relation.edgeM <= sameEdgeM);
    if (!meets) { return std::nullopt; }
    auto hit = maybe(one);
    hit.position = Position::Edge;
    hit.distanceM = relation.distanceM;
    if (isArea(site)) {
        hit.reason = onlyKnown(site) + ", which touches the zone";
    } else if (radiusM(site) + zone.accuracyM == 0) {
        return yes(hit);
    } else {
        hit.reason = errorWords(radiusM(site), zone.accuracyM) + "touches the edge of the zone as drawn";
    }
    return hit;
}

/// Of an area that a feature's errors alone bring near, the distance says nothing: the reason tells them.
std::string areaReason(Case const& one, double distanceM)
{
    auto const words = areaWords(one.site, one.zone.kind, one.area.lies, one.relation.distanceM);
    bool const byErrorOnly = one.area.lies == Lies::Beside && one.relation.distanceM > distanceM;
    return byErrorOnly ? errorWords(0, one.zone.accuracyM) + words : words;
}

std::optional<Hit> near(Case const& one, double distanceM)
{
    auto const& [site, relation, zone, area, areaChance, depth, discs] = one;
    double const errorM = radiusM(site) + zone.accuracyM;
    if (!(relation.distanceM <= distanceM + errorM)) { return std::nullopt; }
    auto hit = maybe(one);
    hit.distanceM = relation.distanceM;
    if (isArea(site)) {
        // a point or line in an area takes no share of it, and is not on its edge for that
        if (area.lies != Lies::Beside && hit.position == Position::Edge && zone.shape.type != geo::ShapeType::Polygon) {
            hit.position = Position::Straddle;
        }
        if (area.whole && radiusM(site) == 0) { return yes(hit); }
        hit.probability = areaChance;
        hit.reason = areaReason(one, distanceM);
        return hit;
    }
    if (relation.distanceM + errorM <= distanceM) { return yes(hit); }
    hit.probability = chance(one, -relation.distanceM, distanceM);
    hit.reason = errorWords(radiusM(site), zone.accuracyM) + (relation.distanceM > 0 ? distanceWords(relation.distanceM) + " away" : "they meet as drawn");
    return hit;
}

} // namespace

std::optional<Hit> judge(Question const& question, Case const& one)
{
    switch (question.kind) {
    case Kind::Within: return within(one);
    case Kind::Intersects: return intersects(one);
    case Kind::Touches: return touches(one);
    case Kind::Near: return near(one, question.distanceM);
    }
    return std::nullopt;
}

} // namespace zhengtu::analysis
