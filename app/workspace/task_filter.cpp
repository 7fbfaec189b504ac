#include "workspace/task_filter.hpp"

#include "workspace/workspace.hpp"

#include <algorithm>
#include <string_view>

namespace zhengtu::workspace {

namespace {

/// Asks a filter of the tasks of a table.
class Test {
public:
    Test(ledger::SiteTable const& table, TaskFilter const& filter, Date asOf) : m_table{table}, m_filter{filter}, m_role{plan::unitRole(filter.role)}, m_asOf{asOf} {}

    [[nodiscard]] bool operator()(std::size_t task) const
    {
        auto const& [plan, county, category, unit, role, text, deadline, unlocated] = m_filter;
        return (plan.empty() || m_table.planId(task) == plan || m_table.planTitle(task).contains(plan)) &&
               (county.empty() || std::ranges::contains(m_table.counties(task), county)) &&
               (category.empty() || std::ranges::contains(m_table.categories(task), category)) &&
               ((unit.empty() && role.empty()) || anyUnit(task)) &&
               (text.empty() || anyText(task)) &&
               (deadline.empty() || deadline == cartography::name(statusOf(m_table.status(task), m_table.deadline(task), m_asOf))) &&
               (!unlocated || !anySite(task, [&](std::size_t site) { return !m_table.view(site).shape.empty(); }));
    }

private:
    [[nodiscard]] bool anyUnit(std::size_t task) const
    {
        return std::ranges::any_of(m_table.units(task), [&](auto const& unit) {
            return unit.second.contains(m_filter.unit) && (m_filter.role.empty() || (m_role && plan::answersTo(unit.first, *m_role)));
        });
    }

    [[nodiscard]] bool anyText(std::size_t task) const
    {
        auto const& text = m_filter.text;
        return m_table.speaksOfIt(task) || std::ranges::any_of(m_table.units(task), [&](auto const& unit) { return unit.second.contains(text); }) ||
               anySite(task, [&](std::size_t site) { return m_table.place(site).contains(text); });
    }

    template <class Is> [[nodiscard]] bool anySite(std::size_t task, Is const& is) const
    {
        for (auto site = m_table.firstSite(task); site < m_table.endOfSites(task); ++site) {
            if (is(site)) { return true; }
        }
        return false;
    }

    ledger::SiteTable const& m_table;
    TaskFilter const& m_filter;
    std::optional<plan::UnitRole> m_role;
    Date m_asOf;
};

} // namespace

AskedTasks chosen(ledger::SiteTable const& table, TaskFilter const& filter, Date asOf)
{
    AskedTasks asked{table, {}};
    Test const holds{table, filter, asOf};
    for (std::size_t task = 0; task < table.tasks(); ++task) {
        if (holds(task)) { asked.numbers.push_back(static_cast<std::uint32_t>(task)); }
    }
    return asked;
}

std::vector<ledger::TaskRow> filtered(std::vector<ledger::TaskRow> tasks, TaskFilter const& filter, Date asOf)
{
    if (filter == TaskFilter{}) { return tasks; }
    auto const numbers = chosen(ledger::SiteTable::of(tasks, filter.text), filter, asOf).numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != i) { tasks[i] = std::move(tasks[numbers[i]]); }
    }
    tasks.resize(numbers.size());
    return tasks;
}

} // namespace zhengtu::workspace
