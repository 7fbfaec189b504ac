#include "workspace/query_counts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace zhengtu::workspace {

namespace {

/// What is known of the hits of one key, task by task.
struct Tally {
    std::set<std::string> asked;
    std::map<std::string, double> chances; ///< by task: of its likeliest site
    std::set<std::string> yes, hit;
    std::size_t sites = 0;

    void add(QueryRow const& row)
    {
        ++sites;
        hit.insert(row.task.id);
        if (row.hit.answer == analysis::Answer::Yes) { yes.insert(row.task.id); }
        if (row.hit.probability) {
            auto& chance = chances[row.task.id];
            chance = std::max(chance, *row.hit.probability);
        }
    }
};

/// In the order that they are printed in: as they came, then those that fit none.
class Tallies {
public:
    Tally& of(std::string const& key)
    {
        auto const [known, fresh] = m_number.try_emplace(key, m_tallies.size());
        if (fresh) { m_tallies.emplace_back(key, Tally{}); }
        return m_tallies[known->second].second;
    }

    [[nodiscard]] std::vector<CountRow> rows() const
    {
        std::vector<CountRow> rows;
        for (auto const& [key, tally] : m_tallies) {
            if (key.empty() && tally.hit.empty()) { continue; }
            CountRow row{.key = key, .asked = tally.asked.size(), .yes = tally.yes.size(), .maybe = tally.hit.size() - tally.yes.size(), .expected = 0, .sites = tally.sites};
            for (auto const& [task, chance] : tally.chances) { row.expected += chance; }
            rows.push_back(std::move(row));
        }
        std::ranges::stable_partition(rows, [](CountRow const& row) { return !row.key.empty(); });
        return rows;
    }

private:
    std::vector<std::pair<std::string, Tally>> m_tallies;
    std::map<std::string, std::size_t> m_number;
};

std::vector<std::string> orNone(std::vector<std::string> keys)
{
    if (keys.empty()) { keys.emplace_back(); }
    return keys;
}

std::vector<std::string> unitsOf(ledger::TaskRow const& task)
{
    std::vector<std::string> names;
    for (auto const& unit : task.units) {
        bool const answers = plan::leads(unit.role) || unit.role == plan::UnitRole::Responsible;
        if (answers && !std::ranges::contains(names, unit.name.text)) { names.push_back(unit.name.text); }
    }
    return orNone(std::move(names));
}

/// Counties of the same name lie in different cities: the name alone is the key, as the ledger's tasks have it.
void addCounties(Tallies& tallies, std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers)
{
    std::set<std::string> named, cities;
    for (auto const& task : tasks) {
        named.insert(task.counties.begin(), task.counties.end());
        for (auto const& site : task.sites) { named.insert(site.county); }
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

std::vector<CountRow> countBy(GroupBy by, QueryAnswer const& answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers)
{
    Tallies tallies;
    if (by == GroupBy::County) { addCounties(tallies, asked, layers); }
    if (by == GroupBy::Zone) { addZones(tallies, answer.targets); }
    auto const keysOfTask = [&](ledger::TaskRow const& task) {
        switch (by) {
        case GroupBy::County: return orNone(task.counties);
        case GroupBy::Unit: return unitsOf(task);
        case GroupBy::Category: return orNone(task.categories);
        case GroupBy::Zone: break;
        }
        return std::vector<std::string>{};
    };
    for (auto const& task : asked) {
        for (auto const& key : keysOfTask(task)) { tallies.of(key).asked.insert(task.id); }
    }
    for (auto const& row : answer.rows) {
        switch (by) {
        case GroupBy::County: tallies.of(row.site.county).add(row); break;
        case GroupBy::Zone: tallies.of(zoneKey(row.zone, row.zoneRole)).add(row); break;
        case GroupBy::Unit:
        case GroupBy::Category:
            for (auto const& key : keysOfTask(row.task)) { tallies.of(key).add(row); }
            break;
        }
    }
    auto rows = tallies.rows();
    if (by == GroupBy::Zone) {
        for (auto& row : rows) { row.asked = asked.size(); }
    }
    return rows;
}

} // namespace zhengtu::workspace
