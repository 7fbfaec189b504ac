#include "ledger/site_table.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <map>
#include <unordered_set>

namespace zhengtu::workspace {

namespace {

/// What one cluster holds besides its sites.
struct Members {
    std::unordered_set<std::size_t> tasks, problems;
    std::map<std::string, std::size_t> categories;
};

std::string listed(std::map<std::string, std::size_t> const& counts)
{
    std::string text;
    for (auto const& [name, count] : counts) { text += (text.empty() ? "" : ";") + name + "=" + std::to_string(count); }
    return text;
}

} // namespace

Result<analysis::Hotspots> makeHotspots(ledger::Ledger& ledger, analysis::HotspotOptions const& options, Date asOf)
{
    auto const table = ledger.sites();
    if (!table) { return std::unexpected{table.error()}; }
    std::vector<place::SiteView> sites;
    for (std::size_t site = 0; site < table->sites(); ++site) { sites.push_back(table->view(site)); }
    auto found = analysis::hotspots(place::SiteViews{std::move(sites)}, options);
    if (!found) { return found; }
    std::vector<Members> members(found->layer.features.size());
    for (std::size_t i = 0; i < table->sites(); ++i) {
        if (found->cluster[i] < 0) { continue; }
        auto& cluster = members[static_cast<std::size_t>(found->cluster[i])];
        auto const task = table->taskOf(i);
        if (!cluster.tasks.insert(task).second) { continue; } // a task counts once however many sites it has
        cluster.problems.insert(table->problem(task));
        for (auto const& category : table->categories(task)) { ++cluster.categories[category]; }
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto& more = found->layer.features[i].more;
        more.emplace_back("tasks", std::to_string(members[i].tasks.size()));
        more.emplace_back("problems", std::to_string(members[i].problems.size()));
        more.emplace_back("categories", listed(members[i].categories));
    }
    auto const stored = ledger.putLayer(found->layer, asOf);
    if (!stored) { return std::unexpected{stored.error()}; }
    return found;
}

} // namespace zhengtu::workspace
