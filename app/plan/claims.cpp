#include "plan/rules.hpp"

#include "core/identity.hpp"
#include "core/utf.hpp"
#include "plan/anchors.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What a distance is not from: 距今3年 has no metres, but 距离目标还差5公里 has.
constexpr std::array<View, 7> notFrom{U"目标", U"要求", U"标准", U"任务", U"今已", U"还差", U"完成"};
/// Words between an object and how far it is.
constexpr std::array<View, 24> fillers{U"直线距离", U"最近距离", U"距离", U"只有", U"仅有", U"仅为", U"仅", U"约为", U"大约", U"约", U"不足", U"不到", U"超过", U"也", U"都在", U"均在",
                                       U"都", U"均", U"为", U"在", U"最近处", U"处", U"达", U"、"};
constexpr std::array<View, 9> haveWords{U"涉及", U"分布有", U"分布着", U"仍有", U"建有", U"存在", U"现有", U"共有", U"有"};

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
    }
    return text;
}

class SentenceClaims {
public:
    SentenceClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end)
        : m_plan{plan}, m_normal{normal}, m_words{words}, m_sentence{normal, words, begin, end}
    {
    }

    void run()
    {
        for (auto const& found : m_sentence.quantities()) {
            if (inMetres(found.quantity)) { distance(found) || within(found); }
            else if (inSquareMetres(found.quantity)) { area(found); }
            else if (found.quantity.unit != "%" && found.quantity.unit.size() <= 3) { counties(found) || outOf(found) || count(found) || carried(found); }
        }
    }

private:
    [[nodiscard]] std::size_t clauseBegin(std::size_t at) const
    {
        auto const text = m_sentence.text(m_sentence.begin(), at);
        auto const comma = text.find_last_of(U"，：");
        return comma == View::npos ? m_sentence.begin() : m_sentence.begin() + comma + 1;
    }
    [[nodiscard]] std::size_t clauseEnd(std::size_t at) const
    {
        auto const comma = m_sentence.text(at, m_sentence.end()).find_first_of(U"，：）");
        return comma == View::npos ? m_sentence.end() : at + comma;
    }
    /// The clause before the one that begins at `at`, without what introduces it.
    [[nodiscard]] Passage clauseBefore(std::size_t at) const
    {
        if (at <= m_sentence.begin()) { return {}; }
        return passage(m_normal, clauseBegin(at - 1), at - 1);
    }

    Claim& add(ClaimKind kind, RuleRelation relation, FoundQuantity const& found)
    {
        Claim claim;
        claim.kind = kind;
        claim.relation = relation;
        claim.quantity = found.quantity;
        claim.metres = inMetres(found.quantity);
        claim.squareMetres = inSquareMetres(found.quantity);
        claim.quote = passage(m_normal, m_sentence.begin(), m_sentence.end());
        claim.owner = ownerOf(m_plan, found.quantity.said.span).id();
        claim.id = stableId("c", m_plan.id + "|" + name(kind) + "|" + found.quantity.said.text + "|" + std::to_string(found.quantity.said.span.begin));
        return m_plan.claims.emplace_back(std::move(claim));
    }

    [[nodiscard]] std::string objectKind(std::size_t begin, std::size_t end) const
    {
        std::string kind;
        for (auto const& hit : m_sentence.hits()) { // the last word of a name says what it is
            if (hit.kind == RuleWord::Object && hit.begin >= begin && hit.end <= end) { kind = m_words.objects[hit.entry].name; }
        }
        return kind;
    }

    /// 甲距(离)乙…N米
    bool distance(FoundQuantity const& found)
    {
        auto const from = clauseBegin(found.begin);
        auto const before = m_sentence.text(from, found.begin);
        auto mark = before.rfind(U'距');
        if (mark != View::npos && mark > 0 && before.substr(mark).starts_with(U"距离") && trimmed(before.substr(0, mark + 2)).size() < mark) { // 直线距离只有: what stands before it counts
            mark = before.rfind(U'距', mark - 1);
        }
        if (mark != View::npos && before.substr(mark).starts_with(U"距离") && trimmed(before.substr(mark + 2)).size() == 0) { mark = mark == 0 ? View::npos : before.rfind(U'距', mark - 1); }
        std::size_t length = mark == View::npos ? 0 : (before.substr(mark).starts_with(U"距离") ? 2U : 1U);
        if (mark == View::npos) { // 离 is also a part of other words
            mark = before.rfind(U'离');
            if (mark == View::npos || mark == 0 || View{U"隔分脱背剥撤疏距电"}.find(before[mark - 1]) != View::npos) { return false; }
            length = 1;
        }
        auto const object = trimmed(before.substr(mark + length));
        bool const goal = std::any_of(notFrom.begin(), notFrom.end(), [&](View word) { return object.find(word) != View::npos; });
        if (object.size() < 2 || object.size() > 40 || goal) { return false; }
        auto const behind = m_sentence.text(found.end, m_sentence.end());
        bool const inside = behind.starts_with(U"范围内") || behind.starts_with(U"以内") || behind.starts_with(U"范围");
        auto& claim = add(ClaimKind::Distance, inside ? RuleRelation::WithinDistance : RuleRelation::MinimumDistance, found);
        if (inside) { claim.quantity.comparator = "<="; }
        auto const at = from + mark + length;
        claim.object = passage(m_normal, at, at + object.size());
        claim.objectKind = objectKind(at, at + object.size());
        claim.subject = mark > 0 ? subjectBefore(from, from + mark) : clauseBefore(from);
        return true;
    }

    /// The subject of a clause: what stands in it up to `end`, behind the word that leads to it.
    [[nodiscard]] Passage subjectBefore(std::size_t begin, std::size_t end) const
    {
        auto const text = m_sentence.text(begin, end);
        std::size_t skip = 0;
        for (View const word : {U"影响最大的", U"其中", U"位于", U"在", U"治理位于"}) {
            if (auto const at = text.rfind(word); at != View::npos) { skip = std::max(skip, at + word.size()); }
        }
        return passage(m_normal, begin + std::min(skip, text.size()), end);
    }

    /// 在监测点位2公里范围内有国省道
    bool within(FoundQuantity const& found)
    {
        auto const behind = m_sentence.text(found.end, clauseEnd(found.end));
        auto const inside = longestAt(behind, m_words.list(RuleWord::Inside));
        if (inside.empty()) { return false; }
        auto rest = behind.substr(inside.size());
        auto const have = std::find_if(haveWords.begin(), haveWords.end(), [&](View word) { return rest.starts_with(word); });
        if (have == haveWords.end()) { return false; }
        auto const from = clauseBegin(found.begin);
        auto before = trimmed(m_sentence.text(from, found.begin));
        for (auto const& word : m_words.list(RuleWord::Around)) {
            if (before.ends_with(word)) { before.remove_suffix(word.size()); }
        }
        auto const in = before.find(U'在');
        auto const at = in == View::npos ? std::size_t{0} : in + 1;
        if (before.size() < at + 2) { return false; }
        auto& claim = add(ClaimKind::Distance, RuleRelation::WithinDistance, found);
        claim.quantity.comparator = "<=";
        claim.object = passage(m_normal, from + at, from + before.size());
        claim.objectKind = objectKind(from + at, from + before.size());
        auto const subject = found.end + inside.size() + have->size();
        claim.subject = passage(m_normal, subject, clauseEnd(subject));
        return true;
    }

    /// 14个县中有13个…
    bool outOf(FoundQuantity const& found)
    {
        auto const before = m_sentence.text(clauseBegin(found.begin), found.begin);
        if (!before.ends_with(U"中有") && !before.ends_with(U"中，有")) { return false; }
        auto const& all = m_sentence.quantities();
        auto const self = std::find_if(all.begin(), all.end(), [&](FoundQuantity const& other) { return other.begin == found.begin; });
        if (self == all.begin() || (self - 1)->quantity.unit != found.quantity.unit) { return false; }
        auto const& whole = *(self - 1);
        if (whole.begin < clauseBegin(found.begin) || whole.quantity.value < found.quantity.value) { return false; }
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.of = whole.quantity.value;
        claim.object = passage(m_normal, clauseBegin(found.begin), found.begin - 2);
        claim.objectKind = objectKind(whole.end, found.begin);
        claim.subject = passage(m_normal, found.end, clauseEnd(found.end));
        return true;
    }

    /// 泉域重点保护区涉及16家煤矿; 甲市涉及27项自然保护区的开发建设活动，其中乙区涉及9项
    bool count(FoundQuantity const& found)
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
            bool const here = anchor.begin >= from && anchor.end <= to && (anchor.zoned || anchor.inside);
            if (!here) { continue; }
            bool const first = anchor.begin < found.begin;
            if (first && found.begin - anchor.end > 8) { continue; }
            auto const rest = m_sentence.text(anchor.nameEnd, to);
            if (!first && !rest.starts_with(U"的") && !rest.starts_with(U"内") && !rest.starts_with(U"范围内")) { continue; } // 现有31处森林公园 counts parks
            auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
            claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
            claim.objectKind = anchor.objects.front().kind;
            claim.subject = counted(first ? found.end : anchor.end, to);
            return true;
        }
        if (!part || m_plan.claims.back().kind != ClaimKind::Count || m_plan.claims.back().quantity.unit != found.quantity.unit) { return false; }
        auto const whole = m_plan.claims.back();
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.subject = whole.subject;
        claim.objectKind = "county-group";
        claim.object = passage(m_normal, from + 2, from + before.size() - have->size());
        claim.of = whole.quantity.value;
        return true;
    }

    /// 甲市6个县（市、区）: how many counties the issuer has. Said once.
    bool counties(FoundQuantity const& found)
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

    /// 甲自然保护区内违法开发问题，还有5个未整改，又新增违法开发项目16个: clauses that go on about the area that the sentence began with.
    bool carried(FoundQuantity const& found)
    {
        auto const& unit = found.quantity.unit;
        if (unit != "个" && unit != "处" && unit != "家" && unit != "项" && unit != "座" && unit != "宗") { return false; }
        auto const from = clauseBegin(found.begin);
        Anchor const* area = nullptr;
        for (auto const& anchor : m_sentence.anchors()) {
            if (anchor.end > from && anchor.begin < clauseEnd(found.end)) { return false; } // this clause has one of its own
            if (anchor.end <= from && anchor.zoned && anchor.inside) { area = &anchor; }
        }
        if (area == nullptr) { return false; }
        auto const before = m_sentence.text(from, found.begin);
        auto const more = before.rfind(U"新增");
        bool const have = std::any_of(haveWords.begin(), haveWords.end(), [&](View word) { return before.ends_with(word); });
        if (more == View::npos && !have) { return false; }
        bool const named = more != View::npos && before.size() > more + 2;
        auto const subject = named ? passage(m_normal, from + more + 2, found.begin) : counted(area->end, clauseEnd(area->end));
        if (subject.text.empty()) { return false; }
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, area->begin, area->nameEnd);
        claim.objectKind = area->objects.front().kind;
        claim.subject = subject;
        return true;
    }

    /// What is counted in [begin, end): without 的 before it and what is done about it.
    [[nodiscard]] Passage counted(std::size_t begin, std::size_t end) const
    {
        auto text = m_sentence.text(begin, end);
        if (text.starts_with(U"的")) { ++begin; }
        if (auto const done = text.find(U"进行"); done != View::npos && done > 1) { end -= text.size() - done; }
        return passage(m_normal, begin, end);
    }

    /// 14个矸石场违法占地2435.127亩
    void area(FoundQuantity const& found)
    {
        auto const from = clauseBegin(found.begin);
        auto const before = m_sentence.text(from, found.begin);
        bool const measure = ownerOf(m_plan, found.quantity.said.span).task != nullptr;
        auto const says = [&](auto const& list) { return std::any_of(list.begin(), list.end(), [&](View word) { return before.find(word) != View::npos; }); };
        // What a measure treats is a step of its own, no statement; 人均 is no area.
        if (!(says(areaWords) || (!measure && says(workWords))) || before.find(U"人均") != View::npos) { return; }
        auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
        auto const subject = trimmed(before);
        claim.subject = subject.size() < 6 || before.starts_with(U"占用") || before.starts_with(U"共占用") ? clauseBefore(from) : passage(m_normal, from, from + subject.size());
        claim.objectKind = objectKind(from, found.begin);
    }

    static constexpr std::array<View, 8> countyGroups{U"县（市、区）", U"县(市、区)", U"县（区、市）", U"县（区）", U"县市区", U"区县", U"县区", U"区（县、市）"};
    static constexpr std::array<View, 8> areaWords{U"占地", U"占用", U"面积", U"毁坏", U"损毁", U"侵占", U"违法", U"裸露"};
    static constexpr std::array<View, 2> workWords{U"治理", U"破坏"};

    Plan& m_plan;
    text::NormalText const& m_normal;
    RuleWords const& m_words;
    Stretch m_sentence;
};

/// In order, those that overlap made one.
std::vector<Span> withoutOverlaps(std::vector<Span> spans)
{
    std::ranges::sort(spans);
    std::vector<Span> all;
    for (auto const span : spans) {
        if (!all.empty() && span.begin < all.back().end) { all.back().end = std::max(all.back().end, span.end); }
        else { all.push_back(span); }
    }
    return all;
}

} // namespace

void readClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words)
{
    if (plan.kind == PlanKind::Other) { return; }
    View const text{normal.text};
    std::vector<Span> rules; // and targets: what they say is demanded
    for (auto const& target : plan.targets) { rules.push_back(target.said.span); }
    for (auto const& rule : plan.rules) {
        rules.push_back(rule.quote.span);
        rules.insert(rules.end(), rule.repeats.begin(), rule.repeats.end());
    }
    rules = withoutOverlaps(std::move(rules));
    for (std::size_t at = 0; at < text.size();) {
        auto const stop = std::min(text.find_first_of(U"。；\n", at), text.size());
        auto const begin = sentenceBegin(text, at, stop);
        bool const digit = text.substr(begin, stop - begin).find_first_of(U"0123456789") != View::npos;
        if (digit && stop > begin + 4 && stop - begin < 2000) {
            auto const span = normal.sourceSpan(begin, stop);
            auto const rule = std::ranges::partition_point(rules, [&](Span one) { return one.end <= span.begin; });
            if (rule == rules.end() || !rule->overlaps(span)) { SentenceClaims{plan, normal, words, begin, stop}.run(); }
        }
        at = stop + 1;
    }
}

} // namespace zhengtu::plan
