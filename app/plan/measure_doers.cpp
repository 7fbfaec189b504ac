#include "plan/measure_doers.hpp"

#include "core/utf.hpp"
#include "plan/demands.hpp"
#include "plan/fields.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Where the bracket that closes [begin, end) opens, counted from `begin`; npos if it ends with none.
std::size_t openingBracket(View text, std::size_t begin, std::size_t end) noexcept
{
    if (end <= begin || text[end - 1] != U'）') { return View::npos; }
    int depth = 0;
    for (auto i = end; i-- > begin;) {
        depth += text[i] == U'）' ? 1 : (text[i] == U'（' ? -1 : 0);
        if (depth == 0) { return i - begin; }
    }
    return View::npos;
}

/// Where the last part of a list in [from, to) begins: （…牵头，2023年6月底前完成）
std::size_t deadlinePart(View text, std::size_t from, std::size_t to) noexcept
{
    auto const comma = text.substr(from, to - from).find_last_of(U"，；");
    return comma == View::npos ? from : from + comma + 1;
}

} // namespace

bool MeasureDoers::read(Task& task, Span body, bool dated) const
{
    auto const [begin, last] = body;
    auto end = last;
    while (end > begin && (m_text[end - 1] == U'。' || m_text[end - 1] == U'；')) { --end; }
    auto const open = openingBracket(m_text, begin, end);
    bool const bracket = open != View::npos && open > 0;
    auto const from = bracket ? begin + open + 1 : begin;
    auto const to = bracket ? end - 1 : last;
    auto demand = readDemand(m_normal, m_source, from, to, m_plan.year, m_dictionary, m_plan.notices);
    if (demand) { task.units = std::move(demand->units); }
    if (!bracket) { return dated; }
    if (!demand) { // （市市场监管局、各县人民政府）
        auto units = readUnits(m_normal, m_source, from, to, UnitRole::Responsible, m_dictionary);
        bool const all = std::all_of(units.begin(), units.end(), [&](Unit const& unit) {
            auto const name = toUtf32(unit.name.text).value_or(std::u32string{});
            return name.size() >= 3 && (endsWithAny(name, m_dictionary.unitEndings) || endsWithAny(name, m_dictionary.territorialEndings));
        });
        if (!all) { return dated; }
        task.units = std::move(units);
    }
    if (!dated && !task.units.empty()) {
        std::vector<Notice> notices;
        auto const due = readDeadline(m_normal, deadlinePart(m_text, from, to), to, m_plan.year, m_dictionary, notices);
        if (due.kind == DeadlineKind::None) { return dated; }
        task.deadline = due;
        m_plan.notices.insert(m_plan.notices.end(), notices.begin(), notices.end());
        return true;
    }
    return dated;
}

std::optional<Deadline> MeasureDoers::bracketDue(Span body) const
{
    constexpr std::size_t longest = 24;
    auto end = body.end;
    while (end > body.begin && (m_text[end - 1] == U'。' || m_text[end - 1] == U'；')) { --end; }
    auto const open = openingBracket(m_text, body.begin, end);
    if (open == View::npos || open == 0) { return std::nullopt; }
    auto const begin = body.begin + open + 1;
    auto const said = m_text.substr(begin, end - 1 - begin);
    auto const has = [&](std::initializer_list<View> words) { return std::ranges::any_of(words, [&](View word) { return said.find(word) != View::npos; }); };
    bool const day = said.size() <= longest && (has({U"前", U"底", U"完成"}) || containsAny(said, m_dictionary.immediate) || containsAny(said, m_dictionary.longTerm));
    if (!day || has({U"截至", U"截止", U"已", U"自", U"以来"})) { return std::nullopt; }
    std::vector<Notice> notices;
    auto due = readDeadline(m_normal, begin, end - 1, m_plan.year, m_dictionary, notices);
    if (due.kind == DeadlineKind::None) { return std::nullopt; }
    m_plan.notices.insert(m_plan.notices.end(), notices.begin(), notices.end());
    return due;
}

std::optional<Deadline> MeasureDoers::dueInText(Span body) const
{
    std::vector<Notice> notices;
    auto due = readDue(m_normal, body.begin, body.end, m_plan.year, m_dictionary, notices);
    if (!due || (due->kind != DeadlineKind::Date && due->kind != DeadlineKind::Dates)) { return std::nullopt; } // 立即 in it is no day
    m_plan.notices.insert(m_plan.notices.end(), notices.begin(), notices.end());
    return due;
}

void MeasureDoers::addLeads(Task& task, Span body, std::vector<Unit> const& shared) const
{
    for (auto& lead : readInlineLeads(m_normal, m_source, body.begin, body.end, m_dictionary)) {
        auto const named = [&](Unit const& unit) { return leads(unit.role) && unit.name.text == lead.name.text; };
        if (std::ranges::none_of(task.units, named) && std::ranges::none_of(shared, named)) { task.units.push_back(std::move(lead)); }
    }
}

} // namespace zhengtu::plan
