#pragma once

#include "cartography/frame.hpp"
#include "cartography/style_data.hpp"

#include <QFont>
#include <QPen>
#include <QString>

#include <atomic>

class QPainter;

namespace zhengtu::cartography {

/// A painter with what every drawing function needs to know about the picture.
class Canvas {
public:
    Canvas(QPainter& painter, Frame const& frame, Style const& style, std::atomic<bool> const* cancelled);

    QPainter& painter;
    Frame const& frame;
    Style const& style;

    [[nodiscard]] bool raster() const noexcept { return m_raster; }
    [[nodiscard]] bool stop() const noexcept { return m_cancelled != nullptr && m_cancelled->load(std::memory_order_relaxed); }
    [[nodiscard]] double px(double mm) const noexcept { return frame.px(mm); }
    [[nodiscard]] QPen pen(Stroke const& stroke) const;
    /// Text with a halo; `baseline` is its left end. `haloPx` 0: none.
    void text(QPointF baseline, QString const& text, QFont const& font, QColor const& colour, QColor const& halo = {}, double haloPx = 0) const;

private:
    std::atomic<bool> const* m_cancelled;
    bool m_raster = true;
    bool m_textAsPath = false;
};

/// The map's font, `sizePx` high. Unhinted, so that text has the same shape at every resolution.
[[nodiscard]] QFont mapFont(double sizePx, bool bold = false);

} // namespace zhengtu::cartography
