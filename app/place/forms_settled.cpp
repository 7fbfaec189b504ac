#include "place/form_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void FormFinder::village(std::size_t at)
{
    auto const next = m_page.text().substr(at + 1, 2);
    bool const another = next == U"部分" || next == U"风机" || next == U"风电" || next == U"两家" || next == U"两处" || next == U"两侧"; // no 村部, 村风, 村两委
    if (!another && isOneOf(U"民庄镇级落改两屯干部医官企集风", m_page.at(at + 1))) { return; }
    constexpr std::size_t longest = 16;
    constexpr std::size_t longestName = 5;
    auto const begin = chainEnd(m_page.nameBegin(at, longest));
    auto own = begin;
    // An administrative name inside the run is where the village's own begins.
    for (auto i = begin; i < at; ++i) {
        if (auto const end = chainEnd(i); end > i && end <= at) { own = end; }
    }
    auto const end = at + 1;
    auto entries = entriesOf(own, end, Kind::Village);
    if (entries.empty()) {
        // 下其至村: a word that ends names elsewhere is part of one that the register has.
        for (auto i = at - std::min(at, longestName); i < at && entries.empty(); ++i) {
            if (!isBounded(i)) { continue; }
            entries = entriesOf(i, end, Kind::Village);
            if (!entries.empty()) { own = i; }
        }
    }
    for (Text const verb : {Text{U"建设"}, Text{U"改造"}}) { // 建设|杏花村污水处理厂; 建设村 is one
        if (entries.empty() && own + verb.size() + 2 <= at && m_page.text().substr(own).starts_with(verb)) { own += verb.size(); }
    }
    if (own >= at) { return; }
    auto const name = m_page.text(own, at);
    if (entries.empty() && name.size() > longestName) {
        // Too long for a village: the longest that the register has at its end.
        for (auto i = own + 1; i + 4 <= end && entries.empty(); ++i) {
            entries = entriesOf(i, end, Kind::Village);
            if (!entries.empty()) { own = i; }
        }
        if (entries.empty()) { return; }
    }
    if (entries.empty() && lexicon::endsCommon(FormRule::Village, m_page.text(own, at))) { return; }
    if (lexicon::isCommon(FormRule::Village, m_page.text(own, at)) || lexicon::isNumeral(m_page.text(own, at).back())) { return; }
    bool const beside = m_page.before(at) == U'村' && isOneOf(U"东西南北口头旁边", m_page.at(end));
    if (entries.empty() && (beside || isOneOf(U"镇乡县区", m_page.before(at)))) { return; } // 压实|镇村责任, 东堡村|村西
    bool const chained = m_page.adminBegin(own) < own;
    if (at - own == 1 && !chained && entries.empty()) { return; }
    m_found.push_back({own, end, Kind::Village, std::move(entries), 1, false, 0});
}

void FormFinder::hamlets(std::size_t begin)
{
    // Endings that villages have and hardly any common word has.
    constexpr Text endings = U"庄屯窑寨垴疃圪峁峪坪塬垣圐窊堡";
    for (int items = 0; items < 12; ++items) {
        constexpr std::size_t longest = 4;
        auto end = begin;
        while (end < begin + longest + 1 && lexicon::isNameChar(m_page.at(end)) && !joins(m_page.at(end))) { ++end; }
        auto const name = m_page.text(begin, end);
        bool const family = name.size() == 3 && name[1] == U'家' && !lexicon::isNumeral(name[0]); // 孟家井
        if (name.size() < 2 || name.size() > longest || (!isOneOf(endings, name.back()) && !family) || m_page.adminEnd(begin) > begin) { return; }
        if (lexicon::isNameChar(m_page.at(end)) && !joins(m_page.at(end))) { return; }
        if (name.find_first_of(U"的个各村城新旧老") != Text::npos && name.size() == 2) { return; } // 各庄, 村庄
        if (name == U"村庄" || name.ends_with(U"村庄") || name.ends_with(U"农庄") || name.ends_with(U"山庄") || name.ends_with(U"砖窑") || name.ends_with(U"窑洞") || name.ends_with(U"城堡") || name.ends_with(U"古堡")) { return; }
        m_found.push_back({begin, end, Kind::Village, entriesOf(begin, end, Kind::Village), 1, false, 0});
        if (!joins(m_page.at(end))) { return; }
        begin = end + 1;
    }
}

void FormFinder::town(std::size_t at, std::size_t end)
{
    bool const goesOn = isOneOf(U"村级政人长企民亲土办党镇", m_page.at(end));
    bool const village = m_page.at(end) == U'长' && isOneOf(U"村", m_page.at(end + 2)); // 段柳乡|长胜村
    if (goesOn && !village && !m_page.text().substr(end).starts_with(U"办事处")) { return; }
    auto const begin = m_page.nameBegin(at, 6);
    auto const own = chainEnd(begin);
    if (own >= at || m_page.adminEnd(own) >= end) { return; }
    // 清漳河|粟城乡段
    if (auto const river = m_page.text(own, at).rfind(U'河'); river != Text::npos && river >= 1 && own + river + 3 <= at && at - own - river <= 4 && isReach(end)) {
        return add(own + river + 1, end, Kind::Town);
    }
    auto const name = m_page.text(own, at);
    if (name.size() > 4 || lexicon::isCommon(FormRule::Town, name) || m_page.text(at - 1, at + 1) == U"水乡" || m_page.text(at - 1, at + 1) == U"小镇") { return; } // 太行|水乡, 振兴|小镇
    bool const chained = m_page.adminBegin(own) < own;
    bool const listed = own > 1 && joins(m_page.before(own)) &&
                        (m_page.adminBegin(own - 1) < own - 1 || m_townEnd == own - 1 || (name.size() >= 2 && name.size() <= 3 && isOneOf(U"村镇乡", m_page.before(own - 1))));
    bool const alone = name.size() >= 2 && name.size() <= 3 && isBounded(own) && !lexicon::endsCommon(FormRule::Town, name) && townGoesOn(end);
    // "甲镇某村，小返乡；": an item between marks, behind a township or village.
    bool const item = name.size() >= 2 && name.size() <= 3 && own > 1 && isOneOf(U"，；", m_page.before(own)) && isOneOf(U"，；。", m_page.at(end)) &&
                      isOneOf(U"村镇乡", m_page.before(own - 1)) && !isOneOf(U"下返回还故老离城水家", name.back());
    if (!chained && !listed && !alone && !item) { return; }
    add(own, end, Kind::Town);
    m_townEnd = end;
}

bool FormFinder::isReach(std::size_t i) const
{
    auto const rest = m_page.text().substr(i);
    return rest.starts_with(U'段') || rest.starts_with(U"境内") || rest.starts_with(U"辖区");
}

bool FormFinder::townGoesOn(std::size_t end) const
{
    auto const rest = m_page.text().substr(end, 8);
    for (Text const verb : {Text{U"设置"}, Text{U"实施"}, Text{U"新建"}, Text{U"开展"}, Text{U"清理"}, Text{U"完成"}, Text{U"负责"}}) { // （二）金岗库乡|设置…
        if (rest.starts_with(verb)) { return true; }
    }
    if (rest.starts_with(U"山西") || rest.starts_with(U"辖区") || rest.starts_with(U"境内") || rest.starts_with(U"公路")) { return true; }
    // A village of it, or the other end of a stretch: 横尖镇|至会立乡.
    auto const village = rest.find_first_of(U"村镇乡");
    if (village == Text::npos || village < 2 || village > 6) { return false; }
    return std::ranges::all_of(rest.substr(0, village), lexicon::isNameChar);
}

void FormFinder::office(std::size_t at)
{
    auto own = ownBegin(at, 4);
    bool const behindPark = !m_found.empty() && m_found.back().end > own && m_found.back().end < at;
    if (behindPark) { own = m_found.back().end; }
    if (own >= at || at - own < 2 || at - own > 3) { return; }
    auto const name = m_page.text(own, at);
    bool const behind = behindPark || m_page.adminBegin(own) < own || (!m_found.empty() && m_found.back().end == own);
    if (!behind || lexicon::isCommon(FormRule::Town, name) || isOneOf(U"道县市区镇乡", name.back())) { return; }
    add(own, at + 3, Kind::Town);
}

} // namespace zhengtu::place
