#include "place/form_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void FormFinder::road(std::size_t at, std::size_t end)
{
    if (m_page.text(at, end) == U"铁路" && isOneOf(U"专运货局线客部公干", m_page.at(end))) { return; }
    auto const own = ownBegin(at, 8);
    if (own >= at) { return; }
    auto const name = m_page.text(own, at);
    if (end - at == 2 && m_page.text(at, end) == U"高速" && (name.size() > 4 || isOneOf(U"增发铁运行率度公转", m_page.at(end)))) { return; }
    if (name.size() < 2 || name.size() > 6 || lexicon::isCommon(FormRule::Road, name) || lexicon::endsCommon(FormRule::Road, name)) { return; }
    add(own, end, Kind::Road);
}

void FormFinder::street(std::size_t at)
{
    if (isOneOf(U"检查面段线灯基况由径程政网边肩旁域用权费", m_page.at(at + 1)) && m_page.text(at + 1, std::min(at + 3, m_page.text().size())) != U"路面") { return; }
    auto const own = ownBegin(at, 6);
    if (own >= at || at - own < 2 || at - own > 4) { return; }
    auto const name = m_page.text(own, at);
    if (m_page.adminBegin(own) == own && isOneOf(U"区市县镇乡村", name.front())) { return; } // 某区|南街
    auto const last = name.back();
    if (isOneOf(U"道公铁线思出一上来网管电沿半套速走引筑修问绿穿养老新旧巷高进退支门回通行过让陆水航末歧", last)) { return; }
    if (lexicon::isCommon(FormRule::Road, name)) { return; }
    if (isBounded(own)) { add(own, at + 1, Kind::Road, 0); }
}

bool FormFinder::isBounded(std::size_t i) const
{
    return m_page.adminBegin(i) < i || lexicon::isMark(m_page.before(i)) || m_page.stopsAt(i) || m_page.isOpen(i);
}

void FormFinder::line(std::size_t at)
{
    auto const begin = m_page.nameBegin(at, 6);
    if (at - begin != 2 && at - begin != 3) { return; }
    auto const name = m_page.text(begin, at);
    if (isOneOf(U"生路主一红底战干岸沿防曲流水专铁前视产热管光电天在连直单双实虚分界海生命运", name.back())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    for (Text const word : {Text{U"沿路"}, Text{U"沿线"}, Text{U"公路"}, Text{U"道路"}, Text{U"两侧"}, Text{U"路段"}, Text{U"段"}, Text{U"K"}}) {
        if (rest.starts_with(word)) { return add(begin, at + 1, Kind::Road); }
    }
}

void FormFinder::river(std::size_t at)
{
    auto const after = m_page.text().substr(at + 1);
    bool const ofWater = after.starts_with(U"水体") || after.starts_with(U"水质") || after.starts_with(U"水环境") || after.starts_with(U"水面");
    if (!ofWater && isOneOf(U"长道流床段岸湖段口库湾渠水村乡镇路桥街底堤网北南东西津", m_page.at(at + 1)) && !isOneOf(U"道流段岸", m_page.at(at + 1))) { return; }
    if (m_page.at(at + 1) == U'流' && m_page.at(at + 2) != U'域') { return; }
    // 屯兰川|河道, 东阳村|河段: what stands before is the name of the stream or of a place beside it.
    if (isOneOf(U"道段", m_page.at(at + 1)) && isOneOf(U"川村镇乡", m_page.before(at))) { return; }
    auto own = ownBegin(at, 6);
    auto const begin = own;
    for (auto i = own; i + 2 <= at; ++i) {
        if (m_page.text(i, i + 2) == U"工程" || m_page.text(i, i + 2) == U"项目") { own = i + 2; }
    }
    if (own >= at) { return; }
    auto const name = m_page.text(own, at);
    if (name.size() > 3 || name.size() < 1 || lexicon::isNumeral(name.back())) { return; }
    bool const listed = own > 0 && joins(m_page.before(own)) && m_riverEnd + 1 == own;
    if (name.size() == 1 && m_page.adminBegin(own) == own && !receivesWater(own) && !listed) { return; }
    if (isOneOf(U"河入排沿大小各该主此过跨临近城内运护清母亲黑臭支干条界治整巡涉穿水江山沟污旧新老改汇流引填段向复浚辖", name.back()) && !(name.size() >= 2 && name.back() == U'水' && name != U"污水" && name != U"排水")) {
        return;
    }
    if (own == begin && !isBounded(own)) { return; }
    m_riverEnd = at + 1;
    add(own, at + 1, Kind::River, 0);
}

bool FormFinder::receivesWater(std::size_t i) const
{
    for (Text const word : {Text{U"直排"}, Text{U"排入"}, Text{U"汇入"}, Text{U"流入"}, Text{U"注入"}, Text{U"排至"}}) {
        if (i >= word.size() && m_page.text(i - word.size(), i) == word) { return true; }
    }
    return false;
}

void FormFinder::hill(std::size_t at)
{
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own > 3 || !isBounded(own)) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"石荒矿青火江河深高大小北南东西秃渣绿治登上下进出沿靠开采环城本该各前后名雪土煤半", name.back()) || lexicon::isNumeral(name.back())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool named = own > 0 && joins(m_page.before(own)) && m_hillEnd + 1 == own;
    for (Text const word : {Text{U"山体"}, Text{U"等山体"}, Text{U"脚下"}, Text{U"山脚"}, Text{U"南麓"}, Text{U"北麓"}, Text{U"东麓"}, Text{U"西麓"}, Text{U"一带"}}) {
        named = named || rest.starts_with(word);
    }
    // "蒙山、龙山": the first of a list of hills.
    auto const next = joins(m_page.at(at + 1)) ? rest.substr(1, 4).find(U'山') : Text::npos;
    named = named || (next != Text::npos && next > 0 && m_page.nameBegin(at + 2 + next, 3) == at + 2 && !isOneOf(U"石荒矿渣西", m_page.at(at + 1 + next)) && rest.substr(1 + next, 2) != U"山西");
    if (!named) { return; }
    m_hillEnd = at + 1;
    add(own, at + 1, Kind::Site, 0);
}

void FormFinder::gully(std::size_t at)
{
    auto const next = m_page.at(at + 1);
    if (lexicon::isNameChar(next) && !isOneOf(U"内沿两水上下倾堆治和及与的有未、", next)) { return; }
    auto const own = ownBegin(at, 6);
    if (own >= at || at - own > 3) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"水截冲支山洪壕深侧排臭荒沿阴明暗边河填入出各该本大小条个", name.back()) || lexicon::isNumeral(name.back())) { return; }
    bool const chained = m_page.adminBegin(own) < own || (own > 0 && m_page.before(own) == U'村');
    bool const listed = own > 0 && joins(m_page.before(own)) && m_gullyEnd + 1 == own;
    if (!chained && !listed) { return; }
    m_gullyEnd = at + 1;
    add(own, at + 1, Kind::Site, 0);
}

void FormFinder::bridge(std::size_t at)
{
    auto const own = ownBegin(at, 8);
    if (own >= at || at - own < 2 || at - own > 6) { return; }
    auto const rest = m_page.text().substr(at + 1);
    if (isOneOf(U"立天高大公铁", m_page.before(at))) { return; }
    for (Text const word : {Text{U"附近"}, Text{U"下"}, Text{U"上游"}, Text{U"下游"}, Text{U"头"}, Text{U"东"}, Text{U"西"}, Text{U"南"}, Text{U"北"}}) {
        if (rest.starts_with(word)) { return add(own, at + 1, Kind::Site, 0); }
    }
}

void FormFinder::village(std::size_t at)
{
    if (isOneOf(U"民庄镇级落改两屯干部医官企集风", m_page.at(at + 1))) { return; }
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
    if (at - own < 1) { return; }
    bool const chained = m_page.adminBegin(own) < own;
    if (at - own == 1 && !chained && entries.empty()) { return; }
    m_found.push_back({own, end, Kind::Village, std::move(entries), 1, false, 0});
}

void FormFinder::town(std::size_t at, std::size_t end)
{
    if (isOneOf(U"村级政人长企民亲土办党镇", m_page.at(end)) && !m_page.text().substr(end).starts_with(U"办事处")) { return; }
    auto const begin = m_page.nameBegin(at, 6);
    auto const own = chainEnd(begin);
    if (own >= at || m_page.adminEnd(own) >= end) { return; }
    auto const name = m_page.text(own, at);
    if (name.size() > 4 || lexicon::isCommon(FormRule::Town, name)) { return; }
    bool const chained = m_page.adminBegin(own) < own;
    bool const listed = own > 1 && isOneOf(U"、和及与", m_page.before(own)) &&
                        (m_page.adminBegin(own - 1) < own - 1 || m_townEnd == own - 1);
    if (!chained && !listed) { return; }
    add(own, end, Kind::Town);
    m_townEnd = end;
}

} // namespace zhengtu::place
