#include "map/source_text_model.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::map {

SourceTextModel::SourceTextModel(QObject* parent) : QAbstractListModel{parent}
{
    connect(this, &SourceTextModel::coloursChanged, this, &SourceTextModel::repaint);
}

void SourceTextModel::setText(std::u32string text)
{
    beginResetModel();
    m_text = std::move(text);
    m_lines.clear();
    m_marks.clear();
    m_focusRow = -1;
    for (std::size_t begin = 0; begin < m_text.size();) {
        auto const end = std::min(m_text.find(U'\n', begin), m_text.size());
        m_lines.push_back({begin, end});
        begin = end + 1;
    }
    endResetModel();
    emit textChanged();
    emit marksChanged();
}

void SourceTextModel::setMarks(std::vector<Mark> marks, Span focus)
{
    m_marks = std::move(marks);
    m_focusRow = focus.empty() ? -1 : rowOf(focus.begin);
    repaint();
    emit marksChanged();
}

int SourceTextModel::rowOf(std::size_t character) const
{
    auto const after = std::ranges::upper_bound(m_lines, character, {}, &Span::begin);
    return static_cast<int>(after - m_lines.begin()) - 1;
}

int SourceTextModel::rowCount(QModelIndex const& parent) const { return parent.isValid() ? 0 : lineCount(); }

QVariant SourceTextModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return QString::fromUcs4(m_text.data() + line.begin, static_cast<qsizetype>(line.size()));
    case HtmlRole: return html(line);
    case MarkedRole: return std::ranges::any_of(m_marks, [line](Mark const& mark) { return mark.span.overlaps(line); });
    default: return {};
    }
}

QHash<int, QByteArray> SourceTextModel::roleNames() const { return {{HtmlRole, "html"}, {MarkedRole, "marked"}}; }

int SourceTextModel::kindAt(std::size_t character) const
{
    int best = -1;
    for (auto const& mark : m_marks) {
        if (mark.span.begin <= character && character < mark.span.end) { best = std::max(best, static_cast<int>(mark.kind)); }
    }
    return best;
}

QColor SourceTextModel::colour(int kind) const
{
    switch (static_cast<Kind>(kind)) {
    case Kind::Problem: return m_problemColor;
    case Kind::Task: return m_taskColor;
    case Kind::Unit: return m_unitColor;
    case Kind::Deadline: return m_deadlineColor;
    case Kind::Place: return m_placeColor;
    }
    return {};
}

QString SourceTextModel::html(Span line) const
{
    QString result;
    for (auto begin = line.begin; begin < line.end;) {
        auto const kind = kindAt(begin);
        auto end = begin + 1;
        while (end < line.end && kindAt(end) == kind) { ++end; }
        auto const piece = QString::fromUcs4(m_text.data() + begin, static_cast<qsizetype>(end - begin)).toHtmlEscaped();
        if (auto const paint = kind < 0 ? QColor{} : colour(kind); paint.isValid()) {
            result += QStringLiteral("<span style=\"background-color:%1\">%2</span>").arg(paint.name(), piece);
        }
        else { result += piece; }
        begin = end;
    }
    return result;
}

void SourceTextModel::repaint()
{
    if (!m_lines.empty()) { emit dataChanged(index(0), index(lineCount() - 1), {HtmlRole, MarkedRole}); }
}

} // namespace zhengtu::map
