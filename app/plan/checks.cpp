#include "plan/checks.hpp"

#include "core/utf.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace zhengtu::plan {

namespace {

/// A number as it stands in the document, for following a row of them.
struct Counted {
    int value = 0;
    text::NumberForm form = text::NumberForm::ArabicDot;
    Passage where;
    std::size_t parent = 0; ///< the section or problem that it is numbered in
};

std::optional<Counted> counted(std::string const& printed, Passage const& where, std::size_t parent)
{
    auto wide = toUtf32(printed);
    if (!wide) { return std::nullopt; }
    for (auto& c : *wide) { // as printed, so with any width of bracket and digit
        if (c == U'(') { c = U'（'; }
        if (c == U')') { c = U'）'; }
        if (c == U'．') { c = U'.'; }
        if (c >= U'０' && c <= U'９') { c = c - U'０' + U'0'; }
    }
    auto const number = text::leadingNumber(*wide + U"　");
    if (!number) { // the running number of a table row
        auto const value = text::numeral(*wide);
        return value ? std::optional{Counted{*value, text::NumberForm::ArabicDot, where, parent}} : std::nullopt;
    }
    return Counted{number->value, number->form, where, parent};
}

/// A row that runs on from 1, or begins anew with each parent: every number is the one before it plus one, or 1.
void followRow(std::vector<Counted> const& row, std::string const& what, Plan& plan, bool fromOne = true)
{
    if (row.empty()) { return; }
    auto const start = fromOne ? 0 : row.front().value - 1; // sections of a body may begin behind other chapters
    bool ok = true;
    std::size_t restarts = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        auto const previous = i == 0 ? start : row[i - 1].value;
        auto const value = row[i].value;
        if (value == previous + 1) { continue; }
        bool const anew = i > 0 && (row[i].parent != row[i - 1].parent || (previous > 1 && value == 1)); // 远期措施 below 近期措施
        if (value == 1 && anew) {
            ++restarts;
            continue;
        }
        ok = false;
        auto const key = value == previous ? "number-repeated" : (value > previous ? "number-gap" : "number-backwards");
        plan.notices.push_back({key, what + ": " + std::to_string(value) + " after " + std::to_string(previous), row[i].where.span});
    }
    auto const highest = std::max_element(row.begin(), row.end(), [](Counted const& a, Counted const& b) { return a.value < b.value; });
    if (restarts == 0) {
        plan.checks.push_back({what + " run to", static_cast<double>(highest->value), static_cast<double>(row.size()) + start,
                               ok && static_cast<std::size_t>(highest->value - start) == row.size(), highest->where});
    } else {
        plan.checks.push_back({what + " without gap or repeat", static_cast<double>(row.size()), static_cast<double>(row.size()), ok, row.back().where});
    }
}

/// The numbers of another list, of which only some stand here: 反馈问题11, 第17项. A list that has all of them begins with 1.
bool borrowed(Plan const& plan) noexcept
{
    auto const other = [](Problem const& problem) { return problem.no.contains("反馈") || problem.no.starts_with("第"); };
    bool const first = !plan.problems.empty() && counted(plan.problems.front().no, {}, 0).value_or(Counted{.value = 1, .where = {}}).value == 1;
    return !first && std::all_of(plan.problems.begin(), plan.problems.end(), other);
}

/// Complaints are published lot by lot; an extract says that it is one.
bool isPart(Plan const& plan) noexcept
{
    return plan.kind == PlanKind::Complaints || plan.title.contains("节选") || plan.title.contains("摘录") || plan.title.contains("摘编");
}

void withoutRepeat(std::vector<Counted> const& row, std::string const& what, Plan& plan)
{
    std::unordered_set<int> seen;
    for (auto const& number : row) {
        if (seen.insert(number.value).second) { continue; }
        plan.notices.push_back({"number-repeated", what + ": " + std::to_string(number.value) + " once more", number.where.span});
    }
    plan.checks.push_back({what + " without repeat", static_cast<double>(row.size()), static_cast<double>(seen.size()), seen.size() == row.size(), row.back().where});
}

Passage shortened(Passage passage)
{
    if (passage.text.size() > 90) { passage.text.resize(wholeCharacters(passage.text, 90)); }
    return passage;
}

void checkDeclared(Plan& plan, DeclaredTotals const& declared)
{
    std::size_t tasks = 0;
    for (auto const& problem : plan.problems) { tasks += problem.tasks.size(); }
    auto const check = [&](char const* what, std::optional<int> stated, std::size_t found, Passage const& quote) {
        if (stated) { plan.checks.push_back({what, static_cast<double>(*stated), static_cast<double>(found), static_cast<std::size_t>(*stated) == found, quote}); }
    };
    check("declared sections", declared.totals.sections, plan.sections.size(), declared.sections);
    check("declared problems", declared.totals.problems, plan.problems.size(), declared.problems);
    check("declared tasks", declared.totals.tasks, tasks, declared.tasks);
}

} // namespace

bool complete(Plan const& plan) noexcept
{
    return std::all_of(plan.checks.begin(), plan.checks.end(), [](Check const& check) { return check.ok || !check.decisive; });
}

void checkPages(Plan& plan, text::Positions const& positions)
{
    if (positions.unread.empty()) { return; }
    auto const pages = static_cast<double>(positions.pages.size());
    plan.checks.push_back({"pages", pages, pages - static_cast<double>(positions.unread.size()), false, {}, true});
    for (auto const page : positions.unread) {
        auto const at = page <= positions.pages.size() ? positions.pages[page - 1] : 0U;
        plan.notices.push_back({"page-without-text", "page " + std::to_string(page) + " is a picture: recognise its text first (OCR), then read the result", {at, at}});
    }
}

void selfCheck(Plan& plan, DeclaredTotals const& declared)
{
    if (plan.problems.empty()) { return; }
    plan.declared = declared.totals;
    checkDeclared(plan, declared);
    std::vector<Counted> sections, problems, measures;
    std::optional<text::NumberForm> form;
    for (auto const& section : plan.sections) {
        if (auto number = counted(section.no, shortened(section.title), 0)) { sections.push_back(std::move(*number)); }
    }
    for (auto const& problem : plan.problems) {
        if (auto number = counted(problem.no, shortened(problem.body), problem.section)) {
            // A section that is itself the problem counts among the sections.
            bool const section = problem.section != Problem::npos && plan.sections[problem.section].no == problem.no;
            if (!section) {
                form = form ? form : std::optional{number->form};
                if (number->form == *form) { problems.push_back(std::move(*number)); }
            }
        }
        for (auto const& task : problem.tasks) {
            if (auto number = counted(task.no, shortened(task.body), static_cast<std::size_t>(&problem - plan.problems.data()))) { measures.push_back(std::move(*number)); }
        }
    }
    followRow(sections, "section numbers", plan, false);
    if (borrowed(plan)) { withoutRepeat(problems, "problem numbers", plan); }
    else { followRow(problems, "problem numbers", plan, !isPart(plan)); }
    // Of a handling only what is still to be done is a measure: the numbers between were done.
    if (plan.kind != PlanKind::Complaints) { followRow(measures, "measure numbers", plan); }
}

} // namespace zhengtu::plan
