#include "plan/rules.hpp"

#include "core/identity.hpp"
#include "core/utf.hpp"
#include "plan/anchors.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool startsWithAny(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.starts_with(word); });
}

/// The rules of one sentence, clause by clause. Each form of rule is a function of its own; the first that fits a clause takes it.
class SentenceRules {
public:
    SentenceRules(text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end)
        : m_normal{normal}, m_words{words}, m_text{normal.text}, m_begin{begin}, m_end{end}
    {
        for (auto at = begin; at < end;) {
            auto const stop = std::min(m_text.find(U'，', at), end);
            if (stop > at) { m_clauses.emplace_back(normal, words, at, stop); }
            at = stop + 1;
        }
    }

    std::vector<Rule> run()
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

private:
    Rule& add(Stretch const& clause, RuleRelation relation, RuleSeverity severity, std::string reason)
    {
        Rule rule;
        rule.relation = relation;
        rule.severity = severity;
        rule.soft = clause.has(RuleWord::Soft);
        rule.quote = passage(m_normal, m_begin, m_end);
        rule.reason = std::move(reason);
        return m_rules.emplace_back(std::move(rule));
    }

    [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const { return passage(m_normal, begin, end, true).text; }
    [[nodiscard]] std::string words(RuleHit const& hit) const { return words(hit.begin, hit.end); }

    void place(Rule& rule, Anchor const& anchor) const
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

    /// The clause's own place, or the one that the clause before it leads with (在…范围内，禁止…).
    [[nodiscard]] Anchor const* anchorFor(Stretch const& clause) const
    {
        if (!clause.anchors().empty()) { return &clause.anchors().front(); }
        if (m_at == 0 || m_clauses[m_at - 1].anchors().empty()) { return nullptr; }
        auto const& before = m_clauses[m_at - 1];
        auto const& anchor = before.anchors().back();
        bool const leads = anchor.end == before.end() && !before.has(RuleWord::Severity);
        return leads ? &anchor : nullptr;
    }

    /// 煤矿项目必须扣除重叠部分的井田范围，并外推一定距离的保护煤柱
    bool minus(Stretch const& clause)
    {
        auto const* const sign = clause.first(RuleWord::Minus);
        if (sign == nullptr) { return false; }
        Anchor const* zone = nullptr;
        std::vector<RuleSubject> subjects;
        for (std::size_t i = 0; i <= m_at; ++i) {
            for (auto const& anchor : m_clauses[i].anchors()) {
                if (anchor.zoned) { zone = &anchor; }
            }
            if (auto more = m_clauses[i].subjects(m_begin, m_end); !more.empty() && subjects.empty()) { subjects = std::move(more); }
        }
        bool const mine = std::any_of(subjects.begin(), subjects.end(), [](RuleSubject const& subject) { return subject.kind == "coal-mine" || subject.kind == "mining"; });
        if (zone == nullptr || !mine) { return false; }
        RuleHit const* pillar = nullptr;
        RuleParameter parameter{.name = "pillar", .value = std::nullopt, .comparator = "=", .unit = "m", .said = {}};
        for (auto i = m_at; i < m_clauses.size() && pillar == nullptr; ++i) {
            pillar = m_clauses[i].first(RuleWord::Pillar);
            if (pillar == nullptr) { continue; }
            parameter.said = passage(m_normal, pillar->begin, m_clauses[i].end());
            for (auto const& found : m_clauses[i].quantities()) {
                if (auto const metres = inMetres(found.quantity)) {
                    parameter.value = metres;
                    parameter.comparator = found.quantity.comparator;
                    break;
                }
            }
        }
        auto& rule = add(clause, RuleRelation::Minus, RuleSeverity::Requirement, words(*sign) + " takes the area of the object away from the subject");
        rule.subjects = std::move(subjects);
        rule.objects = zone->objects;
        rule.demand = words(clause.begin(), m_end);
        if (pillar != nullptr) { rule.parameters.push_back(std::move(parameter)); }
        for (auto const& name : rule.missing()) { rule.reason += "; the " + name + " is not stated and must be given"; }
        return true;
    }

    /// 不达标的县，新建项目污染物排放总量实行两倍削减量替代
    bool offset(Stretch const& clause)
    {
        auto const times = clause.text().find(U'倍');
        if (times == View::npos || times == 0) { return false; }
        auto const behind = clause.text().substr(times + 1, 10);
        bool const cut = behind.find(U"削减") != View::npos || behind.find(U"替代") != View::npos || behind.find(U"置换") != View::npos;
        if (!cut) { return false; }
        auto from = times;
        while (from > 0 && (text::isDigit(clause.text()[from - 1]) || clause.text()[from - 1] == U'.' || text::numeralLength(clause.text().substr(from - 1, 1)) == 1)) { --from; }
        auto const printed = clause.text().substr(from, times - from);
        std::optional<double> factor;
        if (auto const value = text::numeral(printed)) { factor = *value; }
        else if (!printed.empty() && text::isDigit(printed[0])) { factor = std::stod(toUtf8(printed)); }
        if (!factor) { return false; }
        auto& rule = add(clause, RuleRelation::Offset, RuleSeverity::Requirement, "new emissions are allowed against cuts elsewhere");
        for (std::size_t i = 0; i <= m_at; ++i) {
            auto const& part = m_clauses[i];
            for (auto const& hit : part.hits()) {
                if (hit.kind != RuleWord::Object || m_words.objects[hit.entry].layer != "county") { continue; }
                auto end = hit.end;
                auto object = part.objectAt(hit, end);
                object.said = passage(m_normal, part.begin(), end); // with the condition: 不达标的县
                rule.objects.push_back(std::move(object));
            }
            if (rule.subjects.empty()) { rule.subjects = part.subjects(m_begin, m_end); }
        }
        rule.parameters.push_back({.name = "factor", .value = factor, .comparator = ">=", .unit = {}, .said = passage(m_normal, clause.begin() + from, clause.begin() + times + 1)});
        rule.demand = words(clause.begin(), clause.end());
        return true;
    }

    /// 每个区启用不少于3个渣土场; 在甲县、乙县至少新建一处公园
    bool countPer(Stretch const& clause)
    {
        auto const text = clause.text();
        std::size_t from = View::npos;
        for (View const sign : {U"至少", U"不少于", U"不低于"}) {
            auto const at = text.find(sign);
            if (at != View::npos && at < from) { from = at + sign.size(); }
        }
        if (from == View::npos) { return false; }
        std::optional<int> count;
        auto end = from;
        for (; end < text.size() && end < from + 5 && !count; ++end) {
            if (auto const length = text::numeralLength(text.substr(end, 6)); length > 0) {
                count = text::numeral(text.substr(end, length));
                end += length - 1;
            }
        }
        while (end < text.size() && text[end] == U' ') { ++end; }
        if (!count || end >= text.size() || View{U"个处座家所条块"}.find(text[end]) == View::npos || text.substr(end).starts_with(U"个月")) { return false; }
        auto const subjects = clause.subjects(clause.begin() + end, clause.end(), true);
        bool const facility = std::any_of(subjects.begin(), subjects.end(), [&](RuleSubject const& subject) { return subject.kind != "enterprise" && subject.kind != "project"; });
        auto objects = eachOf(clause, clause.begin() + from);
        if (!facility || objects.empty()) { return false; }
        auto& rule = add(clause, RuleRelation::CountPer, RuleSeverity::Requirement, "so many are demanded of each");
        rule.subjects = subjects;
        rule.objects = std::move(objects);
        rule.parameters.push_back({.name = "count", .value = *count, .comparator = ">=", .unit = {}, .said = passage(m_normal, clause.begin() + from, clause.begin() + end + 1)});
        rule.demand = words(clause.begin(), clause.end());
        return true;
    }

    /// 每个区, 各县（市、区）, 在甲县、乙县: of what something is counted.
    [[nodiscard]] std::vector<RuleObject> eachOf(Stretch const& clause, std::size_t before) const
    {
        std::vector<RuleObject> objects;
        auto const object = [&](std::size_t begin, std::size_t end) {
            objects.push_back({.kind = "county-group", .zones = {}, .said = passage(m_normal, begin, end), .layer = "county", .bounded = true});
        };
        for (auto const& hit : clause.hits()) {
            if (hit.kind != RuleWord::Each || hit.begin >= before) { continue; }
            auto const rest = clause.text(hit.end, before);
            auto const known = std::find_if(clause.hits().begin(), clause.hits().end(), [&](RuleHit const& other) { return other.kind == RuleWord::Object && other.begin == hit.end; });
            if (known != clause.hits().end()) {
                auto end = known->end;
                objects.push_back(clause.objectAt(*known, end));
                objects.back().said = passage(m_normal, hit.begin, end);
            } else if (!rest.empty() && View{U"区县市镇乡村旗"}.find(rest[0]) != View::npos) {
                object(hit.begin, hit.end + 1);
            }
        }
        if (!objects.empty()) { return objects; }
        auto const text = clause.text(clause.begin(), before);
        auto at = text.rfind(U'在');
        if (at == View::npos) { return objects; }
        for (auto begin = ++at; at < text.size(); ++at) {
            bool const place = View{U"区县市镇乡"}.find(text[at]) != View::npos && at > begin;
            if (!place) { continue; }
            object(clause.begin() + begin, clause.begin() + at + 1);
            if (at + 1 >= text.size() || View{U"、和及"}.find(text[at + 1]) == View::npos) { break; }
            begin = at + 2;
            ++at;
        }
        return objects;
    }

    /// 在干流水岸线以外不小于一百米、支流不小于五十米，划定生态功能保护线
    bool buffer(Stretch const& clause)
    {
        bool const band = std::any_of(m_clauses.begin(), m_clauses.end(), [](Stretch const& other) { return other.has(RuleWord::Band); });
        bool const outward = clause.has(RuleWord::Outside) || clause.has(RuleWord::Around);
        if (!band || !outward || clause.has(RuleWord::Severity)) { return false; }
        bool made = false;
        auto from = clause.begin();
        for (auto const& found : clause.quantities()) {
            auto const metres = inMetres(found.quantity);
            RuleHit const* line = nullptr;
            for (auto const& hit : clause.hits()) {
                if (hit.kind == RuleWord::Object && m_words.objects[hit.entry].line && hit.begin >= from && hit.end <= found.begin) { line = &hit; }
            }
            if (!metres || line == nullptr) { continue; }
            auto& rule = add(clause, RuleRelation::Buffer, RuleSeverity::Requirement, "a strip along the object, measured outward from its edge");
            auto end = line->end;
            rule.objects.push_back(clause.objectAt(*line, end));
            rule.subjects.push_back({"protection-strip", bandSaid()});
            auto const* const soft = clause.first(RuleWord::Soft, from);
            rule.soft = soft != nullptr && soft->begin < found.begin;
            rule.parameters.push_back({.name = "distance", .value = metres, .comparator = found.quantity.comparator, .unit = "m", .said = found.quantity.said});
            rule.demand = words(line->begin, found.end);
            from = found.end;
            made = true;
        }
        return made;
    }

    [[nodiscard]] Passage bandSaid() const
    {
        Passage said; // the clause behind the distance, else one before it
        for (std::size_t i = 0; i < m_clauses.size() && (said.text.empty() || i <= m_at + 1); ++i) {
            if (m_clauses[i].has(RuleWord::Band) && (said.text.empty() || i > m_at)) { said = passage(m_normal, m_clauses[i].begin(), m_clauses[i].end()); }
        }
        return said;
    }

    /// 养殖场距居民区不得小于500米
    bool minimumDistance(Stretch const& clause)
    {
        for (auto const& found : clause.quantities()) {
            auto const metres = inMetres(found.quantity);
            if (!metres || (found.quantity.comparator != ">=" && found.quantity.comparator != "<" && found.quantity.comparator != ">")) { continue; }
            auto const before = clause.text(clause.begin(), found.begin);
            bool const least = std::any_of(least_.begin(), least_.end(), [&](View word) { return before.ends_with(word); });
            auto const mark = std::min(before.find(U'距'), before.find(U'与'));
            if (!least || mark == View::npos) { continue; }
            RuleHit const* object = nullptr;
            for (auto const& hit : clause.hits()) {
                if (hit.kind == RuleWord::Object && hit.begin > clause.begin() + mark && hit.end <= found.begin) { object = &hit; break; }
            }
            if (object == nullptr) { continue; }
            auto subjects = clause.subjects(clause.begin(), clause.begin() + mark);
            if (subjects.empty() && m_at > 0) { subjects = m_clauses[m_at - 1].subjects(m_begin, m_end); }
            if (subjects.empty()) { continue; }
            auto& rule = add(clause, RuleRelation::MinimumDistance, RuleSeverity::Requirement, "the text sets a least distance");
            auto end = object->end;
            rule.objects.push_back(clause.objectAt(*object, end));
            rule.subjects = std::move(subjects);
            rule.parameters.push_back({.name = "distance", .value = metres, .comparator = ">=", .unit = "m", .said = found.quantity.said});
            rule.demand = words(clause.begin(), clause.end());
            return true;
        }
        return false;
    }

    /// 城六区范围内禁止…; 严禁在禁煤区…; 限制泉域范围内…
    bool demanded(Stretch const& clause)
    {
        auto const* const severity = clause.first(RuleWord::Severity);
        if (severity == nullptr) { return false; }
        auto const* const anchor = anchorFor(clause);
        if (anchor == nullptr) { return false; }
        bool const bare = !anchor->inside && !anchor->around && !anchor->outside && !anchor->distance;
        if (bare && anchor->group && anchor->end != severity->begin) { return false; } // 三县一市 names who acts
        auto subjects = clause.subjects(severity->end, clause.end());
        if (subjects.empty()) { subjects = clause.subjects(clause.begin(), severity->begin); }
        if (subjects.empty() && !(anchor->zoned && (anchor->inside || anchor->placed))) { return false; }
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

    /// 新建化工类项目必须入园入区
    bool required(Stretch const& clause)
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

    /// 对位于核心区内的违法开发行为，限期恢复原状; 关停集中供热范围内的分散燃煤锅炉
    bool disposed(Stretch const& clause)
    {
        if (clause.anchors().empty()) { return false; }
        auto const& anchor = clause.anchors().front();
        if (!anchor.zoned) { return false; }
        auto subjects = clause.subjects(anchor.end, clause.end());
        if (subjects.empty()) { return false; }
        auto const lead = clause.text(clause.begin(), anchor.begin);
        auto const start = lead.rfind(U'对');
        bool const toward = start != View::npos && start <= 3 && lead.size() - start <= 4;
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
        auto const* const verb = clause.first(RuleWord::Dispose);
        if (verb == nullptr || !anchor.inside || verb->begin > anchor.begin || anchor.begin - verb->end > 3) { return false; }
        dispose(clause, anchor, std::move(subjects), words(verb->begin, clause.end()), "“" + words(*verb) + "” what lies in an area");
        return true;
    }

    /// Where, behind what the clause speaks of, it says what to do with it (…摊点依法依规查处).
    [[nodiscard]] static std::size_t demandIn(Stretch const& clause, Anchor const& anchor)
    {
        auto const* const verb = clause.first(RuleWord::Dispose, anchor.end);
        return verb == nullptr ? clause.end() : verb->begin;
    }

    void dispose(Stretch const& clause, Anchor const& anchor, std::vector<RuleSubject> subjects, std::string demand, std::string reason)
    {
        auto& rule = add(clause, anchor.distance || anchor.around ? RuleRelation::WithinDistance : RuleRelation::Within, RuleSeverity::Disposition, std::move(reason));
        rule.subjects = std::move(subjects);
        rule.demand = std::move(demand);
        place(rule, anchor);
    }

    /// 推动高耗水企业退出泉域重点保护区; 建成区重污染企业搬迁退出; 实现禁煤区散煤清零
    bool left(Stretch const& clause)
    {
        auto const* word = clause.first(RuleWord::Leave);
        if (word == nullptr) { word = clause.first(RuleWord::Clear); }
        if (word == nullptr) { return false; }
        bool const leaves = word->kind == RuleWord::Leave;
        for (auto const& anchor : anchorsAround(clause, *word)) {
            bool const behind = anchor.begin >= word->end;
            auto subjects = behind ? clause.subjects(clause.begin(), word->begin) : clause.subjects(anchor.end, word->begin);
            if ((behind && (!leaves || anchor.begin > word->end + 2)) || subjects.empty()) { continue; }
            auto& rule = add(clause, RuleRelation::NotWithin, RuleSeverity::Goal, "“" + words(*word) + "” is to be reached");
            rule.subjects = std::move(subjects);
            rule.demand = words(clause.begin(), clause.end());
            rule.objects = anchor.objects;
            if (anchor.around) { rule.reason += "; 周边 is said without a distance"; }
            return true;
        }
        return false;
    }

    /// Places beside a word; one that stands bare (市区重污染企业退出) counts here.
    [[nodiscard]] std::vector<Anchor> anchorsAround(Stretch const& clause, RuleHit const& word) const
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

    static constexpr std::array<View, 8> least_{U"不得小于", U"不应小于", U"不小于", U"不得少于", U"不少于", U"不得低于", U"不低于", U"至少"};

    text::NormalText const& m_normal;
    RuleWords const& m_words;
    View m_text;
    std::size_t m_begin, m_end;
    std::vector<Stretch> m_clauses;
    std::size_t m_at = 0;
    std::vector<Rule> m_rules;
};

std::string identity(Plan const& plan, Rule const& rule)
{
    auto key = plan.id + "|" + name(rule.relation) + "|" + name(rule.severity) + "|" + rule.demand;
    for (auto const& object : rule.objects) { key += "|" + object.said.text; }
    return stableId("r", key);
}

/// Stretches that tell and do not demand: the texts of problems, what has become of them.
std::vector<Span> told(Plan const& plan, text::NormalText const& normal, std::vector<Span> const& lookBack)
{
    auto spans = lookBack;
    for (auto const& problem : plan.problems) { spans.push_back(normalSpan(normal, problem.body.span)); }
    std::sort(spans.begin(), spans.end());
    return spans;
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

std::string ownerOf(Plan const& plan, Span source)
{
    for (auto const& problem : plan.problems) {
        if (!problem.span.contains(source)) { continue; }
        for (auto const& task : problem.tasks) {
            if (task.body.span.overlaps(source)) { return task.id; }
        }
        return problem.id;
    }
    return {};
}

void readRules(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::vector<Span> const& lookBack)
{
    if (plan.kind != PlanKind::Rectification && plan.kind != PlanKind::Planning && plan.kind != PlanKind::Bulletin) { return; }
    View const text{normal.text};
    auto const skip = told(plan, normal, lookBack);
    auto skipped = skip.begin();
    for (std::size_t at = 0; at < text.size();) {
        auto const stop = std::min(text.find_first_of(U"。；\n", at), text.size());
        while (skipped != skip.end() && skipped->end <= at) { ++skipped; }
        bool const past = skipped != skip.end() && skipped->overlaps({at, std::max(stop, at + 1)});
        auto const begin = sentenceBegin(text, at, stop);
        if (!past && stop > begin + 5 && stop - begin < 2000) {
            for (auto& rule : SentenceRules{normal, words, begin, stop}.run()) {
                rule.id = identity(plan, rule);
                auto const known = std::find_if(plan.rules.begin(), plan.rules.end(), [&](Rule const& other) { return other.id == rule.id; });
                auto owner = ownerOf(plan, rule.quote.span);
                if (known == plan.rules.end()) {
                    rule.owner = std::move(owner);
                    plan.rules.push_back(std::move(rule));
                } else if (known->owner.empty() && !owner.empty()) { // said in the front matter first, and again where somebody answers for it
                    known->repeats.push_back(known->quote.span);
                    known->quote = std::move(rule.quote);
                    known->owner = std::move(owner);
                } else if (known->quote.span != rule.quote.span) {
                    known->repeats.push_back(rule.quote.span);
                }
            }
        }
        at = stop + 1;
    }
}

} // namespace zhengtu::plan
