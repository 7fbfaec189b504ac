#include "place/form_finder.hpp"

#include <iterator>

namespace zhengtu::place {

std::vector<Found> FormFinder::run()
{
    auto const text = m_page.text();
    for (std::size_t i = 0; i < text.size();) {
        if (m_page.isBlocked(i)) {
            ++i;
            continue;
        }
        auto const hit = lexicon::formEndings().longest(text, i);
        if (hit.length > 0) {
            ending(lexicon::form(hit.values.front()), i, i + hit.length);
            i += hit.length;
            continue;
        }
        character(i);
        ++i;
    }
    return std::move(m_found);
}

void FormFinder::ending(Form const& form, std::size_t at, std::size_t end)
{
    if (opens(form.rule) != m_openers) { return; }
    switch (form.rule) {
    case FormRule::Company:
    case FormRule::Group: company(form, at, end); break;
    case FormRule::Works: works(form, at, end); break;
    case FormRule::Station: station(form, at, end); break;
    case FormRule::Project: project(form, at, end); break;
    case FormRule::Road: road(at, end); break;
    case FormRule::Trade: trade(form, at, end); break;
    case FormRule::Section: break; // forms_lists.cpp
    default: plain(form, at, end); break;
    }
}

void FormFinder::character(std::size_t i)
{
    if (m_openers) {
        auto const c = m_page.at(i);
        bool const roadway = m_page.text().substr(i).starts_with(U"街道路"); // 开元街|道路
        if (c == U'路' || (c == U'街' && (m_page.at(i + 1) != U'道' || roadway))) { street(i); }
        if (c == U'线') { line(i); }
        if (c == U'镇' || c == U'乡') { town(i, i + 1); }
        if (c == U'街' && m_page.at(i + 1) == U'道' && !roadway) { town(i, i + 2); }
        if (c == U'办' && m_page.text().substr(i).starts_with(U"办事处")) { office(i); }
        return;
    }
    standing(i);
    if (auto const town = m_page.adminBegin(i); town < i && m_page.isTown(town) && isOneOf(U"镇乡道", m_page.before(i))) { hamlets(i); }
    switch (m_page.at(i)) {
    case U'村': village(i); break;
    case U'河': river(i); break;
    case U'渠': canal(i); break;
    case U'湖': lake(i); break;
    case U'矿': mine(i); break;
    case U'厂': factory(i); break;
    case U'桥': bridge(i); break;
    case U'站': railStation(i); break;
    case U'沟':
        stream(i);
        gully(i);
        break;
    case U'川':
    case U'涧': stream(i); break;
    case U'峪':
        stream(i);
        [[fallthrough]];
    case U'岭':
    case U'梁':
    case U'塬':
    case U'垣':
    case U'滩':
        pool(i);
        terrain(i);
        break;
    case U'池':
    case U'海': pool(i); break;
    case U'寺': temple(i); break;
    case U'源': headStream(i); break;
    case U'坝': dam(i); break;
    case U'环': ring(i); break;
    case U'坡':
    case U'峡':
    case U'垴': terrain(i); break;
    case U'山': hill(i); break;
    default: break;
    }
}

void FormFinder::add(std::size_t begin, std::size_t end, Kind kind, int rank)
{
    if (end <= begin + 1) { return; }
    if (kind == Kind::Enterprise || kind == Kind::Mine) { m_worksEnd = end; }
    if (kind == Kind::Road) { m_roadEnd = end; }
    m_found.push_back({begin, end, kind, entriesOf(begin, end, kind), rank, false, 0});
}

std::vector<EntryId> FormFinder::entriesOf(std::size_t begin, std::size_t end, Kind kind) const
{
    std::vector<EntryId> all;
    for (auto const& hit : m_page.knownAt(begin)) {
        if (hit.end != end) { continue; }
        for (auto const& named : hit.named) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            if (place.kind == kind && m_page.isNear(place)) { all.push_back(named.entry); }
        }
    }
    m_page.keepContemporary(all);
    return all;
}

std::size_t FormFinder::firstAdmin(std::size_t from, std::size_t to) const
{
    while (from < to && !startsAdmin(from)) { ++from; }
    return from;
}

std::size_t FormFinder::chainEnd(std::size_t i, bool towns) const
{
    for (;;) {
        if (!towns && m_page.isTown(i)) { return i; }
        auto const rest = m_page.text().substr(i);
        auto const next = rest.starts_with(U"山西省") ? i + 3 : m_page.adminEnd(i);
        if (next == i) { return i; }
        i = next;
    }
}

std::size_t FormFinder::afterTown(std::size_t begin, std::size_t at, FormRule rule) const
{
    std::size_t cut = begin;
    for (auto i = begin; m_page.adminEnd(i) > i && m_page.adminEnd(i) < at; i = m_page.adminEnd(i)) {
        auto const next = m_page.adminEnd(i);
        if (m_page.isTown(i) && isOneOf(U"镇乡道", m_page.before(next))) { cut = next; }
    }
    if (cut == begin) { return begin; }
    constexpr std::size_t longestVillage = 6;
    for (auto i = cut + 1; i < at && i < cut + longestVillage; ++i) {
        if (m_page.at(i) == U'村' && i + 3 <= at) { cut = i + 1; }
    }
    auto const own = m_page.text(cut, at);
    // 某村|南有|养猪场, 某村|牛肉|加工厂
    if (own.size() == 2 && (isOneOf(U"东西南北内外旁边侧有办开建一牛羊猪鸡鱼肉米面豆木石砂煤铁", own[0]) || isOneOf(U"有在的", own[1]))) { return begin; }
    return own.size() < 2 || lexicon::isCommon(rule, own) || lexicon::isTrade(own) ? begin : cut;
}

std::size_t FormFinder::ownBegin(std::size_t at, std::size_t longest) const
{
    constexpr std::size_t chain = 16;
    auto begin = chainEnd(m_page.nameBegin(at, longest + chain));
    for (auto i = begin; i < at; ++i) {
        if (auto const end = chainEnd(i); end > i && end <= at) { begin = end; }
    }
    return begin;
}

std::vector<Found> findForms(Page& page)
{
    auto all = FormFinder{page, true}.run();
    for (auto const& found : all) { page.open(found.end); }
    auto rest = FormFinder{page, false}.run();
    all.insert(all.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return all;
}

} // namespace zhengtu::place
