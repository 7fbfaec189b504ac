#include "plan/claim_sentence.hpp"

#include "plan/fields.hpp"
#include "plan/rules.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 38> areaWords{U"圈圩", U"围圩", U"填埋", U"未开发", U"被填", U"尚余", U"仅剩", U"围网", U"种植", U"栽种", U"占压", U"超出", U"越界", U"露采", U"剥离", U"塌陷", U"填湖", U"填海", U"围海", U"造地", U"围垦", U"围湖", U"开垦", U"水面", U"毁林", U"硬化", U"圈占", U"闲置", U"占地", U"占用", U"面积", U"毁坏", U"损毁", U"侵占", U"压占", U"违法", U"裸露", U"重叠"};
constexpr std::array<View, 2> treatWords{U"治理", U"破坏"};
/// What is taken stands behind them: 毁坏耕地3.5万平方米.
constexpr std::array<View, 6> takeVerbs{U"毁坏", U"损毁", U"破坏", U"毁", U"压占", U"占用"};

} // namespace

bool wasThen(View before) noexcept
{
    auto const from = before.rfind(U'由');
    return from != View::npos && (before.ends_with(U"由原来的") || before.ends_with(U"由原先的") || before.ends_with(U"年的") || before.ends_with(U"年代的") || from + 1 == before.size()) && before.substr(from).find_first_of(U"至到为") == View::npos;
}

bool SentenceClaims::becameOther(FoundQuantity const& found) const
{
    auto const before = m_sentence.text(clauseBegin(found.begin), found.begin);
    auto const from = before.rfind(U'由');
    bool const was = from != View::npos && before.size() - from <= 8 && before.substr(from).find_first_of(U"至到为") == View::npos;
    return was && beginsWithAny(m_sentence.text(found.end, m_sentence.end()), std::array<View, 10>{U"扩大", U"增加", U"增至", U"减少", U"减至", U"缩", U"萎缩", U"扩展", U"上升", U"下降"});
}

namespace {

/// The kind of land that a text begins with or that its first noun ends in (矿山损毁土地); empty where there is none.
View landAt(View text, std::size_t noun) noexcept
{
    constexpr std::array<View, 15> lands{U"土地", U"永久基本农田", U"基本农田", U"耕地", U"林地", U"草地", U"草原", U"湿地", U"农田", U"滩涂", U"水面", U"水域", U"天然林", U"公益林", U"红树林"};
    auto const land = std::ranges::find_if(lands, [&](View word) { return text.starts_with(word); });
    if (land != lands.end()) { return *land; }
    auto const first = text.substr(0, noun);
    bool const ends = first.size() >= 4 && first.size() <= 12 && first.find_first_of(U"、和及") == View::npos && endsWithLongest(first, lands) > 0;
    return ends ? first : View{};
}

/// What is to be treated, or has been: no area that lies somewhere.
bool plans(View before) noexcept
{
    constexpr std::array<View, 15> words{U"修复面积", U"治理面积", U"复绿面积", U"计划", U"应治理", U"需治理", U"应恢复", U"应修复", U"规划新增", U"新增造林", U"目标", U"任务", U"完成", U"拟", U"力争"};
    return std::ranges::any_of(words, [&](View word) { return before.find(word) != View::npos && before.find(U"未完成") == View::npos; });
}

/// 14个矸石场违法占地 -> 14个矸石场, 甲采石场越界开采面积 -> 甲采石场; 水库面积 stays, it says what is measured.
View withoutTaking(View whole) noexcept
{
    constexpr std::array<View, 28> verbs{U"填埋", U"种植", U"围填海", U"占地", U"占用", U"侵占", U"压占", U"圈占", U"开垦", U"毁坏", U"破坏", U"损毁", U"越界开采", U"露天开采", U"开采", U"开挖", U"采挖", U"填海造地", U"围海造地", U"填海", U"围海", U"填湖", U"围湖", U"围垦", U"硬化", U"裸露", U"占", U"毁"};
    constexpr std::array<View, 14> lands{U"国家级公益林", U"公益林", U"天然林", U"土地", U"林地", U"草原", U"草地", U"耕地", U"湿地", U"农田", U"永久基本农田", U"滩涂", U"水域", U"植被"};
    constexpr std::array<View, 14> manners{U"被", U"违法违规", U"违法", U"违规", U"非法", U"擅自", U"长期", U"累计", U"总共", U"共", U"总", U"已", U"先后", U"实际"};
    auto text = whole;
    auto const strip = [&](auto const& words) {
        auto const length = endsWithLongest(text, words);
        text.remove_suffix(length);
        return length > 0;
    };
    if (text.ends_with(U"总面积")) { text.remove_suffix(3); }
    if (text.ends_with(U"面积")) { text.remove_suffix(2); }
    strip(lands);
    if (endsWithLongest(text, verbs) == 0) { // 占用河道滩地, 占用一级保护区林地
        constexpr std::array<View, 7> takes{U"占用", U"侵占", U"压占", U"毁坏", U"破坏", U"损毁", U"开垦"};
        constexpr std::array<View, 10> ends{U"海域", U"区", U"地", U"林", U"水域", U"农田", U"草原", U"滩涂", U"岸线", U"水面"};
        for (View const take : takes) {
            auto const at = text.rfind(take);
            auto const taken = at == View::npos || at < 2 ? View{} : text.substr(at + take.size());
            if (taken.size() >= 2 && taken.size() <= 18 && endsWithLongest(taken, ends) > 0) { text.remove_suffix(taken.size()); }
        }
    }
    if (!strip(verbs)) { return whole; }
    while (strip(manners)) {}
    if (auto const meanwhile = text.find(U"在未"); meanwhile != View::npos && meanwhile >= 4 && text.ends_with(U"情况下")) { text = text.substr(0, meanwhile); } // 甲厂在未取得手续的情况下
    if (text.ends_with(U'（')) { text.remove_suffix(1); }
    return text.size() >= 4 && !text.starts_with(U"在") && !text.ends_with(U"内") ? text : whole; // 河两侧50米内开垦菜地
}

} // namespace

std::size_t SentenceClaims::partBegin(FoundQuantity const& found, View before) const
{
    auto const holds = [&](Claim const& one) { return one.kind == ClaimKind::Area && inSquareMetres(found.quantity) <= one.squareMetres; };
    if (std::none_of(m_plan.claims.begin() + static_cast<std::ptrdiff_t>(m_firstClaim), m_plan.claims.end(), holds)) { return 0; }
    auto const from = clauseBegin(found.begin);
    auto const listed = before.rfind(U'、');
    auto const begin = listed != View::npos && before.starts_with(U"其中") ? listed + 1 : before.starts_with(U"其中") ? std::size_t{2} : 0;
    auto const size = before.size() - begin;
    return begin > 0 && size >= 2 && size <= 12 ? from + begin : 0;
}

bool SentenceClaims::restOfWhole(FoundQuantity const& found, View before)
{
    bool const said = m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Area;
    auto const end = clauseEnd(found.end);
    if (!said || before != View{U"其中"} || end < found.end + 2) { return false; }
    auto const whole = m_plan.claims.back();
    if (*inSquareMetres(found.quantity) > *whole.squareMetres) { return false; }
    auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
    claim.subject = passage(m_normal, found.end, end);
    claim.subject.text = whole.subject.text + claim.subject.text;
    return true;
}

bool SentenceClaims::areasInTurn(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    auto const apart = before.rfind(U"分别");
    if (apart == View::npos || apart < 5) { return false; }
    std::vector<FoundQuantity> numbers;
    for (auto const& one : m_sentence.quantities()) {
        bool const next = one.begin >= found.begin && one.begin < clauseEnd(found.end) && inSquareMetres(one.quantity);
        if (next && (numbers.empty() || one.begin <= numbers.back().end + 1)) { numbers.push_back(one); }
    }
    auto const pieces = piecesOf(before.substr(0, apart), from);
    if (numbers.size() < 2 || pieces.size() != numbers.size()) { return false; }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, numbers[i]);
        claim.subject = passage(m_normal, pieces[i].begin, pieces[i].end - (m_sentence.text(pieces[i].begin, pieces[i].end).ends_with(U'内') ? 1 : 0));
        m_told.push_back(numbers[i].begin);
    }
    return true;
}

void SentenceClaims::areaWithin(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    bool const goesOn = m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind != ClaimKind::Distance;
    if (auto const listed = goesOn ? listedBegin(from, found.begin) : 0; listed > 0 && found.begin >= listed + 2) { // 住户46户、耕地320亩
        auto const last = m_plan.claims.back();
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
        claim.subject = passage(m_normal, listed, found.begin - endsWithLongest(m_sentence.text(listed, found.begin), numberLeads));
        claim.relation = last.relation;
        claim.object = last.object;
        claim.objectKind = last.objectKind;
        claim.metres = last.metres;
        m_counted = found.end;
        return;
    }
    for (auto const& anchor : m_sentence.anchors()) {
        if (anchor.begin < from || anchor.end > found.begin || !anchor.zoned || !anchor.inside) { continue; }
        auto const text = m_sentence.text(anchor.end, found.begin);
        auto const have = std::ranges::find_if(haveWords, [&](View word) { return text.starts_with(word); });
        if (have == haveWords.end() || text.size() < have->size() + 2 || text.size() > have->size() + 12) { continue; }
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
        claim.subject = passage(m_normal, anchor.end + have->size(), found.begin);
        claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
        claim.objectKind = anchor.objects.front().kind;
        return;
    }
    auto const text = m_sentence.text(from, found.begin);
    for (auto const have : haveWords) { // 保育区内现有耕地3200亩; 保护区范围内，仍有耕地3200亩
        auto const at = text.find(have);
        auto const place = at == View::npos ? std::nullopt : at == 0 && from > m_sentence.begin() ? insideEnding(clauseBegin(from - 1), from - 1) : insideEnding(from, from + at);
        if (!place || text.size() < at + have.size() + 2 || text.size() > at + have.size() + 12) { continue; }
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
        claim.subject = passage(m_normal, from + at + have.size(), found.begin);
        claim.object = passage(m_normal, place->begin, place->end);
        claim.objectKind = objectKind(place->begin, place->end);
        m_counted = found.end;
        return;
    }
}

void SentenceClaims::area(FoundQuantity const& found)
{
    auto from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    bool const measure = ownerOf(m_plan, found.quantity.said.span).task != nullptr;
    auto const says = [&](auto const& list) { return std::any_of(list.begin(), list.end(), [&](View word) { return before.find(word) != View::npos; }); };
    auto const part = partBegin(found, before);
    if (restOfWhole(found, before) || areasInTurn(found)) { return; }
    constexpr std::array<View, 8> done{U"共清理", U"共拆除", U"累计清理", U"累计拆除", U"已清理", U"已拆除", U"共清退", U"已清退"};
    if (says(done)) { return; }
    // What a measure treats is a step of its own, no statement; 人均 is no area.
    bool const behind = m_sentence.text(found.end, m_sentence.end()).starts_with(U"面积");
    constexpr std::array<View, 16> ofMachines{U"防渗膜", U"破损面积", U"建筑面积", U"防渗面积", U"苫盖", U"覆盖面积", U"过火",U"人均", U"焙烧面积", U"烧结面积", U"过滤面积", U"换热面积", U"受热面积", U"截面", U"断面面积", U"炉膛"}; // no areas of land
    constexpr std::array<View, 8> works{U"拆除", U"清理", U"恢复", U"修复", U"整治", U"绿化", U"复垦", U"新增"};
    if (says(ofMachines) || (measure && says(works)) || before.ends_with(U'由') || before.ends_with(U'从') || wasThen(before) || plans(before)) { return; } // 由80亩扩大到: what was
    auto const land = landAt(m_sentence.text(found.end, m_sentence.end()), nounEnd(found.end, m_sentence.end()) - found.end);
    if (!measure && !land.empty() && !says(areaWords) && !says(treatWords) && !tellsWork(before)) { // 某村800余亩耕地受到影响
        add(ClaimKind::Area, RuleRelation::Within, found).subject = passage(m_normal, found.end, found.end + land.size());
        return;
    }
    auto const next = m_sentence.text(found.end, clauseEnd(found.end));
    auto const lies = std::ranges::find_if(lieVerbs, [&](View word) { return next.starts_with(word); });
    auto const enters = lies != lieVerbs.end() ? lies->size() : next.starts_with(U"进入") || next.starts_with(U"涉及") ? std::size_t{2} : 0;
    for (auto const& anchor : m_sentence.anchors()) { // 甲矿区有0.35平方公里位于生态保护红线内
        if (measure || enters == 0 || anchor.begin != found.end + enters || !anchor.zoned) { continue; }
        auto what = before;
        for (View const word : {U"现有", U"仍有", U"还有", U"有", U"约", U"达"}) {
            if (what.ends_with(word)) { what.remove_suffix(word.size()); }
        }
        if (what.starts_with(U"其中") || what.size() < 3) { break; }
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
        claim.subject = passage(m_normal, from, from + what.size());
        claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
        claim.objectKind = anchor.objects.front().kind;
        return;
    }
    if (!(says(areaWords) || behind || (!measure && says(treatWords)) || part > 0)) {
        if (!measure) { areaWithin(found); }
        return;
    }
    auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
    auto subject = before;
    if (auto const was = subject.rfind(U'由'); was != View::npos && was >= 2 && subject.substr(was).find_first_of(U"至到为") != View::npos) { subject = subject.substr(0, was); } // 养殖面积由380亩增加到
    for (bool again = true; again;) {
        again = false;
        for (View const word : {U"只有", U"仅有", U"仅", U"约为", U"大约", U"约", U"近", U"不足", U"不到", U"超过", U"高达", U"多达", U"达到", U"达", U"为", U"共计", U"合计", U"总计", U"共", U"尚余", U"仅剩", U"、", U"（", U"至今仍有", U"至今"}) {
            if (subject.ends_with(word) && subject.size() > word.size()) {
                subject.remove_suffix(word.size());
                again = true;
            }
        }
    }
    if (part > from) {
        subject.remove_prefix(std::min(subject.size(), part - from));
        from = part;
    }
    for (View const lead : {U"经鉴定", U"经核实", U"经核查", U"经测算", U"累计"}) {
        if (subject.starts_with(lead) && beginsWithAny(subject.substr(lead.size()), takeVerbs) && !subject.ends_with(U"土地") && !subject.ends_with(U"面积")) {
            subject.remove_prefix(lead.size());
            from += lead.size();
        }
    }
    auto const taken = std::ranges::find_if(takeVerbs, [&](View verb) { return subject.starts_with(verb) && subject.size() >= verb.size() + 2 && !subject.ends_with(U"土地") && !subject.ends_with(U"面积"); });
    if (taken != takeVerbs.end()) { // 毁坏耕地3.5万平方米
        claim.subject = passage(m_normal, from + taken->size(), from + subject.size());
        claim.objectKind = objectKind(from, found.begin);
        return;
    }
    bool const measured = subject.size() >= 4 && subject.ends_with(U"面积") && !beginsWithAny(subject, std::array<View, 19>{U"涉及", U"占", U"总", U"合计", U"规划", U"共", U"现有", U"累计", U"破坏", U"裸露", U"闲置", U"损毁", U"毁坏", U"塌陷", U"沉陷", U"侵占", U"压占", U"越界", U"重叠"}); // 库区面积
    bool const bare = part == 0 && !measured && (subject.size() < 6 || subject.starts_with(U"占用") || subject.starts_with(U"共占"));
    if (bare && !behind && from > m_sentence.begin()) {
        auto const clause = m_sentence.text(clauseBegin(from - 1), from - 1);
        auto const thing = std::ranges::any_of(lieVerbs, [&](View verb) { return clause.find(verb) != View::npos; }) ? thingBefore(from) : Passage{}; // 甲厂位于乙保护区，面积0.9公顷
        auto const doer = thing.text.empty() ? thingIn(clauseBegin(from - 1), from - 1) : std::nullopt;
        bool const counts = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.begin >= clauseBegin(from - 1) && one.end < from && isCounter(one); });
        auto const actor = doer.value_or(Span{});
        bool const acts = actor.end > 0 && !counts && actor.end + 2 < from && beginsWithAny(m_sentence.text(actor.end, from), std::array<View, 10>{U"未批先建", U"违规", U"违法", U"擅自", U"非法", U"私自", U"设立", U"成立", U"建立", U"始建"}); // 甲公司违规占用自然岸线1.7公里，占用海域面积
        claim.subject = acts ? passage(m_normal, actor.begin, actor.end) : thing.text.empty() ? clauseBefore(from) : thing;
    } else if (auto const thing = beginsWithAny(subject, lieVerbs) ? thingIn(from, from + subject.size()) : std::nullopt) { // 位于核心区的甲厂占地46亩
        claim.subject = passage(m_normal, thing->begin, thing->end);
    } else {
        for (View const word : {U"仍有", U"还有", U"新增", U"另有", U"对"}) {
            if (subject.starts_with(word) && subject.size() > word.size() + 1) {
                subject.remove_prefix(word.size());
                from += word.size();
            }
        }
        claim.subject = passage(m_normal, from, from + withoutTaking(subject).size());
    }
    claim.objectKind = objectKind(from, found.begin);
}

} // namespace zhengtu::plan
