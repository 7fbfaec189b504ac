#include "map/facet_model.hpp"

#include "map/pinyin.hpp"

#include <utility>

namespace zhengtu::map {

void FacetModel::setValues(std::vector<Value> values)
{
    beginResetModel();
    m_values = std::move(values);
    for (auto& value : m_values) { value.initials = pinyinInitials(value.label); }
    show();
    endResetModel();
    emit countChanged();
}

void FacetModel::setSearch(QString const& search)
{
    if (search == m_search) { return; }
    beginResetModel();
    m_search = search;
    show();
    endResetModel();
    emit searchChanged();
    emit countChanged();
}

void FacetModel::show()
{
    m_shown.clear();
    auto const wanted = m_search.trimmed().toLower();
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (wanted.isEmpty() || m_values[i].label.toLower().contains(wanted) || m_values[i].initials.contains(wanted)) { m_shown.push_back(i); }
    }
}

QString FacetModel::labelOf(QString const& value) const
{
    for (auto const& known : m_values) {
        if (known.value == value) { return known.label; }
    }
    return value;
}

QString FacetModel::valueAt(int row) const
{
    return row < 0 || row >= count() ? QString{} : m_values[m_shown[static_cast<std::size_t>(row)]].value;
}

int FacetModel::rowCount(QModelIndex const& parent) const { return parent.isValid() ? 0 : count(); }

QVariant FacetModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& value = m_values[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return value.label;
    case ValueRole: return value.value;
    case CountRole: return value.count;
    default: return {};
    }
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}, {CountRole, "count"}};
}

} // namespace zhengtu::map
