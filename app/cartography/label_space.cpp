#include "cartography/label_space.hpp"

#include <algorithm>

namespace zhengtu::cartography {

namespace {
constexpr double cellPx = 48;
}

LabelSpace::LabelSpace(QRectF const& picture, double gap)
    : m_picture{picture}, m_gap{gap}, m_columns{static_cast<std::size_t>(picture.width() / cellPx) + 1},
      m_rows{static_cast<std::size_t>(picture.height() / cellPx) + 1}, m_cells(m_columns * m_rows)
{
}

LabelSpace::Range LabelSpace::cellsOf(QRectF const& box) const
{
    auto const clamp = [](double v, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(v / cellPx, 0.0, static_cast<double>(count - 1)));
    };
    return {clamp(box.left(), m_columns), clamp(box.right(), m_columns), clamp(box.top(), m_rows), clamp(box.bottom(), m_rows)};
}

bool LabelSpace::free(QRectF const& box) const
{
    if (!m_picture.contains(box)) { return false; }
    auto const wide = box.adjusted(-m_gap, -m_gap, m_gap, m_gap);
    auto const range = cellsOf(wide);
    for (auto y = range.top; y <= range.bottom; ++y) {
        for (auto x = range.left; x <= range.right; ++x) {
            for (auto const& taken : m_cells[y * m_columns + x]) {
                if (taken.intersects(wide)) { return false; }
            }
        }
    }
    return true;
}

bool LabelSpace::free(std::span<QRectF const> boxes) const
{
    return std::ranges::all_of(boxes, [this](QRectF const& box) { return free(box); });
}

void LabelSpace::take(QRectF const& box)
{
    if (!m_picture.intersects(box)) { return; }
    auto const range = cellsOf(box);
    for (auto y = range.top; y <= range.bottom; ++y) {
        for (auto x = range.left; x <= range.right; ++x) { m_cells[y * m_columns + x].push_back(box); }
    }
}

} // namespace zhengtu::cartography
