#include "plan/rules.hpp"

#include "core/identity.hpp"
#include "plan/claim_sentence.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

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

/// Whether a sentence has a number or says where something lies: most have neither.
bool mayState(View sentence) noexcept
{
    if (sentence.find_first_of(U"0123456789") != View::npos || sentence.find(U"内的") != View::npos || std::ranges::any_of(lieVerbs, [&](View verb) { return sentence.find(verb) != View::npos; })) { return true; }
    for (auto at = sentence.find_first_of(U"米里顷亩"); at != View::npos; at = sentence.find_first_of(U"米里顷亩", at + 1)) { // 距县城三公里
        for (auto i = at - std::min<std::size_t>(at, 4); i < at; ++i) {
            if (text::isCjkNumeral(sentence[i])) { return true; }
        }
    }
    return false;
}

} // namespace

SentenceClaims::SentenceClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end, bool ofRule)
    : m_plan{plan}, m_normal{normal}, m_words{words}, m_sentence{normal, words, begin, end}, m_ofRule{ofRule}, m_firstClaim{plan.claims.size()}
{
}

void SentenceClaims::run()
{
    for (auto const& found : m_sentence.quantities()) {
        if (becameOther(found) || std::ranges::contains(m_told, found.begin) || isDemand(found) || wasThen(m_sentence.text(clauseBegin(found.begin), found.begin))) { continue; }
        bool const counter = found.quantity.unit != "%" && found.quantity.unit.size() <= 3 && !inMetres(found.quantity) && !inSquareMetres(found.quantity);
        if (m_ofRule) {
            if (counter) { inRegion(found); }
        } else if (inMetres(found.quantity)) { nearPlace(found) || distance(found) || within(found); }
        else if (inSquareMetres(found.quantity)) { area(found); }
        else if (counter) { countsInTurn(found) || nearCount(found) || partNear(found) || counties(found) || outOf(found) || countyList(found) || partNamed(found) || located(found) || locatedElsewhere(found) || inZone(found) || count(found) || carried(found) || inPlaceBefore(found) || goesOn(found) || inRegion(found) || part(found); }
    }
    if (!m_ofRule) { memberships(); }
}

bool SentenceClaims::isDemand(FoundQuantity const& found) const
{
    auto const before = m_sentence.text(m_sentence.begin(), found.begin);
    for (View const sign : {U"不得小于", U"不得少于", U"不得低于", U"不得超过", U"不得大于", U"不应小于", U"不应少于", U"不应低于", U"不应超过", U"不小于", U"不少于", U"不低于", U"应大于", U"须大于", U"应小于", U"应达到", U"应达", U"应为", U"应在"}) {
        if (before.ends_with(sign)) { return true; }
    }
    auto const open = before.rfind(U'“');
    if (open == View::npos || before.find(U'”', open) != View::npos) { return false; }
    auto const lead = before.substr(0, open);
    auto const near = lead.substr(lead.size() - std::min<std::size_t>(lead.size(), 12));
    return std::ranges::any_of(std::array<View, 8>{U"要求", U"规定", U"提出", U"明确", U"承诺", U"计划", U"目标", U"应当"}, [&](View word) { return near.find(word) != View::npos; });
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
    auto const bound = found.quantity.comparator == "<=" || found.quantity.comparator == ">=" ? "|" + found.quantity.comparator : std::string{}; // both ends of a range are said at once
    claim.id = stableId("c", m_plan.id + "|" + name(kind) + "|" + found.quantity.said.text + "|" + std::to_string(found.quantity.said.span.begin) + bound);
    return m_plan.claims.emplace_back(std::move(claim));
}

bool SentenceClaims::memberBehind(Anchor const& anchor)
{
    if (!anchor.zoned || anchor.distance) { return false; }
    auto const from = clauseBegin(anchor.begin);
    auto const before = m_sentence.text(from, anchor.begin);
    bool const lies = std::ranges::any_of(lieVerbs, [&](View verb) { return before.ends_with(verb); });
    bool const ofZone = before.empty() && !anchor.objects.back().zones.empty(); // 甲森林公园实验区的乙采石厂
    if ((!lies && !ofZone && !(anchor.inside && before.empty())) || before.find_first_of(U"对凡将向") != View::npos) { return false; }
    auto const end = clauseEnd(anchor.end);
    auto const rest = m_sentence.text(anchor.end, end);
    if (!rest.starts_with(U'的') || rest.find(U'的', 1) != View::npos) { return false; }
    auto const thing = thingIn(anchor.end + 1, end);
    bool const counted = thing && (endsWithLongest(m_sentence.text(thing->begin, thing->end), numberLeads) > 0 || (thing->end < end && text::isDigit(m_sentence.text(thing->end, end).front())));
    if (thing && ofZone && !anchor.inside && classEnd(thing->begin, thing->end) != thing->end) { return false; } // 核心区的管理不到位
    if (!thing || counted || thing->end - thing->begin < 4 || isOneOf(thing->begin, thing->end) || m_sentence.text(thing->begin, thing->end).find_first_of(U"0123456789等各") != View::npos) { return false; }
    FoundQuantity whole;
    whole.quantity.said = passage(m_normal, anchor.begin, thing->end);
    auto& claim = add(ClaimKind::Membership, RuleRelation::Within, whole);
    claim.subject = passage(m_normal, thing->begin, thing->end);
    claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
    claim.objectKind = anchor.objects.front().kind;
    return true;
}

void SentenceClaims::memberships()
{
    for (auto const& anchor : m_sentence.anchors()) {
        bool const built = !anchor.objects.empty() && anchor.objects.front().kind == "built-up-area";
        if ((!anchor.zoned && !built) || anchor.distance) { continue; } // 位于保护区上游3公里
        auto const from = clauseBegin(anchor.begin);
        auto const before = m_sentence.text(from, anchor.begin);
        if (memberBehind(anchor)) { continue; }
        for (auto const verb : lieVerbs) {
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
            bool const general = subject.find_first_of(U"的对凡将应须得") != View::npos || subject.ends_with(U"企业") || (subject.ends_with(U"项目") && (subject.size() < 8 || endsWithLongest(subject.substr(0, subject.size() - 2), std::array<View, 7>{U"建设", U"开发", U"违法", U"违规", U"新建", U"重点", U"工业"}) > 0)) || subject.ends_with(U"行为");
            bool const counted = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.begin >= from + skip && one.end <= from + skip + subject.size() && !inMetres(one.quantity); }); // 8家位于禁养区
            bool const ofIt = std::ranges::contains(std::array<View, 8>{U"坝址", U"厂址", U"厂区", U"矿区", U"场址", U"新址", U"库区", U"选址"}, subject); // 甲水电站建于2006年，坝址位于
            if ((subject.empty() || ofIt) && !attribute) { // 甲度假村占地136亩，位于生态保护红线内
                auto const thing = topicBefore(from);
                if (!thing || isOneOf(thing->begin, thing->end)) { break; }
                FoundQuantity there;
                there.quantity.said = passage(m_normal, anchor.begin - verb.size(), anchor.end);
                auto& claim = add(ClaimKind::Membership, RuleRelation::Within, there);
                claim.subject = passage(m_normal, thing->begin, thing->end);
                claim.object = passage(m_normal, anchor.begin, anchor.nameEnd);
                claim.objectKind = anchor.objects.front().kind;
                break;
            }
            if (subject.size() < 3 || subject.size() > 60 || attribute || general || counted) { break; }
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
        auto& list = rule.severity == RuleSeverity::Disposition || rule.severity == RuleSeverity::Goal ? disposed : rules;
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
        if (mayState(sentence) && stop > begin + 4 && stop - begin < 2000) {
            auto const span = normal.sourceSpan(begin, stop);
            auto const first = plan.claims.size();
            if (!overlaps(rules, span)) { SentenceClaims{plan, normal, words, begin, stop, overlaps(disposed, span)}.run(); }
            nameBareAreas(plan, first, normal, words);
        }
        at = stop + 1;
    }
    // What a summary, a problem and its measure all say is one claim: the one that somebody answers for.
    std::unordered_map<std::string, std::size_t> known;
    std::vector<Claim> once;
    for (auto& claim : plan.claims) {
        auto const key = std::string{name(claim.kind)} + "|" + name(claim.relation) + "|" + claim.subject.text + "|" + claim.object.text + "|" + claim.quantity.said.text + "|" + claim.quantity.comparator;
        auto const [at, fresh] = known.try_emplace(key, once.size());
        if (fresh) { once.push_back(std::move(claim)); }
        else if (once[at->second].owner.empty() && !claim.owner.empty()) { once[at->second] = std::move(claim); }
    }
    plan.claims = std::move(once);
}

} // namespace zhengtu::plan
