#include "plan/demands.hpp"

#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Words behind the name of a unit that make it the doer of something, with its role.
struct Duty { View word; UnitRole role; bool needsLead; }; ///< needsLead: only behind 由, 责成, 请 … (市水利局负责人 is no duty)
constexpr std::array duties{
    Duty{U"牵头", UnitRole::Lead, false}, Duty{U"配合", UnitRole::Cooperating, false}, Duty{U"协助", UnitRole::Cooperating, false}, Duty{U"负责人", UnitRole::Person, true},
    Duty{U"负责", UnitRole::Responsible, false}, Duty{U"具体负责", UnitRole::Responsible, false}, Duty{U"具体落实", UnitRole::Responsible, false}, Duty{U"要", UnitRole::Responsible, false}, Duty{U"应", UnitRole::Responsible, false},
    Duty{U"须", UnitRole::Responsible, false}, Duty{U"务必", UnitRole::Responsible, false}, Duty{U"需", UnitRole::Responsible, false},
    Duty{U"必须", UnitRole::Responsible, false}, Duty{U"立即", UnitRole::Responsible, false}, Duty{U"限期", UnitRole::Responsible, false},
    Duty{U"于", UnitRole::Responsible, false}, Duty{U"组织", UnitRole::Responsible, true}, Duty{U"督促", UnitRole::Responsible, false}, Duty{U"尽快", UnitRole::Responsible, false},
    Duty{U"会同", UnitRole::Responsible, false}, Duty{U"抓紧", UnitRole::Responsible, false}, Duty{U"加快", UnitRole::Responsible, true}, Duty{U"加强", UnitRole::Responsible, true},
    Duty{U"对", UnitRole::Responsible, true}, Duty{U"按", UnitRole::Responsible, true}, Duty{U"进一步", UnitRole::Responsible, true}, Duty{U"依法", UnitRole::Responsible, true},
    Duty{U"落实", UnitRole::Responsible, true}, Duty{U"跟踪", UnitRole::Responsible, true}, Duty{U"监督", UnitRole::Responsible, true}, Duty{U"督导", UnitRole::Responsible, true},
    Duty{U"督办", UnitRole::Responsible, true}, Duty{U"统筹", UnitRole::Responsible, true}, Duty{U"实施", UnitRole::Responsible, true}, Duty{U"承担", UnitRole::Responsible, true}, Duty{U"开展", UnitRole::Responsible, true}, Duty{U"完成", UnitRole::Responsible, true}, Duty{U"制定", UnitRole::Responsible, true},
    Duty{U"严格", UnitRole::Responsible, true}, Duty{U"认真", UnitRole::Responsible, true}, Duty{U"高度重视", UnitRole::Responsible, true}, Duty{U"在", UnitRole::Responsible, true}};

constexpr std::array<View, 6> leads{U"由", U"请", U"责成", U"责令", U"要求", U"督促"};

/// Words that stand before the name and are not part of it.
View withoutLead(View clause, std::size_t& skipped) noexcept
{
    for (bool again = true; again;) {
        again = false;
        for (View const word : {U"由", U"请", U"责成", U"责令", U"要求", U"督促", U"其中", U"并", U"同时", U"对此", U"为此", U"、"}) {
            if (clause.starts_with(word) && clause.size() > word.size() + 1) {
                clause = clause.substr(word.size());
                skipped += word.size();
                again = true;
            }
        }
    }
    return clause;
}

/// A clause that begins with units that must do something: [begin, end) of the names and their role.
struct Doers { std::size_t begin = 0, end = 0; UnitRole role = UnitRole::Responsible; };

std::optional<Doers> doersOf(View text, std::size_t begin, std::size_t end, Dictionary const& dictionary, Asking asking)
{
    std::size_t skipped = 0;
    auto const clause = withoutLead(text.substr(begin, end - begin), skipped);
    auto const lead = text.substr(begin, skipped);
    bool const by = asking == Asking::ByName || std::any_of(leads.begin(), leads.end(), [&](View word) { return lead.find(word) != View::npos; });
    for (std::size_t i = 2; i < clause.size() && i <= 60; ++i) {
        auto const rest = clause.substr(i);
        bool const dated = by && text::isDigit(rest.front()) && !text::isDigit(clause[i - 1]); // 请某县政府11月20日前清理完毕
        if (dated && rest.substr(0, 12).find(U'前') != View::npos && namesUnit(clause.substr(0, i), dictionary)) { return Doers{begin + skipped, begin + skipped + i, UnitRole::Responsible}; }
        for (auto const& duty : duties) {
            if (!rest.starts_with(duty.word) || (duty.needsLead && !by)) { continue; }
            if (duty.word == U"要" && (rest.starts_with(U"要求") || rest.starts_with(U"要点"))) { continue; } // 督办要求 is a heading
            if (duty.role == UnitRole::Person) { return std::nullopt; }
            if (namesUnit(clause.substr(0, i), dictionary)) { return Doers{begin + skipped, begin + skipped + i, duty.role}; }
        }
    }
    return std::nullopt;
}

/// Where the longest stretch from `begin` on ends that ends as a unit does.
std::size_t endOfUnits(View text, std::size_t begin, std::size_t end, Dictionary const& dictionary)
{
    for (auto to = std::min(end, begin + 40); to > begin + 2; --to) {
        if (namesUnit(text.substr(begin, to - begin), dictionary)) { return to; }
    }
    return begin;
}

/// A day that something is due by, as printed: 6月底前, 于2024年3月15日前.
struct DueBy { std::size_t begin = 0, end = 0; bool report = false; }; ///< report: by when the outcome is to be told

/// The days that [begin, end) sets; dates of events are none. Behind the first only those count that begin a clause or stand behind 于.
std::vector<DueBy> daysDue(View text, std::size_t begin, std::size_t end)
{
    std::vector<DueBy> days;
    text = text.substr(0, end);
    for (auto at = text.find(U'前', begin); at != View::npos; at = text.find(U'前', at + 1)) {
        auto from = at;
        while (from > begin && at - from < 16 && View{U"年月日底末号之以中上下旬0123456789一二三四五六七八九十〇"}.find(text[from - 1]) != View::npos) { --from; }
        if (text.substr(from, at - from).find_first_of(U"年月日") == View::npos) { continue; }
        if (!days.empty() && View{U"，；、于在并"}.find(text[from - 1]) == View::npos) { continue; }
        auto const clause = text.substr(at, std::min(text.find_first_of(U"，；。\n", at), end) - at);
        bool const report = std::ranges::any_of(std::array<View, 5>{U"报", U"函告", U"反馈", U"备案", U"书面"}, [&](View word) { return clause.find(word) != View::npos; });
        days.push_back({from, at + 1, report});
    }
    // By when the outcome is told is no deadline where another day is set for the work.
    if (std::ranges::any_of(days, [](DueBy const& day) { return !day.report; })) { std::erase_if(days, [](DueBy const& day) { return day.report; }); }
    else if (days.size() > 1) { days.resize(1); }
    return days;
}

/// When something is due: 6月底前, 于2024年3月15日前, of a sentence that sets several days all of them; else 立即 and the like.
std::optional<Deadline> dueDate(text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> year, Dictionary const& dictionary,
                                std::vector<Notice>& notices)
{
    auto const text = View{normal.text}.substr(0, end);
    if (auto const days = daysDue(text, begin, end); !days.empty()) {
        auto deadline = readDeadline(normal, days.front().begin, days.front().end, year, dictionary, notices);
        for (std::size_t i = 1; i < days.size(); ++i) { // a day without a year is of the year of the one before
            auto const before = deadline.dates.empty() ? year : std::optional{static_cast<int>(deadline.dates.back().year())};
            auto const next = readDeadline(normal, days[i].begin, days[i].end, before, dictionary, notices);
            for (auto const& date : next.dates) {
                if (std::ranges::find(deadline.dates, date) == deadline.dates.end()) { deadline.dates.push_back(date); }
            }
        }
        std::ranges::sort(deadline.dates);
        if (days.size() > 1) { deadline.said = passage(normal, days.front().begin, days.back().end); }
        if (deadline.dates.size() > 1) { deadline.kind = DeadlineKind::Dates; }
        auto const said = text.substr(begin, end - begin);
        deadline.longTerm = deadline.longTerm || said.find(U"立行立改") != View::npos || said.find(U"长期坚持") != View::npos;
        return deadline;
    }
    for (View const word : {U"立行立改", U"立即整改", U"立即", U"即知即改"}) {
        if (auto const at = text.substr(begin, end - begin).find(word); at != View::npos) {
            Deadline deadline;
            deadline.kind = DeadlineKind::Immediate;
            deadline.longTerm = word != View{U"立即"};
            deadline.said = passage(normal, begin + at, begin + at + word.size());
            return deadline;
        }
    }
    return std::nullopt;
}

} // namespace

bool namesUnit(View name, Dictionary const& dictionary) noexcept
{
    // 该公司, 其负责人, 涉事企业 name nobody.
    for (View const word : {U"该", U"其", U"此", U"上述", U"涉事", U"被举报"}) {
        if (name.starts_with(word)) { return false; }
    }
    // 某局责令该加油站立即…: an order inside is no name.
    for (View const word : {U"责令", U"责成", U"要求"}) {
        if (name.find(word, 1) != View::npos) { return false; }
    }
    if (name.ends_with(U'）') && name.rfind(U'（') != View::npos) { name = name.substr(0, name.rfind(U'（')); }
    if (name.size() >= 3 && (endsWithAny(name, dictionary.unitEndings) || endsWithAny(name, dictionary.territorialEndings))) { return true; }
    // 东山县要…: a county stands for its government; 全县, 农村地区 and 小区 do not.
    constexpr std::array<View, 8> kinds{U"地区", U"片区", U"辖区", U"小区", U"厂区", U"社区", U"库区", U"城区"};
    constexpr View places{U"县区市镇乡旗"}, any{U"全各本我该多"};
    return name.size() >= 3 && name.size() <= 12 && places.find(name.back()) != View::npos && any.find(name.front()) == View::npos &&
           std::none_of(kinds.begin(), kinds.end(), [&](View kind) { return name.ends_with(kind); });
}

namespace {

/// 各责任单位, 相关部门: no unit in particular; 分管市长, 主要领导: a person.
bool namesNobody(View name) noexcept
{
    auto const any = [&](auto const& words, auto test) { return std::ranges::any_of(words, test); };
    return name.size() < 2 || any(std::array<View, 9>{U"各", U"本", U"该", U"其", U"此", U"所", U"责任", U"相关", U"有关"}, [&](View word) { return name.starts_with(word); }) ||
           any(std::array<View, 6>{U"负责", U"领导", U"同志", U"长", U"书记", U"主任"}, [&](View word) { return name.ends_with(word); });
}

/// Where the clause begins that `at` stands in, at most the length of a list of units before it: behind a comma outside brackets, or an
/// opening bracket that holds `at`. 区发改（能源）局 is one name.
std::size_t clauseBegin(View text, std::size_t begin, std::size_t at) noexcept
{
    constexpr std::size_t longest = 60;
    auto const first = at - begin > longest ? at - longest : begin;
    int depth = 0;
    for (auto i = at; i-- > first;) {
        auto const c = text[i];
        if (c == U'）') { ++depth; }
        if (c == U'（' && depth-- == 0) { return i + 1; }
        if (c == U'\n' || (depth == 0 && View{U"，,；;：:。！？"}.find(c) != View::npos)) { return i + 1; }
    }
    return first;
}

} // namespace

std::vector<Unit> readInlineLeads(text::NormalText const& normal, View source, std::size_t begin, std::size_t end, Dictionary const& dictionary)
{
    auto const text = View{normal.text}.substr(0, end);
    std::vector<Unit> units;
    constexpr View mark = U"牵头";
    for (auto at = text.find(mark, begin); at != View::npos; at = text.find(mark, at + mark.size())) {
        auto const behind = text.substr(at + mark.size(), std::min<std::size_t>(2, end - at - mark.size()));
        bool const noun = std::ranges::any_of(std::array<View, 6>{U"的", U"单位", U"部门", U"责任", U"人", U"领导"}, [&](View word) { return behind.starts_with(word); });
        if (noun) { continue; }
        auto const clause = clauseBegin(text, begin, at);
        auto from = clause;
        auto const by = text.substr(clause, at - clause).rfind(U'由');
        if (by != View::npos) { from = clause + by + 1; }
        if (auto const helps = text.substr(from, at - from).rfind(U"配合、"); helps != View::npos) { from += helps + 3; }
        std::size_t skipped = 0;
        auto const name = withoutLead(text.substr(from, at - from), skipped);
        if (namesNobody(name) || (by == View::npos && !namesUnit(name, dictionary))) { continue; }
        auto found = readUnits(normal, source, from + skipped, at, UnitRole::InlineLead, dictionary);
        units.insert(units.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return units;
}

std::optional<Deadline> readDue(text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> year, Dictionary const& dictionary,
                                std::vector<Notice>& notices)
{
    return dueDate(normal, begin, end, year, dictionary, notices);
}

namespace {

/// 责任单位为…, 牵头单位是…: a clause that names a field and what it holds; where that begins, and its role.
std::optional<Doers> namedField(View text, std::size_t begin, std::size_t end, Dictionary const& dictionary)
{
    auto const clause = text.substr(begin, std::min<std::size_t>(end - begin, 12));
    auto const verb = clause.find_first_of(U"为是");
    if (verb == View::npos || verb < 4) { return std::nullopt; }
    auto const word = dictionary.label(clause.substr(0, verb));
    if (!word || word->weak || !isUnitField(word->field) || word->field == Field::Person) { return std::nullopt; }
    auto const name = text.substr(begin + verb + 1, end - begin - verb - 1);
    if (!endsWithAny(name, dictionary.unitEndings) && !endsWithAny(name, dictionary.territorialEndings)) { return std::nullopt; }
    auto const role = word->field == Field::Lead ? UnitRole::Lead : word->field == Field::Cooperating ? UnitRole::Cooperating
                      : word->field == Field::Acceptance ? UnitRole::Acceptance : UnitRole::Responsible;
    return Doers{begin + verb + 1, end, role};
}

} // namespace

std::optional<Demand> readDemand(text::NormalText const& normal, View source, std::size_t begin, std::size_t end, std::optional<int> year,
                                 Dictionary const& dictionary, std::vector<Notice>& notices, Asking asking)
{
    View const text{normal.text};
    Demand demand;
    for (auto at = begin; at < end;) {
        auto stop = at;
        int depth = 0;
        for (; stop < end; ++stop) { // clauses end at commas outside brackets
            depth += text[stop] == U'（' ? 1 : (text[stop] == U'）' && depth > 0 ? -1 : 0);
            if (depth == 0 && View{U"，；：。\n"}.find(text[stop]) != View::npos) { break; }
        }
        auto from = at;
        if (auto const field = namedField(text, from, stop, dictionary)) { // 责任单位为县水利局
            auto units = readUnits(normal, source, field->begin, stop, field->role, dictionary);
            demand.units.insert(demand.units.end(), units.begin(), units.end());
            at = stop + 1;
            continue;
        }
        while (auto const doers = doersOf(text, from, stop, dictionary, asking)) { // 市水利局牵头、市住建局配合
            auto units = readUnits(normal, source, doers->begin, doers->end, doers->role, dictionary);
            demand.units.insert(demand.units.end(), units.begin(), units.end());
            from = doers->end;
            if (text.substr(from, 2) == U"会同") { // 汾水县人民政府会同市公路局
                auto const last = endOfUnits(text, from + 2, stop, dictionary);
                auto const others = readUnits(normal, source, from + 2, last, UnitRole::Cooperating, dictionary);
                demand.units.insert(demand.units.end(), others.begin(), others.end());
                from = last;
            }
            auto const next = text.substr(from, stop - from).find(U'、');
            if (next == View::npos || next > 4) { break; }
            from += next + 1;
        }
        at = stop + 1;
    }
    if (demand.units.empty()) { return std::nullopt; }
    demand.deadline = dueDate(normal, begin, end, year, dictionary, notices);
    return demand;
}

} // namespace zhengtu::plan
