#include "map/task_filter_model.hpp"

#include "map/pinyin.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::map {
namespace {

/// Everything of a task that a person may type, in lower case, with the initials of its names at the end.
QString haystack(ledger::TaskRow const& task)
{
    QString names;
    for (auto const& unit : task.units) { names += qs(unit.name.text) + QLatin1Char('\n'); }
    for (auto const& county : task.counties) { names += qs(county) + QLatin1Char('\n'); }
    for (auto const& site : task.sites) { names += qs(site.place) + QLatin1Char('\n'); }
    return (taskNumber(task) + QLatin1Char('\n') + qs(task.problemText) + QLatin1Char('\n') + qs(task.taskText) + QLatin1Char('\n') +
            qs(task.goals) + QLatin1Char('\n') + qs(task.deadline.said.text) + QLatin1Char('\n') + names + categoryWords(task.categories) +
            QLatin1Char('\n')).toLower() + pinyinInitials(names);
}

} // namespace

TaskFilterModel::TaskFilterModel(TaskTableModel& table, QObject* parent)
    : QSortFilterProxyModel{parent}, m_table{table}, m_collator{QLocale{QLocale::Chinese, QLocale::China}}
{
    m_collator.setNumericMode(true);
    setSortRole(TaskTableModel::SortRole);
    setSourceModel(&table);
    connect(&table, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_haystacks.clear(); });
    connect(this, &QAbstractItemModel::modelReset, this, &TaskFilterModel::onReset);
    connect(&table, &QAbstractItemModel::dataChanged, this, [this](QModelIndex const&, QModelIndex const&, QList<int> const& roles) {
        if (roles.isEmpty()) { // statuses of another date
            count();
            refilter();
        }
    });
    onReset();
}

template <class T> void TaskFilterModel::change(T& member, T const& value)
{
    if (member == value) { return; }
    member = value;
    refilter();
}

void TaskFilterModel::setPlan(QString const& id) { change(m_plan, id); }
void TaskFilterModel::setCounty(QString const& name) { change(m_county, name); }
void TaskFilterModel::setCategory(QString const& key) { change(m_category, key); }
void TaskFilterModel::setUnit(QString const& name) { change(m_unit, name); }
void TaskFilterModel::setDue(Due due) { change(m_due, due); }
void TaskFilterModel::setDueFrom(QString const& date) { change(m_dueFrom, date); }
void TaskFilterModel::setDueTo(QString const& date) { change(m_dueTo, date); }
void TaskFilterModel::setWhere(Where where) { change(m_where, where); }

void TaskFilterModel::setUnitRole(int role)
{
    if (role == m_unitRole) { return; }
    m_unitRole = role;
    fillUnits();
    refilter();
}

void TaskFilterModel::setText(QString const& text)
{
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    change(m_text, text);
}

void TaskFilterModel::restrictTo(QSet<QString> taskIds)
{
    m_only = std::move(taskIds);
    m_restricted = true;
    refilter();
}

void TaskFilterModel::clearRestriction()
{
    if (!m_restricted) { return; }
    m_only.clear();
    m_restricted = false;
    refilter();
}

bool TaskFilterModel::active() const
{
    return m_restricted || m_due != AnyDue || m_where != Anywhere || m_unitRole >= 0 || !m_plan.isEmpty() || !m_county.isEmpty() ||
           !m_category.isEmpty() || !m_unit.isEmpty() || !m_words.isEmpty();
}

void TaskFilterModel::clear()
{
    for (auto* text : {&m_plan, &m_county, &m_category, &m_unit, &m_dueFrom, &m_dueTo, &m_text}) { text->clear(); }
    m_words.clear();
    m_only.clear();
    m_restricted = false;
    m_due = AnyDue;
    m_where = Anywhere;
    if (std::exchange(m_unitRole, -1) != -1) { fillUnits(); }
    refilter();
}

int TaskFilterModel::rowOf(QString const& taskId) const
{
    auto const source = m_table.rowOf(taskId);
    return source < 0 ? -1 : mapFromSource(m_table.index(source, 0)).row();
}

QString TaskFilterModel::taskIdAt(int row) const { return index(row, 0).data(TaskTableModel::TaskIdRole).toString(); }

void TaskFilterModel::sortBy(int column)
{
    if (sortColumn() != column) { sort(column, Qt::AscendingOrder); }
    else if (sortOrder() == Qt::AscendingOrder) { sort(column, Qt::DescendingOrder); }
    else { sort(-1, Qt::AscendingOrder); }
    emit sortedChanged();
}

std::vector<ledger::TaskRow> TaskFilterModel::shownTasks() const
{
    std::vector<ledger::TaskRow> tasks;
    tasks.reserve(static_cast<std::size_t>(rowCount()));
    for (int row = 0; row < rowCount(); ++row) { tasks.push_back(m_table.task(mapToSource(index(row, 0)).row())); }
    return tasks;
}

void TaskFilterModel::refilter()
{
    invalidateRowsFilter();
    emit filterChanged();
    emit countsChanged();
}

void TaskFilterModel::onReset()
{
    fillFacets();
    count();
    emit countsChanged();
}

void TaskFilterModel::count()
{
    m_located = m_overdue = m_dueSoon = m_longTerm = 0;
    for (int row = 0; row < m_table.rowCount(); ++row) {
        auto const status = m_table.status(row);
        m_located += map::located(m_table.task(row)) ? 1 : 0;
        m_overdue += status == cartography::Status::Overdue ? 1 : 0;
        m_dueSoon += status == cartography::Status::DueSoon ? 1 : 0;
        m_longTerm += status == cartography::Status::LongTerm ? 1 : 0;
    }
}

bool TaskFilterModel::filterAcceptsRow(int sourceRow, QModelIndex const& /*sourceParent*/) const
{
    auto const& task = m_table.task(sourceRow);
    auto const has = [](std::vector<std::string> const& all, QString const& wanted) {
        return wanted.isEmpty() || std::ranges::find(all, utf8(wanted)) != all.end();
    };
    if (m_restricted && !m_only.contains(qs(task.id))) { return false; }
    if (!m_plan.isEmpty() && qs(task.planId) != m_plan) { return false; }
    if (m_where != Anywhere && map::located(task) != (m_where == Located)) { return false; }
    return has(task.counties, m_county) && has(task.categories, m_category) && acceptsUnit(task) &&
           acceptsDue(task, m_table.status(sourceRow)) && acceptsText(sourceRow);
}

bool TaskFilterModel::acceptsUnit(ledger::TaskRow const& task) const
{
    if (m_unit.isEmpty() && m_unitRole < 0) { return true; }
    return std::ranges::any_of(task.units, [this](plan::Unit const& unit) {
        return (m_unitRole < 0 || plan::answersTo(unit.role, static_cast<plan::UnitRole>(m_unitRole))) && (m_unit.isEmpty() || oneLine(qs(unit.name.text)) == m_unit);
    });
}

bool TaskFilterModel::acceptsDue(ledger::TaskRow const& task, cartography::Status status) const
{
    switch (m_due) {
    case AnyDue: return true;
    case Overdue: return status == cartography::Status::Overdue;
    case DueSoon: return status == cartography::Status::DueSoon;
    case LongTerm: return status == cartography::Status::LongTerm;
    case NoDate: return task.deadline.dates.empty();
    case DateRange: break;
    }
    auto const from = parseIsoDate(utf8(m_dueFrom.trimmed())), to = parseIsoDate(utf8(m_dueTo.trimmed()));
    return std::ranges::any_of(task.deadline.dates, [&](Date date) { return (!from || date >= *from) && (!to || date <= *to); });
}

bool TaskFilterModel::acceptsText(int sourceRow) const
{
    if (m_words.isEmpty()) { return true; }
    m_haystacks.resize(static_cast<std::size_t>(m_table.rowCount()));
    auto& text = m_haystacks[static_cast<std::size_t>(sourceRow)];
    if (text.isEmpty()) { text = haystack(m_table.task(sourceRow)); }
    return std::ranges::all_of(m_words, [&text](QString const& word) { return text.contains(word); });
}

bool TaskFilterModel::lessThan(QModelIndex const& left, QModelIndex const& right) const
{
    auto const a = left.data(TaskTableModel::SortRole), b = right.data(TaskTableModel::SortRole);
    if (a.typeId() == QMetaType::Int) { return a.toInt() < b.toInt(); }
    return m_collator.compare(a.toString(), b.toString()) < 0;
}

} // namespace zhengtu::map
