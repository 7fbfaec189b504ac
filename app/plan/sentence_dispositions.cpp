#include "plan/sentence_rules.hpp"

#include "plan/fields.hpp"

#include <algorithm>
#include <utility>

/// What is done with what lies in an area (核心区内的煤矿限期关闭).
namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

} // namespace

bool SentenceRules::disposedThere(Stretch const& clause)
{
    auto const* const anchor = clause.anchors().empty() ? anchorFor(clause) : nullptr;
    auto const* const verb = anchor == nullptr ? nullptr : clause.first(RuleWord::Dispose);
    if (verb == nullptr || !(anchor->zoned || anchor->distance) || !anchor->inside) { return false; }
    auto const lead = clause.text(clause.begin(), verb->begin);
    bool const first = lead.empty() || startsWithAny(lead, {U"逐步", U"全面", U"依法", U"坚决", U"限期", U"一律", U"全部"});
    auto subjects = clause.subjects(verb->end, clause.end());
    if (!first || lead.size() > 6 || subjects.empty()) { return false; }
    dispose(clause, *anchor, std::move(subjects), words(clause.begin(), clause.end()), "“" + words(*verb) + "” what lies in an area");
    return true;
}

bool SentenceRules::disposed(Stretch const& clause)
{
    if (clause.anchors().empty()) { return disposedThere(clause); }
    auto const& anchor = clause.anchors().front();
    auto const ahead = clause.text(clause.begin(), anchor.begin);
    bool const below = anchor.distance && anchor.distance->comparator == "<" && (ahead.ends_with(U"距") || ahead.ends_with(U"距离") || ahead.ends_with(U"离")); // 对距居民区不足300米的
    bool const ranged = below || (anchor.distance && (anchor.inside || anchor.around)) || (anchor.around && anchor.inside); // 岸线500米范围内, 公路两侧可视范围内
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
    bool const demands = std::ranges::any_of(std::initializer_list<View>{U"全部", U"一律", U"限期", U"依法", U"予以", U"立即", U"逐步", U"必须", U"须于", U"须在", U"应当", U"应于"}, [&](View word) { return text.find(word) != View::npos; });
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

} // namespace zhengtu::plan
