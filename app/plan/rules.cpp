#include "plan/rules.hpp"

#include "core/identity.hpp"
#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "plan/sentence_rules.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

std::string identity(Plan const& plan, Rule const& rule)
{
    auto key = plan.id + "|" + name(rule.relation) + "|" + name(rule.severity) + "|" + rule.demand;
    for (auto const& object : rule.objects) { key += "|" + object.said.text; }
    return stableId("r", key);
}

/// Whether a sentence has any word that a rule turns on: most have none.
bool mayRule(View text, std::size_t begin, RuleWords const& words)
{
    auto const sentence = text.substr(begin);
    for (View const sign : {U"倍", U"米以上", U"公里以上", U"至少", U"不少于", U"不小于", U"不低于", U"不得", U"对位于", U"对在", U"对处于", U"须距", U"应距", U"应当距", U"须与", U"应与", U"应大于", U"须大于", U"布设在", U"布局在", U"入驻", U"应进入", U"须进入"}) {
        if (sentence.find(sign) != View::npos) { return true; }
    }
    auto const hits = words.find(text, begin, text.size());
    return std::any_of(hits.begin(), hits.end(), [](RuleHit const& hit) {
        switch (hit.kind) {
        case RuleWord::Severity: case RuleWord::Minus: case RuleWord::Leave: case RuleWord::Clear: case RuleWord::Required: case RuleWord::Dispose: case RuleWord::Band: return true;
        default: return false;
        }
    });
}

/// Stretches that tell and do not demand: the texts of problems, what has become of them.
std::vector<Span> told(Plan const& plan, text::NormalText const& normal, std::vector<Span> const& lookBack)
{
    auto spans = lookBack;
    for (auto const& problem : plan.problems) { spans.push_back(normalSpan(normal, problem.body.span)); }
    std::sort(spans.begin(), spans.end());
    return spans;
}

/// 保护区, 实验区: no kind of area, no name.
bool isBareArea(RuleObject const& object, text::NormalText const& normal, RuleWords const& words)
{
    if (object.kind != "protected-area") { return false; }
    if (object.zones.empty()) { return object.said.text == "保护区"; }
    auto const span = normalSpan(normal, object.said.span);
    auto const hits = words.find(normal.text, span.begin, span.end);
    return std::ranges::any_of(hits, [&](RuleHit const& hit) { return hit.kind == RuleWord::Zone && hit.begin == span.begin; });
}

/// 保护区 alone is the kind of protected area that the paragraph spoke of last before it, else the one that its sentence goes on to name.
void resolveBareAreas(Rule& rule, text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end)
{
    View const text{normal.text};
    auto const paragraph = text.substr(0, begin).rfind(U'\n');
    auto const from = std::max(paragraph == View::npos ? 0 : paragraph + 1, begin > 400 ? begin - 400 : 0);
    for (auto& object : rule.objects) {
        if (!isBareArea(object, normal, words)) { continue; }
        auto const at = normalSpan(normal, object.said.span).begin;
        RuleHit const* meant = nullptr;
        auto const hits = words.find(text, from, end);
        for (auto const& hit : hits) {
            auto const said = text.substr(hit.begin, hit.end - hit.begin);
            bool const zoneAlone = !object.zones.empty() && (said.ends_with(U"公园") || said.ends_with(U"水源地") || said.ends_with(U"泉域") || said.ends_with(U"保护地"));
            bool const area = hit.kind == RuleWord::Object && words.objects[hit.entry].zoned && words.objects[hit.entry].name != "protected-area" && (said.ends_with(U"保护区") || zoneAlone);
            if (area && (hit.end <= at || meant == nullptr)) { meant = &hit; }
        }
        if (meant == nullptr) { continue; }
        object.kind = words.objects[meant->entry].name;
        object.layer = words.objects[meant->entry].layer;
        rule.reason += "; " + object.said.text + " is taken for one of the " + passage(normal, meant->begin, meant->end).text + " that the paragraph speaks of";
    }
}

} // namespace

std::size_t sentenceBegin(View text, std::size_t begin, std::size_t end) noexcept
{
    for (bool again = true; again && begin < end;) {
        again = false;
        auto const rest = text.substr(begin, end - begin);
        if (auto const number = text::leadingNumber(rest); number && number->form != text::NumberForm::Ordinal) {
            begin += number->length;
            again = true;
        } else if (auto const colon = rest.substr(0, 12).find(U'：'); colon != View::npos && rest.substr(0, colon).find_first_of(U"，“") == View::npos) {
            begin += colon + 1; // a label
            again = true;
        }
        while (begin < end && text[begin] == U' ') { ++begin; }
    }
    return begin;
}

namespace {

/// The measure around a stretch where measures stand in a chapter of their own.
Owner ownerApart(Plan const& plan, Span source)
{
    bool const apart = !plan.problems.empty() && !plan.problems.front().tasks.empty() && !plan.problems.front().span.contains(plan.problems.front().tasks.front().body.span);
    if (!apart) { return {}; }
    for (auto const& problem : plan.problems) {
        auto const task = std::ranges::find_if(problem.tasks, [&](Task const& one) { return one.body.span.overlaps(source); });
        if (task != problem.tasks.end()) { return {&problem, &*task}; }
    }
    return {};
}

} // namespace

Owner ownerOf(Plan const& plan, Span source)
{
    // Problems stand in the order of the text. Those that share a demand all reach to its end: then it is the first one's.
    constexpr std::ptrdiff_t sharers = 32;
    auto const behind = std::ranges::upper_bound(plan.problems, source.begin, {}, [](Problem const& problem) { return problem.span.begin; });
    auto const from = behind - std::min(sharers, behind - plan.problems.begin());
    auto const found = std::find_if(from, behind, [&](Problem const& problem) { return problem.span.contains(source); });
    if (found == behind) { return ownerApart(plan, source); }
    auto const task = std::ranges::find_if(found->tasks, [&](Task const& one) { return one.body.span.overlaps(source); });
    return {&*found, task == found->tasks.end() ? nullptr : &*task};
}

void readRules(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::vector<Span> const& lookBack)
{
    if (plan.kind != PlanKind::Rectification && plan.kind != PlanKind::Planning && plan.kind != PlanKind::Bulletin) { return; }
    View const text{normal.text};
    auto const skip = told(plan, normal, lookBack);
    auto skipped = skip.begin();
    std::unordered_map<std::string, std::size_t> known; // by id
    std::vector<RuleSubject> before; // what the last rule of the paragraph is about
    for (std::size_t at = 0; at < text.size();) {
        auto const stop = std::min(text.find_first_of(U"。；\n", at), text.size());
        while (skipped != skip.end() && skipped->end <= at) { ++skipped; }
        bool const past = skipped != skip.end() && skipped->overlaps({at, std::max(stop, at + 1)});
        auto const begin = sentenceBegin(text, at, stop);
        if (!past && stop > begin + 5 && stop - begin < 2000 && mayRule(text.substr(0, stop), begin, words)) {
            for (auto& rule : SentenceRules{normal, words, begin, stop, before}.run()) {
                before = rule.subjects;
                resolveBareAreas(rule, normal, words, begin, stop);
                rule.id = identity(plan, rule);
                auto owner = ownerOf(plan, rule.quote.span).id();
                auto const [index, isNew] = known.try_emplace(rule.id, plan.rules.size());
                if (isNew) {
                    rule.owner = std::move(owner);
                    plan.rules.push_back(std::move(rule));
                    continue;
                }
                auto& first = plan.rules[index->second];
                if (first.owner.empty() && !owner.empty()) { // said in the front matter first, and again where somebody answers for it
                    first.repeats.push_back(first.quote.span);
                    first.quote = std::move(rule.quote);
                    first.owner = std::move(owner);
                } else if (first.quote.span != rule.quote.span) {
                    first.repeats.push_back(rule.quote.span);
                }
            }
        }
        if (stop < text.size() && text[stop] == U'\n') { before.clear(); }
        at = stop + 1;
    }
}

} // namespace zhengtu::plan
