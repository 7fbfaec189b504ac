#include "place/county_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void CountyFinder::run()
{
    prepare();
    for (auto& item : m_items) {
        if (item.kind == Kind::County && item.entries.size() == 1) {
            give(item, entry(item.entries.front()).adcode, "it is a county", true);
        }
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (isSettled(m_items[i].kind)) { continue; }
        byName(i) || bySide(i) || byBracket(i) || byList(i) || byCountedList(i) || byGazetteer(i) || byCue(i) || byClause(i) || byOpening(i) || byScene(i);
    }
    byOuter();
    byInner();
    bySameName();
    byTownship();
    byPairs();
    byRegion();
    byNamesake();
    byUnits();
    byProblem();
    bySingleDistrict();
    byCommonUnits();
    byRemainder();
    withinProblem();
}

void CountyFinder::prepare()
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto const& item = m_items[i];
        if (item.kind == Kind::City) { m_cityBegins.insert(item.begin); }
        if (item.list != 0) { m_lists[item.list].push_back(i); }
        if (item.problem == Mention::none) { continue; }
        if (item.kind == Kind::County && item.entries.size() == 1) {
            m_counties[item.problem].insert(entry(item.entries.front()).adcode);
        }
        if (item.kind == Kind::Town) { m_towns[item.problem].push_back(i); }
    }
}

bool CountyFinder::give(Item& item, std::string const& adcode, std::string reason, bool fromText)
{
    if (adcode.empty()) { return false; }
    item.adcode = adcode;
    item.reason = std::move(reason);
    item.fromText = fromText;
    return true;
}

bool CountyFinder::contains(Item const& outer, Item const& inner) const
{
    return outer.begin <= inner.begin && inner.end <= outer.end && outer.size() > inner.size();
}

Item const* CountyFinder::endingAt(std::size_t end, std::size_t before) const
{
    Item const* best = nullptr;
    for (auto j = before; j-- > 0 && m_items[j].begin + 40 > end;) {
        if (m_items[j].end == end && (best == nullptr || m_items[j].size() > best->size())) { best = &m_items[j]; }
    }
    return best;
}

bool CountyFinder::fits(Item const& item, std::string const& adcode) const
{
    auto const counties = homes(item);
    return counties.empty() || counties.contains(adcode);
}

std::set<std::string> CountyFinder::homes(Item const& item) const
{
    std::set<std::string> counties;
    for (auto const id : item.entries) {
        auto const& place = entry(id);
        if (place.kind == Kind::City) { continue; }
        if (!place.adcode.empty()) { counties.insert(place.adcode); }
        for (auto const& code : place.counties) {
            if (m_page.scope().holds(code)) { counties.insert(code); }
        }
    }
    return counties;
}

bool CountyFinder::byGazetteer(std::size_t i)
{
    auto& item = m_items[i];
    if (isLong(item.kind) && !isLocal(item)) { return false; }
    auto const counties = homes(item);
    if (counties.size() != 1 || !m_page.scope().holds(*counties.begin())) { return false; }
    if (!std::ranges::all_of(item.entries, [&](EntryId id) { return liesHome(id); })) { return false; }
    // A county's plan speaks of its own villages, and many a hamlet is in no register: a namesake elsewhere in the city is no evidence.
    auto const& issuer = m_page.scope().countyAdcode;
    if (item.kind == Kind::Village && !issuer.empty() && *counties.begin() != issuer) { return false; }
    if (item.kind == Kind::Village && !item.scene.empty() && *counties.begin() != item.scene) { return false; }
    return give(item, *counties.begin(), "the only " + utf8(item) + " of " + m_page.scope().name + " in the gazetteer", false);
}

bool CountyFinder::isLocal(Item const& item) const
{
    return !item.entries.empty() && std::ranges::all_of(item.entries, [&](EntryId id) {
        return entry(id).shape.empty() && entry(id).counties.size() == 1;
    });
}

bool CountyFinder::liesHome(EntryId id)
{
    auto const [at, fresh] = m_home.try_emplace(id, false);
    if (fresh) { at->second = liesIn(entry(id), entry(id).adcode, m_page.gazetteer()); }
    return at->second;
}

void assignCounties(Page const& page, std::vector<Item>& items, std::vector<std::vector<UnitArea>> const& areas)
{
    CountyFinder{page, items, areas}.run();
}

} // namespace zhengtu::place
