#include "place/county_finder.hpp"
#include "place/lexicon.hpp"

#include <algorithm>

namespace zhengtu::place {

void CountyFinder::byPairs()
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind != Kind::Road || !m_items[i].adcode.empty()) { continue; }
        auto const roads = listFrom(i, Kind::Road);
        if (roads.size() < 2) { continue; }
        auto const next = std::ranges::lower_bound(m_items, m_items[roads.back()].end, {}, &Item::begin);
        if (next == m_items.end() || next->kind != Kind::County) { continue; }
        auto const between = m_page.text(m_items[roads.back()].end, next->begin);
        if (between != U"，距" && between != U"距" && between != U"，分别距" && between != U"分别距" && between != U"，距离" && between != U"分别位于") { continue; }
        auto const counties = listFrom(static_cast<std::size_t>(next - m_items.begin()), Kind::County);
        if (counties.size() != roads.size()) { continue; }
        for (std::size_t k = 0; k < roads.size(); ++k) {
            auto const& county = m_items[counties[k]];
            if (m_items[roads[k]].adcode.empty()) {
                give(m_items[roads[k]], county.adcode, "the list of roads and the list of counties after it go in pairs", false);
            }
        }
    }
}

std::vector<std::size_t> CountyFinder::listFrom(std::size_t i, Kind kind) const
{
    if (m_items[i].begin > 0 && joins(m_page.before(m_items[i].begin))) {
        auto const* const last = endingAt(m_items[i].begin - 1, i);
        if (last != nullptr && last->kind == kind) { return {}; }
    }
    std::vector<std::size_t> all{i};
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= m_items[all.back()].end + 1; ++j) {
        auto const end = m_items[all.back()].end;
        if (m_items[j].kind == kind && m_items[j].begin == end + 1 && joins(m_page.at(end))) { all.push_back(j); }
    }
    return all;
}

std::set<std::string> CountyFinder::problemCounties(std::size_t problem) const
{
    std::set<std::string> counties;
    for (auto const& row : m_areas.at(problem)) {
        if (row.wholeCity || row.open) { return {}; }
        counties.insert(row.counties.begin(), row.counties.end());
    }
    auto const named = m_counties.find(problem);
    bool const answered = named == m_counties.end() || std::ranges::includes(counties, named->second);
    return answered ? counties : std::set<std::string>{};
}

void CountyFinder::byCommonUnits()
{
    std::map<std::string, std::set<std::size_t>> problems;
    for (auto const& item : m_items) {
        if (isCompany(item.kind) && item.adcode.empty() && !item.inner && item.problem != Mention::none) {
            problems[utf8(item)].insert(item.problem);
        }
    }
    std::map<std::string, std::string> county;
    for (auto const& [name, all] : problems) {
        if (all.size() < 2) { continue; }
        auto common = problemCounties(*all.begin());
        for (auto const problem : all) {
            auto const own = problemCounties(problem);
            std::erase_if(common, [&](auto const& code) { return !own.contains(code); });
        }
        if (common.size() == 1) { county.emplace(name, *common.begin()); }
    }
    for (auto& item : m_items) {
        auto const at = item.adcode.empty() && isCompany(item.kind) && !item.inner ? county.find(utf8(item)) : county.end();
        if (at == county.end() || !fits(item, at->second)) { continue; }
        give(item, at->second, "the only county whose units answer for all problems that name it", false);
    }
}

void CountyFinder::byRemainder()
{
    constexpr std::size_t fewest = 3;
    std::map<std::size_t, std::set<std::string>> open;
    for (auto const& item : m_items) {
        bool const counts = !item.inner && !isSettled(item.kind) && !isLong(item.kind) && item.problem != Mention::none;
        if (counts && item.adcode.empty()) { open[item.problem].insert(utf8(item)); }
    }
    for (auto& item : m_items) {
        if (!isCompany(item.kind) || !item.adcode.empty() || item.inner || item.problem == Mention::none) { continue; }
        auto rest = problemCounties(item.problem);
        if (rest.size() < fewest || open[item.problem].size() != 1) { continue; }
        auto const begin = m_page.clauseBegin(item.begin), end = m_page.clauseEnd(item.end);
        for (auto const& other : m_items) {
            if (other.begin >= begin && other.end <= end && !isLong(other.kind)) { rest.erase(other.adcode); }
        }
        if (rest.size() != 1 || !fits(item, *rest.begin())) { continue; }
        give(item, *rest.begin(), "the only county among the units that its sentence does not name otherwise", false);
    }
}

} // namespace zhengtu::place
