#pragma once

#include "cartography/frame.hpp"
#include "cartography/style_data.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPen>
#include <QString>

#include <atomic>
#include <map>
#include <utility>

class QPainter;

namespace zhengtu::cartography {

class TextCache;

/// A painter with what every drawing function needs to know about the picture.
class Canvas {
public:
    /// `cache` null: texts are painted anew each time.
    Canvas(QPainter& painter, Frame const& frame, Style const& style, std::atomic<bool> const* cancelled, TextCache* cache = nullptr);

    QPainter& painter;
    Frame const& frame;
    Style const& style;

    [[nodiscard]] bool raster() const noexcept { return m_raster; }
    [[nodiscard]] bool stop() const noexcept { return m_cancelled != nullptr && m_cancelled->load(std::memory_order_relaxed); }
    [[nodiscard]] double px(double mm) const noexcept { return frame.px(mm); }
    [[nodiscard]] QPen pen(Stroke const& stroke) const;
    /// A bold font and its measures, kept for the picture: to look a font up takes longer than to paint a number with it.
    [[nodiscard]] std::pair<QFont, QFontMetricsF> const& boldFont(double sizePx) const;
    /// Text with a halo; `baseline` is its left end. `haloPx` 0: none.
    void text(QPointF baseline, QString const& text, QFont const& font, QColor const& colour, QColor const& halo = {}, double haloPx = 0) const;
    /// The same turned clockwise about `pivot`, from which the baseline begins `shift` away.
    void turnedText(QPointF pivot, QPointF shift, double degrees, QString const& text, QFont const& font, QColor const& colour,
                    QColor const& halo, double haloPx) const;

private:
    [[nodiscard]] bool fromCache(double haloPx) const noexcept;

    std::atomic<bool> const* m_cancelled;
    TextCache* m_cache;
    mutable std::map<int, std::pair<QFont, QFontMetricsF>> m_fonts;
    bool m_raster = true;
    bool m_textAsPath = false;
};

/// The map's font, `sizePx` high. Unhinted, so that text has the same shape at every resolution.
[[nodiscard]] QFont mapFont(double sizePx, bool bold = false);

} // namespace zhengtu::cartography
