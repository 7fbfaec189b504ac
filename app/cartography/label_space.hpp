#pragma once

#include <QRectF>

#include <span>
#include <vector>

namespace zhengtu::cartography {

/// Which parts of a picture are taken: rectangles in a grid of cells, so that asking is quick however many there are.
class LabelSpace {
public:
    /// `gap`: what is kept free round every label, in pixels.
    LabelSpace(QRectF const& picture, double gap);
    /// Within the picture and clear of all that is taken, by the gap.
    [[nodiscard]] bool free(QRectF const& box) const;
    [[nodiscard]] bool free(std::span<QRectF const> boxes) const;
    void take(QRectF const& box);

private:
    struct Range { std::size_t left, right, top, bottom; };
    [[nodiscard]] Range cellsOf(QRectF const& box) const;

    QRectF m_picture;
    double m_gap;
    std::size_t m_columns, m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

} // namespace zhengtu::cartography
