#include "workspace/query_rows.hpp"

#include "geo/ops.hpp"
#include "ledger/site_table.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <ranges>
#include <tuple>

namespace zhengtu::workspace {

namespace {

place::SiteViews viewsOf(AskedSites const& sites)
{
    std::vector<place::SiteView> views;
    views.reserve(sites.numbers.size());
    for (auto const site : sites.numbers) { views.push_back(sites.table.view(site)); }
    return place::SiteViews{std::move(views)};
}

std::string wholeKey(geo::Feature const& zone)
{
    return zone.parent.empty() ? zone.kind + '\n' + zone.id + '\n' + zone.name : zone.kind + '\n' + zone.parent;
}

/// What the analysis found, with the names of its zones, of sites by their number in the table.
std::vector<QueryHit> named(std::vector<analysis::Hit> hits, AskedSites const& sites, std::vector<geo::Feature> const& zones)
{
    std::vector<QueryHit> named;
    named.reserve(hits.size());
    for (auto& hit : hits) {
        auto const& zone = zones[hit.zone];
        hit.site = sites.numbers[hit.site];
        named.push_back({.zone = zone.name, .zoneRole = zone.zone, .schematic = zone.schematic, .hit = std::move(hit)});
    }
    return named;
}

/// Which role of a zoned whole a site lies in: the innermost of those that it certainly lies in, else every one that it may.
std::string roleOf(std::vector<analysis::Hit const*> const& hits, std::vector<geo::Feature> const& zones)
{
    std::string maybe;
    for (auto const* hit : hits) {
        auto const& role = zones[hit->zone].zone;
        if (role.empty()) { continue; }
        if (hit->answer == analysis::Answer::Yes) { return role; }
        if (!maybe.contains(role)) { maybe += (maybe.empty() ? "" : "|") + role; }
    }
    return maybe;
}

bool isNearer(analysis::Hit const& a, analysis::Hit const& b)
{
    if (a.answer != b.answer) { return a.answer > b.answer; }
    return a.distanceM < b.distanceM;
}

/// What is certain first, then what deserves a look: the places that are known, nearest and deepest in the zone first; those
/// of which only a county is known, many and alike, come last, the likeliest first.
void sortByWeight(std::vector<QueryHit>& hits, ledger::SiteTable const& table)
{
    std::ranges::stable_sort(hits, {}, [&](QueryHit const& one) {
        return std::tuple{one.hit.answer != analysis::Answer::Yes, place::isSomewhereIn(table.view(one.hit.site)), one.hit.distanceM, -one.hit.share};
    });
}

} // namespace

Result<std::vector<geo::Feature>> wholeZones(std::vector<geo::Feature> const& zones)
{
    std::map<std::string, std::vector<geo::Feature const*>> groups;
    for (auto const& zone : zones) { groups[wholeKey(zone)].push_back(&zone); }
    std::vector<geo::Feature> wholes;
    for (auto const& members : groups | std::views::values) {
        auto whole = *members.front();
        if (members.size() > 1) {
            std::vector<geo::Shape> shapes;
            for (auto const* member : members) { shapes.push_back(member->shape); }
            auto shape = geo::unionAll(shapes);
            if (!shape) { return std::unexpected{std::move(shape.error()).at(whole.parent)}; }
            whole.shape = std::move(*shape);
            whole.zone.clear();
        }
        if (!whole.parent.empty()) { whole.name = whole.parent; } // also one that has but one zone
        wholes.push_back(std::move(whole));
    }
    return wholes;
}

Result<std::vector<geo::Feature>> grown(std::vector<geo::Feature> zones, double distanceM)
{
    for (auto& zone : zones) {
        auto shape = geo::bufferM(zone.shape, distanceM);
        if (!shape) { return std::unexpected{std::move(shape.error()).at(zone.name)}; }
        zone.shape = std::move(*shape);
        zone.name += std::format(" + {:g} m", distanceM);
    }
    return zones;
}

namespace {

/// sitesWithin, or another of its form.
using AskZones = Result<std::vector<analysis::Hit>> (*)(place::SiteViews const&, std::vector<geo::Feature> const&, analysis::Progress const&,
                                                        analysis::QueryOptions const&);

Result<std::vector<QueryHit>> askWhole(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress, AskZones askZones)
{
    auto const views = viewsOf(sites);
    auto const wholes = wholeZones(zones);
    if (!wholes) { return std::unexpected{wholes.error()}; }
    auto hits = askZones(views, *wholes, analysis::part(progress, 0, 0.5), {});
    if (!hits) { return std::unexpected{hits.error()}; }
    if (wholes->size() == zones.size()) {
        auto all = named(std::move(*hits), sites, *wholes);
        sortByWeight(all, sites.table);
        return all;
    }

    auto const parts = askZones(views, zones, analysis::part(progress, 0.5, 1), {});
    if (!parts) { return std::unexpected{parts.error()}; }
    // Strictest first, so that the role found first is the innermost.
    auto const inner = [&](std::string_view role) {
        constexpr std::array<std::string_view, 5> order{"core", "key", "buffer", "experimental", "domain"};
        return std::ranges::find(order, role) - order.begin();
    };
    std::map<std::string, std::size_t> wholeNumbers;
    for (std::size_t i = 0; i < wholes->size(); ++i) { wholeNumbers.emplace(wholeKey((*wholes)[i]), i); }
    std::vector<std::size_t> wholeOf; ///< by zone
    for (auto const& zone : zones) { wholeOf.push_back(wholeNumbers.at(wholeKey(zone))); }
    std::vector<std::string> roles;
    auto part = parts->begin(); // both lists are by site
    for (auto hit = hits->begin(); hit != hits->end(); ++hit) {
        while (part != parts->end() && part->site < hit->site) { ++part; }
        std::vector<analysis::Hit const*> of;
        for (auto one = part; one != parts->end() && one->site == hit->site; ++one) {
            if (wholeOf[one->zone] == hit->zone) { of.push_back(&*one); }
        }
        std::ranges::stable_sort(of, {}, [&](auto const* one) { return inner(zones[one->zone].zone); });
        roles.push_back(roleOf(of, zones));
    }
    auto all = named(std::move(*hits), sites, *wholes);
    for (std::size_t i = 0; i < all.size(); ++i) { all[i].zoneRole = std::move(roles[i]); }
    sortByWeight(all, sites.table);
    return all;
}

} // namespace

AskedSites sitesOf(AskedTasks const& tasks)
{
    AskedSites sites{tasks.table, {}};
    for (auto const task : tasks.numbers) {
        for (auto site = tasks.table.firstSite(task); site < tasks.table.endOfSites(task); ++site) { sites.numbers.push_back(static_cast<std::uint32_t>(site)); }
    }
    return sites;
}

Result<std::vector<QueryHit>> hitsWithin(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress)
{
    return askWhole(sites, zones, progress, analysis::sitesWithin);
}

Result<std::vector<QueryHit>> hitsIntersecting(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress)
{
    return askWhole(sites, zones, progress, analysis::sitesIntersecting);
}

Result<std::vector<QueryHit>> hitsTouching(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress)
{
    return askWhole(sites, zones, progress, analysis::sitesTouching);
}

Result<std::vector<QueryHit>> hitsNearest(AskedSites const& sites, std::vector<geo::Feature> const& features, std::size_t count, std::size_t& others,
                                          analysis::Progress const& progress)
{
    auto nearest = analysis::sitesNearest(viewsOf(sites), features, count, progress);
    if (!nearest) { return std::unexpected{nearest.error()}; }
    others = nearest->others;
    return named(std::move(nearest->hits), sites, features);
}

Result<std::vector<QueryHit>> hitsNear(AskedSites const& sites, std::vector<geo::Feature> const& features, double distanceM, analysis::Progress const& progress)
{
    auto hits = analysis::sitesNear(viewsOf(sites), features, distanceM, progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    std::vector<analysis::Hit> nearest;
    std::vector<std::size_t> others;
    for (auto& hit : *hits) { // those of one site stand together
        if (nearest.empty() || nearest.back().site != hit.site) {
            nearest.push_back(std::move(hit));
            others.push_back(0);
            continue;
        }
        ++others.back();
        if (isNearer(hit, nearest.back())) { nearest.back() = std::move(hit); }
    }
    hits->clear();
    auto all = named(std::move(nearest), sites, features);
    for (std::size_t i = 0; i < all.size(); ++i) { all[i].others = others[i]; }
    sortByWeight(all, sites.table);
    return all;
}

Result<std::vector<QueryRow>> queryWithin(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones, analysis::Progress const& progress)
{
    auto const table = ledger::SiteTable::of(tasks);
    auto hits = hitsWithin(sitesOf(chosen(table, {}, {})), zones, progress);
    return std::move(hits).transform([&](std::vector<QueryHit> all) { return rowsOf(std::move(all), table, tasks); });
}

Result<std::vector<QueryRow>> queryNear(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& features, double distanceM, analysis::Progress const& progress)
{
    auto const table = ledger::SiteTable::of(tasks);
    auto hits = hitsNear(sitesOf(chosen(table, {}, {})), features, distanceM, progress);
    return std::move(hits).transform([&](std::vector<QueryHit> all) { return rowsOf(std::move(all), table, tasks); });
}

} // namespace zhengtu::workspace
