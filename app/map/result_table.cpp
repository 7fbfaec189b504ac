#include "map/result_table.hpp"

#include <QFontMetrics>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace zhengtu::map {

void ResultTable::set(QStringList headings, std::vector<Row> rows, QList<int> numbers)
{
    constexpr int padding = 24, narrowest = 48, widest = 240;
    constexpr std::size_t looked = 200; // rows that a width is taken from
    beginResetModel();
    m_headings = std::move(headings);
    m_rows = std::move(rows);
    m_numbers = std::move(numbers);
    QFontMetrics const letters{QGuiApplication::font()};
    m_widths.clear();
    for (qsizetype column = 0; column < m_headings.size(); ++column) {
        auto width = letters.horizontalAdvance(m_headings[column]);
        for (std::size_t row = 0; row < std::min(looked, m_rows.size()); ++row) { width = std::max(width, letters.horizontalAdvance(m_rows[row].cells.value(column))); }
        m_widths << std::clamp(width + padding, narrowest, widest);
    }
    endResetModel();
    emit changed();
}

QString ResultTable::keyAt(int row) const { return row < 0 || row >= count() ? QString{} : m_rows[static_cast<std::size_t>(row)].key; }
int ResultTable::width(int column) const { return m_widths.value(column, 0); }

QVariant ResultTable::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column());
    case ToneRole: return row.tone;
    case NumberRole: return m_numbers.contains(index.column());
    default: return {};
    }
}

QVariant ResultTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_headings.value(section) : QVariant{};
}

QHash<int, QByteArray> ResultTable::roleNames() const { return {{Qt::DisplayRole, "display"}, {ToneRole, "tone"}, {NumberRole, "number"}}; }

} // namespace zhengtu::map
