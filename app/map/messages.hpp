#pragma once

#include "core/error.hpp"

#include <QAbstractListModel>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// What the user should know, newest first: errors with where and cure, reports of finished work. Each can be copied.
class Messages : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns its messages.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Severity { Note, Warning, Problem };
    Q_ENUM(Severity)
    enum Role { SeverityRole = Qt::UserRole + 1, TitleRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    void add(Severity severity, QString const& title, QString const& detail = {});
    /// `what` says what was being done: "Import of plan.txt". A Cancelled error is a short note.
    void add(QString const& what, Error const& error);
    Q_INVOKABLE void dismiss(int row);
    Q_INVOKABLE void clear();
    void clearNotes();
    Q_INVOKABLE void copy(int row) const; ///< onto the clipboard; -1: all
    [[nodiscard]] int count() const { return static_cast<int>(m_messages.size()); }

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Message {
        Severity severity = Note;
        QString title, detail;
    };
    std::vector<Message> m_messages;
};

} // namespace zhengtu::map
