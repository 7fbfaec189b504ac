#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// A short list of named facts: units by role, places with their precision, zones that are hit, things under the pointer.
class FactsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made in C++.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ValueRole, NoteRole, KeyRole, ToneRole, GroupRole, ShapeRole };
    struct Fact {
        QString label, value, note;
        QString key;  ///< what a click refers to
        QString tone; ///< "yes", "maybe", "schematic", "unlocated", a status key; else empty
        QString group{}; ///< a heading over those that follow one another with the same
        QString shape{}; ///< "feature:LAYER/ID" where the map has something to show beside what `key` refers to
        friend bool operator==(Fact const&, Fact const&) = default;
    };

    using QAbstractListModel::QAbstractListModel;
    void set(std::vector<Fact> facts);
    [[nodiscard]] std::vector<Fact> const& facts() const { return m_facts; }
    [[nodiscard]] int count() const { return static_cast<int>(m_facts.size()); }

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<Fact> m_facts;
};

} // namespace zhengtu::map
