#include "core/utf.hpp"
#include "place/lexicon.hpp"
#include "place/page.hpp"

#include <algorithm>
#include <map>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;
using lexicon::Form;
using lexicon::FormRule;


class FormFinder {
public:
    FormFinder(Page const& page, bool openers) : m_page{page}, m_openers{openers} {}

    std::vector<Found> run()
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

private:
    static bool opens(FormRule rule) noexcept { return rule == FormRule::Park || rule == FormRule::Reserve || rule == FormRule::Road; }

    void ending(Form const& form, std::size_t at, std::size_t end)
    {
        if (opens(form.rule) != m_openers) { return; }
        switch (form.rule) {
        case FormRule::Company:
        case FormRule::Group: company(form, at, end); break;
        case FormRule::Works: works(form, at, end); break;
        case FormRule::Station: station(form, at, end); break;
        case FormRule::Project: project(form, at, end); break;
        case FormRule::Road: road(at, end); break;
        case FormRule::Section: break; // forms_lists.cpp
        default: plain(form, at, end); break;
        }
    }

    void character(std::size_t i)
    {
        if (m_openers) {
            auto const c = m_page.at(i);
            if (c == U'路' || (c == U'街' && m_page.at(i + 1) != U'道')) { street(i); }
            if (c == U'线') { line(i); }
            if (c == U'镇' || c == U'乡') { town(i, i + 1); }
            if (c == U'街' && m_page.at(i + 1) == U'道') { town(i, i + 2); }
            return;
        }
        standing(i);
        switch (m_page.at(i)) {
        case U'村': village(i); break;
        case U'河': river(i); break;
        case U'矿': mine(i); break;
        case U'厂': factory(i); break;
        case U'桥': bridge(i); break;
        default: break;
        }
    }

    /// 太钢, 西山煤电: companies by their common short names; 二电 where the document has the full name.
    void standing(std::size_t i)
    {
        bool const opens = lexicon::isMark(m_page.before(i)) || m_page.stopsAt(i) || m_page.adminBegin(i) < i;
        auto const brand = lexicon::companies().longest(m_page.text(), i);
        if (brand.length > 0 && opens && !isOneOf(U"医学路桥", m_page.at(i + brand.length))) { add(i, i + brand.length, Kind::Enterprise, 0); }
        if (m_page.at(i + 1) != U'电' || m_page.at(i + 2) == U'厂' || !isOneOf(U"一二三四", m_page.at(i)) || lexicon::isNameChar(m_page.at(i + 2)) == false) { return; }
        bool const named = opens && hasPowerStation(m_page.at(i));
        if (named) { add(i, i + 2, Kind::Enterprise, 0); }
    }

    /// Whether the document names a 第二热电厂 (发电厂), whose short name is 二电.
    bool hasPowerStation(char32_t number)
    {
        auto& known = m_powerStations[number];
        if (!known) {
            std::u32string full{U"第"};
            full.push_back(number);
            known = m_page.text().find(full + U"热电厂") != Text::npos || m_page.text().find(full + U"发电厂") != Text::npos;
        }
        return *known;
    }

    void add(std::size_t begin, std::size_t end, Kind kind, int rank = 1)
    {
        if (end > begin + 1) { m_found.push_back({begin, end, kind, entriesOf(begin, end, kind), rank, false, 0}); }
    }

    std::vector<EntryId> entriesOf(std::size_t begin, std::size_t end, Kind kind) const
    {
        std::vector<EntryId> all;
        for (auto const& hit : m_page.knownAt(begin)) {
            if (hit.end != end) { continue; }
            for (auto const& named : hit.named) {
                auto const& place = m_page.gazetteer().entry(named.entry);
                if (place.kind == kind && m_page.isNear(place)) { all.push_back(named.entry); }
            }
        }
        return all;
    }

    bool startsAdmin(std::size_t i) const { return m_page.adminEnd(i) > i || m_page.text().substr(i).starts_with(U"山西"); }

    /// First place in [from, to) where an administrative name begins, else `to`.
    std::size_t firstAdmin(std::size_t from, std::size_t to) const
    {
        while (from < to && !startsAdmin(from)) { ++from; }
        return from;
    }

    /// End of the chain of administrative names (山西省忻州市代县) that begins at i.
    std::size_t chainEnd(std::size_t i, bool towns = true) const
    {
        for (;;) {
            if (!towns && m_page.isTown(i)) { return i; }
            auto const rest = m_page.text().substr(i);
            auto const next = rest.starts_with(U"山西省") ? i + 3 : m_page.adminEnd(i);
            if (next == i) { return i; }
            i = next;
        }
    }

    /// Where a long name with an administrative name in it begins: there, unless what stands before is a company already.
    std::size_t longBegin(std::size_t begin, std::size_t at) const
    {
        if (lexicon::brands().longest(m_page.text(), begin).length > 0) { return begin; }
        auto const admin = firstAdmin(begin, at);
        if (admin == at || admin == begin) { return begin; }
        auto const front = m_page.text(begin, admin);
        for (Text const word : {Text{U"集团"}, Text{U"公司"}, Text{U"控股"}, Text{U"股份"}}) {
            if (front.find(word) != Text::npos) { return begin; }
        }
        return admin;
    }

    /// "代县宏远环境治理有限公司": the words of a trade may look like those before a name. Back to the nearest administrative name if
    /// nothing that must part words stands between.
    std::size_t widened(std::size_t begin, std::size_t at) const
    {
        for (auto i = at; i > 0 && at - i < 20; --i) {
            if (startsAdmin(i) && i < at) { return i; }
            auto const c = m_page.before(i);
            if (!lexicon::isNameChar(c) || (m_page.stopsAt(i) && !innerStop(i)) || m_page.isBlocked(i - 1)) { break; }
        }
        return begin;
    }

    /// Back over brackets inside a name: 太原钢铁（集团）有限公司, 某某（太原）油墨有限公司.
    std::size_t bracketBegin(std::size_t begin, std::size_t at) const
    {
        if (at - begin > 8 || !isOneOf(U"）)", m_page.before(begin))) { return begin; }
        auto const open = m_page.nameBegin(begin - 1, 6);
        if (open < 2 || begin - 1 - open < 2 || !isOneOf(U"（(", m_page.before(open))) { return begin; }
        auto const front = m_page.nameBegin(open - 1, 12);
        return open - 1 - front >= 2 ? front : begin;
    }

    void company(Form const& form, std::size_t at, std::size_t end)
    {
        constexpr std::size_t longest = 32;
        auto const bare = m_page.nameBegin(at, longest, true);
        auto const bracketed = bracketBegin(bare, at);
        if (bracketed < bare) { return add(bracketed, end, form.kind); }
        auto begin = longBegin(bare, at);
        if (at - begin >= longest) { return; }
        if (begin == at || (!startsAdmin(begin) && lexicon::brands().longest(m_page.text(), begin).length == 0)) { begin = widened(begin, at); }
        auto const own = chainEnd(begin);
        auto const name = own >= at ? Text{} : m_page.text(own, at);
        bool const opened = own > begin || startsAdmin(begin) || lexicon::brands().longest(m_page.text(), begin).length > 0;
        if (at - begin < 2 || lexicon::isCommon(form.rule, name) || name.starts_with(U"有限") || name.starts_with(U"股份有限")) { return; }
        if (form.rule == FormRule::Group) {
            if (!opened && lexicon::endsCommon(form.rule, name)) { return; }
            // A bare 公司 or 集团 is one only with a name that cannot be a common noun.
            if (!opened && (name.size() < 2 || name.size() > 8)) { return; }
            if (!opened && form.ending == U"公司" && name.size() < 4) { return; }
            if (form.ending == U"集团" && isOneOf(U"军化式", m_page.at(end))) { return; }
        }
        auto const kind = lexicon::kindByEnding(m_page.text(begin, end));
        add(begin, end, kind == Kind::Other ? form.kind : kind);
    }

    void works(Form const& form, std::size_t at, std::size_t end)
    {
        auto const begin = longBegin(m_page.nameBegin(at, 28), at);
        auto const own = chainEnd(begin);
        auto const name = own >= at ? Text{} : m_page.text(own, at);
        if (form.ending == U"煤业" && isOneOf(U"有公集股", m_page.at(end))) { return; }      // the company's name goes on
        if (form.ending == U"矿业" && isOneOf(U"有公集股权", m_page.at(end))) { return; }
        if (form.ending == U"热电" && isOneOf(U"有公集股厂联机", m_page.at(end))) { return; }
        if (form.ending == U"煤矿" && isOneOf(U"企集有安瓦", m_page.at(end))) { return; }
        bool const unnamed = name == U"无名";
        if (!unnamed && (name.size() < 2 || lexicon::isCommon(form.rule, name))) { return; }
        if (name.size() > 16) { return; }
        add(begin, end, form.kind);
    }

    void mine(std::size_t at)
    {
        if (isOneOf(U"山业区产石井企权用务渣坑种长库", m_page.at(at + 1)) || m_page.before(at) == U'尾') { return; }
        auto const begin = m_page.nameBegin(at, 16);
        bool const opened = lexicon::brands().longest(m_page.text(), begin).length > 0 || m_page.adminEnd(begin) > begin;
        auto const brand = lexicon::brands().longest(m_page.text(), begin).length;
        auto const own = std::max(begin + brand, chainEnd(begin));
        if (!opened || own >= at || at - own < 2 || at - own > 8) { return; }
        if (lexicon::isCommon(FormRule::Works, m_page.text(own, at))) { return; }
        add(begin, at + 1, Kind::Mine);
    }

    /// 非法洗煤|厂, 露天采石|厂: a common word opens it.
    static bool startsCommon(FormRule rule, Text name)
    {
        for (std::size_t size = 2; size < name.size(); ++size) {
            if (lexicon::isCommon(rule, name.substr(0, size))) { return true; }
        }
        return false;
    }

    void factory(std::size_t at)
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
        add(begin, at + 1, Kind::Enterprise);
    }

    void plain(Form const& form, std::size_t at, std::size_t end)
    {
        constexpr std::size_t longest = 20;
        auto begin = m_page.nameBegin(at, longest);
        if (at - begin >= longest) { return; }
        if (auto const admin = firstAdmin(begin, at); admin < at && admin > begin) { begin = admin; }
        // A township may be the whole name: 怀仁市|金沙滩|物流园区.
        auto const own = m_page.isTown(begin) ? begin : chainEnd(begin, false);
        auto name = own >= at ? Text{} : m_page.text(own, at);
        bool const opened = own > begin || m_page.isTown(begin);
        if (!opened) {
            for (Text const verb : {Text{U"建设"}, Text{U"改造"}, Text{U"修建"}}) {
                if (name.size() >= verb.size() + 2 && name.starts_with(verb)) {
                    name.remove_prefix(verb.size());
                    begin += verb.size();
                }
            }
        }
        if (form.rule == FormRule::Plant) { return plant(form, begin, own, at, end); }
        if (form.ending == U"料场" && name == U"无名") { return add(begin, end, form.kind); }
        if (form.rule == FormRule::Park && opened && name.empty()) {
            // 朔州经济开发区 is one; 太原市工业园区 and 代县园区 are any of several.
            if (form.ending.ends_with(U"开发区") || form.ending.ends_with(U"示范区")) { add(begin, end, form.kind); }
            return;
        }
        if (form.ending.ends_with(U"综改示范区")) { return add(begin, end, form.kind); }
        for (Text const level : {Text{U"国家级"}, Text{U"省级"}, Text{U"国家"}}) {
            if (form.rule == FormRule::Reserve && name.size() >= level.size() + 2 && name.ends_with(level)) { name.remove_suffix(level.size()); }
        }
        if (name.empty() || lexicon::isCommon(form.rule, name) || name.size() > 14) { return; }
        if (!opened && (name.size() < 2 || lexicon::endsCommon(form.rule, name) || lexicon::isTrade(name))) { return; }
        if (form.rule == FormRule::Facility && isOneOf(U"化式型内", m_page.at(end)) && form.ending != U"宿舍") { return; }
        if (form.rule == FormRule::Reserve && form.kind == Kind::Reserve) {
            for (Text const zone : {Text{U"核心区"}, Text{U"缓冲区"}, Text{U"实验区"}}) {
                if (m_page.text().substr(end).starts_with(zone)) { end += zone.size(); }
            }
        }
        add(begin, end, form.kind);
    }

    void plant(Form const& form, std::size_t begin, std::size_t own, std::size_t at, std::size_t end)
    {
        auto const name = own >= at ? Text{} : m_page.text(own, at);
        bool const opened = own > begin;
        if (opened && (name.empty() || !lexicon::isCommon(FormRule::Plant, name) || name == U"城市" || name == U"生活")) {
            return add(begin, end, form.kind);
        }
        if (opened && own > at) { return; }
        if (name.size() < 2 || name.size() > 8 || lexicon::isCommon(FormRule::Plant, name)) { return; }
        if (lexicon::endsCommon(FormRule::Plant, name)) { return; }
        add(begin, end, form.kind);
    }

    void station(Form const& form, std::size_t at, std::size_t end)
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
        auto found = Found{begin, end, Kind::AirStation, {}, 1, false, 0};
        for (auto const& named : m_page.gazetteer().find(toUtf8(name))) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            if (place.kind == Kind::AirStation && m_page.isNear(place)) { found.entries.push_back(named.entry); }
        }
        m_found.push_back(std::move(found));
    }

    /// A project needs a place in front: "清徐县…工程", "云中河…项目". Without one any undertaking would be a place.
    void project(Form const& form, std::size_t at, std::size_t end)
    {
        if (isOneOf(U"量款师师学质清建部验单化制", m_page.at(end))) { return; }
        constexpr std::size_t longest = 26;
        auto begin = at;
        while (begin > 0 && at - begin < longest && (lexicon::isNameChar(m_page.before(begin)) || isOneOf(U"“”0123456789.", m_page.before(begin)))) {
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

    /// Stop words that are common inside the names of works: 污水治理工程, 新建道路项目.
    bool innerStop(std::size_t i) const
    {
        for (Text const word : {Text{U"治理"}, Text{U"新建"}, Text{U"扩建"}, Text{U"改建"}, Text{U"整治"}, Text{U"处置"}, Text{U"周边"}, Text{U"提升"},
                                Text{U"城市"}, Text{U"污染"}, Text{U"排放"}, Text{U"处理"}, Text{U"完善"}, Text{U"生产"}, Text{U"搬迁"}, Text{U"沿岸"},
                                Text{U"监管"}, Text{U"运行"}, Text{U"重点"}, Text{U"两侧"}, Text{U"生活"}}) {
            if (i >= word.size() && m_page.text(i - word.size(), i) == word) { return true; }
        }
        return false;
    }

    bool startsPlace(std::size_t i) const
    {
        if (m_page.adminEnd(i) > i) { return true; }
        return placeEnd(i) > i;
    }

    std::size_t placeEnd(std::size_t i) const
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

    void road(std::size_t at, std::size_t end)
    {
        auto const begin = m_page.nameBegin(at, 8);
        auto const own = chainEnd(begin);
        if (own >= at) { return; }
        auto const name = m_page.text(own, at);
        if (end - at == 2 && m_page.text(at, end) == U"高速" && (name.size() > 4 || isOneOf(U"增发铁运行率度公转", m_page.at(end)))) { return; }
        if (name.size() < 2 || name.size() > 6 || lexicon::isCommon(FormRule::Road, name) || lexicon::endsCommon(FormRule::Road, name)) { return; }
        add(own, end, Kind::Road);
    }

    void street(std::size_t at)
    {
        if (isOneOf(U"检查面段线灯基况由径程政网边肩旁域用权费", m_page.at(at + 1)) && m_page.text(at + 1, std::min(at + 3, m_page.text().size())) != U"路面") { return; }
        auto const begin = m_page.nameBegin(at, 6);
        auto const own = chainEnd(begin);
        if (own >= at || at - own < 2 || at - own > 4) { return; }
        auto const name = m_page.text(own, at);
        auto const last = name.back();
        if (isOneOf(U"道公铁线思出一上来网管电沿半套速走引筑修问绿穿养老新旧巷高进退支门回通行过让陆水航末歧", last)) { return; }
        if (lexicon::isCommon(FormRule::Road, name)) { return; }
        bool const tight = own > begin || lexicon::isMark(m_page.before(begin)) || m_page.stopsAt(begin);
        if (tight) { add(own, at + 1, Kind::Road, 0); }
    }

    /// 松小线沿路: two characters and 线 beside a word of traffic.
    void line(std::size_t at)
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

    void river(std::size_t at)
    {
        if (isOneOf(U"长道流床段岸湖段口库湾渠水村乡镇路桥街底堤网北南东西津", m_page.at(at + 1)) && !isOneOf(U"道流段岸", m_page.at(at + 1))) { return; }
        if (m_page.at(at + 1) == U'流' && m_page.at(at + 2) != U'域') { return; }
        auto const begin = m_page.nameBegin(at, 6);
        auto own = chainEnd(begin);
        for (auto i = own; i + 2 <= at; ++i) {
            if (m_page.text(i, i + 2) == U"工程" || m_page.text(i, i + 2) == U"项目") { own = i + 2; }
        }
        if (own >= at) { return; }
        auto const name = m_page.text(own, at);
        if (name.size() > 3 || name.size() < 1 || lexicon::isNumeral(name.back())) { return; }
        if (own == begin && name.size() == 1) { return; }
        if (isOneOf(U"河入排沿大小各该主此过跨临近城内运护清母亲黑臭支干条界治整巡涉穿水江山沟污旧新老改汇流引填", name.back()) && !(name.size() >= 2 && name.back() == U'水' && name != U"污水" && name != U"排水")) {
            return;
        }
        bool const tight = own > begin || lexicon::isMark(m_page.before(begin)) || m_page.stopsAt(begin);
        // One character is a river only where its water is spoken of.
        if (!tight || (name.size() == 1 && own == begin)) { return; }
        add(own, at + 1, Kind::River, 0);
    }

    void bridge(std::size_t at)
    {
        auto const begin = m_page.nameBegin(at, 8);
        auto const own = chainEnd(begin);
        if (own >= at || at - own < 2 || at - own > 6) { return; }
        auto const rest = m_page.text().substr(at + 1);
        if (isOneOf(U"立天高大公铁", m_page.before(at))) { return; }
        for (Text const word : {Text{U"附近"}, Text{U"下"}, Text{U"上游"}, Text{U"下游"}, Text{U"头"}, Text{U"东"}, Text{U"西"}, Text{U"南"}, Text{U"北"}}) {
            if (rest.starts_with(word)) { return add(own, at + 1, Kind::Site, 0); }
        }
    }

    void village(std::size_t at)
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
        if (own >= at) { return; }
        auto const end = at + 1;
        auto entries = entriesOf(own, end, Kind::Village);
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

    /// Towns that the register does not have (merged, misspelt): only where a county or another town opens or joins them.
    void town(std::size_t at, std::size_t end)
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

    Page const& m_page;
    bool m_openers;
    std::map<char32_t, std::optional<bool>> m_powerStations;
    std::size_t m_townEnd = 0; ///< of the last township that no register has
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> findForms(Page& page)
{
    auto all = FormFinder{page, true}.run();
    for (auto const& found : all) { page.open(found.end); }
    auto rest = FormFinder{page, false}.run();
    all.insert(all.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return all;
}

} // namespace zhengtu::place
