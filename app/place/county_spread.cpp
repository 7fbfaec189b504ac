#include "place/county_finder.hpp"
#include "place/lexicon.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

std::string backwards(std::u32string_view text) { return toUtf8(std::u32string{text.rbegin(), text.rend()}); }

} // namespace

void CountyFinder::byOuter()
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto const& outer = m_items[i];
        if (outer.adcode.empty() || isLong(outer.kind)) { continue; }
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin < outer.end; ++j) {
            auto& inner = m_items[j];
            if (inner.adcode.empty() && contains(outer, inner) && !isSettled(inner.kind) && inner.kind != Kind::River && !isCompany(inner.kind) && fits(inner, outer.adcode)) {
                give(inner, outer.adcode, "part of the name of " + utf8(outer), outer.fromText);
            }
        }
    }
}

void CountyFinder::byInner()
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto& outer = m_items[i];
        if (!outer.adcode.empty() || isSettled(outer.kind) || isLong(outer.kind)) { continue; }
        for (auto j = i + 1; outer.adcode.empty() && j < m_items.size() && m_items[j].begin == outer.begin; ++j) {
            auto const& inner = m_items[j];
            bool const brook = inner.kind == Kind::River && isLocal(inner) && outer.kind == Kind::Site; // not a reserve, which may be as long as its river
            bool const dam = inner.kind == Kind::Reservoir && outer.kind == Kind::MonitoringSection; // 册田水库出口断面
            if (inner.adcode.empty() || (inner.kind != Kind::Town && inner.kind != Kind::Village && !brook && !dam)) { continue; }
            give(outer, inner.adcode, "opens with " + utf8(inner) + " of " + label(inner.adcode), inner.fromText);
        }
    }
}

void CountyFinder::bySameName()
{
    std::map<std::pair<std::size_t, std::string>, std::set<std::string>> inProblem;
    std::map<std::string, std::set<std::string>> anywhere; // by the name read backwards
    for (auto const& item : m_items) {
        if (item.adcode.empty() || !item.fromText) { continue; }
        inProblem[{item.problem, utf8(item)}].insert(item.adcode);
        if (isCompany(item.kind) || item.kind == Kind::Wwtp) { anywhere[backwards(m_page.text(item.begin, item.end))].insert(item.adcode); }
    }
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind)) { continue; }
        auto const text = utf8(item);
        if (auto const same = inProblem.find({item.problem, text}); same != inProblem.end() && same->second.size() == 1) {
            give(item, *same->second.begin(), "as where the problem names it with its county", true);
            continue;
        }
        if (!isCompany(item.kind) && item.kind != Kind::Wwtp) { continue; }
        std::set<std::string> counties;
        std::string full;
        auto const take = [&](auto const& at) {
            counties.insert(at->second.begin(), at->second.end());
            auto const wide = toUtf32(at->first).value_or(U"");
            full = toUtf8(std::u32string{wide.rbegin(), wide.rend()});
        };
        auto const end = backwards(m_page.text(item.begin, item.end));
        for (auto at = anywhere.lower_bound(end); at != anywhere.end() && at->first.starts_with(end) && counties.size() < 2; ++at) { take(at); }
        if (auto const at = anywhere.find(backwards(item.full)); !item.full.empty() && at != anywhere.end()) { take(at); }
        if (counties.size() == 1) { give(item, *counties.begin(), full == text ? "as where the document names it with its county" : "short for " + full, true); }
    }
}

void CountyFinder::byTownship()
{
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.problem == Mention::none) { continue; }
        for (auto const t : m_towns[item.problem]) {
            auto const& town = m_items[t];
            if (town.adcode.empty() || town.size() >= item.size()) { continue; }
            if (m_page.text(item.begin, item.end).starts_with(m_page.text(town.begin, town.end))) {
                give(item, town.adcode, "named after " + utf8(town) + ", which the problem names too", false);
                break;
            }
        }
    }
}

void CountyFinder::byRegion()
{
    if (m_page.scope().countyAdcode.empty()) { return; }
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.kind == Kind::Other) { continue; }
        if (!fits(item, m_page.scope().countyAdcode)) { continue; }
        give(item, m_page.scope().countyAdcode, "the plan is that of " + m_page.scope().name, false);
    }
}

void CountyFinder::byNamesake()
{
    for (auto& item : m_items) {
        if (item.kind == Kind::Enterprise && item.adcode.empty() && homes(item).empty()) {
            auto const county = powerCounty(m_page.text(item.begin, item.end));
            if (!county.empty()) { give(item, county, "a power station named after a township that only " + label(county) + " of " + m_page.scope().name + " has", false); }
        }
        bool const local = item.kind == Kind::Mine || item.kind == Kind::Wwtp || item.kind == Kind::MonitoringSection;
        if (!item.adcode.empty() || !local || opensWithCity(item) || !homes(item).empty()) { continue; }
        auto name = m_page.text(item.begin, item.end);
        if (item.kind == Kind::Mine) { name.remove_prefix(lexicon::brands().longest(name, 0).length); } // 西山煤电|杜儿坪矿
        if (auto const group = name.rfind(U"集团"); group != Text::npos) { name.remove_prefix(group + 2); }
        if (auto const county = namesakeCounty(name); !county.empty() && fits(item, county)) {
            give(item, county, "named after a place that only " + label(county) + " of " + m_page.scope().name + " has", false);
        }
    }
}

std::string CountyFinder::powerCounty(Text name) const
{
    constexpr std::size_t shortest = 2, longest = 4;
    auto const at = std::min({name.find(U"发电"), name.find(U"热电"), name.find(U"电厂")});
    if (at == Text::npos || at < shortest) { return {}; }
    for (auto size = std::min(longest, at); size >= shortest; --size) {
        auto const own = name.substr(at - size, size);
        if (lexicon::brands().longest(own, 0).length > 0 || lexicon::isCommon(lexicon::FormRule::Works, own)) { continue; }
        std::set<std::string> counties;
        for (auto const* const suffix : {"街道", "镇", "乡"}) {
            for (auto const& named : m_page.gazetteer().find(toUtf8(own) + suffix)) {
                auto const& place = entry(named.entry);
                if (place.kind == Kind::Town && m_page.scope().holds(place.adcode)) { counties.insert(place.adcode); }
            }
        }
        if (counties.size() == 1 && !label(*counties.begin()).empty()) { return *counties.begin(); }
    }
    return {};
}

std::string CountyFinder::namesakeCounty(Text name) const
{
    constexpr std::size_t shortest = 3, longest = 5, longestRest = 6;
    if (name.empty()) { return {}; }
    for (auto size = std::min(longest, name.size() - 1); size >= shortest; --size) {
        if (name.size() - size > longestRest) { return {}; }
        auto const head = toUtf8(name.substr(0, size));
        std::set<std::string> counties;
        for (auto const* const suffix : {"", "村", "社区", "街道", "镇", "乡"}) {
            for (auto const& named : m_page.gazetteer().find(head + suffix)) {
                auto const& place = entry(named.entry);
                bool const settled = place.kind == Kind::Town || place.kind == Kind::Village;
                if (settled && m_page.scope().holds(place.adcode)) { counties.insert(place.adcode); }
            }
        }
        if (!counties.empty()) { return counties.size() == 1 && !label(*counties.begin()).empty() ? *counties.begin() : std::string{}; }
    }
    return {};
}

void CountyFinder::byUnits()
{
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.kind == Kind::Other || item.problem == Mention::none) {
            continue;
        }
        if (opensWithCity(item) && item.kind != Kind::Enterprise && item.kind != Kind::Mine) { continue; }
        auto const county = unitCounty(item);
        if (county.empty() || !fits(item, county) || !onlyCountyNamed(item.problem, county)) { continue; }
        give(item, county, "the only county among the responsible units", false);
    }
}

void CountyFinder::byProblem()
{
    constexpr std::size_t head = 8; // a number and 反馈问题 may stand before it
    struct Opening {
        std::string county;
        std::size_t line = 0;
    };
    std::map<std::size_t, Opening> opening;
    std::map<std::size_t, std::set<std::string>> counties; // of all places of a problem
    std::set<std::size_t> seen;
    for (auto const& item : m_items) {
        if (item.problem != Mention::none && item.kind != Kind::City && !item.adcode.empty()) { counties[item.problem].insert(item.adcode); }
        if (item.problem == Mention::none || item.inner || !seen.insert(item.problem).second) { continue; }
        auto const line = m_page.lineBegin(item.begin);
        if (item.kind == Kind::County && !item.adcode.empty() && item.begin - line <= head) { opening.emplace(item.problem, Opening{item.adcode, line}); }
    }
    for (auto& item : m_items) {
        auto const at = item.problem == Mention::none ? opening.end() : opening.find(item.problem);
        if (at == opening.end() || !item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.kind == Kind::Other || item.kind == Kind::SpringZone || (opensWithCity(item) && !isCompany(item.kind))) { continue; }
        auto const& rows = m_areas.at(item.problem);
        auto const& county = at->second.county;
        bool const answered = std::ranges::any_of(rows, [](UnitArea const& row) { return !row.counties.empty() || row.open; });
        // In its own paragraph the sentences say what is in the county and what is not.
        if (item.task != Mention::none || m_page.lineBegin(item.begin) == at->second.line) { continue; }
        if (answered || counties[item.problem].size() > 1 || isHired(item.begin) || !fits(item, county)) { continue; }
        give(item, county, label(county) + " opens the problem and is the only county that it names", false);
    }
}

void CountyFinder::withinProblem()
{
    std::map<std::pair<std::size_t, std::string>, std::set<std::string>> known;
    for (auto const& item : m_items) {
        if (!item.adcode.empty() && item.problem != Mention::none) { known[{item.problem, utf8(item)}].insert(item.adcode); }
    }
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.problem == Mention::none) { continue; }
        auto const same = known.find({item.problem, utf8(item)});
        if (same != known.end() && same->second.size() == 1) {
            give(item, *same->second.begin(), "as where a measure of the problem names it", false);
        }
    }
}

std::string CountyFinder::unitCounty(Item const& item) const
{
    std::set<std::string> counties;
    auto const& rows = m_areas.at(item.problem);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (item.task != Mention::none && item.task != row) { continue; } // a measure's own units
        if (rows[row].wholeCity || rows[row].open || (rows[row].company && isCompany(item.kind))) { return {}; }
        counties.insert(rows[row].counties.begin(), rows[row].counties.end());
    }
    return counties.size() == 1 ? *counties.begin() : std::string{};
}

bool CountyFinder::onlyCountyNamed(std::size_t problem, std::string const& county) const
{
    auto const at = m_counties.find(problem);
    return at == m_counties.end() || std::ranges::all_of(at->second, [&](auto const& named) { return named == county; });
}

void CountyFinder::bySingleDistrict()
{
    std::vector<std::string> districts;
    for (auto const* county : m_page.gazetteer().countiesOf(m_page.scope().cityAdcode)) {
        if (county->name.ends_with("区")) { districts.push_back(county->adcode); }
    }
    auto const city = toUtf32(m_page.scope().name).value_or(U"");
    if (districts.size() != 1 || city.empty()) { return; }
    for (auto& item : m_items) {
        if (!item.adcode.empty() || isSettled(item.kind) || isCompany(item.kind) || isLong(item.kind)) { continue; }
        auto const name = m_page.text(item.begin, item.end);
        if (!name.starts_with(city)) { continue; }
        // 忻州市城东片区: a part of the town proper, whatever stands there.
        auto const rest = name.substr(city.size());
        bool const inTown = rest.size() > 1 && rest.front() == U'城' && isOneOf(U"东西南北中区", rest[1]);
        if (item.kind == Kind::Other || item.kind == Kind::Wwtp || inTown) { give(item, districts.front(), "the only district of " + m_page.scope().name, false); }
    }
}

} // namespace zhengtu::place
