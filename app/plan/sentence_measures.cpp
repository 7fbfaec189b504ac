#include "plan/sentence_rules.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 11> leastWords{U"应大于", U"须大于", U"必须大于", U"不得小于", U"不应小于", U"不小于", U"不得少于", U"不少于", U"不得低于", U"不低于", U"至少"};

} // namespace

bool SentenceRules::minus(Stretch const& clause)
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

bool SentenceRules::offset(Stretch const& clause)
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

bool SentenceRules::countPer(Stretch const& clause)
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

std::vector<RuleObject> SentenceRules::eachOf(Stretch const& clause, std::size_t before) const
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

bool SentenceRules::buffer(Stretch const& clause)
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

Passage SentenceRules::bandSaid() const
{
    Passage said; // the clause behind the distance, else one before it
    for (std::size_t i = 0; i < m_clauses.size() && (said.text.empty() || i <= m_at + 1); ++i) {
        if (m_clauses[i].has(RuleWord::Band) && (said.text.empty() || i > m_at)) { said = passage(m_normal, m_clauses[i].begin(), m_clauses[i].end()); }
    }
    return said;
}

std::vector<RuleObject> SentenceRules::objectsBetween(Stretch const& clause, std::size_t begin, std::size_t end)
{
    std::vector<RuleObject> objects;
    auto last = begin;
    for (auto const& hit : clause.hits()) { // 铁路、高速公路的
        if (hit.kind != RuleWord::Object || hit.begin < last || hit.end > end) { continue; }
        auto const link = clause.text(last, hit.begin);
        if (!objects.empty() && link.find_first_of(U"、和及与或") == View::npos) { continue; }
        objects.push_back(clause.objectAt(hit, last));
    }
    return objects;
}

bool SentenceRules::minimumDistance(Stretch const& clause)
{
    for (auto const& found : clause.quantities()) {
        auto const metres = inMetres(found.quantity);
        if (!metres || found.quantity.comparator == "<=" || found.quantity.comparator == "~") { continue; }
        auto const before = clause.text(clause.begin(), found.begin);
        auto const behind = clause.text(found.end, clause.end());
        auto const sentence = m_text.substr(m_begin, m_end - m_begin);
        bool const sited = std::ranges::any_of(std::array<View, 3>{U"布局", U"选址", U"保持"}, [&](View word) { return sentence.find(word) != View::npos; }); // 合理布局养殖场，距村庄500米以上
        bool const beyond = (clause.has(RuleWord::Must) || sited) && (found.quantity.said.text.ends_with("以上") || behind.starts_with(U"以外") || behind.starts_with(U"之外")); // 须距居民区500米以上
        bool const least = beyond || std::any_of(leastWords.begin(), leastWords.end(), [&](View word) { return before.ends_with(word); });
        auto const mark = std::min(before.find(U'距'), before.find(U'与'));
        if (!least || mark == View::npos) { continue; }
        auto objects = objectsBetween(clause, clause.begin() + mark + 1, found.begin);
        if (objects.empty()) { continue; }
        auto subjects = clause.subjects(clause.begin(), clause.begin() + mark);
        for (auto i = m_at; i > 0 && subjects.empty(); --i) { subjects = m_clauses[i - 1].subjects(m_begin, m_end); }
        if (subjects.empty()) { continue; }
        auto& rule = add(clause, RuleRelation::MinimumDistance, RuleSeverity::Requirement, "the text sets a least distance");
        rule.objects = std::move(objects);
        rule.subjects = std::move(subjects);
        rule.parameters.push_back({.name = "distance", .value = metres, .comparator = ">=", .unit = "m", .said = found.quantity.said});
        rule.demand = words(clause.begin(), clause.end());
        return true;
    }
    return false;
}

} // namespace zhengtu::plan
