#include "place/form_finder.hpp"

#include <algorithm>

/// The part of a FormFinder that knows hills, gullies, ridges, and streams that are named like gullies.
namespace zhengtu::place {

void FormFinder::hill(std::size_t at)
{
    auto const own = ownBegin(at, 5);
    for (std::size_t size = 2; size <= 3 && size <= at + 1; ++size) {
        auto const begin = at + 1 - size;
        bool const whole = lexicon::mountains().longest(m_page.text(), begin).length == size && (isBounded(begin) || begin == own);
        if (whole && !isOneOf(U"区脉路街镇乡村大国省自风森庙寺公旅矿煤猕一景泉西庄沟河乳水电地", m_page.at(at + 1))) {
            m_hillEnd = at + 1;
            return add(begin, at + 1, Kind::Site, 0);
        }
    }
    if (own >= at || at - own > 3 || !isBounded(own) || isOneOf(U"村镇乡", m_page.at(at + 1))) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"石荒矿青火江河深高大小北南东西秃渣绿治登上下进出沿靠开采环城本该各前后名雪土煤半", name.back()) || lexicon::isNumeral(name.back())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool named = (own > 0 && joins(m_page.before(own)) && m_hillEnd + 1 == own) || (m_page.adminBegin(own) < own && name.size() == 2 && rest.substr(0, 1) != U"西");
    for (Text const word : {Text{U"山体"}, Text{U"等山体"}, Text{U"脚下"}, Text{U"山脚"}, Text{U"南麓"}, Text{U"北麓"}, Text{U"东麓"}, Text{U"西麓"}, Text{U"一带"}, Text{U"周边"}, Text{U"东侧"}, Text{U"西侧"}, Text{U"南侧"}, Text{U"北侧"}, Text{U"采砂"}, Text{U"采石"}, Text{U"植被"}, Text{U"林区"}, Text{U"前沿"}, Text{U"索道"}, Text{U"北坡"}, Text{U"南坡"}, Text{U"东坡"}, Text{U"西坡"}, Text{U"深处"}, Text{U"火山"}}) {
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
    bool const quarry = isOneOf(U"石采", next) && isOneOf(U"料石", m_page.at(at + 2)) && !isOneOf(U"厂场", m_page.at(at + 3)); // 大汉沟|石料矿山, not 小西沟石料厂
    auto const own = ownBegin(at, 6);
    if (own >= at || at - own > 3) { return; }
    bool const ofTown = m_page.isTown(m_page.adminBegin(own)) && at - own == 2 && !isOneOf(U"村庄河水煤矿铁石选洗采砂焦厂口底门头子梁岭里湾坪社街路口通", next); // 黄寨镇|大泉沟|垃圾入河
    if (lexicon::isNameChar(next) && !quarry && !ofTown && !isOneOf(U"内沿两水上下倾堆治和及与的有未外流、", next)) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"水截冲支山洪壕深侧排臭荒沿阴明暗边河填入出各该本大小条个", name.back()) || lexicon::isNumeral(name.back())) { return; }
    bool const chained = m_page.adminBegin(own) < own || (own > 0 && m_page.before(own) == U'村');
    bool const listed = own > 0 && joins(m_page.before(own)) && m_gullyEnd + 1 == own;
    bool const along = m_page.before(own) == U'沿' && name.size() == 2; // 沿|后庄沟|外溢
    bool const bracketed = name.size() >= 2 && isOneOf(U"（(", m_page.before(own)) && isOneOf(U"）)", next); // 矿区（桃花沟）
    if (!chained && !listed && !along && !bracketed) { return; }
    m_gullyEnd = at + 1;
    add(own, at + 1, Kind::Site, 0);
}

/// 白羊峪、直峪一带, 灵丘县|空中梁|风电: ravines, ridges, tablelands and the like by their last character. Such names are many a common word
/// (荒坡, 河滩), so a county or township must open them, or words that speak of an area must follow.
void FormFinder::terrain(std::size_t at)
{
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own > 3) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"山荒河边护陡土高石沙海湖黄大小各上下长斜缓爬屋横片沿入治绿该本类处江排矸渣煤矿路道铁公坡沟壑库湿草草景", name.back()) || lexicon::isNumeral(name.back()) || lexicon::isNumeral(name.front())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool const area = rest.starts_with(U"一带") || rest.starts_with(U"地区") || rest.starts_with(U"沿线") || rest.starts_with(U"区域") ||
                      (rest.starts_with(U"周边") && isOneOf(U"岭峪梁塬", m_page.at(at)));
    bool const listed = own > 0 && joins(m_page.before(own)) && m_gullyEnd + 1 == own;
    // 白羊峪、|直峪一带: the first of such a list.
    bool first = false;
    if (joins(m_page.at(at + 1)) && isBounded(own) && name.size() >= 2) {
        auto const next = rest.substr(1, 6);
        auto const end = next.find(m_page.at(at));
        first = end != Text::npos && end > 0 && (rest.substr(end + 2).starts_with(U"一带") || rest.substr(end + 2).starts_with(U"沿线")) && std::ranges::all_of(next.substr(0, end), lexicon::isNameChar);
    }
    bool const chained = m_page.adminBegin(own) < own && name.size() == 2 && !lexicon::isNameChar(m_page.at(at + 1));
    if (!(area && isBounded(own) && name.size() >= 2) && !(listed && (area || !lexicon::isNameChar(m_page.at(at + 1)))) && !first && !chained) { return; }
    if (lexicon::isCommon(FormRule::Facility, name) || lexicon::endsCommon(FormRule::Facility, name)) { return; }
    m_gullyEnd = at + 1;
    add(own, at + 1, Kind::Site, 0);
}

/// 瓜峪|入河排污口, 屯兰川|河道, 原平川|两岸: a stream whose name does not end with 河, where what follows speaks of water.
void FormFinder::stream(std::size_t at)
{
    auto const speaks = [&](std::size_t i) {
        auto const rest = m_page.text().substr(i);
        if (m_page.before(i) != U'川' && rest.starts_with(U'河')) { return false; } // 冶峪河|道路
        for (Text const word : {Text{U"河道"}, Text{U"入河"}, Text{U"流域"}, Text{U"两岸"}, Text{U"沿岸"}, Text{U"水质"}, Text{U"水体"}, Text{U"入黄"}, Text{U"入汾"}, Text{U"支流"}, Text{U"等支流"}, Text{U"断面"}, Text{U"河段"}}) {
            if (rest.starts_with(word)) { return true; }
        }
        return false;
    };
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own > 3) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"山冰大小各河该本沟排洪主支两", name.back()) || name == U"平" || lexicon::isNumeral(name.back()) || !isBounded(own)) { return; }
    bool const listed = own > 0 && joins(m_page.before(own)) && m_riverEnd + 1 == own;
    bool next = false; // the first of a list: 遮马峪、|瓜峪入河
    if (joins(m_page.at(at + 1))) {
        constexpr std::size_t longest = 5;
        for (auto i = at + 2; i < at + 2 + longest && lexicon::isNameChar(m_page.at(i)) && !next; ++i) { next = i > at + 2 && isOneOf(U"河川峪涧沟", m_page.at(i)) && speaks(i + 1); }
    }
    if (!(speaks(at + 1) && (name.size() >= 2 || listed)) && !(next && name.size() >= 2)) { return; }
    m_riverEnd = at + 1;
    add(own, at + 1, Kind::River, 1);
}

/// 佛光寺、南禅寺周边: a temple of a list, or with a word for what is around it.
void FormFinder::temple(std::size_t at)
{
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own < 2 || at - own > 3 || !isBounded(own)) { return; }
    auto const name = m_page.text(own, at);
    if (isOneOf(U"古座个各等该", name.back()) || lexicon::isNumeral(name.back())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool const around = rest.starts_with(U"周边") || rest.starts_with(U"保护范围") || rest.starts_with(U"文物") || rest.starts_with(U"建设控制");
    constexpr std::size_t longest = 5;
    auto const next = joins(m_page.at(at + 1)) ? rest.substr(1, longest).find(U'寺') : Text::npos;
    bool const first = next != Text::npos && next >= 2 && std::ranges::all_of(rest.substr(1, next), lexicon::isNameChar);
    bool const listed = joins(m_page.before(own)) && m_hillEnd + 1 == own;
    if (!around && !first && !listed) { return; }
    m_hillEnd = at + 1;
    add(own, at + 1, Kind::Site, 0);
}

/// 清漳东源|寒王乡段: one of the head streams of a river.
void FormFinder::headStream(std::size_t at)
{
    if (at < 3 || !isOneOf(U"东西南北", m_page.before(at))) { return; }
    auto const own = ownBegin(at, 5);
    if (own >= at || at - own != 3 || !isBounded(own)) { return; }
    bool const reach = m_page.adminEnd(at + 1) > at + 1 || m_page.at(at + 1) == U'段' || m_page.text().substr(at + 1).starts_with(U"流域") || m_page.text().substr(at + 1).starts_with(U"河道");
    if (reach) { add(own, at + 1, Kind::River, 1); }
}

} // namespace zhengtu::place
