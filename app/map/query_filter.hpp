#pragma once

#include "map/backend.hpp"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// Which tasks a question is asked about, one attribute a row: those of workspace::TaskFilter. What is empty keeps all.
class QueryFilter : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The form owns its filter.")
    Q_PROPERTY(bool empty READ empty NOTIFY edited FINAL)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ValueRole, ChoicesRole, ChosenRole };

    using QAbstractListModel::QAbstractListModel;

    void setLedger(LedgerSnapshot const& ledger); ///< what there is to choose from
    void retranslate();
    Q_INVOKABLE void setText(int row, QString const& text); ///< of an attribute that is written
    Q_INVOKABLE void choose(int row, int choice);           ///< of one that is chosen; 0: any

    [[nodiscard]] workspace::TaskFilter const& filter() const { return m_filter; }
    void set(workspace::TaskFilter const& filter);
    [[nodiscard]] bool empty() const { return m_filter == workspace::TaskFilter{}; }

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    /// label; value: text as written; choices: in words, empty where it is written; chosen: index of them.
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void edited();

private:
    struct Choice {
        std::string value;
        QString word;
    };
    [[nodiscard]] std::vector<Choice> choices(int row) const;
    [[nodiscard]] static std::string workspace::TaskFilter::* field(int row);
    void change(int row, std::string value);

    workspace::TaskFilter m_filter;
    std::vector<Choice> m_plans, m_counties, m_categories;
};

} // namespace zhengtu::map
