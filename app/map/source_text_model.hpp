#pragma once

#include "core/span.hpp"

#include <QAbstractListModel>
#include <QColor>
#include <QtQmlIntegration/qqmlintegration.h>

#include <string>
#include <vector>

namespace zhengtu::map {

/// The text of a plan as it was found, a row a line, with the passages of one task marked. Spans count characters of the
/// source; where marks overlap, the later kind of `Kind` wins.
class SourceTextModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The dossier owns its source text.")
    Q_PROPERTY(int focusRow READ focusRow NOTIFY marksChanged FINAL)
    Q_PROPERTY(int count READ lineCount NOTIFY textChanged FINAL)
    Q_PROPERTY(QColor problemColor MEMBER m_problemColor NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor taskColor MEMBER m_taskColor NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor unitColor MEMBER m_unitColor NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor deadlineColor MEMBER m_deadlineColor NOTIFY coloursChanged FINAL)
    Q_PROPERTY(QColor placeColor MEMBER m_placeColor NOTIFY coloursChanged FINAL)

public:
    enum Role { HtmlRole = Qt::UserRole + 1, MarkedRole };
    enum class Kind { Problem, Task, Unit, Deadline, Place };
    struct Mark {
        Span span;
        Kind kind = Kind::Task;
    };

    explicit SourceTextModel(QObject* parent = nullptr);

    void setText(std::u32string text);
    /// `focus` is what the view scrolls to.
    void setMarks(std::vector<Mark> marks, Span focus);

    [[nodiscard]] int lineCount() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int focusRow() const { return m_focusRow; } ///< -1 where nothing is marked
    [[nodiscard]] int rowOf(std::size_t character) const;

    [[nodiscard]] int rowCount(QModelIndex const& parent = {}) const override;
    [[nodiscard]] QVariant data(QModelIndex const& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();
    void marksChanged();
    void coloursChanged();

private:
    [[nodiscard]] QString html(Span line) const;
    [[nodiscard]] int kindAt(std::size_t character) const; ///< -1 for none
    [[nodiscard]] QColor colour(int kind) const;
    void repaint();

    std::u32string m_text;
    std::vector<Span> m_lines;
    std::vector<Mark> m_marks;
    int m_focusRow = -1;
    QColor m_problemColor, m_taskColor, m_unitColor, m_deadlineColor, m_placeColor;
};

} // namespace zhengtu::map
