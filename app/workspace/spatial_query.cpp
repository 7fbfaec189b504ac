#include "workspace/spatial_query.hpp"

#include <algorithm>
#include <map>

namespace zhengtu::workspace {

namespace {

using Rows = std::vector<QueryRow>;
using BySite = std::map<std::string, QueryRow const*>;

Result<std::vector<geo::Feature>> targetsOf(std::vector<geo::Layer> const& layers, QueryTerm const& term)
{
    auto zones = targets(layers, term.target, term.zoneRole);
    if (!zones || term.bufferM == 0) { return zones; }
    auto whole = wholeZones(*zones);
    return whole ? grown(std::move(*whole), term.bufferM) : whole;
}

bool isBetter(QueryRow const& a, QueryRow const& b)
{
    if (a.hit.answer != b.hit.answer) { return a.hit.answer > b.hit.answer; }
    return a.hit.probability.value_or(0) > b.hit.probability.value_or(0);
}

BySite bestOf(Rows const& rows)
{
    BySite best;
    for (auto const& row : rows) {
        auto const [known, fresh] = best.try_emplace(row.site.id, &row);
        if (!fresh && isBetter(row, *known->second)) { known->second = &row; }
    }
    return best;
}

/// A condition with its targets looked up and, when asked, its rows.
struct Asked {
    QueryTerm const* term;
    std::vector<geo::Feature> targets;
    Rows rows{};
};

Result<void> askTerm(Asked& asked, std::vector<ledger::TaskRow> const& tasks, analysis::Progress const& progress, std::size_t& others)
{
    auto const& term = *asked.term;
    auto rows = [&]() -> Result<Rows> {
        switch (term.predicate) {
        case Predicate::Within: return queryWithin(tasks, asked.targets, progress);
        case Predicate::Intersects: return queryIntersects(tasks, asked.targets, progress);
        case Predicate::Touches: return queryTouches(tasks, asked.targets, progress);
        case Predicate::Near: return queryNear(tasks, asked.targets, term.distanceM, progress);
        case Predicate::Nearest: break;
        }
        return queryNearest(tasks, asked.targets, term.count, others, progress);
    }();
    if (!rows) { return std::unexpected{std::move(rows.error())}; }
    asked.rows = std::move(*rows);
    return {};
}

/// Tasks with those of their sites only that every list of rows has.
std::vector<ledger::TaskRow> restricted(std::vector<ledger::TaskRow> tasks, std::vector<BySite> const& lists)
{
    for (auto& task : tasks) {
        std::erase_if(task.sites, [&](place::Site const& site) {
            return !std::ranges::all_of(lists, [&](BySite const& list) { return list.contains(site.id); });
        });
    }
    return tasks;
}

/// A row of the first condition, weakened by what the others say of its site; false when one of them says no.
bool join(QueryRow& row, std::vector<Asked> const& asked, std::vector<BySite> const& lists)
{
    for (std::size_t i = 1; i < asked.size(); ++i) {
        auto const found = lists[i].find(row.site.id);
        if (found == lists[i].end()) { return false; }
        auto const& other = *found->second;
        row.also.push_back({words(*asked[i].term), other.zone, other.zoneRole, other.hit});
        row.hit.answer = std::min(row.hit.answer, other.hit.answer);
        auto& chance = row.hit.probability;
        chance = chance && other.hit.probability ? std::optional{std::min(*chance, *other.hit.probability)} : std::nullopt;
        if (!other.hit.reason.empty()) { row.hit.reason += (row.hit.reason.empty() ? "" : "; ") + other.hit.reason; }
        row.schematic = row.schematic || other.schematic;
    }
    return true;
}

} // namespace

Result<QueryAnswer> ask(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, SpatialQuery const& query, Date asOf,
                        analysis::Progress const& progress)
{
    if (auto const fine = check(query); !fine) { return std::unexpected{fine.error()}; }
    auto kept = filtered(tasks, query.filter, asOf);
    std::vector<Asked> asked;
    for (auto const& term : query.terms) {
        auto zones = targetsOf(layers, term);
        if (!zones) { return std::unexpected{std::move(zones.error())}; }
        asked.push_back({&term, std::move(*zones)});
    }
    QueryAnswer answer;
    answer.tasks = kept.size();
    // The nearest are looked for among the sites of which all else holds, so they are asked last.
    for (bool const nearest : {false, true}) {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if ((asked[i].term->predicate == Predicate::Nearest) != nearest) { continue; }
            if (nearest) {
                std::vector<BySite> lists;
                for (auto const& other : asked) {
                    if (&other != &asked[i]) { lists.push_back(bestOf(other.rows)); }
                }
                kept = restricted(std::move(kept), lists);
            }
            auto const part = analysis::part(progress, static_cast<double>(i) / static_cast<double>(asked.size()), static_cast<double>(i + 1) / static_cast<double>(asked.size()));
            if (auto const done = askTerm(asked[i], kept, part, answer.others); !done) { return std::unexpected{done.error()}; }
        }
    }
    std::vector<BySite> lists;
    for (auto const& one : asked) { lists.push_back(bestOf(one.rows)); }
    for (auto& row : asked.front().rows) {
        if (join(row, asked, lists) && !(query.certainOnly && row.hit.answer != analysis::Answer::Yes)) { answer.rows.push_back(row); }
    }
    answer.targets = std::move(asked.front().targets);
    return answer;
}

} // namespace zhengtu::workspace
