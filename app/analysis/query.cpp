#include "analysis/query.hpp"

#include "analysis/chance.hpp"
#include "analysis/judge.hpp"
#include "analysis/parallel.hpp"
#include "geo/index.hpp"

#include <algorithm>
#include <cmath>
#include <format>

namespace zhengtu::analysis {

namespace {

/// Every form against every zone near it.
class Query {
public:
    Query(place::SiteViews const& sites, std::vector<Form> forms, std::vector<Zone> zones, Question const& question)
        : m_sites{sites}, m_forms{std::move(forms)}, m_zones{std::move(zones)}, m_question{question}
    {
        std::vector<geo::Extent> extents;
        for (auto const& zone : m_zones) {
            extents.push_back(geo::grown(zone.prepared.extent(), m_question.limitM() + zone.accuracyM));
        }
        m_index = geo::SpatialIndex{extents};
    }

    Result<std::vector<Hit>> run(Progress const& progress, unsigned threads)
    {
        constexpr std::size_t block = 8; // forms; a result for each of a million would take more room than the hits
        std::vector<Result<std::vector<Hit>>> found((m_forms.size() + block - 1) / block);
        auto const work = [&](std::size_t number) {
            for (std::size_t i = number * block; i < std::min(m_forms.size(), (number + 1) * block) && found[number]; ++i) {
                if (auto const done = addHits(m_forms[i], *found[number]); !done) { found[number] = std::unexpected{done.error()}; }
            }
        };
        if (!forEach(found.size(), threads, progress, work, 1)) { return fail(ErrorCode::Cancelled, "the query was stopped"); }
        std::vector<Hit> hits;
        for (auto& some : found) {
            if (!some) { return std::unexpected{std::move(some.error())}; }
            std::ranges::move(*some, std::back_inserter(hits));
            *some = {};
        }
        std::ranges::sort(hits,
                          [](Hit const& l, Hit const& r) { return l.site != r.site ? l.site < r.site : l.zone < r.zone; });
        return hits;
    }

private:
    Result<void> addHits(Form const& form, std::vector<Hit>& hits) const
    {
        std::vector<geo::LonLat> spots; // over an area, when the first feature asks for them
        for (auto const number : m_index.query(geo::grown(form.extent, form.largestRadiusM))) {
            if (auto const done = judgeZone(form, m_zones[number], spots, hits); !done) {
                return std::unexpected{Error{done.error()}.at(std::format("site {}", m_sites[form.sites.front()].id))};
            }
        }
        return {};
    }

    Result<void> judgeZone(Form const& form, Zone const& zone, std::vector<geo::LonLat>& spots, std::vector<Hit>& hits) const
    {
        double const limitM = m_question.limitM() + zone.accuracyM + form.largestRadiusM;
        auto const relation = form.isPoint() ? Result<Relation>{pointRelation(form.at(), zone, limitM)} : shapeRelation(form, zone, limitM);
        if (!relation) { return std::unexpected{relation.error()}; }
        AreaRelation area;
        double areaChance = 0;
        if (asksArea(form, *relation, zone)) {
            auto const known = areaRelation(form, *relation, zone, m_question.distanceM);
            if (!known) { return std::unexpected{known.error()}; }
            area = *known;
            if (spots.empty()) { spots = spread(form.shape()); }
            if (!area.whole || form.largestRadiusM > 0) { areaChance = meanChance(spots, zone, m_question.distanceM); }
        }
        double depth = 0;
        bool const meets = relation->position == Position::Inside || relation->position == Position::Straddle;
        if (m_question.kind == Question::Kind::Intersects && meets && !form.isPoint()) {
            auto const known = depthM(form, zone);
            if (!known) { return std::unexpected{known.error()}; }
            depth = *known;
        }
        DiscChances discs;
        for (auto const site : form.sites) {
            auto hit = judge(m_question, {m_sites[site], *relation, zone, area, areaChance, depth, discs});
            if (!hit) { continue; }
            hit->site = site;
            hits.push_back(std::move(*hit));
        }
        return {};
    }

    [[nodiscard]] bool asksArea(Form const& form, Relation const& relation, Zone const& zone) const
    {
        return m_question.kind == Question::Kind::Near && relation.distanceM <= m_question.distanceM + zone.accuracyM + form.largestRadiusM &&
               std::ranges::any_of(form.sites, [&](auto site) { return isArea(m_sites[site]); });
    }

    place::SiteViews const& m_sites;
    std::vector<Form> m_forms;
    std::vector<Zone> m_zones;
    Question m_question;
    geo::SpatialIndex m_index;
};

Result<std::vector<Hit>> ask(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                             Question const& question, Progress const& progress, QueryOptions const& options)
{
    auto forms = formsOf(sites);
    if (!forms) { return std::unexpected{std::move(forms.error())}; }
    auto ready = zonesOf(zones, options.zoneAccuracy, options.threads);
    if (!ready) { return std::unexpected{std::move(ready.error())}; }
    return Query{sites, std::move(*forms), std::move(*ready), question}.run(progress, options.threads);
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

Result<std::vector<Hit>> sitesWithin(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                                     Progress const& progress, QueryOptions const& options)
{
    return ask(sites, zones, {Question::Kind::Within}, progress, options);
}

Result<std::vector<Hit>> sitesIntersecting(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                                           Progress const& progress, QueryOptions const& options)
{
    return ask(sites, zones, {Question::Kind::Intersects}, progress, options);
}

Result<std::vector<Hit>> sitesTouching(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                                       Progress const& progress, QueryOptions const& options)
{
    return ask(sites, zones, {Question::Kind::Touches}, progress, options);
}

Result<std::vector<Hit>> sitesNear(place::SiteViews const& sites, std::vector<geo::Feature> const& features,
                                   double distanceM, Progress const& progress, QueryOptions const& options)
{
    if (!(distanceM >= 0) || !std::isfinite(distanceM)) {
        return fail(ErrorCode::Usage, "a distance must be zero or more metres");
    }
    return ask(sites, features, {Question::Kind::Near, distanceM}, progress, options);
}

} // namespace zhengtu::analysis
