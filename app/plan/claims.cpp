#include "plan/rules.hpp"

#include "core/identity.hpp"
#include "plan/claim_sentence.hpp"
#include "plan/fields.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 10> areaWords{U"占地", U"占用", U"面积", U"毁坏", U"损毁", U"侵占", U"压占", U"违法", U"裸露", U"重叠"};
constexpr std::array<View, 2> treatWords{U"治理", U"破坏"};

/// 14个矸石场违法占地 -> 14个矸石场; 面积 stays, it says what is measured.
View withoutTaking(View text) noexcept
{
    for (View const word : {U"违法违规侵占土地", U"违法侵占土地", U"非法侵占土地", U"违法占用土地", U"非法占用土地", U"违法占地", U"非法占地", U"侵占土地", U"占用土地", U"压占土地", U"共占用土地", U"共占地", U"占地", U"侵占", U"占用", U"压占"}) {
        if (text.ends_with(word) && text.size() > word.size() + 1) { return text.substr(0, text.size() - word.size()); }
    }
    return text;
}

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

SentenceClaims::SentenceClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end, bool ofRule)
    : m_plan{plan}, m_normal{normal}, m_words{words}, m_sentence{normal, words, begin, end}, m_ofRule{ofRule}, m_firstClaim{plan.claims.size()}
{
}

void SentenceClaims::run()
{
    for (auto const& found : m_sentence.quantities()) {
        bool const counter = found.quantity.unit != "%" && found.quantity.unit.size() <= 3 && !inMetres(found.quantity) && !inSquareMetres(found.quantity);
        if (m_ofRule) {
            if (counter) { inRegion(found); }
        } else if (inMetres(found.quantity)) { distance(found) || within(found); }
        else if (inSquareMetres(found.quantity)) { area(found); }
        else if (counter) { counties(found) || outOf(found) || countyList(found) || count(found) || carried(found) || inRegion(found) || part(found); }
    }
    if (!m_ofRule) { memberships(); }
}

std::size_t SentenceClaims::clauseBegin(std::size_t at) const
{
    auto const text = m_sentence.text(m_sentence.begin(), at);
    auto const comma = text.find_last_of(U"，：");
    return comma == View::npos ? m_sentence.begin() : m_sentence.begin() + comma + 1;
}

std::size_t SentenceClaims::clauseEnd(std::size_t at) const
{
    auto const comma = m_sentence.text(at, m_sentence.end()).find_first_of(U"，：）");
    return comma == View::npos ? m_sentence.end() : at + comma;
}

Passage SentenceClaims::clauseBefore(std::size_t at) const
{
    if (at <= m_sentence.begin()) { return {}; }
    auto begin = clauseBegin(at - 1);
    if (m_sentence.text(begin, at).starts_with(U"其中") && begin > m_sentence.begin()) { begin = clauseBegin(begin - 1); }
    return passage(m_normal, begin, at - 1);
}

std::string SentenceClaims::objectKind(std::size_t begin, std::size_t end) const
{
    std::string kind;
    for (auto const& hit : m_sentence.hits()) { // the last word of a name says what it is
        if (hit.kind == RuleWord::Object && hit.begin >= begin && hit.end <= end) { kind = m_words.objects[hit.entry].name; }
    }
    return kind;
}

bool SentenceClaims::inProblem(FoundQuantity const& found) const
{
    auto const owner = ownerOf(m_plan, found.quantity.said.span);
    return owner.task == nullptr && (owner.problem != nullptr || m_plan.kind == PlanKind::Rectification);
}

Claim& SentenceClaims::add(ClaimKind kind, RuleRelation relation, FoundQuantity const& found)
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

void SentenceClaims::area(FoundQuantity const& found)
{
    auto from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    bool const measure = ownerOf(m_plan, found.quantity.said.span).task != nullptr;
    auto const says = [&](auto const& list) { return std::any_of(list.begin(), list.end(), [&](View word) { return before.find(word) != View::npos; }); };
    // What a measure treats is a step of its own, no statement; 人均 is no area.
    bool const behind = m_sentence.text(found.end, m_sentence.end()).starts_with(U"面积");
    if (!(says(areaWords) || behind || (!measure && says(treatWords))) || before.find(U"人均") != View::npos) { return; }
    auto& claim = add(ClaimKind::Area, RuleRelation::Within, found);
    auto subject = before;
    for (bool again = true; again;) {
        again = false;
        for (View const word : {U"只有", U"仅有", U"约为", U"大约", U"约", U"近", U"不足", U"不到", U"超过", U"达到", U"达", U"为", U"共计", U"共", U"、"}) {
            if (subject.ends_with(word) && subject.size() > word.size()) {
                subject.remove_suffix(word.size());
                again = true;
            }
        }
    }
    bool const bare = subject.size() < 6 || subject.starts_with(U"占用") || subject.starts_with(U"共占");
    if (bare && !behind && from > m_sentence.begin()) {
        claim.subject = clauseBefore(from);
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

void SentenceClaims::memberships()
{
    for (auto const& anchor : m_sentence.anchors()) {
        bool const built = !anchor.objects.empty() && anchor.objects.front().kind == "built-up-area";
        if (!anchor.zoned && !built) { continue; }
        auto const from = clauseBegin(anchor.begin);
        auto const before = m_sentence.text(from, anchor.begin);
        for (View const verb : {U"坐落于", U"坐落在", U"位于", U"属于", U"处于", U"地处"}) {
            if (!before.ends_with(verb)) { continue; }
            auto subject = before.substr(0, before.size() - verb.size());
            std::size_t skip = 0;
            for (View const lead : {U"其中", U"发现", U"现场检查"}) {
                if (auto const at = subject.rfind(lead); at != View::npos) { skip = std::max(skip, at + lead.size()); }
            }
            subject.remove_prefix(skip);
            for (View const word : {U"均", U"都", U"全部", U"部分", U"也"}) {
                if (subject.ends_with(word)) { subject.remove_suffix(word.size()); }
            }
            auto const rest = m_sentence.text(anchor.end, clauseEnd(anchor.end));
            bool const attribute = !rest.empty() && View{U"”）)、"}.find(rest.front()) == View::npos; // 位于缓冲区的企业, 位于县城以东
            bool const general = subject.find_first_of(U"的对凡将应须得") != View::npos || subject.ends_with(U"企业") || subject.ends_with(U"项目") || subject.ends_with(U"行为");
            if (subject.size() < 3 || subject.size() > 60 || attribute || general) { break; }
            FoundQuantity whole;
            whole.quantity.said = passage(m_normal, anchor.begin - verb.size(), anchor.end);
            auto& claim = add(ClaimKind::Membership, RuleRelation::Within, whole);
            claim.subject = passage(m_normal, from + skip, from + skip + subject.size());
            claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
            claim.objectKind = anchor.objects.front().kind;
            break;
        }
    }
}

void readClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words)
{
    if (plan.kind == PlanKind::Other) { return; }
    View const text{normal.text};
    std::vector<Span> rules, disposed; // and targets: what they say is demanded
    for (auto const& target : plan.targets) { rules.push_back(target.said.span); }
    for (auto const& rule : plan.rules) {
        auto& list = rule.severity == RuleSeverity::Disposition ? disposed : rules;
        list.push_back(rule.quote.span);
        list.insert(list.end(), rule.repeats.begin(), rule.repeats.end());
    }
    rules = withoutOverlaps(std::move(rules));
    disposed = withoutOverlaps(std::move(disposed));
    auto const overlaps = [](std::vector<Span> const& spans, Span span) {
        auto const first = std::ranges::partition_point(spans, [&](Span one) { return one.end <= span.begin; });
        return first != spans.end() && first->overlaps(span);
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const stop = std::min(text.find_first_of(U"。；\n", at), text.size());
        auto const begin = sentenceBegin(text, at, stop);
        auto const sentence = text.substr(begin, stop > begin ? stop - begin : 0);
        bool const mayState = sentence.find_first_of(U"0123456789") != View::npos || sentence.find(U"位于") != View::npos || sentence.find(U"属于") != View::npos ||
                              sentence.find(U"地处") != View::npos || sentence.find(U"处于") != View::npos || sentence.find(U"坐落") != View::npos;
        if (mayState && stop > begin + 4 && stop - begin < 2000) {
            auto const span = normal.sourceSpan(begin, stop);
            if (!overlaps(rules, span)) { SentenceClaims{plan, normal, words, begin, stop, overlaps(disposed, span)}.run(); }
        }
        at = stop + 1;
    }
    // What a summary, a problem and its measure all say is one claim: the one that somebody answers for.
    std::unordered_map<std::string, std::size_t> known;
    std::vector<Claim> once;
    for (auto& claim : plan.claims) {
        auto const key = std::string{name(claim.kind)} + "|" + name(claim.relation) + "|" + claim.subject.text + "|" + claim.object.text + "|" + claim.quantity.said.text;
        auto const [at, fresh] = known.try_emplace(key, once.size());
        if (fresh) { once.push_back(std::move(claim)); }
        else if (once[at->second].owner.empty() && !claim.owner.empty()) { once[at->second] = std::move(claim); }
    }
    plan.claims = std::move(once);
}

} // namespace zhengtu::plan
