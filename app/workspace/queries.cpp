#include "workspace/workspace.hpp"

#include "geo/ops.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <ranges>
#include <tuple>

namespace zhengtu::workspace {

namespace {

/// All sites of the tasks in one list, and whose they are.
struct Sites {
    std::vector<place::Site> sites;
    std::vector<std::size_t> task;
};

Sites sitesOf(std::vector<ledger::TaskRow> const& tasks)
{
    Sites all;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        for (auto const& site : tasks[i].sites) {
            all.sites.push_back(site);
            all.task.push_back(i);
        }
    }
    return all;
}

std::string wholeKey(geo::Feature const& zone)
{
    return zone.parent.empty() ? zone.kind + '\n' + zone.id + '\n' + zone.name : zone.kind + '\n' + zone.parent;
}

std::vector<QueryRow> rowsOf(Sites const& all, std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones,
                             std::vector<analysis::Hit> const& hits)
{
    std::vector<QueryRow> rows;
    for (auto const& hit : hits) {
        auto const& zone = zones[hit.zone];
        rows.push_back({.task = tasks[all.task[hit.site]], .site = all.sites[hit.site], .zone = zone.name,
                        .zoneRole = zone.zone, .schematic = zone.schematic, .hit = hit});
    }
    return rows;
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

bool isNearer(QueryRow const& a, QueryRow const& b)
{
    if (a.hit.answer != b.hit.answer) { return a.hit.answer > b.hit.answer; }
    return a.hit.distanceM < b.hit.distanceM;
}

/// What is certain first, then what deserves a look: the places that are known, nearest and deepest in the zone first; those
/// of which only a county is known, many and alike, come last, the likeliest first.
void sortByWeight(std::vector<QueryRow>& rows)
{
    std::ranges::stable_sort(rows, {}, [](QueryRow const& row) {
        return std::tuple{row.hit.answer != analysis::Answer::Yes, row.knownByAreaOnly(), row.hit.distanceM, -row.hit.share};
    });
}

} // namespace

bool QueryRow::knownByAreaOnly() const noexcept
{
    return place::isSomewhereIn(site);
}

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
        if (!whole.parent.empty() && whole.zone.empty()) { whole.name = whole.parent; }
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
using AskZones = Result<std::vector<analysis::Hit>> (*)(std::vector<place::Site> const&, std::vector<geo::Feature> const&, analysis::Progress const&,
                                                        analysis::QueryOptions const&);

Result<std::vector<QueryRow>> queryZones(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones,
                                         analysis::Progress const& progress, AskZones askZones)
{
    auto const all = sitesOf(tasks);
    auto const wholes = wholeZones(zones);
    if (!wholes) { return std::unexpected{wholes.error()}; }
    auto const hits = askZones(all.sites, *wholes, analysis::part(progress, 0, 0.5), {});
    if (!hits) { return std::unexpected{hits.error()}; }
    auto rows = rowsOf(all, tasks, *wholes, *hits);
    if (wholes->size() == zones.size()) {
        sortByWeight(rows);
        return rows;
    }

    auto const parts = askZones(all.sites, zones, analysis::part(progress, 0.5, 1), {});
    if (!parts) { return std::unexpected{parts.error()}; }
    // Strictest first, so that the role found first is the innermost.
    auto const inner = [&](std::string_view role) {
        constexpr std::array<std::string_view, 5> order{"core", "key", "buffer", "experimental", "domain"};
        return std::ranges::find(order, role) - order.begin();
    };
    std::map<std::pair<std::size_t, std::string>, std::vector<analysis::Hit const*>> bySite;
    for (auto const& part : *parts) { bySite[{part.site, wholeKey(zones[part.zone])}].push_back(&part); }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const& hit = (*hits)[i];
        auto of = bySite[{hit.site, wholeKey((*wholes)[hit.zone])}];
        std::ranges::stable_sort(of, {}, [&](auto const* part) { return inner(zones[part->zone].zone); });
        rows[i].zoneRole = roleOf(of, zones);
    }
    sortByWeight(rows);
    return rows;
}

} // namespace

Result<std::vector<QueryRow>> queryWithin(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones,
                                          analysis::Progress const& progress)
{
    return queryZones(tasks, zones, progress, analysis::sitesWithin);
}

Result<std::vector<QueryRow>> queryIntersects(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones,
                                              analysis::Progress const& progress)
{
    return queryZones(tasks, zones, progress, analysis::sitesIntersecting);
}

Result<std::vector<QueryRow>> queryTouches(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones,
                                           analysis::Progress const& progress)
{
    return queryZones(tasks, zones, progress, analysis::sitesTouching);
}

Result<std::vector<QueryRow>> queryNearest(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& features, std::size_t count,
                                           std::size_t& others, analysis::Progress const& progress)
{
    auto const all = sitesOf(tasks);
    auto const nearest = analysis::sitesNearest(all.sites, features, count, progress);
    if (!nearest) { return std::unexpected{nearest.error()}; }
    others = nearest->others;
    return rowsOf(all, tasks, features, nearest->hits);
}

Result<std::vector<QueryRow>> queryNear(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& features,
                                        double distanceM, analysis::Progress const& progress)
{
    auto const all = sitesOf(tasks);
    auto const hits = analysis::sitesNear(all.sites, features, distanceM, progress);
    if (!hits) { return std::unexpected{hits.error()}; }
    auto const rows = rowsOf(all, tasks, features, *hits);
    std::vector<QueryRow> nearest;
    for (auto const& row : rows) { // those of one site stand together
        if (nearest.empty() || nearest.back().site.id != row.site.id) {
            nearest.push_back(row);
            continue;
        }
        auto const others = nearest.back().others + 1;
        if (isNearer(row, nearest.back())) { nearest.back() = row; }
        nearest.back().others = others;
    }
    sortByWeight(nearest);
    return nearest;
}

geo::Layer asLayer(std::vector<QueryRow> const& rows, std::string id, std::string title)
{
    geo::Layer layer;
    layer.id = std::move(id);
    layer.title = std::move(title);
    layer.kind = "query_result";
    layer.style = "query_result";
    for (auto const& row : rows) {
        geo::Feature feature;
        feature.id = std::format("{}-{}", row.site.id, layer.features.size() + 1);
        feature.name = row.site.place;
        feature.kind = "query_result";
        feature.zone = row.zoneRole;
        feature.parent = row.zone;
        feature.adcode = row.site.adcode;
        feature.county = row.site.county;
        feature.source = row.site.source;
        feature.accuracyM = row.site.radiusM;
        feature.schematic = row.site.schematic || row.schematic;
        feature.shape = row.site.shape;
        feature.more = {{"task_id", row.task.id}, {"site_id", row.site.id}, {"answer", analysis::name(row.hit.answer)},
                        {"position", analysis::name(row.hit.position)}, {"distance_m", std::format("{:.1f}", row.hit.distanceM)},
                        {"share", std::format("{:.4f}", row.hit.share)},
                        {"probability", row.hit.probability ? std::format("{:.3f}", *row.hit.probability) : std::string{}}, {"precision", std::string{place::name(row.site.precision)}},
                        {"reason", row.hit.reason}};
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

} // namespace zhengtu::workspace
