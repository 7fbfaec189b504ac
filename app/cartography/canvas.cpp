#include "cartography/canvas.hpp"

#include "cartography/fonts.hpp"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zhengtu::cartography {

QFont mapFont(double sizePx, bool bold)
{
    QFont font;
    font.setFamilies(mapFontFamilies());
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(sizePx))));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

Canvas::Canvas(QPainter& of, Frame const& in, Style const& with, std::atomic<bool> const* cancelled)
    : painter{of}, frame{in}, style{with}, m_cancelled{cancelled}
{
    auto const* engine = painter.paintEngine();
    m_raster = engine == nullptr || engine->type() == QPaintEngine::Raster;
    // an SVG is looked at where our font is not: its text goes in as outlines
    m_textAsPath = engine != nullptr && engine->type() == QPaintEngine::SVG;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
}

QPen Canvas::pen(Stroke const& stroke) const
{
    double const width = std::max(px(stroke.widthMm), 0.35);
    QPen pen{stroke.colour, width, Qt::SolidLine, stroke.dashMm.empty() ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin};
    if (!stroke.dashMm.empty()) {
        QList<qreal> pattern;
        for (auto const length : stroke.dashMm) { pattern << px(length) / width; }
        pen.setDashPattern(pattern);
    }
    return pen;
}

void Canvas::text(QPointF baseline, QString const& text, QFont const& font, QColor const& colour, QColor const& halo, double haloPx) const
{
    if (haloPx > 0 || m_textAsPath) {
        QPainterPath path;
        path.addText(baseline, font, text);
        path.setFillRule(Qt::WindingFill);
        if (haloPx > 0) { painter.strokePath(path, QPen{halo, 2 * haloPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}); }
        if (m_textAsPath) { painter.fillPath(path, colour); }
    }
    if (m_textAsPath) { return; }
    painter.setPen(colour);
    painter.setFont(font);
    painter.drawText(baseline, text);
}

} // namespace zhengtu::cartography
