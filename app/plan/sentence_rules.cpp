#include "plan/sentence_rules.hpp"

#include "plan/fields.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool startsWithAny(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.starts_with(word); });
}

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

std::vector<Rule> SentenceRules::run()
{
    for (m_at = 0; m_at < m_clauses.size(); ++m_at) { // its zone and mines may stand anywhere before it
        if (minus(m_clauses[m_at])) { return std::move(m_rules); }
    }
    for (m_at = 0; m_at < m_clauses.size(); ++m_at) {
        auto const& clause = m_clauses[m_at];
        if (clause.has(RuleWord::Past)) { continue; }
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
        if (excepts(other)) { rule.reason += "; the text excepts: " + words(other.begin(), other.end()); }
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
    return text.starts_with(U'除') && (text.ends_with(U'外') || text.find(U"除外") != View::npos);
}

Anchor const* SentenceRules::anchorFor(Stretch const& clause) const
{
    if (!clause.anchors().empty()) { return &clause.anchors().front(); }
    auto const past = m_at > 1 && excepts(m_clauses[m_at - 1]) ? std::size_t{2} : std::size_t{1}; // 保护区内，除必要的工程外，禁止…
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
        if (hit.kind != RuleWord::Object || hit.end != severity.begin || clause.text(clause.begin(), hit.begin).size() > 4) { continue; }
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
    if (subjects.empty() && !(anchor->zoned && (anchor->inside || anchor->placed || taken))) { return false; }
    auto const& entry = m_words.severities[severity->entry];
    auto const strength = ruleSeverity(entry.name).value_or(RuleSeverity::Prohibition);
    auto const relation = anchor->distance || anchor->around ? RuleRelation::WithinDistance : RuleRelation::Within;
    auto& rule = add(clause, relation, strength, "“" + words(*severity) + "” with a place");
    if (subjects.empty()) { rule.reason += "; what it is about is not in the vocabulary"; }
    rule.subjects = std::move(subjects);
    rule.demand = words(severity->begin, clause.end());
    place(rule, *anchor);
    return true;
}

bool SentenceRules::required(Stretch const& clause)
{
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

bool SentenceRules::disposed(Stretch const& clause)
{
    if (clause.anchors().empty()) { return false; }
    auto const& anchor = clause.anchors().front();
    bool const ranged = anchor.distance && (anchor.inside || anchor.around); // 岸线500米范围内
    if (!anchor.zoned && !ranged) { return false; }
    auto subjects = clause.subjects(anchor.end, clause.end());
    auto const lead = clause.text(clause.begin(), anchor.begin);
    auto const start = lead.rfind(U'对');
    bool const toward = start != View::npos && start <= 3 && lead.size() - start <= 4;
    bool const same = toward && subjects.empty() && clause.text(anchor.end, clause.end()) == U"的"; // 对位于实验区的，…
    if (same) { subjects = m_before; }
    if (subjects.empty()) { return false; }
    if (toward) {
        auto stop = m_at + 1;
        while (stop < m_clauses.size() && !startsWithAny(m_clauses[stop].text(), {U"对位于", U"对在", U"对"})) { ++stop; }
        auto const own = demandIn(clause, anchor);
        auto const from = stop > m_at + 1 ? m_clauses[m_at + 1].begin() : own;
        auto const to = m_clauses[stop - 1].end();
        if (from >= to) { return false; }
        dispose(clause, anchor, std::move(subjects), words(from, to), "what is done with it depends on the zone");
        m_at = stop - 1;
        return true;
    }
    if (disposedNext(clause, anchor)) { return true; }
    auto const* const verb = clause.first(RuleWord::Dispose);
    auto const* const behind = clause.first(RuleWord::Dispose, anchor.end);
    if (behind != nullptr && anchor.inside && demandsAll(clause, anchor.end, behind->begin)) { // 核心区内的煤矿2022年底前全部关闭
        dispose(clause, anchor, clause.subjects(anchor.end, behind->begin), words(behind->begin, clause.end()), "“" + words(*behind) + "” what lies in an area");
        return true;
    }
    if (verb == nullptr || !anchor.inside || verb->begin > anchor.begin || anchor.begin - verb->end > 3) { return false; }
    dispose(clause, anchor, std::move(subjects), words(verb->begin, clause.end()), "“" + words(*verb) + "” what lies in an area");
    return true;
}

bool SentenceRules::disposedNext(Stretch const& clause, Anchor const& anchor)
{
    if (m_at + 1 >= m_clauses.size() || !(anchor.inside || anchor.around) || clause.has(RuleWord::Dispose) || clause.has(RuleWord::Leave) || clause.has(RuleWord::Severity)) { return false; }
    auto const& next = m_clauses[m_at + 1];
    auto const text = next.text();
    bool const demands = std::ranges::any_of(std::initializer_list<View>{U"全部", U"一律", U"限期", U"依法", U"予以", U"立即", U"逐步"}, [&](View word) { return text.find(word) != View::npos; });
    auto const subjects = clause.subjects(anchor.end, clause.end());
    bool const special = std::ranges::any_of(subjects, [](RuleSubject const& subject) { return subject.kind != "project"; });
    bool const does = next.has(RuleWord::Dispose) || next.has(RuleWord::Leave);
    if (!demands || !does || !special || !next.anchors().empty() || next.has(RuleWord::Past) || text.find(U"逾期") != View::npos) { return false; }
    dispose(clause, anchor, subjects, words(next.begin(), next.end()), "what lies in an area is disposed of");
    ++m_at;
    return true;
}

bool SentenceRules::demandsAll(Stretch const& clause, std::size_t begin, std::size_t end)
{
    auto const text = clause.text(begin, end);
    auto const lead = clause.text(clause.begin(), std::min(begin, clause.begin() + 12));
    bool const done = text.ends_with(U"的") && text.find(U"所有") != View::npos && startsWithAny(lead, {U"完成", U"推进", U"实施", U"加快", U"开展", U"抓好"}); // 完成…内所有码头的拆除
    if (done) { return !clause.subjects(begin, end).empty(); }
    bool const must = text.ends_with(U"完成") && std::ranges::any_of(std::initializer_list<View>{U"全部", U"必须", U"应", U"须"}, [&](View word) { return text.find(word) != View::npos; });
    if (must && !clause.subjects(begin, end).empty()) { return true; }
    return !clause.subjects(begin, end).empty() && std::ranges::any_of(std::initializer_list<View>{U"全部", U"一律", U"依法", U"限期", U"予以", U"坚决", U"必须", U"须", U"应"}, [&](View word) { return text.ends_with(word); });
}

std::size_t SentenceRules::demandIn(Stretch const& clause, Anchor const& anchor)
{
    auto const* const verb = clause.first(RuleWord::Dispose, anchor.end);
    return verb == nullptr ? clause.end() : verb->begin;
}

void SentenceRules::dispose(Stretch const& clause, Anchor const& anchor, std::vector<RuleSubject> subjects, std::string demand, std::string reason)
{
    auto& rule = add(clause, anchor.distance || anchor.around ? RuleRelation::WithinDistance : RuleRelation::Within, RuleSeverity::Disposition, std::move(reason));
    rule.subjects = std::move(subjects);
    rule.demand = std::move(demand);
    place(rule, anchor);
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
