#include "workspace/query_counts.hpp"

#include "ledger/site_table.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace zhengtu::workspace {

namespace {

/// What is known of the hits of one key.
struct Tally {
    std::size_t asked = 0, sites = 0;
    std::optional<std::size_t> lastAsked;                     ///< task
    std::vector<std::size_t> yes, hit;                        ///< tasks, by site
    std::vector<std::pair<std::size_t, double>> chances;      ///< task and probability, by site

    void ask(std::size_t task)
    {
        asked += lastAsked == task ? 0 : 1; // a task may name a key twice
        lastAsked = task;
    }

    void add(std::size_t task, analysis::Hit const& one)
    {
        ++sites;
        hit.push_back(task);
        if (one.answer == analysis::Answer::Yes) { yes.push_back(task); }
        if (one.probability) { chances.emplace_back(task, *one.probability); }
    }

    [[nodiscard]] CountRow row(std::string key, ledger::SiteTable const& table) const
    {
        auto const different = [](std::vector<std::size_t> tasks) {
            std::ranges::sort(tasks);
            return static_cast<std::size_t>(std::ranges::unique(tasks).begin() - tasks.begin());
        };
        CountRow row{.key = std::move(key), .asked = asked, .yes = different(yes), .maybe = 0, .expected = 0, .sites = sites};
        row.maybe = different(hit) - row.yes;
        auto sorted = chances; // by id: a sum of doubles depends on the order
        std::ranges::sort(sorted, {}, [&](auto const& one) { return std::pair{table.taskId(one.first), -one.second}; });
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (i == 0 || sorted[i].first != sorted[i - 1].first) { row.expected += sorted[i].second; } // its likeliest site
        }
        return row;
    }
};

/// In the order that they are printed in: as they came, then those that fit none.
class Tallies {
public:
    Tally& of(std::string_view key)
    {
        if (auto const known = m_number.find(key); known != m_number.end()) { return m_tallies[known->second].second; }
        m_number.emplace(key, m_tallies.size());
        return m_tallies.emplace_back(std::string{key}, Tally{}).second;
    }

    [[nodiscard]] std::vector<CountRow> rows(ledger::SiteTable const& table) const
    {
        std::vector<CountRow> rows;
        for (auto const& [key, tally] : m_tallies) {
            if (!key.empty() || !tally.hit.empty()) { rows.push_back(tally.row(key, table)); }
        }
        std::ranges::stable_partition(rows, [](CountRow const& row) { return !row.key.empty(); });
        return rows;
    }

private:
    std::vector<std::pair<std::string, Tally>> m_tallies;
    std::map<std::string, std::size_t, std::less<>> m_number;
};

/// Visits each, or "" where there are none.
template <class Visit> void eachOrNone(std::vector<std::string> const& keys, Visit const& visit)
{
    for (auto const& key : keys) { visit(key); }
    if (keys.empty()) { visit(std::string{}); }
}

std::vector<std::string> answeringUnits(ledger::SiteTable::UnitNames const& units)
{
    std::vector<std::string> names;
    for (auto const& [role, name] : units) {
        bool const answers = plan::leads(role) || role == plan::UnitRole::Responsible;
        if (answers && !std::ranges::contains(names, name)) { names.push_back(name); }
    }
    return names;
}

/// Counties of the same name lie in different cities: the name alone is the key, as the ledger's tasks have it.
void addCounties(Tallies& tallies, AskedTasks const& tasks, std::vector<geo::Layer> const& layers)
{
    std::set<std::string, std::less<>> named, cities;
    auto const add = [&](std::string_view name) {
        if (!named.contains(name)) { named.emplace(name); }
    };
    for (auto const task : tasks.numbers) {
        for (auto const& county : tasks.table.counties(task)) { add(county); }
        for (auto site = tasks.table.firstSite(task); site < tasks.table.endOfSites(task); ++site) { add(tasks.table.view(site).county); }
    }
    auto const each = [&](auto const& visit) {
        for (auto const& layer : layers) {
            for (auto const& feature : layer.features) {
                if (feature.kind == "county") { visit(feature); }
            }
        }
    };
    each([&](geo::Feature const& county) {
        if (named.contains(county.name)) { cities.insert(county.city); }
    });
    each([&](geo::Feature const& county) {
        if (cities.contains(county.city)) { static_cast<void>(tallies.of(county.name)); }
    });
}

std::string zoneKey(std::string const& zone, std::string const& role) { return role.empty() ? zone : zone + " " + role; }

void addZones(Tallies& tallies, std::vector<geo::Feature> const& targets)
{
    for (auto const& zone : targets) { static_cast<void>(tallies.of(zoneKey(zone.parent.empty() ? zone.name : zone.parent, zone.zone))); }
}

} // namespace

std::optional<GroupBy> groupByOf(std::string_view name) noexcept
{
    constexpr std::array<std::string_view, 4> names{"county", "unit", "category", "zone"};
    auto const* const known = std::ranges::find(names, name);
    if (known == names.end()) { return std::nullopt; }
    return static_cast<GroupBy>(known - names.begin());
}

std::vector<CountRow> countBy(GroupBy by, QueryFound const& found, ledger::SiteTable const& table, std::vector<geo::Layer> const& layers)
{
    Tallies tallies;
    AskedTasks const asked{table, found.asked};
    if (by == GroupBy::County) { addCounties(tallies, asked, layers); }
    if (by == GroupBy::Zone) { addZones(tallies, found.targets); }
    auto const eachKey = [&](std::size_t task, auto const& visit) {
        switch (by) {
        case GroupBy::County: eachOrNone(table.counties(task), visit); break;
        case GroupBy::Unit: eachOrNone(answeringUnits(table.units(task)), visit); break;
        case GroupBy::Category: eachOrNone(table.categories(task), visit); break;
        case GroupBy::Zone: break;
        }
    };
    for (auto const task : asked.numbers) {
        eachKey(task, [&](std::string const& key) { tallies.of(key).ask(task); });
    }
    for (auto const& one : found.hits) {
        auto const task = table.taskOf(one.hit.site);
        switch (by) {
        case GroupBy::County: tallies.of(table.view(one.hit.site).county).add(task, one.hit); break;
        case GroupBy::Zone: tallies.of(zoneKey(one.zone, one.zoneRole)).add(task, one.hit); break;
        case GroupBy::Unit:
        case GroupBy::Category:
            eachKey(task, [&](std::string const& key) { tallies.of(key).add(task, one.hit); });
            break;
        }
    }
    auto rows = tallies.rows(table);
    if (by == GroupBy::Zone) {
        for (auto& row : rows) { row.asked = asked.numbers.size(); }
    }
    return rows;
}

std::vector<CountRow> countBy(GroupBy by, QueryAnswer const& answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers)
{
    auto const table = ledger::SiteTable::of(asked);
    std::unordered_map<std::string_view, std::size_t> sites;
    for (std::size_t site = 0; site < table.sites(); ++site) { sites.emplace(table.siteId(site), site); }
    QueryFound found{.hits = {answer.rows.begin(), answer.rows.end()}, .targets = answer.targets, .asked = chosen(table, {}, {}).numbers};
    for (std::size_t i = 0; i < found.hits.size(); ++i) { found.hits[i].hit.site = sites.at(answer.rows[i].site.id); }
    return countBy(by, found, table, layers);
}

} // namespace zhengtu::workspace
