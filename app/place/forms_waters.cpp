#include "place/form_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

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
    if (auto const village = m_page.text(own, at).rfind(U'村'); village != Text::npos && village > 0 && village + 2 < at - own) { own += village + 1; } // 营立村|大川河
    if (own >= at) { return; }
    auto const name = m_page.text(own, at);
    if (name.size() > 3 || name.size() < 1 || lexicon::isNumeral(name.back())) { return; }
    bool const listed = own > 0 && joins(m_page.before(own)) && m_riverEnd + 1 == own;
    bool const named = m_page.adminBegin(own) < own || receivesWater(own) || listed ||
                       ((lexicon::isMark(m_page.before(own)) || joins(m_page.before(own)) || (m_page.stopsAt(own) && m_page.before(own) != U'对' && listGoesOn(at + 1))) &&
                        speaksOfRiver(at + 1)); // 完成|孝河、下堡河; not 对|竹河
    if (name.size() == 1 && (!named || isOneOf(U"冰天银拔外先星悬暗枯旱省市县区村镇乡我本三五七九十全", name.front()) || (name == U"长" && !lexicon::isMark(m_page.before(own))))) { return; }
    if (name == U"延长") { return; } // 延长|河道治理时间
    bool const moat = name.size() == 3 && name.ends_with(U"护城") && isOneOf(U"东西南北", name.front());
    if (!moat && isOneOf(U"河入排沿大小各该主此过跨临近城内运护清母亲黑臭支干条界治整巡涉穿水江山沟污旧新老改汇流引填段向复浚辖", name.back()) && !(name.size() >= 2 && name.back() == U'水' && name != U"污水" && name != U"排水")) {
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

bool FormFinder::speaksOfRiver(std::size_t i) const
{
    auto const rest = m_page.text().substr(i);
    for (Text const word : {Text{U"流域"}, Text{U"沿线"}, Text{U"沿岸"}, Text{U"两岸"}, Text{U"干流"}, Text{U"水质"}, Text{U"水体"}, Text{U"上游"}, Text{U"下游"}, Text{U"支流"}, Text{U"断面"},
                            Text{U"河道"}, Text{U"污染"}, Text{U"综合治理"}, Text{U"入黄"}, Text{U"入汾"}, Text{U"入库"}, Text{U"入河"}}) {
        if (rest.starts_with(word)) { return true; }
    }
    if (m_page.adminEnd(i) > i) { return true; } // 温河|娘子关镇
    auto const section = rest.substr(0, 8).find(U"断面"); // 绵河|地都断面
    if (section != Text::npos && section >= 2 && std::ranges::all_of(rest.substr(0, section), lexicon::isNameChar)) { return true; }
    return listGoesOn(i);
}

bool FormFinder::listGoesOn(std::size_t i) const
{
    if (!joins(m_page.at(i))) { return false; }
    auto const next = m_page.text().substr(i + 1, 4);
    auto const at = next.find(U'河');
    return at != Text::npos && at > 0 && std::ranges::all_of(next.substr(0, at), lexicon::isNameChar);
}

void FormFinder::canal(std::size_t at)
{
    if (isOneOf(U"道系首口村镇乡底堤头化水", m_page.at(at + 1))) { return; }
    auto const own = ownBegin(at, 6);
    if (own >= at || at - own < 2 || at - own > 4 || !isBounded(own)) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"排灌沟河明暗涵水边截泄洪防输支斗毛农渗条引石护污", name.back())) { return; }
    bool const counted = lexicon::isNumeral(name.back()) && m_page.adminBegin(own) == own && !m_page.isOpen(own); // 七一渠, not 两条|三渠
    if (counted || lexicon::isCommon(FormRule::Water, name) || lexicon::endsCommon(FormRule::Water, name)) { return; }
    add(own, at + 1, Kind::River, 0);
}

void FormFinder::lake(std::size_t at)
{
    auto const rest = m_page.text().substr(at + 1);
    bool const shore = isOneOf(U"东西南北", m_page.at(at + 1)) && m_page.at(at + 2) == U'岸';
    if (isOneOf(U"北南泊滨底心畔路街村镇乡公库桥社小西东中广", m_page.at(at + 1)) && !shore && !rest.starts_with(U"中游")) { return; }
    auto const own = ownBegin(at, 6);
    if (own >= at || at - own < 2 || at - own > 3 || !isBounded(own)) { return; }
    if (isOneOf(U"江河山两各城大小环沿滨中人工个座片", m_page.before(at)) || lexicon::isNumeral(m_page.before(at))) { return; }
    auto const bracket = isOneOf(U"（(", m_page.at(at + 1)) ? rest.substr(1, 8).find(U"水库") : Text::npos; // 精卫湖（申村水库）
    bool named = m_page.adminBegin(own) < own || (bracket != Text::npos && bracket > 0);
    for (Text const word : {Text{U"周边"}, Text{U"水面"}, Text{U"湿地"}, Text{U"水质"}, Text{U"流域"}, Text{U"沿岸"}, Text{U"岸"}, Text{U"水体"}, Text{U"景区"}, Text{U"水域"}, Text{U"综合"}, Text{U"退养"}, Text{U"退渔"}, Text{U"清淤"}, Text{U"围网"}, Text{U"上游"}, Text{U"下游"}, Text{U"补水"}, Text{U"东岸"}, Text{U"西岸"}, Text{U"南岸"}, Text{U"北岸"}, Text{U"生态补水"}}) {
        named = named || rest.starts_with(word);
    }
    if (named) { add(own, at + 1, Kind::Lake, 0); }
}

void FormFinder::pool(std::size_t at)
{
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own > 3 || !isBounded(own)) { return; }
    auto const name = m_page.text(own, at);
    for (Text const works : {Text{U"沉淀"}, Text{U"调节"}, Text{U"事故"}, Text{U"应急"}, Text{U"化粪"}, Text{U"氧化"}, Text{U"曝气"}, Text{U"收集"}, Text{U"暂存"}, Text{U"清水"}, Text{U"好氧"}, Text{U"厌氧"},
                             Text{U"消防"}, Text{U"集水"}, Text{U"雨水"}, Text{U"污泥"}, Text{U"沼液"}, Text{U"泥浆"}, Text{U"循环"}, Text{U"蓄水"}, Text{U"储"}, Text{U"河"}, Text{U"荒"}, Text{U"黄"}, Text{U"浅"}, Text{U"沙"}, Text{U"湿"}, Text{U"电"}, Text{U"大"}, Text{U"上"}}) {
        if (name.ends_with(works)) { return; }
    }
    // 硝池、|鸭子池、|汤里滩周边: in a list of which the last speaks of water.
    auto const speaks = [&](std::size_t i) {
        auto const rest = m_page.text().substr(i);
        return rest.starts_with(U"周边") || rest.starts_with(U"水面") || rest.starts_with(U"湿地") || rest.starts_with(U"水域") || rest.starts_with(U"水体") || rest.starts_with(U"水质");
    };
    bool const listed = own > 0 && joins(m_page.before(own)) && m_lakeEnd + 1 == own && (speaks(at + 1) || joins(m_page.at(at + 1)));
    bool first = false;
    constexpr std::size_t longestItem = 5, longestList = 4;
    auto i = at + 1;
    for (std::size_t items = 0; !first && items < longestList && joins(m_page.at(i)); ++items) {
        auto end = i + 1;
        while (end < i + 1 + longestItem && lexicon::isNameChar(m_page.at(end)) && !isOneOf(U"池滩海湖淀", m_page.at(end))) { ++end; }
        if (end < i + 2 || !isOneOf(U"池滩海湖淀", m_page.at(end))) { break; }
        first = speaks(end + 1);
        i = end + 1;
    }
    if (!listed && !first) { return; }
    m_lakeEnd = at + 1;
    add(own, at + 1, Kind::Lake, 0);
}

void FormFinder::dam(std::size_t at)
{
    auto begin = at;
    while (begin > 0 && isOneOf(U"一二三四五", m_page.before(begin))) { --begin; }
    if (begin + 1 != at || m_page.before(begin) != U'河') { return; }
    auto const own = ownBegin(begin - 1, 4);
    if (own + 1 > begin - 1 || begin - own > 4 || !isBounded(own)) { return; }
    add(own, at + 1, Kind::Site, 3);
}

} // namespace zhengtu::place
