#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// Rows and headings of one page of a result.
class ResultTable : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made in C++.")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    enum Role { ToneRole = Qt::UserRole + 1, NumberRole };
    struct Row {
        QStringList cells;
        QString key;  ///< what a click shows: "task:ID", "feature:LAYER/ID"; empty: nothing
        QString tone; ///< "yes", "maybe", "warning"; else empty
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// `numbers`: columns that are numbers, which stand on the right.
    void set(QStringList headings, std::vector<Row> rows, QList<int> numbers = {});
    [[nodiscard]] std::vector<Row> const& rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    Q_INVOKABLE QString keyAt(int row) const;
    Q_INVOKABLE int width(int column) const; ///< pixels that its longest text needs, within reason

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] int columnCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_headings.size()); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    QStringList m_headings;
    std::vector<Row> m_rows;
    QList<int> m_numbers, m_widths;
};

} // namespace zhengtu::map
