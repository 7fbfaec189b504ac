#include "workspace/task_context.hpp"

#include "geo/index.hpp"
#include "place/site_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace zhengtu::workspace {

namespace {

using Zones = std::vector<geo::Feature>;

constexpr std::string_view ruleLayer = "rule_findings", claimLayer = "claim_findings", recurrenceLayer = "recurrences";

std::string_view fieldOf(geo::Feature const& feature, std::string_view key)
{
    auto const field = std::ranges::find(feature.more, key, [](auto const& pair) { return pair.first; });
    return field == feature.more.end() ? std::string_view{} : std::string_view{field->second};
}

/// Whether a list "a;b" names an id.
bool names(std::string_view list, std::string_view id)
{
    return std::ranges::any_of(list | std::views::split(';'), [id](auto const& one) { return std::string_view{one} == id; });
}

/// By its tasks, or a statement of the problem that the task is of.
bool isAbout(geo::Feature const& finding, ledger::TaskRow const& task)
{
    return names(fieldOf(finding, "task_id"), task.id) || names(fieldOf(finding, "earlier_tasks"), task.id) || fieldOf(finding, "owner") == task.problemId;
}

std::map<std::string, Zones> protections(std::vector<geo::Layer> const& layers)
{
    std::map<std::string, Zones> kinds;
    for (auto const& layer : layers) {
        if (!isProtection(layer.kind)) { continue; }
        for (auto const& feature : layer.features) {
            if (feature.shape.type == geo::ShapeType::Polygon) { kinds[layer.kind].push_back(feature); }
        }
    }
    return kinds;
}

/// The zones that come within reach of a site that has a distance to something, under the name of the whole that they are part of.
Zones within(Zones const& zones, ledger::TaskRow const& task, double reachM)
{
    std::vector<geo::Extent> reach;
    for (auto const& site : task.sites) {
        if (!site.shape.empty() && !place::isSomewhereIn(site)) { reach.push_back(geo::grown(geo::extentOf(site.shape), reachM)); }
    }
    Zones near;
    std::ranges::copy_if(zones, std::back_inserter(near), [&](geo::Feature const& zone) {
        auto const extent = geo::extentOf(zone.shape);
        return std::ranges::any_of(reach, [&](geo::Extent const& of) { return of.intersects(extent); });
    });
    for (auto& zone : near) {
        if (zone.parent.empty()) { continue; }
        zone.name = zone.parent;
        zone.zone.clear();
    }
    return near;
}

bool isIn(std::vector<QueryRow> const& zones, QueryRow const& row)
{
    return std::ranges::any_of(zones, [&](QueryRow const& one) { return one.zone == row.zone && one.site.id == row.site.id; });
}

} // namespace

bool isProtection(std::string_view kind) noexcept
{
    constexpr std::array<std::string_view, 3> kinds{"reserve", "spring_zone", "spring"};
    return std::ranges::contains(kinds, kind);
}

Result<TaskContext> contextOf(ledger::TaskRow const& task, std::vector<geo::Layer> const& layers, analysis::Progress const& progress)
{
    TaskContext context;
    auto const kinds = protections(layers);
    Zones all;
    for (auto const& zones : kinds | std::views::values) { all.insert(all.end(), zones.begin(), zones.end()); }
    if (!all.empty()) {
        auto in = queryWithin({task}, all, analysis::part(progress, 0, 0.5));
        if (!in) { return std::unexpected{std::move(in.error())}; }
        context.zones = *std::move(in);
    }
    for (auto const& [kind, zones] : kinds) {
        auto const reached = within(zones, task, nearbyM);
        if (reached.empty()) { continue; }
        auto rows = queryNear({task}, reached, nearbyM, analysis::part(progress, 0.5, 1));
        if (!rows) { return std::unexpected{std::move(rows.error())}; }
        std::erase_if(*rows, [&](QueryRow const& row) {
            return row.knownByAreaOnly() || row.hit.distanceM <= 0 || row.hit.distanceM > nearbyM || isIn(context.zones, row);
        });
        auto const nearest = std::ranges::min_element(*rows, {}, [](QueryRow const& row) { return row.hit.distanceM; });
        if (nearest != rows->end()) { context.nearby.push_back({kind, std::move(*nearest)}); }
    }
    std::ranges::stable_sort(context.nearby, {}, [](NearbyZone const& one) { return one.row.hit.distanceM; });
    for (auto const& layer : layers) {
        if (layer.id != ruleLayer && layer.id != claimLayer && layer.id != recurrenceLayer) { continue; }
        context.rulesWereRun = context.rulesWereRun || layer.id == ruleLayer;
        context.claimsWereRun = context.claimsWereRun || layer.id == claimLayer;
        auto about = layer;
        std::erase_if(about.features, [&](geo::Feature const& finding) { return !isAbout(finding, task); });
        if (!about.features.empty()) { context.findings.push_back(std::move(about)); }
    }
    return context;
}

} // namespace zhengtu::workspace
