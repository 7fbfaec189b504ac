#include "core/utf.hpp"
#include "place/list_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void ListFinder::address(std::size_t begin)
{
    constexpr std::size_t longest = 10;
    auto const run = m_page.text().substr(begin, longest + 2);
    std::size_t end = Text::npos;
    for (Text const verb : {Text{U"占用"}, Text{U"侵占"}, Text{U"违规"}, Text{U"违法"}, Text{U"擅自"}, Text{U"存在"}, Text{U"长期"}, Text{U"露天"}, Text{U"未经"}}) {
        end = std::min(end, run.find(verb));
    }
    if (end == Text::npos || end < 3) { return; }
    auto const name = run.substr(0, end);
    if (!std::ranges::all_of(name, lexicon::isNameChar) || name.find(U'的') != Text::npos || isOneOf(U"间楼院门井和至到、机线厂矿车库泵炉", name.front())) { return; }
    add({begin, begin + end}, Kind::Site, 1);
}

void ListFinder::mineArea(std::size_t at)
{
    auto items = itemsBefore(at, 4);
    if (items.empty()) { return; } // also where the text begins with the word
    auto& first = items.back();
    for (Text const word : {Text{U"集团"}, Text{U"公司"}}) {
        if (auto const in = m_page.text(first.begin, first.end).find(word); in != Text::npos) { first.begin += in + 2; }
    }
    auto const front = first.begin;
    if (items.size() == 1 && front >= 1 && isOneOf(U"和及与、", m_page.before(front))) {
        auto const last = front - 1;
        auto const company = m_page.nameBegin(last, 14);
        auto const text = m_page.text(company, last);
        for (Text const word : {Text{U"集团"}, Text{U"公司"}}) {
            if (auto const in = text.rfind(word); in != Text::npos && text.size() - in - 2 >= 2 && text.size() - in - 2 <= 4) {
                items.push_back({company + in + 2, last});
                break;
            }
        }
    }
    for (auto const item : items) {
        auto const text = m_page.text(item.begin, item.end);
        if (text.size() < 2 || m_page.adminEnd(item.begin) >= item.end || lexicon::isCommon(lexicon::FormRule::Works, text) ||
            lexicon::endsCommon(lexicon::FormRule::Works, text) || text.ends_with(U"煤")) {
            continue;
        }
        bool const branded = lexicon::brands().longest(text, 0).length == text.size() && m_page.adminEnd(item.begin) == item.begin; // 平朔矿区
        if (items.size() < 2 && !branded) { continue; } // "重点矿区", "大型矿区": one word alone is too often an adjective
        add(item, Kind::Mine, 1);
    }
}

void ListFinder::stretch(std::size_t at)
{
    constexpr std::size_t shortest = 2, longest = 5;
    auto const known = [&](std::size_t begin, std::size_t end) {
        Found found{begin, end, Kind::Other, {}, 1, false, 0};
        auto const& gazetteer = m_page.gazetteer();
        auto const name = toUtf8(m_page.text(begin, end));
        auto names = gazetteer.find(name);
        if (names.empty()) { names = gazetteer.find(name + "村"); }
        for (auto const& named : names) {
            auto const& place = gazetteer.entry(named.entry);
            bool const settled = place.kind == Kind::Town || place.kind == Kind::Village;
            if (!settled || !m_page.scope().holds(place.adcode) || (found.kind != Kind::Other && found.kind != place.kind)) { continue; }
            found.kind = place.kind;
            found.entries.push_back(named.entry);
        }
        m_page.keepContemporary(found.entries);
        return found;
    };
    for (auto end = at + 1 + shortest; end <= at + 1 + longest; ++end) {
        auto const rest = m_page.text().substr(std::min(end, m_page.text().size()), 2);
        bool const reach = rest.starts_with(U'段') || rest == U"路段" || rest == U"沿线" || rest == U"之间" || rest == U"公路" || rest == U"道路" || rest == U"一带" || rest == U"区间";
        if (!reach) { continue; }
        auto second = known(at + 1, end);
        for (auto begin = at - std::min(at, longest); begin + shortest <= at && !second.entries.empty(); ++begin) {
            bool const bounded = m_page.nameBegin(begin, 1) == begin || m_page.adminBegin(begin) < begin || m_page.isOpen(begin) || lexicon::isNumeral(m_page.before(begin));
            auto first = bounded ? known(begin, at) : Found{};
            if (first.entries.empty() && bounded && at - begin <= 3 && isOneOf(U"口关闸坝", m_page.before(at)) && !isOneOf(U"路入出河黄机", m_page.at(at - 2))) { first = {begin, at, Kind::Site, {}, 1, false, 0}; } // 杀虎口至右卫镇段
            else if (first.entries.empty()) { continue; }
            m_found.push_back(std::move(first));
            m_found.push_back(std::move(second));
            return;
        }
    }
}

void ListFinder::waterSources(std::size_t at)
{
    auto const items = itemsBefore(at, 5);
    auto const plain = [&](Range item) {
        auto const text = m_page.text(item.begin, item.end);
        return m_page.adminEnd(item.begin) == item.begin && !lexicon::isCommon(lexicon::FormRule::Reserve, text) &&
               !lexicon::endsCommon(lexicon::FormRule::Reserve, text) && lexicon::formEndings().find(text).empty();
    };
    if (items.size() < 2 || !std::ranges::all_of(items, plain)) { return; }
    for (auto const item : items) { add(item, Kind::Site, 0); }
}

std::size_t ListFinder::behindRiver(std::size_t begin, std::size_t end) const
{
    std::size_t split = begin;
    for (auto const& hit : m_page.knownAt(begin)) {
        if (hit.end >= end) { return begin; } // all of it is one known name: 汾河水库
        for (auto const& named : hit.named) {
            if (m_page.gazetteer().entry(named.entry).kind == Kind::River) { split = std::max(split, hit.end); }
        }
    }
    constexpr std::size_t longestRiver = 4;
    for (auto i = begin + 1; split == begin && i < begin + longestRiver && i < end; ++i) {
        if (m_page.at(i) == U'河') { split = i + 1; }
    }
    if (split == begin) { return begin; }
    if (isOneOf(U"东西南北", m_page.at(split)) && isOneOf(U"源支", m_page.at(split + 1))) { split += 2; }
    auto const rest = m_page.text(std::min(split, end), end);
    if (rest.size() < 2 || isOneOf(U"口底湾头沟堡津大水二干支流", rest.front())) { return begin; }
    return split;
}

void ListFinder::section(std::size_t at)
{
    constexpr std::size_t longest = 6;
    auto name = at;
    for (bool again = true; again;) {
        again = false;
        for (Text const word : {Text{U"国控"}, Text{U"省控"}, Text{U"市控"}, Text{U"国考"}, Text{U"省考"}, Text{U"考核"}, Text{U"监测"}, Text{U"水质"},
                                Text{U"出境"}, Text{U"入境"}, Text{U"出市"}, Text{U"控制"}, Text{U"例行"}, Text{U"出口"}, Text{U"入口"}}) {
            if (name >= word.size() && m_page.text(name - word.size(), name) == word) {
                name -= word.size();
                again = true;
            }
        }
    }
    bool const qualified = name != at;
    auto const counted = withoutCount(name);
    auto items = itemsBefore(counted, longest, true);
    // An item that is no known section and no list must be short and have its own boundary.
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto item = items[i];
        if (m_page.at(item.begin) == U'段' && m_page.adminBegin(item.begin) < item.begin && item.end - item.begin > 2) { ++item.begin; } // 某河某县段|闫家庄断面
        for (Text const mouth : {Text{U"入黄口"}, Text{U"入汾口"}, Text{U"入河口"}, Text{U"入库口"}, Text{U"入黄"}, Text{U"入汾"}}) { // 汾河|入黄口|庙前村断面
            if (m_page.text(item.begin, item.end).starts_with(mouth) && item.begin + mouth.size() + 2 <= item.end) { item.begin += mouth.size(); }
        }
        auto const text = m_page.text(item.begin, item.end);
        if (lexicon::isCommon(lexicon::FormRule::Section, text) || text.ends_with(U"断面") || text.ends_with(U"流域") || text.ends_with(U"干流") || text.ends_with(U"支流") ||
            text.ends_with(U"河流") || m_page.adminEnd(item.begin) >= item.end || isCount(text) || ((qualified || i > 0) && text.ends_with(U'河')) || (joins(m_page.at(item.end)) && (text.ends_with(U'国') || text.ends_with(U'省'))) || (i > 0 && text.ends_with(U'渠'))) {
            continue;
        }
        if (i > 0 && m_page.isTown(m_page.adminBegin(item.begin)) && m_page.adminBegin(item.begin) < item.begin) { continue; } // 某镇龙门村、|某镇庙前村断面
        bool const last = i == 0 && counted == at;
        if (last) { item.end = at + 2; }
        if (i == 0 && qualified && counted == name) {
            auto const gate = m_page.text(name, at); // 册田水库出口断面 is not the reservoir
            item.end = gate == U"出口" || gate == U"入口" ? at + 2 : name;
        }
        add(item, Kind::MonitoringSection);
    }
    // "出境断面温南社": the name after the word, only if it is known.
    for (auto const& hit : m_page.knownAt(at + 2)) {
        for (auto const& named : hit.named) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            if (place.kind == Kind::MonitoringSection && m_page.isNear(place)) {
                return add({hit.begin, hit.end}, Kind::MonitoringSection);
            }
        }
    }
}

} // namespace zhengtu::place
