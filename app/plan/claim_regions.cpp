#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <string>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What a region ends in, as people name it.
/// Where such an end says that it is a place: 湖周边, 河上游.
constexpr std::array<View, 14> placeEnds{U"左岸", U"右岸", U"南岸", U"北岸", U"东岸", U"西岸", U"沿线", U"沿岸", U"两岸", U"周边", U"上游", U"中游", U"下游", U"源头"};
constexpr std::array<View, 37> regionEnds{U"库尾", U"左岸", U"右岸", U"南岸", U"北岸", U"东岸", U"西岸", U"周边", U"上游", U"中游", U"下游", U"源头", U"沿线", U"沿岸", U"两岸", U"海域", U"湖区", U"库区", U"岛", U"景区", U"港区", U"港口", U"港",U"街道办事处", U"街道", U"流域", U"园区", U"开发区", U"示范区", U"保护区", U"矿区", U"镇", U"乡", U"县", U"市", U"区", U"旗"};
/// Between a region and what it has.
constexpr std::array<View, 17> connectors{U"境内", U"辖区内", U"范围内", U"目前", U"现有", U"共计", U"总计", U"共有", U"共", U"仍有", U"尚有", U"已有", U"设有", U"有", U"内", U"的", U"中"};
/// A clause with one of these tells of work, its numbers are not those of what is there.
constexpr std::array<View, 27> workWords{U"拆除", U"清理", U"清退", U"封堵", U"整治", U"治理", U"清运", U"复绿", U"搬迁", U"完成", U"建设", U"新建", U"实施", U"推进", U"开展", U"力争", U"确保", U"计划", U"要求", U"责令", U"淘汰", U"关停", U"取缔", U"组织", U"新增", U"查处", U"检查"};
/// Where what is counted ends and what is said of it begins.
constexpr std::array<View, 39> sayingWords{U"至今", U"沿", U"共有", U"共计", U"共形成", U"形成", U"紧", U"毗", U"距", U"位于", U"占", U"侵占", U"违规", U"违法", U"长期", U"擅自", U"超标",U"的", U"存在", U"均", U"都", U"已", U"仍", U"未", U"全部", U"运行", U"普遍", U"进行", U"不", U"需", U"应", U"要", U"被", U"正在", U"目前", U"中", U"有", U"没", U"尚"};

/// Words that begin as one of these and say nothing.
constexpr std::array<View, 14> sayingBegins{U"中心", U"中型", U"中小", U"中学", U"中水", U"有色", U"有限", U"有机", U"应急", U"沿街", U"沿海", U"沿江", U"沿河", U"紧急"};

/// Whether a word of saying stands at `i` and is not a part of another: 重要湿地, 集中供热站, 有色金属.
bool saysAt(View text, std::size_t i) noexcept
{
    if (!beginsWithAny(text.substr(i), sayingWords)) { return false; }
    auto const around = text.substr(i - 1, 3);
    constexpr std::array<View, 10> parts{U"沿海", U"沿江", U"沿河", U"重要", U"主要", U"集中", U"国有", U"私有", U"公有", U"自有"};
    return !beginsWithAny(around, parts) && !beginsWithAny(text.substr(i), sayingBegins);
}

/// What has none in the vocabulary may yet be a class of things: by its last character.
constexpr View thingEnds = U"场厂站库井矿坝塘池坑窑炉园院校店渠桥洞村点口楼房铺吧宿馆屋舍堆庄圈棚岛闸";
constexpr std::array<View, 24> noThings{U"人口", U"窗口", U"出口", U"进口", U"现场", U"立场", U"观点", U"重点", U"试点", U"特点", U"难点", U"热点", U"堵点", U"痛点", U"焦点", U"节点", U"优点", U"缺点", U"农村", U"法院", U"国务院", U"时点", U"市场", U"主题"};

bool endsAsThing(View text) noexcept
{
    if (text.size() < 2 || std::ranges::any_of(noThings, [&](View word) { return text.ends_with(word); })) { return false; }
    return thingEnds.find(text.back()) != View::npos || text.ends_with(U"农家乐") || text.ends_with(U"住宅") || text.ends_with(U"村庄") || text.ends_with(U"断面") || text.ends_with(U"设施") || text.ends_with(U"别墅") || text.ends_with(U"码头") || text.ends_with(U"泊位") || text.ends_with(U"风机") || text.ends_with(U"船舶") || text.ends_with(U"渔船") || text.ends_with(U"民宿") || text.ends_with(U"矿权") || text.ends_with(U"矿业权") || text.ends_with(U"水体") || text.ends_with(U"居民") || text.ends_with(U"酒店") || text.ends_with(U"鱼排") || text.ends_with(U"网箱") || text.ends_with(U"采矿权") || text.ends_with(U"工地") || text.ends_with(U"迹地") || text.ends_with(U"地块") || text.ends_with(U"村民");
}

} // namespace

bool tellsWork(View clause)
{
    for (auto const word : workWords) {
        for (auto at = clause.find(word); at != View::npos; at = clause.find(word, at + word.size())) {
            auto const lead = clause.substr(0, at);
            constexpr std::array<View, 13> harms{U"裸露", U"违法", U"违规", U"违建", U"图斑", U"人类活动", U"采石", U"采矿", U"破坏", U"侵占", U"非法", U"疑似", U"黑臭"};
            if (word == View{U"新增"} && beginsWithAny(clause.substr(at + 2), harms)) { continue; } // 新增裸露地块9处
            bool const who = word == View{U"检查"} && beginsWithAny(clause.substr(at + 2), std::array<View, 4>{U"组", U"发现", U"时", U"人员"});
            bool const against = who || std::ranges::any_of(std::array<View, 13>{U"违规", U"违法", U"擅自", U"非法", U"私自", U"未批先", U"未批", U"已", U"尚未", U"未", U"需", U"待", U"应"}, [&](View one) { return lead.ends_with(one); });
            if (!against) { return true; }
        }
    }
    return false;
}

bool SentenceClaims::countyList(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    bool const counties = found.quantity.unit == "个" && !behind.empty() && View{U"县市区"}.find(behind.front()) != View::npos && !behind.substr(1).starts_with(U"级");
    if (!counties) { return false; }
    if (before.ends_with(U"等")) { before.remove_suffix(1); }
    std::size_t begin = 0;
    for (View const lead : {U"涉及", U"包括", U"分别为", U"分别是", U"为", U"有", U"在", U"对", U"其中"}) {
        if (auto const at = before.rfind(lead); at != View::npos) { begin = std::max(begin, at + lead.size()); }
    }
    if (before.substr(begin).find(U'、') == View::npos) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.object = passage(m_normal, from + begin, from + before.size());
    claim.objectKind = "county-group";
    auto stop = found.end;
    while (stop < m_sentence.end() && View{U"县市区（）、()"}.find(m_sentence.text(stop, stop + 1).front()) != View::npos) { ++stop; }
    claim.subject = passage(m_normal, found.end, stop);
    return true;
}

std::size_t SentenceClaims::nounEnd(std::size_t begin, std::size_t end) const
{
    auto const text = m_sentence.text(begin, end);
    bool const says = beginsWithAny(text, sayingWords) && !beginsWithAny(text, sayingBegins);
    if (text.empty() || says || View{U"，（）、；"}.find(text.front()) != View::npos) { return begin; }
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (View{U"，（(；、。“及"}.find(text[i]) != View::npos || text::isDigit(text[i]) || saysAt(text, i)) { return begin + i; }
    }
    return end;
}

std::optional<Span> SentenceClaims::insideEnding(std::size_t begin, std::size_t end) const
{
    auto const inside = endsWithLongest(m_sentence.text(begin, end), std::array<View, 4>{U"范围内", U"区域内", U"境内", U"内"});
    if (inside == 0) { return std::nullopt; }
    end -= inside;
    constexpr std::array<View, 13> times{U"期限", U"时限", U"期", U"年", U"月", U"日", U"天", U"时间", U"小时", U"年度", U"周期", U"限期", U"以"};
    constexpr std::array<View, 10> others{U"防护距离", U"系统", U"行业", U"领域", U"公司", U"企业", U"厂", U"体制", U"国", U"省"}; // in a factory stand machines
    auto at = end;
    while (at > begin && end - at < 24 && text::isHan(m_sentence.text(at - 1, at).front()) && View{U"在对于将从向由为以被把该其的"}.find(m_sentence.text(at - 1, at).front()) == View::npos) { --at; }
    auto const place = m_sentence.text(at, end);
    if ((place.size() < 3 && !isBareKind(place)) || endsWithLongest(place, times) > 0 || endsWithLongest(place, others) > 0) { return std::nullopt; }
    return Span{at, end};
}

bool SentenceClaims::isPlainNoun(std::size_t begin, std::size_t end) const
{
    auto const text = m_sentence.text(begin, end);
    constexpr std::array<View, 22> abstract{U"问题", U"任务", U"措施", U"方案", U"案件", U"制度", U"人员", U"信访件", U"工作", U"责任", U"机构", U"部门", U"单位", U"线索", U"事项", U"清单", U"文件", U"规划", U"试点", U"次数", U"行动", U"任务书"};
    bool const ofUnits = text.size() > 3 && View{U"村县乡镇市区省月年"}.find(text.front()) != View::npos; // 5个村农用地土壤
    bool const said = text.find_first_of(U"的在对将于从向被把不未已仍了着是为及和与") != View::npos;
    return !ofUnits && text.size() >= 2 && text.size() <= 12 && std::ranges::all_of(text, text::isHan) && !said && endsWithLongest(text, abstract) == 0 && !tellsWork(text);
}

std::size_t SentenceClaims::classEnd(std::size_t begin, std::size_t end, bool evenGeneral) const
{
    auto const stop = nounEnd(begin, end);
    auto best = begin;
    for (auto const& hit : m_sentence.hits()) {
        if ((hit.kind != RuleWord::Subject && hit.kind != RuleWord::Object) || hit.begin < begin || hit.end != stop) { continue; }
        bool const general = hit.kind == RuleWord::Subject && m_words.subjects[hit.entry].general;
        if (!general || evenGeneral || hit.begin >= begin + 2) { best = stop; }
    }
    return best == begin && stop > begin && endsAsThing(m_sentence.text(begin, stop)) ? stop : best;
}

std::optional<Span> SentenceClaims::regionIn(std::size_t begin, std::size_t end) const
{
    for (bool again = true; again;) {
        again = false;
        for (auto const word : connectors) {
            if (!m_sentence.text(begin, end).ends_with(word)) { continue; }
            end -= word.size();
            again = true;
        }
    }
    auto const text = m_sentence.text(begin, end);
    auto const region = toUtf32(m_plan.region).value_or(std::u32string{});
    auto const bare = View{region}.substr(0, region.size() > 2 ? region.size() - 1 : 0);
    for (View const word : {View{region}, bare, View{U"全市"}, View{U"我市"}, View{U"全县"}, View{U"我县"}, View{U"全区"}, View{U"我区"}, View{U"全州"}, View{U"全盟"}, View{U"全旗"}}) {
        if (!word.empty() && text.ends_with(word)) { return Span{end - word.size(), end}; }
    }
    if (region.size() > 2 && text.size() >= 2 && region.ends_with(text.substr(text.size() - 2)) && text.ends_with(U"区")) { return Span{end - 2, end}; } // 城区 of 某市城区
    if (!std::ranges::any_of(regionEnds, [&](View word) { return text.ends_with(word) && text.size() > word.size() + 1; })) { return std::nullopt; }
    auto at = end;
    while (at > begin && end - at < 20) {
        auto const previous = m_sentence.text(at - 1, at).front();
        bool const part = text::isHan(previous) || previous == U'、';
        if (!part || View{U"在对于将从向由为以被把该其的"}.find(previous) != View::npos) { break; }
        --at;
    }
    return end - at >= 3 ? std::optional{Span{at, end}} : std::nullopt;
}

bool SentenceClaims::inRegion(FoundQuantity const& found)
{
    if (!isCounter(found) || found.quantity.unit == "项" || (!m_ofRule && !inProblem(found))) { return false; }
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    if (!m_ofRule && tellsWork(before)) { return false; }
    auto const take = [&](Span region, std::string kind, Span what) {
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, region.begin, region.end);
        claim.objectKind = std::move(kind);
        claim.subject = passage(m_normal, what.begin, what.end);
        m_counted = std::max(found.end, what.end);
        return true;
    };
    auto const again = [&](Span what) { // of a list, in the place of the one before
        auto const last = m_plan.claims.back();
        return take(normalSpan(m_normal, last.object.span), last.objectKind, what);
    };
    auto const pick = [&](Span what) {
        auto const place = placeBefore(from, what.begin == found.end ? found.begin : what.begin);
        bool const known = classEnd(what.begin, what.end, true) == what.end;
        if (!known && !(place && place->area && place->led)) { return false; }
        if (place && !place->area && (found.quantity.unit == "户" || classEnd(what.begin, what.end) != what.end)) { return false; } // 全市3万户, 全市36家企业 are no things of a map
        return place && take(place->where, place->kind, what);
    };
    { // 全市36家独立球团企业
        auto end = classEnd(found.end, m_sentence.end(), true);
        if (auto const noun = end == found.end ? nounEnd(found.end, m_sentence.end()) : found.end; isPlainNoun(found.end, noun)) { end = noun; } // 尚有48户人家未搬迁
        bool const counted = end > found.end && !m_sentence.text(end, m_sentence.end()).starts_with(U"中");
        if (counted && listedBegin(from, found.begin) == found.begin) { return again({found.end, end}); }
        if (counted && pick({found.end, end})) { return true; }
    }
    // 甲市境内现有煤炭集运站（装车站）39个: what is counted stands before its number, and nothing of it behind
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    bool const said = beginsWithAny(behind, std::array<View, 8>{U"未", U"均", U"仍", U"尚", U"没有", U"长期", U"全部", U"无"}); // 养殖场6家未搬迁
    if (!behind.empty() && !said && View{U"，（(；。）、"}.find(behind.front()) == View::npos) { return false; }
    auto what = found.begin;
    for (auto const* lead = numberLeads.begin(); lead != numberLeads.end();) {
        if (!m_sentence.text(from, what).ends_with(*lead)) { ++lead; continue; }
        what -= lead->size();
        lead = numberLeads.begin();
    }
    if (auto const was = m_sentence.text(from, what).rfind(U'由'); was != View::npos && was > 3 && endsWithLongest(m_sentence.text(from, what), std::array<View, 2>{U"至", U"到"}) > 0) { what = from + was; } // 油井由87口增加至132口
    if (m_sentence.text(from, what).ends_with(U"）")) {
        if (auto const open = m_sentence.text(from, what).rfind(U'（'); open != View::npos) { what = from + open; }
    }
    if (auto const listed = listedBegin(from, what); listed > 0 && what >= listed + 2 && (classEnd(listed, what, true) == what || isPlainNoun(listed, what))) { // 居民住宅23处、养殖场2家
        return again({listed, what});
    }
    auto const mark = m_sentence.text(from, what).rfind(U'、');
    if (mark != View::npos && mark >= 2 && (classEnd(from + mark + 1, what, true) == what || isPlainNoun(from + mark + 1, what))) { // 违建酒店、民宿共53家
        auto const first = from + mark;
        for (auto begin = first - 2; begin > from + 1; --begin) {
            if (!isPlainNoun(begin, first) || !placeBefore(from, begin)) { continue; }
            auto const place = placeBefore(from, begin);
            return classEnd(from + mark + 1, what, true) == what && take(place->where, place->kind, {begin, what});
        }
    }
    for (auto begin = what - std::min<std::size_t>(what - from, 2); begin > from + 1; --begin) { // the shortest name that a place stands before
        if ((classEnd(begin, what, true) == what || isPlainNoun(begin, what)) && pick({begin, what})) { return true; }
    }
    return false;
}

std::size_t SentenceClaims::listedBegin(std::size_t from, std::size_t end) const
{
    bool const follows = m_counted > from && m_counted < end && m_plan.claims.size() > m_firstClaim && (m_plan.claims.back().kind == ClaimKind::Count || m_plan.claims.back().kind == ClaimKind::Area) && !m_plan.claims.back().object.text.empty();
    if (!follows) { return 0; }
    auto const text = m_sentence.text(m_counted, end);
    for (View const mark : {U"、", U"以及", U"和", U"及"}) {
        if (text.starts_with(mark) && text.size() <= 16) { return m_counted + mark.size(); }
    }
    return 0;
}

std::optional<SentenceClaims::Where> SentenceClaims::placeBefore(std::size_t from, std::size_t at) const
{
    auto end = at;
    for (auto lead = at;; end -= lead) {
        for (auto const& anchor : m_sentence.anchors()) { // 管网覆盖范围内的自备水井3眼
            bool const ends = anchor.end == end || anchor.nameEnd == end;
            if (anchor.begin < from || !ends || anchor.distance || !(anchor.inside || anchor.around || (anchor.zoned && !m_ofRule))) { continue; }
            return Where{{anchor.begin, anchor.nameEnd}, anchor.objects.front().kind, true, anchor.end < at};
        }
        if (auto const inside = m_ofRule || m_sentence.text(from, end).ends_with(U"境内") ? std::nullopt : insideEnding(from, end)) { return Where{*inside, objectKind(inside->begin, inside->end), true, true}; }
        lead = endsWithLongest(m_sentence.text(from, end), countLeads);
        if (lead == 0) { break; }
    }
    if (m_ofRule) { return std::nullopt; }
    for (auto const& other : m_sentence.quantities()) { // 甲矿区11家企业共形成排岩场25座
        bool const thing = other.begin > from && other.end < end && end - other.end <= 8 && isCounter(other) && classEnd(other.end, end, true) == end;
        if (thing) {
            end = other.begin;
            break;
        }
    }
    for (auto const group : countyGroups) { // 甲流域6个县（市、区）13座污水处理厂
        auto const text = m_sentence.text(from, end);
        if (!text.ends_with(group)) { continue; }
        auto const whole = std::ranges::find_if(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.end + group.size() == end; });
        if (whole != m_sentence.quantities().end() && whole->begin > from) { end = whole->begin; }
        break;
    }
    auto region = regionIn(from, end);
    constexpr std::array<View, 4> stretches{U"河段", U"江段", U"岸段", U"路段"};
    auto const length = std::ranges::find_if(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.end + 2 == end && one.begin > from + 2 && inMetres(one.quantity); });
    if (length != m_sentence.quantities().end() && endsWithLongest(m_sentence.text(from, end), stretches) > 0) { return Where{{from, end}, objectKind(from, end), true, true}; } // 五一桥至入海口8公里河段
    if (!region) { // 全市建成区, 平阳县在城市规划区内
        auto const built = std::ranges::find_if(m_sentence.hits(), [&](RuleHit const& hit) { return hit.kind == RuleWord::Object && hit.end == end && hit.begin >= from && m_words.objects[hit.entry].name == "built-up-area"; });
        if (built == m_sentence.hits().end()) { return std::nullopt; }
        auto const whole = regionIn(from, built->begin);
        return Where{{whole ? whole->begin : built->begin, end}, "built-up-area", true};
    }
    if (endsWithLongest(m_sentence.text(region->begin, region->end), placeEnds) > 0) { return Where{*region, objectKind(region->begin, region->end), true, true}; }
    auto const said = passage(m_normal, region->begin, region->end).text;
    auto const own = m_plan.region.ends_with(said) || m_plan.region.starts_with(said) || said == "全市" || said == "我市" || said == "全县" || said == "我县" || said == "全区" || said == "我区";
    return Where{*region, own ? std::string{"county-group"} : objectKind(region->begin, region->end), false};
}

} // namespace zhengtu::plan
