#include "place/admin_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

bool isGenericDistrict(std::u32string_view name) noexcept { return name == U"城区" || name == U"矿区" || name == U"郊区"; }

std::vector<Found> AdminFinder::run()
{
    for (std::size_t i = 0; i < m_page.text().size();) {
        auto const found = at(i);
        if (!found) {
            ++i;
            continue;
        }
        m_page.settle(*found);
        i = found->end;
        m_found.push_back(*found);
    }
    return std::move(m_found);
}

std::optional<Found> AdminFinder::at(std::size_t i)
{
    auto const hits = m_page.knownAt(i);
    for (std::size_t h = 0; h < hits.size(); ++h) {
        bool const longest = std::ranges::all_of(hits.first(h), [&](Known const& hit) { return isZone(hit); });
        if (auto found = county(hits[h], longest)) { return found; }
        if (auto found = city(hits[h])) { return found; }
        if (auto found = town(hits[h], hits.front().end)) { return found; }
    }
    return std::nullopt;
}

Entry const& AdminFinder::entry(Named const& named) const { return m_page.gazetteer().entry(named.entry); }

std::vector<EntryId> AdminFinder::pick(Known const& hit, Kind kind, NameForm from, NameForm to, bool abroad, NameForm extra) const
{
    std::vector<EntryId> inScope, others;
    for (auto const& named : hit.named) {
        if (entry(named).kind != kind || ((named.form < from || named.form > to) && named.form != extra)) { continue; }
        if (!entry(named).until.empty() && !opensName(hit.begin)) { continue; }
        (m_page.scope().holds(entry(named).adcode) ? inScope : others).push_back(named.entry);
    }
    return inScope.empty() && abroad ? others : inScope;
}

bool AdminFinder::opensName(std::size_t i) const { return m_page.nameBegin(i, 1) == i || m_page.adminBegin(i) < i; }

Found AdminFinder::make(Known const& hit, Kind kind, std::vector<EntryId> entries) const
{
    return {hit.begin, hit.end, kind, std::move(entries), 3, false, 0};
}

std::optional<Found> AdminFinder::county(Known const& hit, bool longest)
{
    auto const name = m_page.text(hit.begin, hit.end);
    if (auto entries = pick(hit, Kind::County, NameForm::Qualified, NameForm::Qualified, true, NameForm::Qualified);
        entries.size() == 1 && isGenericDistrict(name.substr(name.size() - 2))) {
        return make(hit, Kind::County, std::move(entries));
    }
    if (auto entries = pick(hit, Kind::County, NameForm::Full, NameForm::Alias, true, NameForm::Former); entries.size() == 1) {
        if (lexicon::isFalseFriend(m_page.text(), hit.begin, hit.end)) { return std::nullopt; }
        if (isGenericDistrict(name) && !namesDistrict(hit)) { return std::nullopt; }
        bool const own = m_page.scope().holds(entry({entries.front(), {}}).adcode);
        // 北郊区 was a district of more than one city.
        bool const anyCitys = name.size() <= 3 && isGenericDistrict(name.substr(name.size() - 2)) && std::ranges::any_of(hit.named, [](auto const& named) {
            return named.form == NameForm::Former;
        });
        if (!own && (anyCitys || !opensHere(hit.begin, entries.front()))) { return std::nullopt; }
        auto found = make(hit, Kind::County, std::move(entries));
        if (name.back() == U'县' && m_page.at(hit.end) == U'城' && !isOneOf(U"镇市区关乡建管投中", m_page.at(hit.end + 1)) && !townAt(hit.end) && !riverAt(hit.end)) { ++found.end; }
        return found;
    }
    // 南郊区 of 大同市, of which parts went to several districts: a district, of no county of today.
    if (auto parts = pick(hit, Kind::County, NameForm::Former, NameForm::Former, false, NameForm::Former); parts.size() > 1 && name.size() >= 3 && opensName(hit.begin)) {
        return make(hit, Kind::County, std::move(parts));
    }
    auto entries = pick(hit, Kind::County, NameForm::Short, NameForm::Short, false, NameForm::Short);
    if (entries.empty() && longest) { entries = ofNamedCity(hit); }
    if (entries.size() != 1 || !longest || lexicon::isFalseFriend(m_page.text(), hit.begin, hit.end) || isInVillage(hit)) { return std::nullopt; }
    return make(hit, Kind::County, std::move(entries));
}

std::vector<EntryId> AdminFinder::ofNamedCity(Known const& hit) const
{
    if (!m_page.scope().cityAdcode.empty()) { return {}; }
    auto const begin = m_page.clauseBegin(hit.begin);
    Found const* city = nullptr;
    for (auto at = m_found.rbegin(); city == nullptr && at != m_found.rend() && at->begin >= begin; ++at) {
        if (at->kind == Kind::City && !at->entries.empty()) { city = &*at; }
    }
    if (city == nullptr) { return {}; }
    bool const behind = city->end == hit.begin;
    bool const before = joins(m_page.before(hit.begin)) && !m_found.empty() && m_found.back().end + 1 == hit.begin && m_found.back().kind == Kind::County;
    bool const after = joins(m_page.at(hit.end)) && (opensName(hit.begin) || behind);
    if (!behind && !before && !after) { return {}; }
    auto const prefix = m_page.gazetteer().entry(city->entries.front()).adcode.substr(0, 4);
    std::vector<EntryId> all;
    for (auto const& named : hit.named) {
        if (entry(named).kind == Kind::County && named.form == NameForm::Short && entry(named).adcode.substr(0, 4) == prefix) { all.push_back(named.entry); }
    }
    return all;
}

bool AdminFinder::countyAt(std::size_t i) const
{
    return std::ranges::any_of(m_page.knownAt(i), [&](Known const& other) {
        return std::ranges::any_of(other.named, [&](auto const& named) {
            return entry(named).kind == Kind::County && m_page.scope().holds(entry(named).adcode);
        });
    });
}

bool AdminFinder::riverAt(std::size_t i) const
{
    return std::ranges::any_of(m_page.knownAt(i), [&](Known const& other) {
        return other.end > i + 2 && std::ranges::any_of(other.named, [&](auto const& named) {
            bool const measured = entry(named).kind == Kind::MonitoringSection && m_page.text().substr(other.end).starts_with(U"断面"); // 灵丘县|城头会断面
            return (entry(named).kind == Kind::River || measured) && named.form <= NameForm::Alias && m_page.isNear(entry(named));
        });
    });
}

bool AdminFinder::isInVillage(Known const& hit) const
{
    return isOneOf(U"村庄", m_page.at(hit.end)) && isOneOf(U"小大东西南北上下前后新老", m_page.before(hit.begin));
}

bool AdminFinder::opensHere(std::size_t begin, EntryId county) const
{
    if (m_page.nameBegin(begin, 1) == begin) { return true; }
    auto const city = m_page.adminBegin(begin);
    if (city == begin || m_found.empty() || m_found.back().end != begin || m_found.back().entries.empty()) { return false; }
    auto const& last = m_page.gazetteer().entry(m_found.back().entries.front());
    return last.kind == Kind::City && last.adcode.substr(0, 4) == m_page.gazetteer().entry(county).adcode.substr(0, 4);
}

bool AdminFinder::namesDistrict(Known const& hit) const
{
    auto const rest = m_page.text().substr(hit.end);
    for (Text const word : {Text{U"党委"}, Text{U"区委"}, Text{U"政府"}, Text{U"人民政府"}, Text{U"委、"}}) {
        if (rest.starts_with(word)) { return true; }
    }
    if (townAt(hit.end)) { return true; }
    if (lexicon::isMark(m_page.before(hit.begin)) && placeFollows(hit)) { return true; } // "、城区白水河"
    // "2、矿区加快推进…": who is to do it. Only at the beginning of the clause: in "露天矿区加快复垦" it is no district.
    if (lexicon::isMark(m_page.before(hit.begin))) {
        for (Text const verb : {Text{U"加快"}, Text{U"负责"}, Text{U"牵头"}, Text{U"督促"}, Text{U"组织"}, Text{U"责令"}, Text{U"完成"}, Text{U"要加"}, Text{U"制定"}, Text{U"对"}}) {
            if (rest.starts_with(verb)) { return true; }
        }
    }
    if (lexicon::isMark(m_page.before(hit.begin)) && isOneOf(U"在对将由", rest.empty() ? U' ' : rest.front()) && townAt(hit.end + 1)) { return true; } // 3.郊区|在|义井镇
    // 郊区 is a common word less often: 207国道郊区段.
    if (m_page.text(hit.begin, hit.end) == U"郊区" && (rest.starts_with(U"段") || rest.starts_with(U"境内"))) { return true; }
    auto const neighbour = [&](std::size_t from) {
        for (auto const& other : m_page.knownAt(from)) {
            for (auto const& named : other.named) {
                if (entry(named).kind == Kind::County && m_page.scope().holds(entry(named).adcode)) { return true; }
            }
        }
        return false;
    };
    if (joins(m_page.at(hit.end)) && neighbour(hit.end + 1)) { return true; }
    return hit.begin > 0 && joins(m_page.before(hit.begin)) && m_page.adminBegin(hit.begin - 1) < hit.begin - 1;
}

bool AdminFinder::placeFollows(Known const& hit) const
{
    for (auto const& district : hit.named) {
        auto const& home = entry(district);
        if (home.kind != Kind::County || !m_page.scope().holds(home.adcode)) { continue; }
        for (auto const& other : m_page.knownAt(hit.end)) {
            if (std::ranges::any_of(other.named, [&](auto const& named) { return entry(named).adcode == home.adcode && other.end > hit.end + 2; })) { return true; }
        }
    }
    auto const next = m_page.text().substr(hit.end, 3);
    return next.size() == 3 && next.back() == U'河' && lexicon::isNameChar(next[0]) && !isOneOf(U"内段主排护各沿入大小", next[0]) && !isOneOf(U"洪护黑沿入", next[1]);
}

std::optional<Found> AdminFinder::city(Known const& hit)
{
    auto const entries = [&](NameForm form) {
        std::vector<EntryId> all;
        for (auto const& named : hit.named) {
            if (entry(named).kind == Kind::City && named.form == form) { all.push_back(named.entry); }
        }
        return all;
    };
    if (auto full = entries(NameForm::Full); !full.empty()) {
        auto found = make(hit, Kind::City, std::move(full));
        // 忻州市区 is its urban area, no unit of administration.
        if (m_page.at(hit.end) == U'区' && !isOneOf(U"县委政级域划", m_page.at(hit.end + 1))) {
            ++found.end;
            found.kind = Kind::Other;
        }
        return found;
    }
    auto shorts = entries(NameForm::Short);
    if (shorts.empty() || lexicon::isFalseFriend(m_page.text(), hit.begin, hit.end) || isInVillage(hit)) { return std::nullopt; }
    bool const own = m_page.scope().holds(m_page.gazetteer().entry(shorts.front()).adcode);
    if (!own && !amongCities(hit)) { return std::nullopt; }
    return make(hit, Kind::City, std::move(shorts));
}

bool AdminFinder::amongCities(Known const& hit) const
{
    auto const isCity = [&](Known const& other) {
        return std::ranges::any_of(other.named, [&](auto const& named) { return entry(named).kind == Kind::City; });
    };
    if (joins(m_page.at(hit.end)) && std::ranges::any_of(m_page.knownAt(hit.end + 1), isCity)) { return true; }
    return hit.begin > 0 && joins(m_page.before(hit.begin)) && !m_found.empty() && m_found.back().end + 1 == hit.begin &&
           m_found.back().kind == Kind::City;
}

std::vector<Found> findAdmin(Page& page) { return AdminFinder{page}.run(); }

} // namespace zhengtu::place
