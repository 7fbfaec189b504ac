#include "map/messages.hpp"

#include "map/words.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QStringList>

namespace zhengtu::map {

void Messages::add(Severity severity, QString const& title, QString const& detail)
{
    beginInsertRows({}, 0, 0);
    m_messages.insert(m_messages.begin(), {severity, title, detail});
    endInsertRows();
    emit countChanged();
}

void Messages::add(QString const& what, Error const& error)
{
    if (error.code == ErrorCode::Cancelled) { add(Note, tr("%1: stopped").arg(what), tr("Nothing was changed.")); }
    else { add(Problem, what, errorWords(error)); }
}

void Messages::dismiss(int row)
{
    if (row < 0 || row >= count()) { return; }
    beginRemoveRows({}, row, row);
    m_messages.erase(m_messages.begin() + row);
    endRemoveRows();
    emit countChanged();
}

void Messages::clear()
{
    beginResetModel();
    m_messages.clear();
    endResetModel();
    emit countChanged();
}

void Messages::clearNotes()
{
    for (auto row = count(); row-- > 0;) {
        if (m_messages[static_cast<std::size_t>(row)].severity == Note) { dismiss(row); }
    }
}

void Messages::copy(int row) const
{
    QStringList texts;
    for (int i = 0; i < count(); ++i) {
        auto const& message = m_messages[static_cast<std::size_t>(i)];
        if (row < 0 || row == i) { texts << message.title + QLatin1Char('\n') + message.detail; }
    }
    QGuiApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

QVariant Messages::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& message = m_messages[static_cast<std::size_t>(index.row())];
    switch (role) {
    case SeverityRole: return message.severity;
    case Qt::DisplayRole:
    case TitleRole: return message.title;
    case DetailRole: return message.detail;
    default: return {};
    }
}

QHash<int, QByteArray> Messages::roleNames() const
{
    return {{SeverityRole, "severity"}, {TitleRole, "title"}, {DetailRole, "detail"}};
}

} // namespace zhengtu::map
