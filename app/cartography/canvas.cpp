#include "cartography/canvas.hpp"

#include "cartography/fonts.hpp"
#include "cartography/text_cache.hpp"

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

Canvas::Canvas(QPainter& of, Frame const& in, Style const& with, std::atomic<bool> const* cancelled, TextCache* cache)
    : painter{of}, frame{in}, style{with}, m_cancelled{cancelled}, m_cache{cache}
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
    // round joins cost several times what the line does, and at this width nobody sees them
    bool const thin = m_raster && width < 2.5;
    QPen pen{stroke.colour, width, Qt::SolidLine, stroke.dashMm.empty() && !thin ? Qt::RoundCap : Qt::FlatCap,
             thin ? Qt::BevelJoin : Qt::RoundJoin};
    if (!stroke.dashMm.empty()) {
        QList<qreal> pattern;
        for (auto const length : stroke.dashMm) { pattern << px(length) / width; }
        pen.setDashPattern(pattern);
    }
    return pen;
}

std::pair<QFont, QFontMetricsF> const& Canvas::boldFont(double sizePx) const
{
    auto const key = static_cast<int>(std::lround(sizePx));
    auto found = m_fonts.find(key);
    if (found == m_fonts.end()) {
        auto const font = mapFont(sizePx, true);
        found = m_fonts.emplace(key, std::pair{font, QFontMetricsF{font}}).first;
    }
    return found->second;
}

bool Canvas::fromCache(double haloPx) const noexcept
{
    constexpr double largestHaloPx = 4; // growing a mask costs the square of it; then the outline is quicker
    return m_raster && m_cache != nullptr && haloPx > 0 && haloPx <= largestHaloPx;
}

void Canvas::text(QPointF baseline, QString const& text, QFont const& font, QColor const& colour, QColor const& halo, double haloPx) const
{
    if (fromCache(haloPx)) {
        auto const sprite = m_cache->sprite(text, font, {colour, halo, haloPx, 0, {}});
        painter.drawImage(baseline.toPoint() - sprite.origin, sprite.image);
        return;
    }
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

void Canvas::turnedText(QPointF pivot, QPointF shift, double degrees, QString const& text, QFont const& font, QColor const& colour,
                        QColor const& halo, double haloPx) const
{
    if (fromCache(haloPx)) {
        int const step = 3; // nobody sees a degree and a half, and the same characters come again
        int const turned = step * static_cast<int>(std::lround(degrees / step));
        auto const sprite = m_cache->sprite(text, font, {colour, halo, haloPx, turned, shift});
        painter.drawImage(pivot.toPoint() - sprite.origin, sprite.image);
        return;
    }
    painter.save();
    painter.translate(pivot);
    painter.rotate(degrees);
    this->text(shift, text, font, colour, halo, haloPx);
    painter.restore();
}

} // namespace zhengtu::cartography
