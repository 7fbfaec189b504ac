#include "place/county.hpp"

#include "core/utf.hpp"
#include "place/home.hpp"
#include "place/lexicon.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;


/// Long things that pass through several counties: a county is theirs only where the text says so beside them.
bool isLong(Kind kind) noexcept { return kind == Kind::River || kind == Kind::Road; }
bool isCompany(Kind kind) noexcept { return kind == Kind::Enterprise || kind == Kind::Mine; }
bool isSettled(Kind kind) noexcept { return kind == Kind::City || kind == Kind::Province || kind == Kind::County; }

class CountyFinder {
public:
    CountyFinder(Page const& page, std::vector<Item>& items, std::vector<std::vector<UnitArea>> const& areas)
        : m_page{page}, m_items{items}, m_areas{areas}
    {
    }

    void run()
    {
        prepare();
        for (auto& item : m_items) {
            if (item.kind == Kind::County && item.entries.size() == 1) {
                give(item, entry(item.entries.front()).adcode, "it is a county", true);
            }
        }
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (isSettled(m_items[i].kind)) { continue; }
            byName(i) || bySide(i) || byBracket(i) || byList(i) || byCountedList(i) || byGazetteer(i) || byCue(i) || byClause(i);
        }
        byOuter();
        byInner();
        bySameName();
        byTownship();
        byPairs();
        byRegion();
        byUnits();
        bySingleDistrict();
        byCommonUnits();
        byRemainder();
        withinProblem();
    }

private:
    /// What is asked of all items again and again, once.
    void prepare()
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

    Entry const& entry(EntryId id) const { return m_page.gazetteer().entry(id); }
    std::string label(std::string const& adcode) const { return m_page.gazetteer().label(adcode); }

    bool give(Item& item, std::string const& adcode, std::string reason, bool fromText)
    {
        if (adcode.empty()) { return false; }
        item.adcode = adcode;
        item.reason = std::move(reason);
        item.fromText = fromText;
        return true;
    }

    bool contains(Item const& outer, Item const& inner) const
    {
        return outer.begin <= inner.begin && inner.end <= outer.end && outer.size() > inner.size();
    }

    bool byName(std::size_t i)
    {
        auto& item = m_items[i];
        std::set<std::string> counties;
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin < item.end; ++j) {
            if (m_items[j].kind == Kind::County && contains(item, m_items[j])) { counties.insert(m_items[j].adcode); }
        }
        if (counties.size() != 1 || counties.begin()->empty()) { return false; }
        return give(item, *counties.begin(), "its name contains " + label(*counties.begin()), true);
    }

    /// The item that ends at `end`, the longest.
    Item const* endingAt(std::size_t end, std::size_t before) const
    {
        Item const* best = nullptr;
        for (auto j = before; j-- > 0 && m_items[j].begin + 40 > end;) {
            if (m_items[j].end == end && (best == nullptr || m_items[j].size() > best->size())) { best = &m_items[j]; }
        }
        return best;
    }

    bool bySide(std::size_t i)
    {
        auto& item = m_items[i];
        auto begin = item.begin;
        for (Text const word : {Text{U"境内的"}, Text{U"境内"}, Text{U"辖区内的"}, Text{U"辖区内"}, Text{U"的"}, Text{U"出境"}, Text{U"范围内的"}}) {
            if (begin > word.size() && m_page.text(begin - word.size(), begin) == word && endingAt(begin - word.size(), i) != nullptr) {
                begin -= word.size();
                break;
            }
        }
        auto const* const side = endingAt(begin, i);
        if (side != nullptr && !side->adcode.empty()) {
            bool const place = side->kind == Kind::County || side->kind == Kind::Town || side->kind == Kind::Village || side->kind == Kind::Road ||
                               side->kind == Kind::River;
            if (place && (side->kind == Kind::County || side->kind == Kind::Town || side->fromText)) {
                auto const what = side->kind == Kind::County ? label(side->adcode) : utf8(*side) + " of " + label(side->adcode);
                return give(item, side->adcode, what + " stands directly before it", side->fromText);
            }
        }
        // S210省道怀仁市…段, 汾河清徐县境内
        if (isLong(item.kind)) {
            for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= item.end + 1; ++j) {
                if (m_items[j].begin == item.end && m_items[j].kind == Kind::County && !followsRiverName(m_items[j])) {
                    return give(item, m_items[j].adcode, label(m_items[j].adcode) + " stands directly after it", true);
                }
            }
        }
        return false;
    }

    /// "…、清徐县" in a list is no part of the river before it.
    bool followsRiverName(Item const& county) const { return joins(m_page.before(county.begin)); }

    /// "乾福矿业有限公司（原代县吉兴球团厂）"
    bool byBracket(std::size_t i)
    {
        auto& item = m_items[i];
        if (!isOneOf(U"（(", m_page.at(item.end))) { return false; }
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= item.end + 3; ++j) {
            auto const& other = m_items[j];
            if (other.begin <= item.end || other.kind == Kind::City) { continue; }
            auto const adcode = other.kind == Kind::County ? other.adcode : countyInside(j);
            if (!adcode.empty()) { return give(item, adcode, label(adcode) + " is named in the brackets after it", true); }
        }
        return false;
    }

    std::string countyInside(std::size_t i) const
    {
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin < m_items[i].end; ++j) {
            if (m_items[j].kind == Kind::County && contains(m_items[i], m_items[j])) { return m_items[j].adcode; }
        }
        return {};
    }

    bool opensWithCity(Item const& item) const
    {
        if (m_page.text().substr(item.begin).starts_with(U"山西")) { return true; }
        return m_cityBegins.contains(item.begin);
    }

    /// "宁武县余庄乡、东寨乡", "阳曲县第三中学和西黄水村": the county opens the list.
    bool byList(std::size_t i)
    {
        auto& item = m_items[i];
        if (isLong(item.kind) || item.begin < 2 || !joins(m_page.before(item.begin)) || opensWithCity(item)) { return false; }
        auto const* const last = endingAt(item.begin - 1, i);
        if (last == nullptr || last->adcode.empty() || !last->fromText || last->kind == Kind::County || isLong(last->kind)) { return false; }
        bool const conjunction = m_page.before(item.begin) != U'、';
        if (isCompany(item.kind) && !conjunction) { return false; }
        if (isCompany(last->kind) && !isCompany(item.kind)) { return false; }
        if (!fits(item, last->adcode)) { return false; }
        return give(item, last->adcode, "in one list with " + utf8(*last) + " of " + label(last->adcode), true);
    }

    /// The gazetteer does not put this name into other counties only.
    bool fits(Item const& item, std::string const& adcode) const
    {
        auto const counties = homes(item);
        return counties.empty() || counties.contains(adcode);
    }

    std::set<std::string> homes(Item const& item) const
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

    bool byGazetteer(std::size_t i)
    {
        auto& item = m_items[i];
        if (isLong(item.kind) && !isLocal(item)) { return false; }
        auto const counties = homes(item);
        if (counties.size() != 1 || !m_page.scope().holds(*counties.begin())) { return false; }
        if (!std::ranges::all_of(item.entries, [&](EntryId id) { return liesHome(id); })) { return false; }
        return give(item, *counties.begin(), "the only " + utf8(item) + " of " + m_page.scope().name + " in the gazetteer", false);
    }

    /// A brook of which all that is known is in one county.
    bool isLocal(Item const& item) const
    {
        return !item.entries.empty() && std::ranges::all_of(item.entries, [&](EntryId id) {
            return entry(id).shape.empty() && entry(id).counties.size() == 1;
        });
    }

    bool liesHome(EntryId id)
    {
        auto const [at, fresh] = m_home.try_emplace(id, false);
        if (fresh) { at->second = liesIn(entry(id), entry(id).adcode, m_page.gazetteer()); }
        return at->second;
    }

    /// "…公司，在治理位于宁武县…过程中"; "249省道距保德县工商局…".
    bool byCue(std::size_t i)
    {
        auto& item = m_items[i];
        auto const end = m_page.clauseEnd(item.end);
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin < end; ++j) {
            auto const& other = m_items[j];
            auto const from = other.begin;
            auto const cue = [&](Text word) { return from >= word.size() && m_page.text(from - word.size(), from) == word; };
            if (other.kind == Kind::County && (cue(U"位于") || cue(U"地处") || cue(U"坐落于") || cue(U"坐落在")) && !isLong(item.kind)) {
                return give(item, other.adcode, label(other.adcode) + " is where the sentence puts it", true);
            }
            if (item.kind == Kind::Road && (cue(U"距") || cue(U"离") || cue(U"距离")) && from <= item.end + 3) {
                auto const adcode = other.kind == Kind::County ? other.adcode : countyInside(j);
                // "A、B，距甲县、乙县": which is whose is not said.
                bool const listed = other.kind == Kind::County && joins(m_page.at(other.end));
                if (!adcode.empty() && !listed) { return give(item, adcode, "near a place of " + label(adcode), true); }
            }
        }
        return false;
    }

    /// The county that the clause has named last, alone. Townships and villages go on in its county; anything else only in the
    /// same breath, or where the county is said to be the scene ("在偏关县…附近，发现…").
    bool byClause(std::size_t i)
    {
        auto& item = m_items[i];
        if (isLong(item.kind) || item.kind == Kind::Other || opensWithCity(item) || item.kind == Kind::SpringZone) { return false; }
        bool const settlement = item.kind == Kind::Town || item.kind == Kind::Village || item.kind == Kind::MonitoringSection;
        auto const begin = m_page.clauseBegin(item.begin);
        for (auto j = i; j-- > 0 && m_items[j].begin >= begin;) {
            auto const& other = m_items[j];
            if (contains(other, item) || other.kind != Kind::County) { continue; }
            bool const scene = m_page.before(other.begin) == U'在' || m_page.text(other.begin - std::min<std::size_t>(2, other.begin), other.begin) == U"位于";
            auto const between = m_page.text(std::min(other.end, item.begin), item.begin);
            bool const breath = between.find_first_of(U"，、：") == Text::npos;
            bool const confirmed = settlement && homes(item).contains(other.adcode);
            if (!confirmed && !breath && !(scene && between.find(U'、') == Text::npos)) { return false; }
            if (isInner(j) && isCompany(item.kind)) { return false; }
            bool const listed = joins(m_page.at(other.end)) || (other.begin > 0 && joins(m_page.before(other.begin)) && previousIsCounty(j));
            if (listed || !fits(item, other.adcode)) { return false; }
            return give(item, other.adcode, label(other.adcode) + " is named before it in the same sentence", true);
        }
        return false;
    }

    /// "应县华伦、恒锐达建材两个公司": the county that opens a counted list, if no other item has one.
    bool byCountedList(std::size_t i)
    {
        auto& item = m_items[i];
        if (item.list == 0 || opensWithCity(item)) { return false; }
        std::string county;
        for (auto const j : m_lists[item.list]) {
            if (m_items[j].adcode.empty()) { continue; }
            if (!county.empty() || !m_items[j].fromText) { return false; }
            county = m_items[j].adcode;
        }
        return give(item, county, label(county) + " opens the list", true);
    }

    bool isInner(std::size_t j) const { return m_items[j].inner; }

    bool previousIsCounty(std::size_t j) const
    {
        auto const* const last = endingAt(m_items[j].begin - 1, j);
        return last != nullptr && last->kind == Kind::County;
    }

    void byOuter()
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

    /// 泥屯镇杏湾村填埋场: the township that opens the name has a county.
    void byInner()
    {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            auto& outer = m_items[i];
            if (!outer.adcode.empty() || isSettled(outer.kind) || isLong(outer.kind)) { continue; }
            for (auto j = i + 1; outer.adcode.empty() && j < m_items.size() && m_items[j].begin == outer.begin; ++j) {
                auto const& inner = m_items[j];
                bool const brook = inner.kind == Kind::River && isLocal(inner) && outer.kind == Kind::Site; // not a reserve, which may be as long as its river
                if (inner.adcode.empty() || (inner.kind != Kind::Town && inner.kind != Kind::Village && !brook)) { continue; }
                give(outer, inner.adcode, "opens with " + utf8(inner) + " of " + label(inner.adcode), inner.fromText);
            }
        }
    }

    /// A company has one county in a document; so has any name within a problem. Its short form is the same company.
    void bySameName()
    {
        std::map<std::pair<std::size_t, std::string>, std::set<std::string>> inProblem;
        std::map<std::string, std::set<std::string>> anywhere;
        for (auto const& item : m_items) {
            if (item.adcode.empty() || !item.fromText) { continue; }
            inProblem[{item.problem, utf8(item)}].insert(item.adcode);
            if (isCompany(item.kind) || item.kind == Kind::Wwtp) { anywhere[utf8(item)].insert(item.adcode); }
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
            for (auto const& [name, known] : anywhere) {
                if (name.size() >= text.size() && name.ends_with(text)) {
                    counties.insert(known.begin(), known.end());
                    full = name;
                }
            }
            if (counties.size() == 1) { give(item, *counties.begin(), "short for " + full, true); }
        }
    }

    /// 豆罗检查站 where the problem also names 豆罗, a township.
    void byTownship()
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

    void byRegion()
    {
        if (m_page.scope().countyAdcode.empty()) { return; }
        for (auto& item : m_items) {
            if (!item.adcode.empty() || isSettled(item.kind) || isLong(item.kind) || item.kind == Kind::Other) { continue; }
            if (!fits(item, m_page.scope().countyAdcode)) { continue; }
            give(item, m_page.scope().countyAdcode, "the plan is that of " + m_page.scope().name, false);
        }
    }

    void byUnits()
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

    /// What a measure's units say of a name holds for the same name in its problem.
    void withinProblem()
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

    std::string unitCounty(Item const& item) const
    {
        std::set<std::string> counties;
        auto const& rows = m_areas.at(item.problem);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (item.task != Mention::none && item.task != row) { continue; } // a measure's own units
            if (rows[row].wholeCity || rows[row].open) { return {}; }
            counties.insert(rows[row].counties.begin(), rows[row].counties.end());
        }
        return counties.size() == 1 ? *counties.begin() : std::string{};
    }

    bool onlyCountyNamed(std::size_t problem, std::string const& county) const
    {
        auto const at = m_counties.find(problem);
        return at == m_counties.end() || std::ranges::all_of(at->second, [&](auto const& named) { return named == county; });
    }

    /// 忻州市区 and 忻州市污水处理厂 are in the city's district where it has only one.
    void bySingleDistrict()
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

    /// "G1国道、G2国道，距甲县、乙县": as many roads as counties, in the same order.
    void byPairs()
    {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_items[i].kind != Kind::Road || !m_items[i].adcode.empty()) { continue; }
            auto const roads = listFrom(i, Kind::Road);
            if (roads.size() < 2) { continue; }
            auto const next = std::ranges::find_if(m_items, [&](Item const& item) { return item.begin >= m_items[roads.back()].end; });
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

    /// The items of one kind that follow each other with nothing but 、 or 和 between, from i on; empty if i continues such a list.
    std::vector<std::size_t> listFrom(std::size_t i, Kind kind) const
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

    /// All counties that the units of a problem stand for; empty where others may be meant too, or the problem itself names others.
    std::set<std::string> problemCounties(std::size_t problem) const
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

    /// A company of two problems lies in the one county whose units answer for both.
    void byCommonUnits()
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

    /// "某公司3台、甲县3台、乙县2台" with units of three counties: the sentence names all of them but one, and the problem has one
    /// place without a county. Two counties would be too few: both could be in the one that is named.
    void byRemainder()
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

    std::string utf8(Item const& item) const { return toUtf8(m_page.text(item.begin, item.end)); }

    Page const& m_page;
    std::vector<Item>& m_items;
    std::vector<std::vector<UnitArea>> const& m_areas;
    std::map<EntryId, bool> m_home;                           ///< whether an entry surely lies in its county
    std::set<std::size_t> m_cityBegins;                       ///< where names of cities begin
    std::map<std::size_t, std::vector<std::size_t>> m_lists;  ///< items of each counted list
    std::map<std::size_t, std::set<std::string>> m_counties;  ///< that each problem names
    std::map<std::size_t, std::vector<std::size_t>> m_towns;  ///< of each problem
};

} // namespace

void assignCounties(Page const& page, std::vector<Item>& items, std::vector<std::vector<UnitArea>> const& areas)
{
    CountyFinder{page, items, areas}.run();
}

} // namespace zhengtu::place
