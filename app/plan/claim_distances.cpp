#include "plan/claim_sentence.hpp"

#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What a distance is not from: 距今3年 has no metres, but 距离目标还差5公里 has.
constexpr std::array<View, 7> notFrom{U"目标", U"要求", U"标准", U"任务", U"今已", U"还差", U"完成"};
/// Words between an object and how far it is.
constexpr std::array<View, 39> fillers{U"分别为", U"分别是", U"分别", U"最近点",U"直线距离", U"最近距离", U"距离", U"只有", U"仅有", U"仅为", U"仅", U"约为", U"大约", U"约", U"不足", U"不到", U"超过", U"也", U"不过", U"都在", U"均在",
                                       U"都", U"均", U"为", U"在", U"最近处", U"处", U"达", U"、", U"就", U"小于", U"大于", U"少于", U"多于", U"至少", U"最近", U"逾", U"还", U"的"};

} // namespace

View trimmed(View text) noexcept
{
    for (bool again = true; again;) {
        again = false;
        for (auto const word : fillers) {
            if (text.ends_with(word) && text.size() > word.size()) {
                text.remove_suffix(word.size());
                again = true;
            }
        }
        if (text.size() > 1 && text.ends_with(U'近') && View{U"附邻临靠最"}.find(text[text.size() - 2]) == View::npos) { // 近百米
            text.remove_suffix(1);
            again = true;
        }
    }
    return text;
}

namespace {

bool onlyFillers(View text) noexcept { return text.empty() || std::ranges::contains(fillers, trimmed(text)); }

} // namespace

bool SentenceClaims::distance(FoundQuantity const& found) { return thereIs(found) || between(found) || fromTo(found) || toOneSide(found) || inReach(found) || alsoFrom(found); }

Claim& SentenceClaims::addDistance(FoundQuantity const& found, Span subject, Span object)
{
    auto& claim = add(ClaimKind::Distance, RuleRelation::MinimumDistance, found);
    claim.subject = passage(m_normal, subject.begin, subject.end);
    claim.object = passage(m_normal, object.begin, object.end);
    claim.objectKind = objectKind(object.begin, object.end);
    return claim;
}

bool SentenceClaims::between(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    bool apart = false, nearest = false;
    for (bool again = true; again;) {
        again = false;
        for (View const word : {U"直线距离", U"最近距离", U"相距", U"相隔", U"距离", U"间距", U"之间", U"的", U"不过", U"仅为", U"仅", U"只有", U"仅有", U"约为", U"约", U"不足", U"不到", U"超过", U"为", U"最近处"}) {
            if (!before.ends_with(word)) { continue; }
            before.remove_suffix(word.size());
            apart = apart || word.find_first_of(U"距隔") != View::npos;
            nearest = nearest || word == View{U"最近处"};
            again = true;
        }
    }
    if ((apart || nearest) && std::ranges::contains(std::array<View, 4>{U"两者", U"二者", U"两地", U"彼此"}, before) && from > m_sentence.begin()) { return bothApart(found, from); }
    if ((apart || nearest) && before.size() <= 2 && from > m_sentence.begin() && nextTo(found, from)) { return true; }
    if (before.find(U"高差") != View::npos) { return true; } // how high, no distance
    auto const with = before.find_last_of(U"与和跟同");
    if (!(apart || nearest) || with == View::npos || with == 1 || before.size() - with < 3 || before.size() > 60 || before.find(U"距") != View::npos) { return false; }
    auto const subject = with == 0 ? thingBefore(from) : subjectBefore(from, from + with); // 甲厂违规建设，与村庄距离仅60米
    if (subject.text.empty()) { return false; }
    addDistance(found, {from, from + with}, {from + with + 1, from + before.size()}).subject = subject;
    return true;
}

bool SentenceClaims::fromTo(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto mark = before.rfind(U'距');
    if (mark != View::npos && mark > 0 && before.substr(mark).starts_with(U"距离") && trimmed(before.substr(0, mark + 2)).size() < mark) { // 直线距离只有: what stands before it counts
        mark = before.rfind(U'距', mark - 1);
    }
    if (mark != View::npos && before.substr(mark).starts_with(U"距离") && onlyFillers(before.substr(mark + 2))) { mark = mark == 0 ? View::npos : before.rfind(U'距', mark - 1); }
    if (mark != View::npos && mark > 0 && (before[mark - 1] == U'相' || before[mark - 1] == U'间')) { return false; } // 甲与乙相距
    std::size_t length = mark == View::npos ? 0 : (before.substr(mark).starts_with(U"距离") ? 2U : 1U);
    if (mark == View::npos) { // 离 is also a part of other words
        mark = before.rfind(U'离');
        if (mark == View::npos || (mark > 0 && View{U"隔分脱背剥撤疏距电"}.find(before[mark - 1]) != View::npos)) { return false; }
        length = 1;
    }
    if (mark > 0 && View{U"须应要当"}.find(before[mark - 1]) != View::npos) { return false; } // demanded
    if (endsWithLongest(before.substr(0, mark), std::array<View, 5>{U"对", U"将", U"凡", U"把", U"对于"}) > 0) { return true; } // 对距岸线1公里内的企业: who is meant
    auto object = trimmed(before.substr(mark + length));
    bool nearest = false;
    for (View const word : {U"最近的一台", U"最近的一家", U"最近的一处", U"最近的一座", U"最近的"}) { // 锅炉39台，距站点最近的一台只有600米
        if (!object.ends_with(word) || object.size() < word.size() + 1) { continue; }
        object = trimmed(object.substr(0, object.size() - word.size()));
        nearest = true;
    }
    auto about = std::optional<Span>{}; // 距跑道最近的小学为1.3公里
    if (auto const nearestOf = mark > 0 ? View::npos : object.find(U"最近的"); nearestOf != View::npos && nearestOf >= 2 && object.size() > nearestOf + 4) {
        if (object.substr(nearestOf).find_first_of(U"0123456789") != View::npos) { return true; } // 最近的1.8公里、最远的7公里
        about = Span{from + mark + length + nearestOf + 3, from + mark + length + object.size()};
        object = trimmed(object.substr(0, nearestOf));
    }
    if (auto const was = object.find(U"由原来"); was != View::npos && was >= 2) { object = object.substr(0, was); } // 由原来的1200米缩短至350米
    if (object.find(U"高差") != View::npos || object.starts_with(U"最远")) { return true; }
    bool const measures = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return inMetres(one.quantity) && one.begin >= from + mark + length && one.end <= from + mark + length + object.size(); });
    if (measures) { return alsoFrom(found); } // 距学校200米、医院350米
    bool const goal = std::any_of(notFrom.begin(), notFrom.end(), [&](View word) { return object.find(word) != View::npos; });
    bool const water = object.size() == 1 && View{U"溪河湖江海"}.find(object.front()) != View::npos; // 离溪最近的不足10米
    if ((object.size() < 2 && !water) || object.size() > 40 || goal) { return false; }
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    if (mark == 0 && behind.starts_with(U'处') && !behind.starts_with(U"处的") && behind.size() > 2 && View{U"，；"}.find(behind[1]) == View::npos) { return false; } // 距厂界50米处臭气超标: where it was measured
    bool const inside = behind.starts_with(U"范围内") || behind.starts_with(U"以内") || behind.starts_with(U"范围");
    auto const at = from + mark + length;
    auto const subject = about ? passage(m_normal, about->begin, about->end) : mark > 0 && !nearest ? subjectBefore(from, from + mark) : thingBefore(from);
    auto const share = trimmed(before.substr(0, mark));
    auto const tenth = share.find(U'成');
    bool const some = tenth != View::npos && tenth > 0 && tenth <= 2 && text::isCjkNumeral(share[tenth - 1]);
    if (mark != View::npos && (some || beginsWithAny(share, std::array<View, 7>{U"过半", U"半数", U"近半", U"主要", U"大多", U"多数", U"集中"}))) { return true; } // 近三成距江岸不足1公里
    if (subject.text.empty() && mark == 0 && behind.starts_with(U"处，")) { // 距湿地公园边界800米处，仍有冶炼点1处
        auto there = found.end + 2;
        for (auto const* lead = countLeads.begin(); lead != countLeads.end();) {
            if (!m_sentence.text(there, m_sentence.end()).starts_with(*lead)) { ++lead; continue; }
            there += lead->size();
            lead = countLeads.begin();
        }
        auto const thing = there > found.end + 2 ? thingIn(there, clauseEnd(there)) : std::nullopt;
        if (thing) { addDistance(found, *thing, {from + mark + length, from + mark + length + object.size()}); }
        return true;
    }
    if (subject.text.empty() && behind.starts_with(U'处') && clauseEnd(found.end) > found.end + 2) { return true; } // 东北角距厂界80米处堆放: where something is found
    if (!inside && inTurn(found, normalSpan(m_normal, subject.span), {at, at + object.size()})) { return true; }
    auto& claim = addDistance(found, {}, {at, at + object.size()});
    if (inside) {
        claim.relation = RuleRelation::WithinDistance;
        claim.quantity.comparator = "<=";
    }
    claim.subject = subject;
    return true;
}

bool SentenceClaims::inTurn(FoundQuantity const& found, Span subject, Span object)
{
    if (m_sentence.text(clauseBegin(found.begin), found.begin).find(U"分别") == View::npos) { return false; }
    std::vector<FoundQuantity> lengths;
    for (auto const& one : m_sentence.quantities()) {
        bool const next = one.begin >= found.begin && one.begin < clauseEnd(found.end) && inMetres(one.quantity);
        if (next && (lengths.empty() || one.begin <= lengths.back().end + 3)) { lengths.push_back(one); }
    }
    auto const pieces = [&](Span of) {
        std::vector<Span> all;
        for (auto at = of.begin; at < of.end;) {
            auto const mark = m_sentence.text(at, of.end).find_first_of(U"、和及");
            auto const stop = mark == View::npos ? of.end : at + mark;
            if (stop > at) { all.push_back({at, stop}); }
            at = stop + 1;
        }
        return all;
    };
    auto const subjects = pieces(subject), objects = pieces(object);
    if (lengths.size() < 2 || (subjects.size() != lengths.size() && objects.size() != lengths.size())) { return false; }
    auto ofThose = subjects;
    if (auto const of = ofThose.empty() ? View::npos : m_sentence.text(ofThose.front().begin, ofThose.front().end).rfind(U'的'); of != View::npos && ofThose.front().begin + of + 3 <= ofThose.front().end) { ofThose.front().begin += of + 1; } // 城市西北部的甲、乙
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        addDistance(lengths[i], subjects.size() == lengths.size() ? ofThose[i] : subject, objects.size() == lengths.size() ? objects[i] : object);
        m_told.push_back(lengths[i].begin);
    }
    return true;
}

bool SentenceClaims::inReach(FoundQuantity const& found)
{
    if (longestAt(m_sentence.text(found.end, m_sentence.end()), m_words.list(RuleWord::Inside)).empty()) { return false; }
    auto const from = clauseBegin(found.begin);
    auto before = trimmed(m_sentence.text(from, found.begin));
    for (auto const& word : m_words.list(RuleWord::Around)) {
        if (before.ends_with(word)) { before.remove_suffix(word.size()); }
    }
    for (auto const verb : lieVerbs) {
        auto const at = before.rfind(verb);
        if (at == View::npos || at < 2 || before.size() < at + verb.size() + 2 || before.size() > 60) { continue; }
        auto const behind = m_sentence.text(found.end, m_sentence.end());
        if (behind.substr(longestAt(behind, m_words.list(RuleWord::Inside)).size()).starts_with(U'的')) { return false; } // 位于…的企业: a class
        auto& claim = addDistance(found, {from, from + at}, {from + at + verb.size(), from + before.size()});
        claim.relation = RuleRelation::WithinDistance;
        claim.quantity.comparator = "<=";
        claim.subject = subjectBefore(from, from + at);
        return true;
    }
    return false;
}

Passage SentenceClaims::thingBefore(std::size_t at) const
{
    auto const thing = topicBefore(at);
    return thing ? passage(m_normal, thing->begin, thing->end) : Passage{};
}

Passage SentenceClaims::subjectBefore(std::size_t begin, std::size_t end) const
{
    auto const text = m_sentence.text(begin, end);
    std::size_t skip = 0;
    for (View const word : {U"影响最大的", U"其中", U"位于", U"在", U"治理位于"}) {
        if (auto const at = text.rfind(word); at != View::npos) { skip = std::max(skip, at + word.size()); }
    }
    bool const nearest = text.starts_with(U"最近的") || text.starts_with(U"其最近") || text == U"最近处" || text == U"最近点" || text == U"最近端"; // of those that the clause before speaks of
    auto const thing = nearest ? topicBefore(begin) : thingIn(begin, end);
    if (thing) { return passage(m_normal, thing->begin, thing->end); }
    if (text.find_first_not_of(U"东南西北角侧面部中") == View::npos) { return {}; }
    return passage(m_normal, begin + std::min(skip, text.size()), end);
}

bool SentenceClaims::within(FoundQuantity const& found)
{
    auto const behind = m_sentence.text(found.end, clauseEnd(found.end));
    auto const inside = longestAt(behind, m_words.list(RuleWord::Inside));
    if (inside.empty()) { return false; }
    auto rest = behind.substr(inside.size());
    auto const have = std::find_if(haveWords.begin(), haveWords.end(), [&](View word) { return rest.starts_with(word); });
    if (have == haveWords.end()) { return false; }
    if (found.quantity.comparator == ">=") { return true; } // 10至30米范围内: the farther end says it
    auto const from = clauseBegin(found.begin);
    auto before = trimmed(m_sentence.text(from, found.begin));
    for (auto const& word : m_words.list(RuleWord::Around)) {
        if (before.ends_with(word)) { before.remove_suffix(word.size()); }
    }
    auto const in = before.find(U'在');
    auto const at = in == View::npos ? std::size_t{0} : in + 1;
    bool const setDistance = std::ranges::any_of(std::array<View, 4>{U"防护", U"安全", U"控制", U"隔离"}, [&](View word) { return before.ends_with(word); }); // 卫生防护距离800米内
    bool const counts = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.begin >= from + at && one.end <= from + before.size(); }); // 有4座下游1公里内有居民
    if (before.size() < at + 2 || setDistance || counts) { return false; }
    auto& claim = add(ClaimKind::Distance, RuleRelation::WithinDistance, found);
    claim.quantity.comparator = "<=";
    claim.object = passage(m_normal, from + at, from + before.size());
    claim.objectKind = objectKind(from + at, from + before.size());
    auto const subject = found.end + inside.size() + have->size();
    auto end = clauseEnd(subject);
    for (auto const& other : m_sentence.quantities()) { // 储煤场11处: how many there are is no part of the name
        if (other.begin > subject + 1 && other.begin < end) { end = other.begin; }
    }
    claim.subject = passage(m_normal, subject, end);
    return true;
}

} // namespace zhengtu::plan
