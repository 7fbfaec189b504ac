#include "plan/claim_sentence.hpp"

#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Which way from the place: 下游3公里, 县城上风向5公里, 海岸线向陆一侧200米.
constexpr std::array<View, 34> sides{U"上下游各", U"上下游", U"两侧各", U"坝下", U"坝址", U"厂界外", U"边界外", U"外",U"上游方向", U"下游方向", U"上游", U"下游", U"上风向", U"下风向", U"向陆一侧", U"向陆侧", U"向海一侧", U"以东", U"以南", U"以西", U"以北", U"东侧", U"南侧", U"西侧", U"北侧", U"东面", U"南面", U"西面", U"北面", U"方向", U"外围", U"外延", U"沿线两侧", U"沿岸"};
constexpr View quarters = U"正偏东南西北";
/// What there is behind a distance: 下游3公里处即为乙, 上游800米处设有甲.
constexpr std::array<View, 22> heres{U"即为", U"便是", U"就是", U"即是", U"设置有", U"设有", U"建有", U"分布有", U"分布着", U"存在", U"坐落着", U"现有", U"仍有", U"还有", U"就有", U"有", U"为", U"是", U"设置", U"违规建有", U"违法建有", U"违规建设"};
/// A number of things begins so.
constexpr std::array<View, 8> ones{U"一处", U"一座", U"一个", U"一家", U"一条", U"1处", U"1座", U"1家"};

View withoutEnd(View text, auto const& words) noexcept
{
    for (bool again = true; again;) {
        again = false;
        for (View const word : words) {
            if (!text.ends_with(word) || text.size() < word.size() + 2) { continue; }
            text.remove_suffix(word.size());
            again = true;
        }
    }
    return text;
}

} // namespace

bool SentenceClaims::isCounter(FoundQuantity const& found)
{
    auto const& unit = found.quantity.unit;
    constexpr std::array<std::string_view, 16> units{"所", "个", "家", "座", "处", "眼", "条", "口", "宗", "户", "台", "栋", "幢", "艘", "项", "块"};
    return std::ranges::contains(units, unit);
}

std::optional<Span> SentenceClaims::placeWithoutSide(std::size_t begin, std::size_t end) const
{
    auto text = withoutEnd(trimmed(m_sentence.text(begin, end)), sides);
    if (auto const quarter = text.find_last_not_of(quarters); quarter != View::npos && text.size() - quarter > 2) { text = text.substr(0, quarter + 1); } // 县城东北方向
    for (auto const& word : m_words.list(RuleWord::Around)) {
        if (text.ends_with(word) && text.size() > word.size() + 1) { text.remove_suffix(word.size()); }
    }
    text = trimmed(text);
    auto from = begin;
    auto const skip = [&](std::size_t length) {
        text.remove_prefix(length);
        from += length;
    };
    if (text.starts_with(U"其中")) { skip(2); }
    if (text.starts_with(U"在") || text.starts_with(U"距") || text.starts_with(U"离")) { skip(text.starts_with(U"距离") ? 2 : 1); }
    bool const own = text.starts_with(U"其") && text.size() < 8; // 其尾矿库
    bool const bare = text.size() < 2 || std::ranges::contains(sides, text) || std::ranges::contains(m_words.list(RuleWord::Around), text);
    if (bare) { return topicBefore(clauseBegin(begin)); }
    if (own) { skip(1); }
    return Span{from, from + text.size()};
}

/// The number of things that a distance goes with: in the rest of its clause, or where the place fills its clause, in the next.
FoundQuantity const* SentenceClaims::countBehind(std::size_t at) const
{
    auto const end = clauseEnd(at);
    for (auto const& other : m_sentence.quantities()) {
        bool const here = other.begin >= at && other.begin < end;
        bool const next = other.begin > end && other.begin < clauseEnd(std::min(end + 1, m_sentence.end())) && (at == end || other.begin == end + 1); // 范围内，有3家; 产能尚未出清，3家仍在生产
        if (here || next) { return isCounter(other) ? &other : nullptr; }
    }
    return nullptr;
}

bool SentenceClaims::nearPlace(FoundQuantity const& found)
{
    if (found.quantity.comparator == ">" || found.quantity.comparator == ">=") { return false; }
    auto const from = clauseBegin(found.begin);
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    auto const inside = longestAt(behind, m_words.list(RuleWord::Inside));
    auto const before = m_sentence.text(from, found.begin);
    bool const apart = (before.starts_with(U"距") || before.starts_with(U"其中距") || before.find(U"，距") != View::npos) && behind.starts_with(U"的");
    if ((inside.empty() && !apart) || tellsWork(before)) { return false; }
    if (!apart && std::ranges::any_of(std::array<View, 4>{U"防护距离", U"安全距离", U"控制距离", U"隔离距离"}, [&](View word) { return before.ends_with(word); })) { return false; }
    auto const rest = found.end + (apart ? 1 : inside.size());
    auto const* const counted = countBehind(rest);
    if (counted == nullptr) { return false; }
    auto const lies = std::ranges::find_if(lieVerbs, [&](View verb) { return before.starts_with(verb); });
    bool const such = lies != lieVerbs.end() && m_sentence.text(rest, counted->begin).starts_with(U'的') && wholeBefore(*counted); // 41家采石场中，位于铁路两侧1000米范围内的有13家
    if (!such && std::ranges::any_of(lieVerbs, [&](View verb) { return before.find(verb) != View::npos; })) { return false; } // 甲厂位于县城3公里范围内
    bool const again = m_near && m_near->counted > from && m_near->counted < found.begin && found.begin - m_near->counted <= 2; // 1公里内有4家、5公里内有7家
    auto const object = again ? std::optional{m_near->object} : placeWithoutSide(such ? from + lies->size() : from, found.begin);
    if (!object) { return false; }
    bool const stretch = m_sentence.text(object->begin, object->end).ends_with(U"段") && !inside.empty() && before.size() > 2 && before.back() == U'段'; // 城区段3.5公里内: in it
    m_near = Near{.object = *object, .metres = stretch ? 0 : *inMetres(found.quantity), .begin = rest, .end = clauseEnd(counted->end)};
    return true;
}

std::optional<Span> SentenceClaims::countedAround(FoundQuantity const& found, std::size_t from) const
{
    auto const end = classEnd(found.end, m_sentence.end(), true);
    if (end > found.end) { return Span{found.end, end}; }
    if (auto const noun = nounEnd(found.end, m_sentence.end()); isPlainNoun(found.end, noun)) { return Span{found.end, noun}; } // 尚有48户人家
    auto what = withoutEnd(m_sentence.text(from, found.begin), numberLeads);
    auto at = from;
    for (std::size_t lead = 1; lead > 0;) { // 违规建有, 的
        lead = 0;
        for (auto const word : countLeads) {
            if (what.starts_with(word)) { lead = std::max(lead, word.size()); }
        }
        what.remove_prefix(lead);
        at += lead;
    }
    bool listed = false; // 农家乐45家、餐饮船7艘
    for (View const mark : {U"、", U"，", U"和", U"及"}) {
        if (!what.starts_with(mark)) { continue; }
        what.remove_prefix(mark.size());
        at += mark.size();
        listed = mark != View{U"，"};
    }
    listed = listed && isPlainNoun(at, at + what.size());
    bool const named = what.size() >= 2 && (listed || classEnd(at, at + what.size(), true) == at + what.size());
    return named ? std::optional{Span{at, at + what.size()}} : std::nullopt;
}

bool SentenceClaims::nearCount(FoundQuantity const& found)
{
    if (!m_near || found.begin < m_near->begin || found.begin >= m_near->end || !isCounter(found)) { return false; }
    auto const from = std::max({m_near->begin, m_near->counted, clauseBegin(found.begin)});
    auto what = countedAround(found, from);
    if (!what) { // 堆放生活垃圾点位34处: the grammar leaves no doubt
        auto at = from;
        for (std::size_t lead = 1; lead > 0; at += lead) {
            lead = 0;
            for (auto const word : countLeads) {
                if (m_sentence.text(at, found.begin).starts_with(word)) { lead = std::max(lead, word.size()); }
            }
        }
        if (at > from) { what = nounBefore(found, at); }
    }
    auto const next = m_sentence.text(found.end, m_sentence.end());
    bool const ends = next.empty() || View{U"、，（"}.find(next.front()) != View::npos;
    auto const between = m_sentence.text(from, found.begin);
    bool const same = !what && ends && between.find_first_not_of(U"，、内有的仍还达0123456789公里米范围") == View::npos && m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Count &&
                      m_plan.claims.back().quantity.unit == found.quantity.unit;
    auto const whole = what ? std::nullopt : wholeBefore(found);
    bool const ofWhole = whole && !whole->subject.text.empty() && ends && between.starts_with(U"的");
    auto const subject = what ? passage(m_normal, what->begin, what->end) : ofWhole ? whole->subject : same ? m_plan.claims.back().subject : passage(m_normal, found.end, clauseEnd(found.end));
    if (subject.text.empty() || (!what && !ofWhole && !same && (ends || beginsWithAny(next, std::array<View, 2>{U"多", U"以上"})))) { return false; }
    auto& claim = add(ClaimKind::Count, m_near->metres > 0 ? RuleRelation::WithinDistance : RuleRelation::Within, found);
    claim.subject = subject;
    claim.object = passage(m_normal, m_near->object.begin, m_near->object.end);
    claim.objectKind = objectKind(m_near->object.begin, m_near->object.end);
    if (ofWhole) { claim.of = whole->quantity.value; }
    if (m_near->metres > 0) { claim.metres = m_near->metres; }
    m_near->counted = m_counted = std::max(found.end, what ? what->end : found.end);
    return true;
}

bool SentenceClaims::partNear(FoundQuantity const& found)
{
    if (!isCounter(found)) { return false; }
    auto const end = clauseEnd(found.end);
    auto const& all = m_sentence.quantities();
    auto const length = std::ranges::find_if(all, [&](FoundQuantity const& one) { return one.begin > found.end && one.begin < end; });
    if (length == all.end() || !inMetres(length->quantity)) { return false; }
    auto const text = m_sentence.text(found.end, length->begin);
    auto mark = text.find(U'距');
    bool const apart = mark != View::npos && mark <= 12;
    std::size_t verbLength = 1;
    if (!apart) {
        auto const verb = std::ranges::find_if(lieVerbs, [&](View word) { return text.find(word) != View::npos; });
        if (verb == lieVerbs.end() || longestAt(m_sentence.text(length->end, m_sentence.end()), m_words.list(RuleWord::Inside)).empty()) { return false; }
        mark = text.find(*verb);
        verbLength = verb->size();
    }
    auto const& comparator = length->quantity.comparator;
    if (apart && comparator != "<" && comparator != "<=") { return false; } // 3家距河道500米: how far, not how many
    auto const object = placeWithoutSide(found.end + mark + verbLength, length->begin);
    if (!object) { return false; }
    auto thing = text.substr(0, mark);
    for (View const word : {U"均", U"都", U"全部", U"直接"}) {
        if (thing.ends_with(word)) { thing.remove_suffix(word.size()); }
    }
    bool const last = m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Count && m_plan.claims.back().quantity.unit == found.quantity.unit;
    auto const whole = last ? m_plan.claims.back() : Claim{};
    auto const before = m_sentence.text(clauseBegin(found.begin), found.begin);
    auto const of = wholeBefore(found); // 11家砖瓦窑厂中，有9家…
    Passage subject;
    if (!thing.empty()) { subject = passage(m_normal, found.end, found.end + thing.size()); }
    else if (last && !(of && whole.of)) { subject = whole.subject; }
    else if (of) { subject = of->subject; } // 6个集中区中，4个与居民区混杂，2个距水源地不足2公里
    if (subject.text.empty()) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::WithinDistance, found);
    claim.subject = std::move(subject);
    claim.object = passage(m_normal, object->begin, object->end);
    claim.objectKind = objectKind(object->begin, object->end);
    claim.metres = *inMetres(length->quantity);
    if (last && before.starts_with(U"其中")) { claim.of = whole.of.value_or(whole.quantity.value); }
    else if (of && !last) { claim.of = of->quantity.value; }
    m_told.push_back(length->begin);
    return true;
}

bool SentenceClaims::thereIs(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto rest = m_sentence.text(found.end, clauseEnd(found.end));
    auto at = found.end;
    auto const skip = [&](std::size_t length) {
        rest.remove_prefix(length);
        at += length;
    };
    bool const spot = rest.starts_with(U"处") || rest.starts_with(U"外");
    if (spot) { skip(1); }
    auto const here = std::ranges::find_if(heres, [&](View word) { return rest.starts_with(word); });
    auto const place = trimmed(before);
    bool const side = std::ranges::any_of(sides, [&](View word) { return place.ends_with(word); });
    bool const apart = place.starts_with(U"距");
    bool const lies = std::ranges::any_of(lieVerbs, [&](View verb) { return before.find(verb) != View::npos; });
    bool const ofIt = side && rest.starts_with(U"的") && spot; // 村东侧300米处的养猪场
    if (ofIt && !lies) {
        auto const thing = thingIn(at + 1, at + rest.size());
        auto const object = thing ? placeWithoutSide(from, found.begin) : std::nullopt;
        if (object) { addDistance(found, *thing, *object); }
        return object.has_value();
    }
    bool const is = here != heres.end() && (here->ends_with(U"为") || here->ends_with(U"是")); // 甲下游3公里处即为乙
    if (here == heres.end() || !(spot || side) || !(side || apart) || lies) { return false; }
    skip(here->size());
    for (View const one : ones) {
        if (rest.starts_with(one)) { skip(one.size()); }
    }
    for (View const one : ones) { // 规模化养鸡场一座
        if (rest.ends_with(one) && rest.size() > one.size() + 1) { rest.remove_suffix(one.size()); }
    }
    if (rest.empty() || text::isDigit(rest.front())) { return false; }
    auto const thing = thingIn(at, at + rest.size());
    auto const object = placeWithoutSide(from, found.begin);
    if (!thing || !object) { return false; }
    bool const onward = is && !apart;
    addDistance(found, onward ? *object : *thing, onward ? *thing : *object);
    return true;
}

} // namespace zhengtu::plan
