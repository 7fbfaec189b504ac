#include "map/form_fields.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::map {

void FormFields::setFields(std::vector<Field> fields)
{
    for (auto& field : fields) {
        if (auto const row = rowOf(field.key); row >= 0) { field.value = m_fields[static_cast<std::size_t>(row)].value; }
    }
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
}

int FormFields::rowOf(QString const& key) const
{
    auto const found = std::ranges::find(m_fields, key, &Field::key);
    return found == m_fields.end() ? -1 : static_cast<int>(found - m_fields.begin());
}

QString FormFields::value(QString const& key) const
{
    auto const row = rowOf(key);
    return row < 0 ? QString{} : m_fields[static_cast<std::size_t>(row)].value.trimmed();
}

void FormFields::note(QString const& key, QString const& placeholder, QString const& note)
{
    auto const row = rowOf(key);
    if (row < 0) { return; }
    auto& field = m_fields[static_cast<std::size_t>(row)];
    field.placeholder = placeholder;
    field.note = note;
    emit dataChanged(index(row), index(row), {PlaceholderRole, NoteRole});
}

void FormFields::setWrong(QString const& key, bool wrong)
{
    auto const row = rowOf(key);
    if (row < 0 || std::exchange(m_fields[static_cast<std::size_t>(row)].wrong, wrong) == wrong) { return; }
    emit dataChanged(index(row), index(row), {WrongRole});
}

void FormFields::write(int row, QString const& value)
{
    if (row < 0 || row >= rowCount() || std::exchange(m_fields[static_cast<std::size_t>(row)].value, value) == value) { return; }
    emit dataChanged(index(row), index(row), {ValueRole, ChosenRole});
    emit edited();
}

void FormFields::choose(int row, int choice)
{
    if (row >= 0 && row < rowCount()) { write(row, m_fields[static_cast<std::size_t>(row)].values.value(choice)); }
}

void FormFields::put(QString const& key, QString const& value) { write(rowOf(key), value); }

QVariant FormFields::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& field = m_fields[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TypeRole: return field.type;
    case KeyRole: return field.key;
    case LabelRole: return field.label;
    case Qt::DisplayRole:
    case ValueRole: return field.value;
    case NoteRole: return field.note;
    case PlaceholderRole: return field.placeholder;
    case ChoicesRole: return field.choices;
    case ChosenRole: return static_cast<int>(field.values.indexOf(field.value));
    case WrongRole: return field.wrong;
    default: return {};
    }
}

QHash<int, QByteArray> FormFields::roleNames() const
{
    return {{TypeRole, "type"}, {KeyRole, "key"}, {LabelRole, "label"}, {ValueRole, "value"}, {NoteRole, "note"},
            {PlaceholderRole, "placeholder"}, {ChoicesRole, "choices"}, {ChosenRole, "chosen"}, {WrongRole, "wrong"}};
}

} // namespace zhengtu::map
