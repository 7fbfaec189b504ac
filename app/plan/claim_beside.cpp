#include "plan/claim_sentence.hpp"

#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "text/characters.hpp"

#include <algorithm>

/// How far from what stands beside, on one side of it, or in the clause before.
namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

} // namespace

bool SentenceClaims::bothApart(FoundQuantity const& found, std::size_t from)
{
    auto const begin = clauseBegin(from - 1);
    auto const text = m_sentence.text(begin, from - 1);
    for (auto const verb : lieVerbs) {
        auto const at = text.find(verb);
        auto const place = at == View::npos || at < 2 ? std::nullopt : placeWithoutSide(begin + at + verb.size(), from - 1);
        if (!place) { continue; }
        addDistance(found, {begin, begin + at}, *place).subject = subjectBefore(begin, begin + at);
        return true;
    }
    auto const with = text.find_last_of(U"与和");
    if (with == View::npos || with < 2 || text.size() < with + 3) { return false; }
    addDistance(found, {begin, begin + with}, {begin + with + 1, from - 1}).subject = subjectBefore(begin, begin + with);
    return true;
}

bool SentenceClaims::nextTo(FoundQuantity const& found, std::size_t from)
{
    auto begin = clauseBegin(from - 1);
    auto clause = m_sentence.text(begin, from - 1);
    if (begin > m_sentence.begin() && beginsWithAny(clause, std::array<View, 4>{U"二者", U"两者", U"中间", U"仅隔"})) { // 甲紧邻乙，二者仅隔一条马路，相距约35米
        auto const end = begin - 1;
        begin = clauseBegin(end);
        clause = m_sentence.text(begin, end);
    }
    for (View const verb : {U"毗邻", U"紧邻", U"邻近", U"靠近", U"临近", U"紧靠", U"紧挨"}) {
        auto const at = clause.find(verb);
        if (at == View::npos || at == 1 || clause.size() < at + verb.size() + 2) { continue; }
        auto const subject = at == 0 ? begin > m_sentence.begin() ? thingBefore(begin) : Passage{} : subjectBefore(begin, begin + at);
        if (subject.text.empty()) { return false; }
        addDistance(found, {begin, begin + at}, {begin + at + verb.size(), begin + clause.size()}).subject = subject;
        return true;
    }
    for (View const across : {U"仅隔", U"只隔"}) { // 甲车间与乙小学仅隔一条乡道
        auto const at = clause.find(across);
        auto const with = at == View::npos ? View::npos : clause.substr(0, at).find_last_of(U"与和跟同");
        if (with == View::npos || with < 2 || at < with + 3) { continue; }
        addDistance(found, {begin, begin + with}, {begin + with + 1, begin + at}).subject = subjectBefore(begin, begin + with);
        return true;
    }
    for (View const close : {U"一路之隔", U"一墙之隔", U"一河之隔", U"一街之隔", U"一沟之隔", U"一山之隔", U"一堤之隔", U"隔河相望", U"隔路相望", U"隔江相望", U"相邻", U"毗邻", U"紧邻", U"相望", U"接壤", U"相连", U"相接"}) { // 甲灰场与乙村仅一路之隔
        if (!clause.ends_with(close)) { continue; }
        auto const both = trimmed(clause.substr(0, clause.size() - close.size()));
        auto const with = both.find_last_of(U"与和跟同");
        if (with == View::npos || with < 2 || both.size() < with + 3) { return false; }
        addDistance(found, {begin, begin + with}, {begin + with + 1, begin + both.size()}).subject = subjectBefore(begin, begin + with);
        return true;
    }
    return false;
}

bool SentenceClaims::toOneSide(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    if (behind.starts_with(U"长") || behind.starts_with(U"宽") || behind.starts_with(U"深") || behind.starts_with(U"范围") || behind.starts_with(U"高")) { return false; } // a stretch of that length
    for (View const word : {U"约", U"大约", U"不足", U"不到", U"超过", U"仅", U"近"}) {
        if (before.ends_with(word)) { before.remove_suffix(word.size()); }
    }
    bool side = false;
    for (View const word : {U"方向", U"侧", U"面", U"方", U"边"}) {
        if (!side && before.ends_with(word)) {
            before.remove_suffix(word.size());
            side = true;
        }
    }
    bool const stream = !side && (before.ends_with(U"上游") || before.ends_with(U"下游"));
    if (stream) { before.remove_suffix(2); }
    auto const end = stream ? before.size() - 1 : before.find_last_not_of(U"正偏东南西北");
    if (stream && before.size() < 6) { return false; }
    if (!(side || stream) || end == View::npos || (side && end + 1 == before.size())) { return false; }
    before = before.substr(0, end + 1);
    if (before.ends_with(U"以") || before.ends_with(U"的")) { before.remove_suffix(1); }
    for (auto const verb : lieVerbs) {
        auto const at = before.rfind(verb);
        if (at == View::npos || at < 2 || before.size() < at + verb.size() + 2 || before.size() > 60) { continue; }
        addDistance(found, {from, from + at}, {from + at + verb.size(), from + before.size()}).subject = subjectBefore(from, from + at);
        return true;
    }
    return false;
}

bool SentenceClaims::alsoFrom(FoundQuantity const& found)
{
    if (m_plan.claims.size() == m_firstClaim) { return false; }
    auto const last = m_plan.claims.back();
    auto const before = normalSpan(m_normal, last.quantity.said.span).end;
    bool const goesOn = last.kind == ClaimKind::Distance && last.relation == RuleRelation::MinimumDistance && !last.subject.text.empty() && before + 3 <= found.begin && found.begin - before <= 16;
    if (!goesOn || View{U"，、"}.find(m_sentence.text(before, before + 1).front()) == View::npos) { return false; }
    auto at = before + 1;
    if (m_sentence.text(at, found.begin).starts_with(U"距")) { return false; } // a sentence of its own
    for (View const word : {U"与", U"离"}) {
        if (m_sentence.text(at, found.begin).starts_with(word)) { at += word.size(); }
    }
    auto const object = trimmed(m_sentence.text(at, found.begin));
    bool const place = isPlainNoun(at, at + object.size()) && (classEnd(at, at + object.size(), true) == at + object.size() || View{U"园校区村镇站院库河路楼湖江"}.find(object.back()) != View::npos);
    if (!place) { return false; }
    addDistance(found, {at, at}, {at, at + object.size()}).subject = last.subject;
    return true;
}

} // namespace zhengtu::plan
