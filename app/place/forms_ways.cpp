#include "place/form_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void FormFinder::road(std::size_t at, std::size_t end)
{
    if (m_page.text(at, end) == U"铁路" && isOneOf(U"专运货局线客部公干", m_page.at(end))) { return; }
    constexpr Text touring = U"旅游"; // 太行一号旅游公路: the word belongs to the kind of road, not to its name
    bool const tour = m_page.text(0, at).ends_with(touring);
    auto own = ownBegin(at, tour ? 10 : 8);
    if (own >= at) { return; }
    if (at - own == 1 && m_page.before(own) == U'沿') { --own; } // 沿黄公路, 沿汾公路
    auto const name = m_page.text(own, at);
    if (end - at == 2 && m_page.text(at, end) == U"高速" && (name.size() > 4 || isOneOf(U"增发铁运行率度公转", m_page.at(end)))) { return; }
    if (m_page.text(at, end) == U"高铁" && (name.size() != 2 || !isBounded(own) || isOneOf(U"站客枢", m_page.at(end)))) { return; } // 大张高铁
    // 长北干线, not 国省干线 and not 输电干线
    if (m_page.text(at, end) == U"干线" && (name.size() != 2 || !isBounded(own) || isOneOf(U"省路通输电道主交管网", name.back()) || isOneOf(U"公铁", m_page.at(end)))) { return; }
    if (tour && name.size() >= touring.size() + 2 && name.size() < 10 && !lexicon::isCommon(FormRule::Road, name.substr(0, name.size() - touring.size()))) { return add(own, end, Kind::Road); }
    if (name.size() < 2 || name.size() > 6 || lexicon::isCommon(FormRule::Road, name) || lexicon::endsCommon(FormRule::Road, name)) { return; }
    add(own, end, Kind::Road);
}

void FormFinder::street(std::size_t at)
{
    if (isOneOf(U"检查面段线灯基况由径程政网边肩旁域用权费村镇乡", m_page.at(at + 1)) && m_page.text(at + 1, std::min(at + 3, m_page.text().size())) != U"路面") { return; }
    if (m_page.at(at) == U'路' && m_page.before(at) == U'街') { return; } // 亲贤北街|路口
    auto own = ownBegin(at, 6);
    if (own < m_roadEnd && m_roadEnd + 2 <= at) { own = m_roadEnd; } // 双塔西街|师范街
    if (own >= at) { return; }
    if (m_page.at(own) == U'办' && m_page.adminBegin(own) < own) { ++own; } // 凤山街道办|信义路
    if (at - own < 2 || at - own > 4) { return; }
    auto const name = m_page.text(own, at);
    if (m_page.adminBegin(own) == own && isOneOf(U"区市县镇乡村", name.front())) { return; } // 某区|南街
    auto const last = name.back();
    bool const hills = name == U"太行"; // 太行路
    bool const through = last == U'通' && name.size() == 2 && isBounded(own) && !isOneOf(U"开打畅贯联疏交互直普连", name.front()); // 汇通路
    if (!through && !hills && isOneOf(U"道公铁线思出一上来网管电沿半套速走引筑修问绿穿养老新旧巷高进退支门回通行过让陆水航末歧", last)) { return; }
    if (lexicon::isCommon(FormRule::Road, name)) { return; }
    if (isBounded(own) || own == m_roadEnd || m_page.before(own) == U'办') { add(own, at + 1, Kind::Road, 0); }
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
    // 运三高速、|解陌线: in a list of roads.
    if (begin > 0 && joins(m_page.before(begin)) && m_roadEnd + 1 == begin && (rest.empty() || lexicon::isMark(rest.front()) || rest.front() == U'等')) {
        add(begin, at + 1, Kind::Road, 0);
    }
}

void FormFinder::railStation(std::size_t at)
{
    auto begin = m_page.nameBegin(at, 5);
    constexpr std::size_t longestStop = 7;
    auto const run = m_page.text(at - std::min(at, longestStop), at);
    if (auto const metro = run.rfind(U"号线"); metro != Text::npos && metro + 4 <= run.size()) { // 地铁1号线|迎泽公园站
        auto const own = at - run.size() + metro + 2;
        if (std::ranges::all_of(run.substr(metro), lexicon::isNameChar) && !isOneOf(U"车各全沿建施", m_page.at(own))) { return add(own, at + 1, Kind::Site, 2); }
    }
    auto const name = m_page.text(begin, at);
    if (name.size() < 2 || name.size() > 4 || !isBounded(begin)) { return; }
    if (isOneOf(U"车费检测转运能电变泵场油气水测分本该各全总热换供信基驿集发装货治煤务理生监查路物流", name.back()) || lexicon::isNumeral(name.back())) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool named = m_page.isOpen(begin) && begin >= 2 && (m_page.text(begin - 2, begin) == U"铁路" || m_page.text(begin - 2, begin) == U"高铁");
    for (Text const word : {Text{U"煤台"}, Text{U"货场"}, Text{U"货运"}, Text{U"站台"}, Text{U"站前"}, Text{U"装车"}, Text{U"发运"}, Text{U"专用线"}}) {
        named = named || rest.starts_with(word);
    }
    if (named) { add(begin, at + 1, Kind::Site, 0); }
}

void FormFinder::ring(std::size_t at)
{
    if (at == 0) { return; }
    auto const begin = at - (at > 1 && isOneOf(U"中内外", m_page.before(at)) ? 2 : 1);
    if ( !isOneOf(U"东西南北", m_page.at(begin)) || !isBounded(begin)) { return; }
    auto const rest = m_page.text().substr(at + 1);
    bool const road = rest.starts_with(U"快速") || rest.starts_with(U"高架") || rest.starts_with(U"沿线") || rest.starts_with(U"改造") || rest.starts_with(U'、') || rest.starts_with(U"和") || rest.starts_with(U"夜间");
    bool const listed = m_roadEnd + 1 == begin && joins(m_page.before(begin));
    if (!road && !listed) { return; }
    add(begin, at + 1, Kind::Road, 0);
}

void FormFinder::bridge(std::size_t at)
{
    auto own = ownBegin(at, 8);
    if (own >= at) { return; }
    if (auto const village = m_page.text(own, at).rfind(U'村'); village != Text::npos && village > 0 && own + village + 2 < at) { own += village + 1; } // 水桶寺村|南洋河桥
    if (isOneOf(U"口旁边", m_page.at(own))) { return; }
    if (at - own < 2 || at - own > 6) { return; }
    auto const rest = m_page.text().substr(at + 1);
    if (isOneOf(U"立天高架大公铁", m_page.before(at))) { return; }
    for (Text const word : {Text{U"附近"}, Text{U"以下"}, Text{U"以上"}, Text{U"下"}, Text{U"上游"}, Text{U"下游"}, Text{U"头"}, Text{U"东"}, Text{U"西"}, Text{U"南"}, Text{U"北"}}) {
        if (rest.starts_with(word)) { return add(own, at + 1, Kind::Site, 0); }
    }
}

} // namespace zhengtu::place
