#include "workspace/workspace.hpp"

#include <map>
#include <set>

namespace zhengtu::workspace {

namespace {

/// What one cluster holds besides its sites.
struct Members {
    std::set<std::string> tasks, problems;
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
    auto const tasks = ledger.tasks();
    if (!tasks) { return std::unexpected{tasks.error()}; }
    std::vector<place::Site> sites;
    std::vector<ledger::TaskRow const*> owner;
    for (auto const& task : *tasks) {
        for (auto const& site : task.sites) {
            sites.push_back(site);
            owner.push_back(&task);
        }
    }
    auto found = analysis::hotspots(sites, options);
    if (!found) { return found; }
    std::vector<Members> members(found->layer.features.size());
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (found->cluster[i] < 0) { continue; }
        auto& cluster = members[static_cast<std::size_t>(found->cluster[i])];
        if (!cluster.tasks.insert(owner[i]->id).second) { continue; } // a task counts once however many sites it has
        cluster.problems.insert(owner[i]->problemId);
        for (auto const& category : owner[i]->categories) { ++cluster.categories[category]; }
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
