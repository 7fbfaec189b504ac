#include "core/utf.hpp"
#include "place/admin_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

bool AdminFinder::townAt(std::size_t i) const
{
    return std::ranges::any_of(m_page.knownAt(i), [&](Known const& other) {
        return std::ranges::any_of(other.named, [&](auto const& named) {
            return named.form == NameForm::Full && entry(named).kind == Kind::Town && m_page.scope().holds(entry(named).adcode);
        });
    });
}

bool AdminFinder::villageOf(std::string const& town, std::size_t i) const
{
    return std::ranges::any_of(m_page.knownAt(i), [&](Known const& other) {
        return other.end > i + 2 && std::ranges::any_of(other.named, [&](auto const& named) {
            return entry(named).kind == Kind::Village && entry(named).town == town && m_page.scope().holds(entry(named).adcode);
        });
    });
}

std::string AdminFinder::countyBefore(std::size_t begin) const
{
    auto const from = m_page.adminBegin(begin);
    if (from == begin || m_found.empty() || m_found.back().end != begin || m_found.back().entries.size() != 1) { return {}; }
    auto const& last = m_found.back();
    return last.kind == Kind::County ? m_page.gazetteer().entry(last.entries.front()).adcode : std::string{};
}

std::optional<Found> AdminFinder::town(Known const& hit, std::size_t longestEnd)
{
    auto const county = countyBefore(hit.begin);
    auto const narrow = [&](std::vector<EntryId> entries) {
        std::erase_if(entries, [&](EntryId id) { return !county.empty() && m_page.gazetteer().entry(id).adcode != county; });
        m_page.keepContemporary(entries);
        return entries;
    };
    auto full = narrow(pick(hit, Kind::Town, NameForm::Full, NameForm::Alias, !county.empty(), NameForm::Former));
    if (!full.empty() && (hit.end - hit.begin > 2 || !county.empty() || villageOf(toUtf8(m_page.text(hit.begin, hit.end)), hit.end))) {
        auto const kind = kindOfUnit(m_page.text(hit.begin, hit.end));
        if (!kind || (*kind == Kind::Park && countyAt(hit.begin))) { return std::nullopt; } // 岚县|普明工业园区: by its form
        return make(hit, *kind, std::move(full));
    }
    // 蒋村乡 where the register has 蒋村镇: townships change their kind and keep their name. Those that are no more had the one name.
    auto renamed = narrow(pick(hit, Kind::Town, NameForm::Short, NameForm::Short, !county.empty(), NameForm::Short));
    std::erase_if(renamed, [&](EntryId id) { return !m_page.gazetteer().entry(id).until.empty(); });
    if (!renamed.empty()) {
        for (Text const type : {Text{U"街道"}, Text{U"镇"}, Text{U"乡"}}) {
            if (m_page.text().substr(hit.end).starts_with(type) && !isOneOf(U"村级镇长", m_page.at(hit.end + type.size()))) {
                auto found = make(hit, Kind::Town, std::move(renamed));
                found.end += type.size();
                return found;
            }
        }
    }
    if (hit.end != longestEnd) { return std::nullopt; } // 小店 of 小店桥
    auto shorts = narrow(pick(hit, Kind::Town, NameForm::Short, NameForm::Short, !county.empty(), NameForm::Short));
    if (shorts.empty()) { return std::nullopt; }
    if (m_page.at(hit.end) == U'段' && isOneOf(U"河渠", m_page.before(hit.begin)) && !isGenericDistrict(m_page.text(hit.begin, hit.end))) { return make(hit, Kind::Town, std::move(shorts)); } // 黑水河|大辛庄|段
    // 小店区平阳路: the street after which the sub-district is named.
    if (isOneOf(U"路街", m_page.before(hit.end)) && !townListFollows(hit.end)) { return std::nullopt; }
    // 平城区御河西岸, 文瀛湖周边: the water after which the township is named.
    if (isOneOf(U"河湖", m_page.before(hit.end)) && !townListFollows(hit.end)) { return std::nullopt; }
    auto const next = m_page.at(hit.end);
    bool const opensName = lexicon::isNameChar(next) && !isOneOf(U"村社路桥沟河山街庄湖水断等和及与县市区均在有未已对", next);
    if (opensStreet(hit.end)) { return std::nullopt; } // 离石区滨河北路
    if ((!county.empty() && opensName) || (!opensName && townListFollows(hit.end))) { return make(hit, Kind::Town, std::move(shorts)); }
    return std::nullopt;
}

bool AdminFinder::opensStreet(std::size_t i) const
{
    auto const end = isOneOf(U"东西南北中大一二三四五", m_page.at(i)) ? i + 1 : i;
    return isOneOf(U"路街巷", m_page.at(end)) || (end > i && m_page.at(end) == U'道');
}

bool AdminFinder::isZone(Known const& hit) const
{
    return kindOfUnit(m_page.text(hit.begin, hit.end)) == Kind::Park &&
           std::ranges::all_of(hit.named, [&](auto const& named) { return entry(named).kind == Kind::Town; });
}

std::optional<Kind> AdminFinder::kindOfUnit(Text name)
{
    for (Text const zone : {Text{U"开发区"}, Text{U"园区"}, Text{U"示范区"}, Text{U"试验区"}}) {
        if (name.size() > zone.size() + 1 && name.ends_with(zone)) { return Kind::Park; }
    }
    for (Text const type : {Text{U"镇"}, Text{U"乡"}, Text{U"街道"}, Text{U"街道办事处"}, Text{U"街办"}}) {
        if (name.size() > type.size() && name.ends_with(type)) { return Kind::Town; }
    }
    return std::nullopt;
}

bool AdminFinder::townListFollows(std::size_t end) const
{
    for (int items = 0; items < 12 && joins(m_page.at(end)); ++items) {
        std::size_t next = 0;
        for (auto const& other : m_page.knownAt(end + 1)) {
            for (auto const& named : other.named) {
                if (entry(named).kind != Kind::Town || !m_page.scope().holds(entry(named).adcode)) { continue; }
                if (named.form == NameForm::Full) { return true; }
                if (named.form == NameForm::Short && next == 0) { next = other.end; }
            }
        }
        if (next == 0) { return false; }
        end = next;
    }
    return false;
}

} // namespace zhengtu::place
