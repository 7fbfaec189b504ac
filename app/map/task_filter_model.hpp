#pragma once

#include "map/facet_model.hpp"
#include "map/task_table_model.hpp"

#include <QCollator>
#include <QDate>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// The rows of the ledger that the user wants to see, in the order that the user wants. All conditions hold together.
class TaskFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the filter.")
    Q_PROPERTY(QString plan READ plan WRITE setPlan NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString county READ county WRITE setCounty NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY filterChanged FINAL)
    Q_PROPERTY(int unitRole READ unitRole WRITE setUnitRole NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY filterChanged FINAL)
    Q_PROPERTY(zhengtu::map::TaskFilterModel::Due due READ due WRITE setDue NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString dueFrom READ dueFrom WRITE setDueFrom NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString dueTo READ dueTo WRITE setDueTo NOTIFY filterChanged FINAL)
    Q_PROPERTY(zhengtu::map::TaskFilterModel::Where where READ where WRITE setWhere NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool restricted READ restricted NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool active READ active NOTIFY filterChanged FINAL)
    Q_PROPERTY(int shown READ shown NOTIFY countsChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY countsChanged FINAL)
    Q_PROPERTY(int located READ locatedCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int unlocated READ unlocatedCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int overdue READ overdueCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int dueSoon READ dueSoonCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int longTerm READ longTermCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(zhengtu::map::FacetModel* plans READ plans CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FacetModel* counties READ counties CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FacetModel* categories READ categories CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FacetModel* units READ units CONSTANT FINAL)
    Q_PROPERTY(int sortedColumn READ sortedColumn NOTIFY sortedChanged FINAL)
    Q_PROPERTY(bool ascending READ ascending NOTIFY sortedChanged FINAL)

public:
    enum Due { AnyDue, Overdue, DueSoon, LongTerm, DateRange, NoDate };
    Q_ENUM(Due)
    enum Where { Anywhere, Located, Unlocated };
    Q_ENUM(Where)

    explicit TaskFilterModel(TaskTableModel& table, QObject* parent = nullptr);

    [[nodiscard]] QString plan() const { return m_plan; }
    void setPlan(QString const& id);
    [[nodiscard]] QString county() const { return m_county; }
    void setCounty(QString const& name);
    [[nodiscard]] QString category() const { return m_category; }
    void setCategory(QString const& key);
    [[nodiscard]] int unitRole() const { return m_unitRole; } ///< plan::UnitRole, or -1 for any
    void setUnitRole(int role);
    [[nodiscard]] QString unit() const { return m_unit; }
    void setUnit(QString const& name);
    [[nodiscard]] Due due() const { return m_due; }
    void setDue(Due due);
    [[nodiscard]] QString dueFrom() const { return m_dueFrom; } ///< ISO; an empty or impossible date is no bound
    void setDueFrom(QString const& date);
    [[nodiscard]] QString dueTo() const { return m_dueTo; }
    void setDueTo(QString const& date);
    [[nodiscard]] Where where() const { return m_where; }
    void setWhere(Where where);
    [[nodiscard]] QString text() const { return m_text; } ///< every word must occur: in text, numbers, units, places, or as initials
    void setText(QString const& text);

    /// Keeps only these tasks (the answer of a query) until cleared.
    void restrictTo(QSet<QString> taskIds);
    Q_INVOKABLE void clearRestriction();
    [[nodiscard]] bool restricted() const { return m_restricted; }
    [[nodiscard]] bool active() const;
    Q_INVOKABLE void clear(); ///< every condition

    Q_INVOKABLE int rowOf(QString const& taskId) const; ///< in this model; -1 where it is filtered out
    Q_INVOKABLE QString taskIdAt(int row) const;
    Q_INVOKABLE void sortBy(int column); ///< again: the other way round, a third time: ledger order
    [[nodiscard]] int sortedColumn() const { return sortColumn(); }
    [[nodiscard]] bool ascending() const { return sortOrder() == Qt::AscendingOrder; }
    [[nodiscard]] std::vector<ledger::TaskRow> shownTasks() const; ///< in the order shown

    [[nodiscard]] int shown() const { return rowCount(); }
    [[nodiscard]] int total() const { return m_table.rowCount(); }
    [[nodiscard]] int locatedCount() const { return m_located; }
    [[nodiscard]] int unlocatedCount() const { return total() - m_located; }
    [[nodiscard]] int overdueCount() const { return m_overdue; }
    [[nodiscard]] int dueSoonCount() const { return m_dueSoon; }
    [[nodiscard]] int longTermCount() const { return m_longTerm; }
    [[nodiscard]] FacetModel* plans() { return &m_plans; }
    [[nodiscard]] FacetModel* counties() { return &m_counties; }
    [[nodiscard]] FacetModel* categories() { return &m_categories; }
    [[nodiscard]] FacetModel* units() { return &m_units; }

    void retranslate(); ///< labels of facets

signals:
    void filterChanged();
    void countsChanged();
    void sortedChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, QModelIndex const& sourceParent) const override;
    [[nodiscard]] bool lessThan(QModelIndex const& left, QModelIndex const& right) const override;

private:
    template <class T> void change(T& member, T const& value);
    void refilter();
    void onReset();
    void count();
    void fillFacets();
    void fillUnits();
    [[nodiscard]] bool acceptsUnit(ledger::TaskRow const& task) const;
    [[nodiscard]] bool acceptsDue(ledger::TaskRow const& task, cartography::Status status) const;
    [[nodiscard]] bool acceptsText(int sourceRow) const;

    TaskTableModel& m_table;
    FacetModel m_plans, m_counties, m_categories, m_units;
    QString m_plan, m_county, m_category, m_unit, m_dueFrom, m_dueTo, m_text;
    int m_unitRole = -1;
    Due m_due = AnyDue;
    Where m_where = Anywhere;
    bool m_restricted = false;
    QSet<QString> m_only;
    QStringList m_words;
    mutable std::vector<QString> m_haystacks; ///< by source row, made when first searched
    QCollator m_collator;
    int m_located = 0, m_overdue = 0, m_dueSoon = 0, m_longTerm = 0;
};

} // namespace zhengtu::map
