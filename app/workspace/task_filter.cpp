#include "workspace/task_filter.hpp"

#include "workspace/workspace.hpp"

#include <algorithm>

namespace zhengtu::workspace {

namespace {

bool anyUnit(ledger::TaskRow const& task, TaskFilter const& filter)
{
    auto const role = plan::unitRole(filter.role);
    return std::ranges::any_of(task.units, [&](plan::Unit const& unit) {
        return unit.name.text.contains(filter.unit) && (filter.role.empty() || (role && plan::answersTo(unit.role, *role)));
    });
}

bool anyText(ledger::TaskRow const& task, std::string const& text)
{
    return task.taskText.contains(text) || task.problemText.contains(text) ||
           std::ranges::any_of(task.units, [&](auto const& unit) { return unit.name.text.contains(text); }) ||
           std::ranges::any_of(task.sites, [&](auto const& site) { return site.place.contains(text); });
}

bool isLocated(ledger::TaskRow const& task)
{
    return std::ranges::any_of(task.sites, [](auto const& site) { return !site.shape.empty(); });
}

bool holds(ledger::TaskRow const& task, TaskFilter const& filter, Date asOf)
{
    return (filter.plan.empty() || task.planId == filter.plan || task.planTitle.contains(filter.plan)) &&
           (filter.county.empty() || std::ranges::contains(task.counties, filter.county)) &&
           (filter.category.empty() || std::ranges::contains(task.categories, filter.category)) &&
           ((filter.unit.empty() && filter.role.empty()) || anyUnit(task, filter)) &&
           (filter.text.empty() || anyText(task, filter.text)) &&
           (filter.deadline.empty() || filter.deadline == cartography::name(statusOf(task, asOf))) &&
           (!filter.unlocated || !isLocated(task));
}

} // namespace

std::vector<ledger::TaskRow> filtered(std::vector<ledger::TaskRow> tasks, TaskFilter const& filter, Date asOf)
{
    std::erase_if(tasks, [&](auto const& task) { return !holds(task, filter, asOf); });
    return tasks;
}

} // namespace zhengtu::workspace
