#include "workspace/corrections.hpp"

#include "core/utf.hpp"
#include "place/units.hpp"

#include <algorithm>
#include <charconv>

#include <pwd.h>
#include <unistd.h>

namespace zhengtu::workspace {

namespace {

using ledger::Correction;
using ledger::TaskRow;

TaskRow const* taskOf(std::vector<TaskRow> const& tasks, std::string const& id)
{
    auto const found = std::ranges::find(tasks, id, &TaskRow::id);
    return found == tasks.end() ? nullptr : &*found;
}

Result<plan::UnitRole> roleOf(std::string const& name)
{
    if (auto const role = plan::unitRole(name)) { return *role; }
    return fail(ErrorCode::Usage, "no role is called \"" + name + "\"", "Roles: lead, responsible, cooperating, acceptance, person, inline_lead.");
}

/// The unit of a task by its name, whole or a part that only one has.
Result<ledger::UnitName> unitOf(TaskRow const& task, std::string const& name)
{
    std::vector<plan::Unit const*> found;
    std::string all;
    for (auto const& unit : task.units) {
        if (unit.name.text == name) { return ledger::UnitName{unit.role, unit.name.text}; }
        if (unit.name.text.contains(name)) { found.push_back(&unit); }
        all += (all.empty() ? "" : ", ") + unit.name.text;
    }
    if (found.size() == 1) { return ledger::UnitName{found.front()->role, found.front()->name.text}; }
    return fail(found.empty() ? ErrorCode::NotFound : ErrorCode::Ambiguous,
                "task " + task.id + (found.empty() ? " has no unit \"" : " has several units \"") + name + "\"", all.empty() ? "It has no units." : "Its units: " + all);
}

Result<std::size_t> splitPlace(TaskRow const& task, std::string const& said)
{
    std::size_t number = 0;
    auto const* const end = said.data() + said.size();
    if (auto const [stopped, error] = std::from_chars(said.data(), end, number); error == std::errc{} && stopped == end) { return number; }
    auto const text = toUtf32(task.taskText);
    auto const words = toUtf32(said);
    if (!text || !words || words->empty()) { return fail(ErrorCode::Usage, "the words to split at are empty or no text"); }
    auto const at = text->find(*words);
    if (at == std::u32string::npos) { return fail(ErrorCode::NotFound, "the measure does not say \"" + said + "\"", "It says: " + task.taskText); }
    if (text->find(*words, at + 1) != std::u32string::npos) {
        return fail(ErrorCode::Ambiguous, "the measure says \"" + said + "\" more than once", "Give more of the words, or the number of characters that stay.");
    }
    return at;
}

/// The counties that units of a plan of that region stand for.
std::vector<std::string> countiesOf(std::vector<plan::Unit> const& units, std::string const& region, place::Gazetteer const& gazetteer)
{
    std::vector<std::string> counties;
    for (auto const& adcode : place::areaOfAll(units, gazetteer.scope(region), gazetteer).counties) { counties.push_back(gazetteer.label(adcode)); }
    return counties;
}

/// Units, one after the other: the second is looked up in what the first makes.
Result<void> addUnits(std::vector<Correction>& corrections, TaskRow task, TaskWish const& wish, std::string const& region, place::Gazetteer const& gazetteer)
{
    auto const change = [&](std::optional<ledger::UnitName> from, std::optional<ledger::UnitName> to) {
        if (from) {
            auto const at = std::ranges::find_if(task.units, [&](auto const& unit) { return unit.role == from->role && unit.name.text == from->name; });
            if (to) { *at = {to->role, {to->name, at->name.span}}; }
            else { task.units.erase(at); }
        } else {
            task.units.push_back({to->role, {to->name, {}}});
        }
        corrections.push_back({task.id, ledger::UnitChange{std::move(from), std::move(to), countiesOf(task.units, region, gazetteer)}});
    };
    for (auto const& [name, role] : wish.roles) {
        auto const unit = unitOf(task, name);
        auto const to = roleOf(role);
        if (!unit) { return std::unexpected{unit.error()}; }
        if (!to) { return std::unexpected{to.error()}; }
        change(*unit, ledger::UnitName{*to, unit->name});
    }
    for (auto const& [name, renamed] : wish.renames) {
        auto const unit = unitOf(task, name);
        if (!unit) { return std::unexpected{unit.error()}; }
        change(*unit, ledger::UnitName{unit->role, renamed});
    }
    for (auto const& name : wish.dropped) {
        auto const unit = unitOf(task, name);
        if (!unit) { return std::unexpected{unit.error()}; }
        change(*unit, std::nullopt);
    }
    for (auto const& [name, role] : wish.added) {
        auto const to = roleOf(role);
        if (!to) { return std::unexpected{to.error()}; }
        change(std::nullopt, ledger::UnitName{*to, name});
    }
    return {};
}

} // namespace

Result<ledger::DeadlineChange> deadlineFrom(std::string const& text)
{
    ledger::DeadlineChange change;
    std::string_view rest = text;
    std::optional<plan::DeadlineKind> named;
    while (!rest.empty()) {
        auto const comma = rest.find(',');
        auto const part = rest.substr(0, comma);
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        if (auto const date = parseIsoDate(part)) { change.dates.push_back(*date); }
        else if (part == "long-term") { change.longTerm = true; }
        else if (auto const kind = plan::deadlineKind(part); kind && !named && *kind != plan::DeadlineKind::Date && *kind != plan::DeadlineKind::Dates) { named = kind; }
        else {
            return fail(ErrorCode::Usage, "\"" + std::string{part} + "\" is no deadline",
                        "Write 2024-06-30, several dates with commas, immediate, long-term, by-plan, referenced or none.");
        }
    }
    if (text.empty() || (named && !change.dates.empty())) { return fail(ErrorCode::Usage, "\"" + text + "\" is no deadline"); }
    std::ranges::sort(change.dates);
    auto const repeats = std::ranges::unique(change.dates);
    change.dates.erase(repeats.begin(), repeats.end());
    change.kind = named ? *named
                  : change.dates.empty() ? plan::DeadlineKind::LongTerm
                  : change.dates.size() == 1 ? plan::DeadlineKind::Date
                                             : plan::DeadlineKind::Dates;
    return change;
}

Result<std::vector<Correction>> taskCorrections(ledger::Ledger const& ledger, Atlas const& atlas, std::string const& subject, TaskWish const& wish)
{
    std::vector<Correction> corrections;
    auto const tasks = ledger.tasks();
    if (!tasks) { return std::unexpected{tasks.error()}; }
    auto const plans = ledger.plans();
    if (!plans) { return std::unexpected{plans.error()}; }
    auto const* const task = taskOf(*tasks, subject);
    if (wish.status) { corrections.push_back({subject, ledger::StatusChange{*wish.status}}); }
    if (wish.deadline) {
        auto change = deadlineFrom(*wish.deadline);
        if (!change) { return std::unexpected{change.error()}; }
        corrections.push_back({subject, std::move(*change)});
    }
    if (wish.categories) { corrections.push_back({subject, ledger::CategoryChange{*wish.categories}}); }
    if (task != nullptr) {
        auto const plan = std::ranges::find(*plans, task->planId, &ledger::PlanRow::id);
        auto const region = plan == plans->end() ? std::string{} : plan->region;
        if (auto const units = addUnits(corrections, *task, wish, region, atlas.gazetteer()); !units) { return std::unexpected{units.error()}; }
    } else if (!wish.roles.empty() || !wish.renames.empty() || !wish.added.empty() || !wish.dropped.empty()) {
        return fail(ErrorCode::NotFound, subject + " is no task; only tasks have units", "Give the id of a task, as `zhengtu tasks` lists them.");
    }
    if (wish.text) { corrections.push_back({subject, ledger::TextChange{*wish.text}}); }
    if (wish.split) {
        if (task == nullptr) { return fail(ErrorCode::NotFound, subject + " is no task", "Give the id of a task, as `zhengtu tasks` lists them."); }
        auto const at = splitPlace(*task, *wish.split);
        if (!at) { return std::unexpected{at.error()}; }
        corrections.push_back({subject, ledger::Split{*at, {}}});
    }
    if (wish.merge) { corrections.push_back({subject, ledger::Merge{*wish.merge}}); }
    if (wish.as) {
        auto const kind = ledger::passageKind(*wish.as);
        if (!kind) { return fail(ErrorCode::Usage, "no passage is called \"" + *wish.as + "\"", "Passages: measure, goal, note."); }
        corrections.push_back({subject, ledger::Relabel{*kind, {}}});
    }
    if (corrections.empty()) { return fail(ErrorCode::Usage, "nothing to correct is given", "Say what: --deadline, --status, --role ...; see --help."); }
    return corrections;
}

std::string currentUser()
{
    auto const* const entry = ::getpwuid(::geteuid());
    return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "user " + std::to_string(::geteuid());
}

} // namespace zhengtu::workspace
