#include "analysis/query.hpp"

#include "analysis/forms.hpp"
#include "analysis/parallel.hpp"
#include "analysis/reasons.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace zhengtu::analysis {

namespace {

/// Edges nearer than this are one edge, drawn once: rounding to 6 decimals moves a position by 8 cm at most.
constexpr double sameEdgeM = 0.5;

/// How a form lies to a zone, whatever the errors.
struct Relation {
    Position position = Position::Outside;
    double share = 0;
    double distanceM = 0;                                   ///< to the zone; infinity where farther than asked
    double edgeM = std::numeric_limits<double>::infinity(); ///< inside: to the zone's edge, or infinity likewise
};

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
    auto const meet = zone.prepared.intersects(form.shape);
    if (!meet) { return std::unexpected{meet.error()}; }
    if (!*meet) {
        return Relation{Position::Outside, 0,
                        limitM > 0 ? zone.prepared.edgeDistanceM(form.shape, limitM) : std::numeric_limits<double>::infinity(),
                        0};
    }
    auto const share = geo::shareInside(form.shape, zone.shape);
    if (!share) { return std::unexpected{share.error()}; }
    // a zone made by uniting others differs from them in the last digits
    if (*share > 1 - 1e-9) { return Relation{Position::Inside, 1, 0, zone.prepared.edgeDistanceM(form.shape)}; }
    return Relation{*share > 1e-9 ? Position::Straddle : Position::Edge, *share, 0, 0};
}

/// One site against one zone, where the answer is Yes or Maybe.
std::optional<Hit> judgeWithin(place::Site const& site, Relation const& relation, Zone const& zone)
{
    Hit hit{.site = 0,
            .zone = zone.number,
            .answer = Answer::Maybe,
            .position = relation.position,
            .distanceM = 0,
            .share = relation.share,
            .reason = {}};
    double const errorM = isArea(site) && radiusM(site) == 0 ? 0 : radiusM(site) + zone.accuracyM;
    bool const point = site.shape.type == geo::ShapeType::Point && site.shape.parts.size() == 1;
    switch (relation.position) {
    case Position::Inside:
        if (relation.edgeM > errorM || errorM == 0 || (!point && relation.edgeM < sameEdgeM)) {
            hit.answer = Answer::Yes;
        } else {
            hit.reason = errorWords(radiusM(site), zone.accuracyM) + "inside, " + distanceWords(relation.edgeM) + " from the edge";
        }
        return hit;
    case Position::Edge:
        if (!point && errorM == 0) { return std::nullopt; } // an area or thing that only touches
        hit.reason = errorWords(radiusM(site), zone.accuracyM) + "on the edge of the zone";
        return hit;
    case Position::Straddle: hit.reason = shareWords(site, relation.share); return hit;
    case Position::Outside: break;
    }
    if (errorM == 0 || relation.distanceM > errorM) { return std::nullopt; }
    hit.distanceM = relation.distanceM;
    hit.reason = errorWords(radiusM(site), zone.accuracyM) + "zone is " + distanceWords(relation.distanceM) + " away";
    return hit;
}

/// How an area, which a place lies somewhere in, stands to a feature and a distance: the same for every site of the area.
struct AreaRelation {
    bool whole = false; ///< all of it lies within the distance
    Lies lies = Lies::Beside;
};

/// Whether all of an area lies within a distance of a zone.
Result<bool> wholeWithin(Form const& form, Zone const& zone, double distanceM)
{
    if (distanceM <= 0) { return geo::covers(zone.shape, form.shape); }
    for (auto const& part : form.shape.parts) { // a vertex beyond it decides at once
        for (auto const at : part.outline) {
            if (zone.prepared.distanceM(at, distanceM) > distanceM) { return false; }
        }
    }
    return geo::bufferM(zone.shape, distanceM).and_then([&](geo::Shape const& near) { return geo::covers(near, form.shape); });
}

Result<AreaRelation> areaRelation(Form const& form, Relation const& relation, Zone const& zone, double distanceM)
{
    AreaRelation area;
    auto const whole = wholeWithin(form, zone, distanceM - zone.accuracyM);
    if (!whole) { return std::unexpected{whole.error()}; }
    area.whole = *whole;
    if (area.whole || relation.distanceM > 0) { return area; }
    auto const in = geo::covers(form.shape, zone.shape);
    if (!in) { return std::unexpected{in.error()}; }
    area.lies = *in ? Lies::In : Lies::Partly;
    return area;
}

/// Of an area that a feature's errors alone bring near, the distance says nothing: the reason tells them.
std::string areaReason(place::Site const& site, AreaRelation const& area, Relation const& relation, Zone const& zone,
                       double distanceM)
{
    auto const words = areaWords(site, zone.kind, area.lies, relation.distanceM);
    bool const byErrorOnly = area.lies == Lies::Beside && relation.distanceM > distanceM;
    return byErrorOnly ? errorWords(0, zone.accuracyM) + words : words;
}

/// `area` is that of sites that are areas, else not looked at.
std::optional<Hit> judgeNear(place::Site const& site, AreaRelation const& area, Relation const& relation, Zone const& zone,
                             double distanceM)
{
    Hit hit{.site = 0,
            .zone = zone.number,
            .answer = Answer::Maybe,
            .position = relation.position,
            .distanceM = relation.distanceM,
            .share = relation.share,
            .reason = {}};
    double const errorM = radiusM(site) + zone.accuracyM;
    if (!(relation.distanceM <= distanceM + errorM)) { return std::nullopt; }
    if (isArea(site)) {
        // a point or line in an area takes no share of it, and is not on its edge for that
        if (area.lies != Lies::Beside && hit.position == Position::Edge && zone.shape.type != geo::ShapeType::Polygon) {
            hit.position = Position::Straddle;
        }
        if (area.whole && radiusM(site) == 0) {
            hit.answer = Answer::Yes;
        } else {
            hit.reason = areaReason(site, area, relation, zone, distanceM);
        }
        return hit;
    }
    if (relation.distanceM + errorM <= distanceM) {
        hit.answer = Answer::Yes;
    } else {
        hit.reason = errorWords(radiusM(site), zone.accuracyM) +
                     (relation.distanceM > 0 ? distanceWords(relation.distanceM) + " away" : "they meet as drawn");
    }
    return hit;
}

/// Every form against every zone near it.
class Query {
public:
    Query(std::vector<place::Site> const& sites, std::vector<Form> forms, std::vector<Zone> zones,
          std::optional<double> distanceM)
        : m_sites{sites}, m_forms{std::move(forms)}, m_zones{std::move(zones)}, m_distanceM{distanceM}
    {
        std::vector<geo::Extent> extents;
        for (auto const& zone : m_zones) {
            extents.push_back(geo::grown(zone.prepared.extent(), m_distanceM.value_or(0) + zone.accuracyM));
        }
        m_index = geo::SpatialIndex{extents};
    }

    Result<std::vector<Hit>> run(Progress const& progress, unsigned threads)
    {
        std::vector<Result<std::vector<Hit>>> found(m_forms.size());
        if (!forEach(m_forms.size(), threads, progress, [&](std::size_t i) { found[i] = hitsOf(m_forms[i]); })) {
            return fail(ErrorCode::Cancelled, "the query was stopped");
        }
        std::vector<Hit> hits;
        for (auto& some : found) {
            if (!some) { return std::unexpected{std::move(some.error())}; }
            std::ranges::move(*some, std::back_inserter(hits));
        }
        std::ranges::sort(hits,
                          [](Hit const& l, Hit const& r) { return l.site != r.site ? l.site < r.site : l.zone < r.zone; });
        return hits;
    }

private:
    Result<std::vector<Hit>> hitsOf(Form const& form) const
    {
        std::vector<Hit> hits;
        for (auto const number : m_index.query(geo::grown(form.extent, form.largestRadiusM))) {
            auto const& zone = m_zones[number];
            double const limitM = m_distanceM.value_or(0) + zone.accuracyM + form.largestRadiusM;
            auto const relation =
                form.isPoint() ? Result<Relation>{pointRelation(form.at(), zone, limitM)} : shapeRelation(form, zone, limitM);
            if (!relation) { return std::unexpected{Error{relation.error()}.at("site " + m_sites[form.sites.front()].id)}; }
            auto const area = areaOf(form, *relation, zone);
            if (!area) { return std::unexpected{Error{area.error()}.at("site " + m_sites[form.sites.front()].id)}; }
            for (auto const site : form.sites) {
                auto hit = m_distanceM ? judgeNear(m_sites[site], *area, *relation, zone, *m_distanceM)
                                       : judgeWithin(m_sites[site], *relation, zone);
                if (!hit) { continue; }
                hit->site = site;
                hits.push_back(std::move(*hit));
            }
        }
        return hits;
    }

    [[nodiscard]] Result<AreaRelation> areaOf(Form const& form, Relation const& relation, Zone const& zone) const
    {
        bool const asked = m_distanceM && relation.distanceM <= *m_distanceM + zone.accuracyM &&
                           std::ranges::any_of(form.sites, [&](auto site) { return isArea(m_sites[site]); });
        return asked ? areaRelation(form, relation, zone, *m_distanceM) : AreaRelation{};
    }

    std::vector<place::Site> const& m_sites;
    std::vector<Form> m_forms;
    std::vector<Zone> m_zones;
    std::optional<double> m_distanceM;
    geo::SpatialIndex m_index;
};

Result<std::vector<Hit>> ask(std::vector<place::Site> const& sites, std::vector<geo::Feature> const& zones,
                             std::optional<double> distanceM, Progress const& progress, QueryOptions const& options)
{
    auto forms = formsOf(sites);
    if (!forms) { return std::unexpected{std::move(forms.error())}; }
    auto ready = zonesOf(zones, options.zoneAccuracy, options.threads);
    if (!ready) { return std::unexpected{std::move(ready.error())}; }
    return Query{sites, std::move(*forms), std::move(*ready), distanceM}.run(progress, options.threads);
}

} // namespace

char const* name(Answer answer) noexcept
{
    switch (answer) {
    case Answer::No: return "no";
    case Answer::Maybe: return "maybe";
    case Answer::Yes: return "yes";
    }
    return "no";
}

char const* name(Position position) noexcept
{
    switch (position) {
    case Position::Outside: return "outside";
    case Position::Inside: return "inside";
    case Position::Edge: return "edge";
    case Position::Straddle: return "straddle";
    }
    return "outside";
}

Result<std::vector<Hit>> sitesWithin(std::vector<place::Site> const& sites, std::vector<geo::Feature> const& zones,
                                     Progress const& progress, QueryOptions const& options)
{
    return ask(sites, zones, std::nullopt, progress, options);
}

Result<std::vector<Hit>> sitesNear(std::vector<place::Site> const& sites, std::vector<geo::Feature> const& features,
                                   double distanceM, Progress const& progress, QueryOptions const& options)
{
    if (!(distanceM >= 0) || !std::isfinite(distanceM)) {
        return fail(ErrorCode::Usage, "a distance must be zero or more metres");
    }
    return ask(sites, features, distanceM, progress, options);
}

} // namespace zhengtu::analysis
