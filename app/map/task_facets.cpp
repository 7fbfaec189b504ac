#include "map/task_filter_model.hpp"
#include "map/words.hpp"

#include <QHash>

#include <algorithm>

/// What each filter of TaskFilterModel can be set to.
namespace zhengtu::map {
namespace {

/// Counts tasks by value; `sorted` most frequent first, then by label, so that the list is the same in every run.
class Tally {
public:
    void add(QString const& value, QString const& label)
    {
        auto const known = m_index.constFind(value);
        if (known != m_index.constEnd()) { ++m_values[*known].count; }
        else {
            m_index.insert(value, m_values.size());
            m_values.push_back({value, label, 1, {}});
        }
    }
    [[nodiscard]] std::vector<FacetModel::Value> values() && { return std::move(m_values); }
    [[nodiscard]] std::vector<FacetModel::Value> sorted() &&
    {
        std::ranges::sort(m_values, [](auto const& a, auto const& b) { return a.count != b.count ? a.count > b.count : a.label < b.label; });
        return std::move(m_values);
    }

private:
    std::vector<FacetModel::Value> m_values;
    QHash<QString, std::size_t> m_index;
};

} // namespace

void TaskFilterModel::fillFacets()
{
    Tally plans, counties, categories;
    if (auto const& snapshot = m_table.snapshot()) {
        for (auto const& task : snapshot->tasks) {
            plans.add(qs(task.planId), qs(task.planTitle));
            for (auto const& county : task.counties) { counties.add(qs(county), qs(county)); }
            for (auto const& category : task.categories) { categories.add(qs(category), categoryWord(category)); }
        }
    }
    m_plans.setValues(std::move(plans).values()); // in ledger order
    m_counties.setValues(std::move(counties).sorted());
    m_categories.setValues(std::move(categories).sorted());
    fillUnits();
}

void TaskFilterModel::fillUnits()
{
    Tally units;
    if (auto const& snapshot = m_table.snapshot()) {
        for (auto const& task : snapshot->tasks) {
            QStringList seen; // a unit may have two roles in one task
            for (auto const& unit : task.units) {
                if (m_unitRole >= 0 && !plan::answersTo(unit.role, static_cast<plan::UnitRole>(m_unitRole))) { continue; }
                if (auto const name = oneLine(qs(unit.name.text)); !seen.contains(name)) {
                    seen << name;
                    units.add(name, name);
                }
            }
        }
    }
    m_units.setValues(std::move(units).sorted());
}

void TaskFilterModel::retranslate() { fillFacets(); }

} // namespace zhengtu::map
