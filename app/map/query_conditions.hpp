#pragma once

#include "workspace/spatial_query.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// The conditions of a question as they are being written, one a row; all must hold of the same site.
class QueryConditions : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The form owns its conditions.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { PredicateRole = Qt::UserRole + 1, TargetRole, AmountRole, ZoneRole, WrongRole };

    explicit QueryConditions(QObject* parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    Q_INVOKABLE void setPredicate(int row, int predicate); ///< as workspace::Predicate
    Q_INVOKABLE void setTarget(int row, QString const& target);
    /// "2km" of near, "5" of nearest; of the others how far the target is grown first, or nothing.
    Q_INVOKABLE void setAmount(int row, QString const& amount);
    Q_INVOKABLE void setZone(int row, int zone); ///< 0: any; then core, buffer, experimental, key, domain
    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int row); ///< the last one is emptied instead

    /// Usage, where an amount is none or a target is missing.
    [[nodiscard]] Result<std::vector<workspace::QueryTerm>> terms() const;
    void set(std::vector<workspace::QueryTerm> const& terms);
    [[nodiscard]] bool empty() const; ///< no target is written yet

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void edited();

private:
    struct Row {
        workspace::Predicate predicate = workspace::Predicate::Within;
        QString target, amount;
        int zone = 0;
    };
    [[nodiscard]] static Result<workspace::QueryTerm> termOf(Row const& row);
    template <class Change> void change(int row, Change const& change);

    std::vector<Row> m_rows;
};

} // namespace zhengtu::map
