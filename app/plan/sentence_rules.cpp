#include "plan/sentence_rules.hpp"

#include "plan/fields.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

} // namespace

SentenceRules::SentenceRules(text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end, std::vector<RuleSubject> before)
    : m_normal{normal}, m_words{words}, m_text{normal.text}, m_begin{begin}, m_end{end}, m_before{std::move(before)}
{
    for (auto at = begin; at < end;) {
        auto const stop = std::min(m_text.substr(0, end).find(U'，', at), end);
        if (stop > at) { m_clauses.emplace_back(normal, words, at, stop); }
        at = stop + 1;
    }
}

bool SentenceRules::isPast(Stretch const& clause)
{
    return std::ranges::any_of(clause.hits(), [&](RuleHit const& hit) {
        bool const attribute = clause.text(hit.begin, hit.end) == U"已" && startsWithAny(clause.text(hit.end, clause.end()), {U"划定", U"设立的", U"设采", U"设探", U"设矿", U"建成的", U"批准的", U"关闭的", U"建的"}); // 已划定的禁养区内
        return hit.kind == RuleWord::Past && !attribute;
    });
}

std::vector<Rule> SentenceRules::run()
{
    for (m_at = 0; m_at < m_clauses.size(); ++m_at) { // its zone and mines may stand anywhere before it
        if (minus(m_clauses[m_at])) { return std::move(m_rules); }
    }
    for (m_at = 0; m_at < m_clauses.size(); ++m_at) {
        auto const& clause = m_clauses[m_at];
        if (ofThoseIn(clause) || existing(clause)) { continue; } // 已建的 is no past
        if (isPast(clause)) { continue; }
        if (offset(clause) || countPer(clause) || buffer(clause) || minimumDistance(clause) || demanded(clause) || required(clause)) { continue; }
        if (disposed(clause) || left(clause)) { continue; }
    }
    return std::move(m_rules);
}

Rule& SentenceRules::add(Stretch const& clause, RuleRelation relation, RuleSeverity severity, std::string reason)
{
    Rule rule;
    rule.relation = relation;
    rule.severity = severity;
    rule.soft = clause.has(RuleWord::Soft);
    rule.quote = passage(m_normal, m_begin, m_end);
    rule.reason = std::move(reason);
    for (auto const& other : m_clauses) {
        if (excepts(other) || (isOutside(other) && m_clauses.size() > 2)) { rule.reason += "; the text excepts: " + words(other.begin(), other.end()); }
    }
    return m_rules.emplace_back(std::move(rule));
}

std::string SentenceRules::words(std::size_t begin, std::size_t end) const { return passage(m_normal, begin, end, true).text; }

std::string SentenceRules::words(RuleHit const& hit) const { return words(hit.begin, hit.end); }

void SentenceRules::place(Rule& rule, Anchor const& anchor) const
{
    rule.objects = anchor.objects;
    if (anchor.distance) {
        rule.parameters.push_back(*anchor.distance);
    } else if (anchor.around) { // 周边 without a number: how far is not said
        rule.parameters.push_back({.name = "distance", .value = std::nullopt, .comparator = "<=", .unit = "m", .said = passage(m_normal, anchor.nameEnd, anchor.end)});
    }
    for (auto const& object : rule.objects) {
        if (!object.bounded) { rule.reason += "; nothing says where " + object.said.text + " ends"; }
    }
    for (auto const& name : rule.missing()) { rule.reason += "; the " + name + " is not stated and must be given"; }
}

bool SentenceRules::excepts(Stretch const& clause)
{
    auto const text = clause.text();
    return (text.starts_with(U'除') && text.ends_with(U'外')) || text.ends_with(U"除外"); // 以提升环保水平为目的的改建除外
}

bool SentenceRules::isOutside(Stretch const& clause)
{
    return clause.anchors().size() == 1 && clause.anchors().front().end == clause.end() && outOf(clause, clause.anchors().front());
}

Anchor const* SentenceRules::anchorFor(Stretch const& clause) const
{
    if (!clause.anchors().empty()) { return &clause.anchors().front(); }
    std::size_t past = 1;
    while (m_at > past && past < 3 && (excepts(m_clauses[m_at - past]) || isOutside(m_clauses[m_at - past]))) { ++past; } // 保护区内，除必要的工程外，禁止…
    if (m_at < past || m_clauses[m_at - past].anchors().empty()) { return nullptr; }
    auto const& before = m_clauses[m_at - past];
    auto const& anchor = before.anchors().back();
    bool const leads = anchor.end == before.end() && !before.has(RuleWord::Severity);
    return leads ? &anchor : nullptr;
}

std::optional<Anchor> SentenceRules::areaAlone(Stretch const& clause, RuleHit const& severity)
{
    if (!clause.anchors().empty()) { return std::nullopt; }
    for (auto const& hit : clause.hits()) {
        if (hit.kind != RuleWord::Object || !(hit.end == severity.begin || (hit.end < severity.begin && clause.text(hit.end, severity.begin) == U"原则上")) || clause.text(clause.begin(), hit.begin).size() > 4) { continue; }
        Anchor anchor;
        anchor.objects.push_back(clause.objectAt(hit, anchor.nameEnd));
        anchor.begin = hit.begin;
        anchor.end = anchor.nameEnd;
        anchor.placed = true;
        if (anchor.objects.front().kind == "built-up-area" || anchor.objects.front().kind == "urban-fringe") { return anchor; }
    }
    return std::nullopt;
}

bool SentenceRules::demanded(Stretch const& clause)
{
    auto const* const severity = clause.first(RuleWord::Severity);
    if (severity == nullptr) { return false; }
    auto const alone = areaAlone(clause, *severity);
    auto const* const anchor = alone ? &*alone : anchorFor(clause);
    if (anchor == nullptr) { return false; }
    bool const taken = std::ranges::any_of(std::initializer_list<View>{U"占用", U"侵占", U"违规占用", U"违法占用", U"破坏"}, [&](View word) { return clause.text(severity->end, anchor->begin) == word; }); // 严禁占用永久基本农田挖塘
    bool const bare = !anchor->inside && !anchor->around && !anchor->outside && !anchor->distance;
    if (bare && anchor->group && anchor->end != severity->begin) { return false; } // 三县一市 names who acts
    auto subjects = clause.subjects(severity->end, clause.end());
    if (subjects.empty() && clause.text(severity->end, clause.end()).starts_with(U'在') && words(*severity).contains("控制")) { return false; } // 严格控制在范围内
    if (subjects.empty()) { subjects = clause.subjects(clause.begin(), severity->begin); }
    bool const where = anchor->zoned ? anchor->inside || anchor->placed || taken : anchor->distance && anchor->distance->value && (anchor->inside || anchor->around);
    if (subjects.empty() && !where) { return false; }
    auto const& entry = m_words.severities[severity->entry];
    auto const strength = ruleSeverity(entry.name).value_or(RuleSeverity::Prohibition);
    auto const relation = anchor->distance || anchor->around ? RuleRelation::WithinDistance : RuleRelation::Within;
    bool const park = anchor->objects.front().kind == "industrial-park";
    if (outOf(clause, *anchor) && !(park && strength == RuleSeverity::Prohibition && !subjects.empty())) { return false; } // what holds outside of an area does not hold in it
    if (outOf(clause, *anchor) && strength == RuleSeverity::Prohibition && !subjects.empty()) { // 不得布局在园区外
        auto& inside = add(clause, RuleRelation::Within, RuleSeverity::Requirement, "“" + words(*severity) + "” outside of a place demands to be in it");
        inside.subjects = std::move(subjects);
        inside.demand = words(severity->begin, clause.end());
        place(inside, *anchor);
        return true;
    }
    auto& rule = add(clause, relation, strength, "“" + words(*severity) + "” with a place");
    if (subjects.empty()) { rule.reason += "; what it is about is not in the vocabulary"; }
    rule.subjects = std::move(subjects);
    rule.demand = words(severity->begin, clause.end());
    place(rule, *anchor);
    return true;
}

bool SentenceRules::outOf(Stretch const& clause, Anchor const& anchor)
{
    bool const only = anchor.outside && !anchor.inside && !anchor.around && !anchor.distance;
    return only && !startsWithAny(clause.text(anchor.end, clause.end()), {U"围", U"缘", U"部"}); // 保护区外围
}

bool SentenceRules::existing(Stretch const& clause)
{
    if (m_rules.empty() || !clause.anchors().empty() || !startsWithAny(clause.text(), {U"现有", U"已建", U"已有", U"已存在", U"原有", U"既有"})) { return false; }
    auto const before = m_rules.back(); // a copy: the list grows
    bool const there = before.severity == RuleSeverity::Prohibition && (before.relation == RuleRelation::Within || before.relation == RuleRelation::WithinDistance);
    auto const* word = clause.first(RuleWord::Leave);
    if (word == nullptr) { word = clause.first(RuleWord::Dispose); }
    if (!there || word == nullptr || clause.text(clause.begin(), word->begin).find(U'未') != View::npos) { return false; }
    bool const leaves = word->kind == RuleWord::Leave;
    auto subjects = clause.subjects(clause.begin(), word->begin);
    bool const same = std::ranges::all_of(subjects, [&](RuleSubject const& subject) { return subject.kind == "enterprise" || subject.kind == "project"; });
    auto& rule = add(clause, leaves && before.relation == RuleRelation::Within ? RuleRelation::NotWithin : before.relation, leaves ? RuleSeverity::Goal : RuleSeverity::Disposition, "“" + words(*word) + "” what is there already");
    rule.subjects = same ? before.subjects : std::move(subjects);
    rule.objects = before.objects;
    rule.parameters = before.parameters;
    rule.demand = words(clause.begin(), clause.end());
    return true;
}

bool SentenceRules::ofThoseIn(Stretch const& clause)
{
    bool const leads = startsWithAny(clause.text(), {U"涉及", U"位于", U"处于", U"侵占", U"占用"});
    if (!leads || clause.anchors().empty() || m_at + 1 >= m_clauses.size()) { return false; }
    auto const& anchor = clause.anchors().front();
    auto const& next = m_clauses[m_at + 1];
    auto const* word = next.first(RuleWord::Leave);
    if (word == nullptr) { word = next.first(RuleWord::Dispose); }
    bool const bare = anchor.begin == clause.begin() + 2 && (anchor.zoned || anchor.placed) && !anchor.distance && clause.text(anchor.end, clause.end()).starts_with(U'的');
    if (!bare || word == nullptr || !next.anchors().empty() || next.has(RuleWord::Past) || next.text().find(U'未') != View::npos) { return false; }
    auto const lead = next.text(next.begin(), word->begin);
    bool const demands = std::ranges::any_of(std::initializer_list<View>{U"年底前", U"月底前", U"日前", U"年前", U"全部", U"一律", U"限期", U"依法", U"予以", U"立即", U"逐步", U"必须", U"应当", U"有序"}, [&](View one) { return next.text().find(one) != View::npos; });
    auto subjects = clause.subjects(anchor.end, clause.end());
    if (!demands || subjects.empty() || lead.find(U"逾期") != View::npos) { return false; }
    bool const leaves = word->kind == RuleWord::Leave;
    auto& rule = add(clause, leaves ? RuleRelation::NotWithin : RuleRelation::Within, leaves ? RuleSeverity::Goal : RuleSeverity::Disposition, "“" + words(*word) + "” what lies in an area");
    rule.subjects = std::move(subjects);
    rule.demand = words(next.begin(), next.end());
    place(rule, anchor);
    ++m_at;
    return true;
}

bool SentenceRules::required(Stretch const& clause)
{
    if (requiredIn(clause)) { return true; }
    auto const* const word = clause.first(RuleWord::Required);
    if (word == nullptr || (!clause.has(RuleWord::Must) && !clause.has(RuleWord::Soft))) { return false; }
    auto subjects = clause.subjects(clause.begin(), word->begin);
    if (subjects.empty()) { return false; }
    auto const& entry = m_words.objects[word->entry];
    auto& rule = add(clause, RuleRelation::Within, RuleSeverity::Requirement, "“" + words(*word) + "” demands a place");
    rule.subjects = std::move(subjects);
    rule.objects.push_back({.kind = entry.name, .zones = {}, .said = passage(m_normal, word->begin, word->end), .layer = entry.layer, .bounded = !entry.open});
    rule.demand = words(clause.begin(), clause.end());
    return true;
}

bool SentenceRules::requiredIn(Stretch const& clause)
{
    if (!clause.has(RuleWord::Must) && !clause.has(RuleWord::Soft)) { return false; }
    auto const text = clause.text();
    for (View const verb : {U"布设在", U"布局在", U"设在", U"建在", U"布置在", U"入驻", U"进入", U"安排在"}) {
        auto const at = text.find(verb);
        if (at == View::npos || at < 3) { continue; }
        auto const from = clause.begin() + at + verb.size();
        auto const park = std::ranges::find_if(clause.hits(), [&](RuleHit const& hit) { return hit.kind == RuleWord::Object && hit.begin >= from && m_words.objects[hit.entry].name == "industrial-park" && (hit.end == clause.end() || clause.text(hit.end, clause.end()) == U"内"); });
        auto subjects = clause.subjects(clause.begin(), clause.begin() + at);
        if (park == clause.hits().end() || subjects.empty() || text.substr(0, at).find(U"不") != View::npos) { continue; }
        auto& rule = add(clause, RuleRelation::Within, RuleSeverity::Requirement, "“" + words(clause.begin() + at, from) + "” demands a place");
        rule.subjects = std::move(subjects);
        std::size_t end = 0;
        rule.objects.push_back(clause.objectAt(*park, end));
        rule.demand = words(clause.begin(), clause.end());
        return true;
    }
    return false;
}

bool SentenceRules::left(Stretch const& clause)
{
    auto const* word = clause.first(RuleWord::Leave);
    if (word == nullptr) { word = clause.first(RuleWord::Clear); }
    if (word == nullptr) { return false; }
    bool const leaves = word->kind == RuleWord::Leave;
    for (auto const& anchor : anchorsAround(clause, *word)) {
        bool const behind = anchor.begin >= word->end;
        auto subjects = behind ? clause.subjects(clause.begin(), word->begin) : clause.subjects(anchor.end, word->begin);
        if ((behind && (!leaves || anchor.begin > word->end + 2)) || subjects.empty()) { continue; }
        auto& rule = add(clause, anchor.distance ? RuleRelation::WithinDistance : RuleRelation::NotWithin, RuleSeverity::Goal, "“" + words(*word) + "” is to be reached");
        rule.subjects = std::move(subjects);
        rule.demand = words(clause.begin(), clause.end());
        if (anchor.distance) { place(rule, anchor); } // 沿江1公里范围内的化工企业全部搬迁
        rule.objects = anchor.objects;
        if (anchor.around && !anchor.distance) { rule.reason += "; 周边 is said without a distance"; }
        return true;
    }
    return false;
}

std::vector<Anchor> SentenceRules::anchorsAround(Stretch const& clause, RuleHit const& word) const
{
    auto list = clause.anchors();
    for (auto const& hit : clause.hits()) {
        bool const near = hit.kind == RuleWord::Object && (hit.begin == word.end || hit.end < word.begin) && hit.end - hit.begin > 1;
        bool const known = std::any_of(list.begin(), list.end(), [&](Anchor const& anchor) { return hit.begin >= anchor.begin && hit.begin < anchor.end; });
        bool const area = !m_words.objects[hit.kind == RuleWord::Object ? hit.entry : 0].line;
        if (!near || known || !area) { continue; }
        Anchor anchor;
        anchor.objects.push_back(clause.objectAt(hit, anchor.nameEnd));
        anchor.begin = hit.begin;
        anchor.end = anchor.nameEnd;
        list.push_back(std::move(anchor));
    }
    return list;
}

} // namespace zhengtu::plan
