#pragma once

#include "map/backend.hpp"

#include <QAbstractTableModel>
#include <QHash>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// The ledger as a table: a row a task, in plan, problem, task order. Text is made when it is asked for, so a change of the
/// language shows after `retranslate`. Holds no selection and no filter.
class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the ledger table.")

public:
    enum Column { Status, Number, Measure, Deadline, County, Place, Precision, Category, Units, Plan, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        TaskIdRole = Qt::UserRole + 1,
        StatusRole,    ///< int of cartography::Status
        StatusKeyRole, ///< "overdue" ...
        LocatedRole,
        SortRole,      ///< what the column sorts by: dates as dates, numbers in ledger order
        MarkRole,      ///< 2 yes, 1 maybe, 0 not in the result of the last query
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows another state of the ledger; null empties the table.
    void setSnapshot(SnapshotRef snapshot, std::vector<cartography::Status> statuses);
    /// Colours for another date; one status a task.
    void setStatuses(std::vector<cartography::Status> statuses);
    /// Marks the answers of a query by task id; the others get none.
    void setMarks(QHash<QString, int> marks);
    void retranslate();

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] int columnCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] SnapshotRef const& snapshot() const { return m_snapshot; }
    [[nodiscard]] ledger::TaskRow const& task(int row) const { return m_snapshot->tasks[static_cast<std::size_t>(row)]; }
    [[nodiscard]] cartography::Status status(int row) const { return m_statuses[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(QString const& taskId) const; ///< -1 where there is none

private:
    [[nodiscard]] QVariant text(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;

    SnapshotRef m_snapshot;
    std::vector<cartography::Status> m_statuses;
    QHash<QString, int> m_rows;
    QHash<QString, int> m_marks;
};

/// "（七） 12.": the numbers of problem and measure as printed.
[[nodiscard]] QString taskNumber(ledger::TaskRow const& task);
/// The place that the task is shown at, or why it is at none.
[[nodiscard]] QString taskPlace(ledger::TaskRow const& task);

} // namespace zhengtu::map
