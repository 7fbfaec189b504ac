#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What a part of things does with an area: 有3个涉及生态保护红线.
constexpr std::array<View, 5> meetVerbs{U"涉及", U"侵占", U"占用", U"压覆", U"进入"};

} // namespace

bool SentenceClaims::outOf(FoundQuantity const& found)
{
    auto before = m_sentence.text(clauseBegin(found.begin), found.begin);
    for (View const word : {U"仅有", U"只有", U"尚有", U"仍有", U"还有", U"已有", U"有", U"仅", U"只"}) {
        if (before.ends_with(word)) { before.remove_suffix(word.size()); break; }
    }
    auto from = clauseBegin(found.begin);
    if (before.empty() && from > m_sentence.begin()) { // 26座开发区中，有7座
        from = clauseBegin(from - 1);
        before = m_sentence.text(from, clauseBegin(found.begin) - 1);
    }
    // Of a sample nobody knows where it is; bodies, problems and tasks are nowhere.
    bool const placeless = std::ranges::any_of(std::array<View, 11>{U"抽查", U"抽测", U"随机", U"检查的", U"单位", U"部门", U"问题", U"任务", U"措施", U"事项", U"方案"}, [&](View word) { return before.find(word) != View::npos; });
    auto const lead = m_sentence.text(m_sentence.begin(), from);
    bool const sampled = std::ranges::any_of(std::array<View, 3>{U"抽查", U"抽测", U"随机"}, [&](View word) { return lead.find(word) != View::npos; });
    if (!before.ends_with(U'中') || placeless || sampled) { return false; }
    if (beginsWithAny(m_sentence.text(found.end, m_sentence.end()), lieVerbs) && located(found)) { return true; } // 43个养猪场中，有9个位于禁养区
    if (someOf(found, from, before)) { return true; }
    auto const wholeEnd = from + before.size() - 1;
    auto const& all = m_sentence.quantities();
    auto const self = std::find_if(all.begin(), all.end(), [&](FoundQuantity const& other) { return other.begin == found.begin; });
    if (self == all.begin() || (self - 1)->quantity.unit != found.quantity.unit) { return false; }
    auto const& whole = *(self - 1);
    if (wholeEnd > whole.end + 20 || whole.begin < from || whole.quantity.value < found.quantity.value) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.of = whole.quantity.value;
    claim.object = passage(m_normal, from, wholeEnd);
    claim.objectKind = objectKind(whole.end, found.begin);
    claim.subject = passage(m_normal, found.end, clauseEnd(found.end));
    m_counted = clauseEnd(found.end);
    return true;
}

bool SentenceClaims::someOf(FoundQuantity const& found, std::size_t from, View before)
{
    auto const state = m_sentence.text(found.end, clauseEnd(found.end));
    bool const counted = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.begin >= from && one.end < from + before.size(); });
    if (counted || state.empty() || !isCounter(found)) { return false; }
    auto const end = from + before.size() - 1;
    for (auto begin = end - std::min<std::size_t>(end - from, 2); begin > from + 1; --begin) {
        if (classEnd(begin, end) != end) { continue; }
        auto const place = placeBefore(from, begin);
        if (!place) { continue; }
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, place->where.begin, place->where.end);
        claim.objectKind = place->kind;
        claim.subject = passage(m_normal, begin, end);
        claim.subject.text += toUtf8(state);
        m_counted = clauseEnd(found.end);
        return true;
    }
    return false;
}

bool SentenceClaims::locatedElsewhere(FoundQuantity const& found)
{
    if (!isCounter(found) || m_ofRule) { return false; }
    auto const end = clauseEnd(found.end);
    auto const text = m_sentence.text(found.end, end);
    constexpr std::array<View, 19> areas{U"范围", U"区", U"通道", U"带", U"流域", U"镇", U"乡", U"村", U"县", U"岸", U"段", U"湖", U"河", U"水库", U"林场", U"红线", U"公园", U"湿地", U"沿线"};
    for (auto const verb : lieVerbs) {
        auto const at = text.find(verb);
        auto place = at == View::npos ? View{} : text.substr(at + verb.size());
        if (place.ends_with(U"内")) { place.remove_suffix(1); }
        bool const named = place.size() >= 2 && place.size() <= 20 && endsWithLongest(place, areas) > 0 && place.find_first_of(U"0123456789的") == View::npos;
        bool const part = at == 0 && m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Count && m_plan.claims.back().quantity.unit == found.quantity.unit; // 其中14座位于
        if (at == View::npos || !named || verb == View{U"属于"} || !(part || (at >= 2 && classEnd(found.end, found.end + at, true) == found.end + at))) { continue; }
        auto const whole = part ? m_plan.claims.back() : Claim{};
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        auto const begin = found.end + at + verb.size();
        claim.object = passage(m_normal, begin, begin + place.size());
        claim.objectKind = objectKind(begin, begin + place.size());
        claim.subject = part ? whole.subject : passage(m_normal, found.end, found.end + at);
        if (part) { claim.of = whole.of.value_or(whole.quantity.value); }
        return true;
    }
    return false;
}

bool SentenceClaims::located(FoundQuantity const& found)
{
    for (auto const& anchor : m_sentence.anchors()) {
        if (!anchor.zoned || anchor.distance || anchor.begin <= found.end || anchor.end > clauseEnd(found.end)) { continue; }
        auto subject = m_sentence.text(found.end, anchor.begin);
        auto const verb = std::ranges::find_if(lieVerbs, [&](View word) { return subject.ends_with(word); });
        auto const meets = std::ranges::find_if(meetVerbs, [&](View word) { return subject == word || (subject == View{U"在"} && anchor.inside); }); // 有3个涉及生态保护红线, 其中3个在河道管理范围内
        if (verb == lieVerbs.end() && meets == meetVerbs.end()) { continue; }
        subject.remove_suffix(verb == lieVerbs.end() ? subject.size() : verb->size());
        for (View const word : {U"均", U"都", U"全部"}) {
            if (subject.ends_with(word)) { subject.remove_suffix(word.size()); }
        }
        bool const last = m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Count && m_plan.claims.back().quantity.unit == found.quantity.unit;
        auto const whole = last ? m_plan.claims.back() : Claim{};
        bool const ofLast = subject.empty() && last && found.quantity.value <= whole.of.value_or(whole.quantity.value); // 其中67家位于禁养区内
        auto const larger = subject.empty() && !ofLast ? wholeBefore(found) : std::nullopt; // 8个泊位中的5个位于核心区
        bool const ofWhole = ofLast || larger;
        if (!m_sentence.text(anchor.end, clauseEnd(anchor.end)).empty() || (subject.empty() && !ofWhole) || classEnd(found.end, found.end + subject.size(), true) != found.end + subject.size()) { return false; }
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
        claim.objectKind = anchor.objects.front().kind;
        claim.subject = ofLast ? whole.subject : larger ? larger->subject : passage(m_normal, found.end, found.end + subject.size());
        if (ofWhole) { claim.of = ofLast ? whole.of.value_or(whole.quantity.value) : larger->quantity.value; }
        return true;
    }
    return false;
}

bool SentenceClaims::count(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    for (View const word : {U"约", U"近", U"超过", U"不足", U"了", U"着"}) {
        if (before.ends_with(word)) { before.remove_suffix(word.size()); }
    }
    auto const have = std::find_if(haveWords.begin(), haveWords.end(), [&](View word) { return before.ends_with(word); });
    if (have == haveWords.end()) { return false; }
    auto const to = clauseEnd(found.end);
    bool const part = before.starts_with(U"其中") && !m_plan.claims.empty() && m_plan.claims.back().quote.span.begin == m_normal.sourceSpan(m_sentence.begin(), m_sentence.begin() + 1).begin;
    for (auto const& anchor : m_sentence.anchors()) {
        bool const here = anchor.begin >= from && anchor.end <= to && (anchor.zoned || anchor.inside) && !anchor.distance;
        if (!here) { continue; }
        bool const first = anchor.begin < found.begin;
        if (first && found.begin - anchor.end > 8) { continue; }
        auto const rest = m_sentence.text(anchor.nameEnd, to);
        if (!first && !rest.starts_with(U"的") && !rest.starts_with(U"内") && !rest.starts_with(U"范围内")) { continue; } // 现有31处森林公园 counts parks
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
        claim.objectKind = anchor.objects.front().kind;
        claim.subject = counted(first ? found.end : anchor.end, to);
        if (auto const what = first && claim.subject.text.empty() ? countedAround(found, anchor.end) : std::nullopt) { claim.subject = passage(m_normal, what->begin, what->end); } // 实验区内的水电站有7座
        m_counted = normalSpan(m_normal, claim.subject.span).end;
        return true;
    }
    if (!part || m_plan.claims.back().kind != ClaimKind::Count || m_plan.claims.back().quantity.unit != found.quantity.unit) { return false; }
    auto const whole = m_plan.claims.back();
    if (before.size() < have->size() + 3) { return false; } // 其中有: of what is not said
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.subject = whole.subject;
    claim.objectKind = "county-group";
    claim.object = passage(m_normal, from + 2, from + before.size() - have->size());
    claim.of = whole.quantity.value;
    return true;
}

bool SentenceClaims::counties(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto const region = toUtf32(m_plan.region).value_or(std::u32string{});
    std::size_t named = 0;
    for (View const word : {View{region}, View{U"全市"}, View{U"我市"}, View{U"全县"}}) {
        if (!word.empty() && before.ends_with(word)) { named = word.size(); }
    }
    auto const group = std::find_if(countyGroups.begin(), countyGroups.end(), [&](View word) { return m_sentence.text(found.end, m_sentence.end()).starts_with(word); });
    if (named == 0 || found.quantity.unit != "个" || group == countyGroups.end()) { return false; }
    if (m_sentence.text(found.end + group->size(), m_sentence.end()).starts_with(U"中")) { return false; } // of which so many: outOf
    bool const again = std::any_of(m_plan.claims.begin(), m_plan.claims.end(), [&](Claim const& one) {
        return one.kind == ClaimKind::Count && one.objectKind == "county-group" && one.quantity.value == found.quantity.value && !one.of && one.subject.text == toUtf8(*group);
    });
    if (again) { return true; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.object = passage(m_normal, found.begin - named, found.begin);
    claim.objectKind = "county-group";
    claim.subject = passage(m_normal, found.end, found.end + group->size());
    return true;
}

Passage SentenceClaims::counted(std::size_t begin, std::size_t end) const
{
    auto text = m_sentence.text(begin, end);
    if (text.starts_with(U"的")) { ++begin; }
    for (auto lead = countLeads.begin(); lead != countLeads.end();) { // 内违规修建酒店2座
        if (lead->size() < 2 || !m_sentence.text(begin, end).starts_with(*lead) || end - begin < lead->size() + 2) { ++lead; continue; }
        begin += lead->size();
        lead = countLeads.begin();
    }
    if (auto const done = text.find(U"进行"); done != View::npos && done > 1) { end -= text.size() - done; }
    for (auto const& own : m_sentence.quantities()) { // 内37家养殖场关闭搬迁
        if (own.begin == begin && isCounter(own) && own.end + 2 <= end) { begin = own.end; }
    }
    if (auto const noun = nounEnd(begin, end); noun < end && text::isDigit(m_sentence.text(noun, end).front()) && classEnd(begin, noun, true) == noun) { end = noun; } // 养殖场2021年6月底前全部关闭
    for (auto const& other : m_sentence.quantities()) { // 采石场、2家养殖场: the next of a list
        if (other.begin <= begin + 2 || other.begin >= end) { continue; }
        auto const mark = m_sentence.text(begin, other.begin).find_last_of(U"、和及"); // or 、养殖场2家
        if (mark != View::npos && mark >= 2 && other.begin - begin - mark < 10) { end = begin + mark; }
    }
    return passage(m_normal, begin, end);
}

} // namespace zhengtu::plan
