#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

namespace zhengtu::map {

/// The fields of a form whose fields depend on what is chosen above them, one a row.
class FormFields : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A form owns its fields.")

public:
    enum Type { Target, Text, Choice, Tick };
    Q_ENUM(Type)
    enum Role { TypeRole = Qt::UserRole + 1, KeyRole, LabelRole, ValueRole, NoteRole, PlaceholderRole, ChoicesRole, ChosenRole, WrongRole };
    struct Field {
        QString key;
        Type type = Text;
        QString label, value, note;
        QString placeholder{};   ///< stands where nothing is written: what is taken then
        QStringList choices{};   ///< in words
        QStringList values{};    ///< keys, in the same order
        bool wrong = false;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Shows other fields; those with a key that was there keep what was written.
    void setFields(std::vector<Field> fields);
    [[nodiscard]] QString value(QString const& key) const; ///< trimmed; empty where there is no such field
    void note(QString const& key, QString const& placeholder, QString const& note);
    void setWrong(QString const& key, bool wrong);
    Q_INVOKABLE void write(int row, QString const& value);
    Q_INVOKABLE void choose(int row, int choice);
    Q_INVOKABLE void put(QString const& key, QString const& value); ///< as if it were written

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_fields.size()); }
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void edited();

private:
    [[nodiscard]] int rowOf(QString const& key) const;

    std::vector<Field> m_fields;
};

} // namespace zhengtu::map
