#include "place/form_finder.hpp"

#include "core/utf.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

/// 精细|化工|循环: words that are common by themselves, one of which is a trade.
bool holdsTrade(std::u32string_view name)
{
    constexpr std::size_t shortest = 2, longest = 4;
    for (std::size_t i = 0; i + shortest <= name.size(); ++i) {
        for (auto size = shortest; size <= longest && i + size <= name.size(); ++size) {
            if (lexicon::isTrade(name.substr(i, size))) { return true; }
        }
    }
    return false;
}

} // namespace

void FormFinder::plain(Form const& form, std::size_t at, std::size_t end)
{
    constexpr std::size_t longest = 20;
    // 某山国家森林公园: the level stands between the name and the ending.
    if (form.rule == FormRule::Reserve) {
        for (Text const level : {Text{U"国家城市"}, Text{U"国家级"}, Text{U"省级"}, Text{U"国家"}, Text{U"市级"}, Text{U"县级"}}) {
            if (at > level.size() && m_page.text(at - level.size(), at) == level && m_page.nameBegin(at - level.size(), longest) < at - level.size()) {
                at -= level.size();
                break;
            }
        }
    }
    auto begin = m_page.nameBegin(at, longest);
    if (at - begin >= longest && m_worksEnd > begin && m_worksEnd + 2 <= at) { begin = m_worksEnd; } // 某某有色金属集团有限公司|十八河尾矿库
    if (at - begin >= longest) { return; }
    if (auto const admin = firstAdmin(begin, at); admin < at && admin > begin && lexicon::brands().longest(m_page.text(), begin).length == 0) { begin = admin; }
    // A township may be the whole name: 怀仁市|金沙滩|物流园区.
    auto const own = m_page.isTown(begin) ? begin : chainEnd(begin, false);
    auto name = own >= at ? Text{} : m_page.text(own, at);
    bool const opened = own > begin || m_page.isTown(begin);
    if (!opened) {
        for (Text const verb : {Text{U"建设"}, Text{U"改造"}, Text{U"修建"}, Text{U"保护"}, Text{U"恢复"}, Text{U"修复"}}) {
            if (name.size() >= verb.size() + 2 && name.starts_with(verb)) {
                name.remove_prefix(verb.size());
                begin += verb.size();
            }
        }
    }
    if (form.rule == FormRule::Park && isOneOf(U"域位块划", m_page.at(end))) { return; }
    if (form.rule == FormRule::Plant) { return plant(form, begin, own, at, end); }
    if (form.ending == U"社区") {
        auto entries = entriesOf(own, end, Kind::Village);
        if (entries.empty() && m_page.adminBegin(own) == own) { return; } // 进社区, 智慧社区
        begin = own;
    }
    if (form.ending == U"古城" && isOneOf(U"乳集镇乡村街营", m_page.at(end))) { return; } // 山西古城乳业, 古城营村
    if (form.ending == U"公园" && opened && name.empty() && at - begin == 2 && namesCounty(begin, at)) { return add(begin, end, form.kind); } // 迎泽公园
    if (form.ending == U"温泉" && (isOneOf(U"康旅度酒小项疗", m_page.at(end)) || (!opened && !isKnownNear(own, at)))) { return; } // 奇村|温泉, not 叠加|温泉
    if (form.ending == U"料场" && name == U"无名") { return add(begin, end, form.kind); }
    if (form.rule == FormRule::Park && opened && name.empty()) {
        // 朔州经济开发区 is one; 太原市工业园区 and 代县园区 are any of several.
        bool const zone = form.ending.ends_with(U"开发区") || form.ending.ends_with(U"示范区") || form.ending == U"高新区";
        // 阳曲产业园区 bears the county's short name as its own.
        bool const named = (form.ending.ends_with(U"业园区") || form.ending.ends_with(U"业园")) && at - begin == 2 && !isOneOf(U"县市区", m_page.before(at)) && namesCounty(begin, at);
        if (zone || named) { add(begin, end, form.kind); }
        return;
    }
    if (form.ending.ends_with(U"综改示范区")) { return add(begin, end, form.kind); }
    for (Text const level : {Text{U"国家级"}, Text{U"省级"}, Text{U"国家"}}) {
        if (form.rule == FormRule::Reserve && name.size() >= level.size() + 2 && name.ends_with(level)) { name.remove_suffix(level.size()); }
    }
    bool const station = form.ending == U"机场" || form.ending == U"火车站" || form.ending == U"收费站" || (form.ending.size() == 2 && form.ending.back() == U'站');
    if (opened && name.empty() && station) { return add(begin, end, form.kind); } // 太原北站, 临汾机场
    if (!opened && form.ending.size() == 2 && form.ending.back() == U'站') { return; }
    if (opened && name.empty() && form.kind == Kind::Park && form.rule == FormRule::Facility && form.ending.size() == 3) {
        return add(begin, end, form.kind); // 太原植物园
    }
    if (isSchool(form) && speaksOfPeople(begin, end)) { return; }
    // 新绛煤化工园区, 清徐精细化工循环产业园区: a county's park of that trade.
    bool const ofTrade = form.rule == FormRule::Park && opened && !m_page.isTown(begin) && holdsTrade(name);
    // 启动|循环经济环卫产业示范基地: a long name of trades; 打造某产业示范基地 is a wish.
    bool const base = form.ending == U"示范基地" && name.size() >= 6 && isBounded(begin) && !wishes(begin) && name.find(U"国") == Text::npos && !name.starts_with(U"全") && name.find(U"级") == Text::npos;
    if (base) { return add(begin, end, form.kind, 0); }
    if (name.empty() || (lexicon::isCommon(form.rule, name) && !ofTrade) || name.size() > 14) { return; }
    if (!opened && isOneOf(U"村厂", name.front()) && isOneOf(U"上下东西南北内外旁", name[1])) { return; } // 村|上方|工业园区
    bool const arm = form.ending == U"干渠" && name.size() == 1 && isOneOf(U"东西南北", name.front()); // 西干渠
    bool const ofWater = form.rule == FormRule::Reserve && placeEnd(begin) > begin && isBounded(begin); // 壶流河湿地|自然保护区
    if (!opened && !arm && !ofWater && (name.size() < 2 || lexicon::endsCommon(form.rule, name) || lexicon::isTrade(name))) { return; }
    if (form.ending == U"排污口" && begin < at && placeEnd(begin) == at && placeEnd(begin) > chainEnd(begin)) { return; } // 直排汾河|排污口
    if (form.ending == U"保护区" && !namesReserve(name) && !hasReserve(name)) { return; }
    bool const goesOn = isOneOf(U"化式型内", m_page.at(end)) && !m_page.text().substr(end).starts_with(U"化粪");
    if (form.rule == FormRule::Facility && goesOn && form.ending != U"宿舍") { return; }
    if (form.rule == FormRule::Reserve && form.kind == Kind::Reserve) {
        for (Text const zone : {Text{U"核心区"}, Text{U"缓冲区"}, Text{U"实验区"}}) {
            if (m_page.text().substr(end).starts_with(zone)) { end += zone.size(); }
        }
    }
    if (form.kind == Kind::Site || form.rule == FormRule::Water || form.rule == FormRule::Reserve) { begin = afterTown(begin, at, form.rule); }
    if (form.rule == FormRule::Water) {
        auto river = placeEnd(begin); // 岚漪河|漫岩水库
        auto const unknown = m_page.text(own, at).substr(0, 5).find(U'河');
        if (river <= chainEnd(begin) && unknown != Text::npos && unknown >= 2) { river = own + unknown + 1; }
        if (river > chainEnd(begin) && river + 2 <= at && !lexicon::isCommon(form.rule, m_page.text(river, at))) { begin = river; }
    }
    if (isUnnamed(m_page.text(begin, at))) { return; }
    add(begin, end, form.kind);
}

bool FormFinder::namesCounty(std::size_t begin, std::size_t end) const
{
    return std::ranges::any_of(m_page.knownAt(begin), [&](Known const& hit) {
        return hit.end == end && std::ranges::any_of(hit.named, [&](Named const& named) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            return place.kind == Kind::County && m_page.isNear(place);
        });
    });
}

bool FormFinder::isKnownNear(std::size_t begin, std::size_t end) const
{
    return std::ranges::any_of(m_page.knownAt(begin), [&](Known const& hit) {
        return hit.end == end && std::ranges::any_of(hit.named, [&](Named const& named) { return m_page.isNear(m_page.gazetteer().entry(named.entry)); });
    });
}

bool FormFinder::hasReserve(Text name)
{
    constexpr Text full = U"自然保护区";
    constexpr std::size_t longest = 16;
    if (!m_reserves) {
        m_reserves.emplace();
        for (auto at = m_page.text().find(full); at != Text::npos; at = m_page.text().find(full, at + full.size())) {
            auto run = m_page.text(m_page.nameBegin(at, longest), at);
            for (Text const level : {Text{U"国家级"}, Text{U"省级"}}) {
                if (run.ends_with(level)) { run.remove_suffix(level.size()); }
            }
            m_reserves->emplace(run.rbegin(), run.rend());
        }
    }
    std::u32string const backwards{name.rbegin(), name.rend()};
    auto const at = m_reserves->lower_bound(backwards);
    return name.size() >= 2 && at != m_reserves->end() && at->starts_with(backwards);
}

bool FormFinder::namesReserve(Text name) const
{
    return std::ranges::any_of(m_page.gazetteer().find(toUtf8(name) + "自然保护区"), [&](Named const& named) {
        auto const& place = m_page.gazetteer().entry(named.entry);
        return place.kind == Kind::Reserve && m_page.isNear(place);
    });
}

bool FormFinder::isSchool(Form const& form)
{
    return form.ending == U"大学" || form.ending == U"学院" || form.ending == U"医院" || form.ending == U"中学" || form.ending == U"小学";
}

bool FormFinder::speaksOfPeople(std::size_t begin, std::size_t end) const
{
    auto const rest = m_page.text().substr(end);
    for (Text const word : {Text{U"专家"}, Text{U"教授"}, Text{U"师生"}, Text{U"学者"}, Text{U"团队"}, Text{U"课题组"}, Text{U"研究"}, Text{U"编制"}, Text{U"合作"}, Text{U"等高校"},
                            Text{U"等院校"}, Text{U"承担"}, Text{U"参加"}, Text{U"参与"}, Text{U"出具"}}) {
        if (rest.starts_with(word)) { return true; }
    }
    for (Text const word : {Text{U"委托"}, Text{U"聘请"}, Text{U"邀请"}, Text{U"联合"}, Text{U"依托"}}) {
        if (begin >= word.size() && m_page.text(begin - word.size(), begin) == word) { return true; }
    }
    return false;
}

bool FormFinder::wishes(std::size_t begin) const
{
    auto const before = m_page.text(begin - std::min<std::size_t>(2, begin), begin);
    for (Text const word : {Text{U"打造"}, Text{U"创建"}, Text{U"争创"}, Text{U"申报"}, Text{U"列入"}, Text{U"评为"}, Text{U"建成"}, Text{U"培育"}, Text{U"成为"}, Text{U"一批"}}) {
        if (before == word) { return true; }
    }
    return false;
}

bool FormFinder::isUnnamed(Text name)
{
    if (auto const village = name.rfind(U'村'); village != Text::npos && village > 0 && village + 1 < name.size()) {
        name.remove_prefix(village + 1); // 张家湾村|一|养猪场, 张庄村|西|养猪场
        if (name.size() == 1 && isOneOf(U"东西南北内外旁边侧口一", name.front())) { return true; }
    }
    bool const beside = name.size() > 1 && isOneOf(U"东西南北内外旁边侧口", name.front());
    if (beside) { name.remove_prefix(1); }
    if (name.starts_with(U'某') || (beside && name == U"一")) { return true; }
    if (!name.starts_with(U'一') || name.size() < 2) { return false; }
    name.remove_prefix(isOneOf(U"个家处座", name[1]) ? 2 : 1);
    return name.empty() || lexicon::isTrade(name) || lexicon::isCommon(FormRule::Works, name);
}

void FormFinder::plant(Form const& form, std::size_t begin, std::size_t own, std::size_t at, std::size_t end)
{
    if (begin == at && m_page.isOpen(at)) {
        // 古城园区|污水处理厂: the park is its name.
        constexpr std::size_t longest = 20;
        begin = m_page.nameBegin(at, longest, true);
        if (at - begin < longest) { add(begin, end, form.kind); }
        return;
    }
    if (m_page.isTown(begin) && m_page.adminEnd(begin) == at) { return add(begin, end, form.kind); } // 润城镇|污水处理厂
    for (Text const verb : {Text{U"建设"}, Text{U"改造"}, Text{U"实施"}}) { // 汾阳市|建设|杏花村污水处理厂
        if (own > begin && m_page.text().substr(own).starts_with(verb) && own + verb.size() + 2 <= at) { begin = own = own + verb.size(); }
    }
    auto const name = own >= at ? Text{} : m_page.text(own, at);
    bool const opened = own > begin || m_page.adminEnd(begin) > begin;
    bool const dump = form.kind == Kind::Site; // 霍州市生活垃圾处理场: a county has one
    if (opened && (name.empty() || dump || !lexicon::isCommon(FormRule::Plant, name) || name == U"城市" || name == U"生活" || name == U"城区" || name == U"县城" || name == U"开发区")) {
        return add(begin, end, form.kind);
    }
    if (opened && own > at) { return; }
    if (name.size() < 2 || name.size() > 8 || lexicon::isCommon(FormRule::Plant, name)) { return; }
    if (lexicon::endsCommon(FormRule::Plant, name)) { return; }
    add(begin, end, form.kind);
}

void FormFinder::station(Form const& form, std::size_t at, std::size_t end)
{
    auto begin = m_page.nameBegin(at, 16);
    if (auto const admin = firstAdmin(begin, at); admin < at) { begin = admin; }
    auto const own = chainEnd(begin);
    if (own >= at) { return; } // 定襄县监测点位: any of its stations
    auto name = m_page.text(own, at);
    for (Text const qualifier : {Text{U"空气质量"}, Text{U"环境空气"}, Text{U"空气"}, Text{U"国控"}, Text{U"省控"}, Text{U"自动"}}) {
        if (name.size() > qualifier.size() && name.ends_with(qualifier)) { name.remove_suffix(qualifier.size()); }
    }
    if (name.size() < 2 || name.size() > 10 || lexicon::isCommon(FormRule::Station, name)) { return; }
    if (own == begin && lexicon::endsCommon(FormRule::Station, name)) { return; }
    if (form.ending == U"站点" && begin == own) { return; }
    if (form.ending == U"点位") { // 工商学校|点位: of an institution, not 问题点位
        bool housed = false;
        for (Text const house : {Text{U"学校"}, Text{U"医院"}, Text{U"中学"}, Text{U"小学"}, Text{U"大学"}, Text{U"学院"}, Text{U"市委"}, Text{U"县委"}, Text{U"局"}, Text{U"公司"}, Text{U"宾馆"}, Text{U"图书馆"}, Text{U"党校"}}) {
            housed = housed || name.ends_with(house);
        }
        if (!housed) { return; }
    }
    auto found = Found{begin, end, Kind::AirStation, {}, 1, false, 0};
    for (auto const& named : m_page.gazetteer().find(toUtf8(name))) {
        auto const& place = m_page.gazetteer().entry(named.entry);
        if (place.kind == Kind::AirStation && m_page.isNear(place)) { found.entries.push_back(named.entry); }
    }
    m_found.push_back(std::move(found));
}

void FormFinder::project(Form const& form, std::size_t at, std::size_t end)
{
    if (isOneOf(U"量款师师学质清建部验单化制", m_page.at(end))) { return; }
    constexpr std::size_t longest = 26;
    auto begin = at;
    while (begin > 0 && at - begin < longest && (lexicon::isNameChar(m_page.before(begin)) || isOneOf(U"“”0123456789.", m_page.before(begin)))) {
        if (begin >= 2 && m_page.text(begin - 2, begin) == U"以及") { break; }
        if (m_page.stopsAt(begin) && m_page.before(begin) != U'及' && m_page.before(begin) != U'和' && !innerStop(begin)) { break; }
        --begin;
    }
    // The first place in the run opens the name.
    while (begin < at && !startsPlace(begin)) { ++begin; }
    if (begin >= at) { return; }
    auto const place = placeEnd(begin);
    if (place >= at) { return; }
    auto const middle = m_page.text(place, at);
    bool const ofRiver = place > chainEnd(begin);
    if (middle.size() < 2 || (middle.front() >= U'0' && middle.front() <= U'9') || middle == U"建设" || middle == U"建筑" || (!ofRiver && (lexicon::isCommon(FormRule::Company, middle) || lexicon::isCommon(FormRule::Facility, middle)))) {
        return;
    }
    add(begin, end, form.kind, 0);
}

bool FormFinder::innerStop(std::size_t i) const
{
    for (Text const word : {Text{U"治理"}, Text{U"新建"}, Text{U"扩建"}, Text{U"改建"}, Text{U"整治"}, Text{U"处置"}, Text{U"周边"}, Text{U"提升"},
                            Text{U"城市"}, Text{U"污染"}, Text{U"排放"}, Text{U"处理"}, Text{U"完善"}, Text{U"生产"}, Text{U"搬迁"}, Text{U"沿岸"},
                            Text{U"监管"}, Text{U"运行"}, Text{U"重点"}, Text{U"两侧"}, Text{U"生活"}, Text{U"修复"}}) {
        if (i >= word.size() && m_page.text(i - word.size(), i) == word) { return true; }
    }
    return false;
}

bool FormFinder::startsPlace(std::size_t i) const
{
    if (m_page.adminEnd(i) > i) { return true; }
    return placeEnd(i) > i;
}

std::size_t FormFinder::placeEnd(std::size_t i) const
{
    auto end = chainEnd(i);
    for (auto const& hit : m_page.knownAt(end)) {
        for (auto const& named : hit.named) {
            auto const kind = m_page.gazetteer().entry(named.entry).kind;
            if (named.form <= NameForm::Alias && (kind == Kind::River || kind == Kind::Lake || kind == Kind::Reservoir || kind == Kind::Reserve)) {
                return std::max(end, hit.end);
            }
        }
    }
    if (end == i) {
        // 云中河温泉…: a river that no gazetteer has
        auto const river = m_page.text().substr(i, 4).find(U'河');
        if (river != Text::npos && river >= 2 && m_page.nameBegin(i + 1, 2) == i) { return i + river + 1; }
    }
    return end;
}

} // namespace zhengtu::place
