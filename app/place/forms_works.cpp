#include "place/form_finder.hpp"

#include <algorithm>

namespace zhengtu::place {

void FormFinder::standing(std::size_t i)
{
    bool const opens = lexicon::isMark(m_page.before(i)) || m_page.stopsAt(i) || m_page.adminBegin(i) < i;
    auto const brand = lexicon::companies().longest(m_page.text(), i);
    if (opens) { // 中铁三局: a builder known by its number
        for (Text const builder : {Text{U"中铁"}, Text{U"中交"}, Text{U"中建"}, Text{U"中电建"}}) {
            if (!m_page.text().substr(i).starts_with(builder)) { continue; }
            auto end = i + builder.size();
            while (isOneOf(U"一二三四五六七八九十", m_page.at(end))) { ++end; }
            if (end > i + builder.size() && m_page.at(end) == U'局' && !isOneOf(U"集有公", m_page.at(end + 1))) { return add(i, end + 1, Kind::Enterprise, 0); }
        }
    }
    bool const longer = brand.length > 0 && (m_page.text().substr(i + brand.length).starts_with(U"集团") || m_page.text().substr(i + brand.length).starts_with(U"公司"));
    if (brand.length > 0 && opens && !longer && !isOneOf(U"医学路桥", m_page.at(i + brand.length))) { add(i, i + brand.length, Kind::Enterprise, 0); }
    if (m_page.at(i + 1) != U'电' || m_page.at(i + 2) == U'厂' || !isOneOf(U"一二三四", m_page.at(i)) || lexicon::isNameChar(m_page.at(i + 2)) == false) { return; }
    bool const named = opens && hasPowerStation(m_page.at(i));
    if (named) { add(i, i + 2, Kind::Enterprise, 0); }
}

bool FormFinder::hasPowerStation(char32_t number)
{
    auto& known = m_powerStations[number];
    if (!known) {
        std::u32string full{U"第"};
        full.push_back(number);
        std::u32string const bare{number};
        known = false;
        for (auto const& name : {full + U"热电厂", full + U"发电厂", bare + U"热电厂", bare + U"电厂"}) {
            known = *known || m_page.text().find(name) != Text::npos;
        }
    }
    return *known;
}

std::size_t FormFinder::longBegin(std::size_t begin, std::size_t at) const
{
    if (lexicon::brands().longest(m_page.text(), begin).length > 0) { return begin; }
    begin = behindNoun(begin, at);
    auto const admin = firstAdmin(begin, at);
    if (admin == at || admin == begin || m_page.text(begin, begin + 2) == U"中国") { return begin; }
    auto const front = m_page.text(begin, admin);
    for (Text const word : {Text{U"集团"}, Text{U"公司"}, Text{U"控股"}, Text{U"股份"}}) {
        if (front.find(word) != Text::npos) { return begin; }
    }
    return admin;
}

std::size_t FormFinder::behindNoun(std::size_t begin, std::size_t at) const
{
    for (auto i = chainEnd(begin) + 1; i < at; ++i) {
        auto const front = m_page.text(begin, i);
        if (!startsAdmin(i) && lexicon::brands().longest(m_page.text(), i).length == 0) { continue; }
        for (Text const noun : {Text{U"企业"}, Text{U"项目"}, Text{U"园区"}, Text{U"开发区"}, Text{U"示范区"}, Text{U"单位"}, Text{U"业主"}}) {
            if (front.ends_with(noun)) { begin = i; }
        }
        // 道觉村|村东|山西某某公司
        if (front.size() >= 3 && isOneOf(U"东西南北旁边侧口头", front.back()) && front[front.size() - 2] == U'村' && m_page.text().substr(i).starts_with(U"山西")) { begin = i; }
    }
    return begin;
}

std::size_t FormFinder::widened(std::size_t begin, std::size_t at) const
{
    if (m_page.text().substr(begin).starts_with(U"中国")) { return begin; } // 中国铝业山西分公司
    for (auto i = at; i > 0 && at - i < 20; --i) {
        if (startsAdmin(i) && i < at) { return i; }
        auto const c = m_page.before(i);
        if (!lexicon::isNameChar(c) || (m_page.stopsAt(i) && !innerStop(i)) || m_page.isBlocked(i - 1)) { break; }
    }
    return begin;
}

std::size_t FormFinder::afterPark(std::size_t begin, std::size_t at) const
{
    constexpr std::size_t shortest = 2;
    auto const own = chainEnd(begin);
    for (auto end = own + 1; end + shortest <= at; ++end) {
        if (!m_page.isOpen(end)) { continue; }
        for (auto i = own + shortest; i < end; ++i) {
            auto const hit = lexicon::formEndings().longest(m_page.text(), i);
            if (hit.length == 0 || i + hit.length != end || lexicon::form(hit.values.front()).rule != FormRule::Park) { continue; }
            if (!lexicon::isCommon(FormRule::Park, m_page.text(own, i))) { begin = end; }
            break;
        }
    }
    return begin;
}

std::size_t FormFinder::bracketBegin(std::size_t begin, std::size_t at) const
{
    if (at - begin > 8 || !isOneOf(U"）)", m_page.before(begin))) { return begin; }
    auto const open = m_page.nameBegin(begin - 1, 6);
    if (open < 2 || begin - 1 - open < 2 || !isOneOf(U"（(", m_page.before(open))) { return begin; }
    auto const front = m_page.nameBegin(open - 1, 12);
    return open - 1 - front >= 2 ? front : begin;
}

void FormFinder::company(Form const& form, std::size_t at, std::size_t end)
{
    constexpr std::size_t longest = 32;
    auto const bare = m_page.nameBegin(at, longest, true);
    auto const bracketed = bracketBegin(bare, at);
    if (bracketed < bare) { return add(bracketed, end, form.kind); }
    auto begin = longBegin(bare, at);
    if (at - begin >= longest) { return; }
    if (begin == at || (!startsAdmin(begin) && lexicon::brands().longest(m_page.text(), begin).length == 0)) { begin = widened(begin, at); }
    begin = afterPark(begin, at);
    auto const own = chainEnd(begin);
    auto const name = own >= at ? Text{} : m_page.text(own, at);
    bool const opened = own > begin || startsAdmin(begin) || lexicon::brands().longest(m_page.text(), begin).length > 0;
    if (at - begin < 2 || name == U"山西" || lexicon::isCommon(form.rule, name) || name.starts_with(U"有限") || name.starts_with(U"股份有限")) { return; }
    if (!opened && lexicon::isTrade(name)) { return; } // 某某|煤业|有限公司
    if (form.rule == FormRule::Group) {
        if (!opened && lexicon::endsCommon(form.rule, name)) { return; }
        // A bare 公司 or 集团 is one only with a name that cannot be a common noun.
        if (!opened && (name.size() < 2 || name.size() > 8)) { return; }
        if (!opened && form.ending == U"公司" && name.size() < 4) { return; }
        auto const rest = m_page.text().substr(end, 2);
        bool const works = rest == U"化产" || rest == U"化工" || rest == U"化肥"; // 山焦集团|化产区域
        if (form.ending == U"集团" && isOneOf(U"军化式", m_page.at(end)) && !works) { return; }
    }
    auto const kind = lexicon::kindByEnding(m_page.text(begin, end));
    auto const first = afterTown(begin, at, form.rule);
    bool const beside = m_page.before(first) == U'村' && isOneOf(U"东西南北内外旁边侧口", m_page.at(first)) && lexicon::isTrade(m_page.text(first + 1, at));
    if (beside) { return; } // 某村村|东焦化|集团
    add(first, end, kind == Kind::Other ? form.kind : kind);
}

void FormFinder::works(Form const& form, std::size_t at, std::size_t end)
{
    auto const begin = longBegin(m_page.nameBegin(at, 28), at);
    auto const own = chainEnd(begin);
    auto const name = own >= at ? Text{} : m_page.text(own, at);
    if (form.ending == U"煤业" && isOneOf(U"有公集股", m_page.at(end))) { return; }      // the company's name goes on
    if (form.ending == U"矿业" && isOneOf(U"有公集股权", m_page.at(end))) { return; }
    if (form.ending == U"热电" && isOneOf(U"有公集股厂联机", m_page.at(end))) { return; }
    if (form.ending == U"煤矿" && isOneOf(U"企集有安瓦", m_page.at(end))) { return; }
    if (form.ending.ends_with(U'矿') && isOneOf(U"峪沟坪岭", m_page.at(end))) { return; } // 铜矿|峪矿
    bool const unnamed = name == U"无名";
    if (name.size() == 1 && form.ending.ends_with(U"电厂") && isOneOf(U"一二三四五六", name.front())) {
        // 二电厂, 一电厂; "新建一电厂" counts one.
        bool const marked = lexicon::isMark(m_page.before(own)) || m_page.adminBegin(own) < own;
        if (marked || (name != U"一" && m_page.stopsAt(own))) { add(m_page.adminBegin(own), end, form.kind); } // 太原|二电厂
        return;
    }
    bool const only = form.ending == U"发电厂" || form.ending == U"热电厂" || form.ending == U"化肥厂" || form.ending == U"电厂" ||
                      form.ending == U"水泥厂" || form.ending == U"铝厂" || form.ending == U"钢铁厂"; // 霍州发电厂: a town has one
    if (only && name.empty() && own == at && own > begin && !m_page.isTown(m_page.adminBegin(own))) { return add(begin, end, form.kind); }
    if (!unnamed && (name.size() < 2 || lexicon::isCommon(form.rule, name))) { return; }
    if (name.size() > 16) { return; }
    auto first = afterTown(begin, at, form.rule);
    bool const beside = m_page.text(0, first).ends_with(U"村村") && isOneOf(U"东西南北", m_page.at(first)); // 解庄村村北|鑫利养殖场
    if (beside && first + 3 <= at && !lexicon::isCommon(form.rule, m_page.text(first + 1, at))) { ++first; }
    bool const where = at - first == 2 && m_page.at(first) == U'村' && isOneOf(U"东西南北", m_page.at(first + 1)); // 宁鲁堡村|村西|砂场
    if (!where && !isUnnamed(m_page.text(first, at))) { add(first, end, form.kind); }
}

void FormFinder::mine(std::size_t at)
{
    if (isOneOf(U"山业区产石井企权用务渣坑种长库集公局", m_page.at(at + 1)) || m_page.before(at) == U'尾') { return; }
    auto const begin = m_page.nameBegin(at, 16);
    auto own = chainEnd(begin);
    auto const group = m_page.text(begin, at).rfind(U"集团"); // 某某集团|西窑矿
    bool const ofGroup = group != Text::npos && begin + group >= own + 2;
    if (ofGroup) { own = begin + group + 2; }
    bool const opened = ofGroup || lexicon::brands().longest(m_page.text(), begin).length > 0 || m_page.adminEnd(begin) > begin;
    own += lexicon::brands().longest(m_page.text(), own).length;
    // "所属|古书院矿、王台铺矿": the first of a list of mines.
    auto const next = m_page.at(at + 1) == U'、' ? m_page.text().substr(at + 2, 5).find(U'矿') : Text::npos;
    bool const first = !opened && isBounded(begin) && at - begin >= 2 && at - begin <= 4 && next != Text::npos && next >= 2 && !lexicon::isTrade(m_page.text(begin, at + 1)) &&
                       std::ranges::all_of(m_page.text().substr(at + 2, next), lexicon::isNameChar) && !lexicon::endsCommon(FormRule::Works, m_page.text(begin, at));
    if (!opened && (listsWorks(begin) || first)) { own = begin; } // 甲集团一矿、|二矿
    if ((!opened && !listsWorks(begin) && !first) || own >= at || at - own < (isOneOf(U"一二三四五六七八九十", m_page.at(own)) ? 1U : 2U) || at - own > 8) { return; }
    auto const name = m_page.text(own, at);
    if (lexicon::isCommon(FormRule::Works, name)) { return; }
    if (name.size() > 1 && lexicon::isNumeral(name.back()) && name[name.size() - 2] == U'矿') { return; } // 甲矿、乙矿|四矿
    add(afterTown(begin, at, FormRule::Works), at + 1, Kind::Mine);
}

bool FormFinder::tradeGoesOn(std::size_t end) const
{
    auto const rest = m_page.text().substr(end, 2);
    for (Text const word : {Text{U"行业"}, Text{U"企业"}, Text{U"产业"}, Text{U"产品"}, Text{U"项目"}, Text{U"园区"}, Text{U"集群"}, Text{U"产能"}, Text{U"公司"}, Text{U"有限"},
                            Text{U"集团"}, Text{U"股份"}, Text{U"领域"}, Text{U"基地"}, Text{U"设备"}, Text{U"工业"}, Text{U"装备"}, Text{U"市场"}, Text{U"材料"}, Text{U"制品"},
                            Text{U"机组"}, Text{U"加工"}, Text{U"销售"}, Text{U"技术"}, Text{U"工艺"}, Text{U"原料"}, Text{U"工序"}, Text{U"工程"}, Text{U"炉窑"}, Text{U"科技"},
                            Text{U"实业"}, Text{U"能力"}, Text{U"能源"}, Text{U"规模"}, Text{U"经营"}, Text{U"类企"}, Text{U"小区"}, Text{U"粉磨"}, Text{U"熟料"}, Text{U"重卡"}, Text{U"车辆"}, Text{U"汽车"}, Text{U"用煤"}}) {
        if (rest == word) { return true; }
    }
    return isOneOf(U"厂城路村业品类机炉件渣灰板罐管砖瓦", m_page.at(end));
}

bool FormFinder::firstOfTrades(Form const& form, std::size_t end) const
{
    auto const sure = [](Form const& one) {
        return one.rule == FormRule::Trade && (one.ending.back() == U'业' || one.ending == U"焦化" || one.ending == U"煤焦" || one.ending == U"煤焦化" || one.ending == U"煤气化" || one.ending == U"钢铁" || one.ending == U"水泥");
    };
    if (m_page.at(end) != U'、') { return false; }
    constexpr std::size_t longest = 4;
    auto const begin = end + 1;
    for (auto i = begin + 2; i <= begin + longest; ++i) {
        auto const hit = lexicon::formEndings().longest(m_page.text(), i);
        if (hit.length == 0) { continue; }
        auto const& other = lexicon::form(hit.values.front());
        bool const alike = other.ending == form.ending && other.rule == FormRule::Trade; // 福龙陶瓷、龙飞陶瓷
        if (!alike && !(sure(form) && sure(other))) { continue; }
        auto const name = m_page.text(begin, i);
        return std::ranges::all_of(name, lexicon::isNameChar) && !lexicon::isCommon(FormRule::Trade, name) && !lexicon::endsCommon(FormRule::Trade, name) && !lexicon::isTrade(name) && !tradeGoesOn(i + hit.length);
    }
    return false;
}

void FormFinder::trade(Form const& form, std::size_t at, std::size_t end)
{
    if (tradeGoesOn(end)) { return; } // …焦化行业, …铸造企业
    auto own = ownBegin(at, 8);
    // 榆社县|榆社化工: the county's short name is the company's own.
    auto const place = m_page.adminBegin(at);
    bool const ofPlace = own == at && at - place == 2 && !isOneOf(U"县市区乡镇", m_page.before(at)) &&
                         (m_page.adminBegin(place) < place || lexicon::brands().longest(m_page.text(), place).length > 0);
    if (ofPlace) { return add(place, end, form.kind, 0); }
    bool ofVillage = false;
    if (auto const village = own < at ? m_page.text(own, at).rfind(U'村') : Text::npos; village != Text::npos && village > 0 && own + village + 2 < at) {
        own += village + 1; // 下白霜村|同德焦煤
        ofVillage = true;
    }
    if (m_page.isOpen(own) && m_page.at(own) == U'内') { ++own; } // 阳城建瓷产业园|内|福龙陶瓷
    bool noun = false; // 氧化铝企业|信发化工
    if (auto const word = own < at ? m_page.text(own, at).rfind(U"企业") : Text::npos; word != Text::npos && own + word + 4 <= at) {
        own += word + 2;
        noun = true;
    }
    bool const branded = own < at && lexicon::brands().longest(m_page.text(), own).length > 0 && isBounded(own);
    bool const behindPlace = ofVillage || m_page.adminBegin(own) < own;
    // 亚宝|药业 behind a mark, 正泰|焦化、利达焦化 behind a word: the endings that hardly a common noun has.
    bool const alone = !behindPlace && own < at && at - own == 2 && form.ending.size() == 2 && form.ending.back() == U'业' && (lexicon::isMark(m_page.before(own)) || (m_page.before(own) == U'内' && m_page.isOpen(own - 1))) && !isOneOf(U"“”‘’—…～~/-+×%", m_page.before(own));
    auto const rest = m_page.text().substr(end);
    bool const moves = !behindPlace && own < at && at - own == 2 && isBounded(own) && (rest.starts_with(U"搬迁") || rest.starts_with(U"退城")); // 推进|风神轮胎|搬迁改造
    bool const first = !behindPlace && own < at && at - own <= 3 && (noun || isBounded(own) || m_page.before(own) == U'内') && firstOfTrades(form, end);
    if (own >= at || at - own < 2 || at - own > (behindPlace ? 6U : 4U) || (!behindPlace && !branded && !listsWorks(own) && !alone && !first && !moves)) { return; }
    auto const name = m_page.text(own, at);
    if (name.size() > 4 && !lexicon::isTrade(name.substr(name.size() - 2))) { return; } // 永昌源煤气|焦化
    if (lexicon::isCommon(FormRule::Trade, name) || lexicon::endsCommon(FormRule::Trade, name) || lexicon::isTrade(name)) { return; }
    auto begin = own;
    if (behindPlace && !ofVillage && !m_page.isTown(m_page.adminBegin(own))) { begin = m_page.adminBegin(own); } // a county is part of the name
    add(begin, end, form.kind, 0);
}

bool FormFinder::startsCommon(FormRule rule, Text name)
{
    for (std::size_t size = 2; size < name.size(); ++size) {
        if (lexicon::isCommon(rule, name.substr(0, size))) { return true; }
    }
    return false;
}

void FormFinder::factory(std::size_t at)
{
    if (isOneOf(U"区界房内址商家长网", m_page.at(at + 1))) { return; }
    auto const begin = longBegin(m_page.nameBegin(at, 20), at);
    auto const own = chainEnd(begin);
    if (own >= at || at - own > 12) { return; }
    auto const name = m_page.text(own, at);
    bool const unnamed = name.starts_with(U"无名");
    bool const opened = own > begin || lexicon::brands().longest(m_page.text(), begin).length > 0;
    if (name.size() < 3 || lexicon::isCommon(FormRule::Works, name)) { return; }
    bool const own4 = name.size() >= 4 && name.size() <= 8 && !lexicon::endsCommon(FormRule::Works, name.substr(0, 3));
    if (!opened && !unnamed && (!own4 || lexicon::isTrade(name.substr(0, 2)) || startsCommon(FormRule::Works, name))) { return; }
    auto const first = afterTown(begin, at, FormRule::Works);
    if (!isUnnamed(m_page.text(first, at))) { add(first, at + 1, Kind::Enterprise); }
}

} // namespace zhengtu::place
