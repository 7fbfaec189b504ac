#include "map/query_filter.hpp"

#include "map/words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace zhengtu::map {
namespace {

enum Attribute { County, Category, Deadline, Unit, UnitRole, Plan, Text, attributes };

} // namespace

std::string workspace::TaskFilter::* QueryFilter::field(int row)
{
    switch (row) {
    case County: return &workspace::TaskFilter::county;
    case Category: return &workspace::TaskFilter::category;
    case Deadline: return &workspace::TaskFilter::deadline;
    case Unit: return &workspace::TaskFilter::unit;
    case UnitRole: return &workspace::TaskFilter::role;
    case Plan: return &workspace::TaskFilter::plan;
    default: return &workspace::TaskFilter::text;
    }
}

std::vector<QueryFilter::Choice> QueryFilter::choices(int row) const
{
    std::vector<Choice> all;
    switch (row) {
    case County: return m_counties;
    case Plan: return m_plans;
    case Category:
        for (auto const& one : m_categories) { all.push_back({one.value, categoryWord(one.value)}); }
        break;
    case Deadline:
        for (auto const& key : statusKeys()) { all.push_back({key, statusKeyWord(key)}); }
        break;
    case UnitRole:
        for (auto const& key : roleKeys()) { all.push_back({key, roleKeyWord(key)}); }
        break;
    default: break;
    }
    return all;
}

void QueryFilter::setLedger(LedgerSnapshot const& ledger)
{
    std::set<std::string> counties, categories;
    for (auto const& task : ledger.tasks) {
        counties.insert(task.counties.begin(), task.counties.end());
        categories.insert(task.categories.begin(), task.categories.end());
    }
    beginResetModel();
    m_plans.clear();
    m_counties.clear();
    m_categories.clear();
    for (auto const& plan : ledger.plans) { m_plans.push_back({plan.id, oneLine(qs(plan.title))}); }
    for (auto const& county : counties) { m_counties.push_back({county, qs(county)}); }
    for (auto const& category : categories) { m_categories.push_back({category, {}}); }
    endResetModel();
}

void QueryFilter::retranslate()
{
    beginResetModel();
    endResetModel();
}

void QueryFilter::change(int row, std::string value)
{
    if (row < 0 || row >= attributes || m_filter.*field(row) == value) { return; }
    m_filter.*field(row) = std::move(value);
    emit dataChanged(index(row), index(row));
    emit edited();
}

void QueryFilter::setText(int row, QString const& text)
{
    if (row == Unit || row == Text) { change(row, utf8(text.trimmed())); }
}

void QueryFilter::choose(int row, int choice)
{
    auto const all = choices(row);
    if (choice < 0 || choice > static_cast<int>(all.size())) { return; }
    change(row, choice == 0 ? std::string{} : all[static_cast<std::size_t>(choice) - 1].value);
}

void QueryFilter::set(workspace::TaskFilter const& filter)
{
    beginResetModel();
    m_filter = filter;
    endResetModel();
    emit edited();
}

int QueryFilter::rowCount(QModelIndex const& parent) const { return parent.isValid() ? 0 : attributes; }

QVariant QueryFilter::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const row = index.row();
    auto const& value = m_filter.*field(row);
    switch (role) {
    case LabelRole:
        return QStringList{tr("County"), tr("Category"), tr("State"), tr("Unit"), tr("Role of the unit"), tr("Plan"), tr("Text")}.value(row);
    case Qt::DisplayRole:
    case ValueRole: return qs(value);
    case ChoicesRole: {
        auto const all = choices(row);
        if (row == Unit || row == Text) { return QStringList{}; }
        QStringList words{tr("any")};
        for (auto const& one : all) { words << one.word; }
        // A stored question may name what the ledger has not: part of a plan's title, a county without tasks.
        if (!value.empty() && !std::ranges::contains(all, value, &Choice::value)) { words << qs(value); }
        return words;
    }
    case ChosenRole: {
        auto const all = choices(row);
        auto const at = std::ranges::find(all, value, &Choice::value);
        return value.empty() ? 0 : static_cast<int>(at - all.begin()) + 1; // one that is not known stands last
    }
    default: return {};
    }
}

QHash<int, QByteArray> QueryFilter::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}, {ChoicesRole, "choices"}, {ChosenRole, "chosen"}};
}

} // namespace zhengtu::map
