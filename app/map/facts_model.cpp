#include "map/facts_model.hpp"

#include <utility>

namespace zhengtu::map {

void FactsModel::set(std::vector<Fact> facts)
{
    if (facts == m_facts) { return; }
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
    emit countChanged();
}

QVariant FactsModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& fact = m_facts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LabelRole: return fact.label;
    case Qt::DisplayRole:
    case ValueRole: return fact.value;
    case NoteRole: return fact.note;
    case KeyRole: return fact.key;
    case ToneRole: return fact.tone;
    case GroupRole: return fact.group;
    case ShapeRole: return fact.shape;
    default: return {};
    }
}

QHash<int, QByteArray> FactsModel::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}, {NoteRole, "note"}, {KeyRole, "key"}, {ToneRole, "tone"}, {GroupRole, "group"}, {ShapeRole, "shape"}};
}

} // namespace zhengtu::map
