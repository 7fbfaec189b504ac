#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// The values that a filter can take, with how many tasks have each. `search` narrows the list by a part of the label or by
/// the pinyin initials ("jyq" finds 晋源区).
class FacetModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The filter owns its facets.")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ValueRole, CountRole };
    struct Value {
        QString value, label;
        int count = 0;
        QString initials;
    };

    using QAbstractListModel::QAbstractListModel;

    void setValues(std::vector<Value> values);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(QString const& search);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    Q_INVOKABLE QString labelOf(QString const& value) const; ///< the value itself where it is unknown
    Q_INVOKABLE QString valueAt(int row) const;

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void searchChanged();
    void countChanged();

private:
    void show();

    std::vector<Value> m_values;
    std::vector<std::size_t> m_shown;
    QString m_search;
};

} // namespace zhengtu::map
