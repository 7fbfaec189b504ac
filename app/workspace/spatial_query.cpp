#include "workspace/spatial_query.hpp"

#include "ledger/site_table.hpp"
#include "workspace/selection.hpp"

#include <algorithm>
#include <filesystem>
#include <format>
#include <optional>
#include <system_error>
#include <utility>

namespace zhengtu::workspace {

namespace {

using Hits = std::vector<QueryHit>;
/// The best hit of each site, by its number; null where there is none.
using BySite = std::vector<QueryHit const*>;

/// Of a file what can be computed with, and a note of the rest.
Result<std::vector<geo::Feature>> ofFile(std::vector<geo::Layer> const& layers, QueryTerm const& term, TargetNotes& notes)
{
    auto selected = select(layers, term.target);
    if (!selected) { return std::unexpected{std::move(selected.error())}; }
    auto& [features, repaired, refused] = selected->layer;
    notes.leftOut += refused.size();
    for (auto const& [what, some] : {std::pair{"left out", &refused}, {"repaired", &repaired}}) {
        for (auto const& note : *some) { notes.words.push_back(std::format("{}: {}: {} {}: {}", term.target, what, note.number, note.id, note.reason)); }
    }
    if (term.zoneRole.empty()) { return std::move(features); }
    std::erase_if(features, [&](geo::Feature const& feature) { return feature.zone != term.zoneRole; });
    if (features.empty()) { return fail(ErrorCode::NotFound, term.target + " has no zone \"" + term.zoneRole + "\"", "Zones: core, buffer, experimental; domain, key"); }
    return std::move(features);
}

Result<std::vector<geo::Feature>> targetsOf(std::vector<geo::Layer> const& layers, QueryTerm const& term, TargetNotes& notes)
{
    std::error_code ignored;
    bool const file = std::filesystem::is_regular_file(term.target, ignored);
    auto zones = file ? ofFile(layers, term, notes) : targets(layers, term.target, term.zoneRole);
    if (!zones || term.bufferM == 0) { return zones; }
    auto whole = wholeZones(*zones);
    return whole ? grown(std::move(*whole), term.bufferM) : whole;
}

bool isBetter(QueryHit const& a, QueryHit const& b)
{
    if (a.hit.answer != b.hit.answer) { return a.hit.answer > b.hit.answer; }
    return a.hit.probability.value_or(0) > b.hit.probability.value_or(0);
}

BySite bestOf(Hits const& hits, std::size_t sites)
{
    BySite best(sites, nullptr);
    for (auto const& hit : hits) {
        auto& known = best[hit.hit.site];
        if (known == nullptr || isBetter(hit, *known)) { known = &hit; }
    }
    return best;
}

/// A condition with its targets looked up and, when asked, what it found.
struct Asked {
    QueryTerm const* term;
    std::vector<geo::Feature> targets;
    Hits hits{};
};

Result<void> askTerm(Asked& asked, AskedSites const& sites, analysis::Progress const& progress, std::size_t& others)
{
    auto const& term = *asked.term;
    auto hits = [&]() -> Result<Hits> {
        switch (term.predicate) {
        case Predicate::Within: return hitsWithin(sites, asked.targets, progress);
        case Predicate::Intersects: return hitsIntersecting(sites, asked.targets, progress);
        case Predicate::Touches: return hitsTouching(sites, asked.targets, progress);
        case Predicate::Near: return hitsNear(sites, asked.targets, term.distanceM, progress);
        case Predicate::Nearest: break;
        }
        return hitsNearest(sites, asked.targets, term.count, others, progress);
    }();
    if (!hits) { return std::unexpected{std::move(hits.error())}; }
    asked.hits = std::move(*hits);
    return {};
}

/// Those of the sites that every other condition has found.
void restrict(AskedSites& sites, std::vector<Asked> const& asked, Asked const& nearest)
{
    for (auto const& other : asked) {
        if (&other == &nearest) { continue; }
        auto const best = bestOf(other.hits, sites.table.sites());
        std::erase_if(sites.numbers, [&](std::uint32_t site) { return best[site] == nullptr; });
    }
}

/// A hit of the first condition, weakened by what the others say of its site; false when one of them says no.
bool join(QueryHit& one, std::vector<Asked> const& asked, std::vector<BySite> const& lists)
{
    for (std::size_t i = 0; i < lists.size(); ++i) {
        auto const* const other = lists[i][one.hit.site];
        if (other == nullptr) { return false; }
        one.also.push_back({words(*asked[i + 1].term), other->zone, other->zoneRole, other->hit});
        one.hit.answer = std::min(one.hit.answer, other->hit.answer);
        auto& chance = one.hit.probability;
        chance = chance && other->hit.probability ? std::optional{std::min(*chance, *other->hit.probability)} : std::nullopt;
        if (!other->hit.reason.empty()) { one.hit.reason += (one.hit.reason.empty() ? "" : "; ") + other->hit.reason; }
        one.schematic = one.schematic || other->schematic;
    }
    return true;
}

} // namespace

Result<QueryFound> ask(ledger::SiteTable const& table, std::vector<geo::Layer> const& layers, SpatialQuery const& query, Date asOf, analysis::Progress const& progress)
{
    if (auto const fine = check(query); !fine) { return std::unexpected{fine.error()}; }
    std::vector<Asked> asked;
    QueryFound found;
    for (auto const& term : query.terms) {
        auto zones = targetsOf(layers, term, found.notes);
        if (!zones) { return std::unexpected{std::move(zones.error())}; }
        asked.push_back({&term, std::move(*zones)});
    }
    auto tasks = chosen(table, query.filter, asOf);
    auto sites = sitesOf(tasks);
    // The nearest are looked for among the sites of which all else holds, so they are asked last.
    for (bool const nearest : {false, true}) {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if ((asked[i].term->predicate == Predicate::Nearest) != nearest) { continue; }
            if (nearest) { restrict(sites, asked, asked[i]); }
            auto const part = analysis::part(progress, static_cast<double>(i) / static_cast<double>(asked.size()), static_cast<double>(i + 1) / static_cast<double>(asked.size()));
            if (auto const done = askTerm(asked[i], sites, part, found.others); !done) { return std::unexpected{done.error()}; }
        }
    }
    std::vector<BySite> lists; // of the further conditions
    for (std::size_t i = 1; i < asked.size(); ++i) { lists.push_back(bestOf(asked[i].hits, table.sites())); }
    auto& first = asked.front().hits;
    std::size_t kept = 0;
    for (auto& one : first) {
        if (!join(one, asked, lists) || (query.certainOnly && one.hit.answer != analysis::Answer::Yes)) { continue; }
        if (&first[kept] != &one) { first[kept] = std::move(one); }
        ++kept;
    }
    first.resize(kept);
    found.hits = std::move(first);
    found.targets = std::move(asked.front().targets);
    found.asked = std::move(tasks.numbers);
    return found;
}

Result<QueryAnswer> ask(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, SpatialQuery const& query, Date asOf,
                        analysis::Progress const& progress)
{
    auto const table = ledger::SiteTable::of(tasks, query.filter.text);
    return ask(table, layers, query, asOf, progress).transform([&](QueryFound found) {
        return QueryAnswer{.rows = rowsOf(std::move(found.hits), table, tasks), .targets = std::move(found.targets), .tasks = found.asked.size(), .others = found.others, .notes = std::move(found.notes)};
    });
}

} // namespace zhengtu::workspace
