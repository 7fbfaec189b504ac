#include "map/task_table_model.hpp"

#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QStringList>

#include <utility>

namespace zhengtu::map {
namespace {

/// The units of the first role that has any: who leads, else who is responsible.
QString mainUnits(ledger::TaskRow const& task)
{
    for (auto const role : {plan::UnitRole::Lead, plan::UnitRole::InlineLead, plan::UnitRole::Responsible, plan::UnitRole::Cooperating, plan::UnitRole::Acceptance}) {
        QStringList names;
        for (auto const& unit : task.units) {
            if (unit.role == role) { names << oneLine(qs(unit.name.text)); }
        }
        if (!names.isEmpty()) { return names.join(QStringLiteral("、")); }
    }
    return {};
}

QString counties(ledger::TaskRow const& task)
{
    QStringList names;
    for (auto const& county : task.counties) { names << qs(county); }
    return names.join(QStringLiteral("、"));
}

/// Fixed dates first, in order; then what has no date, by kind.
QString deadlineKey(plan::Deadline const& deadline)
{
    if (!deadline.dates.empty()) { return qs(isoDate(deadline.dates.back())); }
    return QStringLiteral("9999-12-31 %1").arg(static_cast<int>(deadline.kind));
}

} // namespace

QString taskNumber(ledger::TaskRow const& task)
{
    auto const problem = qs(task.problemNo), measure = qs(task.taskNo);
    return problem.isEmpty() || measure.isEmpty() ? problem + measure : problem + QLatin1Char(' ') + measure;
}

QString taskPlace(ledger::TaskRow const& task)
{
    QStringList places;
    QString reason;
    for (auto const& site : task.sites) {
        if (site.shape.empty()) { reason = reasonWords(site.reason); }
        else if (auto const place = qs(site.place); !places.contains(place)) { places << place; }
    }
    return places.isEmpty() ? reason : places.join(QStringLiteral("、"));
}

void TaskTableModel::setSnapshot(SnapshotRef snapshot, std::vector<cartography::Status> statuses)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_statuses = std::move(statuses);
    m_statuses.resize(m_snapshot ? m_snapshot->tasks.size() : 0);
    m_rows.clear();
    m_marks.clear();
    if (m_snapshot) {
        for (int row = 0; auto const& task : m_snapshot->tasks) { m_rows.insert(qs(task.id), row++); }
    }
    endResetModel();
}

void TaskTableModel::setStatuses(std::vector<cartography::Status> statuses)
{
    m_statuses = std::move(statuses);
    m_statuses.resize(static_cast<std::size_t>(rowCount()));
    if (rowCount() > 0) { emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); }
}

void TaskTableModel::setMarks(QHash<QString, int> marks)
{
    m_marks = std::move(marks);
    if (rowCount() > 0) { emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {MarkRole}); }
}

void TaskTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) { emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole, Qt::ToolTipRole}); }
}

int TaskTableModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(m_snapshot->tasks.size());
}

int TaskTableModel::columnCount(QModelIndex const& parent) const { return parent.isValid() ? 0 : ColumnCount; }

int TaskTableModel::rowOf(QString const& taskId) const { return m_rows.value(taskId, -1); }

QVariant TaskTableModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) { return {}; }
    auto const row = index.row();
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Measure) { return qs(task(row).taskText.empty() ? task(row).problemText : task(row).taskText); }
        if (index.column() == Deadline) { return oneLine(qs(task(row).deadline.said.text)); }
        return text(row, index.column());
    case TaskIdRole: return qs(task(row).id);
    case StatusRole: return static_cast<int>(status(row));
    case StatusKeyRole: return QString::fromLatin1(cartography::name(status(row)));
    case LocatedRole: return located(task(row));
    case SortRole: return sortKey(row, index.column());
    case MarkRole: return m_marks.value(qs(task(row).id), 0);
    default: return {};
    }
}

QVariant TaskTableModel::text(int row, int column) const
{
    auto const& it = task(row);
    switch (column) {
    case Status: return statusWord(status(row));
    case Number: return taskNumber(it);
    case Measure: return oneLine(qs(it.taskText.empty() ? it.problemText : it.taskText));
    case Category: return categoryWords(it.categories);
    case County: return counties(it);
    case Units: return mainUnits(it);
    case Deadline: return deadlineWord(it.deadline);
    case Place: return taskPlace(it);
    case Precision: return precisionWord(bestPrecision(it));
    case Plan: return qs(it.planTitle);
    default: return {};
    }
}

QVariant TaskTableModel::sortKey(int row, int column) const
{
    switch (column) {
    case Status: return static_cast<int>(status(row));
    case Number: return row;
    case Deadline: return deadlineKey(task(row).deadline);
    case Precision: return static_cast<int>(bestPrecision(task(row)));
    default: return text(row, column);
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) { return {}; }
    switch (section) {
    case Status: return tr("Status");
    case Number: return tr("No.");
    case Measure: return tr("Measure");
    case Category: return tr("Category");
    case County: return tr("County");
    case Units: return tr("Unit");
    case Deadline: return tr("Deadline");
    case Place: return tr("Place");
    case Precision: return tr("Precision");
    case Plan: return tr("Plan");
    default: return {};
    }
}

QHash<int, QByteArray> TaskTableModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Qt::ToolTipRole, "toolTip"}, {TaskIdRole, "taskId"},   {StatusRole, "status"},
            {StatusKeyRole, "statusKey"}, {LocatedRole, "located"},     {SortRole, "sortKey"},    {MarkRole, "mark"}};
}

} // namespace zhengtu::map
