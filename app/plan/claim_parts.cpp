#include "plan/claim_sentence.hpp"

#include "plan/fields.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What is said of a part: 10家仍在生产.
constexpr std::array<View, 10> stateWords{U"仍", U"未", U"已", U"尚", U"正在", U"均", U"手续", U"处于", U"没有", U"不"};

/// 未治理的(达): what is said of a part stands before its number.
bool ofSuch(View before, std::size_t told) noexcept
{
    before.remove_suffix(told);
    if (before.starts_with(U"其中")) { before.remove_prefix(2); }
    return before.size() >= 4 && before.size() <= 14 && before.ends_with(U"的");
}

} // namespace

Claim& SentenceClaims::addPart(FoundQuantity const& found, Claim const& whole, Passage subject, std::string const& of)
{
    auto& claim = add(ClaimKind::Count, whole.relation, found);
    claim.of = whole.of.value_or(whole.quantity.value);
    claim.object = whole.object;
    claim.objectKind = whole.objectKind;
    claim.metres = whole.metres;
    claim.subject = std::move(subject);
    claim.subject.text = of + claim.subject.text;
    return claim;
}

std::optional<Claim> SentenceClaims::wholeBefore(FoundQuantity const& found) const
{
    std::optional<Claim> whole;
    for (auto const& other : m_sentence.quantities()) {
        if (other.end > found.begin || other.quantity.unit != found.quantity.unit || other.quantity.value < found.quantity.value) { continue; }
        auto const end = nounEnd(other.end, clauseEnd(other.end));
        if (classEnd(other.end, end, true) != end && !isPlainNoun(other.end, end)) { continue; }
        whole.emplace();
        whole->quantity = other.quantity;
        whole->subject = passage(m_normal, other.end, end);
    }
    return whole;
}

bool SentenceClaims::inZone(FoundQuantity const& found)
{
    if (m_plan.claims.size() == m_firstClaim) { return false; }
    auto const& last = m_plan.claims.back();
    auto const whole = last.of ? last.of : std::optional{last.quantity.value};
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    bool const ends = behind.empty() || View{U"、，）"}.find(behind.front()) != View::npos;
    if (!ends || last.kind != ClaimKind::Count || last.quantity.unit != found.quantity.unit || found.quantity.value > *whole) { return false; }
    for (auto const& anchor : m_sentence.anchors()) {
        if (anchor.end != found.begin || !anchor.zoned || anchor.objects.front().zones.empty()) { continue; }
        auto const subject = last.subject;
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.of = whole;
        claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
        claim.objectKind = anchor.objects.front().kind;
        claim.subject = subject;
        return true;
    }
    return false;
}

bool SentenceClaims::lyingOfWhole(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto const verb = std::ranges::find_if(lieVerbs, [&](View word) { return before.starts_with(word); });
    auto const of = before.rfind(U'的');
    if (!isCounter(found) || verb == lieVerbs.end() || of == View::npos || of < verb->size() + 2) { return false; }
    auto const rest = before.substr(of + 1);
    bool const leads = rest.empty() || endsWithLongest(rest, numberLeads) == rest.size();
    auto const whole = wholeBefore(found);
    auto const place = before.substr(verb->size(), of - verb->size());
    if (!leads || !whole || whole->subject.text.empty() || place.find_first_of(U"0123456789，") != View::npos) { return false; }
    auto end = from + of;
    end -= endsWithLongest(place, std::array<View, 2>{U"范围内", U"内"});
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.of = whole->quantity.value;
    claim.subject = whole->subject;
    claim.object = passage(m_normal, from + verb->size(), end);
    claim.objectKind = objectKind(from + verb->size(), end);
    return true;
}

bool SentenceClaims::partNamed(FoundQuantity const& found)
{
    if (m_plan.claims.size() == m_firstClaim) { return lyingOfWhole(found); }
    auto const whole = m_plan.claims.back();
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    bool const less = whole.kind == ClaimKind::Count && whole.quantity.unit == found.quantity.unit && found.quantity.value < whole.of.value_or(whole.quantity.value);
    auto const next = m_sentence.text(found.end, m_sentence.end());
    bool const ends = next.empty() || View{U"、，（）"}.find(next.front()) != View::npos;
    bool const listed = m_counted > from && m_counted < found.begin && m_sentence.text(m_counted, found.begin).starts_with(U'、') && before.starts_with(U"其中");
    bool const following = whole.of && m_counted + 1 == from && beginsWithAny(before, lieVerbs); // 其中干流89座，位于水源保护区的11座
    auto const at = listed ? m_counted + 1 : before.starts_with(U"其中") ? from + 2 : following ? from : 0;
    bool const far = at > 0 && m_sentence.text(at, found.begin).find_first_of(U"0123456789") != View::npos; // 其中距湖岸80米范围内的有137家
    if (!less || !ends || at == 0 || far || found.begin < at + 2 || found.begin - at > 16) { return false; }
    auto to = found.begin;
    auto begin = at;
    auto const lies = std::ranges::find_if(lieVerbs, [&](View verb) { return m_sentence.text(at, to).starts_with(verb); });
    if (lies != lieVerbs.end()) { // 其中位于自然岸线的41个
        begin += lies->size();
        for (View const word : {U"的", U"内", U"范围"}) {
            if (m_sentence.text(begin, to).ends_with(word)) { to -= word.size(); }
        }
        if (to < begin + 2) { return false; }
    }
    for (auto const word : numberLeads) {
        if (m_sentence.text(at, to).ends_with(word) && to > at + word.size() + 1) { to -= word.size(); }
    }
    auto const inside = lies == lieVerbs.end() ? endsWithLongest(m_sentence.text(at, to), std::array<View, 2>{U"范围内", U"内"}) : 0;
    if (inside > 0 && to > at + inside + 2) { to -= inside; } // 其中自然保护区内23座
    // 其中干流112个 lie there; 其中头顶库9座 are such
    auto const hit = std::ranges::find_if(m_sentence.hits(), [&](RuleHit const& one) { return one.kind == RuleWord::Object && one.begin >= begin && one.begin <= begin + 6 && one.end == to; });
    bool const where = lies != lieVerbs.end() || (hit != m_sentence.hits().end() && (m_words.objects[hit->entry].line || m_words.objects[hit->entry].zoned || m_words.objects[hit->entry].name == "built-up-area"));
    bool const region = !where && regionIn(at, to) && m_sentence.text(at, to).size() >= 3;
    if (!where && !region && classEnd(at, to, true) != to) { return false; }
    auto& claim = addPart(found, whole, where || region ? whole.subject : passage(m_normal, at, to));
    m_counted = found.end;
    if (!where && !region) { return true; }
    claim.relation = RuleRelation::Within;
    claim.metres.reset();
    claim.object = passage(m_normal, begin, to);
    claim.objectKind = where ? objectKind(begin, to) : std::string{"county-group"};
    return true;
}

bool SentenceClaims::part(FoundQuantity const& found)
{
    if (m_plan.claims.size() == m_firstClaim) { return false; }
    auto const whole = m_plan.claims.back();
    bool const less = whole.kind == ClaimKind::Count && whole.quantity.unit == found.quantity.unit && found.quantity.value <= whole.of.value_or(whole.quantity.value);
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    auto const end = clauseEnd(found.end);
    auto const state = m_sentence.text(found.end, end);
    if (auto const open = before.rfind(U'（'); less && open != View::npos) { // 矿山企业181家（煤矿68家、非煤矿山113家）
        auto const begin = from + before.find_last_of(U"（、") + 1;
        auto const next = m_sentence.text(found.end, m_sentence.end());
        bool const listed = before.find(U'）', open) == View::npos && (next.starts_with(U"）") || next.starts_with(U"、") || next.starts_with(U"，"));
        if (!listed || classEnd(begin, found.begin) != found.begin || begin == found.begin) { return false; }
        addPart(found, whole, passage(m_normal, begin, found.begin));
        return true;
    }
    bool const further = whole.of && m_counted > 0 && before.empty() && !state.empty() && m_counted + 1 >= from; // 5个长期停运，2个进水浓度偏低
    if (less && further) {
        addPart(found, whole, passage(m_normal, found.end, end), m_whole);
        m_counted = end;
        return true;
    }
    if (auto const told = endsWithLongest(before, numberLeads); less && ofSuch(before, told)) { // 晴天出水的达28个, 其中未治理的还有5个
        auto const such = before.substr(before.starts_with(U"其中") ? 2 : 0);
        addPart(found, whole, passage(m_normal, found.begin - such.size(), found.begin - told - 1), whole.subject.text);
        return true;
    }
    bool const such = before.starts_with(U"其中") || before.ends_with(U"等") || before.empty() || before == U"目前" || before == U"其余" || before == U"有" || before == U"现有" || before == U"仍有";
    bool const left = (before == U"仍有" || before == U"尚有" || before == U"还有" || before == U"其余" || (before == U"有" && m_counted + 1 == from)) && state.size() >= 2 && state.size() <= 10; // 仍有3条返黑返臭
    if (!less || !such || !(left || beginsWithAny(state, stateWords))) { return false; }
    m_whole = before == U"其余" && whole.of ? std::string{} : whole.subject.text;
    m_counted = end;
    addPart(found, whole, passage(m_normal, found.end, end), m_whole); // 煤矿仍在生产
    auto const area = std::ranges::find(m_words.objects, whole.objectKind, &RuleEntry::name);
    if (!before.ends_with(U"等") || area == m_words.objects.end() || !area->zoned) { return true; }
    before.remove_suffix(1); // those that it names are in the area too
    std::size_t skip = 0;
    for (View const lead : {U"目前", U"其中", U"现", U"有"}) {
        if (before.substr(skip).starts_with(lead)) { skip += lead.size(); }
    }
    if (before.size() < skip + 3) { return true; }
    FoundQuantity named;
    named.quantity.said = whole.object;
    auto& member = add(ClaimKind::Membership, RuleRelation::Within, named);
    member.subject = passage(m_normal, from + skip, from + before.size());
    member.object = whole.object;
    member.objectKind = whole.objectKind;
    return true;
}

} // namespace zhengtu::plan
