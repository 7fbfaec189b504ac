#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

/// Numbers of things whose place stands in a clause before theirs, and numbers that go with places in turn.
namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What stands before a thing that somebody put there: 甲公司违规建设别墅68栋.
constexpr std::array<View, 16> builtLeads{U"违规建设", U"违法建设", U"违规修建", U"违法修建", U"违规新建", U"违法新建", U"擅自建设", U"擅自修建", U"非法建设", U"私自建设", U"违规搭建", U"违规设置", U"违法设置", U"违规建成", U"未批先建", U"建有"};

/// A clause that begins so has its place in the one before.
constexpr std::array<View, 9> hasLeads{U"建有", U"设有", U"内有", U"园内有", U"区内有", U"形成", U"共形成", U"遗留", U"留有"};

std::size_t longestBegin(View text, auto const& words) noexcept
{
    std::size_t longest = 0;
    for (View const word : words) {
        if (text.starts_with(word)) { longest = std::max(longest, word.size()); }
    }
    return longest;
}

} // namespace

std::vector<Span> SentenceClaims::piecesOf(View text, std::size_t begin)
{
    std::vector<Span> all;
    for (std::size_t at = 0; at < text.size();) {
        auto const mark = text.find_first_of(U"、和及与", at);
        auto const stop = mark == View::npos ? text.size() : mark;
        if (stop > at) { all.push_back({begin + at, begin + stop}); }
        at = stop + 1;
    }
    return all;
}

bool SentenceClaims::carried(FoundQuantity const& found)
{
    auto const& unit = found.quantity.unit;
    if (unit != "个" && unit != "处" && unit != "家" && unit != "项" && unit != "座" && unit != "宗") { return false; }
    auto const from = clauseBegin(found.begin);
    Anchor const* area = nullptr;
    for (auto const& anchor : m_sentence.anchors()) {
        if (anchor.end > from && anchor.begin < clauseEnd(found.end)) { return false; } // this clause has one of its own
        if (anchor.end <= from && ((anchor.zoned && anchor.inside) || (anchor.around && !anchor.distance && clauseBegin(from - 1) <= anchor.begin))) { area = &anchor; }
    }
    if (area == nullptr) { return false; }
    auto const before = m_sentence.text(from, found.begin);
    auto const more = before.rfind(U"新增");
    bool const have = std::any_of(haveWords.begin(), haveWords.end(), [&](View word) { return before.ends_with(word); });
    if (more == View::npos && !have) { return false; }
    auto const classOf = classEnd(found.end, m_sentence.end());
    if (!area->zoned && (before.size() > 2 || classOf == found.end)) { return false; } // 沿线24公里，有12个行政村
    bool const named = more != View::npos && before.size() > more + 2;
    auto const subject = named ? passage(m_normal, from + more + 2, found.begin) : !area->zoned ? passage(m_normal, found.end, classOf) : counted(area->end, clauseEnd(area->end));
    if (subject.text.empty()) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.object = passage(m_normal, area->begin, area->nameEnd);
    claim.objectKind = area->objects.front().kind;
    claim.subject = subject;
    return true;
}

bool SentenceClaims::inPlaceBefore(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    if (!isCounter(found) || from <= m_sentence.begin() || tellsWork(m_sentence.text(from, found.begin))) { return false; }
    std::optional<Span> place;
    std::string kind;
    for (auto const& anchor : m_sentence.anchors()) {
        if (anchor.end + 1 != from || anchor.distance || !(anchor.inside || anchor.around)) { continue; }
        place = Span{anchor.begin, anchor.nameEnd};
        kind = anchor.objects.front().kind;
    }
    auto begin = from;
    auto around = longestAt(m_sentence.text(from, found.begin), m_words.list(RuleWord::Around));
    for (View const word : {U"沿河", U"沿江", U"沿湖", U"沿途", U"沿海"}) {
        if (m_sentence.text(from, found.begin).starts_with(word)) { around = word; }
    }
    if (!place && !around.empty()) { // 大庄河流经城区段11公里，沿岸仍有直排口64个
        place = topicBefore(from);
        begin += around.size();
    }
    auto const clause = clauseBegin(from - 1);
    auto const text = m_sentence.text(clause, from - 1);
    if (auto const inside = place ? std::nullopt : insideEnding(clause, from - 1)) { place = inside; } // 东峡林区内，有煤矿4座
    constexpr std::array<View, 8> stretches{U"河段", U"江段", U"路段", U"岸段", U"沿线", U"一带", U"区域", U"两岸"};
    if (!place && text.size() >= 4 && endsWithLongest(text, stretches) > 0 && text.find_first_of(U"的对将未") == View::npos) { place = Span{clause + (text.starts_with(U"在") ? 1 : 0), from - 1}; } // 甲镇至乙镇12公里河段
    bool const has = !place && longestBegin(m_sentence.text(from, found.begin), hasLeads) > 0;
    if (auto const topic = has ? topicBefore(from) : std::nullopt; topic && View{U"园区镇乡村港岛"}.find(m_sentence.text(topic->begin, topic->end).back()) != View::npos) { place = topic; } // 甲物流园占用…，建有搅拌站2座
    auto what = place ? countedAround(found, begin) : std::nullopt;
    auto const led = has && place ? longestBegin(m_sentence.text(from, found.begin), hasLeads) : 0;
    if (!what && led > 0) { what = nounBefore(found, from + led); } // 形成高陡边坡27处
    for (auto const lead : builtLeads) { // 甲公司违规建设别墅68栋
        auto const at = what || !place ? View::npos : m_sentence.text(begin, found.begin).find(lead);
        if (at != View::npos && at >= 2) { what = countedAround(found, begin + at + lead.size()); }
    }
    if (!what) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.object = passage(m_normal, place->begin, place->end);
    claim.objectKind = kind.empty() ? objectKind(place->begin, place->end) : kind;
    claim.subject = passage(m_normal, what->begin, what->end);
    m_counted = std::max(found.end, what->end);
    return true;
}

std::optional<Span> SentenceClaims::nounBefore(FoundQuantity const& found, std::size_t from) const
{
    auto end = found.begin;
    end -= endsWithLongest(m_sentence.text(from, end), numberLeads);
    return isPlainNoun(from, end) ? std::optional{Span{from, end}} : std::nullopt;
}

bool SentenceClaims::goesOn(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    if (!isCounter(found) || from <= m_sentence.begin() || m_plan.claims.size() == m_firstClaim) { return false; }
    auto const last = m_plan.claims.back();
    bool const before = m_counted > 0 && m_counted + 1 >= clauseBegin(from - 1) && m_counted < from;
    if (!before || last.kind != ClaimKind::Count || last.of || last.object.text.empty()) { return false; }
    auto const text = m_sentence.text(from, found.begin);
    auto const lead = longestBegin(text, std::array<View, 5>{U"共涉及", U"涉及", U"另有", U"还有", U"而"});
    auto what = countedAround(found, from + lead);
    if (!what && lead > 0) { what = nounBefore(found, from + lead); }
    if (!what || what->begin != from + lead || (lead == 0 && classEnd(what->begin, what->end) != what->end)) { return false; } // and not 负债企业12家 after another matter
    auto& claim = add(ClaimKind::Count, last.relation, found);
    claim.object = last.object;
    claim.objectKind = last.objectKind;
    claim.metres = last.metres;
    claim.subject = passage(m_normal, what->begin, what->end);
    m_counted = std::max(found.end, what->end);
    return true;
}

bool SentenceClaims::countsInTurn(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto const apart = before.rfind(U"分别");
    if (!isCounter(found) || apart == View::npos || apart < 5 || m_ofRule || tellsWork(before)) { return false; }
    std::vector<FoundQuantity> numbers;
    for (auto const& one : m_sentence.quantities()) {
        bool const next = one.begin >= found.begin && one.begin < clauseEnd(found.end) && one.quantity.unit == found.quantity.unit;
        if (next && (numbers.empty() || one.begin <= numbers.back().end + 1)) { numbers.push_back(one); }
    }
    auto said = before.substr(apart + 2); // 有规模以下养殖场
    if (said == View{U"为"}) { said = {}; }
    for (auto const* lead = countLeads.begin(); lead != countLeads.end();) {
        if (!said.starts_with(*lead)) { ++lead; continue; }
        said.remove_prefix(lead->size());
        lead = countLeads.begin();
    }
    auto places = Span{from, from + apart};
    auto what = Span{found.begin - said.size(), found.begin};
    if (said.empty()) { // 甲镇、乙镇分别有12家、9家砂石厂; 甲镇、乙镇砂石厂分别为12家、9家
        auto const end = classEnd(numbers.back().end, m_sentence.end(), true);
        what = {numbers.back().end, end};
        for (auto const& hit : m_sentence.hits()) { // 4座、3座和11座生活垃圾转运站渗滤液直排
            bool const thing = hit.kind == RuleWord::Subject || hit.kind == RuleWord::Object;
            bool const first = what.end == numbers.back().end && hit.begin <= what.end + 4 && isPlainNoun(what.begin, hit.end);
            if (end == numbers.back().end && thing && (first || (what.end > what.begin && hit.begin == what.end))) { what.end = hit.end; }
        }
        for (auto begin = places.begin + 2; what.end == numbers.back().end && begin + 2 <= places.end; ++begin) {
            if (!regionIn(places.begin, begin) || classEnd(begin, places.end, true) != places.end) { continue; }
            what = {begin, places.end};
            places.end = m_sentence.text(begin - 1, begin) == View{U"的"} ? begin - 1 : begin;
            break;
        }
    }
    if (numbers.size() < 2 || what.end < what.begin + 2) { return false; }
    auto const pieces = piecesOf(m_sentence.text(places.begin, places.end), places.begin);
    if (pieces.size() != numbers.size()) { return false; }
    auto const zone = [&](Span piece) { return std::ranges::find_if(m_sentence.hits(), [&](RuleHit const& hit) { return hit.kind == RuleWord::Zone && hit.end == piece.end; }); };
    bool const zoned = std::ranges::all_of(pieces, [&](Span piece) { return zone(piece) != m_sentence.hits().end(); });
    auto const named = [&](Span piece) {
        auto const text = m_sentence.text(piece.begin, piece.end);
        return text.size() >= 2 && std::ranges::all_of(text, text::isHan) && (View{U"县市区旗镇乡村河江湖溪沟库岛港园岸段"}.find(text.back()) != View::npos || regionIn(piece.begin, piece.end));
    };
    if (!zoned && !std::ranges::all_of(pieces, named)) { return false; } // 2020年、2021年分别
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, numbers[i]);
        auto const inside = endsWithLongest(m_sentence.text(pieces[i].begin, pieces[i].end), std::array<View, 4>{U"境内", U"辖区内", U"范围内", U"内"});
        claim.object = passage(m_normal, pieces[i].begin, pieces[i].end - inside);
        claim.objectKind = objectKind(pieces[i].begin, pieces[i].end);
        claim.subject = passage(m_normal, what.begin, what.end);
        m_told.push_back(numbers[i].begin);
        if (zoned && i > 0 && zone(pieces[i])->begin == pieces[i].begin) { // 缓冲区 of 甲自然保护区核心区、缓冲区
            claim.object.text = passage(m_normal, pieces[0].begin, zone(pieces[0])->begin).text + claim.object.text;
        }
    }
    m_counted = numbers.back().end;
    return true;
}

} // namespace zhengtu::plan
